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
    joints: Mapping[str, str]
    chain: re.Pattern[str]
    noun: re.Pattern[str]
    no_noun: re.Pattern[str]
    lower_noun: re.Pattern[str]
    of: re.Pattern[str]
    glue: re.Pattern[str] | None
    prefixes: str
    one: re.Pattern[str] | None


# Titles and short quotations name things: 《2030年议程》, “十四五”. They are passed over.
_SKIPPED = r"《[^《》\n]{0,40}》|“[^“”\n]{1,7}”|\"[^\"\n一-鿿]{0,1}[一-鿿\d]{1,6}\""
_OWN_WORDS = r"(?P<own>%| ?per ?cent| ?pct)?"
_OWN_SPELLED = r"(?P<own> ?%)?"
_SIGN = r"(?P<sign>(?:[A-Z]{0,3}[$€£]) ?)?"
_JOINT_CHARACTERS = r"(?P<own>[%个名人家])?(?P<joint>-|~|至|到|—|或)(?P<sign>(?:[A-Z]{0,3}[$€£¥]))?"
_TAIL = r"(?:(?P<fuzz>多(?![边样元极])|余(?!额)|(?<=十)[几来](?!自)|(?<=百)[几来](?!自)|(?<=0)[几来](?!自))(?P<scale>[百千]?[万亿]{1,2}|[百千])?(?P<more>[多余](?!边|样|额))?)?"
_NEVER = "(?!)"
_NO_TAIL = "(?P<fuzz>(?!))?(?P<scale>(?!))?(?P<more>(?!))?"


@cache
def read_grammar(language: str) -> Grammar:
    """Return what a language knows of numbers."""
    pack = read_pack(language, "numbers")
    writing, spaced, spelled = read_writing(language), pack["writing"] != "characters", pack["writing"] == "spelled"
    lists = {name: list[str]() for name in read_lists("en", "numbers", "lists")}
    lists |= dict(read_lists(language, "numbers", "lists"))
    words = {name: frozenset(entries) for name, entries in lists.items()}
    joints = _read_joints(language)
    rules = [*cast(list[dict[str, object]], pack["left_out_after"]), *(_read_shared_rules() if spelled else ())]
    numeral = writing.begins.pattern
    scan = numeral if spaced else f"{numeral}|(?P<skipped>{_SKIPPED})"
    percent = read_lists(language, "numbers", "percent")
    blocked = words.get("blocked", frozenset[str]())
    return Grammar(
        language=language,
        writing=writing,
        spaced=spaced,
        scan=re.compile(scan),
        joint=_compile_joint(joints, spelled) if spaced else re.compile(_JOINT_CHARACTERS),
        tail=re.compile(_NO_TAIL if spaced else _TAIL),
        words=words,
        bounds_before=_turn(language, "bounds_before"),
        powers_before=_turn(language, "powers_before"),
        not_bounds={word: frozenset(f) for word, f in read_lists(language, "numbers", "not_bounds").items()},
        bounds_after=_compile_bounds(read_lists(language, "numbers", "bounds_after")),
        percent=re.compile("|".join(percent["after"])),
        points=re.compile("|".join(percent["points"])),
        tenths=re.compile("|".join(percent.get("tenths", ["(?!)"]))),
        left_out=tuple(map(_compile_left_out, rules)),
        scales=read_values(language, "numbers", "scales"),
        short_scales=read_values(language, "numbers", "short_scales"),
        blocked=blocked,
        longest_blocked=max(map(len, blocked), default=0),
        joints=joints,
        chain=re.compile(str(pack.get("chain", _NEVER))),
        noun=re.compile(str(pack.get("noun", _NEVER))),
        no_noun=re.compile(str(pack.get("no_noun", _NEVER))),
        lower_noun=re.compile(str(pack.get("lower_noun", _NEVER))),
        of=re.compile(str(pack.get("of", _NEVER))),
        glue=re.compile(str(pack.get("glue", _NEVER))) if spelled else None,
        prefixes=str(pack.get("prefixes", "")),
        one=re.compile(str(pack.get("one", _NEVER))) if spelled else None,
    )


def _read_joints(language: str) -> dict[str, str]:
    """Return what each joint of two numbers is: "to", "or", "and" or "-"."""
    return {joint: kind for kind, joints in read_lists(language, "numbers", "joints").items() for joint in joints}


def _compile_joint(joints: Mapping[str, str], spelled: bool) -> re.Pattern[str]:
    listed = "|".join(sorted(map(re.escape, joints), key=len, reverse=True))
    return re.compile(rf"{_OWN_SPELLED if spelled else _OWN_WORDS}(?P<joint>{listed}){_SIGN}")


def _read_shared_rules() -> list[dict[str, object]]:
    """Return what leaves a number out in every language that is spelled."""
    return cast(list[dict[str, object]], read_pack("all", "numerals")["left_out_after"])


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
