"""What is written to be obeyed is shown as it is, on every page and in each place that somebody can write to.

A page shows many texts at once: twenty of them in each run, all of them in the slow tests. Of each page it is asked that no
script ran, nothing was fetched but from our own address, nothing is wider than the page or lies over something else, and each
text that is shown is shown whole or cut with an ellipsis.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode
from zipfile import ZipFile

import pandas as pd
import pytest
from playwright.sync_api import Dialog, FilePayload, Page, Request

from dashboard.command import main
from dashboard.figures.hovers import make_visible
from geo.documents.reading import read_documents
from geo.exports import write_csv, write_xlsx
from geo.store.corpus import extract
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import Correction
from tests.browsing import SHOWN, Visit, settle, sweep
from tests.browsing import open_page as open_in_browser
from tests.payloads import PAYLOADS, choose_third
from tests.servers import start_dashboard
from tests.test_browser_desk import FORM, OPEN, WAY

WIDTHS = (1280, 390)
# What no name of a file can hold, or a register of names would not keep.
_NO_NAME = str.maketrans("/", "∕", "\x00\x07\x1b\t\r\x0b\x0c\x85\u2028\u200b\u200c\u200d\ufeff")
TEXT = """26 March 2020

China donated masks to Italy and Serbia {said}. China has helped 10 countries: 4 in Asia and 5 in Africa.
"""
PAGES: Mapping[str, str] = {
    "": "",
    "world": "codes=ITA",
    "timeline": "codes=ITA",
    "compare": "measure=mentions&rows=document&parts=none",
    "regions": "",
    "checks": "",
    "documents": "",
    "search": "query=masks",
    "method": "",
}
# What only a text that was obeyed can have made.
OBEYED = """() => [...document.querySelectorAll(`
    [src*="aa-probe"], [data*="aa-probe"], [href*="aa-probe"], [action*="aa-probe"], [href^="javascript" i], [*|href^="javascript" i],
    [style*="aa-probe"], [fill*="aa-probe"], [onerror], [onload], [onclick], [onmouseover], [onfocus], [ontoggle], .katex, iframe, object,
    embed, base, meta[http-equiv=refresh]`)]
    .filter(one => !one.closest('head'))
    .map(one => one.outerHTML.slice(0, 200))"""
# What reaches over the right edge of the page, and is in no box that scrolls or cuts.
WIDE = """() => {
    const held = one => { for (let box = one.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflowX !== 'visible') return true; };
    return [...document.querySelectorAll('[data-testid=stMain] *, [data-testid=stDialog] *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility() && !held(one))
        .map(one => one.outerHTML.slice(0, 200));
}"""
# Lines of our texts that lie over lines of other elements, in the same box.
OVER = """() => {
    const lines = [...document.querySelectorAll('[data-testid=stMain] *')].flatMap(one => {
        if (one.closest('svg, canvas, [aria-hidden=true], .aa-tip') || !one.checkVisibility({visibilityProperty: true, opacityProperty: true})) return [];
        return [...one.childNodes].filter(node => node.nodeType === 3 && node.data.trim()).flatMap(node => {
            const range = document.createRange(); range.selectNodeContents(node);
            return [...range.getClientRects()].filter(box => box.width > 2 && box.height > 2)
                .map(box => ({one, box, text: node.data, ours: /p\\d\\dx/.test(node.data)}));
        });
    });
    const scroller = one => { while (one && !/auto|scroll|hidden/.test(getComputedStyle(one).overflow)) one = one.parentElement; return one; };
    const found = [];
    for (const a of lines.filter(line => line.ours)) for (const b of lines) {
        if (a.one === b.one || a.one.contains(b.one) || b.one.contains(a.one)) continue;
        const w = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const h = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (w > 3 && h > 4 && scroller(a.one) === scroller(b.one)) found.push([a.text.slice(0, 60), b.text.slice(0, 60), Math.round(w), Math.round(h)]);
    }
    return found.slice(0, 5);
}"""


class Looked(NamedTuple):
    """A page, what dialogs it opened, and what it asked for that only an obeyed text can ask for."""

    visit: Visit
    said: list[str]
    probed: list[str]


@pytest.fixture
def looked(visit: Visit) -> Iterator[Looked]:
    """Return a page that is watched, and hold it to what a page may do at the end."""
    watched = Looked(visit, [], [])

    def refuse(dialog: Dialog) -> None:
        watched.said.append(dialog.message)
        dialog.dismiss()

    def note(request: Request) -> None:
        if "aa-probe" in request.url.split("?")[0]:
            watched.probed.append(request.url)

    visit.page.on("dialog", refuse)
    visit.page.on("request", note)
    yield watched
    assert (watched.said, watched.probed, visit.refused) == ([], [], [])


def look(page: Page) -> None:
    """Assert that a page obeys nothing and is whole, on a screen and on a phone."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        settle(page)
        assert page.evaluate(OBEYED) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.evaluate(WIDE) == [], width
        assert page.evaluate(OVER) == [], width


def test_what_a_page_may_not_do_is_seen(visit: Visit) -> None:
    page = visit.page
    page.set_content(
        "<main data-testid=stMain><p>first p00x<p style='margin-top:-2em'>second</p><div style='width:3000px'>wide</div>"
        "<a href='JavaScript:void 0'>x</a><b onclick=''>x</b><img data-a src=aa-probe></main>"
    )
    assert [len(page.evaluate(asked)) > 0 for asked in (WIDE, OVER)] == [True, True]
    assert len(page.evaluate(OBEYED)) == 3


# --- titles, outlets, names of files, sentences, corrections -----------------------------------------------------------


def write_documents(folder: Path, third: int) -> Path:
    """Write a document for each payload: in its name, title, outlet and sentences, and in a correction of its outlet."""
    folder.mkdir()
    with (folder / "documents.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["path", "title", "published", "outlet", "url"])
        for number, text in choose_third(third):
            name = f"{text[:50].translate(_NO_NAME)} {number}.txt"
            (folder / name).write_text(TEXT.format(said=text[-300:]), encoding="utf-8", newline="")
            rows.writerow(
                [name, text.replace("\x00", ""), "2020-03-26", text.replace("\x00", ""), "javascript:alert(1)"]
            )
    return folder


def write_corrected(folder: Path) -> Path:
    """Write corrections of every document whose words are payloads."""
    documents = extract(list(read_documents(folder))).documents
    pairs = zip(documents["document"], documents["title"], strict=True)
    said = [
        Correction("documents", key, "outlet", value=title[:200], who=title[:200], why=title[:200])
        for key, title in pairs
    ]
    file = folder.parent / "corrections.csv"
    file.write_bytes(write_corrections(said))
    return file


@pytest.fixture(scope="module", params=sweep(range(3), (0,)))
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a dashboard on a third of the payloads."""
    folder = write_documents(tmp_path_factory.mktemp("payloads") / "documents", request.param)
    with start_dashboard(folder, options=("--corrections", str(write_corrected(folder)))) as server:
        yield server.address


@pytest.mark.parametrize("name", sweep(PAGES, ("world", "documents")))
def test_a_page_shows_what_is_written_to_be_obeyed(looked: Looked, served: str, name: str) -> None:
    page = open_in_browser(looked.visit, f"{served}/{name}?{PAGES[name]}", SHOWN[name])
    look(page)
    if name == "world":
        check_shown(page.locator(".aa-source").all_inner_texts())


def check_shown(shown: list[str]) -> None:
    """Assert that each text that is shown is one of ours, whole or cut with an ellipsis."""
    known = [squash(text) for text in PAYLOADS]
    found = [one for one in map(squash, shown) if any(one.find(text[:20]) >= 0 for text in known)]
    assert len(found) >= len(shown) * 0.8, (shown[:3], found[:3])


def squash(text: str) -> str:
    """Return a text without blanks and what nobody sees."""
    return re.sub(r"[\s␣\u0300-\u036f]+", "", make_visible(text))


# --- uploads -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("third", sweep(range(3), (1,)))
def test_files_that_are_added_show_their_names_and_texts_as_they_are(
    looked: Looked, made_dashboard: str, third: int
) -> None:
    files = [
        FilePayload(name=f"{text[:60].translate(_NO_NAME)}.{ending}", mimeType="text/plain", buffer=data)
        for number, text in choose_third(third)
        for ending, data in (("txt", TEXT.format(said=text[-300:]).encode()), ("exe", b"x"))
    ]
    page = open_in_browser(looked.visit, f"{made_dashboard}/documents", SHOWN["documents"])
    page.click(WAY)
    page.set_input_files(f"{FORM} input[type=file]", files)
    page.wait_for_selector(OPEN)
    look(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.click(OPEN)
    page.wait_for_selector(FORM, state="detached")
    look(page)


# --- addresses, and an editor's words ----------------------------------------------------------------------------------

FIVES = [PAYLOADS[place : place + 5] for place in range(0, len(PAYLOADS), 5)]


@pytest.mark.parametrize("place", sweep(range(len(FIVES)), (0,)))
def test_an_address_and_the_words_of_an_editor_are_shown_as_they_are(
    looked: Looked, made_dashboard: str, place: int
) -> None:
    title, subtitle, note, credit, mark = (text[-150:] for text in FIVES[place])
    words = {"title": title, "subtitle": subtitle, "note": note, "credit": credit, "notes": f"ITA={mark[-100:]}"}
    wrong = {"theme": title, "kind": subtitle, "codes": f"ITA,{note}", "frame": credit, "since": mark, "no": mark}
    sent = urlencode({**words, **wrong, "edited": "map", "measure": "mentions"})
    page = open_in_browser(looked.visit, f"{made_dashboard}/world?{sent}")
    look(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.locator(".st-key-edit-map button").click()
    page.locator("[role=dialog] img").first.wait_for()
    look(page)


@pytest.mark.parametrize("place", sweep(range(len(PAYLOADS)), (0,)))
def test_a_search_for_it_shows_it_as_it_is(looked: Looked, made_dashboard: str, place: int) -> None:
    sent = urlencode({"query": PAYLOADS[place], "document": PAYLOADS[place], "outlet": PAYLOADS[place]})
    page = open_in_browser(looked.visit, f"{made_dashboard}/search?{sent}", SHOWN["search"])
    look(page)


# --- files that are handed over ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def every(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of all payloads."""
    folder = tmp_path_factory.mktemp("every")
    for third in range(3):
        write_documents(folder / str(third), third)
    return folder


def test_each_is_read_and_no_file_that_is_handed_over_holds_a_formula(every: Path) -> None:
    corpus = extract(list(read_documents(every)))
    assert len(corpus.documents) == len(PAYLOADS)
    for name in ("documents", "sentences", "mentions", "lines"):
        table = corpus.table(name)
        assert list_formulas(write_csv(table).decode("utf-8-sig")) == []
        book = ZipFile(io.BytesIO(write_xlsx(table, {})))
        assert not [part for part in book.namelist() if b"<f>" in book.read(part)]


def test_what_the_command_prints_as_csv_holds_no_formula(every: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["show", str(every / "0"), str(every / "1"), str(every / "2"), "--table", "documents", "--format", "csv"])
    said = capsys.readouterr().out
    assert list_formulas(said) == []
    assert len(pd.read_csv(io.StringIO(said))) == len(PAYLOADS)


def list_formulas(text: str) -> list[str]:
    """Return the cells of a CSV that a spreadsheet would obey."""
    return [
        cell for row in csv.reader(io.StringIO(text)) for cell in row if re.match(r"\s*[=+@-](?!\d+(\.\d+)?$)", cell)
    ]
