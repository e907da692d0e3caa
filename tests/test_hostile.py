"""Documents whose titles and texts are written to be obeyed: shown as they are on every page and in every file."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import pandas as pd
import pytest
from playwright.sync_api import Dialog, Page, expect

from dashboard.parts.titles import list_titles
from dashboard.parts.words import escape_markdown, read_words
from geo import drawings
from geo.charts import Layout, Look, chart_countries, chart_stacks
from geo.documents.reading import read_documents
from geo.drawings import Format
from geo.exports import TableFormat, write_csv, write_table, write_xlsx
from geo.store.corpus import Corpus, Where, extract
from tests.browsing import CARD, SHOWN, Visit, point_at_area, settle, sweep
from tests.browsing import open_page as open_in_browser
from tests.pages import OpenPage, show_corpus

IMAGE = "<img src=x onerror=alert(1)>"
FORMULA = '=HYPERLINK("x")'
MATHS = r"$\href{javascript:alert(1)}{x}$"
LONG = "long " * 1000
TURNED = "\u202egnp.exe\u2066 \u200b\u0007"
# The last two are of one day and the same words, but for what nobody sees.
TITLES = (IMAGE, FORMULA, MATHS, LONG, TURNED, "Twin", "Twin")
TEXT = """26 March 2020

China donated masks to Italy and Serbia {said}. China has helped 10 countries {said}: 4 in Asia and 5 in Africa.
"""
PAGES: Mapping[str, str] = {
    "": "",
    "world": "codes=ITA",
    "timeline": "codes=ITA",
    "compare": "measure=mentions&rows=document&parts=none",
    "regions": "",
    "checks": "",
    "documents": "",
}
OBEYED = """() => [
    ...document.querySelectorAll('img[src="x"], a[href^="javascript"], .katex, script[src="x"]'),
].map(one => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """Return a corpus of documents that hold the titles in their text too."""
    folder = tmp_path_factory.mktemp("hostile")
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "title", "published", "outlet", "url"])
        for number, title in enumerate(TITLES):
            rows.writerow([f"{number}.txt", title, "2020-03-26", title, "javascript:alert(1)"])
            # Of the long title the text has a part: a sentence has an end.
            text = TEXT.format(said=f"{title[:200]} ({number})")
            (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return extract(list(read_documents(folder)))


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of that corpus."""
    to = tmp_path_factory.mktemp("hostile-corpus") / "corpus"
    corpus.write(to)
    return to


def test_the_titles_are_read_as_they_are_written(corpus: Corpus) -> None:
    assert {IMAGE, FORMULA, MATHS} <= set(corpus.documents["title"])
    assert corpus.documents["url"].isna().all()


def test_titles_that_look_alike_can_be_told_apart(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    show_corpus(monkeypatch, folder)
    labels = list_titles(None, read_words("en"))
    assert len(set(labels.values())) == len(labels) == len(TITLES)
    assert "2020-03-26 · Twin (2)" in labels.values()
    assert max(map(len, labels.values())) < 200


@pytest.mark.parametrize("ending", ["svg", "pdf", "png"])
def test_a_picture_draws_the_titles_and_obeys_none(corpus: Corpus, ending: Format) -> None:
    chart = chart_stacks(corpus, "mentions", Where(), Layout("document", "none", False, None), Look())
    picture = drawings.draw_stacks(chart, ending)
    assert b"javascript:" not in picture.replace(b"$\\href{javascript:", b"")
    if ending == "svg":
        names = {element.tag.rsplit("}")[-1] for element in ElementTree.fromstring(picture).iter()}  # noqa: S314
        assert not names & {"img", "script", "a", "foreignObject"}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet", "geojson"])
def test_a_table_holds_the_titles_and_obeys_none(corpus: Corpus, ending: TableFormat) -> None:
    rows = chart_countries(corpus, "mentions", Where(), Look()).rows[["code", "value"]]
    table = pd.concat([rows.head(1).assign(title=title) for title in TITLES], ignore_index=True)
    file = write_table(table, ending, {"title": FORMULA})
    if ending == "csv":
        assert f"'{FORMULA}" in set(pd.read_csv(io.BytesIO(file))["title"])
    if ending == "xlsx":
        assert not [
            name for name in ZipFile(io.BytesIO(file)).namelist() if b"<f>" in ZipFile(io.BytesIO(file)).read(name)
        ]
    if ending == "geojson":
        assert b"FeatureCollection" in file
    if ending == "parquet":
        assert set(pd.read_parquet(io.BytesIO(file))["title"]) == set(TITLES)


def test_every_table_of_the_corpus_can_be_handed_over(corpus: Corpus) -> None:
    for name in ("documents", "sentences", "quantities", "checks"):
        table = corpus.table(name)
        cells = csv.reader(io.StringIO(write_csv(table).decode("utf-8-sig")))
        assert not [cell for row in cells for cell in row if cell[:1] in ("=", "@")]
        assert write_xlsx(table, {}).startswith(b"PK")


@pytest.mark.parametrize("title", [IMAGE, FORMULA, MATHS, LONG])
def test_a_filter_by_a_hostile_title_is_a_chip_of_plain_words(
    corpus: Corpus, folder: Path, open_page: OpenPage, title: str
) -> None:
    documents = corpus.documents
    document = documents[documents["title"].str.strip() == title.strip()]["document"].iloc[0]
    page = open_page("world", folder, document=document)
    chip = page.button(key="chip-document").label
    assert len(chip) < 100
    assert not re.search(r"(?<!\\)[<$=]", chip)


@pytest.mark.parametrize("name", ["timeline", "checks", "regions", "documents"])
def test_what_a_page_writes_as_html_holds_the_titles_as_plain_text(
    folder: Path, open_page: OpenPage, name: str
) -> None:
    page = open_page(name, folder)
    shown = [one.proto.body for one in page.get("html")]
    assert shown
    assert not [
        html for html in shown if "<img src=x" in html or "$" in html or "\u202e" in html or "javascript" in tags(html)
    ]


@pytest.mark.parametrize("text", ["https://x.example", "HTTP://x.example", "see www.x.example", "a@x.example"])
def test_an_address_in_a_text_is_taken_apart_where_markdown_would_make_it_a_link(text: str) -> None:
    said = escape_markdown(text)
    assert not re.search(r"(?i)https?:\\?/|www\\?\.|\w\\?@", said.replace("\\:", ":"))
    assert re.sub(r"[\\\u2060]", "", said) == text


def tags(html: str) -> str:
    """Return the tags of HTML without the text between them."""
    return " ".join(re.findall(r"<[^>]*>", html))


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], folder: Path) -> str:
    """Return the address of a dashboard on that corpus."""
    return serve(folder)


@pytest.mark.parametrize("name", sweep(PAGES, ("world",)))
def test_no_page_of_the_browser_obeys_a_title(visit: Visit, address: str, name: str) -> None:
    said = []

    def refuse(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    visit.page.on("dialog", refuse)
    page = open_in_browser(visit, f"{address}/{name}?{PAGES[name]}", SHOWN[name])
    for place in look_around(page, name):
        assert page.evaluate(OBEYED) == [], place
        assert page.evaluate("document.documentElement.scrollWidth") <= 1280, place
    if name == "world":
        expect(page.locator(".aa-source").filter(has_text=IMAGE).first).to_be_visible()
    assert said == []
    assert visit.refused == []


def look_around(page: Page, name: str) -> Iterator[str]:
    """Yield the places of a page after opening each: itself, what is told over the map, and what buttons open."""
    yield "page"
    if name == "":
        point_at_area(page, "ITA")
        expect(page.locator(CARD)).to_be_visible()
        yield "hover"
    for button in ("Filters", "Cite"):
        found = page.get_by_role("button", name=button)
        if found.count():
            found.first.click()
            page.locator("[data-testid=stPopoverBody] .stElementContainer").first.wait_for()
            settle(page)
            yield button
            page.keyboard.press("Escape")
    if name == "documents":
        page.locator(".st-key-document input").click()
        expect(page.locator("[role=option]").first).to_be_visible()
        settle(page)
        yield "list"
