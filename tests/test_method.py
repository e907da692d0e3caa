"""The page of the method and the sources: its sections, and that every source of data is named, as the data say it."""

import re
import tomllib

import pytest

from dashboard.views.method import SECTIONS
from geo.base.folders import find_data_folder
from geo.base.rows import read_rows
from geo.reference.sources import list_packages, read_reviewed, read_sources
from geo.reference.wordings import read_catalogue
from tests.pages import OpenPage


def read_table(open_page: OpenPage, language: str) -> str:
    """Return the table of the sources as HTML."""
    page = open_page("method", language=language)
    return next(str(one.proto.body) for one in page.get("html") if "aa-sources" in one.proto.body)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_section_has_an_anchor_and_words(open_page: OpenPage, language: str) -> None:
    page = open_page("method", language=language)
    assert [header.proto.anchor for header in page.header] == list(SECTIONS)
    assert len(page.markdown) >= len(SECTIONS) - 1
    links = next(str(one.proto.body) for one in page.get("html") if "aa-contents" in one.proto.body)
    assert re.findall('href="#([a-z]+)"', links) == list(SECTIONS)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_source_is_named_with_its_licence_and_day(open_page: OpenPage, language: str) -> None:
    table = read_table(open_page, language)
    for source in read_sources(find_data_folder()):
        assert source.path in table
        assert source.licence in table
        assert str(source.date) in table
    for reviewed in read_reviewed():
        assert reviewed.path in table
        assert reviewed.sources[0] in table


def test_what_every_file_holds_is_said_in_chinese(open_page: OpenPage) -> None:
    said = re.findall(r'<th scope="row">(.*?)<br>', read_table(open_page, "zh"))
    assert len(said) >= 18
    assert [one for one in said if not re.search("[\u4e00-\u9fff]", one)] == []


def test_the_sources_are_those_of_the_files_and_of_the_rows() -> None:
    stored = tomllib.loads((find_data_folder() / "names" / "SOURCES.toml").read_text(encoding="utf-8"))["file"][0]
    source = next(one for one in read_sources(find_data_folder()) if one.path == stored["path"])
    assert (source.producer, source.date) == (stored["producer"], stored["date"])
    rows = list(read_rows(find_data_folder() / "relations.csv", dict))
    relations = next(one for one in read_reviewed() if one.path == "data/relations.csv")
    assert (relations.rows, set(relations.sources)) == (len(rows), {row["source"] for row in rows})


def test_the_packages_are_named_with_version_and_licence() -> None:
    packages = {package.name: package for package in list_packages()}
    assert {"streamlit", "duckdb", "babel"} <= set(packages)
    assert re.match(r"\d+\.", packages["babel"].version)
    assert packages["babel"].licence == "BSD-3-Clause"
    assert all(package.licence != "UNKNOWN" for package in packages.values())


def test_the_method_says_which_lines_are_compared() -> None:
    said = read_catalogue("page", "en").words["method.reading_2"]
    assert "pages of one site repeat" in said
    assert "files that are added on a page are not compared" in said
