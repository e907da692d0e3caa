"""What an editor sets on a picture: own words, a size, notes on the map; and that all has room on every size."""

import io
import struct
from collections.abc import Iterator
from itertools import combinations

import pytest
from PIL import Image

from geo.base.errors import DrawingError
from geo.charts import Labels, Look, MapOptions, chart_map, redraw_map
from geo.drawings import PLAIN, SIZES, Edition, NoteOnMap, Size, draw_map, draw_timeline
from geo.drawings.boxes import Box
from geo.drawings.fonts import Style, find_even_width, measure, wrap
from geo.drawings.sheets import Sheet
from geo.drawings.svg_texts import Line
from geo.store.corpus import Corpus
from tests.picture_kinds import KINDS, chart_kinds, chart_made
from tests.test_drawings import HOSTILE, make_map
from tests.test_svg_texts import list_texts
from tests.test_timelines import make_history

# Every kind is drawn in each run on the two sizes that differ most, and in the other language on one of them.
QUICK = {"en": ("web", "column"), "zh": ("web",)}
CASES = [
    pytest.param(kind, size, language, marks=() if size in QUICK[language] else pytest.mark.slow)
    for kind in KINDS
    for size in SIZES[1:]
    for language in ("en", "zh")
]


@pytest.fixture
def sheets(monkeypatch: pytest.MonkeyPatch) -> list[Sheet]:
    """Return the sheets that are filled: nothing is painted, as places alone are asked for."""
    filled = list[Sheet]()

    def keep(self: Sheet, *_: object) -> bytes:
        self._set_height()
        filled.append(self)
        return b""

    monkeypatch.setattr(Sheet, "save", keep)
    return filled


def find_box(line: Line) -> Box:
    """Return about what the ink of a line takes."""
    width, size = measure(line.text, line.style), line.style.size
    left = line.x - {"left": 0.0, "center": 0.5, "right": 1.0}[line.align] * width
    return Box(left, line.baseline - 0.76 * size, width, 0.88 * size)


def list_names(sheet: Sheet) -> set[str]:
    return {str(patch.get_gid()) for patch in sheet.axes.patches if patch.get_gid()}


