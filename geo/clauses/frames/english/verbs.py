"""Verb groups of an English sentence: auxiliaries, adverbs and the verb, with its form and voice."""

from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import find_verb, read_particles
from geo.clauses.frames.english.records import Form, Token, Verb
from geo.clauses.frames.rules import read_rule_words

_BE = read_rule_words("en", "verbs", "be")
_HAVE = read_rule_words("en", "verbs", "have")
_GERUNDS = frozenset({"being", "having"})
_SKIPPED = frozenset({"ADV", "PART"})
_FLOATING = frozenset({"each", "both", "all"})
_LONGEST = 8  # words of auxiliaries and adverbs before a verb


def read_verb(tokens: Sequence[Token], first: int) -> tuple[Verb, int] | None:
    """Return the verb group that begins at a token, and the token behind it; None where none begins."""
    place, to = first, False
    auxiliaries: list[str] = []
    while place < min(len(tokens), first + _LONGEST):
        token = tokens[place]
        if token.tag.startswith("VERB"):
            return _make_verb(tokens, first, place, auxiliaries, to)
        if token.lower == "to" and token.tag == "PART":
            to = True
        elif token.tag == "AUX":
            auxiliaries.append(token.lower)
        elif token.lower in _FLOATING and auxiliaries:
            pass
        elif token.tag not in _SKIPPED or token.is_possessive or not (auxiliaries or to or place == first):
            break
        place += 1
    return _make_copula(tokens, first, to) if auxiliaries else None


def _make_copula(tokens: Sequence[Token], first: int, to: bool) -> tuple[Verb, int]:
    last = first
    while last + 1 < len(tokens) and tokens[last + 1].tag == "AUX":
        last += 1
    while tokens[last].tag != "AUX":
        last += 1
    token = tokens[last]
    form: Form = "inf" if to else "ger" if token.lower in _GERUNDS else "fin"
    verb = Verb(
        tokens[first].start,
        token.end,
        token.start,
        token.end,
        find_verb(token.lower),
        form,
        to=to,
        finite_by_auxiliary=True,
    )
    return verb, last + 1


def _make_verb(
    tokens: Sequence[Token], first: int, place: int, auxiliaries: Sequence[str], to: bool
) -> tuple[Verb, int]:
    main = tokens[place]
    lemma, after = find_verb(main.lower), place + 1
    while after < min(len(tokens), place + 2) and f"{lemma} {tokens[after].lower}" in read_particles():
        lemma, after = f"{lemma} {tokens[after].lower}", after + 1
    gerund = main.lower.endswith("ing")
    passive = not gerund and main.tag != "VERB:inf" and any(word in _BE for word in auxiliaries)
    verb = Verb(
        tokens[first].start, tokens[after - 1].end, main.start, main.end, lemma, _find_form(main, auxiliaries, tokens[first].lower == "to" or (to and not auxiliaries)), passive,
        any(word in _HAVE for word in auxiliaries), "had" in auxiliaries, to, bool(auxiliaries) and not to,
    )  # fmt: skip
    return verb, after


def _find_form(main: Token, auxiliaries: Sequence[str], to: bool) -> Form:
    if to:
        return "inf"
    if auxiliaries:
        return "ger" if auxiliaries[0] in _GERUNDS else "fin"
    forms: dict[str, Form] = {"VERB:part": "part", "VERB:ger": "ger", "VERB:inf": "inf"}
    return forms.get(main.tag, "fin")
