"""What a written number is worth: one record for every writing, and the digits that all writings share."""

import re
from typing import NamedTuple

_GROUPED = re.compile(r"\d{1,3}(?:([,' ])\d{3})(?:\1\d{3}){0,4}(?:\.\d{1,6})?")
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2}){1,3},\d{3}")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,4}")
_PLAIN = re.compile(r"\d{1,15}(?:\.\d{1,6})?")
_RATIO = re.compile(r"(\d{1,2})/(\d{1,2})")
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅕": 0.2, "⅛": 0.125}


class Numeral(NamedTuple):
    """A numeral of a text and what it is worth; None where it breaks the rules of its writing.

    `value_to` is the upper end of a pair (两三). `scale` is what its last scale word multiplies by ("million"), 1 where
    it has none. `digits` are the digits it consists of, where it is nothing else. A `share` is a fraction in per cent, `rough` where it was not said in per cent.
    """

    start: int
    end: int
    value: float | None
    value_to: float | None = None
    scale: float = 1.0
    digits: str = ""
    share: bool = False
    rough: bool = False


def tidy(value: float) -> float:
    """Return a product of a numeral and its scale as written in decimals: 78.6 times 1e8 is 7,860,000,000.

    >>> 78.6 * 1e8, tidy(78.6 * 1e8)
    (7859999999.999999, 7860000000.0)
    """
    return value if value.is_integer() else round(float(f"{value:.15g}"), 6)


def parse_digits(text: str) -> float | None:
    """Return what digits are worth, with or without groups of three; None where the groups are broken.

    >>> parse_digits("1,200.5"), parse_digits("300 000"), parse_digits("1.200.000"), parse_digits("12,34")
    (1200.5, 300000.0, 1200000.0, None)
    """
    if _PLAIN.fullmatch(text):
        return float(text)
    if _GROUPED.fullmatch(text) or _LAKHS.fullmatch(text):
        return float(re.sub("[,' ]", "", text))
    return float(text.replace(".", "")) if _POINTED.fullmatch(text) else None


def parse_either(text: str, decimal: str) -> float | None:
    """Return what digits are worth where point and comma may each part thousands; None where the groups are broken.

    Of two signs the last parts whole from part; one sign alone does so unless three digits follow it and it is not the
    language's own `decimal` sign.

    >>> parse_either("1.234,5", ","), parse_either("1,234.5", ","), parse_either("129.354", ","), parse_either("12,6", ",")
    (1234.5, 1234.5, 129354.0, 12.6)
    >>> parse_either("1.23.4", ",") is None
    True
    """
    text = text.replace(" ", "").replace("'", "")
    signs = [sign for sign in text if sign in ".,"]
    if not signs:
        return float(text)
    last = signs[-1]
    alone = len(signs) == 1
    grouped = last in signs[:-1] or (
        alone and last != decimal and len(text.rpartition(last)[2]) == 3 and text[0] != "0"
    )
    whole, part = (text, "0") if grouped else text.split(last)
    groups = re.split("[.,]", whole)
    if len({*whole} & {*".,"}) > 1 or len(part) > 6 or len(groups[0]) > (3 if len(groups) > 1 else 15):
        return None
    return float("".join(groups) + f".{part}") if all(len(group) == 3 for group in groups[1:]) else None


def parse_ratio(text: str) -> float | None:
    """Return a fraction in per cent: 33.33 for "1/3"; None where it is no proper fraction.

    >>> parse_ratio("1/3"), parse_ratio("3/2")
    (33.33, None)
    """
    match = _RATIO.fullmatch(text)
    if match is None or not 0 < int(match[1]) < int(match[2]):
        return None
    return round(100 * int(match[1]) / int(match[2]), 2)
