"""Steps of time: days, weeks, months, quarters and years, as spans that follow one another without a gap."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple, get_args

from babel.dates import format_date, format_skeleton

from geo.charts.appearance import Look

Step = Literal["day", "week", "month", "quarter", "year"]
STEPS: tuple[Step, ...] = get_args(Step)
# More bars than this are too thin to be told apart, and to be hit.
MOST_BARS = 40
_FEWEST_BARS = 10
_DAYS: dict[Step, int] = {"day": 1, "week": 7}
_MONTHS: dict[Step, int] = {"month": 1, "quarter": 3, "year": 12}
# The day before the month, in English too.
LOCALES = {"en": "en_GB"}


class Span(NamedTuple):
    """From a first to a last day, both included."""

    since: date
    until: date

    def holds(self, other: "Span") -> bool:
        """Return whether another span lies wholly in this one."""
        return self.since <= other.since and other.until <= self.until

    def join(self, other: "Span") -> "Span":
        """Return the span from the first to the last day of both."""
        return Span(min(self.since, other.since), max(self.until, other.until))

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.until - self.since).days + 1


def find_span(day: date, step: Step) -> Span:
    """Return the day, week (from Monday), month, quarter or year that a day lies in.

    >>> find_span(date(2020, 2, 11), "quarter")
    Span(since=datetime.date(2020, 1, 1), until=datetime.date(2020, 3, 31))
    """
    if step == "day":
        return Span(day, day)
    if step == "week":
        monday = day - timedelta(days=day.weekday())
        # The last week of the year 9999 is cut short: the calendar ends there.
        return Span(monday, date.fromordinal(min(monday.toordinal() + 6, date.max.toordinal())))
    months = _MONTHS[step]
    first = (day.month - 1) // months * months + 1
    last = first + months - 1
    return Span(date(day.year, first, 1), date(day.year, last, monthrange(day.year, last)[1]))


def list_spans(whole: Span, step: Step) -> Iterator[Span]:
    """Yield every step that a span touches, in order."""
    span = find_span(whole.since, step)
    while True:
        yield span
        if span.until >= whole.until or span.until == date.max:
            return
        span = find_span(span.until + timedelta(days=1), step)


def count_steps(whole: Span, step: Step) -> int:
    """Return how many steps a span touches, as many as `list_spans` yields: of ten thousand years nobody counts the days.

    >>> count_steps(Span(date(2020, 3, 31), date(2020, 4, 1)), "month")
    2
    """
    first, last = find_span(whole.since, step).since, find_span(whole.until, step).since
    if step in _DAYS:
        return (last - first).days // _DAYS[step] + 1
    return ((last.year - first.year) * 12 + last.month - first.month) // _MONTHS[step] + 1


def choose_step(whole: Span) -> Step:
    """Return the finest step that makes at most forty bars of a span; years where none does."""
    lengths: dict[Step, float] = {"day": 1, "week": 7, "month": 30.4, "quarter": 91.3}
    fitting = (step for step, days in lengths.items() if whole.days <= MOST_BARS * days)
    return next(fitting, "year")


def find_room(whole: Span, step: Step) -> float:
    """Return how many days an axis leaves free on either side: one bar alone is no wall."""
    count = count_steps(whole, step)
    return whole.days / count * max(_FEWEST_BARS - count, 0.6) / 2


def find_step(span: Span) -> Step | None:
    """Return the step that a span is one of; None where it is none."""
    return next((step for step in STEPS if find_span(span.since, step) == span), None)


def name_span(span: Span, look: Look) -> str:
    """Return the words for a span in the reader's language: a month by its name, any span by its two ends."""
    step, locale = find_step(span), LOCALES.get(look.language, look.language)
    if step == "month":
        return format_skeleton("yMMMM", span.since, locale=locale)
    if step == "quarter":
        return format_skeleton("yQQQ", span.since, locale=locale)
    if step == "year":
        return format_skeleton("y", span.since, locale=locale)
    first, last = (format_date(day, "long", locale=locale) for day in span)
    return first if step == "day" else look.words("source.days", {"since": first, "until": last})


def name_day(day: date, look: Look) -> str:
    """Return the words for a day where there is little room.

    >>> name_day(date(2020, 3, 25), Look())
    '25 Mar 2020'
    """
    return format_date(day, "medium", locale=LOCALES.get(look.language, look.language))


def name_days(since: date | None, until: date | None, look: Look) -> str:
    """Return the words for a span of days that may be open at either end; one of them is known.

    >>> name_days(date(2020, 3, 25), date(2020, 3, 31), Look()), name_days(None, date(2020, 3, 31), Look("zh"))
    ('25–31 March 2020', '2020年3月31日及以前')
    """
    locale = LOCALES.get(look.language, look.language)
    if since is not None and until is not None:
        if find_step(Span(since, until)) is not None:
            return name_span(Span(since, until), look)
        month = find_span(since, "month")
        if not month.holds(Span(since, until)):
            return name_span(Span(since, until), look)
        values = {"first": since.day, "last": until.day, "month": name_span(month, look)}
        return look.words("scope.days", values)
    key, day = ("scope.until", until) if since is None else ("scope.since", since)
    return look.words(key, {"day": format_date(day, "long", locale=locale)})
