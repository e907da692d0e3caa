"""What an event is about: a key of data/themes.toml, by its kind or by the words of its clause."""

import re
from functools import cache

from geo.base.records import EventKind
from geo.reference.themes import read_themes

_BY_KIND: dict[EventKind, str] = {
    "call": "call",
    "meeting": "meeting",
    "video_conference": "meeting",
    "summit": "meeting",
    "team_sent": "experts",
    "team_arrived": "experts",
    "team_returned": "experts",
    "laboratory": "facilities",
    "hospital": "facilities",
}
_THINGS = re.compile(r"suppl|equipment|goods|worth|物资|设备|价值")
_MONEY = re.compile(r"[$€£¥]|(?:million|billion) (?:dollars|euros|pounds|yuan)|[万亿](?:美元|欧元|英镑|日元|元)")
_GIFTS: tuple[EventKind, ...] = ("donation", "supplies_delivered", "supplies_announced")
# Of the themes whose words stand in a clause, the first is what was given.
_BY_WORDS = ("vaccine", "medical-supplies", "money", "aid")


def find_topic(kind: EventKind, words: str, language: str) -> str | None:
    """Return the theme of an event of a kind, told where needed by the words of its clause."""
    if kind in _BY_KIND:
        return _BY_KIND[kind]
    lower = words.lower()
    if _MONEY.search(lower) and not _THINGS.search(lower) and not _names_thing(lower, language):
        return "money"
    found = (theme for theme in _BY_WORDS if any(word in lower for word in _list_words(theme, language)))
    return next(found, "aid" if kind in _GIFTS else None)


def _names_thing(words: str, language: str) -> bool:
    return any(word in words for theme in ("vaccine", "medical-supplies") for word in _list_words(theme, language))


@cache
def _list_words(theme: str, language: str) -> tuple[str, ...]:
    known = read_themes()[theme]
    return tuple(word.lower() for word in (known.zh if language == "zh" else known.en))
