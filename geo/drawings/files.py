"""A finished picture as PNG, SVG or PDF: no date and no program in it, so that the same chart gives the same bytes."""

from collections.abc import Sequence
from html import escape
from io import BytesIO
from typing import Literal, NamedTuple, get_args

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from geo.base.errors import DrawingError
from geo.drawings.fonts import make_drawable
from geo.drawings.svg_texts import Line, write_styles, write_texts

Format = Literal["png", "svg", "pdf"]
_LARGEST_SCALE = 4
# How wide the rim is that sets a name off a map.
RIM = 2.2


class Words(NamedTuple):
    """What a file says of itself for those who cannot see it, in signs that can be drawn."""

    title: str
    description: str


def check_format(file_format: Format, scale: int) -> None:
    """Raise DrawingError for a format or scale that there is not."""
    if file_format not in get_args(Format) or not 1 <= scale <= _LARGEST_SCALE:
        raise DrawingError(
            f"a picture as {file_format!r} at scale {scale}: choose {', '.join(get_args(Format))} and 1 to {_LARGEST_SCALE}"
        )


def describe(title: str, description: str) -> Words:
    """Return what a file says of itself."""
    return Words(make_drawable(title), make_drawable(description, 2000))


def write_picture(
    figure: Figure, lines: Sequence[Line], words: Words, file_format: Format, dpi: float, paper: str
) -> bytes:
    """Return what was drawn as a file; an SVG has the lines as text."""
    axes = figure.axes[0]
    if file_format == "svg":
        _outline(axes, lines)
    # The salt makes the ids of an SVG the same each time. Matplotlib's other way to put OpenType fonts into a PDF
    # makes readers warn.
    with rc_context({"svg.hashsalt": "aidatlas", "pdf.fonttype": 3}):
        data = _write(figure, words, file_format, dpi, paper)
    return _write_words(data, words, lines) if file_format == "svg" else data


def _write(figure: Figure, words: Words, file_format: Format, dpi: float, paper: str) -> bytes:
    title, description = words
    said = {
        "png": {"Software": None, "Title": title, "Description": description},
        "svg": {"Date": None, "Creator": None, "Format": None, "Type": None},
        "pdf": {"Creator": None, "Producer": None, "CreationDate": None, "Title": title, "Subject": description},
    }
    file = BytesIO()
    figure.savefig(file, format=file_format, dpi=dpi, facecolor=paper, metadata=said[file_format])
    return file.getvalue()


def _outline(axes: Axes, lines: Sequence[Line]) -> None:
    """Take the text out of an SVG: it is written into it as text; what lies beneath it, or cannot be text, are paths."""
    for text in axes.texts:
        text.set_visible(False)
    for line in lines:
        if line.rim is not None:
            _draw_outline(axes, line, "none", line.rim, RIM)
        if not line.writable:
            _draw_outline(axes, line, line.style.colour, "none", 0)


def _draw_outline(axes: Axes, line: Line, face: str, edge: str, width: float) -> None:
    axes.add_patch(PathPatch(line.trace(), facecolor=face, edgecolor=edge, linewidth=width, zorder=9))


def _write_words(svg: bytes, words: Words, lines: Sequence[Line]) -> bytes:
    """Put title and description where browsers and screen readers look for them, first, and the text on top, last."""
    head, opening, rest = svg.decode("utf-8").partition("<svg ")
    attributes, close, body = rest.partition(">")
    said = f"\n <title>{escape(words.title)}</title>\n <desc>{escape(words.description)}</desc>"
    style = f"\n <style>\n{write_styles(lines)}\n </style>"
    drawn, end, _ = body.rpartition("</svg>")
    return f'{head}{opening}role="img" {attributes}{close}{said}{style}{drawn}{write_texts(lines)}{end}\n'.encode()
