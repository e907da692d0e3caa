"""A sheet of fixed width on which text and boxes are set from top to bottom, and which is written as PNG, SVG or PDF.

Places are counted in points from the top left corner. The sheet ends where the last line was set, so that nothing is
clipped.
"""

import math
from html import escape
from io import BytesIO
from threading import RLock
from typing import Literal, NamedTuple, get_args

from matplotlib import rc_context
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Ellipse, FancyBboxPatch, PathPatch, Rectangle
from matplotlib.path import Path
from matplotlib.patheffects import withStroke

from geo.base.errors import DrawingError
from geo.charts import Look, palette
from geo.drawings.fonts import Style, Weight, make_drawable, measure, wrap

Format = Literal["png", "svg", "pdf"]
Align = Literal["left", "center", "right"]
# Matplotlib's settings and caches are global: one picture is drawn at a time.
DRAWING = RLock()
WIDTH, MARGIN = 864.0, 30.0
INNER = WIDTH - 2 * MARGIN
_POINTS_AN_INCH, _PIXELS_AN_INCH = 72, 100
# The highest letter and the distance of lines, as shares of the size.
_ASCENT, LEADING = 0.9, 1.42
_LARGEST_SCALE = 4
# How wide the lines of a hatch are, in points.
_HATCH = 0.8


class Box(NamedTuple):
    """A rectangle on the sheet, in points from the top left corner."""

    left: float
    top: float
    width: float
    height: float

    def overlaps(self, other: "Box") -> bool:
        """Return whether two boxes have an area in common."""
        beside = self.left + self.width <= other.left or other.left + other.width <= self.left
        return not beside and self.top < other.top + other.height and other.top < self.top + self.height


