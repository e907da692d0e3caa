"""The colours of the charts in both themes, safe for the colour-blind."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

Theme = Literal["light", "dark"]
Hue = Literal["blues", "greens", "oranges", "purples"]
HUES: tuple[Hue, ...] = get_args(Hue)

# One hue from faint to strong, the steps of about equal lightness: told apart by any eye and in grey print. On a dark
# ground the largest class is the lightest: it must stand out most.
_STEPS: dict[tuple[Hue, Theme], tuple[str, ...]] = {
    ("blues", "light"): ("#d6e6f4", "#a5cbe6", "#62a5d1", "#2a7ab9", "#0b4a86"),
    ("blues", "dark"): ("#173a5e", "#1f5c93", "#4a94d0", "#7fb5df", "#cfe4f5"),
    ("greens", "light"): ("#c5e8d0", "#85ce9e", "#46ac71", "#278250", "#175533"),
    ("greens", "dark"): ("#004423", "#036d3d", "#349d62", "#7bc495", "#cbefd6"),
    ("oranges", "light"): ("#f3dab2", "#ecac5f", "#d67b19", "#a85514", "#703414"),
    ("oranges", "dark"): ("#5e2401", "#914000", "#cf7a20", "#e2a355", "#fae1b8"),
    ("purples", "light"): ("#e5d7f7", "#c8ace9", "#a87fd5", "#8353b3", "#58307f"),
    ("purples", "dark"): ("#481e6c", "#6f3e9d", "#a47fcd", "#bea3df", "#ebdefd"),
}

# Orange is fewer and blue is more, faint to strong, whatever eye looks at them; on a dark ground the strong are the light.
FEWER: dict[Theme, tuple[str, ...]] = {
    "light": ("#f3c58a", "#dd8a2e", "#a85514"),
    "dark": ("#6b3a06", "#cf7a20", "#f5cd94"),
}
MORE: dict[Theme, tuple[str, ...]] = {
    "light": ("#a5cbe6", "#4a94cc", "#1b5fa3"),
    "dark": ("#27507c", "#4a94d0", "#a9d0ef"),
}


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; `steps` runs from the smallest class to the largest.

    `around` is land that is not what the map is of.
    """

    steps: tuple[str, ...]
    no_data: str
    around: str
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
        steps=_STEPS["blues", "light"],
        no_data="#ececea",
        around="#f7f7f6",
        zero="#fbf0cf",
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
    "dark": Palette(
        steps=_STEPS["blues", "dark"],
        no_data="#34373d",
        around="#1a1d23",
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


@cache
def palette(theme: Theme, hue: Hue = "blues") -> Palette:
    """Return the colours of a theme, the steps of its classes in one hue."""
    return replace(_PALETTES[theme], steps=_STEPS[hue, theme])


def spread(steps: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return `count` of the steps, spread over the whole range; a single one is the second strongest.

    Where more are wanted than there are, those between are mixed: no two classes have one colour.
    """
    if count == 1:
        return (steps[-2],)
    if count > len(steps):
        return tuple(_mix(steps, i * (len(steps) - 1) / (count - 1)) for i in range(count))
    return tuple(steps[round(i * (len(steps) - 1) / (count - 1))] for i in range(count))


def _mix(steps: tuple[str, ...], place: float) -> str:
    """Return the colour at a place between two steps: 1.5 is halfway from the second to the third."""
    first, share = min(int(place), len(steps) - 2), place - min(int(place), len(steps) - 2)
    pairs = ((int(steps[first][at : at + 2], 16), int(steps[first + 1][at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(low + (high - low) * share):02x}" for low, high in pairs)
