"""Which date governs a place in a sentence: a date inside a sentence dates only its own clause."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from geo.base.records import Date
from geo.documents.dates import WEEKDAY, StatedDate, complete, find_stated_dates, write_date

_CHINESE_CLAUSE = re.compile(r"[，；：。！？;]|[,:](?!\d)")
# An English comma also stands in lists; only before these does it end a clause. A dateline is one: "Geneva, 7 June 2023 –".
_ENGLISH_CLAUSE = re.compile(
    r"""
    ^[^\n.;:–]{2,60}?\s(?:–|--)\s   # a dateline
    |[;—。；]
    |:(?!\d)
    |,\ (?=(?:and|but|while|whereas|which|who|where|after|before|as|then|with|\w{2,12}ing)\ )
    """,
    re.MULTILINE | re.VERBOSE,
)
_PERIOD = re.compile(r"(?:自从?|从|[Ss]ince|[Ff]rom)\W*$")
_BEFORE_DAY = re.compile(
    r"(?:【[^】]{1,24}】)?\W*(?:(?:截至|截止|到|于|在|就在|早在|当地时间|北京时间|[Oo]n|[Aa]s of|[Bb]y|[Ii]n|[Uu]ntil|[Ee]arly|[Ll]ate|[Aa]nd"
    rf"|{WEEKDAY})\W*){{0,3}}"
)
_AFTER_DAY = re.compile(
    r"(?:\W|[早晚][间上]?|[上下]午|[中正]午|午后|[午深]夜|夜[间晚]?|傍晚|黄昏|入夜|凌晨|黎明|拂晓|清[晨早]|晨间?"
    r"|[当同][天日晚夜]|为?止|[起时前后间底初]|[上中下]旬|\d{1,2}[时分]"
    rf"|{WEEKDAY}){{0,4}}"
)
_CLAUSE_MARK = re.compile(r"[，；。！？;,:：]")
_ENDS_CLAUSE = re.compile(r"\s?[.,;]?$")
_ON = re.compile(r"\b(?:on|between|from|during)\s$", re.IGNORECASE)
# What puts a sentence on another day than the one before it.
_OTHER_TIME = re.compile(
    "昨[天日晚]|前[天日年]|今[天日年早晚]|明[天日年]|[去上]年|[上本下]个?[周月]|[上本下]?星期[一二三四五六日天]|[此早先之]前|日前|近[日期年来]|目前|[当當]前"
    "|[迄至]今|截[至止]|[将將]|未来|以[来來]|一直|[多\\d一二三四五六七八九十几](?:多)?年|自[从從此]"
)
_OTHER_TIME_ENGLISH = re.compile(  # of a sentence in small letters
    r"\b(?:today|yesterday|tomorrow|last|next|ago|earlier|previously|now|currently|recently|recent|since|will|would|so far|to date|annual(?:ly)?|every)\b"
    r"|\b(?:this (?:week|month|year|morning)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_WHEN = re.compile(r"(?:[后时中]|期间|之际)[，,]$")


_AND = re.compile(r"\band ")
_NEAR = 60  # characters before a date in which its clause begins
# How a clause goes on that has begun with its date and its takers: "7月1日向秘鲁、智利两国，分别提供口罩".
_GOES_ON = ("分别", "分別", "各", "共", "均")


class Clause(NamedTuple):
    """A stretch of a sentence's text and the date that governs it."""

    start: int
    end: int
    date: Date | None


def date_clause(
    text: str, offset: int, default: Date | None, published: str | None, language: str | None
) -> Date | None:
    """Give the date that governs a place in a sentence's text: that of its clause, else the sentence's own (`default`).

    A date that only opens the sentence ("On 26 March, …", "截至3月26日，…") governs what follows until the next date or
    semicolon; one inside a clause governs that clause alone, and so does the beginning of a period ("since …"). None
    where the clause states a date whose year is unknown, or one that no calendar has.
    """
    clauses = _date_clauses(text, default, published, language)
    number = bisect_right(clauses, offset, key=lambda clause: clause.start) - 1
    return clauses[number].date if clauses else default


def find_told_date(text: str, default: Date | None, published: str | None, language: str | None) -> Date | None:
    """Give the date that a sentence tells of, for the sentences after it: one that opens a clause, or ends an English one.

    None where it states no date, a year alone, or only such as stand inside its clauses ("the treaty of 3 March 2010").
    """
    dates = _complete_dates(find_stated_dates(text, language), default, published)
    told = [day for stated, day in dates if _is_told(text, stated)]
    return told[-1] if told and told[-1] is not None and told[-1].precision != "year" else None


