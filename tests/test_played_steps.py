"""What a step of time sends while it plays: few events, and no more than a reader's connection bears."""

from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from geo.charts import Span
from tests.pages import OpenPage, run

MARCH = {"since": "2020-03-01", "until": "2020-03-31"}
# Of the 60 kB that a change may send, what is left for the messages' own frames.
MOST_BYTES = 50_000


def weigh(page: AppTest) -> Iterator[int]:
    """Yield how many bytes each element of a page takes."""
    for element in page.main:
        proto = getattr(element, "proto", None)
        if proto is not None:
            yield len(proto.SerializeToString())


def count_events(page: AppTest) -> int:
    """Return how many events are listed."""
    return sum(str(one.proto.body).count('class="aa-event"') for one in page.get("html"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_month_of_many_events_is_sent_in_few_bytes(open_page: OpenPage, language: str) -> None:
    page = open_page("timeline", **MARCH, language=language)
    assert int("".join(filter(str.isdigit, page.subheader[0].value.replace("2020", "").replace("3月", "")))) > 50
    assert 20_000 < sum(weigh(page)) < MOST_BYTES


def test_while_it_plays_fewer_events_are_sent_and_the_others_when_it_stops(open_page: OpenPage) -> None:
    page = open_page("timeline")
    page.session_state["played-span"] = Span(date(2020, 3, 1), date(2020, 3, 31))
    run(page)
    assert count_events(page) == 8
    page.button(key="player-play").click()
    run(page)
    assert count_events(page) == 20
