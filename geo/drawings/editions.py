"""What an editor sets on a picture: own words, a size for a medium, and notes on its map.

An editor's words stand beside what the chart says of itself and never instead of it: what is measured, what of the
documents is shown, the source and the note on boundaries stay on every picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

from geo.base.errors import DrawingError

Size = Literal["free", "web", "square", "portrait", "column", "columns", "a4", "a4-landscape"]
SIZES: tuple[Size, ...] = get_args(Size)
_POINTS_A_MILLIMETRE = 72 / 25.4
_LEAST_DPI, _MOST_DPI = 50, 1200
# As many signs as three lines of a title have.
MOST_SIGNS: Mapping[str, int] = {"title": 200, "subtitle": 300, "note": 600, "credit": 200}
MOST_NOTES, LONGEST_NOTE = 12, 120


class Preset(NamedTuple):
    """A size: width and height in points (None is as high as needed), its margin, and how large type may be.

    `units` are tried in turn until all has room: 1.0 is type as it is on the picture of no set size. Of a picture for `print` a PNG
    is measured in dots an inch, of another in pixels, 100 an inch.
    """

    width: float
    height: float | None
    margin: float
    units: tuple[float, ...]
    print: bool = False


def _measure_millimetres(*lengths: float) -> tuple[float, ...]:
    return tuple(length * _POINTS_A_MILLIMETRE for length in lengths)


_COLUMN, _COLUMNS, _A4_SHORT, _A4_LONG = _measure_millimetres(89, 183, 210, 297)
_LARGE = (1.7, 1.6, 1.5, 1.4, 1.3, 1.2, 1.1)
# 7 points are the smallest type that a newspaper prints: 0.74 of the notes' 9.5.
PRESETS: Mapping[Size, Preset] = {
    "free": Preset(864.0, None, 30.0, (1.0,)),
    "web": Preset(864.0, 486.0, 28.0, (1.35, 1.25, 1.15, 1.05, 0.95)),
    "square": Preset(777.6, 777.6, 34.0, _LARGE),
    "portrait": Preset(777.6, 972.0, 34.0, (1.8, *_LARGE)),
    "column": Preset(_COLUMN, None, 7.0, (0.75,), print=True),
    "columns": Preset(_COLUMNS, None, 8.0, (0.78,), print=True),
    "a4": Preset(_A4_SHORT, _A4_LONG, 40.0, (1.2, 1.1, 1.0, 0.9, 0.8), print=True),
    "a4-landscape": Preset(_A4_LONG, _A4_SHORT, 40.0, (1.2, 1.1, 1.0, 0.9, 0.8), print=True),
}


class NoteOnMap(NamedTuple):
    """A short text on a map with an arrow to its place: a code of ISO 3166-1, or longitude and latitude in degrees."""

    place: str | tuple[float, float]
    text: str


@dataclass(frozen=True, slots=True)
class Edition:
    """What an editor sets on a picture; made without a word, it is the picture as the chart alone makes it.

    `title` stands in the place of the chart's. `subtitle` is added below it, `note` before the chart's notes, `credit` after the
    source. `on_map` are notes on its map. `dpi` is for a PNG of a size for print. DrawingError where something cannot be.
    """

    title: str = ""
    subtitle: str = ""
    note: str = ""
    credit: str = ""
    size: Size = "free"
    on_map: tuple[NoteOnMap, ...] = ()
    dpi: int | None = None

    def __post_init__(self) -> None:
        """Refuse what would be cut or mean nothing."""
        if self.size not in SIZES:
            raise DrawingError(f"{self.size!r} is no size of a picture; choose of {', '.join(SIZES)}")
        if self.dpi is not None:
            self._check_dpi(self.dpi)
        for name, most in MOST_SIGNS.items():
            if len(getattr(self, name)) > most:
                raise DrawingError(f"the {name} has {len(getattr(self, name))} signs; write at most {most}")
        if len(self.on_map) > MOST_NOTES or any(len(one.text) > LONGEST_NOTE for one in self.on_map):
            raise DrawingError(f"a map has room for {MOST_NOTES} notes of at most {LONGEST_NOTE} signs each")

    def _check_dpi(self, dpi: int) -> None:
        if not self.preset.print:
            printed = ", ".join(size for size in SIZES if PRESETS[size].print)
            raise DrawingError(f"{self.size} is measured in pixels; dots an inch are for {printed}")
        if not _LEAST_DPI <= dpi <= _MOST_DPI:
            raise DrawingError(f"{dpi} dots an inch; give {_LEAST_DPI} to {_MOST_DPI}")

    @property
    def preset(self) -> Preset:
        """The measures of its size."""
        return PRESETS[self.size]

    @property
    def free(self) -> bool:
        """Whether the picture is as wide and high as the chart alone makes it."""
        return self.size == "free"


PLAIN = Edition()
