"""How a number is bounded by the words around it: "more than 80", 近20, "20 or so", 80多."""

from typing import NamedTuple

from geo.base.records import Bound
from geo.numbers.grammars import Grammar
from geo.numbers.omissions import find_words_start, take_words_before


class Bounded(NamedTuple):
    """A bound and the words that say it, from `start` before the number or to `end` after it."""

    bound: Bound
    start: int
    end: int


def find_bound_before(plain: str, start: int, grammar: Grammar) -> Bounded | None:
    """Return the bound that begins the phrase of a number, or None where its word belongs to what stands before it."""
    before = take_words_before(plain, start, grammar)
    for words in before:
        if words in grammar.bounds_before:
            begin = find_words_start(plain, start, words, grammar)
            if _belongs_before(plain, begin, words, grammar) or _ends_range(plain, begin, words, grammar):
                return None
            outer = find_bound_before(plain, begin, grammar) if grammar.spaced else None
            return outer or Bounded(grammar.bounds_before[words], begin, start)
    links = [words for words in before if words in grammar.words["links"]]
    if not links:
        return None
    return _find_beyond(plain, find_words_start(plain, start, links[0], grammar), grammar)


def _ends_range(plain: str, begin: int, words: str, grammar: Grammar) -> bool:
    """Tell "с 20 до 30" from "до 30 человек", where the same word is a bound."""
    return grammar.joints.get(f" {words} ") == "to" and plain[max(0, begin - 2) : begin].strip().isdigit()


def _find_beyond(plain: str, start: int, grammar: Grammar) -> Bounded | None:
    """Look for a bound before a word that may stand between it and its number: "at least another 20"."""
    for words in take_words_before(plain, start, grammar):
        if words in grammar.bounds_before and (grammar.spaced or len(words) > 1):
            if not grammar.spaced and words.startswith("最"):
                return None  # 以越南最多，有42人: the most are Vietnam's
            begin = find_words_start(plain, start, words, grammar)
            belongs = _belongs_before(plain, begin, words, grammar)
            return None if belongs else Bounded(grammar.bounds_before[words], begin, start)
    return None


def _belongs_before(plain: str, begin: int, words: str, grammar: Grammar) -> bool:
    """Tell "handed over 80 tents" and 附近 from bounds."""
    owners = grammar.not_bounds.get(words)
    return owners is not None and any(owner in owners for owner in take_words_before(plain, begin, grammar))


def find_bound_after(plain: str, end: int, grammar: Grammar) -> Bounded | None:
    """Return the bound right after a number; `end` is where its words end, or `end` itself where a measure precedes."""
    match = grammar.bounds_after.match(plain, end)
    if match is None:
        return None
    bound: Bound = match.lastgroup  # type: ignore[assignment]  # the groups are named after the bounds
    words = match[0]
    apart = not grammar.spaced and words[0] not in "左上以及或之+"
    return Bounded(bound, end, end if apart else match.end())