class Sheet:
    """A picture in the making; `y` is how far down it is filled."""

    def __init__(self, look: Look) -> None:
        """Open an empty sheet in the colours of a theme."""
        self.colours = palette(look.theme)
        self.figure = Figure(figsize=(WIDTH / _POINTS_AN_INCH, 1))
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.y = MARGIN
        self._tags: list[Box] = []

    def style(self, size: float, weight: Weight = "regular", faint: bool = False) -> Style:
        """Return a style in the ink of the sheet."""
        return Style(size, weight, self.colours.faint_ink if faint else self.colours.ink)

    def write(self, text: str, left: float, top: float, style: Style, align: Align = "left") -> None:
        """Set one line; signs that mean something to TeX mean nothing here."""
        line = self.axes.text(left, top + _ASCENT * style.size, text, font=style.font, color=style.colour, zorder=9)
        line.set(parse_math=False, verticalalignment="baseline", horizontalalignment=align)

    def write_upright(self, text: str, middle: float, top: float, style: Style) -> None:
        """Set one line that is read from below, with its end at the top."""
        line = self.axes.text(middle, top, text, font=style.font, color=style.colour, zorder=5.5, rotation=90)
        line.set(parse_math=False, verticalalignment="top", horizontalalignment="center")

    def write_lines(self, text: str, style: Style, most_lines: int, left: float = MARGIN, width: float = INNER) -> None:
        """Set a paragraph below what is there."""
        for line in wrap(text, style, width, most_lines) if text.strip() else ():
            self.write(line, left, self.y, style)
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

    def hatch(self, path: Path, colour: str, lines: int, width: float) -> None:
        """Draw diagonal lines so wide inside a path, the more `lines` the closer."""
        patch = PathPatch(path, facecolor="none", edgecolor=colour, linewidth=0, hatch="/" * lines, zorder=2.5)
        patch.set_hatch_linewidth(width)
        self.axes.add_patch(patch)

    def hatch_box(self, box: Box, colour: str) -> None:
        """Draw diagonal lines over a box that is filled already."""
        patch = Rectangle((box.left, box.top), box.width, box.height, facecolor="none", edgecolor=colour, hatch="///")
        patch.set(linewidth=0, zorder=5.5)
        patch.set_hatch_linewidth(_HATCH)
        self.axes.add_patch(patch)

    def dot(self, x: float, y: float, width: float, colour: str) -> None:
        """Draw a dot as small countries or areas have it."""
        edge = self.colours.dot_border
        self.axes.add_patch(Ellipse((x, y), width, width, facecolor=colour, edgecolor=edge, linewidth=0.6, zorder=6))

    def write_on_map(self, text: str, place: tuple[float, float], style: Style, align: Align) -> None:
        """Set one line at half its height at a place on a map, with a rim of paper that sets it off."""
        self.write(text, place[0], place[1] - 0.55 * style.size, style, align)
        self.axes.texts[-1].set_path_effects([withStroke(linewidth=2.2, foreground=self.colours.paper)])

    def write_tag(self, text: str, middle: tuple[float, float], style: Style) -> None:
        """Set a short text on a tag of its own with its middle at a place, or below the tag that is there."""
        width, height = measure(text, style) + 10, 1.6 * style.size
        left = min(max(middle[0] - width / 2, MARGIN), WIDTH - MARGIN - width)
        box = Box(left, middle[1] - height / 2, width, height)
        for other in sorted(self._tags, key=lambda tag: tag.top):
            box = box._replace(top=other.top + other.height + 2) if box.overlaps(other) else box
        self._tags.append(box)
        self._draw_tag(box)
        self.write(text, box.left + width / 2, box.top + height / 2 - 0.52 * style.size, style, "center")

    def _draw_tag(self, box: Box) -> None:
        corners, colours = f"round,pad=0,rounding_size={box.height / 2.6}", self.colours
        place = (box.left, box.top)
        tag = FancyBboxPatch(place, box.width, box.height, corners, fc=colours.paper, ec=colours.ink)
        tag.set(linewidth=0.7, zorder=8)
        self.axes.add_patch(tag)

    def save(self, title: str, description: str, file_format: Format, scale: int) -> bytes:
        """Return the finished picture as a file; title and description are for those who cannot see it."""
        if file_format not in get_args(Format) or not 1 <= scale <= _LARGEST_SCALE:
            raise DrawingError(
                f"a picture as {file_format!r} at scale {scale}: choose {', '.join(get_args(Format))} and 1 to {_LARGEST_SCALE}"
            )
        self._set_height()
        words = make_drawable(title), make_drawable(description, 2000)
        # Text as paths looks right where the fonts are not installed. The salt makes the ids of an SVG the same each time.
        # Matplotlib's other way to put OpenType fonts into a PDF makes readers warn.
        with rc_context({"svg.fonttype": "path", "svg.hashsalt": "aidatlas", "pdf.fonttype": 3}):
            data = self._write(words, file_format, scale)
        return _describe(data, *words) if file_format == "svg" else data

    def _set_height(self) -> None:
        # Whole pixels at every scale.
        grain = _POINTS_AN_INCH * 25 / _PIXELS_AN_INCH
        height = grain * math.ceil((self.y + MARGIN * 0.7) / grain)
        self.figure.set_size_inches(WIDTH / _POINTS_AN_INCH, height / _POINTS_AN_INCH)
        self.axes.set(xlim=(0, WIDTH), ylim=(height, 0))

    def _write(self, words: tuple[str, str], file_format: Format, scale: int) -> bytes:
        title, description = words
        said = {  # No date and no program: the same chart gives the same bytes.
            "png": {"Software": None, "Title": title, "Description": description},
            "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
            "pdf": {"Creator": None, "Producer": None, "CreationDate": None, "Title": title, "Subject": description},
        }
        file = BytesIO()
        self.figure.savefig(
            file,
            format=file_format,
            dpi=_PIXELS_AN_INCH * scale,
            facecolor=self.colours.paper,
            metadata=said[file_format],
        )
        return file.getvalue()


def _describe(svg: bytes, title: str, description: str) -> bytes:
    """Put title and description where browsers and screen readers look for them: first inside the picture."""
    head, opening, rest = svg.decode("utf-8").partition("<svg ")
    attributes, close, body = rest.partition(">")
    words = f"\n <title>{escape(title)}</title>\n <desc>{escape(description)}</desc>"
    return f'{head}{opening}role="img" {attributes}{close}{words}{body}'.encode()
