"""Where a noun group begins and ends among the tokens of an English sentence."""

import re
from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import read_openers, read_set, read_sorts
from geo.clauses.frames.english.records import MONEY, Token
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import find_lemma

_DAY = re.compile(r"(?:19|20)\d\d|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}(?:st|nd|rd|th)")
_SPAN = 3  # words of "the same day"
_WEEKDAYS = read_rule_words("en", "noun_ends", "weekdays")
_SPANS = read_rule_words("en", "noun_ends", "spans")
_FROM_THEN = read_rule_words("en", "noun_ends", "from_then")
_NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "SYM", MONEY})
_BEFORE_PARTICIPLES = read_rule_words("en", "noun_ends", "before_participles")
_COMPOUNDED = read_rule_words("en", "noun_ends", "compounded")
_BODIES = read_rule_words("en", "noun_ends", "bodies")
_HEADS = frozenset({"NOUN", "PROPN", "NUM", MONEY})


def find_noun_end(tokens: Sequence[Token], place: int) -> int:
    """Return the token behind the noun group that begins at a token; the token itself where none begins."""
    first = _skip_quantifier(tokens, place)
    token = tokens[first]
    if token.tag == "PRON" and not opens_clause(token):
        possessive = token.lower in read_set("clauses", "pronouns", "possessive")
        return _go_on(tokens, first + 1, first) if possessive else first + 1
    if (token.tag not in _NOMINAL and not (token.unit is not None)) or opens_clause(token):
        return place
    return _go_on(tokens, first, first)


def opens_clause(token: Token) -> bool:
    """Tell whether a word opens a clause: "which", "who", "that"."""
    return (
        token.unit is None
        and token.lower in ("which", "who", "whom", "whose", "that", "where", "what", "whether", "how", "why", "when")
        and token.tag in ("PRON", "SCONJ", "DET", "ADV")
        and not (token.lower == "that" and token.tag == "DET")
    )


def _skip_quantifier(tokens: Sequence[Token], place: int) -> int:
    """Return the place of a number behind "at least", "over" and the like, else the place itself."""
    opens = tokens[place].lower in read_openers("clauses", "quantifiers", "words")
    for length in (3, 2, 1) if opens else ():
        after = place + length
        words = " ".join(token.lower for token in tokens[place:after])
        if (
            after < len(tokens)
            and tokens[after].tag in ("NUM", MONEY)
            and words in read_set("clauses", "quantifiers", "words")
        ):
            return after
    return place


def _go_on(tokens: Sequence[Token], place: int, first: int) -> int:
    """Return the end of a run of words that one noun group is made of."""
    while place < len(tokens) and _belongs(tokens, place, first):
        place += 1
    return place


