"""The rows of a table that are set as plain lines: words and one number, "Norway 120", three lines or more.

Copies of web pages and PDFs lose the signs between the cells. Such lines are no parts of one sentence.
"""

import re
from collections.abc import Sequence

from geo.base.records import Line
from geo.documents.grids import is_row
from geo.text.signs import STOPS

LEAST_ROWS = 3
_LONGEST_ROW = 140
_LONGEST_HEADING, _MOST_WORDS = 60, 6
_ROW = re.compile(
    r"""
    [ \t]{0,8}
    (?P<label>[^\W\d_][^\d\n|:：;；，,。!?]{0,58}?(?:,[ ][^\d\n|:：;；，,。!?]{1,30}?)?)   # Norway; Korea, Republic of
    (?:[ \t\u00a0]{1,4}|(?<=[\u4e00-\u9fff]))                                         # no blank in 挪威120
    (?P<number>
        [~≈<>≥≤]?[ ]?(?:US)?[$€£]?\d[\d,.]{0,20}(?:[ \u00a0\u202f]\d{3}){0,4}
        (?:[ ]?(?:thousand|million|billion|bn|%|[十百千]?[万亿]\d{0,4}))?[*+]?
    )
    [ \t]{0,8}
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "Ghana –": a row whose figure is missing.
_MISSING = re.compile(
    r"[ \t]{0,8}(?P<label>[^\W\d_][^\d\n|:：;；，。!?]{0,60}?)[ \t]{1,8}(?:[-–—]{1,3}|\.{2,3}|…|n\.?/?a\.?)[ \t]{0,8}",
    re.I,
)
_SIGNED = re.compile(rf"[\d|.。!?！？{STOPS}，；;]")


def match_row(text: str) -> re.Match[str] | None:
    """Return the `label` and `number` of a line that has words and one number and no more, None for another line.

    >>> match_row("Korea, Republic of 1,200")["label"], match_row("In May 12 ships sailed")
    ('Korea, Republic of', None)
    """
    return _ROW.fullmatch(text) if len(text) <= _LONGEST_ROW and not is_row(text) else None


def match_missing(text: str) -> re.Match[str] | None:
    """Return the `label` of a line whose figure is missing, None for another line.

    >>> match_missing("Ghana –")["label"], match_missing("Ghana -")["label"], match_missing("Ghana")
    ('Ghana', 'Ghana', None)
    """
    return _MISSING.fullmatch(text) if len(text) <= _LONGEST_ROW else None


def is_row_heading(text: str) -> bool:
    """Tell whether a line may stand over such rows: a few words without number or stop."""
    plain = text.strip()
    return len(plain) <= _LONGEST_HEADING and len(plain.split()) <= _MOST_WORDS and not _SIGNED.search(plain)


def find_line_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Return where the lines begin that are rows of such tables, and the headings right above them."""
    body = [line for line in lines if line.text.strip() and not line.rule]
    found: set[int] = set()
    first = missing = 0
    for place in range(len(body) + 1):
        if place < len(body) and match_row(body[place].text):
            continue
        if first < place < len(body) and match_missing(body[place].text):
            missing += 1
            continue
        if place - first - missing >= LEAST_ROWS:
            found.update(line.start for line in body[first:place])
            if first and is_row_heading(body[first - 1].text):
                found.add(body[first - 1].start)
        first, missing = place + 1, 0
    return frozenset(found)
