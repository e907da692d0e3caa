"""Small numbers that count nothing new: "one country" for a country, "the two countries" for those already named."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from typing import cast

from geo.base.records import Mention
from geo.clauses.appositions import find_apposed
from geo.clauses.counts import PARTIES, Count, list_mentions_within
from geo.languages.packs import choose_language, read_pack

_LONGEST = 12  # characters of a word that points back


def is_article(text: str, count: Count, mentions: Sequence[Mention], language: str) -> bool:
    """Tell a number that is an article whatever place is tied to it, if none is named in its own phrase."""
    numeral = text[count.start : count.amount.end].lower()
    named = list_mentions_within(mentions, count.amount.end, count.end)
    if text.startswith(_read_words(language, "befalls"), count.end):
        return False
    return not named and count.unit not in PARTIES and numeral in _read_words(language, "always")


def counts_nothing_new(text: str, count: Count, mentions: Sequence[Mention], language: str) -> bool:
    """Tell whether a number without a place is an article, or points back to the countries or organisations before it.

    What the text tells right behind it is counted: "one organisation, the WHO", "the three countries that border Chad".
    """
    numeral = text[count.start : count.amount.end].lower()
    if numeral in _read_words(language, "articles"):
        return find_apposed(text, count.end, count.unit, mentions) is None
    if count.unit not in PARTIES or numeral not in _read_words(language, "small"):
        return False
    before = text[max(0, count.start - _LONGEST) : count.start].lower()
    if not before.endswith(_read_words(language, "definite")):
        return False
    return not (text.startswith(_read_words(language, "tells"), count.end) or _is_listed(text, count, mentions))


def _is_listed(text: str, count: Count, mentions: Sequence[Mention]) -> bool:
    """Tell "the two countries, Chad and Mali, …" from "the two countries, Chad said, …"."""
    first = bisect_left(mentions, count.end, key=lambda mention: mention.start)
    behind = [mention for mention in mentions[first : first + 2] if mention.start <= count.end + 4 * _LONGEST]
    if len(behind) < 2 or text[count.end : behind[0].start].strip() not in (",", "，", "-", "are", "were"):
        return False
    return text[behind[0].end : behind[1].start].strip() in (",", "and", "、", "和", "及", "&")


@cache
def _read_words(language: str, name: str) -> tuple[str, ...]:
    pack = read_pack(choose_language(language, "articles"), "articles")
    return tuple(cast(Sequence[str], pack[name]))
