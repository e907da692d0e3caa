"""The tokens of an English sentence: its names as single tokens, the words between them, and their tags."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Quantity
from geo.clauses.frames.english.mending import mend
from geo.clauses.frames.english.records import MONEY, Token
from geo.clauses.frames.records import Unit, Words
from geo.clauses.frames.units import list_units
from geo.clauses.tagging import tag

_WORD = re.compile(
    r"""
    (?:[A-Z]\.){2,} | [A-Z]\.(?=\s[A-Z])        # U.S., Antony J. Blinken
  | ['’]s\b | ['’](?=\s)                        # Japan's, the Philippines'
  | \b(?:No|Dr|Mrs?|Ms|St|Gen|Lt|Col|Maj|Capt|Adm|Sen|Rep|Gov|Prof|Amb|Hon)\.(?=\s) # Dr. Silva
  | \d[\d,.]*(?:-[^\W\d_]+)+                    # 150-bed
  | \d+(?:st|nd|rd|th)\b                        # 10th
  | \d[\d,.]*\d | \d                            # 30,000
  | [^\W_]+(?:(?:-|['’](?!s\b)|\.(?=\w))[^\W_]+)*  # field-hospital, Mata'afa
  | \S
    """,
    re.VERBOSE,
)
_PREFIX = re.compile(r"(?<![^\W\d_])[a-z]+-$")
_PREFIX_ROOM = 20
_LONGEST = 60  # words inside brackets
_COUNTING = re.compile(r"(?:one|two|three|four|five|six|seven|eight|nine|ten|half|multi)-[a-z]+")  # "a two-day visit"
_SUFFERING = (
    "-hit",
    "-affected",
    "-stricken",
    "-ravaged",
    "-torn",
    "-struck",
    "-prone",
    "-ridden",
)  # "flood-hit Sudan"
_FIXED = {
    "'s": "PART",
    "’s": "PART",
    "'": "PART",
    "’": "PART",
    "%": "SYM",
    "drought": "NOUN",
    "drinking": "ADJ",
    "neighboring": "ADJ",
    "neighbouring": "ADJ",
}


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
    tags = _tag(texts, ["NOUN" if one == MONEY else one for one in fixed])
    tokens = [
        Token(one.start, one.end, text, text.lower(), MONEY if one.money else name, one.unit)
        for one, text, name in zip(pieces, texts, tags, strict=True)
    ]
    return [mend(tokens, place) for place in range(len(tokens))]


def _tag(texts: Sequence[str], fixed: Sequence[str | None]) -> list[str]:
    """Return the tag of each word; what stands in brackets is read apart: "Peru (photo) sent"."""
    tags = [""] * len(texts)
    for run in _part_brackets(texts):
        for place, name in zip(run, tag([texts[i] for i in run], [fixed[i] for i in run]), strict=True):
            tags[place] = name
    return tags


def _part_brackets(texts: Sequence[str]) -> list[list[int]]:
    """Return the places of the words outside brackets, and those of each bracket that closes."""
    outside: list[int] = []
    runs = [outside]
    place = 0
    while place < len(texts):
        ahead = range(place + 1, min(len(texts), place + _LONGEST)) if texts[place] == "(" else range(0)
        closing = next((number for number in ahead if texts[number] == ")"), place)
        inside = list(range(place, closing + 1))
        if closing > place:
            runs.append(inside)
        else:
            outside += inside
        place = closing + 1
    return [run for run in runs if run]


def _fix(piece: _Piece, text: str) -> str | None:
    """Return the tag of what is no word of the language."""
    if piece.money:
        return MONEY
    if piece.unit is not None:
        return "ADJ" if piece.unit.adjective else "PROPN"
    if text[0].isdigit() and text[-1].isalpha() and ("-" in text or text[-2:] in ("st", "nd", "rd", "th")):
        return "ADJ"
    if _COUNTING.fullmatch(text.lower()) or text.lower().endswith(_SUFFERING):
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
    """Tell a name from a part of a longer word: "non-EU", "anti-Chinese", but not "the Canada-EU deal"."""
    if words.text[max(0, unit.start - 1) : unit.start] != "-":
        return True
    before = _PREFIX.search(words.text, max(0, unit.start - _PREFIX_ROOM), unit.start)
    return before is None


def _cut_plain(text: str, start: int, end: int) -> Iterator[_Piece]:
    for match in _WORD.finditer(text, start, end):
        yield _Piece(match.start(), match.end(), None, False)
