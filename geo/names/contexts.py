"""Checks of a name's surroundings, for names that also mean something else.

Each check is given the text and the place of the name and returns the reason to refuse it, or None. The words they
look for are a reviewed table, data/names/en_words.csv.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from geo.base.folders import find_data_folder
from geo.base.reasons import Reason
from geo.base.rows import read_rows
from geo.names.patterns import Check

# Chinese characters count as letters, but a Latin name beside them ends there.
_EAST = "\u2e80"
_NEAR = 40
_SENTENCE = 200
# What transcribes foreign names, and the words of the language that it begins.
_BEGUN = frozenset(
    {
        "希望",
        "希腊",
        "维护",
        "维持",
        "维和",
        "维也",
        "威胁",
        "威慑",
        "克服",
        "克罗",
        "克里",
        "诺贝",
        "诺如",
        "顿时",
        "奥运",
        "奥委",
        "奥地",
        "斯里",
        "斯洛",
        "莱索",
        "尔后",
        "森林",
        "伦敦",
    }
)
_TRANSCRIBING = frozenset("斯尔克莱伦森顿姆诺洛茨希蒂戈弗娜丝妮维威奥昂娅莎茜兹")
# What begins transcribed names, and the words of the language that it ends.
_LEADING = frozenset("卡弗杜蒂戈迪莫洛")
_LED = frozenset({"刷卡", "打卡", "关卡", "发卡", "办卡", "启迪", "奥迪", "切莫"})
_SULTANATES = frozenset({"阿曼", "文莱", "汶莱", "汶萊", "斯曼", "帝国", "帝國"})
# "in English and in French", "in English and French."
_AND_ANOTHER = re.compile(r" (?:and|or) (?:in |into )?[A-Z][a-z]{2,20}(?:[.,;:!?)]|$)")


def explain_refusal(check: Check, text: str, start: int, stop: int) -> Reason | None:
    """Return why the name at a place of the text is no name there, None where it is one."""
    look = _CHECKS.get(check)
    return look(text, start, stop) if look else None


def has_word_edges(text: str, start: int, stop: int) -> bool:
    """Tell whether no letter or digit touches the place; a place that ends in a hyphen may go on."""
    before = text[start - 1] if start else " "
    if before.isalnum() and before < _EAST:
        return False
    after = text[stop] if stop < len(text) else " "
    return not after.isalnum() or after >= _EAST or text[stop - 1] == "-"


def _look_capitals(text: str, start: int, stop: int) -> Reason | None:
    """Refuse an abbreviation in a line of capitals, where it may be any word."""
    begin = max(text.rfind("\n", 0, start) + 1, start - _NEAR)
    end = text.find("\n", stop, stop + _NEAR)
    around = text[begin:start] + text[stop : end if end >= 0 else stop + _NEAR]
    return "a line of capitals" if around.isupper() and sum(map(str.isupper, around)) > 6 else None


def _look_person(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a given or family name: another capitalised word beside it that no country has beside it."""
    following = _word_after(text, stop)
    if following[:1].isupper() and following[1:].islower() and not _is_a(following, "institution", "given"):
        return "part of a person's name"
    if _is_a(following, "given") and not _is_a(following, "institution"):
        return "part of a person's name"
    return _look_surname(text, start, stop)


def _look_surname(text: str, start: int, stop: int) -> Reason | None:
    """Refuse what follows a given name or a title."""
    preceding = _word_before(text, start)
    return "part of a person's name" if _is_a(preceding, "given", "title") else None


def _look_state(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the state of the United States: its cities, or other states, stand in the same sentence."""
    person = _look_person(text, start, stop)
    if person:
        return person
    around = text[max(0, start - _SENTENCE) : stop + _SENTENCE]
    words = read_english_words()
    near = any(word in around for kind in ("state", "georgia") for word in words[kind])
    return "the state of the United States" if near else None


def _look_tongue(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the name of a language."""
    if text[stop : stop + 1] == "-" and _is_a(_word_after(text, stop), "tongue_after"):
        return "a language"
    if _is_a(_word_after(text, stop), "tongue_after"):
        return "a language"
    preceding = _word_before(text, start).lower()
    alone = not _word_after(text, stop)[:1].isalpha() or _AND_ANOTHER.match(text[stop : stop + _NEAR])
    if _is_a(preceding, "tongue_before") or (alone and preceding in ("in", "into", "from", "and", "or", "of")):
        return "a language"
    return None


def _look_continent(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the United States where other continents stand beside "American", or their countries are counted."""
    following = _word_after(text, stop)
    before, after = text[max(0, start - _NEAR) : start], text[stop : stop + _NEAR]
    counted = text[max(0, start - 2) : start - 1].isdigit() or following in ("countries", "nations", "states")
    beside = any(word in before + after for word in ("African", "Asian", "European"))
    return "the Americas" if counted and (beside or following in ("countries", "nations", "states")) else None


def _look_sultan(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the title of a ruler: 阿曼苏丹."""
    title = text[max(0, start - 2) : start] in _SULTANATES or text[stop : stop + 1] == "·"
    return "the title of a ruler" if title else None


def _look_foreign(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a part of a transcribed personal name: beside a dot, or beside what only transcribes (马里|昂, 卡|沙特)."""
    beside = text[max(0, start - 1) : start] + text[stop : stop + 1]
    if any(dot in beside for dot in "·•・．") or "·" in text[max(0, start - 3) : start]:
        return "part of a transcribed name"
    goes_on = text[stop : stop + 1] in _TRANSCRIBING and text[stop : stop + 2] not in _BEGUN
    begun = text[max(0, start - 1) : start] in _LEADING and text[max(0, start - 2) : start] not in _LED
    return "part of a transcribed name" if goes_on or begun else None


def _look_traditional(text: str, start: int, stop: int) -> Reason | None:
    """Refuse what goes on as the transcription of a name: 查德|維克."""
    return _look_foreign(text, start, stop)


def _word_before(text: str, start: int) -> str:
    """Return the word before a place, if only a space lies between."""
    if text[max(0, start - 1) : start] != " ":
        return ""
    return text[max(0, start - 1 - _NEAR) : start - 1].rsplit(None, 1)[-1].strip("\"'“”‘’([") if start > 1 else ""


def _word_after(text: str, stop: int) -> str:
    """Return the word after a place, if only a space or hyphen lies between."""
    if text[stop : stop + 1] not in (" ", "-"):
        return ""
    words = text[stop + 1 : stop + 1 + _NEAR].split(None, 1)
    word = words[0] if words and not text[stop + 1 : stop + 2].isspace() else ""
    return word.rstrip(".,;:!?\"'”’)]").removesuffix("'s").removesuffix("’s")


def _is_a(word: str, *kinds: str) -> bool:
    """Tell whether the table lists a word under any of the kinds."""
    table = read_english_words()
    return bool(word) and any(word in table[kind] for kind in kinds)


@cache
def read_english_words() -> Mapping[str, frozenset[str]]:
    """Return the words of the table by their kind; a capitalised word is looked for as it stands."""
    words: dict[str, set[str]] = {}
    for row in read_rows(find_data_folder() / "names" / "en_words.csv", dict):
        words.setdefault(row["kind"], set()).add(row["word"])
    return {kind: frozenset(group) for kind, group in words.items()}


_CHECKS: Mapping[Check, Callable[[str, int, int], Reason | None]] = {
    "capitals": _look_capitals,
    "person": _look_person,
    "surname": _look_surname,
    "state": _look_state,
    "tongue": _look_tongue,
    "continent": _look_continent,
    "sultan": _look_sultan,
    "foreign": _look_foreign,
    "traditional": _look_traditional,
}
