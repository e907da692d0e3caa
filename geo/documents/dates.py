"""The dates a text states, and what they come to once the year is known.

A text often leaves the year out, and a date without one is never guessed from the text alone: `complete` fills it in
from the day the document was published, or leaves the date unknown. A span of days ("3-5 March", "10月10日至12日") is one
date, its first day, with the last as `date_to`. What is written as a date but is none ("30 February") stays unknown too:
`find_stated_dates` gives it, so that nothing else dates what it was meant to date.
"""

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from geo.base.records import Date, Precision
from geo.numbers import parse_numeral
from geo.text import make_plain_text, place_back


class StatedDate(NamedTuple):
    """A date as a text states it; what it leaves out is None."""

    start: int
    end: int
    text: str
    year: int | None
    month: int | None
    day: int | None
    last: tuple[int | None, int | None, int] | None = None

    @property
    def is_possible(self) -> bool:
        """Tell a date that a calendar has."""
        if self.year == -1 or not 1 <= (self.month or 1) <= 12:
            return False
        # 2000 was a leap year: 29 February without a year is possible.
        longest = calendar.monthrange(self.year or 2000, self.month or 1)[1]
        return 1 <= (self.day or 1) <= longest if self.day is not None else True


_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"Sept": 9}
_MONTH_NAME = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b"
_MONTH = rf"(?P<month>{_MONTH_NAME})\.?"
_ORDINAL = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SPAN = r"(?: ?[-–—] ?| (?:to|until|till|through) )"
_LAST = r"(?P<last>\d{1,2})(?:st|nd|rd|th)?"
_CLOCK = r"(?:[T ]{0,2}\d{1,2}:\d{2}(?::\d{2})?)?"
_CHINESE = "(?:[0-9０-９]{1,2}|[一二三四五六七八九十廿]{1,3})"
# "连续5日", "近7日" and "3日内" are spans of days, "100日元" is money and "1日游" a trip.
_NO_SPAN = "(?<![续近第每前后约期数满达共过未最逾超多几余隔首])"
_NO_UNIT = "(?![内间游元圆均后前夜程內間遊圓後])"
# "2024年某某峰会" names a summit; so does what follows a year without a verb or a comma between them.
_NAMES = (
    r"(?! ?[^，。；、：:,;\s了将將已在于於举舉出参參访訪提向由被把从從发發曾]{0,16}"
    "(?:峰会|峰會|论坛|論壇|大会|大會|年会|年會|奥运|奧運|冬奥|残奥|亚运|亞運|世界杯|世界盃|博览会|博覽會|进博会|世博会|世博會|锦标赛|錦標賽|联赛"
    "|報告|报告|白皮书|白皮書|预算|預算|议程|議程|排行|指数|指數|赛季|大选|大選|选举|選舉|版本|部长级会议|部長級會議))"
)

_DAY_NAMES = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b\.?"
WEEKDAY = rf"(?:(?:星期|[周週])[一二三四五六日天]|{_DAY_NAMES})"

# How far the named year lies from the published one.
_YEARS_OFF = {"去年": -1, "前年": -2, "今年": 0, "明年": 1}
_RELATIVE = f"(?:{'|'.join(_YEARS_OFF)})?"
# "May" and "March" are words too, and "2020" any number: alone they are dates only after one of these.
_AFTER = (
    r"(?:(?<=\b[Ii]n )|(?<=\b[Ss]ince )|(?<=\b[Dd]uring )|(?<=\b[Uu]ntil )|(?<=\bof )|(?<=\b[Ll]ate )|(?<=\b[Ee]arly ))"
)

# What is said of a month as a whole, so that no day of it follows.
_WHOLE = r"(?:(?<=\bend of )|(?<=\bstart of )|(?<=\bmiddle of )|(?<=\bbeginning of )|(?<=\b[Ii]n ))"

