"""The persons whom a sentence names with their office: 西班牙首相桑切斯."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.chinese.members import read_member
from geo.clauses.frames.chinese.tokens import Token
from geo.nouns.chinese_words import cut_words

_LONGEST = 8  # characters of a name
_NOMINAL = ("unit", "noun", "text")


def list_persons(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the names with the code of the country or organisation whose office they hold."""
    return list(_find(tokens))


def _find(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens[1:], 1):
        office = tokens[place - 1]
        named = token.kind == "text" and not token.entry and 2 <= len(token.text) <= _LONGEST
        if not named or not office.entry or office.entry.head != "office" or _is_word(token.text):
            continue
        parties = _find_parties(tokens, place)
        if len(parties) == 1:
            yield token.text, parties[0]


def _is_word(text: str) -> bool:
    """Tell a word from a name, which the list of words cuts into single characters: 部长|认识到."""
    first = cut_words(text, 0, len(text))[0]
    return len(first.text) > 1 and first.kind in ("verb", "adverb", "noun", "quality")


def _find_parties(tokens: Sequence[Token], place: int) -> tuple[str, ...]:
    """Return for whom an office before a place speaks; of several offices the first may name it: 朝鲜…常委、…委员长崔龙海."""
    while place > 0:
        start = place
        while start > 0 and tokens[start - 1].kind in _NOMINAL:
            start -= 1
        parties = read_member(tokens[start:place]).parties
        listed = start > 1 and tokens[start - 1].kind == "list"
        entry = tokens[start - 2].entry if listed else None
        if parties or not (entry and entry.head == "office"):
            return parties
        place = start - 1
    return ()
