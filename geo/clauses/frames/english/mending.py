"""What the tagger takes for another word, put right: verbs of acting are what this reader is about."""

from collections.abc import Callable, Container, Sequence
from functools import lru_cache
from typing import NamedTuple

from geo.clauses.frames.english.lexicons import find_verb, read_set, read_sorts, read_verb_acts, read_verb_bases
from geo.clauses.frames.english.mending_nouns import (
    is_attributive,
    is_cross,
    is_field,
    is_governed,
    is_guest,
    is_member_state,
    is_noun,
    is_part_of_name,
    is_quality,
    is_there,
    is_thing,
    is_training,
    is_work,
)
from geo.clauses.frames.english.records import MONEY, Token
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import find_lemma

_GOING = read_rule_words("en", "mending", "going")
_OFFICES = read_rule_words("en", "mending", "offices")
_TITLES = read_rule_words("en", "mending", "titles")
# What the tagger takes for one of these is one.
_SURE = ("DET", "CCONJ", "PRON", "NUM", "PUNCT")
_FINITE = read_rule_words("en", "mending", "finite")
_NOUNS = read_rule_words("en", "mending", "nouns")
_NUMERALS = read_rule_words("en", "mending", "numerals")
_PARTICIPLES = read_rule_words("en", "mending", "participles")
_PLANS = read_rule_words("en", "mending", "plans")


def mend(tokens: Sequence[Token], place: int) -> Token:
    """Tag anew what the tagger takes for another word: verbs of acting are what this reader is about."""
    token = tokens[place]
    if token.unit is not None or token.tag in _SURE or not token.text[0].isalpha():
        return token
    for rule in _list_rules(token.lower, token.tag):
        if rule.tells(tokens, place):
            return token._replace(tag=rule.tag)
    return token


def _is_finite(tokens: Sequence[Token], place: int) -> bool:
    """Tell a form that can be nothing but a finite verb: "lent", "gave", "denies"."""
    return tokens[place].lower in _FINITE and not tokens[place].tag.startswith("VERB")


def _is_carried(tokens: Sequence[Token], place: int) -> bool:
    """Tell "aircraft loaded with masks" and "masks given by Japan", behind another verb, from a finite verb."""
    token = tokens[place]
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if (
        token.tag != "VERB:fin"
        or after not in ("by", "with")
        or place == 0
        or not (token.lower.endswith("ed") or token.lower in _PARTICIPLES)
    ):
        return False
    loads = after == "by" or token.lower in ("loaded", "filled", "packed", "laden", "equipped")
    behind = tokens[place + 2].lower if place + 2 < len(tokens) else ""
    if not loads or behind in ("phone", "telephone", "video"):
        return False
    if token.lower in ("loaded", "laden", "packed", "filled") and _has_verb_behind(tokens, place):
        return True
    for before in reversed(tokens[max(0, place - 12) : place]):
        if before.tag in ("CCONJ", "SCONJ", "PUNCT") or before.lower in ("which", "who", "that"):
            return False
        if before.tag == "VERB:fin":
            return True
    return False


def _has_verb_behind(tokens: Sequence[Token], place: int) -> bool:
    """Tell "planes loaded with aid landed" from "they loaded the planes and landed"."""
    for after in tokens[place + 1 : place + 15]:
        if after.tag in ("CCONJ", "SCONJ", "PUNCT") or after.lower in ("which", "who", "that"):
            return False
        if after.tag == "VERB:fin":
            return True
    return False


def _is_meeting(tokens: Sequence[Token], place: int) -> bool:
    """Tell ", meeting in Oslo," from a meeting."""
    after = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    return tokens[place].lower == "meeting" and place > 0 and tokens[place - 1].lower == "," and after == "ADP"


