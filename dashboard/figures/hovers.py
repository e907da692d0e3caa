"""The words that appear over an area of a map: plain text from documents, made safe for Plotly's own markup."""

import html
import re
from typing import NamedTuple

from geo.charts import MapChart
from geo.reference.wordings import is_wide

# What the example sentences of all areas together may weigh: few areas have long ones, a whole world short ones.
_EXAMPLES_BYTES, _SHORTEST, _LONGEST = 20_000, 16, 90
# Of a language with wide signs, as Chinese has, and of another.
_BYTES = {True: 3, False: 1}
_LINE_LENGTH = {True: 26, False: 52}
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


def break_lines(text: str, language: str, most: int | None = None) -> list[str]:
    """Return a text in lines short enough for a hover box, or of `most`; words stay whole, Chinese breaks anywhere."""
    length = most or _LINE_LENGTH[is_wide(language)]
    pieces = re.findall(r"[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|.", text)
    lines = [""]
    for piece in pieces:
        if len(lines[-1]) + len(piece) > length and lines[-1]:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]


class Hover(NamedTuple):
    """What a tooltip tells of one area, each field safe; the order is that of `customdata` in the figures."""

    code: str
    name: str
    alpha_2: str
    value: str
    rank: str
    example: str


def write_template(chart: MapChart) -> str:
    """Return Plotly's template of a tooltip over the fields of a Hover: name, codes, value, rank, one sentence."""
    names = {field: f"%{{customdata[{number}]}}" for number, field in enumerate(Hover._fields)}
    measure = make_safe(chart.labels.measure)
    rank = chart.look.words("map.rank", {"rank": names["rank"]})
    return (
        f"<b>{names['name']}</b> · {names['code']} · {names['alpha_2']}<br>"
        f"{measure}: <b>{names['value']}</b> · {rank}<i>{names['example']}</i><extra></extra>"
    )


def describe_areas(chart: MapChart) -> dict[str, Hover]:
    """Return what the tooltip of each code of a map tells."""
    rows, language = chart.rows, chart.look.language
    budget = _EXAMPLES_BYTES // (max(len(rows), 1) * _BYTES[is_wide(language)])
    length = min(_LONGEST, max(_SHORTEST, budget))
    return {
        row["code"]: Hover(
            code=row["code"],
            name=make_safe(row["name"]),
            alpha_2=row["alpha_2"],
            value=f"{row['value']:,}",
            rank=str(row["rank"]),
            example=_write_example(shorten(row["example"], length), language),
        )
        for row in rows.to_dict("records")
    }


def _write_example(text: str, language: str) -> str:
    """Return a sentence in lines under the rest of a tooltip; nothing where there is none."""
    return "".join(f"<br>{make_safe(line)}" for line in break_lines(text, language) if line)
