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
from geo.names.by_language.packs import NamePack, lower
from geo.names.capitals import spell_small, stands_in_capitals
from geo.names.patterns import Check

Look = Callable[[str, int, int], Reason | None]
Explain = Callable[[Check, str, int, int], Reason | None]
_NEAR = 40
_LINE_ENDS = ("", "\n", "\t", "|")
_LONGEST = 30  # characters of a name that stands beside another in a list
_GOING_ON = (",", "(", ")", "-", "–", "/")  # signs behind which no sentence begins
_QUOTES = " \"“‘'"
_JOINT = 16  # characters of what joins it: a comma, an "and" and their spaces
_DOT = "\u30fb"
_SHORT = 3  # letters of a word in capitals that is taken for a preposition or an article
# The vowel signs of India and Africa are marks, which \w leaves out.
_MARKS = "".join(chr(sign) for sign in range(0x300, 0x1D00) if category(chr(sign))[0] == "M")
_LETTER = rf"(?:[^\W\d_]|[{_MARKS}])"
_WORD = rf"{_LETTER}+(?:['’-]{_LETTER}+)*"
_WORDS = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)*")
_LAST_LETTERS = re.compile(rf"{_LETTER}+$")
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
        "foreign": lambda text, start, stop: _look_foreign(text, start, stop, names),
        "state": lambda text, start, stop: _look_state(text, start, stop, pack),
        "tongue": lambda text, start, stop: (
            _look_tongue(text, start, stop, pack, tongues)
            or _look_citation(text, start, stop, pack, citations)
            or _look_namesake(text, start, stop, pack, citations)
        ),
        "support": lambda text, start, stop: _look_support(text, start, stop, pack, names),
    }

    if pack.syllable:
        checks = {**checks, "person": lambda text, start, stop: _look_short(text, start, stop, pack, names, tongues)}

    small = frozenset(word for words in pack.words.values() for word in words if word.islower())
    known = pack.words.get("given", frozenset()) | names

    def spell(word: str, _: bool) -> str:
        written = lower(word, pack)
        name = word[0] + written[1:]
        return written if written in small or (len(word) <= _SHORT and name not in known) else name

    def spell_tongue(word: str, _: bool) -> str:  # most languages write the names of languages small
        return lower(word, pack)

    def explain(check: Check, text: str, start: int, stop: int) -> Reason | None:
        look = checks.get(check)
        if look is None:
            return None
        # Where short words are persons too, a line of capitals tells nothing of its words.
        if check == "capitals" or pack.syllable or not stands_in_capitals(text, start, stop):
            return look(text, start, stop)
        spell_word = spell_tongue if check == "tongue" else spell
        name = " ".join(spell_word(word, True) for word in text[start:stop].split(" "))
        spelt = spell_small(text, start, stop, name, spell_word)
        if check == "person" and _read_before(spelt.text, spelt.start).islower():
            look = checks["surname"]  # "DE ISRAEL DIJO": no person's name begins behind a preposition
        return look(*spelt)

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


def _look_syllable(text: str, start: int, stop: int, pack: NamePack, tongues: Set[str]) -> Reason | None:
    """Refuse a syllable of a personal name: another with a capital stands beside it, or a title; and a language."""
    preceding, following = _read_before(text, start), _read_after(text, stop)
    opens = not _read_before(text, start - len(preceding) - 1)
    if (preceding.lower() if opens else preceding) in pack.words.get("support", ()):
        return None
    if (
        _is_syllable(preceding, pack)
        or _is_syllable(following, pack)
        or preceding.lower() in pack.words.get("title", ())
    ):
        return "part of a person's name"
    capitals = _look_capitals(text, start, stop) if text[start:stop].isupper() else None
    return capitals or _look_tongue(text, start, stop, pack, tongues)


def _is_syllable(word: str, pack: NamePack) -> bool:
    """Tell whether a word may be a syllable of a personal name of the language."""
    if pack.syllable is None or not word[:1].isupper() or word in pack.words.get("institution", ()):
        return False
    return pack.syllable.fullmatch(word.lower()) is not None


def _look_short(text: str, start: int, stop: int, pack: NamePack, names: Set[str], tongues: Set[str]) -> Reason | None:
    """Refuse a name of one syllable that is a part of a person's name, a language or, where a sentence begins, a word."""
    reason = _look_syllable(text, start, stop, pack, tongues)
    if reason or text[start:stop] not in pack.words.get("opening", ()) or _read_before(text, start):
        return reason
    goes_on = text[max(0, start - _NEAR) : start].rstrip(_QUOTES).endswith(_GOING_ON)
    followed = text.startswith(", ", stop) and not tongues.isdisjoint({_read_after(text, stop + 1)})
    return (
        None if goes_on or followed or _is_listed(text, start, stop, pack, names) else "the beginning of another word"
    )


def _look_surname(text: str, start: int, pack: NamePack) -> Reason | None:
    """Refuse what follows a given name or a title."""
    preceding = _read_before(text, start)
    known = preceding in pack.words.get("given", ()) or preceding.lower() in pack.words.get("title", ())
    return "part of a person's name" if known else None


def _look_continent(text: str, start: int, stop: int, pack: NamePack) -> Reason | None:
    """Refuse what stands beside the word for a continent, or is joined to the adjective of another one."""
    continents, joints = pack.words.get("continent", frozenset()), _find_joints(pack)
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
        preceding = _read_before(text, place)
        if preceding.lower() in before:
            return "a language"
        # "del alemán al español"
        follows = preceding in citations and place < start
        place = place - len(preceding) - 1 if follows else _step_back(text, place, place, pack, citations)
    return None