def _belongs(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell whether a word goes on with the noun group that began at `first`."""
    token = tokens[place]
    if (
        token.is_possessive
        or _is_joined(tokens, place)
        or _joins_adjectives(tokens, place)
        or _parts_amount(tokens, place)
    ):
        return True
    if token.lower == "worth" and place + 1 < len(tokens) and tokens[place + 1].tag in (MONEY, "NUM"):
        return False
    if token.tag == "DET" and place > first:
        return tokens[place - 1].is_possessive or tokens[place - 1].lower in ("all", "both", "half", "such")
    if token.unit is not None or (token.tag in _NOMINAL and not opens_clause(token)):
        return not _begins_anew(tokens, place, first)
    return _is_attribute(tokens, place, first)


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    """Tell the hyphen behind a name and the word behind that: "China-funded"."""
    hyphen = place if tokens[place].text == "-" else place - 1
    if not 0 < hyphen < len(tokens) - 1 or tokens[hyphen].text != "-" or tokens[hyphen - 1].unit is None:
        return False
    return tokens[hyphen - 1].end == tokens[hyphen].start and tokens[hyphen].end == tokens[hyphen + 1].start


def _joins_adjectives(tokens: Sequence[Token], place: int) -> bool:
    """Tell what stands between the adjectives of several countries: "Iraqi and Kuwaiti counterparts"."""
    if place == 0 or place + 1 >= len(tokens) or tokens[place].lower not in ("and", ",", "or"):
        return False
    if _joins_fields(tokens, place) or _joins_names(tokens, place):
        return True
    before, after = tokens[place - 1].unit, tokens[place + 1].unit
    if before is None or after is None or not before.adjective or not after.adjective:
        return False
    behind = tokens[place + 2] if place + 2 < len(tokens) else None
    return behind is not None and (behind.tag in ("NOUN", "ADJ", "PROPN") or behind.lower in ("and", ","))


def _parts_amount(tokens: Sequence[Token], place: int) -> bool:
    """Tell the comma before an amount: "a three-year, $3 billion loan"."""
    if not 1 < place < len(tokens) - 2 or tokens[place].text != ",":
        return False
    described = (
        tokens[place - 1].tag == "ADJ" and tokens[place - 1].unit is None and tokens[place - 2].tag in ("DET", "PRON")
    )
    return described and tokens[place + 1].tag in (MONEY, "NUM")


def _joins_fields(tokens: Sequence[Token], place: int) -> bool:
    """Tell what stands between two fields of one team: "water and shelter specialists"."""
    if not 1 < place < len(tokens) - 2 or tokens[place].lower != "and":
        return False
    before, field, team = tokens[place - 1], tokens[place + 1], tokens[place + 2]
    plain = (
        before.unit is None and field.unit is None and before.tag in ("NOUN", "ADJ") and field.tag in ("NOUN", "ADJ")
    )
    several = before.lower.endswith("s") or "team" in (_find_sort(before), _find_sort(field))
    return (
        plain and not several and _find_sort(team) == "team" and tokens[place - 2].tag in ("NUM", "DET", "ADJ", "ADP")
    )


def _joins_names(tokens: Sequence[Token], place: int) -> bool:
    """Tell what stands inside the name of a body: "Turkey's Disaster and Emergency Management Authority"."""
    if tokens[place].lower != "and" or not _is_capital(tokens[place - 1]):
        return False
    led = any(one.unit is not None for one in tokens[max(0, place - 4) : place - 1])
    behind = tokens[place + 1 : place + 5]
    body = next((number for number, one in enumerate(behind) if one.lower in _BODIES), 0)
    return led and body > 0 and all(map(_is_capital, behind[: body + 1]))


def _is_capital(token: Token) -> bool:
    return token.unit is None and token.text[:1].isupper() and token.tag in ("NOUN", "PROPN", "ADJ")


def _find_sort(token: Token) -> str | None:
    return read_sorts().get(token.lower) or read_sorts().get(find_lemma(token.lower))


def _begins_anew(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell where a number or a name after a noun begins a group of its own: "gave Chad | 40 tents", "on Tuesday | Japan"."""
    token, before = tokens[place], tokens[place - 1]
    if place == first or before.is_possessive or before.text == "-":
        return False
    if _is_people(before):
        return token.tag in ("NUM", MONEY, "NOUN", "ADJ", "DET")
    if token.tag in ("NUM", MONEY) and before.unit is not None:
        return not before.unit.adjective and before.unit.kind != "count"
    if token.unit is not None and before.lower in ("day", "week", "month", "year") and place - first < _SPAN:
        return True  # "Earlier in the day | Polish Prime Minister"
    if token.unit is not None and before.unit is None and before.tag in ("NOUN", MONEY):
        office = before.lower in read_set("things", "offices", "words")
        return not token.unit.adjective and before.text.islower() and not office
    judged = token.lower in ("persona", "personae")  # "declared two diplomats persona non grata"
    titled = token.lower.rstrip(".") in ("mr", "mrs", "ms", "dr") and before.tag == "NOUN" and before.text.islower()
    # "leaving the summit | Mr Modi said"
    return judged or titled or _tells_when(tokens, place) or _follows_date(token, before)


def _is_people(token: Token) -> bool:
    """Tell "gave the Chileans | tents" from "Chilean tents" and "Swiss tents"."""
    people = token.unit is not None and token.unit.adjective and token.unit.kind == "country"
    return people and token.lower.endswith("s") and not token.lower.endswith("ss")


def _tells_when(tokens: Sequence[Token], place: int) -> bool:
    """Tell the beginning of a date: "in Tyre | last month", "by phone | today"."""
    token, before = tokens[place], tokens[place - 1]
    if token.lower in ("last", "next", "this", "early", "late") and before.tag not in ("DET", "ADP"):
        after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
        return after in read_set("clauses", "time", "words")
    named = before.unit is not None and not before.unit.adjective
    after = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    if named and token.lower in _SPANS and after in _FROM_THEN:
        return True  # "landed in Turkey hours after the quake"
    if token.lower in _WEEKDAYS and (named or (before.tag == "NOUN" and before.text.islower())):
        return True  # "flew to India Monday", "signed a deal Monday"
    return token.lower in ("today", "yesterday", "tomorrow", "tonight")


def _follows_date(token: Token, before: Token) -> bool:
    """Tell what follows a date: "In 1998 | Honduras", "On 26.03.2020 | China", "On the 26th | China", "On Sunday | tents"."""
    if token.unit is not None and _DAY.fullmatch(before.text):
        return True
    weekday = before.lower in read_set("clauses", "time", "words") and before.tag in ("PROPN", "NOUN")
    things = (
        before.lower in _WEEKDAYS and token.tag == "NOUN" and token.lower not in read_set("clauses", "time", "words")
    )
    return weekday and (token.unit is not None or token.tag == "PROPN" or things)


def _is_attribute(tokens: Sequence[Token], place: int, first: int) -> bool:
    """Tell a participle or adverb inside a group: "the donated masks", "a newly built hospital"."""
    token = tokens[place]
    behind = tokens[place + 1] if place + 1 < len(tokens) else None
    if behind is None or place == first:
        return False
    before = tokens[place - 1]
    if token.tag == "ADV":
        return before.tag in ("DET", "NUM") and behind.tag in ("ADJ", "VERB:part", "NUM", "VERB:ger")
    joins = token.tag.startswith("VERB") and before.tag in _BEFORE_PARTICIPLES
    if token.tag == "VERB:ger" and before.tag == "NOUN" and tokens[first].tag == "DET" and behind.tag in _HEADS:
        return behind.lower in _COMPOUNDED  # "a genome sequencing laboratory"
    possessive = before.is_possessive or before.lower in read_set("clauses", "pronouns", "possessive")
    return (
        (joins or (possessive and token.tag.startswith("VERB")))
        and behind.tag in ("ADJ", "NOUN", "PROPN", "NUM")
        and (before.tag != "NUM" or behind.tag == "NOUN")
    )
