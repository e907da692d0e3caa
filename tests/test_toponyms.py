"""Capitals, cities and provinces: read as their country or area, kept apart, and never in a country's way."""

import csv
import hashlib
import re
import tomllib

import pytest

from geo.base.folders import find_data_folder
from geo.documents.reading import read_documents
from geo.names.known_names import read_names
from geo.names.mentions import find_mentions
from geo.names.patterns import PLACE_RULES
from geo.reference.areas import read_areas
from geo.statements.quantities import find_quantities
from geo.store.corpus import Where, extract

NAMES = find_data_folder() / "names"


def read_places() -> list[dict[str, str]]:
    with (NAMES / "places.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def find_rules(text: str) -> list[tuple[str, str, str]]:
    return [(mention.text, mention.code, mention.rule) for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("专机抵达金边。", [("金边", "KHM", "capital")]),
        ("武汉和湖北的医生", [("武汉", "CHN", "city"), ("湖北", "CHN", "province")]),
        ("Belgrade thanked Beijing.", [("Belgrade", "SRB", "capital"), ("Beijing", "CHN", "capital")]),
        ("访华盛顿的代表团", [("华盛顿", "USA", "capital")]),
        ("从罗马尼亚到罗马", [("罗马尼亚", "ROU", "name"), ("罗马", "ITA", "capital")]),
        ("黄河内蒙古段", [("内蒙古", "CHN", "province")]),
        ("古罗马的马赛克", []),
        ("George Washington met Paris Hilton.", []),
    ],
)
def test_a_place_stands_for_its_country_with_a_rule_of_its_own(text: str, found: list[tuple[str, str, str]]) -> None:
    assert find_rules(text) == found


def test_a_place_gives_way_to_a_country_that_begins_inside_it() -> None:
    assert find_rules("船队出海南非补给") == [("南非", "ZAF", "name")]
    assert find_rules("湖南非洲鼓乐团") == [("湖南", "CHN", "province"), ("非洲", "002", "region")]


def test_a_capital_supports_an_ambiguous_short_form() -> None:
    assert ("塞", "SRB", "frame") in find_rules("援塞物资运抵贝尔格莱德")


def test_places_are_counted_only_where_that_is_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("documents") / "a.txt"
    file.write_text("专机从武汉飞抵金边，并向老挝捐赠口罩。\n", encoding="utf-8")
    corpus = extract(read_documents(file))
    assert set(corpus.count_mentions("code").code) == {"LAO"}
    assert set(corpus.count_mentions("code", Where(places=True)).code) == {"CHN", "KHM", "LAO"}


def test_no_quantity_is_given_by_a_city() -> None:
    assert [q.giver for q in find_quantities("武汉向老挝捐赠10吨物资。", "zh")] == [
        q.giver for q in find_quantities("某市向老挝捐赠10吨物资。", "zh")
    ]


def test_no_place_holds_its_country_s_name_unless_a_shield_does() -> None:
    shields = {name.text for name in read_names() if name.rule == "shield"}
    own = {(name.code, name.language, name.text) for name in read_names() if name.code}
    places = {(row["code"], row["language"], row["name"]) for row in read_places() if row["name"] not in shields}
    assert [place for place in places if any(place[:2] == name[:2] and holds(place[2], name[2]) for name in own)] == []


def holds(place: str, name: str) -> bool:
    return name in place if not name.isascii() else re.search(rf"\b{re.escape(name)}\b", place) is not None


def test_every_row_has_a_known_code_a_rule_and_one_meaning() -> None:
    rows = read_places()
    assert {row["code"] for row in rows} <= set(read_areas())
    assert {row["rule"] for row in rows} == PLACE_RULES
    assert len({(row["name"], row["language"]) for row in rows}) == len(rows)


def test_only_members_and_observers_of_the_united_nations_have_capitals() -> None:
    status = {row["code"]: read_areas()[row["code"]].status for row in read_places() if row["rule"] == "capital"}
    assert set(status.values()) <= {"un_member", "un_observer"}


def test_most_states_have_a_capital_in_both_languages() -> None:
    states = {area.code for area in read_areas().values() if area.status == "un_member"}
    for language in ("en", "zh"):
        capitals = {row["code"] for row in read_places() if (row["language"], row["rule"]) == (language, "capital")}
        assert len(capitals & states) > 165


def test_the_table_is_the_one_its_account_describes() -> None:
    account = tomllib.loads((NAMES / "SOURCES.toml").read_text(encoding="utf-8"))["file"][0]
    assert hashlib.sha256((NAMES / "places.csv").read_bytes()).hexdigest() == account["sha256"]
    assert account["licence"].startswith("Creative Commons Attribution 4.0")
