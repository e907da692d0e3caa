"""A minute of what `make fuzz` does for long: the same texts and files at every run."""

from collections.abc import Callable, Sequence

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import geo
from geo.documents.articles import Article
from geo.documents.file_articles import read_article_bytes
from geo.documents.formats import list_formats
from geo.documents.sentence_ends import find_ends
from geo.names.mentions import find_mentions
from geo.text import make_plain_text
from tests.fuzzed_files import WRITERS, make_file, make_files
from tests.fuzzed_properties import (
    check_document,
    check_figures,
    check_file,
    check_lines,
    check_names,
    check_plain_text,
)
from tests.fuzzing import FEW_LANGUAGES, make_texts
from tests.timings import grows_linearly

TEXTS = make_texts(FEW_LANGUAGES)
some = settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("find", [geo.find_mentions, geo.find_quantities])
def test_the_texts_hold_what_is_looked_for(find: Callable[[str, str | None], Sequence[object]]) -> None:
    quick = settings(phases=[Phase.generate], derandomize=True, max_examples=5_000)
    text, language = hypothesis.find(TEXTS, lambda made: len(find(*made)) > 2, settings=quick)
    assert len(find(text, language)) > 2


@some
@given(TEXTS)
def test_any_text_has_a_plain_text_that_leads_back(made: tuple[str, str | None]) -> None:
    check_plain_text(*made)


@some
@given(TEXTS)
def test_names_are_where_they_are_said_to_be_in_any_text(made: tuple[str, str | None]) -> None:
    check_names(*made)


@some
@given(TEXTS)
def test_numbers_are_where_they_are_said_to_be_in_any_text(made: tuple[str, str | None]) -> None:
    check_figures(*made)


@some
@given(TEXTS)
def test_the_lines_and_sentences_of_any_text_are_all_of_it(made: tuple[str, str | None]) -> None:
    check_lines(*made)


@some
@given(TEXTS)
def test_the_tables_of_any_document_lie_in_its_text(made: tuple[str, str | None]) -> None:
    check_document(*made)


@pytest.mark.parametrize("ending", sorted(set(WRITERS) & set(list_formats())))
def test_each_file_that_is_changed_is_read_as_it_is(ending: str) -> None:
    found = list(read_article_bytes(f"file{ending}", make_file(ending)))
    assert any(isinstance(one, Article) and ("tonnes" in one.text or "Asia" in one.text) for one in found)


@some
@given(make_files())
def test_any_file_of_a_format_that_is_read_is_read_or_refused_with_a_reason(made: tuple[str, bytes]) -> None:
    check_file(*made)


@pytest.mark.parametrize(
    "piece", ["North  Korea ", "North\nKorea\n", "South\tSudan\t12\n", "CHAD MWANGI ", "EE. UU. ", "a  1  "]
)
def test_broken_names_capitals_and_abbreviations_take_linear_time(piece: str) -> None:
    def read(size: int) -> None:
        text = piece * (size // len(piece))
        make_plain_text(text, "en")
        find_mentions(text, "en")
        list(find_ends(text, "es"))

    read(100)  # what is loaded once
    assert grows_linearly(read, 20_000)
