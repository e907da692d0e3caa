"""Tests of the dated table of office holders."""

from datetime import date

import pytest

from geo.reference.offices import find_holders, find_office, read_offices


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Angela Merkel", date(2020, 3, 26), "DEU"),
        ("默克尔", date(2020, 3, 26), "DEU"),
        ("Angela Merkel", date(2023, 1, 1), None),
        ("秦刚", date(2023, 5, 1), "CHN"),
        ("秦刚", date(2024, 5, 1), None),
        ("Mark Rutte", date(2020, 5, 1), "NLD"),
        ("Mark Rutte", date(2024, 11, 1), "org:nato"),
        ("Mark Rutte", None, None),
        ("Emmanuel Macron", None, "FRA"),
        ("Nobody In Particular", None, None),
    ],
)
def test_a_holder_speaks_for_a_country_while_in_office(name: str, day: date | None, code: str | None) -> None:
    assert find_office(name, day) == code


def test_a_city_that_begins_like_a_name_is_no_holder() -> None:
    assert [holder.start for holder in find_holders("Xi met doctors in Xi'an; Xi's letter came.", "en")] == [0, 25]


def test_every_row_names_its_source_and_a_name_and_ends_after_it_begins() -> None:
    for office in read_offices():
        assert office.source
        assert any(
            (*names, *weak) for names, weak in zip(office.names.values(), office.weak_names.values(), strict=True)
        )


def test_a_name_is_weak_in_all_its_rows_or_in_none() -> None:
    for language in ("en", "zh"):
        strong = {name for office in read_offices() for name in office.names[language]}
        assert not strong & {name for office in read_offices() for name in office.weak_names[language]}


def test_a_very_long_text_of_names_is_read_in_one_pass() -> None:
    assert len(find_holders("Macron Xi " * 50_000, "en")) == 100_000