def _is_headline_verb(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Turkey aids Somalia", "India ships rice to Nepal", "EU, Japan ink pact" from a country's ships and aids."""
    token, before = tokens[place], tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if before is None or after is None or token.tag.startswith("VERB"):
        return False
    if before.unit is None or before.unit.adjective or any(one.tag == "VERB:fin" for one in tokens):
        return token.lower == "arrives"
    if token.lower in ("ink", "thanks") or (token.lower in ("hands", "hand") and after.lower == "over"):
        return True
    acts = token.lower.endswith(("s", "ed")) and find_verb(token.lower) in read_verb_acts()
    goes_on = after.unit is not None or after.tag == MONEY or find_lemma(after.lower) in read_sorts()
    return acts and goes_on and after.lower not in ("talks", "visit")


def _is_infinitive(tokens: Sequence[Token], place: int) -> bool:
    """Tell "a deal to import gas" from "a deal for Iran"."""
    verb = tokens[place + 1] if place + 1 < len(tokens) else None
    if verb is None or tokens[place].lower != "to" or tokens[place].tag != "ADP" or verb.tag != "VERB:inf":
        return False
    return verb.lower in read_verb_bases() and find_lemma(verb.lower) not in read_sorts()


def _is_plan(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Egypt plans to sign" from Egypt's plans."""
    if tokens[place].tag != "NOUN" or not 0 < place < len(tokens) - 2 or tokens[place].lower not in _PLANS:
        return False
    before = tokens[place - 1].unit
    to = tokens[place + 1].lower == "to" and tokens[place + 2].tag.startswith("VERB")
    return before is not None and not before.adjective and to


def _is_auxiliary(tokens: Sequence[Token], place: int) -> bool:
    """Tell "has committed" from "has funds"."""
    token = tokens[place]
    return token.lower in ("has", "have", "had") and token.tag.startswith("VERB") and _is_perfect(tokens, place)


def _follows_have(tokens: Sequence[Token], place: int) -> bool:
    """Tell "has committed $50 million" from committed people."""
    token = tokens[place]
    if token.tag != "ADJ" or not token.lower.endswith("ed") or place == 0:
        return False
    return tokens[place - 1].lower in ("has", "have", "had", "having")


def _is_perfect(tokens: Sequence[Token], place: int) -> bool:
    """Tell "has committed $50 million" from "has limited funds"."""
    if place + 2 >= len(tokens):
        return False
    form, after = tokens[place + 1], tokens[place + 2]
    made = form.lower.endswith("ed") and form.tag in ("ADJ", "VERB:part")
    return made and (after.tag in (MONEY, "NUM", "DET", "ADP", "PRON") or after.unit is not None)


def _is_predicate(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the ministers travel to Peru" and "Macron heads to Peru" from a minister's travel."""
    token, before = tokens[place], tokens[place - 1] if place else None
    if token.tag != "NOUN" or before is None or any(one.tag == "VERB:fin" for one in tokens[:place]):
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.lower in ("amounts", "totals", "hosts") and before.unit is not None:
        return True
    if following is None or not (following.lower in ("to", "for") or following.unit is not None):
        return False
    plural = any(one.lower in _OFFICES for one in tokens[max(0, place - 8) : place])
    several = token.lower in _GOING and ((before.tag == "NOUN" and before.lower.endswith("s")) or plural)
    person = before.unit is not None and before.unit.kind == "person"
    titled = before.lower in _TITLES or before.lower in read_set("things", "offices", "words")
    one = token.lower.endswith("s") and token.lower[:-1] in _GOING and (person or titled)
    return several or one


def _is_office(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Tanzania President Samia" where the tagger knows no tag for the office."""
    return tokens[place].tag == "X" and tokens[place].lower in _TITLES


def _is_adjective(tokens: Sequence[Token], place: int) -> bool:
    """Tell what the tagger takes for an adjective: "more than sixty", "the Danish drugmaker Novo", "Secretary-General"."""
    return tokens[place].tag == "ADJ"


def _is_giant(tokens: Sequence[Token], place: int) -> bool:
    """Tell "telecommunications giant Huawei" from "a giant panda"."""
    return place + 1 < len(tokens) and tokens[place + 1].text[:1].isupper()


def _is_counted(tokens: Sequence[Token], place: int) -> bool:
    """Tell "128 votes in favour" from "Peru votes"."""
    return place > 0 and tokens[place - 1].tag == "NUM"


def _is_gathering(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the G20 gathering in Delhi" from "leaders gathering in Delhi"."""
    return place > 0 and (tokens[place - 1].tag in ("DET", "ADJ") or tokens[place - 1].unit is not None)


def _is_round(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the second round of talks" from "round the table"."""
    of = place + 1 < len(tokens) and tokens[place + 1].lower == "of"
    return tokens[place].lower == "round" and tokens[place].tag == "ADP" and of


def _is_met(tokens: Sequence[Token], place: int) -> bool:
    """Tell "After meeting with the president" from "after the meeting"."""
    if not 0 < place < len(tokens) - 1 or tokens[place].lower != "meeting":
        return False
    after = tokens[place + 1]
    person = after.lower in ("with", "his", "her", "its") or after.unit is not None
    return person and tokens[place - 1].lower in ("after", "before", "by", "upon")


def _is_due(tokens: Sequence[Token], place: int) -> bool:
    """Tell "Thanks to a gift from Chad, WFP" from "expressed thanks to Chad"."""
    opens = place == 0 or tokens[place - 1].tag == "PUNCT" or tokens[place - 1].lower in ("and", "partly", "largely")
    return opens and tokens[place].lower == "thanks" and place + 1 < len(tokens) and tokens[place + 1].lower == "to"


class _Rule(NamedTuple):
    """A check of a word, the tag it has where the check holds, and the words or tags that are checked at all."""

    tells: Callable[[Sequence[Token], int], bool]
    tag: str
    words: Container[str] = ()
    tags: Container[str] = ()


_STATES = ("VERB:fin", "VERB:inf")
_RULES = (
    _Rule(_is_due, "ADP", words=("thanks",)),
    _Rule(is_cross, "PROPN", words=("cross", "crescent")),
    _Rule(_is_office, "NOUN", tags=("X",)),
    _Rule(_is_met, "VERB:ger", words=("meeting",)),
    _Rule(_is_round, "NOUN", words=("round",)),
    _Rule(_is_adjective, "NUM", words=_NUMERALS),
    _Rule(_is_adjective, "NOUN", words=_NOUNS),
    _Rule(_is_giant, "NOUN", words=("giant",)),
    _Rule(_is_counted, "NOUN", words=("votes",)),
    _Rule(_is_gathering, "NOUN", words=("gathering",)),
    _Rule(is_thing, "NOUN", tags=_STATES),
    _Rule(is_there, "ADJ", words=("present",)),
    _Rule(_is_predicate, "VERB:fin", tags=("NOUN",)),
    _Rule(is_quality, "ADJ", tags=("VERB:part", "VERB:fin")),
    _Rule(is_member_state, "NOUN", words=("states", "state")),
    _Rule(is_part_of_name, "PROPN", tags=("VERB:fin", "VERB:inf", "VERB:ger", "VERB:part")),
    _Rule(is_governed, "NOUN", tags=_STATES),
    _Rule(is_attributive, "ADJ", tags=("VERB:ger",)),
    _Rule(is_field, "NOUN", tags=("VERB:ger",)),
    _Rule(_is_finite, "VERB:fin", words=_FINITE),
    _Rule(_is_carried, "VERB:part", tags=("VERB:fin",)),
    _Rule(_is_meeting, "VERB:ger", words=("meeting",)),
    _Rule(is_training, "NOUN", words=("training",)),
    _Rule(is_noun, "NOUN", tags=_STATES),
    _Rule(_is_infinitive, "PART", words=("to",)),
    _Rule(is_guest, "ADJ", words=("visiting",)),
    _Rule(is_work, "NOUN", tags=_STATES),
    _Rule(
        _is_headline_verb,
        "VERB:fin",
        tags=("NOUN", "PROPN", "ADJ", "ADP", "ADV", "AUX", "PART", "SCONJ", "INTJ", "SYM", "X"),
    ),
    _Rule(_is_plan, "VERB:fin", tags=("NOUN",)),
    _Rule(_is_auxiliary, "AUX", words=("has", "have", "had")),
    _Rule(_follows_have, "VERB:part", tags=("ADJ",)),
)


@lru_cache(maxsize=8192)
def _list_rules(word: str, tag: str) -> tuple[_Rule, ...]:
    """Return the rules that a word with a tag is to be checked by."""
    return tuple(one for one in _RULES if word in one.words or tag in one.tags)
