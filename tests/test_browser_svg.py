"""A browser draws the SVG of a picture as matplotlib draws the picture: every line and area in its place.

Both are drawn at two pixels a pixel and compared with a tolerance of one; matplotlib's text unhinted, since hinting moves
its letters by up to a pixel. Measured on the pictures below, at most 0.014 of a square of 24 pixels differ where nothing is wrong; text
moved by 3 pixels, an area or a hatch left out, or another font make it 0.18 and more somewhere.
"""

import io
import re
from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from matplotlib import rc_context
from PIL import Image
from playwright.sync_api import Browser

from geo.charts import Labels, Look, MapOptions, chart_map, redraw_map
from geo.drawings import Format, draw_map, draw_regions
from tests.browsing import sweep
from tests.test_drawings import NAMED, SMALL, make_regions

_SCALE, _SQUARE, _FAR = 2, 24, 40
_BOUND = 0.05


@cache
def draw(kind: str, language: str, file_format: Format) -> bytes:
    """Return a picture with a hatch, dots and names, in bold and regular Latin and Chinese."""
    look = Look(language)
    if kind == "regions":
        labels = Labels("China’s aid · 中国援助", "countries · 国家", "人民网 · Paper", scope="March 2020")
        return draw_regions(replace(make_regions(look=look), labels=labels), file_format, _SCALE)
    values = {code: n for n, code in enumerate(NAMED + SMALL, 1)}
    labels = Labels("Who received: “aid” · 谁受援", "events · 事件", "人民网 · Paper", "In none", "March 2020")
    chart = redraw_map(
        chart_map(values, {}, labels, look, left_out={"DEU": 9}), MapOptions(labels=("PAK", "ZAF", "GBR"))
    )
    return draw_map(chart, file_format, _SCALE)


def find_worst(first: Image.Image, second: Image.Image) -> float:
    """Return the largest share of pixels of a square that differ: that no pixel beside them comes near."""
    assert first.size == second.size
    beyond = np.maximum(_measure_beyond(first, second), _measure_beyond(second, first)) > _FAR
    high, wide = (length // _SQUARE for length in beyond.shape)
    squares = beyond[: high * _SQUARE, : wide * _SQUARE].reshape(high, _SQUARE, wide, _SQUARE)
    return float(squares.mean(axis=(1, 3)).max())


def _measure_beyond(image: Image.Image, other: Image.Image) -> np.ndarray:
    pixels, around = np.asarray(image).astype(int), np.asarray(other).astype(int)
    low, high = (_spread(around, choose) for choose in (np.minimum, np.maximum))
    worst: np.ndarray = np.maximum(low - pixels, pixels - high).clip(0).max(axis=2)
    return worst


def _spread(pixels: np.ndarray, choose: np.ufunc) -> np.ndarray:
    """Return of each pixel the least or the most of the five by five around it."""
    for axis in (0, 1):
        padded = np.pad(pixels, [(2, 2) if one == axis else (0, 0) for one in range(3)], mode="edge")
        length = pixels.shape[axis]
        pixels = choose.reduce([padded.take(range(start, start + length), axis) for start in range(5)])
    return pixels


def photograph(browser: Browser, svg: bytes, size: tuple[int, int]) -> Image.Image:
    """Return how a browser draws an SVG so many pixels large."""
    width, height = (length // _SCALE for length in size)
    page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=_SCALE)
    style = f"<style>body{{margin:0}}svg{{width:{width}px;height:{height}px;display:block}}</style>"
    page.set_content(f"{style}<svg {svg.decode().partition('<svg ')[2]}")
    page.evaluate("document.fonts.ready")
    taken = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(taken)).convert("RGB")


@cache
def read_printed(kind: str, language: str) -> Image.Image:
    with rc_context({"text.hinting": "none"}):
        return Image.open(io.BytesIO(draw(kind, language, "png"))).convert("RGB")


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", sweep(("map", "regions"), ("regions",)))
def test_a_browser_draws_the_svg_as_the_png_is(browser: Browser, kind: str, language: str) -> None:
    printed = read_printed(kind, language)
    assert find_worst(photograph(browser, draw(kind, language, "svg"), printed.size), printed) < _BOUND


# What is put in the place of what, and must be noticed.
WRONG = {
    "text moved by three pixels": (r'<g id="text"', '<g transform="translate(2.16 0)" id="text"'),
    "text raised by three pixels": (r'<g id="text"', '<g transform="translate(0 -2.16)" id="text"'),
    "an area left out": (r'<g id="area-FRA"', '<g display="none"'),
    "a hatch left out": (r'<g id="hatch-left-out"', '<g display="none"'),
    "no legend": (r'<g id="legend-', '<g display="none" id="legend-'),
    "other fonts": ("@font-face", "@font-none"),
}


@pytest.mark.parametrize("wrong", sweep(WRONG, ("other fonts",)))
def test_a_picture_in_which_something_is_wrong_is_noticed(browser: Browser, wrong: str) -> None:
    printed, (found, put) = read_printed("map", "en"), WRONG[wrong]
    svg, times = re.subn(found, put, draw("map", "en", "svg").decode())
    assert times
    assert find_worst(photograph(browser, svg.encode(), printed.size), printed) > 2 * _BOUND


def test_every_line_is_as_long_as_matplotlib_measured_it(browser: Browser) -> None:
    # Without the length that is written for programs that have no fonts, the fonts alone must come to it.
    svg = draw("map", "zh", "svg").decode()
    lengths = [float(one) for one in re.findall(r'textLength="([\d.]+)"', svg)]
    bare = re.sub(r' textLength="[\d.]+" lengthAdjust="spacingAndGlyphs"', "", svg)
    page = browser.new_page()
    page.set_content(f"<svg {bare.partition('<svg ')[2]}")
    page.evaluate("document.fonts.ready")
    found = page.evaluate("[...document.querySelectorAll('text')].map(line => line.getComputedTextLength())")
    page.close()
    assert len(lengths) > 10
    assert found == pytest.approx(lengths, abs=0.15)