def tells_other_time(text: str) -> bool:
    """Tell whether a sentence has words that put it on a day of its own ("last year", "so far", "tomorrow")."""
    return any(words.search(text.lower()) for words in (_OTHER_TIME_ENGLISH, _OTHER_TIME))


def _is_told(text: str, stated: StatedDate) -> bool:
    before = text[max(0, stated.start - 60) : stated.start]
    clause = _CLAUSE_MARK.split(before)[-1]
    if _PERIOD.search(clause):
        return False
    ends = _ENDS_CLAUSE.match(text, stated.end) and _ON.search(clause)
    return bool(ends or (_BEFORE_DAY.fullmatch(clause) and (stated.start <= 60 or clause != before)))


@lru_cache(maxsize=64)
def _date_clauses(text: str, default: Date | None, published: str | None, language: str | None) -> tuple[Clause, ...]:
    dates = _complete_dates(find_stated_dates(text, language), default, published)
    if not dates:
        return ()
    clauses: list[Clause] = []
    carried = default
    first = 0
    for start, end in _find_clauses(text, [stated for stated, _ in dates], language):
        last = bisect_left(dates, end, key=lambda dated: dated[0].start)
        own, first = dates[first:last], last
        clauses.extend(_divide(start, end, own) if own else [Clause(start, end, carried)])
        told = text[own[-1][0].end : end] if own else ""
        before = text[start : own[0][0].start] if own else ""
        goes_on = text.startswith(_GOES_ON, end) and _BEFORE_DAY.fullmatch(before) is not None
        if own and (goes_on or _opens(before, told) or _tells_when(own[-1][1], told)):
            carried = own[-1][1]
        if text[end - 1] in ";；":
            carried = default
    return tuple(clauses)


def _complete_dates(
    dates: Sequence[StatedDate], default: Date | None, published: str | None
) -> list[tuple[StatedDate, Date | None]]:
    """Complete each date from the one before it, the first from the sentence's own day or the published one."""
    reference = write_date(default) if default is not None and default.precision == "day" else published
    completed = []
    for stated in dates:
        day = complete(stated, reference)
        completed.append((stated, day))
        reference = write_date(day) if day is not None and day.precision == "day" else reference
    return completed


def _find_clauses(text: str, dates: Sequence[StatedDate], language: str | None) -> Iterator[tuple[int, int]]:
    inside = {place for stated in dates for place in range(stated.start, stated.end)}
    marks = (_CHINESE_CLAUSE if language == "zh" else _ENGLISH_CLAUSE).finditer(text)
    ends = {match.end() for match in marks if match.start() not in inside} | {len(text)}
    if language != "zh":
        set_off = [stated for stated in dates if _is_set_off(text, stated)]
        begins = {_find_begin(text, stated) for stated in set_off} - {max(0, one.start - _NEAR) for one in set_off}
        ends |= {stated.end + 1 for stated in set_off} | begins
    yield from pairwise(sorted(ends | {0}))


def _is_set_off(text: str, stated: StatedDate) -> bool:
    """Tell whether a comma follows a date that only opens an English clause."""
    before = text[_find_begin(text, stated) : stated.start].removeprefix("and ")
    return text.startswith(",", stated.end) and bool(_BEFORE_DAY.fullmatch(before) or _PERIOD.match(before.strip()))


def _find_begin(text: str, stated: StatedDate) -> int:
    """Return where the clause of a date begins, a little way before it: behind a comma, or at "and on 14 July,"."""
    since = max(0, stated.start - _NEAR)
    joined = max((found.start() for found in _AND.finditer(text, since, stated.start)), default=-1)
    return max(since, text.rfind(",", since, stated.start) + 1, joined)


def _divide(start: int, end: int, dates: Sequence[tuple[StatedDate, Date | None]]) -> Iterator[Clause]:
    """Yield the parts of a clause, each with the date nearest to it."""
    for (stated, day), (following, _) in pairwise(dates):
        middle = (stated.end + following.start) // 2
        yield Clause(start, middle, day)
        start = middle
    yield Clause(start, end, dates[-1][1])


def _tells_when(day: Date | None, after: str) -> bool:
    """Tell "2014年疫情暴发后，", whose year holds for what follows; a day would only be that of what went before."""
    return day is not None and day.precision == "year" and _WHEN.search(after) is not None


def _opens(before: str, after: str) -> bool:
    """Tell whether a clause is only there to say when: nothing but the small words of a date stands beside it."""
    before = before.rpartition(",")[2]
    if len(before) > 60 or len(after) > 30 or _PERIOD.search(before):
        return False
    return bool(_BEFORE_DAY.fullmatch(before) and _AFTER_DAY.fullmatch(after))
