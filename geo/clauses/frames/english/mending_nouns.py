"""What the tagger takes for a verb that is a noun or says of what kind one is: "to Port Sudan", "displaced families"."""

from collections.abc import Sequence

from geo.clauses.frames.english.lexicons import find_verb, read_set, read_sorts, read_verb_acts, read_verb_bases
from geo.clauses.frames.english.records import Token
from geo.clauses.frames.rules import read_rule_words
from geo.nouns.english_words import find_lemma

_AIDING = read_rule_words("en", "mending_nouns", "aiding")


def is_cross(tokens: Sequence[Token], place: int) -> bool:
    """Tell the Red Cross from a verb."""
    return tokens[place].lower in ("cross", "crescent") and place > 0 and tokens[place - 1].lower == "red"


def is_governed(tokens: Sequence[Token], place: int) -> bool:
    """Tell "following floods" from "it floods"."""
    token, before = tokens[place], tokens[place - 1] if place else None
    if before is None or token.tag not in ("VERB:fin", "VERB:inf") or not token.lower.endswith("s"):
        return False
    return before.lower in (
        "following",
        "of",
        "from",
        "with",
        "after",
        "by",
        "for",
        "in",
        "at",
        "on",
    ) and before.tag in ("ADP", "VERB:ger")


def is_attributive(tokens: Sequence[Token], place: int) -> bool:
    """Tell "delivered drinking water" from "began sending masks"."""
    if tokens[place].tag != "VERB:ger" or not 0 < place < len(tokens) - 1:
        return False
    before = tokens[place - 1]
    gives = not {"give", "send", "receive"}.isdisjoint(read_verb_acts().get(find_verb(before.lower), ()))
    return before.tag.startswith("VERB") and gives and tokens[place + 1].tag == "NOUN"


def is_member_state(tokens: Sequence[Token], place: int) -> bool:
    """Tell the Member States from what someone states."""
    return tokens[place].lower in ("states", "state") and place > 0 and tokens[place - 1].lower == "member"


def is_part_of_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell "to Port Sudan" from "to help Sudan"."""
    token = tokens[place]
    if (
        not 0 < place < len(tokens) - 1
        or not token.text[0].isupper()
        or not token.tag.startswith("VERB")
        or (tokens[place + 1].unit is None and find_verb(token.lower) in read_verb_bases())
    ):
        return False
    return (
        tokens[place - 1].lower in ("to", "in", "at", "near", "from")
        and tokens[0].text[0].isupper()
        and tokens[place - 1].text.islower()
        and not _is_title(tokens)
    )


def _is_title(tokens: Sequence[Token]) -> bool:
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return sum(token.text[0].isupper() for token in long) >= 0.8 * len(long)


def is_work(tokens: Sequence[Token], place: int) -> bool:
    """Tell "for school feeding programmes" from a verb."""
    token, before = tokens[place], tokens[place - 1] if place else None
    works = token.lower.endswith("s") and find_lemma(token.lower) in read_set("things", "taking", "works")
    joined = before is not None and before.tag in ("NOUN", "PROPN", "ADJ") and before.unit is None
    return (
        joined and works and token.tag in ("VERB:fin", "VERB:inf") and find_verb(token.lower) not in read_verb_bases()
    )


def is_guest(tokens: Sequence[Token], place: int) -> bool:
    """Tell "met visiting Chinese officials" from "is visiting Chinese officials"."""
    if tokens[place].lower != "visiting" or not 0 < place < len(tokens) - 1:
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    office = after.lower in read_set("things", "offices", "words") or (after.unit is not None and after.unit.adjective)
    return office and before.tag.split(":")[0] in ("VERB", "ADP", "DET") and before.tag != "VERB:ger"


def is_noun(tokens: Sequence[Token], place: int) -> bool:
    """Tell "was the trigger for" from a verb."""
    if not 0 < place < len(tokens) - 1 or tokens[place].tag not in ("VERB:inf", "VERB:fin"):
        return False
    return tokens[place - 1].lower in ("a", "an", "the") and tokens[place + 1].tag in ("ADP", "PUNCT", "PART")


def is_training(tokens: Sequence[Token], place: int) -> bool:
    """Tell "gave online community training to farmers" from "began training farmers"."""
    token, before = tokens[place], tokens[place - 1] if place else None
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.lower != "training" or before is None:
        return False
    given = before.tag.startswith("VERB") and find_verb(before.lower) in ("give", "provide", "offer", "receive", "get")
    if not given and before.tag not in ("NOUN", "ADJ"):
        return False
    return after is None or after.tag in ("ADP", "PUNCT", "CCONJ")


def is_field(tokens: Sequence[Token], place: int) -> bool:
    """Tell "a memorandum on nursing between" from "insisted on meeting the envoy"."""
    if not 0 < place < len(tokens) - 1 or tokens[place - 1].lower not in ("on", "in"):
        return False
    ends = tokens[place + 1].tag in ("CCONJ", "PUNCT") or tokens[place + 1].lower in ("between", "with", "from")
    return ends and find_verb(tokens[place].lower) not in read_verb_acts()


def is_quality(tokens: Sequence[Token], place: int) -> bool:
    """Tell "to displaced families" from "displaced by floods"."""
    if not 0 < place < len(tokens) - 1 or not tokens[place].lower.endswith("ed"):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    degree = (
        before.tag == "ADV" and before.lower.endswith("ly") and place > 1 and tokens[place - 2].tag in ("ADP", "CCONJ")
    )
    acts = before.tag.startswith("VERB") and find_verb(before.lower) in read_verb_bases()  # "send armoured vehicles"
    behind = tokens[place + 2].tag if place + 2 < len(tokens) else ""
    qualifies = after.tag == "NOUN" or (after.tag == "ADJ" and after.unit is None and behind == "NOUN")
    plain = find_verb(tokens[place].lower) not in read_verb_acts()
    named = after.unit is not None and after.unit.adjective and behind == "NOUN"
    numbered = before.tag == "NUM" and plain and (named or after.tag == "NOUN")  # "142 stranded Ethiopian migrants"
    listed = (
        (before.tag == "CCONJ" or before.text == ",")
        and _is_goods(after)
        and place > 1
        and _is_goods(tokens[place - 2])
    )
    listed = listed and find_verb(tokens[place].lower) not in read_verb_bases()  # "missiles and armoured vehicles"
    stands = (before.tag == "ADP" or degree or acts or listed) and qualifies
    return tokens[place].tag in ("VERB:part", "VERB:fin") and (stands or numbered)


def _is_goods(token: Token) -> bool:
    return read_sorts().get(find_lemma(token.lower)) == "goods"


def is_there(tokens: Sequence[Token], place: int) -> bool:
    """Tell "has been present in Tripoli" from what is presented."""
    return tokens[place].lower == "present" and place > 0 and tokens[place - 1].tag == "AUX"


def is_thing(tokens: Sequence[Token], place: int) -> bool:
    """Tell "UNHCR trucks carrying blankets" from a verb: a thing that is no verb of acting."""
    token = tokens[place]
    before = tokens[place - 1] if place else None
    named = before is not None and (
        before.unit is not None or before.tag == "NUM" or (before.tag == "NOUN" and before.lower in _AIDING)
    )
    inside = place > 1 and tokens[place - 2].tag in ("NUM", "DET", "ADJ") and tokens[place - 1].tag in ("NOUN", "ADJ")
    known = (named or inside) and token.tag in ("VERB:fin", "VERB:inf") and token.lower.endswith("s")
    return known and find_lemma(token.lower) in read_sorts() and find_verb(token.lower) not in read_verb_bases()
