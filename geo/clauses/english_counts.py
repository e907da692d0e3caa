"""Counts in English: number, adjectives, noun ("28 Asian countries", "nearly twenty meetings", "US$20 million")."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.base.records import Bound, Mention, Refusal
from geo.clauses.counts import Amount, Count, CountsRead, find_fault, refuse
from geo.clauses.english_units import CURRENCY_BEFORE, HYPHENATED, MONEY, NOUNS, SHARED_CURRENCY, SHARED_SIGNS
from geo.text.numerals import ENGLISH_NUMERAL, parse_numeral
from geo.text.number_signs import make_plain

_SIGNS = "|".join(re.escape(sign) for sign in sorted([*CURRENCY_BEFORE, *SHARED_SIGNS], key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w.,/#])(?<![\w)]-)(?P<sign>(?:{_SIGNS}) ?)?(?P<low>{ENGLISH_NUMERAL})(?P<plus>\+|-plus\b)?"
    rf"(?:(?:-| to | or | and )(?P<sign_to>(?:{_SIGNS}) ?)?(?P<high>{ENGLISH_NUMERAL}))?",
    re.IGNORECASE,
)
_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("at_least", "at least|no fewer than|not fewer than|no less than|not less than|a minimum of"),
    ("at_most", "at most|no more than|not more than|up to|a maximum of"),
    ("more_than", "more than|over|upwards of|in excess of|exceeding|greater than|above"),
    ("less_than", "less than|fewer than|under|below|just under"),
    ("nearly", "nearly|almost|close to|approaching|just short of"),
    ("about", "about|around|some|roughly|approximately|circa|an estimated|as many as"),
)
_BOUND_BEFORE = re.compile(
    r"\b(?:" + "|".join(f"(?P<{bound}>{words})" for bound, words in _BEFORE) + r")(?: the| a)? ?$", re.IGNORECASE
)
_BETWEEN = re.compile(r"\b(?P<word>between|from) $", re.IGNORECASE)
_OR_SO = re.compile(r" or (?P<word>more|so|fewer|less)\b", re.IGNORECASE)
# "article 28 countries", "Group of 20 nations", "25 March countries", "one in five countries": no counts.
_NO_COUNT = re.compile(
    r"(?:\b(?:article|section|chapter|page|no\.|number|phase|level|stage|day|group of|one in|out of every|version|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|"
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?) |\bCOVID-)$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|our|their) $", re.IGNORECASE)
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")
_OF_WHICH = re.compile(r" (?:in|of|from|across|namely)\b|:| ?[–—(]| - ", re.IGNORECASE)
_WORD_ONLY = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "zero")
_OR_MORE: dict[str, Bound] = {"more": "at_least", "so": "about", "fewer": "at_most", "less": "at_most"}


class _Number(NamedTuple):
    """A numeral found, its range resolved or given up: "five or six" is one, "2 and 3 countries" only the second."""

    start: int
    end: int
    low: str
    high: str | None
    sign: str
    plus: bool


class _Noun(NamedTuple):
    """What a number counts: the unit, the end of the phrase, the words before the noun, and the rule."""

    unit: str
    end: int
    words: tuple[int, int]
    rule: str


def read_english(text: str, mentions: Sequence[Mention]) -> CountsRead:
    """Return the counts of an English text and the numbers refused; `mentions` in the order of their start."""
    plain = make_plain(text).replace("\u00a0", " ").replace("’", "'")
    reading = CountsRead([], [])
    place = 0
    while match := _NUMBER.search(plain, place):
        number = _settle(plain, match)
        place = number.end
        found = _read_count(plain, number)
        if isinstance(found, Count):
            reading.counts.append(found)
            place = max(place, found.end)
        elif found is not None:
            reading.refusals.append(found._replace(text=text[found.start : found.end]))
    return reading


def _settle(plain: str, match: re.Match[str]) -> _Number:
    """Return the numeral with its upper end where the words before or between the two make a range."""
    sign, plus = (match["sign"] or "").strip().upper(), bool(match["plus"])
    joint = plain[match.end("plus" if plus else "low") : match.start("high")] if match["high"] else ""
    between = _BETWEEN.search(plain, max(0, match.start() - 9), match.start())
    if joint and (" and " not in joint or (between and between["word"].lower() == "between")):
        return _Number(match.start(), match.end(), match["low"], match["high"], sign, plus)
    return _Number(match.start(), match.end("plus" if plus else "low"), match["low"], None, sign, plus)


def _read_count(plain: str, number: _Number) -> Count | Refusal | None:
    if number.sign in SHARED_SIGNS:
        return refuse(plain, number.start, number.end, "the money of several countries")
    so = _OR_SO.match(plain, number.end)
    after = so.end() if so else number.end
    found = _find_noun(plain, number, after)
    if found is None and (shared := SHARED_CURRENCY.match(plain, after)):
        return refuse(plain, number.start, shared.end(), "the money of several countries")
    if found is None or _is_no_count(plain, number, found):
        return None
    unit, end, words, rule = found
    amount = _read_amount(plain, number, _OR_MORE[so["word"].lower()] if so else None)
    if amount is None:
        return refuse(plain, number.start, end, "a number that cannot be read")
    fault = find_fault(amount, unit)
    return refuse(plain, amount.start, end, fault) if fault else Count(amount.start, end, amount, unit, words, rule)


def _find_noun(plain: str, number: _Number, after: int) -> _Noun | None:
    if number.sign:
        return _Noun(CURRENCY_BEFORE[number.sign], after, (after, after), "money")
    for code, names in MONEY:
        if match := names.match(plain, after):
            return _Noun(code, match.end(), (after, after), "money")
    best: _Noun | None = None
    for unit, noun in NOUNS:
        match = noun.match(plain, after)
        if match and (best is None or match.end() < best.end):
            best = _Noun(unit, match.end(), match.span("words"), "count")
    if best is None and (match := HYPHENATED.match(plain, after)):
        return _Noun("countries", match.end(), (after, after), "hyphen")
    return best


def _is_no_count(plain: str, number: _Number, noun: _Noun) -> bool:
    """Tell counts from dates, articles, "the two countries" and bare words like "million"."""
    if _NO_COUNT.search(plain, max(0, number.start - 16), number.start):
        return True
    return _points_back(plain, number, noun) or (number.high is None and number.low.lower() in _WORD_ONLY)


def _points_back(plain: str, number: _Number, noun: _Noun) -> bool:
    """Tell "the three countries", already named, from "the five countries of Central Asia"."""
    if number.low.lower() not in _SMALL or noun.unit != "countries" or noun.words[0] < noun.words[1]:
        return False
    definite = _DEFINITE.search(plain, max(0, number.start - 6), number.start)
    return definite is not None and not _OF_WHICH.match(plain, noun.end)


def _read_amount(plain: str, number: _Number, or_more: Bound | None) -> Amount | None:
    low = parse_numeral(number.low, "en")
    if number.high is not None:
        return _read_range(plain, number, low)
    start, bound = _look_before(plain, number.start)
    bound = "more_than" if number.plus else or_more or bound
    return None if low is None else Amount(start, number.end, low, None, bound)


def _read_range(plain: str, number: _Number, low: float | None) -> Amount | None:
    high = parse_numeral(number.high or "", "en")
    if low is None or high is None:
        return None
    scale = re.search(r"(?i)thousand|million|billion|trillion|(?<=\d)(?:bn|mn|mln|tn|[kmb])$", number.high or "")
    if scale and number.low.strip().isdigit():  # "10 to 20 million" is ten million at the least
        low = parse_numeral(f"{number.low.strip()} {scale[0]}", "en") or low
    between = _BETWEEN.search(plain, max(0, number.start - 9), number.start)
    return Amount(between.start() if between else number.start, number.end, low, high, "between")


def _look_before(plain: str, start: int) -> tuple[int, Bound]:
    match = _BOUND_BEFORE.search(plain, max(0, start - 24), start)
    for bound, _ in _BEFORE:
        if match and match[bound]:
            return match.start(), bound
    return start, "exact"
