"""The name of every country or area before and behind the commonest words of Chinese: no word hides it.

What truly makes another word or name, like 古|巴西, is listed with its reason in tests/cases/zh_words_and_names.csv.
"""

import csv
from collections.abc import Collection, Sequence
from functools import cache
from pathlib import Path

import pytest

import geo.languages
from geo.names.mentions import read_mentions
from geo.reference.areas import read_areas
from geo.reference.places import name_place

CASES = Path(__file__).parent / "cases"
COMMON = 2000
SHARE = 20
Placed = tuple[str, str, str]


@cache
def read_common_words() -> list[str]:
    """Return the commonest words, the most frequent first."""
    table = Path(geo.languages.__file__).with_name("zh") / "words.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        rows = sorted(csv.DictReader(lines), key=lambda row: -int(row["count"]))
    return [row["word"] for row in rows[:COMMON]]


@cache
def read_exceptions() -> frozenset[Placed]:
    with (CASES / "zh_words_and_names.csv").open(encoding="utf-8", newline="") as lines:
        return frozenset((row["word"], row["side"], row["name"]) for row in csv.DictReader(lines))


def list_unread(words: Sequence[str]) -> set[Placed]:
    """Return the words, the side they stand on, and the names that are not read beside them."""
    names = {code: name_place(code, "zh") for code in read_areas()}
    sides = ("before", "after")
    return {
        place for code, name in names.items() for side in sides for place in list_unread_of(name, code, side, words)
    }


def list_unread_of(name: str, code: str, side: str, words: Sequence[str]) -> set[Placed]:
    """Return what is unread of one name on one side, found in one text of which each sentence is a word and the name."""
    pieces = [(word, name) if side == "before" else (name, word) for word in words]
    text = "。".join(first + second for first, second in pieces)
    covered = {place for m in read_mentions(text, "zh")[0] if m.code == code for place in range(m.start, m.end)}
    unread, start = set[Placed](), 0
    for word, (first, second) in zip(words, pieces, strict=True):
        begin = start + (len(first) if side == "before" else 0)
        if covered.isdisjoint(range(begin, begin + len(name))):
            unread.add((word, side, name))
        start += len(first) + len(second) + 1
    return unread


def leave_out_exceptions(unread: Collection[Placed]) -> set[Placed]:
    known = read_exceptions()
    return {(word, side, name) for word, side, name in unread if not {(word, side, name), (word, side, "*")} & known}


def test_no_common_word_hides_the_name_of_a_country_beside_it() -> None:
    assert leave_out_exceptions(list_unread(read_common_words()[::SHARE])) == set()


@pytest.mark.slow
def test_none_of_two_thousand_words_hides_a_name_but_those_that_are_listed() -> None:
    unread = list_unread(read_common_words())
    assert leave_out_exceptions(unread) == set()
    assert {place for place in read_exceptions() if place[2] != "*"} <= unread


def test_the_listed_exceptions_are_fewer_than_one_in_a_thousand() -> None:
    wide = sum(name == "*" for _, _, name in read_exceptions())
    assert wide * len(read_areas()) + len(read_exceptions()) < 2 * COMMON * len(read_areas()) / 1000
