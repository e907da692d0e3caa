"""A series of running totals as a small picture beside a check: a dot a statement, the two compared marked."""

import html
from base64 import b64encode
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pandas as pd

from geo.charts import Look, palette
from geo.charts.numbers import write_number

_WIDTH, _HEIGHT, _MARGIN, _TEXT = 300, 84, 12, 11
_TOP, _FOOT = _TEXT + 8, _HEIGHT - 2 * _TEXT - 12
# More dots than this lie on each other.
_MOST = 120


class _Dot(NamedTuple):
    """A statement: its day and value, and whether it is the one checked, the other one, or neither ("")."""

    day: date
    value: float
    part: str


def draw_series(series: pd.DataFrame, checked: str, other: str | None, look: Look) -> str:
    """Return the statements of one measure (see Corpus.read_series) over time as an image in HTML.

    `checked` and `other` are the quantities compared. Nothing where all statements are of one day.
    """
    parts = {other: "other", checked: "checked"}
    rows = series.assign(part=[parts.get(quantity, "") for quantity in series["quantity"]])
    rows = pd.concat([rows[rows["part"] != ""], rows[rows["part"] == ""].drop_duplicates(["date", "value"])])
    dots = [
        _Dot(pd.Timestamp(day).date(), float(value), part)
        for day, value, part in zip(rows["date"], rows["value"], rows["part"], strict=True)
    ]
    if len({dot.day for dot in dots}) < 2:
        return ""
    # Streamlit takes SVG out of HTML, and leaves images.
    data = b64encode(_write_svg(_thin(dots), look).encode()).decode()
    said = ", ".join(f"{dot.day}: {write_number(dot.value, look.language)}" for dot in sorted(_thin(dots)))
    alt = look.words("drawing.figure", {"name": look.words("totals.title"), "value": said})
    return f'<img class="aa-series" width="{_WIDTH}" alt="{html.escape(alt)}" src="data:image/svg+xml;base64,{data}">'


def _thin(dots: list[_Dot]) -> list[_Dot]:
    """Return the two compared, and of the others so many that the picture stays small."""
    marked, plain = [dot for dot in dots if dot.part], [dot for dot in dots if not dot.part]
    return plain[:: len(plain) // _MOST + 1] + marked


def _write_svg(dots: Sequence[_Dot], look: Look) -> str:
    days, highest = sorted(dot.day for dot in dots), max(dot.value for dot in dots)
    values = {dot.part: dot.value for dot in dots}
    shapes = [_draw_axis(days, look)]
    for dot in dots:
        x = _MARGIN + (dot.day - days[0]).days / (days[-1] - days[0]).days * (_WIDTH - 2 * _MARGIN)
        y = _FOOT - (_FOOT - _TOP) * dot.value / (highest or 1)
        shapes.append(_draw_dot(dot, x, y, look))
        if dot.part:
            # The lower one has its number beneath it, where the numbers of near dots would lie on each other.
            is_lower = dot.part == "checked" and dot.value < values.get("other", dot.value)
            shapes.append(_draw_number(dot, x, y + 15 if is_lower else y - 8, look))
    box = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif"'
    return f"<svg {box}>{''.join(shapes)}</svg>"


def _draw_dot(dot: _Dot, x: float, y: float, look: Look) -> str:
    colours = palette(look.theme)
    colour = {"checked": colours.marked, "other": colours.ink}.get(dot.part, colours.total)
    return f'<circle class="{dot.part}" cx="{x:.1f}" cy="{y:.1f}" r="{4.5 if dot.part else 2.6}" fill="{colour}"/>'


def _draw_number(dot: _Dot, x: float, y: float, look: Look) -> str:
    anchor = "start" if x < 20 else "end" if x > _WIDTH - 20 else "middle"
    style = f'font-size="{_TEXT}" font-weight="700" fill="{palette(look.theme).ink}" text-anchor="{anchor}"'
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{write_number(dot.value, look.language)}</text>'


def _draw_axis(days: Sequence[date], look: Look) -> str:
    """Draw the line of time with its first and last month, or day where that is one month."""
    form = "%Y-%m-%d" if f"{days[0]:%Y-%m}" == f"{days[-1]:%Y-%m}" else "%Y-%m"
    colours, y = palette(look.theme), _HEIGHT - _TEXT - 4
    left, right = _MARGIN - 6, _WIDTH - _MARGIN + 6
    style = f'y="{_HEIGHT - 2}" font-size="{_TEXT - 1}" fill="{colours.faint_ink}"'
    return (
        f'<line x1="{left}" x2="{right}" y1="{y}" y2="{y}" stroke="{colours.border}"/>'
        f'<text x="{left}" {style}>{days[0]:{form}}</text>'
        f'<text x="{right}" {style} text-anchor="end">{days[-1]:{form}}</text>'
    )
