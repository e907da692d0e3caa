"""Tests of which figures of a text are running totals."""

from datetime import date

import pytest

from geo.base.records import Date, DateSource, Quantity, Sentence, Status
from geo.statements.running_figures import find_running_totals


def count(
    words: str, unit: str = "countries", theme: str | None = "aid", giver: str | None = "CHL", status: Status = "done"
) -> Quantity:
    """Return a figure that stands at the start of a text."""
    return Quantity(0, len(words), words, 9, None, "exact", unit, None, None, theme, giver, None, status, "count")


def is_running(text: str, words: str, unit: str = "countries", language: str = "en", theme: str = "aid") -> bool:
    """Tell whether the words are a running total in a text of one sentence."""
    start = text.index(words)
    figure = count(words, unit, theme)._replace(start=start, end=start + len(words))
    return bool(find_running_totals([figure], [Sentence(0, len(text), text, None)], [0], language))


@pytest.mark.parametrize(
    ("text", "words", "language", "running"),
    [
        ("Chile has given aid to 70 countries.", "70 countries", "en", True),
        ("Chile has given aid to more than 70 countries.", "more than 70 countries", "en", True),
        ("Chile gave aid to seven more countries.", "seven more countries", "en", False),
        ("Chile gave aid to another seven countries.", "seven countries", "en", False),
        ("Chile gave aid to seven countries this week.", "seven countries", "en", False),
        ("智利已援助70个国家。", "70个国家", "zh", True),
        ("智利新增援助7个国家。", "7个国家", "zh", False),
        ("本月智利援助了7个国家。", "7个国家", "zh", False),
        ("智利又向7国提供援助。", "7国", "zh", False),
    ],
)
def test_an_addition_and_a_span_of_days_are_no_running_totals(
    text: str, words: str, language: str, running: bool
) -> None:
    assert is_running(text, words, language=language) is running


@pytest.mark.parametrize(
    "figure",
    [
        count("9 countries", theme="meeting"),
        count("9 countries", theme=None),
        count("9 countries", giver=None),
        count("9 countries", status="planned"),
        count("9 countries", status="denied"),
        count("9 people", unit="people"),
    ],
)
def test_a_figure_without_matter_or_side_or_deed_is_no_running_total(figure: Quantity) -> None:
    assert not find_running_totals([figure], [Sentence(0, 40, figure.text, None)], [0], "en")


@pytest.mark.parametrize(
    ("text", "words", "language", "running"),
    [
        ("Chile sent two teams to Laos.", "two teams", "en", False),
        ("Chile has sent 30 teams.", "30 teams", "en", True),
        ("智利向老挝派出2批专家组。", "2批专家组", "zh", False),
        ("智利先后派出30批专家组。", "30批专家组", "zh", True),
    ],
)
def test_teams_are_a_running_total_only_where_the_text_says_so(
    text: str, words: str, language: str, running: bool
) -> None:
    assert is_running(text, words, "teams", language, "experts") is running


@pytest.mark.parametrize(("source", "running"), [("sentence", True), ("document", False)])
def test_an_item_of_a_list_is_so_far_where_the_line_above_says_so(source: DateSource, running: bool) -> None:
    day = Date(date(2021, 5, 3), "day", source)
    texts = ("Chile so far:", "sent 30 teams abroad.")
    sentences = [Sentence(0, 13, texts[0], None), Sentence(14, 35, texts[1], day)]
    figure = count("30 teams", "teams", "experts")._replace(start=19, end=27)
    assert bool(find_running_totals([figure], sentences, [0, 14], "en")) is running


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Chile has sent agricultural experts to 40 countries.", "40 countries", "en"),
        ("智利已向40个国家派出农业专家。", "40个国家", "zh"),
    ],
)
def test_experts_of_the_land_are_no_step_after_doctors(text: str, words: str, language: str) -> None:
    assert not is_running(text, words, language=language, theme="experts")
    assert is_running(text.replace("agricultural", "medical").replace("农业", "医疗"), words, language=language)