# The first that fits wins, so the fullest stand first. No part may repeat without a bound: hostile text stays linear.
_ISO_FORMS = (
    rf"(?<![\d./-])(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<year>(?:19|20)\d{{2}}){_CLOCK}(?![\d.]?\d)",
    rf"(?<![\d.-])(?P<year>[12]\d{{3}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_CLOCK}(?![\d])",
)
_CHINESE_FORMS = (
    rf"(?<!\d)(?P<year>[12]\d{{3}}|[一二][〇零○一二三四五六七八九]{{3}}) ?年 ?"
    rf"(?P<month>{_CHINESE}) ?月(?:份|(?: ?(?P<day>{_CHINESE}) ?[日号號]{_CLOCK})?)",
    r"(?<!\d)(?P<year>[12]\d{3}|[一二][〇零○一二三四五六七八九]{3}) ?年(?![级度前后級後])" + _NAMES,
    rf"(?<![\d十]){_RELATIVE}(?P<month>{_CHINESE}) ?月 ?(?P<day>{_CHINESE}) ?[日号號]{_CLOCK}",
    rf"(?P<back>[本上当當]月) ?(?P<day>{_CHINESE}) ?[日号號]{_NO_UNIT}",
    rf"(?<![\d十个]){_NO_SPAN}{_RELATIVE}(?P<month>{_CHINESE}) ?月(?:份|(?![\d一二三四五六七八九十]|[内间均]))",
    rf"(?<![\d.十月]){_NO_SPAN}(?P<day>\d{{1,2}}) ?日{_NO_UNIT}",
)
_ENGLISH_FORMS = (
    rf"(?<![\w.]){_ORDINAL}{_SPAN}{_LAST}(?: of)? {_MONTH}(?:,? (?P<year>[12]\d{{3}})(?![\w,]\d))?(?!\w)",
    rf"(?<=\b[Bb]etween ){_ORDINAL} and {_LAST} {_MONTH}(?:,? (?P<year>[12]\d{{3}})(?![\w,]\d))?(?!\w)",
    rf"\b{_MONTH} {_ORDINAL}{_SPAN}{_LAST}(?:,? ?(?P<year>[12]\d{{3}}))?(?![\w%]|,\d{{3}}|\.\d| {_MONTH_NAME})",
    rf"(?<![\w.]){_ORDINAL}(?: of)? {_MONTH}(?:,? (?P<year>[12]\d{{3}})(?![\w,]\d))?(?!\w)",
    # "by the end of March 26 countries had …": the number counts what follows it.
    rf"{_WHOLE}{_MONTH}(?= \d{{1,2}} [a-z])",
    rf"\b{_MONTH} {_ORDINAL}(?:,? ?(?P<year>[12]\d{{3}}))?(?![\w%]|,\d{{3}}|\.\d)",
    rf"\b{_MONTH},? (?P<year>[12]\d{{3}})(?!\w|,\d)",
    rf"{_AFTER}(?P<year>(?:19|20)\d{{2}})(?!\w|,\d)",
    rf"{_AFTER}{_MONTH}(?! \d)",
    # "on the 26th", but not "on the 26th floor" or "on the 10th Annual Meeting".
    r"(?:(?<=\bOn )|(?<=\bon ))the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?=[,.;)]|$| of (?:this|the) month\b)",
    r"(?<=\bOn )the (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)"
    r"(?= (?!Annual|Session|Meeting|Anniversary|National|Regular|World|International|General|Day|Floor|Birthday)[A-Z])",
)
# What a text has wherever it has a date of a form: most sentences have none of it, and the form is not looked for.
_FIGURES = re.compile(r"\d[-/.]\d{1,2}[-/.]\d")
_CHARACTERS = re.compile("[年月日]")
_MONTH_BEGINS = re.compile("[JFMASOND](?:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec)")
_YEAR_OR_DAY = re.compile(r" (?:19|20)\d\d|n the \d")
_Form = tuple[re.Pattern[str], re.Pattern[str]]


def _sign_english(form: str) -> re.Pattern[str]:
    return _MONTH_BEGINS if _MONTH_NAME in form else _YEAR_OR_DAY


