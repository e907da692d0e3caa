"""What the heading of a column says of the numbers under it."""

import pytest

from geo.base.records import Status
from geo.nouns.titles import Counted
from geo.statements.tabulations.headings import read_heading
from geo.statements.tabulations.units import find_caption_scale, find_table_unit, find_title_unit, says_league


@pytest.mark.parametrize(
    ("text", "unit", "scale"),
    [
        ("Countries", "countries", None),
        ("No. of organisations", "organisations", None),
        ("Doses (million)", "doses", 10**6),
        ("Vaccines, m", "doses", 10**6),
        ("Value of masks (US$ m)", "USD", 10**6),
        ("Amount, € bn", "EUR", 10**9),
        ("Countries given masks", "countries", None),
        ("Masks ('000)", "items", 1000),
        ("People trained", "people", None),
        ("国家数", "countries", None),
        ("金额（亿美元）", "USD", 10**8),
        ("万剂", "doses", 10**4),
        ("金额（千万元）", "CNY", 10**7),
        ("医疗队数", "teams", None),
        ("批次", "batches", None),
        ("批准文号", None, None),
        ("Vaccines", None, None),
        ("Share of doses, %", "percent", None),
        ("占比", "percent", None),
        ("Push-ups", "push-up", None),
        ("Number of athletes", "people", None),
        ("Confirmed cases", "case", None),
        ("Seats (thousand)", "seat", 1000),
        ("GDP (US$ million)", "USD", 10**6),
        ("学生人数", "people", None),
        ("项目数", "项目", None),
        ("船闸（座）", "船闸", None),
        ("Length (km)", None, None),
        ("Unemployment rate, %", None, None),
        ("GDP growth, %", None, None),
        ("Points", None, None),
        ("Remarks", None, None),
        ("Avg. push-ups", "push-up", None),
        ("Average income (US$)", None, None),
        ("面积（平方公里）", None, None),
        ("得分", None, None),
        ("Doses per 100 people", None, None),
        ("Price (US$)", None, None),
        ("人均金额（元）", None, None),
        ("Capital", None, None),
    ],
)
def test_a_heading_names_unit_and_scale(text: str, unit: str | None, scale: int | None) -> None:
    assert read_heading(text)[:2] == (unit, scale)


@pytest.mark.parametrize(
    ("text", "theme", "status"),
    [
        ("Sold", "sales", "done"),
        ("Ordered", "sales", "announced"),
        ("Donated", "aid", "done"),
        ("Pledged donations", "aid", "announced"),
        ("Sold or donated", None, "done"),
        ("Delivered", None, "done"),
        ("计划捐赠", "aid", "planned"),
        ("已交付", None, "done"),
        ("Vaccines", "vaccine", None),
        ("Soldiers", None, None),
    ],
)
def test_a_heading_tells_measures_apart(text: str, theme: str | None, status: Status | None) -> None:
    assert read_heading(text)[2:4] == (theme, status)


@pytest.mark.parametrize("text", ["Sold", "2021", "数量", "Total number", "已交付", "Pledged (million)"])
def test_a_general_heading_leaves_the_unit_to_the_caption(text: str) -> None:
    assert read_heading(text).open


@pytest.mark.parametrize(
    ("text", "noun"),
    [("International students", "student"), ("Push-ups", "push-up"), ("留学生人数", "留学生"), ("€ m", None)],
)
def test_a_heading_names_the_base_form_of_what_it_counts(text: str, noun: str | None) -> None:
    assert read_heading(text).noun == noun


@pytest.mark.parametrize("text", ["Population", "Capital", "Rank", "Country", "省份"])
def test_a_heading_of_something_else_does_not(text: str) -> None:
    assert not read_heading(text).open


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("Doses, in millions", 10**6),
        ("口罩（单位：万只）", 10**4),
        ("Tonnes (thousand)", 1000),
        ("50 million doses were sent", None),
    ],
)
def test_a_caption_sets_the_scale_only_for_the_whole_table(text: str, scale: int | None) -> None:
    assert find_caption_scale(text) == scale


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("Wells by country", "well", "well"),
        ("Countries by number of wells", "well", "well"),
        ("Number of wells, by country", "well", "well"),
        ("Exports in US$ million by country", "USD", None),
        ("The Hospitals of the north had to send word to all of their nurses in May.", "people", "nurse"),
        (
            "In the year 2020 many more people than ever before came to the doors of the old city hall",
            "people",
            "people",
        ),
        ("援助的帐篷已经全部送到当地，由人们分给村民使用。", "items", "帐篷"),
        ("各国访问学者人数", "people", "学者"),
    ],
)
def test_a_caption_says_what_its_table_counts(text: str, unit: str, noun: str | None) -> None:
    assert find_title_unit(text) == Counted(unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "It rains.",
        "In all of these places it rained by far more than it had rained in that month ever before.",
        "The nurse came from the north and went to the south, as one of them had told it on the way.",
        "这里的天气一直很好，大家都很高兴地回家去了。",
    ],
)
def test_a_line_without_a_noun_of_a_known_unit_says_nothing(text: str) -> None:
    assert find_title_unit(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "noun", "scale"),
    [
        ("Aid by country (US$ million)", "USD", None, 10**6),
        ("Aid by country, in US$ million", "USD", None, 10**6),
        ("Share of pupils by country (in %)", "percent", None, None),
        ("单位：%", "percent", None, None),
        ("援助物资（单位：万剂）", "doses", "剂", 10_000),
        ("Aid by country (in thousands of tonnes)", "tonnes", "tonne", 1_000),
        ("Pupils (all) by country (boys)", "people", "boy", None),
    ],
)
def test_the_brackets_of_a_caption_set_the_unit_of_every_column(
    text: str, unit: str, noun: str | None, scale: int | None
) -> None:
    assert find_table_unit(text) == (Counted(unit, noun), scale)


@pytest.mark.parametrize("text", ["Aid by country (2020)", "Wells by country (length in km)", "Aid by country"])
def test_brackets_without_a_unit_set_none(text: str) -> None:
    assert find_table_unit(text) is None


@pytest.mark.parametrize("text", ["Pts", " PTS ", "净胜球"])
def test_a_heading_of_a_league_is_known_by_the_whole_of_it(text: str) -> None:
    assert says_league(text)
    assert not says_league(f"{text} of aid")


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("Teams (doctors)", "people", "doctor"),
        ("Well-wishers (people)", "people", "well-wisher"),
        ("Goods (tonnes)", "tonnes", "tonne"),
        ("Items (2)", "items", "item"),
        ("船闸（座）", "船闸", "船闸"),
    ],
)
def test_the_unit_in_brackets_goes_before_the_noun_outside(text: str, unit: str, noun: str) -> None:
    assert read_heading(text)[0] == unit
    assert read_heading(text).noun == noun
