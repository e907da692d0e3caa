"""Of what sort a noun group is by its head, and for whom that head acts."""

import re
from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import read_actors, read_paired_sorts, read_set, read_sorts
from geo.clauses.frames.english.records import MONEY, Group, Token
from geo.nouns.english_words import find_lemma

_MODEL = re.compile(r"[A-Z][A-Za-z]{0,3}-\d{1,3}[A-Z]?s?")  # F-16s, MiG-29
GROUPS = ":groups"


def find_actor(group: Group, head: Token, tokens: Sequence[Token]) -> str | None:
    """Return how a head acts for those named before it; an organisation's own body does: "the UN Trust Fund"."""
    if group.head == "bank" and any(token.lower in ("central", "reserve") for token in tokens):
        return ""
    if _speaks_for_group(group, tokens):
        return GROUPS
    if group.head in read_actors():
        return read_actors()[group.head]
    place = tokens.index(head)
    before = next((t.unit for t in reversed(tokens[:place]) if t.unit is not None), None)
    if (
        head.text[:1].isupper()
        and before is not None
        and group.head
        in ("fund", "service", "programme", "program", "organisation", "mechanism", "corporation", "mission")
    ):
        group.sort = None
        return ""
    return None


def _speaks_for_group(group: Group, tokens: Sequence[Token]) -> bool:
    """Tell "rebel leaders" and "opposition parties" from the leaders of a country."""
    if group.head not in read_set("things", "of_groups", "heads"):
        return False
    words = {token.lower for token in tokens if token.unit is None}
    named = not words.isdisjoint(read_set("things", "of_groups", "names"))
    if group.head == "army":
        named = named and not words.isdisjoint(read_set("things", "of_groups", "armies"))
    return named or any(read_actors().get(find_lemma(word)) == GROUPS for word in words)


def find_sort(tokens: Sequence[Token], head: Token, lemma: str) -> str | None:
    """Return the sort of thing that a head names (a table of things.toml), by the words before it too; None for others."""
    if head.unit is None and _MODEL.fullmatch(head.text):
        return "goods"
    place = tokens.index(head)
    moneyed = lemma in read_set("things", "moneyed", "words") and any(token.tag == MONEY for token in tokens[:place])
    if head.tag == MONEY or moneyed:
        return "money"
    if lemma == "mission" and any(token.lower.endswith(("-day", "-week")) for token in tokens[:place]):
        return "visit"  # "a three-day mission to Chad"
    for before in reversed(tokens[:place]):
        paired = read_paired_sorts().get(f"{before.lower} {lemma}")
        if paired is not None:
            return paired or None
    if lemma == "unit" and _is_of_machines(tokens[:place]):
        return "goods"
    return read_sorts().get(head.lower) or read_sorts().get(lemma)


def _is_of_machines(before: Sequence[Token]) -> bool:
    """Tell "40 heating units" from "a rescue unit" and "two units"."""
    kinds = [token.lower for token in before if token.unit is None and token.tag not in ("DET", "NUM", "PART", "PUNCT")]
    helping = read_set("things", "vague", "qualifiers") | read_set("things", "vague", "forces")
    return bool(kinds) and helping.isdisjoint(kinds)