_ISO: list[_Form] = [(_FIGURES, re.compile(form)) for form in _ISO_FORMS]
_CHINESE_DATES: list[_Form] = [(_CHARACTERS, re.compile(form)) for form in _CHINESE_FORMS]
_ENGLISH_DATES: list[_Form] = [(_sign_english(form), re.compile(form)) for form in _ENGLISH_FORMS]
_FORMS = {"zh": _ISO + _CHINESE_DATES, "en": _ISO + _ENGLISH_DATES}
_ANY = _ISO + _CHINESE_DATES + _ENGLISH_DATES


_THROUGH = re.compile(r" ?(?:至|到|[-–—~～]{1,2}) ?| (?:to|until|till|through) ")

_ISO_START = re.compile(r"\s*(?P<year>[12]\d{3})(?:[-/.]?(?P<month>\d{2}))?(?:[-/.]?(?P<day>\d{2}))?(?=$|[T\s])")


def find_dates(text: str, language: str | None = None) -> list[StatedDate]:
    """Give the dates a text states, in order and without overlap; a date no calendar has is left out.

    >>> [tuple(stated[2:6]) for stated in find_dates("截至3月26日，2019年12月以来", "zh")]
    [('3月26日', None, 3, 26), ('2019年12月', 2019, 12, None)]
    """
    return [stated for stated in find_stated_dates(text, language) if stated.is_possible]


def find_stated_dates(text: str, language: str | None = None) -> list[StatedDate]:
    """Give what a text states as dates, those no calendar has among them, in order and without overlap."""
    plain = make_plain_text(text, language)
    return place_back(_find_plainly(plain.text, language), plain, text)


# A sentence is asked for its dates as it is read, and again for what is stated in it.
@lru_cache(maxsize=64)
def _find_plainly(text: str, language: str | None) -> tuple[StatedDate, ...]:
    found: list[StatedDate] = []
    taken: set[int] = set()
    signs = {sign: sign.search(text) is not None for sign in (_FIGURES, _CHARACTERS, _MONTH_BEGINS, _YEAR_OR_DAY)}
    for pattern in (form for sign, form in _FORMS.get(language or "", _ANY) if signs[sign]):
        for match in pattern.finditer(text):
            places = range(match.start(), match.end())
            if taken.isdisjoint(places):
                taken.update(places)
                found.extend(_read_match(match, text))
    return tuple(_join_spans(text, sorted(found)))


def _join_spans(text: str, dates: list[StatedDate]) -> list[StatedDate]:
    """Join "10月10日" and "12日" where only "至" stands between them: the last day goes with the first."""
    joined: list[StatedDate] = []
    for stated in dates:
        before = joined[-1] if joined else None
        if (
            before
            and before.day
            and stated.day
            and not before.last
            and _THROUGH.fullmatch(text, before.end, stated.start)
        ):
            year = before.year or (stated.year if not before.month or (stated.month or 12) >= before.month else None)
            last = (stated.year, stated.month or before.month, stated.day)
            joined[-1] = before._replace(end=stated.end, text=text[before.start : stated.end], year=year, last=last)
        else:
            joined.append(stated)
    return joined


def _read_match(match: re.Match[str], text: str) -> Iterator[StatedDate]:
    parts = match.groupdict()
    year, month, day, last = (_read_part(parts.get(name)) for name in ("year", "month", "day", "last"))
    if parts.get("mark") == "/" and match.start("year") > match.start("day") and month and day:
        month, day = _order_parts(month, day)
    until = (year, month, last) if last else None
    stated = StatedDate(match.start(), match.end(), text[match.start() : match.end()], year, month, day, until)
    # A number of days that no month has is a span ("45日"), and no date.
    if stated.is_possible or month:
        yield stated


def _order_parts(month: int, day: int) -> tuple[int, int]:
    """Return the parts of "26/03/2020" and "03/26/2020"; where either could be the month, none is."""
    if day <= 12 < month:
        return day, month
    return (-1, day) if day != month and day <= 12 and month <= 12 else (month, day)


