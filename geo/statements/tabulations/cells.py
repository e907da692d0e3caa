"""What one cell of a table holds: a number with its bound, nothing, or something that must not be guessed at."""

import re
from typing import Final, NamedTuple

from geo.base.reasons import Reason
from geo.base.records import Bound
from geo.clauses.counts import find_fault
from geo.numbers import parse_numeral
from geo.statements.tabulations.headings import find_scale, find_unit, says_no_count
from geo.text import make_plain_text

UNREADABLE: Final = "a cell that cannot be read as a number"

# 12*, 12[1], 12 (a), 12¹, 12[^1]: marks that lead to a note under the table.
_NOTE_MARK = re.compile(
    r"(?:\s{0,2}(?:[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰]+|\[\^?[\w*]{1,3}\]|[（(][a-z][)）]|[①-⑳]|<sup>[^<>]{0,9}</sup>)){1,3}$"
)
_SHARE = re.compile(r"\s{0,2}[（(]\s{0,2}[\d.,]{1,8}\s{0,2}%\s{0,2}[)）]$")
_EMPTY = re.compile(
    r"(?:[-–—.…/]{1,6}|n\.?/?a\.?|not available|unknown|none|nil|无|暂无|未知|未公布|不详|不适用)?", re.IGNORECASE
)
_DIGIT = re.compile(r"\d|[一二三四五六七八九十百千]")
_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("at_least", r"at least|no fewer than|no less than|≥|>=|至少|不少于"),
    ("at_most", r"at most|no more than|up to|≤|<=|至多|最多|不超过"),
    ("more_than", r"more than|over|above|>|超过?|逾|多于"),
    ("less_than", r"less than|fewer than|under|below|<|不足|不到|少于"),
    ("nearly", r"nearly|almost|close to|近|将近"),
    ("about", r"about|around|approximately|approx\.?|some|circa|c\.|~|≈|大?约"),
)
_BOUND = re.compile("|".join(f"(?P<{bound}>{words})" for bound, words in _BEFORE), re.IGNORECASE)
_AFTER = re.compile(r"(?P<more_than>\+|[多余几])|(?P<at_least>\s?or more|以上)|(?P<about>\s?or so|左右)")
_SIGN = r"(?:US ?\$|[A-Z]{1,3}\$|\$|€|£|¥|USD|EUR|GBP|RMB|CNY)\s?"
_ARABIC = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:\.\d{1,6})?|\d[\d,]{0,20}(?:\.\d{1,6})?"
_CHINESE = r"[〇零一二两三四五六七八九十百千]{1,12}"
_NUMBER = re.compile(
    rf"(?P<sign>{_SIGN})?(?P<low>{_ARABIC}|{_CHINESE})"
    rf"(?:\s?(?:[-–—～〜]|to|至|到)\s?(?P<high>{_ARABIC}|{_CHINESE}))?"
)
# The scale and the noun, which may both stand after the number: "20 million doses", "300万剂", "29 countries".
_TAIL = re.compile(
    r"\s?(?P<scale>(?:thousand|million|billion|bn|mn|mln|m|k)\b|[十百千]?[万亿])?\s?(?P<noun>.{0,40})", re.I
)
_SHORT_SCALES = {"m": 10**6, "k": 10**3}
_MEASURE_WORDS = {
    "countries": "个",
    "organisations": "个家",
    "people": "名位",
    "teams": "支个",
    "meetings": "场次",
    "events": "场次",
    "items": "台只件套份副瓶箱",
    "doses": "支份",
}


class Value(NamedTuple):
    """The number of a cell; `unit` where the cell itself says what it counts."""

    value: float
    value_to: float | None
    bound: Bound
    unit: str | None


def is_empty(text: str) -> bool:
    """Tell whether a cell says that there is no number: a blank, a dash, "n/a"."""
    return _EMPTY.fullmatch(text.strip()) is not None


def read_cell(text: str, unit: str | None, scale: int | None) -> Value | Reason | None:
    """Return the number in a cell under a heading of this unit and scale, the reason why there is none, or None.

    None is an empty cell, and a cell of words. The unit of the cell goes before the heading's.

    >>> read_cell("1,200*", "doses", 1000), read_cell("n/a", "doses", None)
    (Value(value=1200000.0, value_to=None, bound='exact', unit=None), None)
    >>> read_cell("12,34", "doses", None)
    'a cell that cannot be read as a number'
    """
    plain = _SHARE.sub("", _NOTE_MARK.sub("", make_plain_text(text).text.strip())).strip()
    if is_empty(plain) or not _DIGIT.search(plain):
        return None
    read = _read_number(plain, unit, scale)
    if isinstance(read, str):
        return read if unit else None
    counted = read.unit or unit
    return find_fault(read.value, read.value_to, counted) or read if counted else None


def _read_number(plain: str, unit: str | None, scale: int | None) -> Value | Reason:
    bound = _BOUND.match(plain)
    lead = plain[bound.end() :].lstrip() if bound else plain
    number = _NUMBER.match(lead)
    if number is None:
        return UNREADABLE
    after = _AFTER.match(lead, number.end())
    tail = _TAIL.fullmatch(lead, after.end() if after else number.end())
    own = _read_tail(tail, number["sign"] or "", unit, scale) if tail else None
    if own is None or (bound and after):
        return UNREADABLE
    named = (bound.lastgroup if bound else after.lastgroup if after else None) or "exact"
    return _make_value(number, own, next(known for known in ("exact", *dict(_BEFORE)) if known == named))


def _read_tail(tail: re.Match[str], sign: str, unit: str | None, scale: int | None) -> tuple[int, str | None] | None:
    """Return scale and unit as cell and heading have them together, or None where they do not fit."""
    noun = (tail["noun"] or "").strip()
    own_unit = find_unit(sign + noun, None)
    if says_no_count(noun):
        return None
    if noun and own_unit is None and noun not in _MEASURE_WORDS.get(unit or "", ""):
        return None
    written = (tail["scale"] or "").lower()
    own_scale = _SHORT_SCALES.get(written) or find_scale(written) if written else None
    if own_scale and scale:  # "20m" under "million": either may be meant
        return None
    return own_scale or scale or 1, own_unit


def _make_value(number: re.Match[str], own: tuple[int, str | None], bound: Bound) -> Value | Reason:
    low, high = (_parse(number[part]) for part in ("low", "high"))
    if low is None or (number["high"] and (high is None or bound != "exact")):
        return UNREADABLE
    scale, unit = own
    value_to = None if high is None else round(high * scale, 6)
    return Value(round(low * scale, 6), value_to, "between" if number["high"] else bound, unit)


def _parse(written: str | None) -> float | None:
    return parse_numeral(re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", ",", written), "zh") if written else None
