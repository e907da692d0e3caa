"""What one cell of a table holds: a number with its bound, nothing, or something that must not be guessed at."""

import re
from typing import Final, NamedTuple

from geo.base.reasons import Reason
from geo.base.records import Bound
from geo.clauses.counts import find_fault
from geo.nouns import find_noun
from geo.nouns.chinese_measures import find_measure
from geo.numbers import Amount, find_amounts, parse_numeral
from geo.statements.tabulations.units import find_language
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
_SIGNS: dict[str, Bound] = {
    "≥": "at_least", ">=": "at_least", "≤": "at_most", "<=": "at_most", ">": "more_than", "<": "less_than", "~": "about", "≈": "about",
}  # fmt: skip
_SIGN = re.compile(r"(?:>=|<=|[≥≤><~≈])")
_RANGE = re.compile(r"(\d[\d,.]{0,20})\s?[-–—～〜]\s?(\d[\d,.]{0,20})(?![\d,.]|\s?[-–—～〜])")
_PAIR = re.compile(r"[一二两三四五六七八九]{2}")  # 三四 in a cell may be three or four, or 34
_SCALED = re.compile(r"[a-z万亿]", re.IGNORECASE)
_MOST_PERCENT = 1000
_PARTIAL_SPACE = re.compile(r"(?<=\d)[\u00a0\u202f\u2009](?=\d{3})")


class Value(NamedTuple):
    """The number of a cell; `unit` and `noun` where the cell itself says what it counts."""

    value: float
    value_to: float | None
    bound: Bound
    unit: str | None
    noun: str | None = None


def is_empty(text: str) -> bool:
    """Tell whether a cell says that there is no number: a blank, a dash, "n/a"."""
    return _EMPTY.fullmatch(text.strip()) is not None


def read_cell(text: str, unit: str | None, scale: int | None) -> Value | Reason | None:
    """Return the number in a cell under a heading of this unit and scale, the reason why there is none, or None.

    None is an empty cell, and a cell of words. The unit of the cell goes before the heading's.

    >>> read_cell("1,200*", "doses", 1000), read_cell("n/a", "doses", None)
    (Value(value=1200000.0, value_to=None, bound='exact', unit=None, noun=None), None)
    >>> read_cell("12,34", "doses", None)
    'a cell that cannot be read as a number'
    """
    plain = _SHARE.sub("", _NOTE_MARK.sub("", make_plain_text(text).text.strip())).strip()
    if is_empty(plain) or not _DIGIT.search(plain):
        return None
    read = _read_number(_PARTIAL_SPACE.sub(" ", plain), unit, scale)
    if isinstance(read, str):
        return read if unit else None
    counted = read.unit or unit
    return find_fault(read.value, read.value_to, counted) or read if counted else None


def _read_number(plain: str, unit: str | None, scale: int | None) -> Value | Reason:
    sign = _SIGN.match(plain)
    written = plain[sign.end() :].lstrip() if sign else plain
    read = _read_amount(written, find_language(written))
    if isinstance(read, str):
        return read
    written, amount = read
    if sign and amount.bound != "exact":
        return UNREADABLE
    return _complete(written, amount._replace(bound=_SIGNS[sign[0]]) if sign else amount, unit, scale)


def _read_amount(written: str, language: str) -> tuple[str, Amount] | Reason:
    """Return the one amount that a cell begins with, and the cell as it was read: its range in words."""
    number = parse_numeral(written, language)
    if number is not None:  # a whole cell is a number even where a text would mean the year 2019
        return written, Amount(0, len(written), 0, len(written), number, None, "exact", None)
    if ends := _RANGE.match(written):
        low, high = (parse_numeral(ends[place], language) for place in (1, 2))
        if low is not None and high is not None and high <= low:
            return "a range that does not rise"
        written = f"{ends[1]}{'至' if language == 'zh' else ' to '}{ends[2]}{written[ends.end() :]}"
    amounts, refused = find_amounts(written, language)
    if refused or len(amounts) != 1 or amounts[0].start != 0:
        return UNREADABLE
    is_pair = amounts[0].value_to is not None and _PAIR.fullmatch(written, amounts[0].first, amounts[0].last)
    return UNREADABLE if is_pair else (written, amounts[0])


def _complete(written: str, amount: Amount, unit: str | None, scale: int | None) -> Value | Reason:
    """Return the number with what cell and heading say together of its unit and scale."""
    own: tuple[str | None, str | None] = (amount.unit, None)
    if amount.unit is None and amount.end < len(written):
        language = find_language(written)
        noun = find_noun(written, amount, (), language)
        if noun is None and not _is_measure_word(written, amount.end):
            return UNREADABLE
        if noun is not None and noun.unit == "measure":
            return UNREADABLE
        own = (noun.unit, noun.lemma) if noun else own
    has_scale = _SCALED.search(written, amount.first, amount.last) is not None
    if has_scale and scale:  # "20m" under "million": either may be meant
        return UNREADABLE
    factor = 1 if scale is None or amount.unit == "percent" else scale
    if amount.unit is None and unit == "percent" and amount.value > _MOST_PERCENT:
        return UNREADABLE
    value_to = None if amount.value_to is None else round(amount.value_to * factor, 6)
    return Value(round(amount.value * factor, 6), value_to, amount.bound, *own)


def _is_measure_word(written: str, place: int) -> bool:
    """Tell a measure word that ends the cell: "12支", "3个"."""
    measure = find_measure(written, place)
    return measure is not None and measure.end == len(written) and measure.counts
