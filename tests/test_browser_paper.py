"""A page on paper, printed by a real browser: the map, its legend and its note stand on one sheet, whichever way it lies."""

from pathlib import Path

import pytest
from playwright.sync_api import PdfMargins
from pypdf import PdfReader

from tests.browsing import Visit, open_page, settle, sweep

# A map is drawn of thousands of lines; a page of text and boxes of some hundreds.
_MAP_LINES = 5000
_MARGINS: PdfMargins = {"top": "12mm", "right": "12mm", "bottom": "12mm", "left": "12mm"}
_NOTE = "Boundaries and names are shown for statistics only"


def print_page(visit: Visit, address: str, file: Path, *, landscape: bool) -> PdfReader:
    """Print an address of the dashboard on A4, and read what was printed."""
    page = open_page(visit, address)
    page.pdf(path=file, format="A4", landscape=landscape, print_background=True, margin=_MARGINS)
    return PdfReader(file)


@pytest.mark.parametrize("landscape", sweep((False, True), (True,)))
def test_the_map_its_legend_and_its_note_stand_on_one_sheet(
    visit: Visit, dashboard: str, tmp_path: Path, landscape: bool
) -> None:
    address = f"{dashboard}/world?measure=mentions&codes=ITA"
    sheet = print_page(visit, address, tmp_path / "a.pdf", landscape=landscape).pages[0]
    contents = sheet.get_contents()
    assert contents is not None
    assert contents.get_data().count(b" l\n") + contents.get_data().count(b" l ") > _MAP_LINES
    text = " ".join(sheet.extract_text().split())
    for said in ("Countries and areas in the documents", "mentions", "Not named", "China: left out", _NOTE):
        assert said in text, said


@pytest.mark.slow
def test_what_is_printed_of_a_map_fits_the_paper(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 704, "height": 1000})
    settle(page)
    room, map_box = (page.locator(place).bounding_box() for place in (".st-key-map-box", ".aa-plot .main-svg >> nth=0"))
    assert room is not None
    assert map_box is not None
    assert room["x"] - 1 <= map_box["x"]
    assert map_box["x"] + map_box["width"] <= room["x"] + room["width"] + 1
    assert map_box["width"] > 0.95 * room["width"]
