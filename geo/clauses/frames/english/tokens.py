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
_FIXED = {"'s": "PART", "’s": "PART", "'": "PART", "’": "PART", "%": "SYM"}


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
    """Read as a verb what the tagger takes for a noun: "Egypt plans to sign"."""
    token = tokens[place]
    if token.lower in ("has", "have", "had") and token.tag.startswith("VERB") and _is_perfect(tokens, place):
        return token._replace(tag="AUX")
    if token.tag == "ADJ" and token.lower.endswith("ed") and place and tokens[place - 1].lower in ("has", "have", "had", "having"):
        return token._replace(tag="VERB:part")
    if token.lower in ("cross", "crescent") and place and tokens[place - 1].lower == "red":
        return token._replace(tag="PROPN")
    if token.lower == "meeting" and place and tokens[place - 1].lower == "," and token.tag == "NOUN" and tokens[min(place + 1, len(tokens) - 1)].tag == "ADP":
        return token._replace(tag="VERB:ger")
    if token.tag != "NOUN" or not 0 < place < len(tokens) - 2 or token.lower not in _PLANS:
        return token
    before = tokens[place - 1]
    bare = before.unit is not None and not before.unit.adjective
    to = tokens[place + 1].lower == "to" and tokens[place + 2].tag.startswith("VERB")
    return token._replace(tag="VERB:fin") if bare and to else token


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
