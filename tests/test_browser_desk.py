"""Documents added in a real browser: dropped, changed, opened, saved, opened again; nobody else sees them, no disk keeps them."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browsing import Visit, open_page, settle
from tests.servers import start_dashboard
from tests.test_desks import FILES

FORM, OPEN = ".st-key-desk-form", ".st-key-desk-open button"
WAY = ".st-key-desk-way button"


@pytest.fixture(scope="module")
def temporary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the dashboard would leave what is temporary."""
    return tmp_path_factory.mktemp("temporary")


@pytest.fixture(scope="module")
def address(temporary: Path, made_folder: Path) -> Iterator[str]:
    """Return the address of a dashboard on a corpus of two documents, with a temporary folder of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TMPDIR", str(temporary))
        with start_dashboard(made_folder) as server:
            yield server.address


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with five files of different kinds and one that is refused."""
    for name, data in {**FILES, "f.pdf": b"%PDF"}.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def list_files(folder: Path) -> list[str]:
    """Return every file under a folder, and every open one that was deleted is none."""
    return sorted(str(Path(where, name)) for where, _, names in os.walk(folder) for name in names)


def drop(page: Page, *files: Path) -> None:
    """Open the form, give it files, and wait until they are read."""
    page.click(WAY)
    page.set_input_files(f"{FORM} input[type=file]", [str(file) for file in files])
    page.wait_for_selector(OPEN)
    settle(page)


def open_added(page: Page) -> None:
    """Open what is in the form and wait until the page shows it."""
    page.click(OPEN)
    page.wait_for_selector(FORM, state="detached")
    settle(page)


def headline(page: Page) -> Locator:
    """Return the line of the sidebar that counts what is open."""
    return page.get_by_test_id("stSidebar").get_by_text("documents ·")


def test_five_files_change_counts_and_map_for_one_reader_alone_and_leave_nothing_on_disk(
    visit: Visit, browser: Browser, address: str, temporary: Path, folder: Path
) -> None:
    before = list_files(temporary)
    page = open_page(visit, address)
    expect(headline(page)).to_contain_text("2 documents · 2 mentions")
    drop(page, *sorted(folder.iterdir()))
    expect(page.locator(f"{FORM} .aa-refusals li")).to_have_count(2)
    open_added(page)
    expect(headline(page)).to_contain_text("7 documents · 14 mentions · 2 not read")
    assert page.locator(".choroplethlayer path").evaluate_all(COLOURED, ["CHL", "GHA"]) == [True, True]
    other = browser.new_context(service_workers="block")
    try:
        theirs = open_page(Visit(other.new_page()), address)
        expect(headline(theirs)).to_contain_text("2 documents · 2 mentions")
        assert theirs.locator(".choroplethlayer path").evaluate_all(COLOURED, ["CHL", "GHA"]) == [False, False]
    finally:
        other.close()
    assert list_files(temporary) == before
    # Who loads the page anew begins anew.
    expect(headline(open_page(visit, address))).to_contain_text("2 documents · 2 mentions")
    assert not visit.refused


def test_the_button_for_more_files_stays_where_and_what_it_is(visit: Visit, address: str, folder: Path) -> None:
    page = open_page(visit, address)
    page.click(WAY)
    zone = page.locator(f"{FORM} [data-testid=stFileUploaderDropzone]")
    before = zone.bounding_box()
    page.set_input_files(f"{FORM} input[type=file]", [str(file) for file in folder.iterdir()])
    page.wait_for_selector(OPEN)
    settle(page)
    assert before == zone.bounding_box()
    colour = "one => getComputedStyle(one).color"
    assert zone.locator("[kind=borderlessIcon]").evaluate(colour) == zone.evaluate(colour)


# Of some areas, whether each has another colour than most have.
COLOURED = """(paths, codes) => {
    const fill = new Map(paths.map(one => [one.__data__.loc, getComputedStyle(one).fill]));
    return codes.map(code => fill.get(code) !== fill.get("AUS"));
}"""


@pytest.mark.slow
def test_a_date_set_in_the_list_and_a_project_saved_and_dropped_in_again(
    visit: Visit, address: str, folder: Path
) -> None:
    page = open_page(visit, address)
    drop(page, folder / "b.md", folder / "c.html")
    write_cell(page, 0, "2020-04-08")
    page.get_by_label("Name of your project").fill("Masks of 2020")
    page.get_by_text("instead of the open documents").click()
    settle(page)
    open_added(page)
    expect(headline(page)).to_contain_text("2 documents")
    page.click(WAY)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save as one project file").click()
    assert waiting.value.suggested_filename == "aidatlas-Masks-of-2020.aidatlas"
    project = folder / "again.aidatlas"
    waiting.value.save_as(project)
    page = open_page(visit, address)
    drop(page, project)
    page.get_by_text("instead of the open documents").click()
    settle(page)
    open_added(page)
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator(".st-key-timeline-list")).to_contain_text("6 April 2020")


def write_cell(page: Page, row: int, text: str) -> None:
    """Write into the column of dates of the list, as a reader does."""
    box = page.locator(f"{FORM} [data-testid=stDataFrame] canvas").first.bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] * 0.4, box["y"] + 35 * (row + 1) + 18)
    field = page.locator(".gdg-input")
    field.fill(text)
    field.press("Enter")
    # What the list shows to those who cannot see it.
    expect(page.locator(f"{FORM} canvas [role=gridcell]", has_text=text)).to_have_count(1)
    settle(page)
