"""Charts as web pages: whole in one file, for any reader, and nothing in them is obeyed."""

import base64
import gzip
import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go
import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from dashboard.command import main
from dashboard.figures.chart_pages import make_map_page
from dashboard.figures.map_tools import name_tools
from dashboard.figures.maps import draw_map
from dashboard.figures.web_pages import Chart, Table, WebPage, write_embed, write_web_page
from dashboard.parts.words import read_words
from geo.charts import Labels, Look, chart_flows, chart_map
from geo.reference.places import list_place_codes
from geo.store.corpus import ALL
from tests.made import make_corpus
from tests.test_flows import make_gifts
from tests.test_own_boundaries import write_geojson

HOSTILE = ["<img src=x onerror=alert(1)>", "</script><script>alert(1)</script>", r"$\href{javascript:alert(1)}{x}$"]
MAP = chart_map({"SRB": 5, "TON": 2, "ITA": 1}, {"SRB": "Serbia thanked them."}, Labels("T", "mentions", "S"), Look())
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
OWN = "a file of the user's own"


class Reader(HTMLParser):
    """What a page holds: its tags with their attributes, the text of scripts by id, and the text that is shown."""

    def __init__(self, page: bytes) -> None:
        """Read a page."""
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: dict[str, str] = {}
        self.shown = ""
        self._inside: tuple[str, str] = ("", "")
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self._inside = tag, dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        """Leave what the tag holds."""
        self._inside = "", ""

    def handle_data(self, data: str) -> None:
        """Keep the text."""
        tag, name = self._inside
        if tag == "script":
            self.scripts[name] = self.scripts.get(name, "") + data
        elif tag != "style":
            self.shown += data

    def list_tags(self, name: str) -> list[dict[str, str | None]]:
        """Return the attributes of each tag of a name."""
        return [attributes for tag, attributes in self.tags if tag == name]


def make_page(title: str = "Title", *, figure: go.Figure | None = None, table: pd.DataFrame | None = None) -> WebPage:
    """Return a page of a small map."""
    rows = pd.DataFrame({title: [title]}) if table is None else table
    chart = Chart(figure or draw_map(MAP), f"Shows {title}.", title)
    return WebPage(Look(), title, title, (chart,), (title,), (Table(title, rows),), "needs JavaScript")


def make_figure(title: str) -> go.Figure:
    """Return a chart whose words nobody has made safe."""
    trace = go.Scattergeo(lon=[0], lat=[0], name=title, text=[title])
    return go.Figure(trace, layout={"title": title, "geo": {"resolution": 50}})


def draw(folder: Path, *words: str) -> Reader:
    """Return the page that the command writes of the made corpus."""
    if not (folder / "made").exists():
        make_corpus().write(folder / "made")
    main(["draw", str(folder / "made"), "--to", str(folder / "a.html"), *words])
    return Reader((folder / "a.html").read_bytes())


def list_shapes(page: Reader) -> list[str]:
    """Return the codes of the shapes that lie in a page, those of undetermined status left out."""
    found = json.loads(gzip.decompress(base64.b64decode(page.scripts["shapes"])))["objects"]["countries"]["geometries"]
    return [one["id"] for one in found if not one["id"].startswith("X_")]


def test_a_page_is_in_the_language_asked_for_and_says_title_source_date_and_note(tmp_path: Path) -> None:
    page = draw(tmp_path, "--chart", "map", "--language", "zh")
    assert page.list_tags("html")[0]["lang"] == "zh"
    assert "文件所述事件中的受援方" in page.shown
    assert "未计入中国" in page.shown
    assert "2份文件 · Outlet" in page.shown
    assert "Natural Earth" in page.shown


def test_a_page_says_in_words_what_its_chart_shows(tmp_path: Path) -> None:
    [figure] = [one for one in draw(tmp_path, "--chart", "map").list_tags("div") if one.get("role") == "figure"]
    assert "the most: Italy 2, Serbia 1" in str(figure["aria-label"])


def test_the_data_stand_below_as_a_table(tmp_path: Path) -> None:
    page = draw(tmp_path, "--chart", "map", "--flows")
    assert len(page.list_tags("table")) == 2
    assert "ItalyITA2" in page.shown


def test_the_figure_is_that_of_the_dashboard() -> None:
    page = Reader(write_web_page(make_page()))
    assert json.loads(page.scripts["figures"]) == [json.loads(draw_map(MAP).to_json())]


