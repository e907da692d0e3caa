"""The SVG of a picture: its text is text, its areas have ids, its fonts are in it."""

import base64
import re
from collections import Counter
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from geo.charts import Labels, Look, MapOptions, chart_map
from geo.drawings import draw_map, draw_regions
from geo.drawings.embedded_fonts import Face, make_subset, part_runs
from geo.drawings.fonts import Style, typeset
from geo.drawings.svg_texts import Line, write_texts
from tests.test_drawings import HOSTILE, NAMED, SMALL, SVG, list_ids, make_map, make_regions, read_svg

TITLE = "China’s “aid” · 2020…"


def list_texts(data: bytes) -> list[str]:
    """List the lines of text of a picture."""
    return ["".join(element.itertext()) for element in read_svg(data).iter(f"{SVG}text")]


def read_fonts(data: bytes) -> list[TTFont]:
    """Read the fonts that a picture holds."""
    return [TTFont(BytesIO(base64.b64decode(one))) for one in re.findall(rb"data:font/woff;base64,([\w+/=]+)", data)]


@pytest.mark.parametrize("title", [TITLE, "中国援助“好”·2020", "China’s 援助"])
def test_the_title_is_text_with_the_signs_that_were_written(title: str) -> None:
    assert title in list_texts(draw_map(make_map(title), "svg"))


def test_every_area_and_dot_has_its_code_as_an_id_and_no_id_stands_twice() -> None:
    ids = list_ids(draw_map(make_map(), "svg"))
    assert {f"area-{code}" for code in (*NAMED, "BRA", "USA")} <= set(ids)
    assert {f"dot-{code}" for code in SMALL} <= set(ids)
    assert max(Counter(filter(None, ids)).values()) == 1


def test_the_hatch_of_a_region_says_which_it_is() -> None:
    assert {"hatch-142", "hatch-region-south-pacific", "part-0"} <= set(list_ids(draw_regions(make_regions(), "svg")))


def test_the_fonts_of_a_picture_have_the_signs_of_its_text_alone_and_no_name_but_ours() -> None:
    data = draw_map(make_map(TITLE), "svg")
    fonts = read_fonts(data)
    signs = {chr(number) for font in fonts for number in font.getBestCmap()}
    assert signs == set("".join(list_texts(data)))
    assert {font["name"].getDebugName(1) for font in fonts} >= {"AidAtlas Sans Latin", "AidAtlas Sans Bold Latin"}
    assert all(str(font["name"].getDebugName(1)).startswith("AidAtlas ") for font in fonts)
    assert all(font["name"].getDebugName(13) for font in fonts)


def test_a_face_for_latin_text_has_narrow_quotation_marks() -> None:
    latin, wide = (
        TTFont(BytesIO(make_subset(Face("AidAtlas Sans", is_latin), frozenset("’")))) for is_latin in (True, False)
    )
    assert latin["hmtx"][latin.getBestCmap()[ord("’")]][0] < 500 < wide["hmtx"][wide.getBestCmap()[ord("’")]][0]


def test_a_latin_form_in_chinese_text_is_set_apart() -> None:
    assert [run.text for run in part_runs(typeset("China’s 援助“好”"))] == ["China", "’", "s 援助“好”"]


def test_what_no_font_of_ours_has_is_outlined_and_never_lost() -> None:
    # U+4DB5 is in no font that may be embedded; where no font of the machine has it, it is marked before.
    line = Line("䶵", 1, 9, Style(10, "regular", "#000"), "left")
    assert not line.writable
    assert "<text" not in write_texts([line])


def test_a_hostile_title_is_text_and_nothing_else() -> None:
    data = draw_map(make_map(HOSTILE), "svg")
    assert any(line.startswith("$\\href{x}{y}$ <img src=x onerror=alert(1)> &") for line in list_texts(data))
    assert {element.tag.removeprefix(SVG) for element in read_svg(data).iter()} <= {
        "svg", "title", "desc", "style", "metadata", "defs", "g", "path", "use", "text", "tspan", "pattern", "rect",
        "clipPath", "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}RDF", "{http://creativecommons.org/ns#}Work",
    }  # fmt: skip


def test_a_name_on_the_map_is_text_over_a_rim_of_paper() -> None:
    chart = chart_map({"ITA": 3}, {}, Labels("t", "m", "s"), Look())
    named = chart_map({"ITA": 3}, {}, Labels("t", "m", "s"), Look(), MapOptions(labels=("ITA",)))
    assert "Italy 3" in list_texts(draw_map(named, "svg"))
    rims = [
        data.count(b"stroke: #ffffff; stroke-width: 2.2") for data in (draw_map(named, "svg"), draw_map(chart, "svg"))
    ]
    assert rims[0] == rims[1] + 1
