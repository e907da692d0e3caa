"""Where texts stand on a printed map: inside it, none over another, each as near its place as can be."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from matplotlib.patches import FancyBboxPatch, Polygon

from geo.base.errors import DrawingError, UnknownCode
from geo.drawings.base_maps import Frame
from geo.drawings.boxes import Box, write_id
from geo.drawings.editions import NoteOnMap
from geo.drawings.fonts import Style, measure, typeset, wrap
from geo.drawings.sheets import LEADING, NoRoom, Sheet
from geo.maps.boundaries import read_points
from geo.reference.places import find_alpha_3

Place = tuple[float, float]
_TURNS = 16
# How far away a text is looked for, as shares of the map's width; and what is kept free round it, in points.
_REACH = (0.0, 0.012, 0.03, 0.05, 0.08, 0.12, 0.17, 0.23, 0.3, 0.38, 0.48)
_FREE = 1.5
# What it costs to hide the middle of an area that has a value, against a point of distance.
_HIDING = 30.0
_SAMPLES = 24
_NOTE, _WIDEST, _NARROWEST, _MOST_LINES = 9.5, 0.24, 84.0, 4
_ARROW = 6.0


class Label(NamedTuple):
    """A text that has found its box, and the place that it belongs to."""

    lines: tuple[str, ...]
    box: Box
    place: Place


class Wanted(NamedTuple):
    """A text that wants a box: what an error calls it, where it belongs and how wide and high it is.

    It stands at least `least` points away from its place, or over it.
    """

    called: str
    place: Place
    size: tuple[float, float]
    least: float = 0.0
    over: bool = False


class Labelling:
    """The texts of one map: each finds a box that no other has; `shown` are the middles of what should stay in sight."""

    def __init__(self, box: Box, shown: Sequence[Place] = (), taken: Sequence[Box] = ()) -> None:
        """Begin with what is taken already, as dots are."""
        self.box, self.shown = box, shown
        self.taken, self._leaders = [*taken], list[tuple[Place, Place]]()

    def find(
        self, place: Place, size: tuple[float, float], *, least: float = 0.0, over: bool = False, most: float = 1.0
    ) -> Box | None:
        """Return the box of a text so wide and high, at least so far from its place, or over it; None where there is none.

        `most` is how far it may stand from its place, as a share of the map's width.
        """
        away = least + most * self.box.width
        found = min((one for one in self._list_free(place, size, least, over) if one[0] <= away), default=None)
        if found is None:
            return None
        self.taken.append(found[1])
        self._leaders.append((place, found[1].find_edge(place)))
        return found[1]

    def find_all(self, wanted: Sequence[Wanted]) -> list[Box]:
        """Return a box for each of some texts; NoRoom where one finds none beside the others.

        They are let choose in their order; one that finds nothing left is let go first, once.
        """
        first = list[int]()
        begun = len(self.taken), len(self._leaders)
        while True:
            boxes = dict[int, Box]()
            for number in (*reversed(first), *(one for one in range(len(wanted)) if one not in first)):
                text = wanted[number]
                box = self.find(text.place, text.size, least=text.least, over=text.over)
                if box is None:
                    break
                boxes[number] = box
            else:
                return [boxes[number] for number in range(len(wanted))]
            if number in first:
                raise NoRoom(wanted[number].called)
            first.append(number)
            del self.taken[begun[0] :], self._leaders[begun[1] :]

    def _list_free(
        self, place: Place, size: tuple[float, float], least: float, over: bool
    ) -> Iterator[tuple[float, Box]]:
        for distance, box in _list_candidates(place, size, least, self.box.width, over):
            if self.box.holds(box) and self._is_free(place, box):
                hidden = sum(box.has(one) for one in self.shown)
                yield distance + _HIDING * hidden, box

    def _is_free(self, place: Place, box: Box) -> bool:
        wide, leader = box.widen(_FREE), (place, box.find_edge(place))
        if any(wide.overlaps(other) or _crosses(leader, other) for other in self.taken):
            return False
        return not any(_crosses(other, wide) or box.has(other[0]) for other in self._leaders)


def _list_candidates(
    place: Place, size: tuple[float, float], least: float, width: float, over: bool
) -> Iterator[tuple[float, Box]]:
    """Yield boxes round a place with their distance from it, the place itself first where a text may stand over it."""
    if over:
        yield 0.0, Box(place[0] - size[0] / 2, place[1] - size[1] / 2, *size)
    for share in _REACH:
        away = least + share * width
        for turn in range(_TURNS):
            across, down = (way(2 * math.pi * turn / _TURNS) for way in (math.cos, math.sin))
            left = place[0] + across * (away + size[0] / 2) - size[0] / 2
            yield away + 0.01 * turn, Box(left, place[1] + down * (away + size[1] / 2) - size[1] / 2, *size)


def _crosses(leader: tuple[Place, Place], box: Box) -> bool:
    """Return whether a line from its place to a text runs through a box that does not hold its place."""
    (x, y), (to_x, to_y) = leader
    if box.has(leader[0]):
        return False
    steps = (number / _SAMPLES for number in range(_SAMPLES + 1))
    return any(box.has((x + (to_x - x) * step, y + (to_y - y) * step)) for step in steps)


def write_names(sheet: Sheet, labelling: Labelling, names: Sequence[tuple[str, Place, float]], style: Style) -> None:
    """Write names on a map, each with its place and how far from it it must stand; NoRoom where one has none."""
    height = 1.25 * style.size
    boxes = labelling.find_all(
        [
            Wanted(f"the name “{text}” on the map", place, (measure(typeset(text), style), height), away, not away)
            for text, place, away in names
        ]
    )
    for (text, place, away), box in zip(names, boxes, strict=True):
        edge = box.find_edge(place)
        if math.dist(edge, place) > away + style.size:
            _draw_leader(sheet, place, edge, None)
        sheet.write_on_map(typeset(text), (box.left + box.width / 2, box.top + height / 2), style, "center")


def write_notes(sheet: Sheet, frame: Frame, labelling: Labelling, notes: Sequence[NoteOnMap]) -> None:
    """Write an editor's notes on a map, each with an arrow to its place.

    DrawingError where a place is unknown or not on the map, NoRoom where a note has no room beside the others.
    """
    style, unit = sheet.style(_NOTE), sheet.unit
    widest = max(_WIDEST * labelling.box.width, _NARROWEST * unit)
    places = [find_place(frame, note) for note in notes]
    texts = [tuple(wrap(note.text, style, widest, _MOST_LINES + 1)) for note in notes]
    wanted = list[Wanted]()
    for note, place, lines in zip(notes, places, texts, strict=True):
        called = f"the note “{note.text}” on the map"
        if len(lines) > _MOST_LINES:
            raise NoRoom(called)
        wide = max(measure(line, style) for line in lines) + 8 * unit
        high = LEADING * style.size * len(lines) + 4 * unit
        wanted.append(Wanted(called, place, (wide, high), 2.2 * _ARROW * unit))
    for number, box in enumerate(labelling.find_all(wanted)):
        _draw_note(sheet, Label(texts[number], box, places[number]), style, write_id("note", str(number)))


def find_place(frame: Frame, note: NoteOnMap) -> Place:
    """Return where on the sheet a note belongs."""
    lon, lat = _find_degrees(note.place)
    if not frame.shows(lon, lat):
        raise DrawingError(
            f"the note “{note.text}”: {_spell(note.place)} is not on this map; choose another part of it"
        )
    return frame.place(lon, lat)


def _find_degrees(place: str | tuple[float, float]) -> tuple[float, float]:
    if not isinstance(place, str):
        return place
    try:
        point = read_points()[find_alpha_3(place.upper())]
    except (UnknownCode, KeyError) as error:
        raise DrawingError(f"{place} is no code of a country or area; write SRB, or degrees as 20.5,44.8") from error
    return point.lon, point.lat


def _spell(place: str | tuple[float, float]) -> str:
    return place if isinstance(place, str) else f"{place[0]:g},{place[1]:g}"


def _draw_note(sheet: Sheet, label: Label, style: Style, name: str) -> None:
    box, colours = label.box, sheet.colours
    tag = FancyBboxPatch(
        (box.left, box.top), box.width, box.height, f"round,pad=0,rounding_size={3 * sheet.unit}",
        fc=colours.paper, ec=colours.faint_ink,
    )  # fmt: skip
    tag.set(linewidth=0.6, zorder=8, gid=name)
    sheet.axes.add_patch(tag)
    _draw_leader(sheet, label.place, box.find_edge(label.place), _ARROW * sheet.unit)
    for number, line in enumerate(label.lines):
        top = box.top + 2 * sheet.unit + number * LEADING * style.size
        sheet.write(line, box.left + 4 * sheet.unit, top, style)


def _draw_leader(sheet: Sheet, place: Place, edge: Place, arrow: float | None) -> None:
    """Draw the line between a text and its place, with an arrowhead at the place."""
    ink, (x, y) = sheet.colours.ink, place
    turn = math.atan2(edge[1] - y, edge[0] - x)
    line = Polygon([place, edge], closed=False, fill=False, edgecolor=ink, linewidth=0.8 * sheet.unit, zorder=7)
    sheet.axes.add_patch(line)
    if arrow:
        sides = [(x + arrow * math.cos(turn + way), y + arrow * math.sin(turn + way)) for way in (-0.42, 0.42)]
        sheet.axes.add_patch(Polygon([place, *sides], closed=True, facecolor=ink, edgecolor="none", zorder=7))
