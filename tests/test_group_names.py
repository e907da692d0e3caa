"""What regions and organisations are called in other languages: complete, unique, and shown."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pycountry
import pytest
from babel import Locale

from geo.base.errors import DataError
from geo.reference import group_names
from geo.reference.areas import read_areas
from geo.reference.group_names import GroupName, find_group_name, read_group_names
from geo.reference.organisations import read_organisations
from geo.reference.places import list_place_codes, name_place
from geo.reference.regions import read_regions

OFFICIAL = ("es", "fr", "ru", "ar")
OTHERS = ("pt", "de", "it", "nl", "uk", "pl", "cs", "sv", "fa", "ja", "ko", "hi", "id", "vi", "tr", "th", "sw")
CONTINENTS = ("002", "019", "142", "150", "009")


def list_firm() -> Iterator[GroupName]:
    return (name for name in read_group_names() if not name.weak)


def test_every_region_and_organisation_has_a_name_in_each_language_of_the_united_nations() -> None:
    codes = (*read_regions(), *read_organisations())
    assert [(code, language) for code in codes for language in OFFICIAL if not find_group_name(code, language)] == []


def test_every_other_language_names_the_continents_and_most_regions() -> None:
    for language in OTHERS:
        assert all(find_group_name(code, language) for code in CONTINENTS), language
        assert sum(find_group_name(code, language) is not None for code in read_regions()) > 40, language


def test_no_name_means_two_groups_in_a_language_but_where_it_is_weak() -> None:
    claims = Counter((name.language, name.name) for name in list_firm())
    assert [claim for claim, number in claims.items() if number > 1] == []


def test_what_is_shown_tells_all_places_apart() -> None:
    codes = (*list_place_codes(), *read_regions(), *read_organisations())
    for language in (*OFFICIAL, *OTHERS):
        shown = Counter(name_place(code, language) for code in codes)
        assert [name for name, number in shown.items() if number > 1] == [], language


def test_a_name_that_is_a_countrys_too_is_weak() -> None:
    for language in (*OFFICIAL, *OTHERS):
        names = Locale.parse(language).territories
        countries = {names[area.alpha_2].casefold() for area in read_areas().values()}
        firm = {name.name.casefold() for name in list_firm() if name.language == language}
        assert firm & countries == set(), language


def test_an_acronym_is_in_capitals_and_no_code_of_a_country() -> None:
    codes = {code for country in pycountry.countries for code in (country.alpha_2, country.alpha_3)}
    for name in read_group_names():
        assert name.rule != "abbreviation" or name.name == name.name.upper(), name
        assert name.weak or name.name not in codes, name


def test_a_name_has_no_blank_at_its_ends_and_a_weak_one_says_what_else_it_means() -> None:
    for name in read_group_names():
        assert name.name == " ".join(name.name.split()), name
        assert bool(name.weak) <= bool(name.note), name


def test_an_adjective_is_of_a_region_and_in_lower_case_where_the_language_writes_it_so() -> None:
    for name in read_group_names():
        if name.rule == "demonym":
            assert name.code in read_regions(), name
            assert name.language in ("nl", "tr") or name.name == name.name.lower(), name


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [
        ("org:who", "fr", "Organisation mondiale de la santé"),
        ("org:un", "ru", "Организация Объединённых Наций"),
        ("org:eu", "ar", "الاتحاد الأوروبي"),
        ("org:koica", "es", "Agencia de Cooperación Internacional de Corea"),
        ("region:middle-east", "pt", "Oriente Médio"),
        ("002", "ja", "アフリカ"),
        ("org:who", "en", "World Health Organization"),
        ("org:who", "zh", "世界卫生组织"),
        ("org:rotary", "it", "Rotary International"),
    ],
)
def test_a_group_is_shown_by_its_name_in_the_language_else_in_english(code: str, language: str, name: str) -> None:
    assert name_place(code, language) == name


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("org:atlantis,fr,Atlantide,organisation,,", "code is 'org:atlantis'"),
        ("org:who,en,WHO,organisation,,", "English and Chinese have tables of their own"),
        ("org:who,xx,OMS,organisation,,", "language is 'xx'"),
        ("org:who,fr,OMS,acronym,,", "rule is 'acronym'"),
        ("org:who,fr,OMS,abbreviation,maybe,reason", "weak is 'maybe'"),
        ("org:who,fr,OMS,abbreviation,rival,", "say in the note what else it means"),
        ("org:who,fr,ONU,abbreviation,,", "claimed by org:un and org:who; mark all but one as rival"),
        ("org:un,fr,ONU,abbreviation,,", "stands there twice"),
    ],
)
def test_a_row_that_breaks_the_rules_of_the_table_is_refused_with_its_line(
    row: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "names").mkdir()
    table = f"code,language,name,rule,weak,note\norg:un,fr,ONU,abbreviation,,\n{row}\n"
    (tmp_path / "names" / "groups.csv").write_text(table, encoding="utf-8")
    monkeypatch.setattr(group_names, "find_data_folder", lambda: tmp_path)
    with pytest.raises(DataError, match=rf"groups.csv, line 3: .*{reason}"):
        group_names.read_group_names.__wrapped__()
