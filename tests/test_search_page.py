"""The page Search: what it finds, how it says so, its filters, pages and files, and the names that were not coded."""

import csv
import io
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard import corpora
from dashboard.parts.listings.found_sentences import list_found, write_found
from dashboard.parts.selection import Selection, parse_address, spell_address
from dashboard.parts.words import read_words
from geo.exports import write_csv
from geo.reference.wordings import LANGUAGES
from geo.store.corpus import Corpus, Found
from geo.store.tables import make_table
from tests.pages import OpenPage, run

TEXT = "Masks <b>for</b> $Italy$, said Jordan."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of two documents of thirty sentences, in which forty names were left out for two reasons."""
    size = len(TEXT)
    documents = [(n, None, f"Title {n}", "2020-03-26", f"Outlet {n}", None, "en", 9999, f"{n}.txt", None) for n in "ab"]
    sentences = [
        (n, k, k * 100, k * 100 + size, TEXT, date(2020, 3, 26), "day", "document", None)
        for n in "ab"
        for k in range(30)
    ]
    start = TEXT.index("Jordan")
    refused = [
        (n, k * 100 + start, k * 100 + start + 6, "Jordan", "JOR", "part of a person's name" if k else "part of a longer name: X")
        for n in "ab"
        for k in range(20)
    ]  # fmt: skip
    lines = [(n, k, None, k * 100, k * 100 + size, TEXT, "") for n in "ab" for k in range(30)]
    rows: dict[str, Sequence[Sequence[object]]] = {
        "documents": documents,
        "sentences": sentences,
        "refused": refused,
        "lines": lines,
    }
    to = tmp_path_factory.mktemp("searched") / "corpus"
    Corpus({name: make_table(name, found) for name, found in rows.items()}).write(to)
    return to


def read_html(page: object) -> str:
    """Return what a page writes as HTML."""
    return "".join(one.proto.body for one in page.get("html"))  # type: ignore[attr-defined]


def test_what_is_found_is_counted_marked_and_linked_to_its_place(open_page: OpenPage, folder: Path) -> None:
    page = open_page("search", folder, query="masks")
    assert page.subheader[0].value == "60 sentences in 2 documents"
    shown = read_html(page)
    assert shown.count('<mark class="aa-chosen">Masks</mark>') == 20
    assert 'data-said="a 0"' in shown
    assert "<b>for" not in shown


def test_the_words_are_taken_on_enter_and_written_to_the_address(open_page: OpenPage, folder: Path) -> None:
    page = open_page("search", folder)
    assert "Type words" in page.caption[-1].value
    page.text_input(key="query").set_value("Jordan masks")
    run(page)
    assert page.session_state["written_address"] == {"query": "Jordan masks"}
    assert page.subheader[0].value == "60 sentences in 2 documents"
    assert page.caption[-1].value == "Found as a name too: Jordan (JOR)."


def test_the_pages_of_a_search_go_on_and_back(open_page: OpenPage, folder: Path) -> None:
    page = open_page("search", folder, query="masks")
    page.button(key="search-more").click()
    run(page)
    assert 'data-said="a 20"' in read_html(page)
    page.button(key="search-back").click()
    run(page)
    assert 'data-said="a 20"' not in read_html(page)


def test_a_search_follows_the_filters_by_outlet_and_language(open_page: OpenPage, folder: Path) -> None:
    page = open_page("search", folder, query="masks", outlet="Outlet b")
    assert page.subheader[0].value == "30 sentences in 1 document"
    page = open_page("search", folder, query="masks", spoken="zh")
    assert "with these filters" in page.info[0].value


@pytest.mark.parametrize("query", ["%", "_", "' OR 1=1 --", '"', "[", "\\", "(?i)", "x" * 999, "x" * 10_000, "$x$ <b>"])
def test_a_hostile_query_finds_nothing_and_breaks_nothing(open_page: OpenPage, folder: Path, query: str) -> None:
    page = open_page("search", folder, query=query)
    assert len(page.info) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_not_coded_are_counted_by_reason_and_shown_with_their_sentence(
    open_page: OpenPage, folder: Path, language: str
) -> None:
    page = open_page("search", folder, sought="left_out", language=language)
    assert [re.sub(r".*\*\*(\d+)\*\*", r"\1", label) for label in page.pills[0].options] == ["38", "2"]
    assert read_html(page).count('<mark class="aa-chosen">Jordan</mark>') == 20


def test_names_not_coded_are_chosen_by_their_reason(open_page: OpenPage, folder: Path) -> None:
    page = open_page("search", folder, sought="left_out", reason="longer")
    shown = read_html(page)
    assert shown.count('<mark class="aa-chosen">Jordan</mark>') == 2
    assert "part of a longer name: X" in shown


@pytest.mark.parametrize(
    ("found", "said"), [(Found(12, 3), "12 sentences in 3 documents"), (Found(1, 1), "1 sentence in 1 document")]
)
def test_how_much_was_found_is_said_in_words(found: Found, said: str) -> None:
    assert write_found(found, read_words("en")) == said


def test_the_table_of_what_was_found_says_which_words(open_page: OpenPage, folder: Path) -> None:
    open_page("search", folder, query="masks")
    table = list_found(corpora.open_shown().search_sentences("masks jordan"))
    rows = list(csv.DictReader(io.StringIO(write_csv(table).decode("utf-8-sig"))))
    assert rows[0]["found"] == "Masks · Jordan"


@given(st.text(min_size=1, max_size=50).filter(str.strip))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_query_stands_in_an_address(query: str) -> None:
    selection = Selection(query=query)
    assert parse_address(spell_address(selection)).selection == selection
