"""A sheet on which text and boxes are set from top to bottom, and which is written as PNG, SVG or PDF.

Places are counted in points from the top left corner. A sheet of no given height ends where the last line was set, so
that nothing is clipped; on one of a given height the notes stand at its foot, and what is drawn takes the room between.
"""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from threading import RLock
from typing import Literal

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from geo.base.errors import DrawingError
from geo.charts import Look, palette
from geo.drawings.boxes import Box, write_id
from geo.drawings.editions import PRESETS, Preset
from geo.drawings.files import RIM, Format, check_format, describe, write_picture
from geo.drawings.fonts import Style, Weight, find_even_width, measure, shorten, typeset, wrap
from geo.drawings.svg_texts import Line
from geo.maps.dots import CORE

__all__ = ["DRAWING", "INNER", "LEADING", "MARGIN", "WIDTH", "Align", "Box", "Format", "NoRoom", "Sheet", "write_id"]

Align = Literal["left", "center", "right"]
# Matplotlib's settings and caches are global: one picture is drawn at a time.
DRAWING = RLock()
_FREE = PRESETS["free"]
# Of the sheet that is as high as needed.
WIDTH, MARGIN = _FREE.width, _FREE.margin
INNER = WIDTH - 2 * MARGIN
_POINTS_AN_INCH, _PIXELS_AN_INCH, _DOTS_AN_INCH = 72, 100, 150
# The highest letter and the distance of lines, as shares of the size.
_ASCENT, LEADING = 0.9, 1.42
# How far from the middle of a line its baseline lies.
_UPRIGHT = 0.36
# How wide the lines of a hatch are, in points.
_HATCH = 0.8
# Of the margin, what is kept below the last line; and what a line may reach beyond its box, in points.
_BELOW, _NEAR = 0.7, 0.5
_NOTE_SIZE, _ABOVE_NOTES = 9.5, 8
_MORE_LINES = 12
# How many times as wide as high a sheet is that counts as wide.
_WIDE = 1.3


class NoRoom(DrawingError):
    """What has no room on a sheet with type of this size."""


