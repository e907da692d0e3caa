"""What places are called, and their other codes."""

import pycountry
import pytest

from geo.base.errors import GeoError, UnknownCode
from geo.base.folders import find_data_folder
from geo.base.rows import read_rows
from geo.reference import wordings
from geo.reference.areas import read_areas
from geo.reference.organisations import read_organisations
from geo.reference.places import (
    check_code,
    find_alpha_2,
    find_alpha_3,
    find_kind,
    find_numeric,
    list_names,
    list_place_codes,
    name_place,
)
from geo.reference.regions import read_regions

LANGUAGES = ("en", "zh")
CODES = (*list_place_codes(), *read_regions(), *read_organisations())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_name_of_its_own(language: str) -> None:
    names = [name_place(code, language) for code in CODES]
    assert all(name and name == name.strip() for name in names)
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("code", "english", "chinese"),
    [
        ("KHM", "Cambodia", "柬埔寨"),
        ("BOL", "Bolivia", "玻利维亚"),
        ("HKG", "Hong Kong, China", "中国香港"),
        ("MAC", "Macao, China", "中国澳门"),
        ("TWN", "Taiwan", "台湾"),
        ("PSE", "Palestine", "巴勒斯坦"),
        ("XKX", "Kosovo", "科索沃"),
        ("BIH", "Bosnia and Herzegovina", "波黑"),
        ("142", "Asia", "亚洲"),
        ("419", "Latin America and the Caribbean", "拉美和加勒比"),
        ("region:south-pacific", "South Pacific", "南太"),
        ("org:who", "World Health Organization", "世界卫生组织"),
        ("world", "world", "世界"),
    ],
)
def test_a_place_is_called_as_the_press_calls_it(code: str, english: str, chinese: str) -> None:
    assert (name_place(code, "en"), name_place(code, "zh")) == (english, chinese)


@pytest.mark.parametrize("code", ["", "ZZZ", "chn", "org:nonsense", "region:atlantis", "998"])
def test_a_code_that_is_unknown_is_refused(code: str) -> None:
    for ask in (check_code, find_kind, find_alpha_3, find_alpha_2, find_numeric):
        with pytest.raises(UnknownCode, match="is no country, region or organisation"):
            ask(code)
    with pytest.raises(UnknownCode):
        name_place(code, "en")


def test_only_known_codes_are_shown_otherwise_than_in_cldr() -> None:
    rows = list(read_rows(find_data_folder() / "display_names.csv", dict))
    assert {row["code"] for row in rows} <= {*read_areas()}
    assert all(row["language"] in wordings.LANGUAGES and row["note"] and row["source"] for row in rows)


def test_a_language_without_names_is_refused() -> None:
    with pytest.raises(GeoError, match="no names in 'xx'"):
        name_place("CHN", "xx")


def test_a_code_tells_what_kind_of_place_it_is() -> None:
    assert [find_kind(code) for code in ("TWN", "035", "org:eu")] == ["country", "region", "organisation"]
    assert check_code("region:cee") == "region:cee"


def test_every_code_of_a_country_leads_to_the_same_country() -> None:
    for area in read_areas().values():
        assert {find_alpha_3(code) for code in (area.code, area.alpha_2, area.numeric) if code} == {area.code}
        assert (find_alpha_2(area.code), find_numeric(area.alpha_2)) == (area.alpha_2, area.numeric)


def test_no_region_has_the_number_of_a_country() -> None:
    assert len(CODES) == len(set(CODES))
    assert not {*CODES} & {country.numeric for country in pycountry.countries}


def test_other_names_are_known_for_reading() -> None:
    assert {"Iran", "Iran, Islamic Republic of", "Islamic Republic of Iran"} <= {*list_names("IRN", "en")}
    assert {"沙特阿拉伯", "沙烏地阿拉伯", "沙特阿拉伯王国"} <= {*list_names("SAU", "zh")}
    assert list_names("XKX", "en") == ("Kosovo",)


def test_misspelt_names_of_a_catalogue_are_left_out() -> None:
    assert "波利维亚" not in list_names("BOL", "zh")
    assert "柬埔塞" not in list_names("KHM", "zh")


def test_names_are_asked_only_for_countries() -> None:
    with pytest.raises(UnknownCode):
        list_names("142", "zh")
