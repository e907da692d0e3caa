"""Where sentences end within the text of a paragraph: stops that are no part of a title, an abbreviation or a number.

What is written short is data of each language (geo/languages/<code>/sentences.toml; English serves those without). A stop
never ends a sentence before a small letter, nor inside "EE. UU."; behind an abbreviation it ends
- none after one that `goes_on` ("Sr."), or stands `before_numbers` where one follows ("art. 5");
- one after what may `often_end` it ("и т. д.", "2020 г."), unless a number follows;
- one after what `may_end` it ("EE. UU."), or an initial, only before one of the `openers`.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple, cast

from geo.languages.packs import choose_language, read_pack

_CHINESE_END = re.compile(r"[。！？!?]+[”’\"'」』）)】]*")
# Urdu's full stop parts the letters of an abbreviation too, and the digits of a decimal: like a Latin one it wants a blank.
_FULL_STOPS = (".", "۔")
# A run of stops is looked at from its first one only: a line of dots would take the square of its length.
# A mark of quotation may open or close by its language („Gut.“ in German): what stands close behind a stop closes.
_SPACED_END = re.compile(
    r"""[。！？؟।॥][。！？؟।॥.!?]*(?:[”’»"'」』）)】]|“(?!\w))*|(?<![.۔!?])[.۔!?]+[”“’»"'」』）)\]]*(?=\s)"""
)
_LAST_WORD = re.compile(r"[^\s\"'“‘(\[]{1,20}$")
_NEXT_WORD = re.compile(r"[\s\"'“‘«„(\[]*([^\s.۔,;:!?]*)([.۔]?)")
_ORDINAL = re.compile(r"(?<![0-9.,])[0-9]{1,3}$")
_LONGEST = 24  # characters of an abbreviation with its blanks
_NEAR = 40
_NONE = re.compile("(?!)")
_ABBREVIATED = ("goes_on", "often_end", "before_numbers", "may_end")


class _Abbreviations(NamedTuple):
    """What a language writes short, by what a stop behind it says; `inner` has stops inside itself."""

    goes_on: re.Pattern[str]
    often_end: re.Pattern[str]
    before_numbers: re.Pattern[str]
    may_end: re.Pattern[str]
    inner: re.Pattern[str]
    openers: frozenset[str]
    ordinals: frozenset[str]


class _Next(NamedTuple):
    """The word behind a stop, as it stands; an initial has a stop of its own."""

    word: str
    initial: bool


def find_ends(text: str, language: str | None) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends, without the spaces around it."""
    start = 0
    chinese = language == "zh"
    ends = (match.end() for match in _CHINESE_END.finditer(text)) if chinese else _find_spaced_ends(text, language)
    for end in [*ends, len(text)]:
        span = text[start:end]
        if span.strip():
            yield start + len(span) - len(span.lstrip()), end - (len(span) - len(span.rstrip()))
        start = end


def _find_spaced_ends(text: str, language: str | None) -> Iterator[int]:
    known = _read_abbreviations(choose_language(language, "sentences"))
    for match in _SPACED_END.finditer(text):
        if match.group()[0] not in _FULL_STOPS or _ends_sentence(text, match, known):
            yield match.end()


def _ends_sentence(text: str, match: re.Match[str], known: _Abbreviations) -> bool:
    following = _read_next(text, match.end())
    if following.word[:1].islower():
        return False
    before = text[max(0, match.start() - _LONGEST) : match.start()].lower()
    counted = following.word[:1].isdecimal()
    if known.often_end.search(before):
        return not counted
    if known.goes_on.search(before) or (counted and known.before_numbers.search(before)):
        return False
    if following.word.lower() in known.ordinals and _ORDINAL.search(before):
        return False
    return _ends_behind_word(text, match.start(), known, following)


def _ends_behind_word(text: str, stop: int, known: _Abbreviations, following: _Next) -> bool:
    """Tell whether a stop ends a sentence by the whole word before it: a list item's number, an initial, "EE." of "EE. UU."."""
    word = _LAST_WORD.search(text, max(0, stop - 20), stop)
    last, start = (word.group(), word.start()) if word else ("", stop)
    inner = known.inner.match(text[start : start + _LONGEST].lower())
    if (last.isdecimal() and start == 0) or (inner and inner.end() > len(last) + 1):
        return False
    initial = len(last) == 1 and last.lower() != last.upper()
    if not initial and not known.may_end.search(text[max(0, stop - _LONGEST) : stop].lower()):
        return True
    return not following.initial and re.split("['’]", following.word.lower())[0] in known.openers


def _read_next(text: str, place: int) -> _Next:
    following = _NEXT_WORD.match(text, place, place + _NEAR)
    return (
        _Next(following[1], len(following[1]) == 1 and following[2] in _FULL_STOPS) if following else _Next("", False)
    )


@cache
def _read_abbreviations(language: str) -> _Abbreviations:
    lists = cast("dict[str, list[str]]", read_pack(language, "sentences"))
    behind = {key: _compile(lists.get(key, []), r"(?<![\w.-])(?:{})$") for key in _ABBREVIATED}
    inner = [form for key in _ABBREVIATED for form in lists.get(key, []) if "." in form]
    return _Abbreviations(
        goes_on=behind["goes_on"],
        often_end=behind["often_end"],
        before_numbers=behind["before_numbers"],
        may_end=behind["may_end"],
        inner=_compile(inner, "(?:{})"),
        openers=frozenset(lists.get("openers", [])),
        ordinals=frozenset(lists.get("ordinals", [])),
    )


def _compile(forms: list[str], around: str) -> re.Pattern[str]:
    """Return the pattern of abbreviations, with or without blanks behind their inner stops; # is a number before one."""
    written = (re.escape(form).replace(r"\#\ ", r"[0-9.,-]*[0-9]\s?").replace(r"\ ", r"\s") for form in forms)
    longest = sorted((re.sub(r"\\\.(?:\\s)?", r"\\.\\s?", form) for form in written), key=len, reverse=True)
    return re.compile(around.format("|".join(longest))) if forms else _NONE
