"""Counts that leave their noun out beside one that has it: "89 countries, 28 in Asia and 16 in Europe", "亚洲28个".

Only a number tied to a region is read so, and only in a sentence that counts countries in full, or on a line of its own
below one ("- Africa: 29"); the region is kept as the words of the count, from which its scope is read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from geo.base.records import Mention
from geo.clauses.clause_ends import find_sentence
from geo.clauses.counts import Amount, Count, find_fault
from geo.text.numerals import CHINESE_NUMERAL, ENGLISH_NUMERAL, parse_numeral

_AFTER_REGION = {
    "zh": re.compile(
        rf"(?:地区|国家|各国)?(?:占|有|共|为|共有|则有)?[:：（( ]?(?P<number>{CHINESE_NUMERAL})(?P<more>[多余])?[个国](?=[、，,；;。和及以（()）\n]|$)"
    ),
    "en": re.compile(
        rf"(?: countries| nations| states)?(?:: ?| ?\(| [–—-] )(?P<number>{ENGLISH_NUMERAL})(?P<more>\+)?(?=[),;.\n]| and\b|$)",
        re.IGNORECASE,
    ),
}
_BEFORE_REGION = {
    "zh": re.compile(rf"(?P<number>{CHINESE_NUMERAL})(?P<more>[多余])?[个国](?:都|均)?(?:在|是|为|来自|位于)$"),
    "en": re.compile(
        rf"(?<![\w.,$€£-])(?:(?P<over>more than|over) )?(?P<number>{ENGLISH_NUMERAL})(?P<more>\+)? "
        r"(?:(?:of (?:them|these|those|which) )?(?:(?:are|were|is|was) )?(?:in|from|across) (?:the )?|of (?:them|these|those|which) )?$",
        re.IGNORECASE,
    ),
}
_REGION_ENDS = {
    "zh": re.compile(r"(?:地区|国家|各国)*(?=[、，,；;。）)\n]|$)"),
    "en": re.compile(r"\s*(?:[,;.)]|and\b|$)"),
}
_LINE = re.compile(r"(?:^|\n)[ \t]*(?:[-–—•*◆·]|\d{1,2}[.)])?[ \t]*$")
_REACH = 60
_LINES_BELOW = 400  # characters after a count in full within which lines of its parts may stand


def find_elided(plain: str, counts: Sequence[Count], mentions: Sequence[Mention], language: str) -> list[Count]:
    """Return the counts without a noun, none of which overlaps one that has it."""
    starts = [count.start for count in counts if count.unit == "countries"]
    regions = [mention for mention in mentions if mention.kind == "region"] if starts else []
    return [
        count
        for mention in regions
        for count in _read_beside(plain, mention, language)
        if _is_beside(plain, count, starts) and not overlaps_any(count, counts)
    ]


def _read_beside(plain: str, region: Mention, language: str) -> Iterator[Count]:
    """Yield the count that stands right after a region, or else right before it."""
    match = _AFTER_REGION[language].match(plain, region.end)
    end = match.end() if match else region.end
    if match is None and _REGION_ENDS[language].match(plain, region.end):
        match = _BEFORE_REGION[language].search(plain, max(0, region.start - _REACH), region.start)
    amount = read_elided(match, language) if match else None
    if amount and not find_fault(amount, "countries"):
        yield Count(min(amount.start, region.start), end, amount, "countries", region[:2], "elided")


def read_elided(match: re.Match[str], language: str) -> Amount | None:
    """Return the amount of a match's `number` and `more`, None where it is no numeral."""
    value = parse_numeral(match["number"], language)
    if value is None:
        return None
    over = match.groupdict().get("over")
    more = match["more"] or over
    return Amount(
        match.start("over" if over else "number"), match.end("number"), value, None, "more_than" if more else "exact"
    )


def _is_beside(plain: str, count: Count, starts: Sequence[int]) -> bool:
    """Tell whether the sentence counts countries in full too; `starts` are the places of such counts, in order."""
    sentence = find_sentence(plain, count.start, count.end)
    first = sentence.start
    if _LINE.search(plain, max(0, count.start - 12), count.start):
        first = max(0, count.start - _LINES_BELOW)
    return bisect_left(starts, first) < bisect_left(starts, sentence.end)


def overlaps_any(count: Count, counts: Sequence[Count]) -> bool:
    """Tell whether a count overlaps one of the others, which come in order and overlap one another little."""
    near = bisect_left(counts, count.end, key=lambda other: other.start)
    return any(other.end > count.start for other in counts[max(0, near - 3) : near])
