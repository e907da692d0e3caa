"""What the charts show, as data."""

from datetime import date
from itertools import combinations

import pytest
import shapely

from geo.charts import Breakdown, Labels, Look, MapOptions, Part, Theme, chart_map, chart_regions, redraw_map
from geo.charts.inks import choose_ink, find_contrast
from geo.charts.palettes import palette
from geo.maps.boundaries import read_boundaries
from geo.maps.dots import measure_pixel
from geo.maps.earth_views import flatten
from geo.maps.group_labels import find_middles
from geo.maps.name_tags import SIZE, Tag, measure_words

LABELS = Labels("Aid", "mentions", "Source")
PARTS = (
    Part("142", 28, "28 Asian countries"),
    Part("150", 16, "16 European"),
    Part("002", 26, "26 African"),
    Part("019", 9, "9 American"),
    Part("region:south-pacific", 10, "10 South Pacific"),
)
DAY = date(2020, 3, 26)


def test_ties_share_the_better_rank() -> None:
    rows = chart_map({"ITA": 3, "SRB": 3, "FRA": 1}, {}, LABELS, Look()).rows
    assert dict(zip(rows["code"], rows["rank"], strict=True)) == {"ITA": 1, "SRB": 1, "FRA": 3}


def test_an_area_without_a_mention_is_no_data_and_not_zero() -> None:
    chart = chart_map({"ITA": 3}, {}, LABELS, Look())
    assert list(chart.rows["code"]) == ["ITA"]
    assert "FRA" in chart.others
    assert len(chart.others) == 249


def test_what_is_left_out_is_in_no_class_and_neither_named_nor_not_named() -> None:
    chart = chart_map({"ITA": 3, "CHN": 9}, {}, LABELS, Look(), left_out={"CHN": 9})
    assert list(chart.rows["code"]) == ["ITA"]
    assert "CHN" not in chart.others
    assert "China: left out here (mentions: 9)." in chart.alt
    assert redraw_map(chart, MapOptions(hue="greens")).left_out == {"CHN": 9}


def test_a_map_says_its_scope_to_those_who_cannot_see_it() -> None:
    chart = chart_map({"ITA": 3}, {}, LABELS._replace(scope="March 2020 · 1 document"), Look())
    assert chart.alt.endswith("of 1 country or area: Italy 3. Shown: March 2020 · 1 document.")


def test_a_stated_zero_is_a_class_of_its_own_and_looks_unlike_no_data() -> None:
    chart = chart_map({"ITA": 3, "FRA": 0}, {}, LABELS, Look())
    assert [one.label for one in chart.classes] == ["0", "3"]
    assert chart.colours[0] == palette("light").zero != palette("light").no_data
    assert "FRA" not in chart.others


def test_zeros_alone_are_drawn() -> None:
    assert [one.label for one in chart_map({"FRA": 0}, {}, LABELS, Look()).classes] == ["0"]


def test_without_boundaries_every_area_with_a_value_is_a_dot_larger_for_more() -> None:
    chart = chart_map({"ITA": 3, "FRA": 1}, {}, LABELS, Look(), MapOptions(borders="none"))
    assert chart.dots["ITA"].diameter > chart.dots["FRA"].diameter
    assert chart.note.startswith("Without boundaries")


def test_a_map_redrawn_with_other_options_keeps_its_values() -> None:
    chart = chart_map({"ITA": 3, "FRA": 1}, {"ITA": "x"}, LABELS, Look())
    again = redraw_map(chart, MapOptions(hue="greens", frame="europe"))
    assert again.rows[["code", "value", "example"]].equals(chart.rows[["code", "value", "example"]])
    assert again.colours != chart.colours


def test_the_chosen_are_named_with_their_value_or_without_one() -> None:
    chart = chart_map({"ITA": 3}, {}, LABELS, Look("zh"), MapOptions(labels=("ITA", "FRA")))
    assert [tag.text for tag in chart.tags] == ["意大利 3", "法国"]


def test_two_names_side_by_side_do_not_stand_on_each_other() -> None:
    boxes = [find_box(tag) for tag in chart_map({}, {}, LABELS, Look(), MapOptions(labels=("SMR", "VAT", "BRA"))).tags]
    assert not any(one.intersection(other).area > 0.1 * one.area for one, other in combinations(boxes, 2))


def test_a_name_stands_beside_an_area_that_it_would_hide_and_on_one_that_has_room() -> None:
    italy, brazil = chart_map({}, {}, LABELS, Look(), MapOptions(labels=("ITA", "BRA"))).tags
    areas = read_boundaries().set_index("code").geometry
    view = MapOptions().view
    flat = shapely.transform(
        areas["ITA"], lambda points: flatten(view, points[:, 0], points[:, 1]) / measure_pixel(view)
    )
    assert find_box(italy).intersection(flat).area < 0.1 * flat.area
    assert brazil.side == "middle center"


