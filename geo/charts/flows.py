"""What a map of flows shows: who gave to whom, as arcs between countries and areas."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from geo.charts.appearance import Look
from geo.charts.classes import Class, classify, find_class
from geo.charts.palettes import Theme
from geo.maps.boundaries import Point, read_points
from geo.maps.dots import Dot
from geo.maps.earth_views import View
from geo.reference.places import name_place
from geo.store.corpus import Corpus, Where

# More arcs than these hide each other, and the map beneath them.
MOST_ARCS = 150
# Vermilion stands out from the blues of the map for any eye.
COLOURS: dict[Theme, str] = {"light": "#b8400a", "dark": "#ff9f63"}
_THINNEST, _ONE_EVENT, _THICKEST = 0.8, 1.2, 4.5
_FEWEST, _MOST, _DEGREES_A_POINT = 4, 8, 20
_BEND = 0.16
# How large an arrow is, in pixels.
ARROW = 8
Arc = list[tuple[float, float]]
_MOST_NORTHERN = 82


@dataclass(frozen=True, slots=True)
class FlowsChart:
    """Flows, ready to draw and to list.

    `rows` has one row a giver and recipient, the most events first: giver, giver_name, recipient, recipient_name,
    events, number (of its class), drawn (both have a place on the map, and it is among the `MOST_ARCS` largest).
    `classes` are those of `events`, `widths` has one width in pixels a class.
    """

    look: Look
    rows: pd.DataFrame
    classes: tuple[Class, ...]
    widths: tuple[float, ...]
    note: str

    @property
    def drawn(self) -> pd.DataFrame:
        """The flows that have an arc."""
        return self.rows[self.rows["drawn"]]

    def bend_arcs(self, view: View, dots: Mapping[str, Dot], count: int | None = None) -> list[Arc]:
        """Return the arc of each flow that has one, in order, for a map of a view (see bend).

        `dots` are those on the map: an arc to or from one meets it where it stands.
        """
        points: dict[str, Point | Dot] = {**read_points(), **dots}
        sides = zip(self.drawn["giver"], self.drawn["recipient"], strict=True)
        return [bend(points[giver], points[recipient], view.lon, count) for giver, recipient in sides]


def chart_flows(corpus: Corpus, where: Where, codes: Collection[str], look: Look) -> FlowsChart:
    """Return the flows in the events of a question; with `codes` only those from or to one of them.

    Recipients that the question leaves out receive nothing here either.
    """
    rows = corpus.count_flows(where)
    rows = rows[~rows["recipient"].isin(list(where.without))].reset_index(drop=True)
    if codes:
        rows = rows[rows["giver"].isin(list(codes)) | rows["recipient"].isin(list(codes))].reset_index(drop=True)
    classes = classify(rows["events"].tolist())
    named = _name(rows, classes, look)
    return FlowsChart(look, named, classes, _spread_widths(classes), _note(named, look))


def _name(rows: pd.DataFrame, classes: Sequence[Class], look: Look) -> pd.DataFrame:
    """Return the flows with the names of both sides, their class, and whether they are drawn."""
    placed = rows["giver"].isin(list(read_points())) & rows["recipient"].isin(list(read_points()))
    placed &= rows["giver"] != rows["recipient"]
    return pd.DataFrame(
        {
            "giver": rows["giver"],
            "giver_name": pd.Series([name_place(code, look.language) for code in rows["giver"]], dtype="str"),
            "recipient": rows["recipient"],
            "recipient_name": pd.Series([name_place(code, look.language) for code in rows["recipient"]], dtype="str"),
            "events": rows["events"].astype("int64"),
            "number": pd.Series([find_class(classes, events) for events in rows["events"]], dtype="int64"),
            "drawn": placed & (placed.cumsum() <= MOST_ARCS),
        }
    )


def _spread_widths(classes: Sequence[Class]) -> tuple[float, ...]:
    """Return a width a class, by the root of its events: twice the width is four times the events."""
    most = max((one.high for one in classes), default=1)
    unit = min(_ONE_EVENT, _THICKEST / math.sqrt(most))
    return tuple(round(max(_THINNEST, unit * math.sqrt(one.high)), 1) for one in classes)


def _note(rows: pd.DataFrame, look: Look) -> str:
    """Return in words how many flows are drawn, and how many there are beside them."""
    if rows.empty:
        return look.words("flows.none")
    drawn = int(rows["drawn"].sum())
    said = look.words.count("flows.drawn", drawn)
    left = len(rows) - drawn
    return said + (look.words("flows.not_drawn", {"count": left}) if left else "")


def bend(giver: Point | Dot, recipient: Point | Dot, meridian: float, count: int | None = None) -> Arc:
    """Return longitudes and latitudes of an arc, for a map with this meridian in its middle.

    It bends to the right of its way, so that what goes both ways goes two ways, and never crosses the map's edge.
    Without a `count` of points it has few, and whole degrees between its ends: a thousand would weigh more than the map.
    """
    x, y, to_x, to_y = _turn(giver.lon, meridian), giver.lat, _turn(recipient.lon, meridian), recipient.lat
    over_x, over_y = (x + to_x) / 2 + (to_y - y) * _BEND * 2, (y + to_y) / 2 - (to_x - x) * _BEND * 2
    digits, few = (3 if count else None), min(_MOST, _FEWEST + round(math.hypot(to_x - x, to_y - y) / _DEGREES_A_POINT))
    last = (count or few) - 1
    curve = [(_blend(x, over_x, to_x, n / last), _blend(y, over_y, to_y, n / last)) for n in range(1, last)]
    between = [(round(lon, digits), min(round(lat, digits), _MOST_NORTHERN)) for lon, lat in curve]
    return [(round(x, 1), round(y, 1)), *between, (round(to_x, 1), round(to_y, 1))]


def find_bearing(arc: Arc) -> int:
    """Return where an arc points at its end, in degrees clockwise from north."""
    (x, y), (to_x, to_y) = arc[-2:]
    return round(math.degrees(math.atan2((to_x - x) * math.cos(math.radians(to_y)), to_y - y))) % 360


def _turn(longitude: float, meridian: float) -> float:
    """Return a longitude within half a turn of the meridian."""
    return (longitude - meridian + 180) % 360 - 180 + meridian


def _blend(start: float, over: float, end: float, t: float) -> float:
    """Return a coordinate of a quadratic Bézier curve at t, from 0 to 1."""
    return (1 - t) ** 2 * start + 2 * t * (1 - t) * over + t**2 * end
