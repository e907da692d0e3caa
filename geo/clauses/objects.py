"""What is given to the countries counted, or by them: the places of a sentence that name it.

The head of what is given tells the theme, not the word that happens to stand nearest: "material aid including masks"
is aid, "donated masks" is masks.
"""

import re

from geo.clauses.clause_ends import Span, find_clause, find_sentence
from geo.clauses.counts import Count
from geo.clauses.verbs import WORDS, Words

# What only illustrates the thing given.
_EXAMPLES = re.compile(r",? ?\b(?:including|such as|like|notably|among (?:them|others))\b", re.IGNORECASE)
_INFINITIVE = re.compile(r"\bto $", re.IGNORECASE)
_NOUN_OF_GIVING = re.compile(
    r"(?:aid|assist(?:ance)?|donations?|suppl(?:y|ies)|ship(?:s|ments?)|deliver(?:y|ies)|contributions?)", re.IGNORECASE
)
_RIGHT_BEFORE = re.compile(r" (?:(?:[\w-]+ ){1,3}countries and |(?:more than |over |some )?)", re.IGNORECASE)
_WITH = re.compile(r"\bwith\b", re.IGNORECASE)
_ENDS_CHINESE = re.compile(r"[，。；：！？\n;]|,(?!\d)")
_OF_CHINESE = re.compile(r"的(?=[^，。；的]{0,8}$)")
_REACH = 60  # characters from a count to the verb that gives


def find_objects(plain: str, count: Count, language: str) -> list[Span]:
    """Return the places that may name what is given, the likeliest first; none where nothing is given."""
    find = _find_chinese if language == "zh" else _find_english
    return [Span(*place) for place in find(plain, count, find_sentence(plain, count.start, count.end), WORDS[language])]


def _find_chinese(plain: str, count: Count, sentence: Span, words: Words) -> list[tuple[int, int]]:
    clause = find_clause(plain, count.start, count.end)
    given_to = words.to.search(plain, clause.start, count.start)
    given = _find_verb(words, plain, count.end, min(sentence.end, count.end + _REACH) if given_to else clause.end)
    if given and not words.holding.search(plain, count.end, given.start()):
        end = _ENDS_CHINESE.search(plain, given.end(), sentence.end)
        noun = _OF_CHINESE.search(plain, count.end, given.start())  # "对89个国家的疫苗援助"
        start = noun.end() - 1 if noun else given.end()
        return [(start, end.start() if end else sentence.end), given.span()]
    before = list(words.giving.finditer(plain, clause.start, count.start))
    return [(clause.start, before[-1].start())] if before else []


def _find_english(plain: str, count: Count, sentence: Span, words: Words) -> list[tuple[int, int]]:
    tos = [to for to in words.to.finditer(plain, sentence.start, count.start) if count.start - to.end() <= _REACH]
    if tos:
        return _find_given_to(plain, Span(sentence.start, tos[-1].start()), Span(count.end, sentence.end), words)
    provided = find_provided(plain, count, sentence, words)
    if provided:
        return [_cut(plain, provided[1], sentence.end)]
    before = list(words.receiving.finditer(plain, sentence.start, count.start))
    if before:
        return [_cut(plain, before[-1].end(), count.start)]
    after = _find_verb(words, plain, count.end, min(sentence.end, count.end + _REACH))
    if after and not (
        _INFINITIVE.search(plain, max(0, after.start() - 4), after.start())
        or words.holding.search(plain, count.end, after.start())
    ):
        to = words.to.search(plain, after.end(), sentence.end)
        return [_cut(plain, after.end(), to.start() if to else sentence.end), after.span()]
    return []


def find_provided(plain: str, count: Count, sentence: Span, words: Words) -> tuple[int, int] | None:
    """Return where the verb and what is given begin in "provided 120 countries and 4 organisations with masks"."""
    with_it = _WITH.search(plain, count.end, min(sentence.end, count.end + _REACH))
    given = list(words.giving.finditer(plain, sentence.start, count.start)) if with_it else []
    if with_it is None or not given or not _RIGHT_BEFORE.fullmatch(plain, given[-1].end(), count.start):
        return None
    return given[-1].start(), with_it.end()


def _find_given_to(plain: str, before: Span, after: Span, words: Words) -> list[tuple[int, int]]:
    """Return the object of "provided X to 89 countries", "X was sent to", "sent to 89 countries X"."""
    given = list(words.giving.finditer(plain, *before))
    verbs = [verb for verb in given if not _NOUN_OF_GIVING.fullmatch(verb[0])]
    if verbs:
        subject = find_clause(plain, verbs[-1].start(), verbs[-1].start()).start
        return [_cut(plain, verbs[-1].end(), before.end), (subject, verbs[-1].start()), verbs[-1].span()]
    if given:
        return [_cut(plain, given[0].start(), before.end)]
    arriving = find_clause(plain, before.end, before.end)
    return [(arriving.start, before.end)] if words.giving.search(plain, *after) is None else []


def _find_verb(words: Words, plain: str, start: int, end: int) -> re.Match[str] | None:
    return words.giving.search(plain, start, end) or words.receiving.search(plain, start, end)


def _cut(plain: str, start: int, end: int) -> tuple[int, int]:
    """Return the place without the examples that end it."""
    examples = _EXAMPLES.search(plain, start, end)
    return start, max(start, examples.start()) if examples else end
