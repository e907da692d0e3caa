"""Whatever an address holds, a page opens: dates of no calendar, codes of no country, words without end, names twice or unknown."""

from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.choices.addresses import _READERS
from dashboard.parts.selection import parse_address
from geo.charts.time_steps import STEPS, Span, Step, count_steps, list_spans
from tests.browsing import sweep
from tests.pages import PAGES, OpenPage

ODD = (
    *("0001-01-01", "9999-12-31", "2020-02-30", "2020-03-26", "-1", "-0", "1e999", "1e308", "nan", "0", "9" * 9, "9" * 20, "１２", "²", "٣"),
    *("x" * 5000, "a" * 64, "a.b.c", "..", "/etc/passwd", "%", "\x00", "\u202e", "�", "=1+1", "SRB=x\nITA=y", "none", "True", "False"),
    *("SRB.FJI.xx", "srb", "world", "mentions", "received", "disagrees", "sum", "document", "country", "month", "1.2.3", "10.5.1", "share:aid"),
    *("<img src=x onerror=alert(1)>", "'; DROP TABLE mentions; --", "{{7*7}}", "figure.x.y", "region"),
)  # fmt: skip
NAMES = (*_READERS, "unknown", "utm_source")
DAYS = st.dates(date(1990, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize("page", sweep(PAGES, ("timeline", "front")))
def test_ten_thousand_years_are_a_span_like_any_other(open_page: OpenPage, page: str) -> None:
    open_page(page, since="0001-01-01", until="9999-12-31")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_with_every_word_of_its_address_odd(open_page: OpenPage, made_folder: Path, page: str) -> None:
    chance = Random(page)  # noqa: S311 - the same words every time
    open_page(page, made_folder, **{name: chance.choice(ODD) for name in NAMES})


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(200))
def test_a_page_opens_with_some_words_of_its_address_odd(open_page: OpenPage, made_folder: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - the same words every time
    names = chance.sample(NAMES, chance.choice((1, 2, 4, 8)))
    open_page(chance.choice(PAGES), made_folder, **{name: chance.choice(ODD) for name in names})


@given(st.dictionaries(st.sampled_from(NAMES), st.text() | st.sampled_from(ODD), max_size=8))
def test_what_is_not_taken_of_an_address_is_told(address: dict[str, str]) -> None:
    opened = parse_address(address)
    told = {fault.field for fault in opened.faults}
    untold = {name for name, text in address.items() if name in _READERS and text.strip()} - told
    assert all(_READERS[name](address[name]) is not None for name in untold)


@given(DAYS, DAYS, st.sampled_from(STEPS))
def test_steps_are_counted_as_they_are_listed(one: date, other: date, step: Step) -> None:
    whole = Span(min(one, other), max(one, other))
    assert count_steps(whole, step) == sum(1 for _ in list_spans(whole, step))
