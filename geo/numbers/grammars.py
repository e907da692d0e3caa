"""What the pack of a language says about numbers, compiled once: bounds, ranges, shares, and where a number is none."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple, cast

from geo.base.records import Bound
from geo.languages.packs import read_lists, read_pack, read_values
from geo.numbers.writings import Writing, read_writing


class LeftOut(NamedTuple):
    """What stands right after a number that counts nothing, and for which numbers that holds."""

    pattern: re.Pattern[str]
    at_most: float
    least: float
    only_digits: bool
    form: str


class Grammar(NamedTuple):
    """All that one language knows of numbers, compiled."""

    language: str
    writing: Writing
    spaced: bool
    scan: re.Pattern[str]
    joint: re.Pattern[str]
    tail: re.Pattern[str]
    words: Mapping[str, frozenset[str]]
    bounds_before: Mapping[str, Bound]
    powers_before: Mapping[str, Bound]
    not_bounds: Mapping[str, frozenset[str]]
    bounds_after: re.Pattern[str]
    percent: re.Pattern[str]
    points: re.Pattern[str]
    left_out: tuple[LeftOut, ...]
    tenths: re.Pattern[str]
    scales: Mapping[str, float]
    short_scales: Mapping[str, float]
    blocked: frozenset[str]
    longest_blocked: int


# Titles and short quotations name things: 《2030年议程》, “十四五”. They are passed over.
_SKIPPED = r"《[^《》\n]{0,40}》|“[^“”\n]{1,7}”|\"[^\"\n一-鿿]{0,1}[一-鿿\d]{1,6}\""
_JOINT_WORDS = r"(?P<own>%| ?per ?cent| ?pct)?(?P<joint>-to-|-or-| to | or | and |-)(?P<sign>(?:[A-Z]{0,3}[$€£]) ?)?"
_JOINT_CHARACTERS = r"(?P<own>[%个名人家])?(?P<joint>-|~|至|到|—|或)(?P<sign>(?:[A-Z]{0,3}[$€£¥]))?"
_TAIL = r"(?:(?P<fuzz>多(?![边样元极])|余(?!额)|(?<=十)[几来](?!自)|(?<=百)[几来](?!自)|(?<=0)[几来](?!自))(?P<scale>[百千]?[万亿]{1,2}|[百千])?(?P<more>[多余](?!边|样|额))?)?"
_NO_TAIL = "(?P<fuzz>(?!))?(?P<scale>(?!))?(?P<more>(?!))?"


@cache
def read_grammar(language: str) -> Grammar:
    """Return what a language knows of numbers."""
    pack = read_pack(language, "numbers")
    writing, spaced = read_writing(language), pack["writing"] == "words"
    words = {name: frozenset(entries) for name, entries in read_lists(language, "numbers", "lists").items()}
    numeral = writing.begins.pattern
    scan = numeral if spaced else f"{numeral}|(?P<skipped>{_SKIPPED})"
    percent = read_lists(language, "numbers", "percent")
    blocked = words.get("blocked", frozenset[str]())
    return Grammar(
        language=language,
        writing=writing,
        spaced=spaced,
        scan=re.compile(scan),
        joint=re.compile(_JOINT_WORDS if spaced else _JOINT_CHARACTERS),
        tail=re.compile(_NO_TAIL if spaced else _TAIL),
        words=words,
        bounds_before=_turn(language, "bounds_before"),
        powers_before=_turn(language, "powers_before"),
        not_bounds={word: frozenset(f) for word, f in read_lists(language, "numbers", "not_bounds").items()},
        bounds_after=_compile_bounds(read_lists(language, "numbers", "bounds_after")),
        percent=re.compile("|".join(percent["after"])),
        points=re.compile("|".join(percent["points"])),
        tenths=re.compile("|".join(percent.get("tenths", ["(?!)"]))),
        left_out=tuple(_compile_left_out(rule) for rule in cast(list[dict[str, object]], pack["left_out_after"])),
        scales=read_values(language, "numbers", "scales"),
        short_scales=read_values(language, "numbers", "short_scales"),
        blocked=blocked,
        longest_blocked=max(map(len, blocked), default=0),
    )


def _turn(language: str, table: str) -> dict[str, Bound]:
    """Return the bound of each word from the words of each bound."""
    lists = read_lists(language, "numbers", table)
    return {word: cast(Bound, bound) for bound, words in lists.items() for word in words}


def _compile_bounds(lists: Mapping[str, list[str]]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<{bound}>{'|'.join(patterns)})" for bound, patterns in lists.items()))


def _compile_left_out(rule: Mapping[str, object]) -> LeftOut:
    at_most, least = (cast(float, rule.get(name, default)) for name, default in (("at_most", 1e18), ("least", 0)))
    return LeftOut(
        re.compile(str(rule["pattern"])), at_most, least, bool(rule.get("digits")), str(rule.get("form", ""))
    )
