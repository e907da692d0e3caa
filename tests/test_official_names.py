"""What the United Nations, ISO, the World Bank, the CIA, sports bodies and maps call every country or area."""

import csv
from pathlib import Path

import pytest

from geo.names.mentions import read_mentions
from geo.reference.areas import read_areas

TABLE = Path(__file__).parent / "cases" / "official_names.csv"
CELLS = ("{}\t3", "| {} | 12 |", "- {}: 12", "{}")
SENTENCE = "Aid reached {} on Monday."


def read_forms() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def find_codes(text: str) -> set[str]:
    return {mention.code for mention in read_mentions(text, "en")[0]}


@pytest.mark.parametrize("frame", [*CELLS, SENTENCE])
def test_every_form_of_every_producer_gives_its_code_and_no_other(frame: str) -> None:
    forms = {(row["code"], row["name"].replace("’", "'")) for row in read_forms() if not row["note"]}
    wrong = [(name, code, find_codes(frame.format(name))) for code, name in forms]
    assert [(name, code, found) for name, code, found in wrong if found != {code}] == []


def test_a_form_that_two_places_share_is_refused_in_a_cell_with_its_reason() -> None:
    shared = {row["name"] for row in read_forms() if row["note"]}
    assert shared == {"Congo", "Congo (the)", "Reunion"}
    for name in shared:
        mentions, refusals = read_mentions(f"{name}\t3", "en")
        assert (mentions, [refusal.reason for refusal in refusals]) == (
            [],
            ["the text names none of the candidates in full"],
        )


def test_the_table_has_every_country_or_area() -> None:
    assert {row["code"] for row in read_forms()} == set(read_areas())


def test_a_cell_names_the_state_that_no_other_cell_names() -> None:
    table = "Country\tCases\nCongo\t4\nDemocratic Republic of the Congo\t7\n"
    assert [mention.code for mention in read_mentions(table, "en")[0]] == ["COG", "COD"]
