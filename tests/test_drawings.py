"""The pictures for print and download."""

import hashlib
import re
import struct
import threading
import tomllib
from datetime import date
from io import BytesIO
from typing import get_args
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from PIL import Image

from geo.base.errors import DrawingError
from geo.base.folders import find_data_folder
from geo.charts import (
    BORDERS,
    FRAMES,
    PROJECTIONS,
    Borders,
    Breakdown,
    Frame,
    Labels,
    Look,
    MapChart,
    MapOptions,
    Part,
    Projection,
    RegionsChart,
    chart_map,
    chart_regions,
    redraw_map,
)
from geo.charts.palettes import Theme, palette
from geo.drawings import Format, draw_map, draw_regions
from geo.drawings.fonts import MISSING, Style, make_drawable, measure, shorten, typeset, wrap
from geo.reference.organisations import read_organisations
from geo.reference.places import list_place_codes, name_place
from geo.reference.regions import read_regions
from geo.reference.wordings import LANGUAGES, read_chart_words

SVG = "{http://www.w3.org/2000/svg}"
EN, ZH = Look("en"), Look("zh")
INK = Style(10, "regular", "#000000")
FONTS = find_data_folder() / "fonts"
NAMED = ("CHN", "IRN", "IRQ", "ITA", "SRB", "KHM", "LAO", "JPN", "KOR", "HUN", "FRA", "ZAF", "PAK", "EGY", "GBR", "KAZ")
SMALL = ("TON", "VUT", "MLT", "SGP", "BHR", "MDV", "BRB", "WSM", "KIR", "NRU", "PLW")
HOSTILE = "$\\href{x}{y}$ <img src=x onerror=alert(1)> & \u202egnp.exe\u202c \x07 ]]> " + "长" * 5000


def make_map(title: str = "Named", look: Look = ZH, codes: tuple[str, ...] = NAMED + SMALL) -> MapChart:
    """Return a map of some codes, each with another value."""
    return chart_map({code: n for n, code in enumerate(codes, 1)}, {}, Labels(title, "mentions", "Two papers"), look)


def make_regions(stated: int | None = 89, look: Look = EN) -> RegionsChart:
    """Return a breakdown of 89 countries."""
    counted = {"142": 28, "150": 16, "002": 26, "019": 9, "region:south-pacific": 10}
    parts = tuple(Part(scope, value, "") for scope, value in counted.items())
    return chart_regions(Breakdown(parts, stated, date(2020, 3, 26), "CHN"), Labels("Aid", "countries", "Paper"), look)


def read_svg(data: bytes) -> ElementTree.Element:
    """Return the picture as elements; it is our own, so the plain parser will do."""
    return ElementTree.fromstring(data)  # noqa: S314


def list_ids(data: bytes) -> list[str]:
    return [element.get("id", "") for element in read_svg(data).iter()]


@pytest.mark.parametrize("scale", [1, 3])
def test_a_png_is_as_wide_as_asked(scale: int) -> None:
    data = draw_map(make_map(), "png", scale)
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">I", data[16:20]) == (1200 * scale,)


def test_a_png_says_what_it_shows() -> None:
    chart = make_map("援助")
    said = Image.open(BytesIO(draw_map(chart, "png", 1))).info
    assert (said["Title"], said["Description"]) == (chart.labels.title, chart.alt)


def test_an_svg_says_what_it_shows() -> None:
    chart = make_map("援助 & <b>")
    picture = read_svg(draw_map(chart, "svg"))
    assert picture.findtext(f"{SVG}title") == "援助 & <b>"
    assert picture.findtext(f"{SVG}desc") == chart.alt


def test_the_legend_has_a_swatch_for_each_class_and_both_kinds_of_grey() -> None:
    chart = make_map()
    ids = list_ids(draw_map(chart, "svg"))
    classes = [name for name in ids if name.startswith("legend-class-")]
    assert classes == [f"legend-class-{n}" for n in range(len(chart.classes))]
    assert {"legend-no-data", "legend-undetermined"} <= set(ids)


@pytest.mark.parametrize("file_format", get_args(Format))
@pytest.mark.parametrize("theme", ["dark", pytest.param("light", marks=pytest.mark.slow)])
def test_the_same_chart_gives_the_same_bytes(file_format: Format, theme: Theme) -> None:
    look = Look("zh", theme)
    assert draw_map(make_map(look=look), file_format) == draw_map(make_map(look=look), file_format)
    assert draw_regions(make_regions(look=look), file_format) == draw_regions(make_regions(look=look), file_format)


