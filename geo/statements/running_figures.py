"""Which figures of a text are running totals: how many were reached *so far*, by one side, in one matter.

What is no running total is left out, rather than shown as a conflict that is none: what was planned or did not happen,
who took part in one meeting, an addition ("ten more countries"), what is counted within a week or a month, and experts
of another field than medicine, whom the theme does not tell apart.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple, cast

from geo.base.records import Quantity, Sentence
from geo.languages.packs import choose_language, read_pack

UNITS = ("countries", "organisations", "regions", "teams")
# Their figures count who took part in one meeting, call or course, not who was reached altogether.
_OCCASIONS = ("meeting", "call", "training", "support")
_TEAMS = "experts"
_NOT_REACHED = ("planned", "denied")
_BEFORE = 16  # characters before a figure in which "another" or 新增 belongs to it
# A sentence dated by another's words is an item of a list: the line that leads it in may say "so far" for it.
_ITEMS = 20


class _Words(NamedTuple):
    """The words of a language: of an addition, of a span of days, those that say "so far", and other fields of work."""

    added: re.Pattern[str]
    within: re.Pattern[str]
    so_far: re.Pattern[str]
    fields: re.Pattern[str]


def find_running_totals(
    quantities: Sequence[Quantity], sentences: Sequence[Sentence], starts: Sequence[int], language: str | None
) -> frozenset[int]:
    """Return the places in the list of those quantities that are running totals.

    `starts` holds for each sentence where it begins in the text in which the quantities lie.
    """
    words = _read_words(choose_language(language, "running_totals"))
    return frozenset(_list_running(quantities, sentences, starts, words))


def _list_running(
    quantities: Sequence[Quantity], sentences: Sequence[Sentence], starts: Sequence[int], words: _Words
) -> Iterator[int]:
    number = 0
    for place, quantity in enumerate(quantities):
        while number + 1 < len(starts) and starts[number + 1] <= quantity.start:
            number += 1
        if not _may_run(quantity) or _is_passing(quantity, sentences[number].text, starts[number], words):
            continue
        if quantity.unit != "teams" or _says_so_far(sentences, number, words):
            yield place


def _may_run(quantity: Quantity) -> bool:
    """Tell whether a figure counts who was reached, in a known matter and by or from a known side."""
    known = quantity.theme is not None and (quantity.giver or quantity.recipient) is not None
    return known and quantity.unit in UNITS and quantity.theme not in _OCCASIONS and quantity.status not in _NOT_REACHED


def _is_passing(quantity: Quantity, sentence: str, start: int, words: _Words) -> bool:
    """Tell whether a figure is an addition, or its sentence counts within a span of days or in another field."""
    if quantity.theme == _TEAMS and words.fields.search(sentence):
        return True
    at = quantity.start - start
    near = sentence[max(0, at - _BEFORE) : at] + quantity.text
    return bool(words.added.search(near) or words.within.search(sentence))


def _says_so_far(sentences: Sequence[Sentence], number: int, words: _Words) -> bool:
    """Tell whether a sentence, or for an item of a list the line that leads in the list, says "so far"."""
    sentence = sentences[number]
    if words.so_far.search(sentence.text):
        return True
    is_item = sentence.date is not None and sentence.date.source == "sentence"
    above = sentences[max(0, number - _ITEMS) : number] if is_item else ()
    return any(one.text.endswith((":", "：")) and words.so_far.search(one.text) for one in above)


@cache
def _read_words(language: str) -> _Words:
    pack = cast("dict[str, list[str]]", read_pack(language, "running_totals"))
    edge = "" if read_pack(language, "numbers")["writing"] == "characters" else r"\b"
    later = rf"(?!\s(?:{_join(pack['not_added_before'])}){edge})" if pack["not_added_before"] else ""
    ends = {"added": later}
    patterns = [rf"{edge}(?:{_join(pack[name])}){edge}{ends.get(name, '')}" for name in _Words._fields]
    return _Words(*(re.compile(pattern, re.IGNORECASE) for pattern in patterns))


def _join(words: Sequence[str]) -> str:
    """Return a pattern of words, the longer first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
