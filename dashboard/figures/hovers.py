"""The words that appear over an area of a map: plain text from documents, made safe for Plotly's own markup."""

import html
import re
from typing import NamedTuple

from geo.charts import MapChart
from geo.reference.places import find_alpha_2, name_place
from geo.reference.wordings import is_wide

# What the example sentences of all areas together may weigh: few areas have long ones, a whole world short ones.
_EXAMPLES_BYTES, _SHORTEST, _LONGEST = 20_000, 16, 90
# Of a language with wide signs, as Chinese has, and of another.
_BYTES = {True: 3, False: 1}
# How wide a tooltip may be, in letters, and how high: wider or higher, it hides what stands round its place.
LINE, LINES = 45, 6
_FIGURE = 16
# Control characters, and those that turn the direction of writing, are shown as a mark, not obeyed.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")


def make_safe(text: str) -> str:
    """Return a text for hover boxes and titles: markup and formulas inert, unseen characters made visible."""
    return html.escape(make_visible(text)).replace("$", "&#36;")


def make_visible(text: str) -> str:
    """Return a text for places that obey no markup: unseen characters made visible."""
    return _UNSEEN.sub("␣", text)


def shorten(text: str, length: int = _LONGEST) -> str:
    """Return a text of at most `length` characters, its cut marked by an ellipsis."""
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def measure_text(text: str) -> int:
    """Return how wide a text is, in letters: a Chinese sign is as wide as two, in whatever language the page is."""
    return sum(2 if sign > "\u2e7f" else 1 for sign in text)


def break_lines(text: str, width: int = LINE) -> list[str]:
    """Return a text in lines no wider than so many letters; words stay whole, Chinese breaks anywhere."""
    pieces = re.findall(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|.", text)
    lines = [""]
    for piece in pieces:
        if measure_text(lines[-1] + piece.rstrip()) > width and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


def fit_lines(text: str, most: int, width: int = LINE) -> list[str]:
    """Return a text in at most so many lines, the last with an ellipsis where it was cut; a word too long is cut too."""
    lines = [_cut(line, width) for line in break_lines(text, width) if line]
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(f"{lines[most - 1]} …", width)]


def _cut(line: str, width: int) -> str:
    if measure_text(line) <= width:
        return line
    kept = line.rstrip(" …")
    while measure_text(kept) > width - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


class Hover(NamedTuple):
    """What a tooltip tells of one area, each field safe; the order is that of `customdata` in the figures.

    `name` is the name with both codes, `example` a sentence; either may have a break between its lines.
    """

    code: str
    name: str
    value: str
    rank: str
    example: str


# The template of a tooltip over an area that is left out, and over one without a value: code, name, what is said of it.
LEFT_OUT = "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>"


def write_template(chart: MapChart) -> str:
    """Return Plotly's template of a tooltip over the fields of a Hover: name, codes, value, rank, one sentence."""
    names = {field: f"%{{customdata[{number}]}}" for number, field in enumerate(Hover._fields)}
    measure = "".join(make_safe(line) for line in fit_lines(chart.labels.measure, 1))
    rank = chart.look.words("map.rank", {"rank": names["rank"]})
    # A figure of many digits and its rank have a line of their own where the measure has filled its.
    parted = "<br>" if measure_text(chart.labels.measure) > LINE - _FIGURE else " "
    return (
        f"<b>{names['name']}</b><br>"
        f"{measure}:{parted}<b>{names['value']}</b> · {rank}<i>{names['example']}</i><extra></extra>"
    )


def describe_areas(chart: MapChart) -> dict[str, Hover]:
    """Return what the tooltip of each code of a map tells, in at most LINES lines of LINE letters."""
    rows, language = chart.rows, chart.look.language
    budget = _EXAMPLES_BYTES // (max(len(rows), 1) * _BYTES[is_wide(language)])
    length = min(_LONGEST, max(_SHORTEST, budget))
    return {
        row["code"]: Hover(
            code=row["code"],
            name=_write_name(row["name"], row["code"], row["alpha_2"]),
            value=make_safe(row["shown"]),
            rank=str(row["rank"]),
            example=_write_example(shorten(row["example"], length)),
        )
        for row in rows.to_dict("records")
    }


def describe_left_out(chart: MapChart) -> dict[str, tuple[str, str, str]]:
    """Return what the tooltip of each code tells that is left out: code, name, and what it would have."""
    language, here = chart.look.language, chart.look.words("left_out.here")
    return {
        code: (
            code,
            _write_name(name_place(code, language), code, find_alpha_2(code)),
            "<br>".join(map(make_safe, [here, *fit_lines(f"{chart.labels.measure}: {value:,}", 3)])),
        )
        for code, value in chart.left_out.items()
    }


def _write_name(name: str, code: str, alpha_2: str) -> str:
    return "<br>".join(make_safe(line) for line in fit_lines(f"{name} · {code} · {alpha_2}", 2))


def _write_example(text: str) -> str:
    """Return a sentence in lines under the rest of a tooltip; nothing where there is none."""
    return "".join(f"<br>{make_safe(line)}" for line in fit_lines(text, 2))
