"""The editor's box in a real browser: what is set there goes to the address, to every file, and stays with its chart."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.command import main
from geo.base.folders import find_seeds_folder
from tests.browsing import Visit, open_page, settle, sweep

BOX = "[role=dialog]"
TITLE = "Who is named <b>in</b> the news"
SVG = "{http://www.w3.org/2000/svg}"


def open_box(page: Page, kind: str) -> None:
    """Open the box of a chart and wait for its picture."""
    page.locator(f".st-key-edit-{kind} button").click()
    expect(page.locator(f"{BOX} img").first).to_be_visible()
    settle(page)


def set_words(page: Page, kind: str, name: str, words: str) -> None:
    """Set words of a picture, and wait until they stand in the address."""
    field = page.locator(f".st-key-edited-{name}-{kind}").locator("input, textarea")
    field.fill(words)
    field.press("Control+Enter" if name == "notes" else "Enter")
    expect(page).to_have_url(re.compile(f"[?&]{name}="))
    settle(page)


def choose_size(page: Page, kind: str, size: str) -> None:
    """Choose the size of a picture."""
    page.locator(f".st-key-edited-size-{kind} input").click()
    page.get_by_role("option", name=size).click()
    expect(page).to_have_url(re.compile("[?&]size="))
    settle(page)


def take(page: Page, label: str) -> Path:
    """Return a file of the box."""
    with page.expect_download() as waiting:
        page.locator(BOX).get_by_role("button", name=label, exact=True).click()
    return Path(waiting.value.path())


def list_texts(svg: Path) -> str:
    """Return all words of an SVG that are text."""
    return " ".join("".join(one.itertext()) for one in ElementTree.parse(svg).iter(f"{SVG}text"))  # noqa: S314 - our own


def test_what_an_editor_sets_goes_to_the_address_and_to_every_file(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    open_box(page, "map")
    set_words(page, "map", "title", TITLE)
    set_words(page, "map", "credit", "Desk of the paper")
    set_words(page, "map", "notes", "ITA=First in Europe")
    choose_size(page, "map", "Web, 1200 × 675")
    svg = take(page, "SVG")
    for said in (TITLE, "Desk of the paper", "First in Europe", "without China (left out)", "Boundaries and names"):
        assert said in list_texts(svg), said
    assert 'id="area-ITA"' in svg.read_text(encoding="utf-8")
    assert Image.open(take(page, "PNG")).size == (2400, 1350)
    assert take(page, "PDF").read_bytes().startswith(b"%PDF")
    assert TITLE not in take(page, "HTML").read_text(encoding="utf-8")
    expect(page.locator(BOX).get_by_text("World map by mentions").first).to_be_visible()
    expect(page.locator(BOX).get_by_text("<iframe").first).to_be_visible()


def test_a_link_opens_the_picture_as_it_was_set_and_the_command_draws_the_same(
    visit: Visit, dashboard: str, tmp_path: Path
) -> None:
    query = "measure=mentions&edited=map&title=Own+words&size=square&credit=Desk"
    page = open_page(visit, f"{dashboard}/world?{query}")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download PNG").click()
    assert Image.open(waiting.value.path()).size == (2160, 2160)
    main(["draw", str(find_seeds_folder()), "--view", f"/world?{query}", "--to", str(tmp_path / "a.png")])
    assert (tmp_path / "a.png").read_bytes() == Path(waiting.value.path()).read_bytes()


@pytest.mark.slow
def test_what_was_set_on_one_chart_is_not_on_another_and_is_forgotten_on_demand(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/timeline?edited=map&title=Own+words&size=square", ".bars .point path")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download PNG").click()
    assert Image.open(waiting.value.path()).width == 2400
    page = open_page(visit, f"{dashboard}/world?edited=map&title=Own+words")
    open_box(page, "map")
    page.locator(BOX).get_by_role("button", name="As it was at first").click()
    expect(page).not_to_have_url(re.compile("title="))
    assert "edited" not in parse_qs(urlsplit(page.url).query)


@pytest.mark.slow
def test_a_note_at_no_place_is_said_and_nothing_is_drawn(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&edited=map&notes=nowhere")
    page.locator(".st-key-edit-map button").click()
    expect(page.locator(BOX).get_by_text("This cannot be drawn so")).to_be_visible()
    expect(page.locator(f"{BOX} img")).to_have_count(0)


@pytest.mark.parametrize(
    ("address", "kind"),
    sweep(
        [
            ("regions", "regions"),
            ("timeline", "timeline"),
            ("compare", "bars"),
            ("compare?figure=two", "two"),
            ("compare?figure=maps", "maps"),
            ("compare?figure=slope", "slope"),
            ("world?shown_as=tiles", "tiles"),
        ],
        (("regions", "regions"),),
    ),
)
def test_every_chart_has_the_box(visit: Visit, dashboard: str, address: str, kind: str) -> None:
    page = open_page(visit, f"{dashboard}/{address}", f".st-key-edit-{kind}")
    open_box(page, kind)
    set_words(page, kind, "title", "Own words")
    choose_size(page, kind, "Portrait, 1080 × 1350")
    assert "Own words" in list_texts(take(page, "SVG"))


@pytest.mark.slow
def test_a_dark_page_gives_a_light_picture(visit: Visit, dashboard: str) -> None:
    visit.page.emulate_media(color_scheme="dark")
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    open_box(page, "map")
    page.locator(".st-key-edited-light-map label").click()
    expect(page).to_have_url(re.compile("light=True"))
    settle(page)
    picture = Image.open(take(page, "PNG")).convert("RGB")
    assert picture.getpixel((3, 3)) == (255, 255, 255)
