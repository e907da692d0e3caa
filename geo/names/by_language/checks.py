"""Checks of a name's surroundings in the languages of this room, for names that also mean something else.

Each is given the text and the place of the name and returns the reason to refuse it, or None; the words it looks for are
those of the language's pack.
"""

import re
from collections.abc import Callable, Mapping, Set
from functools import cache
from typing import NamedTuple
from unicodedata import category

from geo.base.reasons import Reason
from geo.names.by_language.packs import NamePack
from geo.names.patterns import Check

Look = Callable[[str, int, int], Reason | None]
Explain = Callable[[Check, str, int, int], Reason | None]
_NEAR = 40
_LINE_ENDS = ("", "\n", "\t", "|")
_LONGEST = 30  # characters of a name that stands beside another in a list
# The vowel signs of India and Africa are marks, which \w leaves out.
_MARKS = "".join(chr(sign) for sign in range(0x300, 0x1D00) if category(chr(sign))[0] == "M")
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = rf"{_LETTER}+(?:['’-]{_LETTER}+)*"
_WORDS = re.compile(_WORD)
_WORD_BEFORE = re.compile(rf"({_WORD})[\"“«(]?\s$")
_WORD_AFTER = re.compile(rf"[ -]({_WORD})")


def make_checks(pack: NamePack, names: Set[str], tongues: Set[str], citations: Set[str]) -> Explain:
    """Return the explanation of refusals of a language.

    `names` are its sure names, `tongues` the names of languages in all their forms, `citations` in the form that is the
    language itself.
    """
    checks: Mapping[Check, Look] = {
        "capitals": _look_capitals,
        "person": lambda text, start, stop: _look_person(text, start, stop, pack),
        "surname": lambda text, start, stop: _look_surname(text, start, pack),
        "continent": lambda text, start, stop: _look_continent(text, start, stop, pack),
        "state": lambda text, start, stop: _look_state(text, start, stop, pack),
        "tongue": lambda text, start, stop: (
            _look_tongue(text, start, stop, pack, tongues) or _look_citation(text, start, stop, pack, citations)
        ),
        "support": lambda text, start, stop: _look_support(text, start, stop, pack, names),
    }

    def explain(check: Check, text: str, start: int, stop: int) -> Reason | None:
        look = checks.get(check)
        return look(text, start, stop) if look else None

    return explain


def _look_capitals(text: str, start: int, stop: int) -> Reason | None:
    """Refuse an abbreviation in a line of capitals, where it may be any word."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    end = text.find("\n", stop, stop + _NEAR)
    around = text[begin:start] + text[stop : end if end >= 0 else stop + _NEAR]
    return "a line of capitals" if around.isupper() and sum(map(str.isupper, around)) > 6 else None


def _look_person(text: str, start: int, stop: int, pack: NamePack) -> Reason | None:
    """Refuse a name beside another capitalised word that no country has beside it."""
    following = _read_after(text, stop) if text[stop : stop + 1] == " " else ""
    if following[:1].isupper() and following[1:].islower() and following not in pack.words.get("institution", ()):
        return "part of a person's name"
    return _look_surname(text, start, pack)


def _look_surname(text: str, start: int, pack: NamePack) -> Reason | None:
    """Refuse what follows a given name or a title."""
    preceding = _read_before(text, start)
    known = preceding in pack.words.get("given", ()) or preceding.lower() in pack.words.get("title", ())
    return "part of a person's name" if known else None


def _look_continent(text: str, start: int, stop: int, pack: NamePack) -> Reason | None:
    """Refuse what stands beside the word for a continent, or is joined to the adjective of another one."""
    continents, joints = pack.words.get("continent", frozenset()), _compile_joints(pack)
    before, after = text[max(0, start - _NEAR) : start], text[stop : stop + _NEAR]
    last, first = joints.last.search(before), joints.first.match(after)
    beside = {
        _read_before(text, start),
        _read_after(text, stop),
        _read_before(before[: last.start()] + " ", last.start() + 1) if last else "",
        _read_after(" " + after[first.end() :], 0) if first else "",
    }
    return "the Americas" if any(word.lower() in continents for word in beside if word) else None


def _look_state(text: str, start: int, stop: int, pack: NamePack) -> Reason | None:
    """Refuse what is near a state or city of the United States, or is a person's name."""
    around = text[max(0, start - 2 * _NEAR) : stop + 2 * _NEAR]
    if not pack.words["state"].isdisjoint(_WORDS.findall(around)):
        return "the state of the United States"
    return _look_person(text, start, stop, pack)


def _look_tongue(text: str, start: int, stop: int, pack: NamePack, tongues: Set[str]) -> Reason | None:
    """Refuse the name of a language, alone or in a list of languages."""
    before, alone, after = (pack.words.get(f"tongue_{place}", frozenset()) for place in ("before", "alone", "after"))
    place = _find_word(text, start)
    if text[place:start] in pack.words.get("tongue_clitics", ()) and text.startswith(pack.article, start):
        return "a language"
    while True:
        preceding = _read_before(text, place)
        if preceding.lower() in before or (preceding.lower() in alone and _stands_alone(text, stop, pack)):
            return "a language"
        listed = _step_back(text, place, start, pack, tongues)
        if listed is None:
            break
        place = listed
    return "a language" if _read_after(text, stop).lower() in after else None


def _stands_alone(text: str, stop: int, pack: NamePack) -> bool:
    """Tell whether an adjective that ends at a place has no noun behind it: "на английском." and "на английском и …"."""
    following = _read_after(text, stop).lower()
    return not following or following in pack.words.get("and", ()) or following in pack.words.get("no_noun", ())


