"""Days and periods of any precision."""

from datetime import date

import pytest

from geo.base.errors import GeoError
from geo.base.periods import Period, parse_day, parse_period


@pytest.mark.parametrize(
    ("text", "day"),
    [("2020-03-26", date(2020, 3, 26)), ("2020-03", date(2020, 3, 1)), ("2020", date(2020, 1, 1))],
)
def test_a_date_of_any_precision_gives_its_first_day(text: str, day: date) -> None:
    assert parse_day(text) == day


@pytest.mark.parametrize("text", ["", "26 March", "2020-13", "2020-02-30", "2020-03-2", "2020-03-26T10:00", "20200326"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(GeoError, match="is no date"):
        parse_day(text)


@pytest.mark.parametrize(
    ("until", "last"),
    [("2020", date(2020, 12, 31)), ("2020-02", date(2020, 2, 29)), ("2020-02-03", date(2020, 2, 3))],
)
def test_a_period_lasts_until_the_last_day_of_its_end(until: str, last: date) -> None:
    assert parse_period("", until) == Period(None, last)


def test_both_ends_of_a_period_belong_to_it() -> None:
    period = parse_period("2020-01-10", "2020-01-12")
    assert [period.holds(date(2020, 1, day)) for day in (9, 10, 12, 13)] == [False, True, True, False]


def test_without_a_day_only_a_lasting_period_holds() -> None:
    assert parse_period("2019", "").holds(None)
    assert not parse_period("", "2019").holds(None)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="ends before it begins"):
        parse_period("2020", "2019")
