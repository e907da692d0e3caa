"""What a counted number is about, told by the trigger words of data/themes.toml that stand nearest to it."""

import re
from functools import cache
from typing import NamedTuple

from geo.counting.clauses import find_clause, find_sentence
from geo.counting.counts import Count
from geo.reference import read_themes


class Trigger(NamedTuple):
    """A word that points to a theme; of two themes equally near the one of the lower rank wins."""

    start: int
    end: int
    rank: int
    theme: str


def find_theme(text: str, count: Count, language: str) -> str | None:
    """Return the theme whose word stands nearest to the count in its clause, else in its sentence, else None."""
    sentence = find_sentence(text, count.start, count.end)
    clause = find_clause(text, count.start, count.end)
    triggers = _list_triggers(text[slice(*sentence)], sentence.start, language)
    inside = [trigger for trigger in triggers if clause.start <= trigger.start and trigger.end <= clause.end]
    ranked = [(_measure(trigger, count), trigger.rank, trigger.theme) for trigger in inside or triggers]
    return min(ranked)[2] if ranked else None


def _measure(trigger: Trigger, count: Count) -> int:
    """Return how many characters lie between a word and the count."""
    return max(trigger.start - count.end, count.start - trigger.end, 0)


def _list_triggers(sentence: str, offset: int, language: str) -> list[Trigger]:
    words, owners = _compile_triggers(language)
    lower = sentence.lower()
    text = lower if len(lower) == len(sentence) else sentence  # "İ" grows when made small
    return [Trigger(match.start() + offset, match.end() + offset, *owners[match[0]]) for match in words.finditer(text)]


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
