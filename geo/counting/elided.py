"""Counts that leave their noun out beside one that has it: "89 countries, 28 in Asia and 16 in Europe", "亚洲28个".

Only a number tied to a region is read so, and only in a sentence that counts countries in full; the region is kept as
the words of the count, from which its scope is read.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from geo.counting.clauses import find_sentence
from geo.counting.counts import Amount, Count, find_fault
from geo.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL, parse_numeral
from geo.records import Mention

_AFTER_REGION_ZH = re.compile(
    rf"(?:地区|国家|各国)?(?:占|有|共|为|共有|则有)?(?P<number>{CHINESE_NUMERAL})(?P<more>[多余])?[个国](?=[、，,；;。和及以（()）]|$)"
)
_BEFORE_REGION_EN = re.compile(
    rf"(?<![\w.,$€£-])(?P<number>{ENGLISH_NUMERAL}) "
    r"(?:(?:of (?:them|these|those|which) )?(?:(?:are|were|is|was) )?(?:in|from|across) (?:the )?)?$",
    re.IGNORECASE,
)
_REGION_ENDS_EN = re.compile(r"\s*(?:[,;.)]|and\b|$)")
_REACH = 60


def find_elided(plain: str, counts: Sequence[Count], mentions: Sequence[Mention], language: str) -> list[Count]:
    """Return the counts without a noun, none of which overlaps one that has it."""
    starts = [count.start for count in counts if count.unit == "countries"]
    read = _read_after if language == "zh" else _read_before
    found = [read(plain, mention) for mention in mentions if mention.kind == "region"] if starts else []
    return [count for count in found if count and _is_beside(plain, count, starts) and not _overlaps_any(count, counts)]


def _read_after(plain: str, region: Mention) -> Count | None:
    match = _AFTER_REGION_ZH.match(plain, region.end)
    if match is None:
        return None
    return _make(plain, match, region, "zh", match.end())


def _read_before(plain: str, region: Mention) -> Count | None:
    if not _REGION_ENDS_EN.match(plain, region.end):
        return None
    match = _BEFORE_REGION_EN.search(plain, max(0, region.start - _REACH), region.start)
    return _make(plain, match, region, "en", region.end) if match else None


def _make(plain: str, match: re.Match[str], region: Mention, language: str, end: int) -> Count | None:
    value = parse_numeral(match["number"], language)
    if value is None:
        return None
    start = match.start("number")
    more = language == "zh" and match["more"] is not None
    amount = Amount(start, match.end("number"), value, None, "more_than" if more else "exact")
    first = min(start, region.start)
    return None if find_fault(amount, "countries") else Count(first, end, amount, "countries", region[:2], "elided")


def _is_beside(plain: str, count: Count, starts: Sequence[int]) -> bool:
    """Tell whether the sentence counts countries in full too; `starts` are the places of such counts, in order."""
    sentence = find_sentence(plain, count.start, count.end)
    return bisect_left(starts, sentence.start) < bisect_left(starts, sentence.end)


def _overlaps_any(count: Count, counts: Sequence[Count]) -> bool:
    """Tell whether a count overlaps one of the others, which come in order and overlap one another little."""
    near = bisect_left(counts, count.end, key=lambda other: other.start)
    return any(other.end > count.start for other in counts[max(0, near - 3) : near])
