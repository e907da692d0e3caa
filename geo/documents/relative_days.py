"""The day that words like "yesterday", "last Tuesday" or 次日 mean, seen from a known day."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple, cast

from geo.base.records import Date, Precision
from geo.languages.packs import read_lists, read_names, read_pack, read_values
from geo.numbers import parse_numeral

_NUMBERS = {"zh": r"[\d一二两三四五六七八九十]{1,3}", "en": r"\d{1,2}|two|three|four|five|six|seven|eight|nine|ten"}


class DayWords(NamedTuple):
    """The words of one language for days told from another (languages/<code>/days.toml); see the file."""

    back: re.Pattern[str]
    from_told: re.Pattern[str]
    weekday: re.Pattern[str]
    last_weekday: re.Pattern[str]
    month: re.Pattern[str]
    year: re.Pattern[str]
    ago: re.Pattern[str]
    unknown: re.Pattern[str]
    values: Mapping[str, int]


@cache
def read_day_words(language: str) -> DayWords:
    """Return the words of a language for days told from another."""
    tables = {name: read_values(language, "days", name) for name in ("back", "from_told", "months", "years")}
    values = {word: int(value) for table in tables.values() for word, value in table.items()}
    weekdays = cast(Mapping[str, str], read_pack(language, "days")["weekdays"])
    names = [rf"(?P<d{number}>{name})" for number, name in enumerate(read_lists(language, "days", "weekdays")["names"])]
    name = f"(?:{'|'.join(names)})"
    patterns = read_names(language, "days", "patterns")
    unknown = "|".join(read_lists(language, "days", "patterns")["unknown"])
    number = _NUMBERS[language]
    return DayWords(
        back=_compile_words(tables["back"]),
        from_told=_compile_words(tables["from_told"]),
        weekday=re.compile(weekdays["this"].replace("{name}", name)),
        last_weekday=re.compile(weekdays["before"].replace("{name}", name)),
        month=_compile_words(tables["months"]),
        year=_compile_words(tables["years"]),
        ago=re.compile(patterns["ago"].replace("{number}", number)),
        unknown=re.compile(unknown.replace("{number}", f"(?:{number})")),
        values=values,
    )


def _compile_words(words: Mapping[str, float]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)))


def find_relative_day(words: str, known: Date, language: str) -> Date | None:
    """Return the day, month or year that some words mean, seen from a known day; None where they mean none.

    >>> from datetime import date
    >>> today = Date(date(2020, 3, 26), "day", "document")
    >>> str(find_relative_day("arrived last Tuesday", today, "en").date)
    '2020-03-24'
    """
    if known.precision != "day":
        return None
    day_words, text = read_day_words(language), words.lower()
    for pattern, sign in ((day_words.back, -1), (day_words.from_told, 1)):
        found = pattern.search(text)
        if found:
            return _move(known.date, sign * day_words.values[found[0]])
    ago = day_words.ago.search(text)
    if ago:
        return _move(known.date, -int(parse_numeral(ago["count"], language) or 0))
    return find_weekday(text, known.date, day_words) or _find_month_or_year(text, known.date, day_words)


def count_days_after(words: str) -> int:
    """Return how many days after the day told before a sentence lies that opens with such words, in any language.

    >>> count_days_after("The next day, experts arrived."), count_days_after("次日，专家抵达。"), count_days_after("Experts left.")
    (1, 1, 0)
    """
    opening = words.lstrip()[:40].lower().removeprefix("on ")
    for language in ("zh", "en"):
        found = read_day_words(language).from_told.match(opening)
        if found:
            return read_day_words(language).values[found[0]]
    return 0


def find_weekday(text: str, known: date, day_words: DayWords) -> Date | None:
    """Return the last day of a name, the known day itself included, or that of the week before: "Tuesday", 上周二."""
    before = day_words.last_weekday.search(text)
    found = before or day_words.weekday.search(text)
    if found is None:
        return None
    wanted = next(number for number in range(7) if found[f"d{number}"])
    back = (known.weekday() - wanted) % 7
    if before:
        back = known.weekday() - wanted + 7
    return _move(known, -back)


def is_long_ago(words: str, language: str) -> bool:
    """Tell words that put an act on an earlier day and do not say which: "last week", 不久前."""
    return read_day_words(language).unknown.search(words.lower()) is not None


def _find_month_or_year(text: str, known: date, day_words: DayWords) -> Date | None:
    month = day_words.month.search(text)
    if month:
        months = known.year * 12 + known.month - 1 + day_words.values[month[0]]
        return _make(date(months // 12, months % 12 + 1, 1), "month")
    year = day_words.year.search(text)
    return _make(date(known.year + day_words.values[year[0]], 1, 1), "year") if year else None


def _move(known: date, days: int) -> Date | None:
    return _make(known + timedelta(days=days), "day") if known.toordinal() + days > 366 else None


def _make(day: date, precision: Precision) -> Date:
    return Date(day, precision, "sentence")
