"""Every page on the corpora of a beginner: something sensible in each language, never a traceback or an empty chart."""

import csv
import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import corpora
from dashboard.command import main
from geo.base.records import Failure
from geo.documents.reading import read_documents
from geo.store.batch import extract_to_folder
from geo.store.corpus import Corpus, extract
from tests.made import make_corpus
from tests.pages import PAGES, OpenPage, make_app, run

DATED = "26 March 2020\n\nChina sent 20,000 masks to Italy. Italy thanked China on 27 March 2020."
# What each beginner has in the folder: the files and their text.
FOLDERS: Mapping[str, Mapping[str, str]] = {
    "undated": {"a.txt": "China sent masks to Italy. Serbia received a team of experts from China."},
    "one document": {"a.txt": DATED},
    "one country": {"a.txt": "Kenya is a country. People live in Kenya.", "b.txt": "Kenya, again and only Kenya."},
    "another language": {"a.txt": "Le gouvernement de la France a reçu des masques de la Chine et les a distribués."},
    "no names": {"a.txt": "Nothing of note was said here today by anybody."},
    "unreadable": {"a.txt": DATED, "b.txt": "", "c.pdf": "%PDF-1.4", "d.jsonl": "{\n[1]\n"},
}
FLAWS = ("Traceback", "NaN", "nan ", "None", "NaT", "<NA>")


def make_folder(to: Path, name: str) -> Corpus:
    """Return the corpus of one of the folders; the empty one has nothing in it."""
    if name == "empty":
        return extract(())
    if name == "made":
        return make_corpus()
    for file, text in FOLDERS[name].items():
        (to / file).write_text(text, encoding="utf-8")
    failures: list[Failure] = []
    return extract(list(read_documents(to, on_failure=failures.append)), failures)


@pytest.fixture(scope="module", params=["empty", "made", *FOLDERS])
def corpus(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a corpus that a beginner has made."""
    to = tmp_path_factory.mktemp("beginner")
    (to / "files").mkdir()
    make_folder(to / "files", request.param).write(to / "corpus")
    return to / "corpus"


def read_words(page: AppTest) -> list[str]:
    """Return every text that a page shows, without the words inside charts."""
    said = [str(element.proto.body) for element in page.get("html")]
    for kind in ("title", "subheader", "caption", "info", "success", "warning", "error", "markdown"):
        said += [str(element.value) for element in getattr(page, kind)]
    for kind in ("button", "selectbox", "multiselect", "toggle", "text_input", "date_input", "expander"):
        said += [str(element.label) for element in getattr(page, kind)]
    return [re.sub(r"<style>.*?</style>", "", text, flags=re.S) for text in said]


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_something_sensible_of_a_beginners_corpus(
    open_page: OpenPage, corpus: Path, name: str, language: str
) -> None:
    page = open_page(name, corpus, language=language)
    said = " ".join(read_words(page))
    assert len(page.title[0].value) > 1
    assert not [flaw for flaw in FLAWS if flaw in said]


def make_many(to: Path, count: int) -> Path:
    """Return the folder of a corpus of many short documents, extracted from one file with a row each."""
    names = ("Italy", "Serbia", "Kenya", "Peru", "Fiji", "Laos", "Iraq", "Chile")
    with (to / "many.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["title", "published", "text"])
        for number in range(count):
            day = date(2020, 1, 1) + timedelta(days=number % 700)
            receiver, other = names[number % 8], names[number // 8 % 8]
            text = f"China donated {number + 1} masks to {receiver} on {day:%d %B %Y}. The donation to {other} follows."
            rows.writerow([f"Masks, report {number}", day.isoformat(), text])
    extract_to_folder([to / "many.csv"], to / "corpus")
    return to / "corpus"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of more documents and events than a list or a table of a page may hold."""
    return make_many(tmp_path_factory.mktemp("many"), 1_300)


@pytest.mark.parametrize("name", PAGES)
def test_many_documents_are_not_all_sent_to_the_browser(open_page: OpenPage, many: Path, name: str) -> None:
    page = open_page(name, many)
    sent = [len(box.options) for box in page.selectbox]
    assert max([0, *sent]) <= 310
    assert sum(len(table.value) for table in page.dataframe) <= 1000


def test_a_search_finds_a_document_among_many(open_page: OpenPage, many: Path) -> None:
    page = open_page("documents", many)
    page.text_input(key="documents-search").input("report 1234").run()
    assert [label for label in page.selectbox(key="document").options if "report 1234" in label]
    page.text_input(key="documents-search").input("no such words").run()
    assert "No document has these words in its title." in read_words(page)


def test_an_empty_folder_is_one_line_of_the_command_and_opens_in_the_dashboard(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["show", str(tmp_path), "--table", "mentions"])
    assert capsys.readouterr().err == f"aidatlas: {tmp_path}: there is nothing to read in it\n"
    assert corpora.open_sources((str(tmp_path),)).count("documents") == 0


def test_the_dashboard_opens_on_an_empty_folder_and_tells_how_to_begin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = run(make_app(monkeypatch, tmp_path))
    assert page.title[0].value.startswith("Add documents")
    assert "There are no documents yet" in page.info[0].value


@pytest.mark.parametrize(("language", "said"), [("en", "There are no documents yet"), ("zh", "还没有文件")])
def test_the_frame_of_an_empty_corpus_tells_how_to_begin(
    empty_folder: Path, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    page = make_app(monkeypatch, empty_folder)
    page.query_params["language"] = language
    assert said in run(page).info[0].value
