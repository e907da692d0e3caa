"""What a click, box or lasso on a map means: which countries and areas become the choice of all pages."""

from collections.abc import Sequence
from dataclasses import replace

from dashboard.parts.plots import Point
from dashboard.parts.selection import choose, read_selection
from geo.reference.places import list_place_codes


def take_areas(valued: Sequence[str], points: Sequence[Point]) -> None:
    """Keep the area that was clicked, or those with a value inside a box or lasso; the one chosen is let go."""
    selection, found = read_selection(), find_areas(points)
    # A click is one area; of a box or lasso, what has no value is not meant.
    codes = found if len(found) == 1 else tuple(code for code in valued if code in found)
    if points:
        choose(replace(selection, codes=() if codes == selection.codes else codes))


def find_areas(points: Sequence[Point]) -> tuple[str, ...]:
    """Return the codes of the countries and areas among what was clicked or framed, each once."""
    return tuple(dict.fromkeys(code for point in points if (code := _find_code(point)) is not None))


def _find_code(point: Point) -> str | None:
    """Return the ISO code of a clicked shape or dot; None for an area of undetermined status."""
    customdata = point.get("customdata")
    code = customdata[0] if isinstance(customdata, list) else point.get("location")
    return str(code) if code in list_place_codes() else None
