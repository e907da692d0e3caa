"""The site of a text, and what is learnt of it before the first of its texts is labelled."""

import json
from pathlib import Path

import geo
from geo.base.records import Document, Failure
from geo.documents.metadata import Metadata
from geo.documents.sites import MOST_COMPARED, name_site
from geo.store.batch import extract_to_folder
from geo.store.corpus import open_corpus
from tests.test_repeated_lines import MENU, PROMOS, write_pages


def count_repeated(document: Document) -> int:
    """Return how many lines of a document are labelled as repeated."""
    return sum(line.rule == "repeated line" for line in document.lines)


def write_folder(folder: Path, pages: list[str], ending: str = "txt") -> Path:
    """Return a folder with pages in it."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, page in enumerate(pages):
        (folder / f"{number:03}.{ending}").write_text(page, encoding="utf-8")
    return folder


def test_a_site_is_told_by_its_host_before_its_outlet() -> None:
    stated = Metadata(outlet="Example Daily", url="https://WWW.Example.org/a?b")
    assert (name_site(stated), name_site(stated._replace(url=None)), name_site(Metadata())) == (
        *("example.org", "example daily"),
        "",
    )


def test_an_address_that_cannot_be_read_names_no_site() -> None:
    assert name_site(Metadata(url="https://[::1")) == ""


def test_the_pages_of_a_folder_are_compared(tmp_path: Path) -> None:
    documents = list(geo.read_documents(write_folder(tmp_path, write_pages(MENU, PROMOS))))
    assert [count_repeated(one) for one in documents] == [7, 7, 7, 7]
    assert documents[0].title == "Tanker adrift off Port Vell"


def test_a_page_read_by_itself_is_compared_with_none(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, write_pages(MENU, PROMOS))
    assert [count_repeated(one) for one in geo.read_documents(folder / "000.txt")] == [0]


def test_the_order_in_which_files_are_named_changes_nothing(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, write_pages(MENU, PROMOS))
    files = sorted(folder.iterdir())
    read = {one.path: one.lines for one in geo.read_documents(*reversed(files))}
    assert read == {one.path: one.lines for one in geo.read_documents(folder)}


def test_two_folders_are_two_sites(tmp_path: Path) -> None:
    pages = write_pages(MENU, PROMOS)
    write_folder(tmp_path / "one", pages[:2])
    write_folder(tmp_path / "two", pages[2:])
    assert [count_repeated(one) for one in geo.read_documents(tmp_path)] == [0, 0, 0, 0]


def test_a_register_that_names_outlets_parts_the_sites_of_a_folder(tmp_path: Path) -> None:
    write_folder(tmp_path, write_pages(MENU, PROMOS))
    rows = "".join(f"{number:03}.txt,{outlet}\n" for number, outlet in enumerate("AABB"))
    (tmp_path / "documents.csv").write_text(f"path,outlet\n{rows}", encoding="utf-8")
    assert [count_repeated(one) for one in geo.read_documents(tmp_path)] == [0, 0, 0, 0]


def test_the_rows_of_a_table_are_compared_outlet_by_outlet(tmp_path: Path) -> None:
    rows = [{"text": page, "outlet": "A"} for page in write_pages(MENU, PROMOS)]
    rows += [{"text": "\n".join(reversed(page.split("\n"))), "outlet": "B"} for page in write_pages(MENU, PROMOS)[:2]]
    (tmp_path / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    assert [count_repeated(one) for one in geo.read_documents(tmp_path / "rows.jsonl")] == [7, 7, 7, 7, 0, 0]


def test_a_file_that_cannot_be_read_is_told_once_and_the_others_are_compared(tmp_path: Path) -> None:
    write_folder(tmp_path, ["", *write_pages(MENU, PROMOS)])
    failures: list[Failure] = []
    documents = list(geo.read_documents(tmp_path, on_failure=failures.append))
    assert [count_repeated(one) for one in documents] == [7, 7, 7, 7]
    assert [failure.reason for failure in failures] == ["the file is empty"]


def test_of_many_files_some_are_looked_at_and_all_are_labelled(tmp_path: Path) -> None:
    pages = [f"{page}\n{number}" for number in range(MOST_COMPARED // 2) for page in write_pages(MENU, PROMOS)]
    documents = list(geo.read_documents(write_folder(tmp_path, pages[: MOST_COMPARED + 20])))
    assert len(documents) == MOST_COMPARED + 20
    assert min(map(count_repeated, documents)) >= len(MENU)


def test_a_new_page_that_makes_lines_repeated_is_seen_by_an_extraction_that_goes_on(tmp_path: Path) -> None:
    pages = write_pages(MENU, PROMOS)
    folder, corpus = write_folder(tmp_path / "pages", pages[:2]), tmp_path / "corpus"
    extract_to_folder([folder], corpus)
    write_folder(folder, pages)
    extract_to_folder([folder], corpus)
    lines = open_corpus(corpus).table("lines")
    assert (lines["rule"] == "repeated line").sum() == 4 * 7
