"""Fixed phrases after an English number that stand for a noun, or lead to it: "in favour", "of the 53", "or so"."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter

from geo.base.records import Mention
from geo.languages.packs import read_pack
from geo.nouns.english_words import find_known_unit, find_lemma
from geo.nouns.nouns import Noun

_FILLER = re.compile(r"(?: \((?:\d[\d,.]{0,12}|[a-z-]{3,30})\))?(?: or (?:so|more|fewer|less)\b)?(?: plus\b)?")
_NUMERALS = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty"
_WHOLE = re.compile(
    rf"""
    [ ](?:out[ ])?of(?:
        (?:[ ](?:all|the|these|those|its|their|our|his|her)){{1,2}}   # 3 of the clinics, 3 of all these clinics
        |(?:[ ][A-Z][a-z]{{1,20}}){{1,3}}'s?                          # 3 of Kenya's clinics
        |(?=[ ](?:\d|(?:{_NUMERALS})\b))                              # 3 of 20 clinics
    )
    (?:[ ](?:\d[\d,.]{{0,12}}(?:[ ](?:million|thousand))?|{_NUMERALS})(?=[ ]))?
    """,
    re.VERBOSE,
)
_DEGREES = re.compile(r" ?(?P<noun>°[CF]?)")
_MEMBERS_OF = re.compile(r" of (?:(?:the|its|their|his|her|a) )?(?P<word>[^\W\d_][\w-]{0,30})")
# "members of the UN team" are persons; a verb after the name is taken for one too, and the members stay open.
_GOES_ON = re.compile(
    r"'| (?!(?:and|or|in|on|at|by|have|had|met|are|were|will|to|who|that|with|voted|agreed)\b)[^\W\d_]"
)
_OF = re.compile(r" of(?P<words>(?: [A-Za-z][\w-]{0,30}){1,4})")


def skip_filler(plain: str, place: int) -> int:
    """Return where the phrase of the noun begins: after "or so" and a numeral said again in brackets."""
    match = _FILLER.match(plain, place)
    return match.end() if match else place


def skip_whole(plain: str, place: int) -> int | None:
    """Return where the noun begins of which a part is counted ("38 of the 53 members"), None where there is none."""
    match = _WHOLE.match(plain, place)
    return match.end() if match else None


def find_phrase(plain: str, place: int) -> Noun | None:
    """Return what the words right after a number stand for: votes ("41 in favour"), persons ("30 dead")."""
    if degrees := _DEGREES.match(plain, place):
        return Noun(*degrees.span("noun"), (place, degrees.start("noun")), "measure", "degree")
    match = _compile_phrases().match(plain, place)
    if match is None:
        return None
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    lemma = "vote" if kind.startswith("vote") else match[kind]
    return Noun(start, end, (place, start), "vote" if lemma == "vote" else "people", lemma)


def find_unit_of(plain: str, place: int, lemma: str, mentions: Sequence[Mention]) -> str | None:
    """Return the unit of a noun that only what follows "of" tells: "pairs of gloves", "members of parliament"."""
    if lemma in read_words_of("portions"):
        return _find_goods_unit(plain, place)
    return _find_members_unit(plain, place, mentions) if lemma == "member" else None


def _find_goods_unit(plain: str, place: int) -> str | None:
    match = _OF.match(plain, place)
    words = match["words"].lower().split() if match else []
    goods = any(word in read_words_of("goods") or find_known_unit(find_lemma(word)) == "items" for word in words)
    return "items" if goods else None


def _find_members_unit(plain: str, place: int, mentions: Sequence[Mention]) -> str | None:
    """Return countries for the members of an organisation, people for those of a family, parliament, staff."""
    match = _MEMBERS_OF.match(plain, place)
    if match is None:
        return None
    mention = find_mention(mentions, match.start("word"))
    if mention is None or mention.kind != "organisation":
        return "people" if match["word"].lower() in read_words_of("members") else None
    return None if _GOES_ON.match(plain, mention.end) else "countries"


def find_mention(mentions: Sequence[Mention], place: int) -> Mention | None:
    """Return the mention that holds a place of the text; `mentions` in order."""
    found = bisect_right(mentions, place, key=attrgetter("start"))
    return mentions[found - 1] if found and mentions[found - 1].end > place else None


def read_words_of(name: str) -> frozenset[str]:
    """Return a list of words of the phrases with "of"."""
    return _read_of()[name]


@cache
def _read_of() -> dict[str, frozenset[str]]:
    table = read_pack("en", "units")["of"]
    assert isinstance(table, dict)
    return {name: frozenset(words) for name, words in table.items()}


@cache
def _compile_phrases() -> re.Pattern[str]:
    table = read_pack("en", "units")["phrases"]
    assert isinstance(table, dict)
    end = r"(?=\s{0,2}(?:[.,;:)]|\Z)| and \d| and (?:in|by)\b| (?:in|by|and|after|when|on|at|during|as|with)\b)"
    parts = [
        rf"(?P<{kind}>{'|'.join(words)})\b{end if kind.endswith('_at_end') else ''}" for kind, words in table.items()
    ]
    return re.compile(f" (?:{'|'.join(parts)})")