def test_a_page_takes_the_theme(tmp_path: Path) -> None:
    draw(tmp_path, "--chart", "map", "--theme", "dark")
    assert "color-scheme:dark" in (tmp_path / "a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("chart", ["map", "regions"])
def test_the_shapes_lie_in_the_page_and_are_the_users_own_where_there_are_some(tmp_path: Path, chart: str) -> None:
    own = write_geojson(tmp_path / "own.geojson", {"iso3": "ITA"})
    text = tmp_path / "a.txt"
    text.write_text("26 March 2020\n\nChina has helped 9 countries: 4 in Asia and 5 in Africa.\n", encoding="utf-8")
    asked = ["draw", str(text), "--chart", chart, "--to", str(tmp_path / "a.html")]
    asked += ["--measure", "mentions"] if chart == "map" else []
    main(asked)
    plain = Reader((tmp_path / "a.html").read_bytes())
    main([*asked, "--boundaries", str(own)])
    page = Reader((tmp_path / "a.html").read_bytes())
    assert (len(list_shapes(plain)) > 240, list_shapes(page)) == (True, ["ITA"])
    assert (OWN in plain.shown, OWN in page.shown) == (False, True)


@pytest.mark.parametrize(
    "words", [("timeline",), ("compare",), ("compare", "--parts", "theme"), ("compare", "--each", "theme")]
)
def test_every_chart_is_a_page_with_its_table(tmp_path: Path, words: tuple[str, ...]) -> None:
    page = draw(tmp_path, "--chart", *words)
    assert page.list_tags("table")
    assert len(page.list_tags("h1")) == 1


def test_a_regional_breakdown_is_a_page_with_its_check(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("26 March 2020\n\nChina has helped 9 countries: 4 in Asia and 5 in Africa.\n", encoding="utf-8")
    main(["draw", str(text), "--chart", "regions", "--to", str(tmp_path / "b.html")])
    assert "add up to the stated total of 9" in Reader((tmp_path / "b.html").read_bytes()).shown


def test_small_maps_are_pictures_that_say_what_they_show(tmp_path: Path) -> None:
    pictures = draw(tmp_path, "--chart", "compare", "--each", "theme").list_tags("img")
    assert [str(one["alt"]).split(":")[0] for one in pictures] == ["Aid and donations", "Expert and medical teams"]
    assert all(str(one["src"]).startswith("data:image/webp;base64,") for one in pictures)


def test_a_page_names_no_address_to_ask_and_forbids_to_ask_any() -> None:
    page = Reader(write_web_page(make_page()))
    assert not [tag for tag, attributes in page.tags if {"src", "href"} & set(attributes)]
    policy = next(one["content"] for one in page.list_tags("meta") if "http-equiv" in one)
    assert str(policy).startswith("default-src 'none'; script-src 'sha256-")
    assert not [
        word for word in ("connect-src", "unsafe-eval", "strict-dynamic", "script-src 'unsafe") if word in str(policy)
    ]


def test_a_map_of_the_world_with_flows_and_a_table_weighs_at_most_1_5_mb(tmp_path: Path) -> None:
    codes, look = tuple(code for code in list_place_codes() if code != "CHN"), Look()
    sentences = {
        code: f"{n * 7919} aid arrived on board of the {n * 104729}th aircraft." for n, code in enumerate(codes)
    }
    chart = chart_map({code: n for n, code in enumerate(codes, 1)}, sentences, Labels("Title", "mentions", ""), look)
    page = make_map_page(chart, chart_flows(make_gifts(codes), ALL, (), look), "a note", read_words("en"))
    written = write_web_page(page)
    assert len(Reader(written).list_tags("tr")) > 240
    assert len(written) <= 1_500_000


@pytest.mark.parametrize(("wrong", "drawn"), [(False, True), (True, False)])
def test_of_a_page_only_its_own_scripts_are_run_and_without_them_words_stand_there(
    browser: Browser, tmp_path: Path, wrong: bool, drawn: bool
) -> None:
    written = write_web_page(make_page())
    library = re.search(rb'id="library">([^<]*)', written)
    assert library is not None
    changed = base64.b64encode(gzip.compress(gzip.decompress(base64.b64decode(library[1])) + b"\nalert(1)"))
    (tmp_path / "a.html").write_bytes(written.replace(library[1], changed) if wrong else written)
    page = browser.new_page(offline=True)
    page.goto((tmp_path / "a.html").as_uri())
    if drawn:
        page.wait_for_selector(".choroplethlayer path", state="attached")
    else:
        expect(page.locator(".chart")).to_have_text("Shows Title.")
    assert page.evaluate("'Plotly' in window") == drawn
    page.close()


def test_where_no_script_may_run_words_stand_in_place_of_the_chart(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(write_web_page(make_page()))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((tmp_path / "a.html").as_uri())
    expect(page.locator("noscript p")).to_have_text("Shows Title. needs JavaScript")
    context.close()


def open_embedded(browser: Browser, folder: Path, width: int) -> Page:
    """Return a page that shows the page of a map in a frame and notes every message that it gets."""
    (folder / "a.html").write_bytes(write_web_page(make_page()))
    note = "<script>told = []; addEventListener('message', (event) => told.push(event.data))</script>"
    (folder / "host.html").write_text(f"{note}<p>Before</p>{write_embed('a.html', 'A <map>')}", encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto((folder / "host.html").as_uri())
    page.frame_locator("iframe").locator(".choroplethlayer path").first.wait_for(state="attached")
    return page


@pytest.mark.parametrize("width", [390, 1280])
def test_a_page_in_a_frame_is_shown_whole_and_tells_its_height_alone(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    page = open_embedded(browser, tmp_path, width)
    frame = page.frames[1]
    page.wait_for_function("told.length && document.querySelector('iframe').clientHeight === told.at(-1).height")
    assert frame.evaluate("document.documentElement.scrollHeight <= innerHeight && document.body.clientHeight > 300")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": width // 2 + 160, "height": 800})
    page.wait_for_function("document.querySelector('iframe').clientHeight === told.at(-1).height")
    frame.wait_for_function("document.documentElement.scrollHeight <= innerHeight")
    assert {key for told in page.evaluate("told") for key in told} == {"height"}
    assert page.locator("iframe").get_attribute("title") == "A <map>"
    page.close()


@pytest.mark.slow
def test_a_frame_hears_of_its_height_from_its_page_alone(browser: Browser, tmp_path: Path) -> None:
    page = open_embedded(browser, tmp_path, 1280)
    page.wait_for_function("told.length && document.querySelector('iframe').clientHeight === told.at(-1).height")
    page.evaluate("() => new Promise(done => { postMessage({height: 9}, '*'); setTimeout(done, 50) })")
    assert page.locator("iframe").evaluate("one => one.clientHeight") > 300
    assert (
        page.frames[1].evaluate("() => { try { return parent.document.title } catch { return 'hidden' } }") == "hidden"
    )
    page.close()


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_adds_no_tag(title: str) -> None:
    plain, hostile = (Reader(write_web_page(make_page(one, figure=make_figure(one)))) for one in ("Title", title))
    assert [tag for tag, _ in hostile.tags] == [tag for tag, _ in plain.tags]
    assert title in hostile.shown


def test_what_is_not_known_is_an_empty_cell_and_columns_of_one_name_are_two() -> None:
    table = pd.DataFrame([[1234, None], [float("nan"), "b"]], columns=["x", "x"])
    page = write_web_page(make_page(table=table)).decode()
    assert '<td class="number">1,234</td><td></td>' in page
    assert "nan" not in page[page.index("<table>") : page.index("</table>")]


def test_the_same_chart_gives_the_same_page() -> None:
    assert write_web_page(make_page()) == write_web_page(make_page())


@pytest.mark.parametrize("title", HOSTILE)
def test_a_page_opens_from_disk_without_a_network_and_obeys_no_title(
    browser: Browser, tmp_path: Path, title: str
) -> None:
    file, asked, wrong = tmp_path / "a.html", list[str](), list[str]()
    file.write_bytes(write_web_page(make_page(title, figure=make_figure(title))))

    def refuse(dialog: Dialog) -> None:
        wrong.append(dialog.message)
        dialog.dismiss()

    context = browser.new_context(offline=True)
    page = context.new_page()
    page.on("dialog", refuse)
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.extend([said.text] * (said.type == "error")))
    page.goto(file.as_uri())
    page.wait_for_selector(".scattergeo .point", state="attached", timeout=60_000)
    assert page.locator("h1").inner_text().strip() == title
    assert page.evaluate("document.querySelectorAll('img, a[href^=javascript]').length") == 0
    assert (asked, wrong) == ([file.as_uri()], [])
    context.close()


def test_a_map_is_drawn_from_disk(browser: Browser, tmp_path: Path) -> None:
    draw(tmp_path, "--chart", "map")
    page = browser.new_page(offline=True)
    page.goto((tmp_path / "a.html").as_uri())
    page.wait_for_function("document.querySelectorAll('.choroplethlayer path').length > 240", timeout=60_000)
    page.close()


def test_bars_are_drawn_from_disk_and_can_be_used_by_everyone_on_a_phone_too(browser: Browser, tmp_path: Path) -> None:
    draw(tmp_path, "--chart", "compare", "--parts", "theme", "--theme", "dark")
    page = browser.new_page(offline=True, viewport={"width": 390, "height": 844})
    page.goto((tmp_path / "a.html").as_uri())
    page.wait_for_selector(".bars .point path", timeout=60_000)
    page.evaluate(AXE)
    assert page.evaluate("async () => (await axe.run()).violations.map(one => one.id)") == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


@pytest.mark.parametrize("width", [390, 1280])
def test_a_map_on_a_page_of_its_own_tells_of_an_area_by_card_and_has_its_legend(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    file = tmp_path / "a.html"
    tools = name_tools(read_words("en"), alone=True)
    file.write_bytes(write_web_page(make_page()._replace(tools=tools)))
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(file.as_uri())
    page.wait_for_selector(".aa-tools button", state="attached", timeout=60_000)
    page.locator(".chart").focus()
    page.keyboard.press("ArrowRight")
    box, room = page.locator(".aa-tip").bounding_box(), page.locator(".chart").bounding_box()
    assert box is not None
    assert room is not None
    assert box["width"] <= 280
    assert room["x"] <= box["x"]
    assert box["x"] + box["width"] <= room["x"] + room["width"]
    assert page.locator(".aa-keys .aa-key").count() > 1
    page.close()
