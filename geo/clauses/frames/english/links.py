"""The words that join noun groups and verbs: prepositions, conjunctions, relatives, subordinators."""

from collections.abc import Sequence
from functools import cache

from geo.clauses.frames.english.lexicons import read_set, read_slots
from geo.clauses.frames.english.records import Link, LinkKind, Token
from geo.clauses.frames.english.verbs import read_verb

_ADDING = frozenset({"as well as", "along with", "together with", "but also", "and also"})


def read_link(tokens: Sequence[Token], place: int) -> tuple[Link, int] | None:
    """Return the preposition, conjunction, relative or subordinator that begins at a token."""
    token = tokens[place]
    if token.tag == "PART" and token.lower == "to":
        verb = read_verb(tokens, place)
        return None if verb else (Link(token.start, token.end, "preposition", "to"), place + 1)
    for length in (5, 4, 3, 2) if token.lower in _read_openers() else ():
        after = place + length
        words = " ".join(one.lower for one in tokens[place:after])
        if words in _ADDING:
            return Link(token.start, tokens[after - 1].end, "conjunction", "and"), after
        if words == "thanks to" and token.tag.startswith("VERB"):
            continue
        if words in read_slots() and after < len(tokens):
            return Link(token.start, tokens[after - 1].end, "preposition", words), after
    return _read_word(token, place)


@cache
def _read_openers() -> frozenset[str]:
    return frozenset(phrase.split()[0] for phrase in (*_ADDING, *read_slots()))


def _read_word(token: Token, place: int) -> tuple[Link, int] | None:
    kind = _find_kind(token)
    return (Link(token.start, token.end, kind, token.lower), place + 1) if kind else None


def _find_kind(token: Token) -> LinkKind | None:
    """Return what a word joins, None where it joins nothing."""
    lower, tag = token.lower, token.tag
    if tag == "CCONJ" or lower in ("and", "or", "but", "&"):
        return "conjunction"
    if lower in read_set("clauses", "clauses", "relative") and tag in ("PRON", "SCONJ", "DET", "ADV"):
        return "relative"
    opens = tag == "SCONJ" or (tag == "ADV" and lower in ("when", "while", "how", "why", "where"))
    if opens and lower in read_set("clauses", "clauses", "subordinate"):
        return "subordinate"
    governs = lower in read_slots() and tag in ("SCONJ", "VERB:ger", "PART")
    return "preposition" if tag == "ADP" or lower == "worth" or governs else None
