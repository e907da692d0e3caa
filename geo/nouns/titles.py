"""What the words of a heading or a title count: "International students" people, "项目数" 项目."""

import re
from functools import cache
from typing import NamedTuple

from geo.languages.packs import read_names, read_pack
from geo.nouns.chinese import find_chinese_noun
from geo.nouns.chinese_phrases import Wants, find_head
from geo.nouns.chinese_units import find_unit as find_chinese_unit
from geo.nouns.chinese_words import cut_words
from geo.nouns.english import find_english_noun
from geo.nouns.english_words import find_known_unit
from geo.numbers.amounts import Amount

_LONGEST = 120
_THREE = Amount(0, 1, 0, 1, 3.0, None, "exact", None)
_NUMBER_OF = re.compile(
    r"""
    (?:the[ ])?(?:(?:total|overall|cumulative|estimated|approximate|average|avg\.?|mean|median|typical)[ ]){0,2}
    (?:(?:numbers?|nos?\.?|\#|counts?|quantity|amounts?|volumes?)[ ](?:of[ ])?(?:the[ ])?)?
    """,
    re.IGNORECASE | re.VERBOSE,
)


class Counted(NamedTuple):
    """What is counted: a known unit, money, "percent", "measure", or the noun itself; and the noun's base form."""

    unit: str
    noun: str | None


def name_counted(words: str, language: str) -> Counted | None:
    """Return what the words of a heading count, None where no noun of theirs is counted for sure.

    >>> name_counted("No. of push-ups", "en"), name_counted("留学生人数", "zh"), name_counted("Capital", "en")
    (Counted(unit='push-up', noun='push-up'), Counted(unit='people', noun='留学生'), None)
    """
    words = words[:_LONGEST].strip(" :：,，-")
    standing = read_names(language, "tables", "nouns").get(words.lower())
    if standing:
        return Counted((find_chinese_unit if language == "zh" else find_known_unit)(standing) or standing, standing)
    return (_name_chinese if language == "zh" else _name_english)(words)


def _name_english(words: str) -> Counted | None:
    lead = _NUMBER_OF.match(words)
    words = words[lead.end() :] if lead else words
    if words[1:2].islower():  # a capital begins the heading, and no name
        words = words[:1].lower() + words[1:]
    noun = find_english_noun(f"3 {words}", _THREE, ()) if words else None
    if noun is None or noun.lemma in _read_words("en", "general"):
        return None
    return Counted(noun.unit, noun.lemma)


def _name_chinese(words: str) -> Counted | None:
    """Return the noun before 数 or 人数, or the one that a heading counts without them."""
    ending = next((end for end in _list_endings() if words.endswith(end)), "")
    named = words.removesuffix(ending)
    if ending in ("人数", "总人数", "人次", "人次数"):
        noun = _find_last_noun(named)
        return Counted("people", noun if noun and find_chinese_unit(noun) == "people" else "人")
    measured = find_chinese_noun(f"3{words}", _THREE, ())
    if measured is not None and measured.lemma in words:
        return Counted(measured.unit, measured.lemma)
    noun = _find_last_noun(named) or (named if find_chinese_unit(named) else None)
    if noun is None or noun in _read_words("zh", "general"):
        return None
    unit = find_chinese_unit(noun) or find_chinese_unit(named)
    counts = unit or ending or noun.endswith(tuple(_read_words("zh", "counted")))
    return Counted(unit or noun, noun) if counts else None


def _find_last_noun(words: str) -> str | None:
    """Return the head noun of a few words; where none is known, the words themselves if they are few."""
    cut = cut_words(words, 0, len(words))
    head = find_head(cut, Wants(happenings=True))
    if head is not None and head.stop == len(cut):
        return head.text
    return cut[-1].text if cut and cut[-1].kind in ("noun", "act") and len(cut[-1].text) > 1 else None


@cache
def _list_endings() -> tuple[str, ...]:
    return tuple(sorted(_read_words("zh", "numbers"), key=len, reverse=True))


@cache
def _read_words(language: str, name: str) -> frozenset[str]:
    words = read_pack(language, "tables")[name]
    return frozenset(map(str, words)) if isinstance(words, list) else frozenset()
