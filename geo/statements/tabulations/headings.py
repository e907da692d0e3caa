"""What a column's heading, or a table's caption, says of the numbers under it: the unit, the scale and the measure.

Columns of one table are different measures, and nothing but the heading tells them apart. Sold is the theme `sales`,
donated the theme `aid`, pledged or ordered the status `announced`, delivered the status `done` and the theme of the
caption ("vaccine"). A heading that speaks of rates, prices or ranks counts nothing.
"""

import re
from collections.abc import Collection, Sequence
from functools import cache
from typing import NamedTuple

from geo.base.records import Status
from geo.reference.themes import read_themes
from geo.statements.tabulations.units import find_last_noun, find_scale, find_unit, is_share, says_no_count

# A heading of these words alone leaves it to the caption to say what is counted.
_GENERIC = re.compile(
    r"(?:\s|[-–,/()（）:：&]|\b(?:the|of|and|or|in|by|as|number|no\.?|total|amount|quantity|value|count|figures?|sum|"
    r"sold|sales?|donat\w+|pledg\w+|deliver\w+|received|order\w*|purchas\w+|bought|announced|promised|committed|"
    r"shipped|supplied|given|gifts?|planned|approved|thousands?|millions?|billions?|bn|mn|m|\d{4})(?![a-z])"
    r"|数量|数目|数|总[计数量额]|合计|金额|销售|出售|订购|采购|购买|捐赠|赠送|援助|承诺|交付|运抵|接收|计划|已|量|额|及|和|"
    r"[12]\d{3}年?|[十百千]?[万亿千]|百万)*",
    re.IGNORECASE,
)
_SOLD = re.compile(
    r"\bsold\b|\bsales?\b|\border(?:s|ed)?\b|\bpurchas|\bbought\b|销售|出售|订购|采购|购买", re.IGNORECASE
)
_DONATED = re.compile(r"\bdonat|\bgifts?\b|\bgrants?\b|捐赠|赠送|捐助|无偿", re.IGNORECASE)
_ANNOUNCED = re.compile(
    r"\bpledg|\bpromis|\bannounc|\bcommit(?:ted|ments?)\b|\border(?:s|ed)?\b|承诺|宣布|订购", re.IGNORECASE
)
_PLANNED = re.compile(r"\bplanned\b|\bexpected\b|\bscheduled\b|计划|预计|拟", re.IGNORECASE)
_DONE = re.compile(
    r"\bdeliver|\breceived\b|\barriv|\bshipped\b|\bsold\b|\bsales\b|\bdonat|\bgiven\b|\bsupplied\b|\bsent\b|\bbought\b|"
    r"交付|运抵|到货|接收|收到|捐赠|赠送|销售|出售|提供|已",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(19|20)\d\d(?!\d)")


# A year, or a word for a number and no more.
_PLAIN = re.compile(
    r"(?:FY ?|in )?(?:19|20)\d\d(?:[-/–]\d{2,4})?年?度?|(?:the )?(?:total )?(?:numbers?|no\.|count|quantity|figures?)|数量|数目|总数|个数",
    re.IGNORECASE,
)

# What columns of one table are told apart by: a caption that speaks of both gives the theme of neither.
DEEDS = ("sales", "aid")


class Heading(NamedTuple):
    """What stands over a column. `open` tells that it counts something the caption may name ("Sold", "2021").

    `counts` is false over rates, prices and dates, whatever their cells say. `noun` is the base form of what is counted,
    without a unit it is only what the heading ends in ("Oil output"); `plain` tells that nothing but a year or "number" stands there.
    """

    unit: str | None
    scale: int | None
    theme: str | None
    status: Status | None
    year: int | None
    open: bool
    counts: bool
    noun: str | None = None
    plain: bool = False


def read_heading(text: str) -> Heading:
    """Return what a column's heading says of the numbers under it.

    >>> read_heading("Sold (million doses)")[:4]
    ('doses', 1000000, 'sales', 'done')
    >>> read_heading("捐赠（万剂）")[:4], read_heading("Doses per head").counts
    (('doses', 10000, 'aid', 'done'), False)
    """
    scale, share, year = find_scale(text), is_share(text), _YEAR.search(text)
    is_open = _GENERIC.fullmatch(text) is not None and not share
    counted = None if is_open else find_unit(text, scale)
    if not share and (says_no_count(text) or (counted and counted.unit == "measure")):
        return Heading(None, None, None, None, None, open=False, counts=False)
    return Heading(
        "percent" if share else counted.unit if counted else None,
        None if share else scale,
        _find_deed(text) or find_theme(text, DEEDS if _SOLD.search(text) else ()),
        find_status(text),
        int(year[0]) if year else None,
        open=is_open,
        counts=True,
        noun=counted.noun if counted else None if is_open or share else find_last_noun(text),
        plain=_PLAIN.fullmatch(text.strip()) is not None,
    )


def find_theme(text: str, but: Collection[str] = ()) -> str | None:
    """Return the theme whose words a heading or caption uses, `but` not these; of several the earliest in themes.toml."""
    return next((theme for theme, words in _compile_themes() if theme not in but and words.search(text)), None)


@cache
def _compile_themes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((theme.code, _compile_words(theme.zh, theme.en)) for theme in read_themes().values())


def _compile_words(chinese: Sequence[str], english: Sequence[str]) -> re.Pattern[str]:
    anywhere = map(re.escape, chinese)
    # A word with a space behind it is whole: "sold " is no soldier.
    at_the_start = (rf"(?<![a-z0-9]){re.escape(word.rstrip())}" + r"\b" * word.endswith(" ") for word in english)
    return re.compile("|".join([*anywhere, *at_the_start]), re.IGNORECASE)


def _find_deed(text: str) -> str | None:
    """Return the theme of what was done; where goods were sold or given the heading tells no two measures apart."""
    sold, donated = _SOLD.search(text), _DONATED.search(text)
    if sold and donated:
        return None
    return DEEDS[0] if sold else DEEDS[1] if donated else None


def find_status(text: str) -> Status | None:
    """Return whether a heading speaks of what is planned, announced or done; "donated or pledged" is announced."""
    statuses: tuple[tuple[Status, re.Pattern[str]], ...] = (
        ("planned", _PLANNED),
        ("announced", _ANNOUNCED),
        ("done", _DONE),
    )
    return next((status for status, pattern in statuses if pattern.search(text)), None)
