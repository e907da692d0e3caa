"""What Chinese numbers count: the head noun of their phrase, and its unit."""

import hashlib
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

import geo.languages
from geo.names.mentions import find_mentions
from geo.nouns import find_noun
from geo.nouns.chinese_units import find_unit
from geo.nouns.chinese_words import cut_words
from geo.numbers import find_amounts
from tests.nouns import list_cases, read_nouns
from tests.timings import grows_in_step, measure

_DATA = Path(geo.languages.__file__).with_name("zh")


@pytest.mark.parametrize(("text", "nouns", "why"), list_cases("zh"))
def test_a_number_counts_the_noun_of_its_own_phrase(text: str, nouns: list[tuple[str, str, str]], why: str) -> None:
    assert read_nouns(text, "zh") == nouns, why


def test_a_noun_says_where_it_stands_and_what_stands_before_it() -> None:
    text = "给28个亚洲国家写信。"
    noun = find_noun(text, find_amounts(text, "zh")[0][0], find_mentions(text, "zh"), "zh")
    assert noun is not None
    assert (text[noun.start : noun.end], text[slice(*noun.words)]) == ("国家", "个亚洲")


def test_a_noun_before_its_number_says_what_stands_between() -> None:
    text = "口罩共50万只。"
    noun = find_noun(text, find_amounts(text, "zh")[0][0], [], "zh")
    assert noun is not None
    assert (text[noun.start : noun.end], text[slice(*noun.words)]) == ("口罩", "共")


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("运动员", "people"),
        ("机器人", None),
        ("外长", "people"),
        ("国家队", "teams"),
        ("客机", "items"),
        ("列车", None),
    ],
)
def test_the_end_of_a_noun_tells_its_unit(noun: str, unit: str | None) -> None:
    assert find_unit(noun) == unit


def test_a_stretch_is_cut_into_words_without_a_gap() -> None:
    text = "五支参赛队和负压隔离病床"
    words = cut_words(text, 0, len(text))
    assert all(first.end == second.start for first, second in pairwise(words))
    assert "".join(word.text for word in words) == text


def test_the_table_of_words_is_the_one_that_its_account_names() -> None:
    (account,) = tomllib.loads((_DATA / "SOURCES.toml").read_text(encoding="utf-8"))["file"]
    assert hashlib.sha256((_DATA / "words.csv").read_bytes()).hexdigest() == account["sha256"]


@pytest.mark.parametrize("trigger", ["十七国", "20个国家", "个国家", "口罩50万只", "5个受疫情影响的非洲"])
def test_long_texts_take_time_in_proportion(trigger: str) -> None:
    def find(size: int) -> float:
        text = trigger * size
        amounts, mentions = find_amounts(text, "zh")[0], find_mentions(text, "zh")
        return measure(lambda: [find_noun(text, amount, mentions, "zh") for amount in amounts])

    assert grows_in_step(find, 2000)
