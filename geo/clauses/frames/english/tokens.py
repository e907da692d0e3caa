"""The tokens of an English sentence: its names as single tokens, the words between them, and their tags."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Quantity
from geo.clauses.frames.records import Words
from geo.clauses.frames.units import Unit, list_units
from geo.clauses.tagging import tag

MONEY = "MONEY"  # the tag of an amount of a currency
_WORD = re.compile(
    r"""
    (?:[A-Z]\.){2,} | [A-Z]\.(?=\s[A-Z])        # U.S., Antony J. Blinken
  | ['’]s\b | ['’](?=\s)                        # Japan's, the Philippines'
  | [^\W\d_]+\.(?=\s[A-Z0-9]) (?<=\bNo\.|\bDr\.|\bMr\.|\bSt\.|\bMs\.) # Dr. Silva
  | \d[\d,.]*(?:-[^\W\d_]+)+                    # 150-bed
  | \d[\d,.]*\d | \d                            # 30,000
  | [^\W_]+(?:(?:-|['’](?!s\b)|\.(?=\w))[^\W_]+)*  # field-hospital, Mata'afa
  | \S
    """,
    re.VERBOSE,
)
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_PLANS = frozenset({"plans", "pledges", "promises", "offers", "hopes", "aims", "vows", "needs", "bids", "seeks"})
_GOING = frozenset({"travel", "visit", "tour", "head", "fly"})
_TITLES = frozenset({"president", "premier", "chancellor", "minister", "king", "envoy", "secretary", "pope", "leader"})
_COUNTING = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|multi)-[a-z]+")  # "a two-day visit"
_PAST = frozenset({"gave", "sent", "lent", "flew", "brought", "spoke"})
_PARTICIPLES = frozenset({"sent", "given", "lent", "built", "brought", "flown", "laden"})
_FIXED = {"'s": "PART", "’s": "PART", "'": "PART", "’": "PART", "%": "SYM", "drought": "NOUN"}


class Token(NamedTuple):
    """A word or a name: its span, how it is written in small letters, its tag, and the unit it is, if any."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    unit: Unit | None = None

    @property
    def is_possessive(self) -> bool:
        """Tell whether this is the ending of a possessor."""
        return self.lower in _POSSESSIVE and self.tag == "PART"


class _Piece(NamedTuple):
    start: int
    end: int
    unit: Unit | None
    money: bool


def list_tokens(words: Words) -> list[Token]:
    """Return the tokens of a sentence in order, each with its tag."""
    pieces = list(_cut(words))
    texts = [words.text[one.start : one.end] for one in pieces]
    fixed = [_fix(one, text) for one, text in zip(pieces, texts, strict=True)]
    tags = tag(texts, [None if one == MONEY else one for one in [("NOUN" if f == MONEY else f) for f in fixed]])
    tokens = [
        Token(one.start, one.end, text, text.lower(), MONEY if one.money else name, one.unit)
        for one, text, name in zip(pieces, texts, tags, strict=True)
    ]
    return [_mend(tokens, place) for place in range(len(tokens))]


def _mend(tokens: Sequence[Token], place: int) -> Token:
    """Tag anew what the tagger takes for another word: verbs of acting are what this reader is about."""
    token = tokens[place]
    if token.unit is not None or not token.text[0].isalpha():
        return token
    return next((token._replace(tag=tag) for tells, tag in _MENDED if tells(tokens, place)), token)


def _is_cross(tokens: Sequence[Token], place: int) -> bool:
    """Tell the Red Cross from a verb."""
    return tokens[place].lower in ("cross", "crescent") and place > 0 and tokens[place - 1].lower == "red"


def _is_governed(tokens: Sequence[Token], place: int) -> bool:
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


def _is_member_state(tokens: Sequence[Token], place: int) -> bool:
    """Tell the Member States from what someone states."""
    return tokens[place].lower in ("states", "state") and place > 0 and tokens[place - 1].lower == "member"


def _is_part_of_name(tokens: Sequence[Token], place: int) -> bool:
    """Tell "to Port Sudan" from "to help Sudan"."""
    token = tokens[place]
    if (
        not 0 < place < len(tokens) - 1
        or not token.text[0].isupper()
        or not token.tag.startswith("VERB")
        or tokens[place + 1].unit is None
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


def _is_past(tokens: Sequence[Token], place: int) -> bool:
    """Tell a past form that can be nothing else: "lent", "gave"."""
    return tokens[place].lower in _PAST and not tokens[place].tag.startswith("VERB")


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
    for before in reversed(tokens[max(0, place - 12) : place]):
        if before.tag in ("CCONJ", "SCONJ", "PUNCT") or before.lower in ("which", "who", "that"):
            return False
        if before.tag == "VERB:fin":
            return True
    return False


def _is_meeting(tokens: Sequence[Token], place: int) -> bool:
    """Tell ", meeting in Oslo," from a meeting."""
    after = tokens[place + 1].tag if place + 1 < len(tokens) else ""
    return tokens[place].lower == "meeting" and place > 0 and tokens[place - 1].lower == "," and after == "ADP"


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


def _is_quality(tokens: Sequence[Token], place: int) -> bool:
    """Tell "to displaced families" from "displaced by floods"."""
    if not 0 < place < len(tokens) - 1 or not tokens[place].lower.endswith("ed"):
        return False
    before, after = tokens[place - 1], tokens[place + 1]
    return tokens[place].tag in ("VERB:part", "VERB:fin") and before.tag == "ADP" and after.tag == "NOUN"


def _is_predicate(tokens: Sequence[Token], place: int) -> bool:
    """Tell "the ministers travel to Peru" and "the leaders visit Peru" from a minister's travel."""
    token, before = tokens[place], tokens[place - 1] if place else None
    if token.tag != "NOUN" or before is None or any(one.tag == "VERB:fin" for one in tokens[:place]):
        return False
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    if token.lower in ("amounts", "totals") and before.unit is not None:
        return True
    if following is None or not (following.lower in ("to", "for") or following.unit is not None):
        return False
    several = token.lower in _GOING and before.tag == "NOUN" and before.lower.endswith("s")
    person = before.unit is not None and before.unit.kind == "person"
    one = token.lower.endswith("s") and token.lower[:-1] in _GOING and (person or before.lower in _TITLES)
    return several or one


_MENDED = (
    (_is_cross, "PROPN"),
    (_is_predicate, "VERB:fin"),
    (_is_quality, "ADJ"),
    (_is_member_state, "NOUN"),
    (_is_part_of_name, "PROPN"),
    (_is_governed, "NOUN"),
    (_is_past, "VERB:fin"),
    (_is_carried, "VERB:part"),
    (_is_meeting, "VERB:ger"),
    (_is_plan, "VERB:fin"),
    (_is_auxiliary, "AUX"),
    (_follows_have, "VERB:part"),
)


def _is_perfect(tokens: Sequence[Token], place: int) -> bool:
    """Tell "has committed $50 million" from "has limited funds"."""
    if place + 2 >= len(tokens):
        return False
    form, after = tokens[place + 1], tokens[place + 2]
    made = form.lower.endswith("ed") and form.tag in ("ADJ", "VERB:part")
    return made and (after.tag in (MONEY, "NUM", "DET", "ADP", "PRON") or after.unit is not None)


def _fix(piece: _Piece, text: str) -> str | None:
    """Return the tag of what is no word of the language."""
    if piece.money:
        return MONEY
    if piece.unit is not None:
        return "ADJ" if piece.unit.adjective else "PROPN"
    if text[0].isdigit() and "-" in text and text[-1].isalpha():
        return "ADJ"
    if _COUNTING.fullmatch(text.lower()):
        return "ADJ"
    return _FIXED.get(text.lower())


def _cut(words: Words) -> Iterator[_Piece]:
    """Yield the names and amounts of a sentence, and the words between them."""
    place = words.start
    for start, end, unit in _list_wholes(words):
        yield from _cut_plain(words.text, place, start)
        yield _Piece(start, end, unit, unit is None)
        place = end
    yield from _cut_plain(words.text, place, words.end)


def _list_wholes(words: Words) -> list[tuple[int, int, Unit | None]]:
    """Return the units and amounts of money, none inside another; a name in a longer word is none."""
    units = [unit for unit in list_units(words) if _stands_alone(words, unit)]
    wholes: list[tuple[int, int, Unit | None]] = [(one.start, one.end, one) for one in units]
    wholes += [(one.start, one.end, None) for one in _list_amounts(words.quantities)]
    kept: list[tuple[int, int, Unit | None]] = []
    for whole in sorted(wholes, key=lambda one: (one[0], -one[1])):
        if (not kept or whole[0] >= kept[-1][1]) and words.start <= whole[0] and whole[1] <= words.end:
            kept.append(whole)
    return kept


def _list_amounts(quantities: Sequence[Quantity]) -> Iterator[Quantity]:
    return (one for one in quantities if len(one.unit) == 3 and one.unit.isupper())


def _stands_alone(words: Words, unit: Unit) -> bool:
    """Tell a name from a part of a longer word: "non-EU", "anti-Chinese"."""
    return not (
        words.text[max(0, unit.start - 1) : unit.start] == "-"
        and words.text[max(0, unit.start - 2) : unit.start - 1].islower()
    )


def _cut_plain(text: str, start: int, end: int) -> Iterator[_Piece]:
    for match in _WORD.finditer(text, start, end):
        yield _Piece(match.start(), match.end(), None, False)