def _read_part(written: str | None) -> int | None:
    if written is None:
        return None
    if written in _MONTHS:
        return _MONTHS[written]
    if len(written) == 4 and not written.isdecimal():
        return int("".join(str("〇一二三四五六七八九".index(digit)) for digit in re.sub("[零○]", "〇", written)))
    value = parse_numeral(written, "zh")
    return -1 if value is None else int(value)


def parse_published(text: str) -> str | None:
    """Give the ISO 8601 date a text states with its year, as precise as it is stated; None where there is none.

    >>> parse_published("2020-04"), parse_published("26 March 2020"), parse_published("3月26日")
    ('2020-04', '2020-03-26', None)
    """
    match = _ISO_START.match(text)
    stated = list(_read_match(match, text)) if match else find_dates(text)
    return next((_write_iso(one) for one in stated if one.year and one.is_possible), None)


def _write_iso(stated: StatedDate) -> str:
    parts = [f"{stated.year:04d}"] + [f"{part:02d}" for part in (stated.month, stated.day) if part]
    return "-".join(parts)


def complete(stated: StatedDate, published: str | None) -> Date | None:
    """Give the date that is meant, its missing year (or year and month) filled in from the published date.

    A date is of the published year unless that puts it more than half a year ahead (then it is of the year before) or
    more than ten months back where the next year's is at most two months ahead. A day alone is of the published month
    unless that puts it more than a week ahead. None where the published date does not say enough, or there is no such
    day in that year.
    """
    first = _complete_first(stated, published)
    if first is None or stated.last is None:
        return first
    year, month, day = stated.last
    last = _make_date(year or first.date.year, month or first.date.month, day)
    if last is not None and last.date < first.date and year is None:
        last = _make_date(first.date.year + 1, month or first.date.month, day)
    return first._replace(date_to=last.date) if last is not None and last.date > first.date else first


def _complete_first(stated: StatedDate, published: str | None) -> Date | None:
    if stated.year is not None:
        return _make_date(stated.year, stated.month, stated.day)
    if published is None:
        return None
    if stated.month is None:
        return _place_day(stated.day, published, back=stated.text.startswith("上月"), this=stated.text[:2] == "本月")
    if stated.text[:2] in _YEARS_OFF:
        return _make_date(int(published[:4]) + _YEARS_OFF[stated.text[:2]], stated.month, stated.day)
    return _place_month(stated.month, stated.day, published)


def _make_date(year: int, month: int | None, day: int | None) -> Date | None:
    precision: Precision = "year" if month is None else "month" if day is None else "day"
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    return Date(first, precision, "sentence")


def _place_month(month: int, day: int | None, published: str) -> Date | None:
    year = int(published[:4])
    if len(published) < 7:
        return _make_date(year, month, day)
    months_ahead = month - int(published[5:7])
    if months_ahead > 6:
        year -= 1
    elif months_ahead < -9:
        year += 1
    return _make_date(year, month, day)


def _place_day(day: int | None, published: str, *, back: bool, this: bool) -> Date | None:
    """Return a day of the published month, or of the one before where it is said to be `back` or lies too far ahead."""
    if day is None or len(published) < (7 if back or this else 10):
        return None
    today = _read_first_day(published)
    earlier = back or (not this and day > today.day + 7)
    month = today.replace(day=1) - timedelta(days=1) if earlier else today
    return _make_date(month.year, month.month, day)


def _read_first_day(published: str) -> date:
    year, month, day = [*published.split("-"), "01", "01"][:3]
    return date(int(year), int(month), int(day))


def read_date(published: str | None) -> Date | None:
    """Give an ISO date of any precision as a Date; None where it is missing or no calendar has it."""
    if published is None or not re.fullmatch(r"\d{4}(-\d{2}){0,2}", published):
        return None
    numbers = [int(part) for part in published.split("-")]
    month, day = ([*numbers[1:], None, None])[:2]
    return _make_date(numbers[0], month, day)


def write_date(stated: Date | None) -> str | None:
    """Give a Date in ISO 8601, as precise as it is."""
    return stated.date.isoformat()[: {"year": 4, "month": 7, "day": 10}[stated.precision]] if stated else None
