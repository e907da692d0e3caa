"""What a reader takes along, in a real browser: pictures, tables, a copy and a citation."""

import io
import json
from xml.etree import ElementTree

import pandas as pd
import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browsing import Visit, download, open_page, sweep

TITLE = "Countries and areas in the documents"


def test_pictures_come_in_three_sizes_and_as_vectors(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    widths = []
    for scale in (1, 2, 3):
        file, pixels = download(page, "Picture", f"PNG, {scale}×")
        assert file.suggested_filename == f"aidatlas-map-mentions@{scale}x.png"
        widths.append(Image.open(io.BytesIO(pixels)).width)
    assert widths == [1200, 2400, 3600]
    _, svg = download(page, "Picture", "SVG")
    assert TITLE in (ElementTree.fromstring(svg).findtext("{*}title") or "")  # noqa: S314
    assert download(page, "Picture", "PDF")[1].startswith(b"%PDF")


def test_the_table_comes_in_four_formats(visit: Visit, dashboard: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    _, table = download(page, "Data", "CSV")
    codes = set(pd.read_csv(io.BytesIO(table))["code"])
    assert "ITA" in codes
    assert set(pd.read_excel(io.BytesIO(download(page, "Data", "Excel (XLSX)")[1]))["code"]) == codes
    assert set(pd.read_parquet(io.BytesIO(download(page, "Data", "Parquet")[1]))["code"]) == codes
    shapes = json.loads(download(page, "Data", "GeoJSON, with shapes")[1])["features"]
    assert {shape["properties"]["code"] for shape in shapes} == codes


@pytest.mark.slow
def test_the_picture_is_copied_to_the_clipboard(visit: Visit, dashboard: str) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=dashboard)
    page = open_page(visit, f"{dashboard}/world?measure=mentions")
    page.get_by_role("button", name="Picture").first.click()
    page.get_by_role("button", name="Copy the picture").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    types = page.evaluate("async () => (await navigator.clipboard.read())[0].types")
    assert types == ["image/png"]


@pytest.mark.parametrize(("language", "group"), sweep([("en", "Cite"), ("zh", "引用")], (("en", "Cite"),)))
def test_the_citation_names_title_source_and_the_view(visit: Visit, dashboard: str, language: str, group: str) -> None:
    page = open_page(visit, f"{dashboard}/world?measure=mentions&language={language}")
    page.get_by_role("button", name=group).first.click()
    cited = page.locator("[data-testid=stPopoverBody] code")
    expect(cited).to_contain_text("AidAtlas")
    expect(cited).to_contain_text("measure=mentions")
