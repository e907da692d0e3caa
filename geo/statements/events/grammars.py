"""The grammar of each language: which words may state an event, and the readers of its sentences."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from geo.base.records import Status
from geo.statements.events import chinese, english
from geo.statements.events.acts import Act, Background
from geo.statements.events.chinese.subjects import find_status as find_chinese_status
from geo.statements.events.english.subjects import find_status as find_english_status
from geo.statements.events.sentence_shapes import Shape


class Grammar(NamedTuple):
    """How one language tells events.

    Only a sentence with one of the `triggers`, looked for in small letters, is read. A word of `reported` before an act says that someone tells of
    it. `find_acts` yields the acts of a sentence, `add_attendance` gives a meeting with those whom the sentence after
    it adds, or None. `find_status` tells how far an act at a place of a sentence has come, None where it is a wish.
    """

    triggers: re.Pattern[str]
    reported: re.Pattern[str]
    find_acts: Callable[[Shape, Background], Iterator[Act]]
    add_attendance: Callable[[Shape, Act], Act | None]
    find_status: Callable[[Shape, int], Status | None]


GRAMMARS: Mapping[str, Grammar] = {
    "zh": Grammar(chinese.TRIGGERS, chinese.REPORTED, chinese.find_acts, chinese.add_attendance, find_chinese_status),
    "en": Grammar(english.TRIGGERS, english.REPORTED, english.find_acts, english.add_attendance, find_english_status),
}
