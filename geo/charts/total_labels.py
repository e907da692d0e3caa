"""Where the figures of running totals stand beside their marks, so that none is in the way of another.

It is decided for a panel of a nominal width, in points: on a wider one all stand further apart. The page has two such
widths, print the wide one.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise
from typing import Literal, NamedTuple, get_args

from geo.charts.time_axes import TimeAxis
from geo.charts.totals import TotalsChart

Side = Literal["above", "left", "above left", "below right", "below", "right", "above right", "below left"]
Edges = tuple[float, float, float, float]
# In this order a figure tries the sides of its mark: the line of totals comes from below and leaves to the right.
_SIDES: tuple[Side, ...] = get_args(Side)
_OF_FALLS: tuple[Side, ...] = ("below", "below right", "below left", "right", "left", "above")
# How wide a mark is, and how far from its middle a figure begins.
_MARK, _AWAY = 11.0, 8.0
# How wide signs are as a share of their size: figures and Latin letters, Chinese.
_SIGN, _WIDE_SIGN = 0.62, 1.05
# A figure may reach so far beyond the right end of its panel.
_OVER = 10.0
_LINE = 2.0


class PanelSize(NamedTuple):
    """The width and height of a panel, and the size of its figures, in points."""

    width: float
    height: float
    size: float


WIDE, NARROW = PanelSize(740, 116, 12), PanelSize(296, 116, 11)


class TotalLabel(NamedTuple):
    """The figure of one row of a TotalsChart: its text, on which side of its mark, and the box that it takes.

    `shift` is how far right and down of its mark the middle of the box lies.
    """

    row: int
    text: str
    side: Side
    left: float
    top: float
    width: float
    height: float
    shift: tuple[float, float]

    @property
    def edges(self) -> Edges:
        """Left, top, right and bottom, from the top left corner of the panel."""
        return self.left, self.top, self.left + self.width, self.top + self.height


def place_labels(chart: TotalsChart, axis: TimeAxis, panel: PanelSize = WIDE) -> tuple[TotalLabel, ...]:
    """Return the figures that have room: what falls first, then the highest; equal figures are written once.

    None covers another or a mark; where it can be, none stands on the line of totals.
    """
    places = _place_marks(chart, axis, panel)
    lines, kept = _frame_lines(chart, axis, panel), list[TotalLabel]()
    half = _MARK / 2
    taken = [(x - half, y - half, x + half, y + half) for x, y in places]
    for rows in _list_groups(chart):
        free = [label for row in rows for label in _list_sides(chart, row, places[row], panel) if _is_in(label, panel)]
        free = [label for label in free if not _meets(label.edges, taken)]
        found = next((label for label in free if not _meets(label.edges, lines)), free[0] if free else None)
        if found is not None:
            kept.append(found)
            taken.append(found.edges)
    return tuple(sorted(kept, key=lambda label: label.row))


def _place_marks(chart: TotalsChart, axis: TimeAxis, panel: PanelSize) -> list[tuple[float, float]]:
    return [_place(chart, axis, panel, *one) for one in zip(chart.rows["until"], chart.rows["value"], strict=True)]


def _place(chart: TotalsChart, axis: TimeAxis, panel: PanelSize, day: date, value: float) -> tuple[float, float]:
    """Return where the mark of a statement stands in a panel, from its top left corner."""
    low, high = axis.ends
    return panel.width * (axis.place(day, 0.5) - low) / (high - low), panel.height * (1 - value / chart.top)


def _frame_lines(chart: TotalsChart, axis: TimeAxis, panel: PanelSize) -> list[Edges]:
    """Return the parts of the line of totals, level and upright, as thin boxes."""
    corners = [_place(chart, axis, panel, *point) for point in chart.line]
    corners.append((panel.width, corners[-1][1]))
    half, level, upright = _LINE / 2, list[Edges](), list[Edges]()
    for (left, low), (right, high) in pairwise(corners):
        level.append((left, low - half, right, low + half))
        upright.append((right - half, high, right + half, low))
    return level + upright


def _list_groups(chart: TotalsChart) -> list[list[int]]:
    """Return the rows whose figures are the same, those groups first that are to have a label."""
    keys = list(zip(chart.rows["falls"], chart.rows["value"], chart.rows["mark"], strict=True))
    groups: dict[tuple[bool, float, str], list[int]] = {}
    for row, key in enumerate(keys):
        groups.setdefault(key, []).append(row)
    return [groups[key] for key in sorted(groups, key=lambda key: (not key[0], -key[1], key[2]))]


def _list_sides(chart: TotalsChart, row: int, place: tuple[float, float], panel: PanelSize) -> Iterator[TotalLabel]:
    """Yield the label of a row at every side of its mark."""
    text, falls = str(chart.rows["mark"].iloc[row]), bool(chart.rows["falls"].iloc[row])
    width, height = _measure(text) * panel.size, panel.size
    for side in _OF_FALLS if falls else _SIDES:
        words = side.split(" ")
        across, down = _shift(words, "right", "left", width), _shift(words, "below", "above", height)
        left, top = place[0] + across - width / 2, place[1] + down - height / 2
        yield TotalLabel(row, text, side, left, top, width, height, (across, down))


def _shift(words: list[str], after: str, before: str, size: float) -> float:
    """Return how far from the middle of a mark the middle of a text so long lies."""
    return _AWAY + size / 2 if after in words else -_AWAY - size / 2 if before in words else 0.0


def _measure(text: str) -> float:
    """Return how wide a text is, as a share of its size; no font of a page or of print is wider."""
    return sum(_WIDE_SIGN if unicodedata.east_asian_width(sign) in "WF" else _SIGN for sign in text)


def _is_in(label: TotalLabel, panel: PanelSize) -> bool:
    left, top, right, bottom = label.edges
    return left >= 0 and top >= 0 and right <= panel.width + _OVER and bottom <= panel.height


def _meets(edges: Edges, others: Sequence[Edges]) -> bool:
    left, top, right, bottom = edges
    return any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in others)
