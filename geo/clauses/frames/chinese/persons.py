"""The persons whom a sentence names with their office: 西班牙首相桑切斯."""

from collections.abc import Iterator, Sequence

from geo.clauses.frames.chinese.lexicon import read_lexicon
from geo.clauses.frames.chinese.members import read_member
from geo.clauses.frames.chinese.tokens import Token
from geo.nouns.chinese_words import cut_words

_LONGEST = 8  # characters of a name, or of each part of it
_DOT = "·"
_NOMINAL = ("unit", "noun", "text")


def list_persons(tokens: Sequence[Token]) -> list[tuple[str, str]]:
    """Return the names with the code of the country or organisation whose office they hold."""
    return list(_find(tokens))


def _find(tokens: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for place, token in enumerate(tokens[1:], 1):
        office = tokens[place - 1]
        if token.unit and token.unit.kind == "person":
            yield from _name_known(token, office)
            continue
        named = token.kind == "text" and not token.entry and _is_name(token.text)
        if not named or not office.entry or office.entry.head != "office" or _is_word(token.text):
            continue
        parties = _find_parties(tokens, place)
        if len(parties) == 1:
            yield from ((name, parties[0]) for name in _list_forms(token.text, office.text))


def _name_known(token: Token, office: Token) -> Iterator[tuple[str, str]]:
    """Yield a holder whom we know, named with an office, by the bare name that the text goes on with: 中央纪委书记|李希."""
    codes = token.unit.codes if token.unit else ()
    name = _drop_office(token.text)
    titled = office.entry is not None and office.entry.head == "office"
    if (titled or name != token.text) and len(codes) == 1 and _is_name(name):
        yield from ((form, codes[0]) for form in _list_forms(name, office.text if titled else ""))


def _is_name(text: str) -> bool:
    return len(text) > 1 and all(len(part) <= _LONGEST for part in text.split(_DOT))


def _list_forms(name: str, office: str) -> list[str]:
    """Return how a text goes on to call a person: 佩罗 and 古斯塔沃总统 for 古斯塔沃·佩罗."""
    first, *rest = name.split(_DOT)
    return [name, *(part for part in rest[-1:] if len(part) > 1), *([first + office] if rest and office else [])]


def _drop_office(text: str) -> str:
    """Return a name without the office that is part of it."""
    starts = (place for place in range(len(text) - 2, 0, -1) if _ends_in_office(text[:place]))
    return text[next(starts, 0) :]


def _ends_in_office(text: str) -> bool:
    found = (read_lexicon().get(text[start:]) for start in range(max(0, len(text) - 5), len(text) - 1))
    return any(entry is not None and entry.head == "office" for entry in found)


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
