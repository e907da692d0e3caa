"""What English numbers count: the head noun of their phrase, and its unit."""

import pytest

from geo.nouns import find_noun
from geo.nouns.english_words import find_lemma, find_unit
from geo.numbers import find_amounts
from tests.nouns import list_cases, read_nouns
from tests.timings import grows_linearly


@pytest.mark.parametrize(("text", "nouns", "why"), list_cases("en"))
def test_a_number_counts_the_noun_of_its_own_phrase(text: str, nouns: list[tuple[str, str, str]], why: str) -> None:
    assert read_nouns(text, "en") == nouns, why


def test_a_noun_says_where_it_stands_and_what_stands_before_it() -> None:
    text = "It wrote to 28 small Asian countries."
    noun = find_noun(text, find_amounts(text, "en")[0][0], [], "en")
    assert noun is not None
    assert (text[noun.start : noun.end], text[slice(*noun.words)]) == ("countries", " small Asian ")


@pytest.mark.parametrize(
    ("plural", "lemma"),
    [("women", "woman"), ("viruses", "virus"), ("cases", "case"), ("prizes", "prize"), ("crises", "crisis")],
)
def test_the_base_form_of_a_plural(plural: str, lemma: str) -> None:
    assert find_lemma(plural) == lemma


def test_words_that_end_like_persons_are_not_all_persons() -> None:
    assert [find_unit(lemma, ()) for lemma in ("welder", "biologist", "shelter", "checklist", "committee")] == [
        "people",
        "people",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize("tail", [" a", ", and", " of the", " clinics'", " (", "-", " Kenya's"])
def test_long_texts_are_read_in_linear_time(tail: str) -> None:
    amount = find_amounts("20 a", "en")[0][0]
    assert grows_linearly(lambda size: find_noun(f"20{tail * size}", amount, [], "en"), 25_000)
