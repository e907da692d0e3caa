"""The word that a noun group is about, among its tokens."""

from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import read_actors, read_set, read_sorts
from geo.clauses.frames.english.records import MONEY, Token
from geo.nouns.english_words import find_lemma

_HEADS = frozenset({"NOUN", "PROPN", MONEY, "NUM", "PRON", "SYM"})


def find_head(tokens: Sequence[Token]) -> Token:
    """Return the last noun; where that is somebody's name behind an office, the office: "Prime Minister Jan Novak"."""
    nouns = [token for token in tokens if token.tag in _HEADS or token.unit is not None] or list(tokens)
    while len(nouns) > 1 and _is_span(nouns[-1]) and nouns[0].tag not in ("NUM", MONEY):
        nouns.pop()  # "the Strategic Plan 2019-2023"
    head = nouns[-1]
    if len(nouns) > 1 and is_office(nouns[-2], head):
        return nouns[-2]
    name = head.tag == "PROPN" or (head.tag == "NOUN" and head.text[:1].isupper() and not head.text.isupper())
    if head.unit is None and name and find_lemma(head.lower) not in read_actors():
        offices = read_set("things", "offices", "words")
        titled = next((t for t in reversed(nouns[:-1]) if t.unit is None and find_lemma(t.lower) in offices), None)
        titled = titled or next((t for t in reversed(nouns[:-1]) if _is_firm(t)), None)
        named = next(
            (t for t in nouns[:1] if t.unit is not None and not t.unit.adjective and t.unit.kind == "country"), None
        )
        return titled or (named if named and _is_person_behind(nouns[1:]) else head)
    return head


def _is_firm(token: Token) -> bool:
    """Tell the firm before its name: "the mining company Zijin", "telecommunications giant Huawei"."""
    kind = read_actors().get(find_lemma(token.lower)) if token.unit is None and token.text.islower() else None
    return kind in (":firms", ":foundations")


def _is_span(token: Token) -> bool:
    """Tell the years of a plan, and what stands between them."""
    return token.unit is None and (token.tag == "SYM" or (token.tag == "NUM" and is_year(token.text)))


def is_year(word: str) -> bool:
    """Tell a year from another number, as it is written."""
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


def is_office(body: Token, land: Token) -> bool:
    """Tell "WFP Sudan", an organisation's office in a country."""
    named = body.unit is not None and body.unit.kind == "organisation" and body.text.isupper()
    lies = land.unit is not None and land.unit.kind in ("country", "place") and not land.unit.adjective
    return named and lies and body.text not in ("EU", "UN", "US", "UK")


def _is_person_behind(names: Sequence[Token]) -> bool:
    """Tell "of India Narendra Modi" from "Qatar Charity": the words behind the country are no nouns we know."""
    return len(names) > 1 and all(map(_is_name, names))


def _is_name(token: Token) -> bool:
    lemma = find_lemma(token.lower)
    written = token.tag == "PROPN" and token.unit is None and token.text[:1].isupper()
    return written and lemma not in read_sorts() and lemma not in read_actors()
