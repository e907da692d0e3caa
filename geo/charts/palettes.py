"""The colours of the charts in both themes, safe for the colour-blind."""

from dataclasses import dataclass
from typing import Literal

Theme = Literal["light", "dark"]

# One hue from faint to strong, the steps of equal lightness: told apart by any eye and in grey print.
_BLUES = ("#d6e6f4", "#a5cbe6", "#62a5d1", "#2a7ab9", "#0b4a86")


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; `steps` runs from the smallest class to the largest."""

    steps: tuple[str, ...]
    no_data: str
    zero: str
    undetermined: str
    border: str
    dot_border: str
    ink: str
    faint_ink: str
    paper: str
    total: str
    rest: str
    marked: str


_PALETTES: dict[Theme, Palette] = {
    "light": Palette(
        steps=_BLUES,
        no_data="#ececea",
        zero="#ffffff",
        undetermined="#c9c9c6",
        border="#a9a9a6",
        dot_border="#1f2933",
        ink="#1f2933",
        faint_ink="#5a6570",
        paper="#ffffff",
        total="#6b7785",
        rest="#e1e4e8",
        marked="#e8820c",
    ),
    # On a dark ground the largest class is the lightest: it must stand out most.
    "dark": Palette(
        steps=("#173a5e", "#1f5c93", "#4a94d0", "#7fb5df", "#cfe4f5"),
        no_data="#34373d",
        zero="#1b1d22",
        undetermined="#676d78",
        border="#6a6f78",
        dot_border="#f2f4f7",
        ink="#eceff3",
        faint_ink="#aab2bd",
        paper="#0e1117",
        total="#98a3b0",
        rest="#2b2f36",
        marked="#ffb454",
    ),
}


def palette(theme: Theme) -> Palette:
    """Return the colours of a theme."""
    return _PALETTES[theme]


def spread(steps: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return `count` of the steps, spread over the whole range; a single one is the second strongest."""
    if count == 1:
        return (steps[-2],)
    return tuple(steps[round(i * (len(steps) - 1) / (count - 1))] for i in range(count))
