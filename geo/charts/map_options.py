"""What a reader chooses of a map, apart from what it counts."""

from dataclasses import dataclass
from typing import Literal, get_args

from geo.charts.appearance import Look
from geo.charts.classes import Method
from geo.charts.palettes import Hue
from geo.maps.earth_views import Frame, Projection, View, find_view

Borders = Literal["statistical", "de_facto", "none"]
BORDERS: tuple[Borders, ...] = get_args(Borders)


@dataclass(frozen=True, slots=True)
class MapOptions:
    """How a map is drawn; made without a word, it is the map that the dashboard opens with.

    `limits` are the lower ends of the classes where `method` is "own"; `midpoint` is where two hues meet where it is
    "around", None being the middle one of the values. `borders` draws statistical areas, these with
    the lines of control and disputed boundaries over them ("de_facto"), or no boundary and a dot for each country or
    area ("none"). `labels` are the codes that are named on the map.
    """

    method: Method = "quantiles"
    limits: tuple[int, ...] = ()
    midpoint: float | None = None
    hue: Hue = "blues"
    projection: Projection = "equal_earth"
    frame: Frame = "world"
    borders: Borders = "statistical"
    labels: tuple[str, ...] = ()

    @property
    def view(self) -> View:
        """The part of the earth that the map shows."""
        return find_view(self.frame, self.projection)


def write_note(look: Look, options: MapOptions) -> str:
    """Return what is to be said of the boundaries; no view is called official."""
    boundaries = look.words("note.boundaries")
    if options.borders == "statistical":
        return boundaries
    return look.words("note.both", {"first": look.words(f"note.{options.borders}"), "second": boundaries})