def _look_namesake(text: str, start: int, stop: int, pack: NamePack, citations: Set[str]) -> Reason | None:
    """Refuse the name of a language, written with a capital, that is a person's: "Frans Timmermans", "Friedrich Engels"."""
    name = text[start:stop]
    if name not in citations or not name[0].isupper():
        return None
    given = (
        name in pack.words.get("given", ()) and text[stop : stop + 1] == " " and _read_after(text, stop)[:1].isupper()
    )
    return "part of a person's name" if given else _look_surname(text, start, pack)


def _find_article(text: str, start: int, pack: NamePack) -> int:
    """Return where the article, or another small word, before a place begins; the place itself where there is none."""
    found = _compile_articles(pack.words.get("article", frozenset())).search(text[max(0, start - _NEAR) : start])
    return start - len(found.group()) if found else start


@cache
def _compile_articles(words: frozenset[str]) -> re.Pattern[str]:
    spelt = "|".join(word if word.endswith("'") else f"{word} " for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![^\W\d_])(?:{spelt})+$", re.IGNORECASE) if spelt else re.compile("(?!)")


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
    near = max(0, begin - _JOINT)
    joined = _find_joints(pack).last.search(text[near:begin])
    return near + joined.start() if joined else None


def _find_word(text: str, stop: int) -> int:
    """Return where the letters begin that end at a place."""
    near = max(0, stop - _NEAR)
    letters = _LAST_LETTERS.search(text[near:stop])
    return near + letters.start() if letters else stop


def _look_foreign(text: str, start: int, stop: int, names: Set[str]) -> Reason | None:
    """Refuse a part of a transcribed personal name: beside a middle dot, unless another country is on its other side."""
    before, after = text[max(0, start - _LONGEST) : start], text[stop : stop + _LONGEST]
    preceded = before.endswith(_DOT) and not any(before[place:-1] in names for place in range(len(before)))
    followed = after.startswith(_DOT) and not any(after[1:place] in names for place in range(2, len(after) + 1))
    return "part of a transcribed name" if preceded or followed else None


def _look_support(text: str, start: int, stop: int, pack: NamePack, names: Set[str]) -> Reason | None:
    """Refuse a weak name beside which neither a word of states nor another country stands, unless it fills a line."""
    if _fills_line(text, start, stop) and text[start:stop] not in pack.words.get("doubtful_capitals", ()):
        return None
    support = pack.words.get("support", frozenset())
    before, after = _read_before(text, start), _read_after(text, stop)
    if any(word in support for word in (before, before.lower(), after, after.lower())):
        return None
    if _read_before(text, _find_article(text, start, pack)).lower() in support or _bears_suffix(after, support, pack):
        return None
    if any(text.startswith(sign, stop) for sign in support if not sign[0].isalnum()):
        return None
    if not pack.spaced and _touches(text, start, stop, support):
        return None
    return None if _is_listed(text, start, stop, pack, names) else "a short form that nothing supports"


def _fills_line(text: str, start: int, stop: int) -> bool:
    """Tell whether nothing stands beside a place in its line, or in its cell of a table."""
    return text[start - 1 : start] in _LINE_ENDS and text[stop : stop + 1] in _LINE_ENDS


def _bears_suffix(word: str, words: Set[str], pack: NamePack) -> bool:
    """Tell whether a word is one of some others with what the language writes behind it: 정부|는."""
    parts = ((word[:size], word[size:]) for size in range(1, len(word)))
    return bool(pack.suffixes) and any(head in words and tail.startswith(pack.suffixes) for head, tail in parts)


def _touches(text: str, start: int, stop: int, words: Set[str]) -> bool:
    """Tell whether a word stands right before or after a place, in a language that is written without spaces."""
    return any(text.startswith(word, stop) or text.endswith(word, 0, start) for word in words)


def _is_listed(text: str, start: int, stop: int, pack: NamePack, names: Set[str]) -> bool:
    """Tell whether a place is joined to the name of another country: by a comma or an "and"."""
    joints = _find_joints(pack)
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


def _find_joints(pack: NamePack) -> Joints:
    """Return the joints of a language."""
    kinds = (pack.words.get(key, frozenset()) for key in ("and", "and_behind", "and_clitics"))
    return _compile_joints(*kinds)


@cache
def _compile_joints(words: frozenset[str], behind: frozenset[str], clitics: frozenset[str]) -> Joints:
    spelt = "|".join(re.escape(word) for word in words)
    comma = rf"\s*[,،、;/·](?:\s+(?:{spelt})(?=\s))?\s*" if spelt else r"\s*[,،、;/·]\s*"
    joints = [comma, *(rf"\s+{re.escape(word)}\s+" for word in words), *(rf"{re.escape(word)}\s+" for word in behind)]
    joint = "|".join([*joints, *(rf"\s+{re.escape(clitic)}" for clitic in clitics)])
    return Joints(re.compile(f"(?:{joint})"), re.compile(f"(?:{joint})$"))


def _read_before(text: str, start: int) -> str:
    """Return the word before a place, if only a space lies between."""
    before = text[max(0, start - _NEAR) : start]
    if not before[-1:].isspace():
        return ""
    found = _WORD_BEFORE.search(before, max(0, before.rfind(" ", 0, len(before) - 1)))
    return found.group(1) if found else ""


def _read_after(text: str, stop: int) -> str:
    """Return the word after a place, if only a space or hyphen lies between."""
    found = _WORD_AFTER.match(text[stop : stop + _NEAR])
    return found.group(1) if found else ""
