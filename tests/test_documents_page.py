"""The page Documents: the table, its filters and order, and the sentence that a link is about."""

import shutil
from pathlib import Path

import pytest

from geo.base.corpus_folders import MANIFEST
from geo.store.corpus import Corpus
from tests.pages import OpenPage, run


def read_titles(page: object) -> list[str]:
    """Return the titles in the table of documents."""
    return list(page.dataframe[0].value.iloc[:, 1])  # type: ignore[attr-defined]


def read_html(page: object) -> str:
    """Return what the page writes as HTML."""
    return "".join(one.proto.body for one in page.get("html"))  # type: ignore[attr-defined]


def test_the_table_lists_the_documents_newest_first_and_shows_the_first(open_page: OpenPage, seeds: Corpus) -> None:
    page = open_page("documents")
    days = list(page.dataframe[0].value["Date"])
    assert days == sorted(days, reverse=True)
    assert len(days) == len(seeds.documents)
    assert page.selectbox(key="document").value == seeds.list_documents()["document"][0]


@pytest.mark.parametrize(
    ("address", "count"),
    [
        ({"outlet": "外交部"}, 3),
        ({"spoken": "en"}, 6),
        ({"read": "refused"}, 2),
        ({"since": "2021-01-01"}, 4),
        ({"read": "nothing"}, 0),
    ],
)
def test_the_table_follows_its_filters(open_page: OpenPage, address: dict[str, str], count: int) -> None:
    page = open_page("documents", **address)
    assert [len(read_titles(page))] == [count] if count else "No document is left" in page.info[0].value


def test_the_order_is_the_readers(open_page: OpenPage) -> None:
    names = list(open_page("documents", order="names").dataframe[0].value["Names"])
    assert names == sorted(names, reverse=True)


def test_a_link_to_a_sentence_marks_it_among_what_was_read(open_page: OpenPage, seeds: Corpus) -> None:
    row = seeds.search_sentences("28 16 26").iloc[0]
    page = open_page("documents", document=row["document"], sentence=str(row["sentence"]))
    marked = read_html(page).split('<mark class="aa-found">')
    assert len(marked) == 2
    assert marked[1].startswith(row["text"].strip()[:2])
    assert 'class="aa-quantity"' in marked[1][:400]


def test_another_document_has_no_sentence_marked(open_page: OpenPage, seeds: Corpus) -> None:
    first, second = seeds.documents["document"][:2]
    page = open_page("documents", document=first, sentence="2")
    assert "aa-found" in read_html(page)
    page.selectbox(key="document").set_value(second)
    assert "aa-found" not in read_html(run(page))


@pytest.mark.parametrize("sentence", ["99999", "-1", "x", "1e3", "9" * 40])
def test_a_sentence_that_is_not_there_is_none(open_page: OpenPage, seeds: Corpus, sentence: str) -> None:
    page = open_page("documents", document=seeds.documents["document"][0], sentence=sentence)
    assert "aa-found" not in read_html(page)


def test_many_documents_are_listed_page_by_page(open_page: OpenPage, tmp_path: Path) -> None:
    from geo.store.tables import make_table

    rows = [(f"{n:03}", None, f"Title {n:03}", "2020", None, None, "en", 9, None, None) for n in range(120)]
    Corpus({"documents": make_table("documents", rows)}).write(tmp_path / "corpus")
    page = open_page("documents", tmp_path / "corpus")
    found = read_titles(page)
    for _ in range(2):
        page.button(key="documents-more").click()
        found += read_titles(run(page))
    assert found == [f"Title {n:03}" for n in range(120)]


@pytest.mark.parametrize(
    ("language", "told"),
    [("sw", "in Swahili: its names are read"), (None, "not read (unknown)"), ("en", None)],
)
def test_a_document_says_what_is_not_read_in_its_language(
    open_page: OpenPage, tmp_path: Path, language: str | None, told: str | None
) -> None:
    from geo.store.tables import make_table

    rows = [("1", None, "A", "2020", None, None, language, 9, None, None)]
    Corpus({"documents": make_table("documents", rows)}).write(tmp_path / "corpus")
    said = [info.value for info in open_page("documents", tmp_path / "corpus").info]
    assert told in said[0] if told else said == []


def test_a_place_that_is_not_known_is_an_empty_cell(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Peru gave masks to Chile.")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.csv").write_text("title,text\nOne,Kenya gave masks to Ghana.\nTwo,\n")
    page = open_page("documents", tmp_path)
    (cells,) = [one.value for one in page.dataframe if "Place" in one.value]
    assert list(cells["Place"]) == ["", "line 3"]


def test_documents_that_another_version_read_are_said_to_be_so(
    open_page: OpenPage, made_folder: Path, tmp_path: Path
) -> None:
    said = "Another version of AidAtlas read these documents."
    earlier = shutil.copytree(made_folder, tmp_path / "earlier")
    (earlier / MANIFEST).unlink()
    assert any(said in caption.value for caption in open_page("documents", earlier).caption)
    assert not any(said in caption.value for caption in open_page("documents", made_folder).caption)
