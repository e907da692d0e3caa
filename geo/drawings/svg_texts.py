"""The text of an SVG as text: each line where matplotlib measured it, to be searched, copied and set anew by a desk."""

from collections.abc import Sequence
from html import escape
from typing import NamedTuple

from matplotlib.path import Path
from matplotlib.textpath import text_to_path
from matplotlib.transforms import Affine2D

from geo.drawings.embedded_fonts import can_embed, gather_signs, list_faces, part_runs, write_faces
from geo.drawings.fonts import Style, Weight, measure

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_SHIFTS = {"left": 0.0, "center": 0.5, "right": 1.0}
_WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}


class Line(NamedTuple):
    """A line of text on a sheet: where it is anchored, in points from the top left, and the colour of its rim, if any."""

    text: str
    x: float
    baseline: float
    style: Style
    align: str
    rim: str | None = None
    upright: bool = False

    @property
    def writable(self) -> bool:
        """Whether it can be text: the fonts that it needs may be embedded."""
        return can_embed(self.text, self.style.weight)

    def trace(self) -> Path:
        """Return its outlines on the sheet."""
        corners, codes = text_to_path.get_text_path(self.style.font, self.text)
        size = self.style.size / text_to_path.FONT_SCALE
        left = self.x - _SHIFTS[self.align] * measure(self.text, self.style)
        place = Affine2D().scale(size, -size).translate(left, self.baseline)
        if self.upright:
            place = place.rotate_deg_around(self.x, self.baseline, -90)
        return Path(corners, codes).transformed(place) if len(corners) else Path([(left, self.baseline)])


def write_texts(lines: Sequence[Line]) -> str:
    """Return the lines as a group of SVG; those that cannot be text are left out."""
    written = "\n".join(_write(line) for line in lines if line.writable and line.text.strip())
    return f' <g id="text" text-rendering="geometricPrecision">\n{written}\n </g>\n'


def write_styles(lines: Sequence[Line]) -> str:
    """Return the style sheet of the lines: their fonts, and which of them a line is set in."""
    needed = gather_signs((line.text, line.style.weight) for line in lines if line.writable)
    classes = [
        f".{_name_class(weight, latin)}{{font-family:{_list_families(weight, latin)};font-weight:{_WEIGHTS[weight]}}}"
        for weight in _WEIGHTS
        for latin in (True, False)
    ]
    return "\n".join(filter(None, [write_faces(needed), *classes]))


def _name_class(weight: Weight, latin: bool) -> str:
    return f"{weight}{'-latin' * latin}"


def _list_families(weight: Weight, latin: bool) -> str:
    return ",".join([*(f'"{face.name}"' for face in list_faces(weight, latin)), "sans-serif"])


def _write(line: Line) -> str:
    """Return a line as an element; a program without the fonts keeps to its width."""
    first, *more = part_runs(line.text)
    weight = line.style.weight
    inner = escape(first.text, quote=False) + "".join(
        f'<tspan class="{_name_class(weight, run.latin)}">{escape(run.text, quote=False)}</tspan>' for run in more
    )
    turn = f' transform="rotate(-90 {line.x:.2f} {line.baseline:.2f})"' if line.upright else ""
    where = f'x="{line.x:.2f}" y="{line.baseline:.2f}" text-anchor="{_ANCHORS[line.align]}"'
    look = f'class="{_name_class(weight, first.latin)}" font-size="{line.style.size:g}" fill="{line.style.colour}"'
    length = f'textLength="{measure(line.text, line.style):.2f}" lengthAdjust="spacingAndGlyphs"'
    return f"  <text {where}{turn} {look} {length}>{inner}</text>"