def test_the_same_chart_gives_the_same_bytes_in_several_threads() -> None:
    expected, found = draw_map(make_map(), "svg"), list[bytes]()
    threads = [threading.Thread(target=lambda: found.append(draw_map(make_map(), "svg"))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [expected] * 3


def test_small_areas_are_drawn_as_dots_where_they_have_a_value() -> None:
    # A dot is drawn with curves, as no border is; the legend shows one more. Text is defined elsewhere.
    picture = read_svg(draw_map(make_map(), "svg"))
    dots = [path for path in picture.iter(f"{SVG}path") if is_dot(path)]
    assert len(dots) == len(SMALL) + 1


def is_dot(path: ElementTree.Element) -> bool:
    style = path.get("style", "")
    return f"stroke: {palette('light').dot_border}" in style and "C " in path.get("d", "")


@pytest.mark.parametrize("frame", FRAMES[1:3])
@pytest.mark.parametrize("projection", PROJECTIONS)
def test_every_part_of_the_world_is_drawn_in_every_projection(frame: Frame, projection: Projection) -> None:
    chart = redraw_map(make_map(), MapOptions(frame=frame, projection=projection, labels=("ITA", "MLT")))
    assert draw_map(chart, "png", 1).startswith(b"\x89PNG")


def test_the_printed_region_shows_the_dots_of_that_region_alone() -> None:
    pacific = read_svg(draw_map(redraw_map(make_map(), MapOptions(frame="pacific")), "svg"))
    assert 0 < len([path for path in pacific.iter(f"{SVG}path") if is_dot(path)]) < len(SMALL) + 1


@pytest.mark.parametrize("borders", BORDERS)
def test_every_way_to_draw_boundaries_is_told_of_below_the_picture(borders: Borders) -> None:
    chart = redraw_map(make_map(look=EN), MapOptions(borders=borders))
    assert "no view on the status" in chart.note
    assert (borders == "none") == ("legend-undetermined" not in list_ids(draw_map(chart, "svg")))


def test_undetermined_areas_are_grey() -> None:
    picture = draw_map(make_map(), "svg").decode()
    assert picture.count(f"fill: {palette('light').undetermined}") > 2


def test_a_hostile_title_is_drawn_literally_and_cut_short() -> None:
    picture = draw_map(make_map(HOSTILE), "svg")
    title = read_svg(picture).findtext(f"{SVG}title") or ""
    assert title.startswith("$\\href{x}{y}$ <img src=x onerror=alert(1)> & 〓gnp.exe〓 〓 ]]> 长")
    assert title.endswith("…")
    assert not re.search(rb"<(img|script|a)\b", picture)


@pytest.mark.parametrize("file_format", ["png", "pdf"])
def test_a_hostile_title_is_no_formula(file_format: Format) -> None:
    assert len(draw_map(make_map("$\\frac{1}{0$ \\input{x} {source}"), file_format, 1)) > 10_000


def test_a_map_without_a_value_is_drawn() -> None:
    assert "legend-class-0" not in list_ids(draw_map(make_map(codes=()), "svg"))


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("stated", [None, 89, 93, 80])
def test_a_breakdown_is_drawn_whatever_total_is_stated(stated: int | None, language: str) -> None:
    ids = list_ids(draw_regions(make_regions(stated, Look(language)), "svg"))
    assert [name for name in ids if name.startswith("part-")] == [f"part-{n}" for n in range(5)]
    assert ("stated" in ids, "gap" in ids) == (stated is not None, stated == 93)


def test_a_breakdown_without_denominators_is_drawn() -> None:
    parts = (Part("region:cee", 17, ""), Part("org:asean", 3, ""))
    chart = chart_regions(Breakdown(parts, None, None, None), Labels("t", "m", ""), Look())
    assert draw_regions(chart, "png", 1).startswith(b"\x89PNG")


@pytest.mark.parametrize(("file_format", "scale"), [("gif", 1), ("png", 0), ("png", 9)])
def test_an_unknown_format_or_scale_is_refused(file_format: Format, scale: int) -> None:
    with pytest.raises(DrawingError, match="choose png, svg, pdf and 1 to 4"):
        draw_map(make_map(), file_format, scale)


@pytest.mark.parametrize("files", [("sans.otf", "sans-arabic.ttf"), ("sans-bold.otf", "sans-arabic-bold.ttf")])
def test_the_fonts_have_every_character_of_every_name_and_word(files: tuple[str, str]) -> None:
    cmap = {number for file in files for number in TTFont(FONTS / f"aidatlas-{file}").getBestCmap()}
    codes = [*list_place_codes(), *read_regions(), *read_organisations()]
    words = [text for language in LANGUAGES for text in read_chart_words(language).list_texts()]
    text = "".join([name_place(code, language) for code in codes for language in LANGUAGES] + words)
    assert {sign for sign in text if ord(sign) not in cmap and not sign.isspace()} == set()


def test_the_regular_font_has_all_of_gb_2312() -> None:
    cmap = TTFont(FONTS / "aidatlas-sans.otf").getBestCmap()
    pairs = [bytes((row, column)) for row in range(0xB0, 0xF8) for column in range(0xA1, 0xFF)]
    signs = "".join(pair.decode("gb2312", errors="ignore") for pair in pairs)
    assert len(signs) == 6763
    assert all(ord(sign) in cmap for sign in signs)


def test_the_fonts_are_those_that_their_sources_describe() -> None:
    for entry in tomllib.loads((FONTS / "SOURCES.toml").read_text(encoding="utf-8"))["fonts"]:
        assert hashlib.sha256((FONTS / entry["file"]).read_bytes()).hexdigest() == entry["sha256"]


def test_the_fonts_are_small_and_their_licence_lies_beside_them() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.otf")) < 2_500_000
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


def test_what_no_font_has_is_marked() -> None:
    assert make_drawable("a\U00013000b\ue000\u2066c") == f"a{MISSING}b{MISSING}{MISSING}c"


def test_invisible_characters_and_line_ends_leave_no_mark() -> None:
    assert make_drawable("a\u200bb\r\n\tc\ufeff") == "ab c"


def test_quotation_marks_are_narrow_in_latin_text_and_wide_in_chinese() -> None:
    assert measure(typeset("China’s"), INK) < measure("China", INK) + 10
    assert measure(typeset("a · b"), INK) < measure("a · b", INK)
    assert typeset("他说“好”·完") == "他说“好”·完"


@pytest.mark.parametrize("text", ["word " * 80, "汉字，" * 90, "unbroken" * 60, "（一）“二”" * 60])
def test_wrapped_lines_keep_to_the_width_and_lose_nothing(text: str) -> None:
    lines = wrap(text, INK, 150, 100)
    assert all(measure(line, INK) <= 150 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_no_line_begins_with_a_closing_sign() -> None:
    assert not any(line[0] in "，）”" for line in wrap("（汉字），" * 60, INK, 101, 100))


def test_a_text_of_too_many_lines_ends_in_an_ellipsis() -> None:
    assert wrap("汉字" * 200, INK, 100, 2)[-1].endswith("…")
    assert shorten("汉字汉字", INK, 31).endswith("…")


def test_who_is_left_out_is_hatched_and_named_in_the_picture() -> None:
    chart = chart_map({"ITA": 3}, {}, Labels("t", "mentions", "s", scope="March 2020"), EN, left_out={"CHN": 9})
    plain = chart_map({"ITA": 3}, {}, chart.labels, EN)
    hatched = draw_map(chart, "svg")
    assert hatched == draw_map(chart, "svg")
    assert {"legend-left-out", "hatch-left-out"} <= set(list_ids(hatched))
    assert (hatched.count(b"<pattern"), draw_map(plain, "svg").count(b"<pattern")) == (1, 0)


@pytest.mark.parametrize("projection", PROJECTIONS)
@pytest.mark.parametrize("borders", BORDERS)
def test_who_is_left_out_is_drawn_in_every_projection(projection: Projection, borders: Borders) -> None:
    chart = chart_map({"ITA": 3}, {}, Labels("t", "mentions", "s"), EN, left_out={"CHN": 9, "TON": 1})
    drawn = draw_map(redraw_map(chart, MapOptions(projection=projection, borders=borders)), "svg")
    assert (b"<pattern" in drawn) == (borders != "none")


def test_the_scope_stands_in_the_picture() -> None:
    bare, scoped = (
        chart_map({"ITA": 3}, {}, Labels("t", "mentions", "s", scope=text), EN) for text in ("", "March 2020")
    )
    assert draw_map(bare, "png", 1) != draw_map(scoped, "png", 1)
    assert (read_svg(draw_map(scoped, "svg")).findtext(f"{SVG}desc") or "").endswith("Shown: March 2020.")


def test_a_region_that_is_only_counted_is_hatched_in_the_picture() -> None:
    assert draw_regions(make_regions(), "svg").count(b"<pattern") == 5