def find_box(tag: Tag) -> shapely.Polygon:
    """Return where a name without a dot stands, in the pixels that names are placed for."""
    view, width = MapOptions().view, measure_words(tag.text)
    x, y = flatten(view, [tag.lon], [tag.lat])[0] / measure_pixel(view)
    left = {"middle right": 0.0, "middle left": -width}.get(tag.side, -width / 2)
    low = {"top center": 0.0, "bottom center": -SIZE}.get(tag.side, -SIZE / 2)
    box: shapely.Polygon = shapely.box(x + left, y + low, x + left + width, y + low + SIZE)
    return box


def test_the_largest_class_has_the_strongest_colour() -> None:
    chart = chart_map({"ITA": 3, "SRB": 2, "FRA": 1}, {}, LABELS, Look())
    assert chart.rows["colour"].iloc[0] == palette("light").steps[-1]


def test_a_small_state_is_drawn_as_a_dot() -> None:
    rows = chart_map({"TON": 1, "FRA": 1}, {}, LABELS, Look()).rows.set_index("code")
    assert bool(rows.loc["TON", "dot"])
    assert not bool(rows.loc["FRA", "dot"])


def test_a_map_of_nothing_says_so() -> None:
    assert "no country or area is named" in chart_map({}, {}, LABELS, Look()).alt


def test_names_are_in_the_language_of_the_reader() -> None:
    assert chart_map({"SRB": 1}, {}, LABELS, Look("zh")).rows["name"].iloc[0] == "塞尔维亚"


def test_the_parts_are_added_up_and_held_against_the_stated_total() -> None:
    chart = chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look())
    assert (chart.total, chart.stated, chart.agrees) == (89, 89, True)


def test_parts_that_fall_short_do_not_agree() -> None:
    assert chart_regions(Breakdown(PARTS[:3], 84, DAY, "CHN"), LABELS, Look()).agrees is False


def test_without_a_stated_total_there_is_nothing_to_agree_with() -> None:
    assert chart_regions(Breakdown(PARTS, None, DAY, "CHN"), LABELS, Look()).agrees is None


def test_the_denominators_are_the_countries_with_diplomatic_relations_that_day() -> None:
    rows = chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look()).rows.set_index("scope")
    assert dict(rows["denominator"]) == {"142": 45, "150": 44, "002": 53, "019": 26, "region:south-pacific": 10}
    assert rows.loc["142", "label"] == "28 of 45 (62%)"


@pytest.mark.parametrize("code", ["CHN", "AUS", "NZL"])
def test_the_giver_and_who_is_not_meant_stay_uncoloured(code: str) -> None:
    assert code not in chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look()).areas


def test_a_giver_without_a_table_of_relations_has_no_shares() -> None:
    chart = chart_regions(Breakdown(PARTS, 89, DAY, "ITA"), LABELS, Look())
    assert chart.rows["share"].isna().all()
    assert chart.denominator_note.startswith("No share")


def test_a_share_over_the_whole_is_shown_with_its_reason() -> None:
    chart = chart_regions(Breakdown((Part("region:south-pacific", 12, "12"),), None, DAY, "CHN"), LABELS, Look())
    assert chart.rows["label"].iloc[0].startswith("12 of 10 (120%); more than the denominator")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_ink_can_be_read_on_every_colour_of_a_class(theme: Theme) -> None:
    assert all(find_contrast(choose_ink(colour), colour) >= 4.5 for colour in palette(theme).steps)


def test_neither_siberia_nor_alaska_draws_a_label_out_of_its_region() -> None:
    chart = chart_regions(Breakdown(PARTS, 89, DAY, "CHN"), LABELS, Look())
    europe = chart.middles[list(chart.rows["scope"]).index("150")]
    assert -10 < europe.lon < 60


def test_a_group_across_the_date_line_has_its_label_in_the_pacific() -> None:
    middle = find_middles({"FJI": 0, "WSM": 0, "TON": 0, "COK": 0})[0]
    assert middle.lon > 170 or middle.lon < -150


def test_a_region_that_is_only_counted_looks_unlike_a_country_that_is_named() -> None:
    chart = chart_regions(Breakdown((*PARTS[:2], Part("JPN", 3, "3")), None, DAY, "CHN"), LABELS, Look())
    rows = chart.rows
    assert list(zip(rows["scope"], rows["named"], strict=True)) == [("142", False), ("150", False), ("JPN", True)]
    assert list(rows["ground"] == rows["colour"]) == [False, False, True]
    assert "does not name which" in chart.caveat
    assert chart.caveat in chart.alt


def test_where_every_part_is_a_country_there_is_no_caveat() -> None:
    assert (
        chart_regions(Breakdown((Part("JPN", 3, "3"), Part("ITA", 2, "2")), None, DAY, None), LABELS, Look()).caveat
        == ""
    )