class Sheet:
    """A picture in the making; `y` is how far down it is filled.

    `left` and `inner` are where what is set begins and how wide it may be; `unit` is how large type and all that goes
    with it are.
    """

    def __init__(self, look: Look, preset: Preset = _FREE, unit: float = 1.0, dpi: int | None = None) -> None:
        """Open an empty sheet in the colours of a theme."""
        self.colours = palette(look.theme)
        self.preset, self.unit = preset, unit
        self.free = preset is _FREE
        # So much wider than high that two things stand better beside each other, and one axis serves two panels.
        self.wide = preset.height is not None and preset.width > _WIDE * preset.height
        self.left, self.inner = preset.margin, preset.width - 2 * preset.margin
        self.figure = Figure(figsize=(preset.width / _POINTS_AN_INCH, 1))
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.y = preset.margin
        self.lines: list[Line] = []
        self.maps: list[Box] = []
        self._dpi = dpi
        self._notes: list[str] = []
        self._last: list[str] = []
        self._reserved = 0.0
        self._tags: list[Box] = []

    @property
    def right(self) -> float:
        """Where what is set ends at the right."""
        return self.left + self.inner

    @property
    def bottom(self) -> float | None:
        """Where what is drawn must end, above the notes; None where the sheet is as high as needed."""
        if self.preset.height is None:
            return None
        return self.preset.height - self.preset.margin * _BELOW - self._measure_notes() - self._reserved

    @property
    def room(self) -> float:
        """How much height is left for what is drawn."""
        return math.inf if self.bottom is None else self.bottom - self.y

    def expect(self, least: float, most: float) -> float:
        """Return what is asked for with type of this size: the most with the largest, the least with the smallest."""
        units = self.preset.units
        return least + (most - least) * (self.unit - units[-1]) / ((units[0] - units[-1]) or 1.0)

    def claim(self, height: float, name: str) -> None:
        """Raise NoRoom where so much height is not left."""
        if height > self.room + _NEAR:
            raise NoRoom(name)

    def skip(self, height: float) -> None:
        """Leave some height free, in points of type as large as on the sheet of no set size."""
        self.y += height * self.unit

    def reserve(self, height: float) -> None:
        """Keep so much height free for what is drawn later."""
        self._reserved += height

    def centre(self, height: float) -> None:
        """Stand so that what is so high has as much room above as below."""
        if self.bottom is not None:
            self.y += max(0.0, (self.room - height) / 2)

    @contextmanager
    def column(self, left: float, width: float, top: float | None = None) -> Iterator[None]:
        """Set what follows in a column of the sheet; afterwards `y` is its end."""
        before = self.left, self.inner
        self.left, self.inner = left, width
        self.y = self.y if top is None else top
        yield
        self.left, self.inner = before

    def measure(self, draw: "Callable[[Sheet], None]", width: float | None = None) -> float:
        """Return how high is what is drawn, by drawing it on another sheet of no set height."""
        other = Sheet.__new__(Sheet)
        other.__dict__.update(self.__dict__)
        other.preset = self.preset._replace(height=None)
        other.figure = Figure(figsize=(1, 1))
        other.axes = other.figure.add_axes((0, 0, 1, 1))
        other.lines, other.maps, other._notes, other._tags = [], [], [], []
        other.inner = self.inner if width is None else width
        draw(other)
        return other.y - self.y

    def style(self, size: float, weight: Weight = "regular", faint: bool = False) -> Style:
        """Return a style in the ink of the sheet."""
        return Style(size * self.unit, weight, self.colours.faint_ink if faint else self.colours.ink)

    def write(self, text: str, left: float, top: float, style: Style, align: Align = "left") -> None:
        """Set one line; signs that mean something to TeX mean nothing here."""
        baseline = top + _ASCENT * style.size
        line = self.axes.text(left, baseline, text, font=style.font, color=style.colour, zorder=9)
        line.set(parse_math=False, verticalalignment="baseline", horizontalalignment=align)
        self.lines.append(Line(text, left, baseline, style, align))

    def write_upright(self, text: str, middle: float, top: float, style: Style) -> None:
        """Set one line that is read from below, with its end at the top."""
        baseline = middle + _UPRIGHT * style.size
        line = self.axes.text(baseline, top, text, font=style.font, color=style.colour, zorder=5.5, rotation=90)
        line.set(parse_math=False, verticalalignment="baseline", horizontalalignment="right", rotation_mode="anchor")
        self.lines.append(Line(text, baseline, top, style, "right", upright=True))

    def write_lines(
        self, text: str, style: Style, most_lines: int, *, whole: str | None = None, even: bool = False
    ) -> None:
        """Set a paragraph below what is there; what must be `whole` raises NoRoom in its name instead of being cut.

        Lines that are to be `even` have no stump for their last.
        """
        width = find_even_width(text, style, self.inner, most_lines) if even else self.inner
        lines = wrap(text, style, width, most_lines + (whole is not None)) if text.strip() else []
        if whole is not None and len(lines) > most_lines:
            raise NoRoom(f"the {whole}")
        for line in lines:
            self.write(line, self.left, self.y, style)
            self.y += LEADING * style.size

    def add_note(self, text: str, most_lines: int) -> None:
        """Keep a note for the foot of the sheet; on another than the usual width none is cut."""
        self._last = self._break_note(text, most_lines)
        self._notes += self._last

    def measure_note(self, text: str, most_lines: int) -> float:
        """Return how high a note at the foot of the sheet is."""
        return len(self._break_note(text, most_lines)) * LEADING * self.style(_NOTE_SIZE).size

    def _break_note(self, text: str, most_lines: int) -> list[str]:
        most = most_lines if self.free else most_lines + _MORE_LINES
        width = self.preset.width - 2 * self.preset.margin
        return wrap(text, self.style(_NOTE_SIZE, faint=True), width, most) if text.strip() else []

    def replace_note(self, text: str, most_lines: int) -> None:
        """Put another note in the place of the last."""
        del self._notes[len(self._notes) - len(self._last) :]
        self.add_note(text, most_lines)

    def _measure_notes(self) -> float:
        return _ABOVE_NOTES * self.unit + len(self._notes) * LEADING * self.style(_NOTE_SIZE).size

    def write_notes(self) -> None:
        """Write the notes below what is there, or at the foot; NoRoom where what is drawn reaches into them."""
        self.claim(0, "what is drawn")
        style, top = self.style(_NOTE_SIZE, faint=True), self.bottom
        self.y = self.y if top is None else top
        self.skip(_ABOVE_NOTES)
        for line in self._notes:
            self.write(line, self.left, self.y, style)
            self.y += LEADING * style.size

    def fill(self, box: Box, colour: str, edge: str = "none", name: str | None = None) -> None:
        """Draw a filled box; `name` becomes its id in an SVG."""
        place, size = (box.left, box.top), (box.width, box.height)
        patch = Rectangle(place, *size, facecolor=colour, edgecolor=edge, linewidth=0.6, zorder=5)
        patch.set_gid(name)
        self.axes.add_patch(patch)

    def stroke(self, start: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        """Draw a straight stroke."""
        line = Line2D(*zip(start, end, strict=True), color=colour, linewidth=1.1, zorder=6.5, solid_capstyle="butt")
        self.axes.add_line(line)

    def hatch(
        self, path: Path, colour: str, lines: int, width: float, name: str | None = None, *, falling: bool = False
    ) -> None:
        """Draw diagonal lines so wide inside a path, the more `lines` the closer; `name` becomes its id in an SVG."""
        signs = ("\\" if falling else "/") * lines
        patch = PathPatch(path, facecolor="none", edgecolor=colour, linewidth=0, hatch=signs, zorder=2.5)
        patch.set_hatch_linewidth(width)
        patch.set_gid(name)
        self.axes.add_patch(patch)

    def hatch_box(self, box: Box, colour: str, *, falling: bool = False) -> None:
        """Draw diagonal lines over a box that is filled already."""
        signs = "\\\\\\" if falling else "///"
        patch = Rectangle((box.left, box.top), box.width, box.height, facecolor="none", edgecolor=colour, hatch=signs)
        patch.set(linewidth=0, zorder=5.5)
        patch.set_hatch_linewidth(_HATCH)
        self.axes.add_patch(patch)

    def dot(self, x: float, y: float, width: float, colour: str, name: str | None = None) -> None:
        """Draw a dot as small countries or areas have it; `name` becomes its id in an SVG."""
        edge = self.colours.dot_border
        line = 0.6 if self.free else min(0.6, 0.14 * width)
        patch = Ellipse((x, y), width, width, facecolor=colour, edgecolor=edge, linewidth=line, zorder=6)
        patch.set_gid(name)
        self.axes.add_patch(patch)

    def core(self, x: float, y: float, width: float, colour: str) -> None:
        """Mark a dot so wide by a core of another colour."""
        size = CORE * width
        self.axes.add_patch(Ellipse((x, y), size, size, facecolor=colour, edgecolor="none", zorder=6))

    def write_on_map(self, text: str, place: tuple[float, float], style: Style, align: Align) -> None:
        """Set one line at half its height at a place on a map, with a rim of paper that sets it off."""
        self.write(text, place[0], place[1] - 0.55 * style.size, style, align)
        self.axes.texts[-1].set_path_effects([withStroke(linewidth=RIM, foreground=self.colours.paper)])
        self.lines[-1] = self.lines[-1]._replace(rim=self.colours.paper)

    def write_tag(self, text: str, middle: tuple[float, float], style: Style) -> None:
        """Set a short text on a tag of its own with its middle at a place, or below the tag that is there."""
        width, height = measure(text, style) + 10 * self.unit, 1.6 * style.size
        left = min(max(middle[0] - width / 2, self.left), self.right - width)
        box = Box(left, middle[1] - height / 2, width, height)
        for other in sorted(self._tags, key=lambda tag: tag.top):
            box = box._replace(top=other.top + other.height + 2) if box.overlaps(other) else box
        self._tags.append(box)
        self.draw_tag(text, box, style)

    def draw_tag(self, text: str, box: Box, style: Style) -> None:
        """Set a short text on a tag of its own in a box."""
        self.write(text, box.left + box.width / 2, box.top + box.height / 2 - 0.52 * style.size, style, "center")
        corners, colours = f"round,pad=0,rounding_size={box.height / 2.6}", self.colours
        place = (box.left, box.top)
        tag = FancyBboxPatch(place, box.width, box.height, corners, fc=colours.paper, ec=colours.ink)
        tag.set(linewidth=0.7, zorder=8)
        self.axes.add_patch(tag)

    def shorten(self, text: str, style: Style, width: float) -> str:
        """Return a text as one line; on a sheet of a set size one that would be cut raises NoRoom."""
        line = shorten(text, style, width)
        if not self.free and line != typeset(text):
            raise NoRoom(f"“{text}”")
        return line

    def save(self, title: str, description: str, file_format: Format, scale: int) -> bytes:
        """Return the finished picture as a file; title and description are for those who cannot see it."""
        check_format(file_format, scale)
        self._set_height()
        words = describe(title, description)
        # Hinted letters stand up to a pixel from where they were measured; in small type that shows.
        with nullcontext() if self.free else rc_context({"text.hinting": "none"}):
            return write_picture(self.figure, self.lines, words, file_format, self._find_dpi(scale), self.colours.paper)

    def _find_dpi(self, scale: int) -> float:
        return self._dpi or (_DOTS_AN_INCH if self.preset.print else _PIXELS_AN_INCH) * scale

    def _set_height(self) -> None:
        height = self.preset.height
        if height is None:
            # Whole pixels at every scale.
            grain = _POINTS_AN_INCH * 25 / _PIXELS_AN_INCH
            height = grain * math.ceil((self.y + self.preset.margin * _BELOW) / grain)
        self.figure.set_size_inches(self.preset.width / _POINTS_AN_INCH, height / _POINTS_AN_INCH)
        self.axes.set(xlim=(0, self.preset.width), ylim=(height, 0))
