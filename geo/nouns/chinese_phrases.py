"""The head noun of a Chinese noun phrase: the last noun of its first run of nouns, clauses with 的 passed over."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from geo.nouns.chinese_units import find_unit
from geo.nouns.chinese_words import Word, read_words

# Names and attributes stand before a noun and close no phrase.
_MODIFIERS = frozenset(
    {"place", "country", "region", "organisation", "quality", "adverb", "and", "pronoun", "other", "act", "verb"}
)
# After these only a clause with 的 can go before the noun: 53个有需求的国家.
_CLAUSE = frozenset({"finite", "link", "particle", "stop"})
_RUN = frozenset({"noun", "act", "quality"})
# So many characters of no known word may stand inside a compound.
_UNKNOWN = 3


class Head(NamedTuple):
    """The head noun: the index of its first and after its last word, and whether a clause of its own goes before."""

    first: int
    stop: int
    text: str
    clause: bool


class Wants(NamedTuple):
    """What a measure word asks of its noun: persons (名), no persons (所), a verbal noun at need (项)."""

    persons: bool = False
    things: bool = False
    happenings: bool = False


_ANYTHING = Wants()


def find_head(words: Sequence[Word], wants: Wants = _ANYTHING) -> Head | None:
    """Return the head noun of the phrase that begins with the first word, None where there is none."""
    place, clause = 0, False
    if words and (words[0].kind == "and" or words[0].text == "、"):
        return None
    while True:
        head = _find_run(words, place, wants)
        if head is None:
            return None
        if _is_settled(head, words, wants):
            return head._replace(clause=clause or head.clause)
        later = _find_link(words, place, head, wants)
        if later is None:
            return head if _is_wanted(head, wants) else None
        place, clause = later, True


def _is_settled(head: Head, words: Sequence[Word], wants: Wants) -> bool:
    if wants.persons or not _is_wanted(head, wants):
        return _is_wanted(head, wants)
    return is_agent(head.text) or head.stop >= len(words)


def _is_wanted(head: Head, wants: Wants) -> bool:
    return not (wants.persons or wants.things) or (find_unit(head.text) == "people") == wants.persons


def _find_link(words: Sequence[Word], place: int, head: Head, wants: Wants) -> int | None:
    """Return the place after the 的 that makes what was read a clause: 疫情影响严重|的|国家; None for 3个项目|的|资金."""
    clause = not _is_wanted(head, wants) or any(word.kind == "verb" for word in words[place : head.first])
    for index in range(head.stop, len(words)):
        if words[index].text == "的":
            return index + 1 if clause or index > head.stop else None
        if words[index].kind == "stop":
            return None
    return None


def is_agent(noun: str) -> bool:
    """Tell nouns that act themselves (countries, firms, cities), which what follows does not complete."""
    unit = find_unit(noun)
    return unit in read_words("agents", "units") or noun.endswith(_agents())


@cache
def _agents() -> tuple[str, ...]:
    return tuple(read_words("agents", "words"))


# ── one run of nouns ──


def _find_run(words: Sequence[Word], begin: int, wants: Wants) -> Head | None:
    """Return the first run of nouns from a place on that no open clause goes before."""
    clause = closed = False
    for index in range(begin, len(words)):
        word = words[index]
        kind = _name_kind(word)
        if word.text == "的":
            clause, closed = False, closed or clause
        elif kind in _CLAUSE:
            clause = clause or not _is_passed(words, index, wants)
        elif clause:
            continue
        elif kind == "noun" or (kind == "act" and wants.happenings):
            head = _end_run(words, index, wants)
            if head is not None:
                return head._replace(clause=closed)
        elif kind not in _MODIFIERS:
            return None
    return None


def _is_passed(words: Sequence[Word], index: int, wants: Wants) -> bool:
    """Tell words that open no clause: 以上 and their like, and with persons 在 before a place: 90名在华留学生."""
    follows = words[index + 1].kind if index + 1 < len(words) else "stop"
    if wants.persons and words[index].kind == "link" and follows in ("country", "region", "place"):
        return True
    return words[index].text in read_words("agents", "skips")


def _end_run(words: Sequence[Word], index: int, wants: Wants) -> Head | None:
    """Return the head of the run of nouns that begins at an index; None where the run is only an attribute (部级)."""
    last = index
    while last + 1 < len(words):
        word = words[last + 1]
        if is_suffix(word, "attributes") and last + 2 < len(words) and words[last + 2].kind in _RUN:
            return None
        joined = words[last].text + word.text
        if is_suffix(word, "nouns") and _is_joined(joined, words, last + 1):
            return join_words(words, last + 1)
        following = _find_next_noun(words, last + 1, wants)
        if following is None or _is_complete(words, last, following, wants):
            break
        last = following
    return join_words(words, last)


def _is_joined(joined: str, words: Sequence[Word], index: int) -> bool:
    """Tell 受援|国 and 试剂|盒 from a noun that is whole: a single character closes its phrase."""
    follows = words[index + 1].kind if index + 1 < len(words) else "stop"
    return not is_agent(joined[:-1]) and find_unit(joined[:-1]) is None and follows not in ("noun",)


def _find_next_noun(words: Sequence[Word], index: int, wants: Wants) -> int | None:
    """Return the index of the noun that goes on with the run: 设施|建设|项目; a verbal noun at its end if it is wanted."""
    act, unknown = None, 0
    while index < len(words) and (words[index].kind in _RUN or unknown < _UNKNOWN):
        unknown += words[index].kind not in _RUN
        if words[index].kind not in (*_RUN, "other"):
            break
        kind = _name_kind(words[index])
        if kind == "noun":
            return index
        if kind == "stop":
            break
        act = index if kind == "act" else act
        index += 1
    return act if wants.happenings else None


def _is_complete(words: Sequence[Word], last: int, following: int, wants: Wants) -> bool:
    persons = find_unit(words[following].text) == "people"
    if is_agent(words[last].text):
        return not (wants.persons and persons) and not _is_body(words[last].text, words[following].text)
    if find_unit(words[last].text) == "people":
        return following > last + 1 or (wants.persons and not persons)
    return False


def _is_body(agent: str, noun: str) -> bool:
    """Tell bodies that an agent names the members of: 地区组织, 企业协会; 国家代表团 is told of countries."""
    return find_unit(agent) != "countries" and find_unit(noun) in ("organisations", "teams")


def join_words(words: Sequence[Word], last: int) -> Head:
    """Return the head that ends with a word; a single character takes in the word before it: 参赛|队."""
    first = last
    if len(words[last].text) == 1 and last > 0 and _name_kind(words[last - 1]) in ("noun", "act", "verb", "quality"):
        first -= 1
    return Head(first, last + 1, "".join(word.text for word in words[first : last + 1]), False)


def _name_kind(word: Word) -> str:
    return "stop" if word.text in read_words("agents", "stops") else word.kind


@cache
def _suffixes(use: str) -> frozenset[str]:
    return frozenset("".join(read_words("suffixes", use)))


def is_suffix(word: Word, use: str) -> bool:
    """Tell a single character that ends a noun ("nouns") or makes the word before it an attribute ("attributes")."""
    return len(word.text) == 1 and word.text in _suffixes(use)