def list_overlaps(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that lie over each other."""
    boxes = [(line.text, find_box(line)) for line in sheet.lines if line.text.strip()]
    for (text, one), (other, box) in combinations(boxes, 2):
        if one.overlaps(box):
            yield text, other


def check(sheet: Sheet, free: Sheet) -> None:
    """Hold a sheet against what is asked of every one; `free` is that of no set size."""
    width, height = (72 * length for length in sheet.figure.get_size_inches())
    whole = Box(-0.5, -0.5, width + 1, height + 1)
    assert [line.text for line in sheet.lines if not whole.holds(find_box(line))] == []
    assert list(list_overlaps(sheet)) == []
    legend = {name for name in list_names(free) if name.startswith("legend-")}
    assert legend == {name for name in list_names(sheet) if name.startswith("legend-")}
    assert len(sheet.maps) == len(free.maps)
    assert all(whole.holds(box) for box in sheet.maps)
    on_maps = [line.text for line in sheet.lines for box in sheet.maps if _stands_below(line, box)]
    assert on_maps == []


def _stands_below(line: Line, box: Box) -> bool:
    """Return whether a line that belongs to no map runs into one: notes, titles and legends are never in bold on it."""
    return line.align == "left" and line.rim is None and box.widen(-2).overlaps(find_box(line))


@pytest.mark.parametrize(("kind", "size", "language"), CASES)
def test_all_of_a_picture_has_room_on_every_size(kind: str, size: Size, language: str, sheets: list[Sheet]) -> None:
    draw = chart_made(language)[kind]
    for edition in (PLAIN, Edition(size=size)):
        draw("png", 1, edition=edition)
    check(sheets[1], sheets[0])


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("kind", KINDS)
def test_the_pictures_of_the_seeds_have_room_on_every_size(
    kind: str, language: str, seeds: Corpus, sheets: list[Sheet]
) -> None:
    draw = chart_kinds(seeds, Look(language))[kind]
    draw("png", 1, edition=PLAIN)
    for size in SIZES[1:]:
        draw("png", 1, edition=Edition(size=size))
        check(sheets[-1], sheets[0])


def test_two_texts_that_lie_over_each_other_are_noticed(sheets: list[Sheet]) -> None:
    draw_map(make_map(), "png", 1)
    line = sheets[0].lines[0]
    sheets[0].lines.append(line._replace(text="other", baseline=line.baseline + 3))
    assert list(list_overlaps(sheets[0]))


@pytest.mark.parametrize(
    ("size", "expected"), [("web", (1200, 675)), ("square", (1080, 1080)), ("portrait", (1080, 1350))]
)
def test_a_picture_for_a_screen_has_its_pixels(size: Size, expected: tuple[int, int]) -> None:
    for scale in (1, 2):
        data = draw_map(make_map(), "png", scale, edition=Edition(size=size))
        assert struct.unpack(">II", data[16:24]) == tuple(scale * length for length in expected)


def test_a_picture_for_print_has_its_millimetres_and_its_dots() -> None:
    picture = Image.open(io.BytesIO(draw_map(make_map(), "png", 1, edition=Edition(size="column", dpi=300))))
    assert picture.width == pytest.approx(89 / 25.4 * 300, abs=1)
    assert picture.info["dpi"][0] == pytest.approx(300, abs=0.1)
    twice = Image.open(io.BytesIO(draw_map(make_map(), "png", 2, edition=Edition(size="column"))))
    assert twice.size == picture.size


def test_type_in_a_newspaper_column_is_as_small_as_it_may_be_and_no_smaller(sheets: list[Sheet]) -> None:
    draw_map(make_map(), "png", 1, edition=Edition(size="column"))
    assert 7 <= min(line.style.size for line in sheets[0].lines) <= 8


def test_an_editors_words_stand_beside_what_the_chart_says_of_itself() -> None:
    chart = chart_map({"ITA": 3}, {}, Labels("Title", "events", "Two papers", scope="March 2020"), Look())
    plain = list_texts(draw_map(chart, "svg"))
    own = Edition("Own title", "Own subtitle", "Own note", "Graphic: Desk")
    edited = list_texts(draw_map(chart, "svg", edition=own))
    assert {"Own title", "Own subtitle", "Own note", "Graphic: Desk"} <= set(edited)
    assert set(plain) - set(edited) == {"Title"}
    assert {"events", "March 2020", "Source: Two papers"} <= set(edited)
    assert any("no view on the status" in line for line in edited)


def test_an_empty_title_leaves_the_charts_own() -> None:
    assert draw_map(make_map(), "png", 1, edition=Edition(title=" ")) == draw_map(make_map(), "png", 1)


def test_hostile_words_of_an_editor_are_text() -> None:
    words = HOSTILE[:100]
    data = draw_map(make_map(), "svg", edition=Edition(words, words, words, words, on_map=(NoteOnMap("ITA", words),)))
    assert b"<img" not in data
    assert b"<script" not in data


def test_a_title_without_room_is_refused_and_not_cut() -> None:
    with pytest.raises(DrawingError, match="column has no room for the title"):
        draw_map(make_map(), "png", 1, edition=Edition(title="Unbroken" * 25, size="column"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"size": "poster"}, "'poster' is no size of a picture; choose of free, web"),
        ({"dpi": 300}, "free is measured in pixels"),
        ({"size": "a4", "dpi": 9}, "give 50 to 1200"),
        ({"title": "x" * 300}, "the title has 300 signs; write at most 200"),
        ({"on_map": tuple(NoteOnMap("ITA", "x") for _ in range(13))}, "room for 12 notes"),
    ],
)
def test_what_an_edition_cannot_be_is_refused(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(DrawingError, match=said):
        Edition(**wrong)  # type: ignore[arg-type]


NOTES = (
    NoteOnMap("ITA", "Nine experts land in Rome"),
    NoteOnMap("srb", "A team for Belgrade"),
    NoteOnMap("MLT", "A small state"),
    NoteOnMap((149.1, -35.3), "Canberra"),
    NoteOnMap("NZL", "At the edge of the map: the text turns inwards"),
)


@pytest.mark.parametrize("size", SIZES)
def test_notes_stand_on_the_map_and_over_no_other(size: Size, sheets: list[Sheet]) -> None:
    # On the map of a newspaper column there is room for two.
    notes = NOTES[:2] if size == "column" else NOTES
    draw_map(make_map(), "png", 1, edition=Edition(size=size, on_map=notes))
    sheet = sheets[-1]
    tags = [box for name, box in list_tags(sheet) if name.startswith("note-")]
    assert len(tags) == len(notes)
    assert all(sheet.maps[0].holds(box) for box in tags)
    assert not [pair for pair in combinations(tags, 2) if pair[0].overlaps(pair[1])]


def list_tags(sheet: Sheet) -> Iterator[tuple[str, Box]]:
    for patch in sheet.axes.patches:
        if patch.get_gid():
            low, high = patch.get_path().get_extents().get_points()
            yield str(patch.get_gid()), Box(*low, *(high - low))


def test_a_note_without_room_is_said_and_not_left_out() -> None:
    crowd = tuple(NoteOnMap("ITA", "a note as long as may be " * 4) for _ in range(12))
    with pytest.raises(DrawingError, match="column has no room for the note “a note"):
        draw_map(make_map(), "png", 1, edition=Edition(size="column", on_map=crowd))


@pytest.mark.parametrize(
    ("place", "said"),
    [("BRA", "BRA is not on this map"), ("ZZZ", "no code of a country"), ((-60.0, -10.0), "-60,-10 is not")],
)
def test_a_note_that_has_no_place_on_the_map_is_refused(place: str | tuple[float, float], said: str) -> None:
    europe = redraw_map(make_map(), MapOptions(frame="europe"))
    with pytest.raises(DrawingError, match=said):
        draw_map(europe, "png", 1, edition=Edition(on_map=(NoteOnMap(place, "here"),)))


def test_a_chart_without_a_map_has_no_notes_on_it() -> None:
    with pytest.raises(DrawingError, match="a timeline has no map"):
        draw_timeline(make_history(), "png", 1, edition=Edition(on_map=(NoteOnMap("ITA", "here"),)))


def test_names_that_have_no_room_beside_each_other_are_led_to_their_places(sheets: list[Sheet]) -> None:
    codes = ("ITA", "SRB", "HUN", "AUT", "HRV", "SVN", "BIH", "ALB")
    chart = redraw_map(make_map(codes=codes), MapOptions(labels=codes))
    draw_map(chart, "png", 1, edition=Edition(size="column"))
    assert not list(list_overlaps(sheets[0]))
    assert sum(line.rim is not None for line in sheets[0].lines) == len(codes)


def test_the_same_edition_gives_the_same_bytes() -> None:
    edition = Edition("Title", size="columns", on_map=NOTES[:2])
    assert draw_map(make_map(), "svg", edition=edition) == draw_map(make_map(), "svg", edition=edition)


def test_tiles_in_a_newspaper_column_are_little_higher_than_wide(sheets: list[Sheet]) -> None:
    chart_made("en")["tiles"]("png", 1, edition=Edition(size="column"))
    width, height = sheets[-1].figure.get_size_inches()
    assert height < 2.2 * width
    codes = [line for line in sheets[-1].lines if len(line.text) == 2 and line.text.isupper()]
    assert len(codes) == 249 + 1
    assert min(line.style.size for line in codes) > 6.5


@pytest.mark.parametrize("kind", ["dots", "slope"])
def test_a_chart_takes_the_whole_width_of_a_low_sheet_in_type_that_can_be_read(kind: str, sheets: list[Sheet]) -> None:
    chart_made("en")[kind]("png", 1, edition=Edition(size="web"))
    sheet = sheets[-1]
    assert min(line.style.size for line in sheet.lines) > 5.5
    rights = [line.x for line in sheet.lines]
    assert max(rights) - min(rights) > 0.8 * sheet.inner


@pytest.mark.parametrize(
    ("text", "width"), [("Who received, in the events of all the documents", 330.0), ("国家或地区", 60.0)]
)
def test_a_title_ends_in_no_stump_and_takes_no_more_lines(text: str, width: float) -> None:
    style = Style(16, "bold", "#000000")
    lines = wrap(text, style, width, 3)
    even = wrap(text, style, find_even_width(text, style, width, 3), 3)
    assert len(even) == len(lines) == 2
    assert "".join("".join(even).split()) == "".join(text.split())
    assert measure(even[-1], style) > 0.35 * width


def test_a_year_a_month_and_a_day_stay_with_their_numbers() -> None:
    style = Style(10, "regular", "#000000")
    for width in range(40, 140, 3):
        lines = wrap("与2020年3月26日至2023年10月31日的受援方", style, float(width), 20)
        assert not [line for line in lines if line[0] in "年月日"], lines
