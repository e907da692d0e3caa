"""What a counted number is about, told by the trigger words of data/themes.toml in what is given, or nearest to it."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from geo.clauses.clause_ends import Span, find_clause, find_sentence
from geo.clauses.counts import PARTIES, Count
from geo.clauses.objects import find_objects
from geo.clauses.verbs import WORDS
from geo.reference.themes import read_themes


class Trigger(NamedTuple):
    """A word that points to a theme; of two themes equally near the one of the lower rank wins."""

    start: int
    end: int
    rank: int
    theme: str


# Whatever is handed over is aid where nothing else is said of it; elsewhere these words say little.
_GIVEN = re.compile(
    r"物资|物品|帮助|支持|支援|款物|便利|援手|\b(?:supplies|help|support|materials?|goods|items|relief)\b",
    re.IGNORECASE,
)
_SOLD = re.compile(r"(?=[出销se])(?:出口(?!国)|出售|销售|\b(?:sold|sells?|selling|exported)\b)", re.IGNORECASE)
_AID_HEAD = ("aid", "assist", "relief", "humanit")
_ITSELF = {"doses": "vaccine"}


def find_theme(text: str, count: Count, language: str) -> str | None:
    """Return the theme of what is given, where countries are counted that give or are given to; else the nearest one.

    The nearest is the theme whose word stands nearest to the count in its clause, else in its sentence. Money and
    doses are themes themselves.
    """
    if count.unit in _ITSELF:
        return _ITSELF[count.unit]
    sentence = find_sentence(text, count.start, count.end)
    triggers = _list_triggers(text, sentence, language)
    if count.unit in PARTIES and _is_sold(text, count, language):
        return "sales"
    if count.unit in PARTIES:
        for place in find_objects(text, count, language):
            theme = _find_in_object(text, place, triggers)
            if theme is not None:
                return theme
    nearest = _find_nearest(text, count, triggers)
    if count.rule == "money" and nearest in (None, "aid"):
        return "money" if nearest or WORDS[language].giving.search(text, *sentence) else None
    return nearest


def _is_sold(text: str, count: Count, language: str) -> bool:
    """Tell vaccines exported to 60 countries from those given: what is sold is another measure."""
    find = find_clause if language == "zh" else find_sentence
    place = find(text, count.start, count.end)
    return bool(_SOLD.search(text, *place)) and not WORDS[language].giving.search(text, *place)


def _find_in_object(text: str, place: Span, triggers: Sequence[Trigger]) -> str | None:
    """Return the theme of the head of what is given: in Chinese the last noun, in English aid before what it is of."""
    inside = [
        trigger for trigger in triggers if place.start < trigger.end <= place.end + 1 and trigger.start < place.end
    ]
    named = [t for t in inside if not text.startswith(("捐", "donat"), t.start)] or inside
    if not named:
        return "aid" if _GIVEN.search(text, *place) else None
    if any(trigger.theme == "vaccine" for trigger in named):  # vaccine aid is vaccine
        return "vaccine"
    heads = [trigger for trigger in named if text[trigger.start : trigger.end].lower().startswith(_AID_HEAD)]
    return (heads or named)[-1].theme


def _find_nearest(text: str, count: Count, triggers: Sequence[Trigger]) -> str | None:
    clause = find_clause(text, count.start, count.end)
    inside = [trigger for trigger in triggers if clause.start <= trigger.start and trigger.end <= clause.end]
    ranked = [(_measure(trigger, count), trigger.rank, trigger.theme) for trigger in inside or triggers]
    return min(ranked)[2] if ranked else None


def _measure(trigger: Trigger, count: Count) -> int:
    """Return how many characters lie between a word and the count."""
    return max(trigger.start - count.end, count.start - trigger.end, 0)


# The counts of one sentence ask for the same words one after another.
@lru_cache(maxsize=16)
def _list_triggers(text: str, place: Span, language: str) -> Sequence[Trigger]:
    words, owners = _compile_triggers(language)
    sentence, offset = text[slice(*place)], place.start
    lower = sentence.lower()
    said = lower if len(lower) == len(sentence) else sentence  # "İ" grows when made small
    return [Trigger(match.start() + offset, match.end() + offset, *owners[match[0]]) for match in words.finditer(said)]


@cache
def _compile_triggers(language: str) -> tuple[re.Pattern[str], dict[str, tuple[int, str]]]:
    """Return a pattern of all trigger words, and rank and theme of each; the earlier theme keeps a word of two."""
    owners: dict[str, tuple[int, str]] = {}
    for rank, theme in enumerate(read_themes().values()):
        for word in theme.zh if language == "zh" else theme.en:
            owners.setdefault(word.lower(), (rank, theme.code))
    words = sorted(owners, key=len, reverse=True)
    firsts = "".join(sorted({re.escape(word[0]) for word in words}))
    edge = "" if language == "zh" else r"(?<![a-z0-9])"
    return re.compile(rf"{edge}(?=[{firsts}])(?:" + "|".join(map(re.escape, words)) + ")"), owners