def _look_citation(text: str, start: int, stop: int, pack: NamePack, citations: Set[str]) -> Reason | None:
    """Refuse the name of a language itself: "en francés", "traducido al francés", "el inglés, el francés y …"."""
    directly, before = (pack.words.get(key, frozenset()) for key in ("tongue_directly", "tongue_before"))
    place: int | None = start if text[start:stop] in citations else None
    while place is not None:
        if _read_before(text, place).lower() in directly:
            return "a language"
        place = _find_article(text, place, pack)
        if _read_before(text, place).lower() in before:
            return "a language"
        place = _step_back(text, place, place, pack, citations)
    return None


def _find_article(text: str, start: int, pack: NamePack) -> int:
    """Return where the article, or another small word, before a place begins; the place itself where there is none."""
    found = _compile_articles(pack.words.get("article", frozenset())).search(text[max(0, start - _NEAR) : start])
    return start - len(found.group()) if found else start


@cache
def _compile_articles(words: frozenset[str]) -> re.Pattern[str]:
    spelt = "|".join(word if word.endswith("'") else f"{word} " for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{spelt})$", re.IGNORECASE) if spelt else re.compile("(?!)")


def _step_back(text: str, begin: int, start: int, pack: NamePack, tongues: Set[str]) -> int | None:
    """Return where the name of a language begins that stands before a word in a list, None where none does.

    The word begins at `begin`, the name in it at `start`: what lies between is written together with it ("والفرنسية").
    """
    end = _find_joint(text, begin, start, pack)
    if end is None:
        return None
    first = _find_word(text, end)
    begins = range(first, end) if pack.clitics else (first,)
    return first if any(text[place:end] in tongues for place in begins) else None


def _find_joint(text: str, begin: int, start: int, pack: NamePack) -> int | None:
    """Return where the word before ends that an "and" or comma joins to a word, None where nothing does."""
    if text.startswith(tuple(pack.words.get("and_clitics", ())), begin, start):
        return begin - 1 if text[begin - 1 : begin] == " " else None
    near = max(0, begin - _NEAR)
    joined = _compile_joints(pack).last.search(text[near:begin])
    return near + joined.start() if joined else None


def _find_word(text: str, stop: int) -> int:
    """Return where the letters begin that end at a place."""
    while stop and (text[stop - 1].isalpha() or text[stop - 1] in _MARKS):
        stop -= 1
    return stop


def _look_support(text: str, start: int, stop: int, pack: NamePack, names: Set[str]) -> Reason | None:
    """Refuse a weak name beside which neither a word of states nor another country stands, unless it fills a line."""
    if _fills_line(text, start, stop):
        return None
    support = pack.words.get("support", frozenset())
    before, after = _read_before(text, start), _read_after(text, stop)
    if _read_before(text, _find_article(text, start, pack)).lower() in support:
        return None
    if before.lower() in support or after.lower() in support or before in support or after in support:
        return None
    if not pack.spaced and _touches(text, start, stop, support):
        return None
    return None if _is_listed(text, start, stop, pack, names) else "a short form that nothing supports"


def _fills_line(text: str, start: int, stop: int) -> bool:
    """Tell whether nothing stands beside a place in its line, or in its cell of a table."""
    return text[start - 1 : start] in _LINE_ENDS and text[stop : stop + 1] in _LINE_ENDS


def _touches(text: str, start: int, stop: int, words: Set[str]) -> bool:
    """Tell whether a word stands right before or after a place, in a language that is written without spaces."""
    return any(text.startswith(word, stop) or text.endswith(word, 0, start) for word in words)


def _is_listed(text: str, start: int, stop: int, pack: NamePack, names: Set[str]) -> bool:
    """Tell whether a place is joined to the name of another country: by a comma or an "and"."""
    joints = _compile_joints(pack)
    before = text[max(0, start - _LONGEST) : start]
    found = joints.last.search(before)
    if found and any(before[found.start() - size : found.start()] in names for size in range(2, found.start() + 1)):
        return True
    after = text[stop : stop + _NEAR + _LONGEST]
    begun = joints.first.match(after)
    return begun is not None and any(after[begun.end() : begun.end() + size] in names for size in range(2, _LONGEST))


class Joints(NamedTuple):
    """What joins the members of a list, a comma or the language's "and": at the beginning of a text, and at its end."""

    first: re.Pattern[str]
    last: re.Pattern[str]


def _compile_joints(pack: NamePack) -> Joints:
    return _make_joints(pack.words.get("and", frozenset()), pack.words.get("and_clitics", frozenset()))


@cache
def _make_joints(words: frozenset[str], clitics: frozenset[str]) -> Joints:
    joints = [r"\s*[,،、;/]\s*"]
    joints += [rf"\s+{re.escape(word)}\s+" for word in sorted(words, key=len, reverse=True)]
    joints += [rf"\s+{re.escape(clitic)}" for clitic in sorted(clitics)]
    joint = f"(?:{'|'.join(joints)})"
    return Joints(re.compile(joint), re.compile(f"{joint}$"))


def _read_before(text: str, start: int) -> str:
    """Return the word before a place, if only a space lies between."""
    found = _WORD_BEFORE.search(text[max(0, start - _NEAR) : start])
    return found.group(1) if found else ""


def _read_after(text: str, stop: int) -> str:
    """Return the word after a place, if only a space or hyphen lies between."""
    found = _WORD_AFTER.match(text[stop : stop + _NEAR])
    return found.group(1) if found else ""
