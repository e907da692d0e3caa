"""Names that the end of a line, a tab or a gap breaks in two, in texts that are read by themselves."""

from itertools import pairwise, permutations

import pytest

from geo.names.broken_names import join_broken_names
from geo.names.mentions import choose_gazetteer, find_mentions
from geo.reference.memberships import find_members
from geo.reference.places import list_names, name_place
from geo.text import PlainText

UNITED_NATIONS = sorted(find_members("org:un"), key=lambda code: name_place(code, "en"))


def read(text: str, language: str | None) -> list[tuple[str, str]]:
    found = find_mentions(text, language)
    assert [text[one.start : one.end] for one in found] == [one.text for one in found]
    return [(one.text, one.code) for one in found]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("North\nKorea", "en", "PRK"),
        ("North\tKorea", "en", "PRK"),
        ("North  Korea", "en", "PRK"),
        ("North   Korea", "en", "PRK"),
        ("Bosnia\nand\nHerzegovina", "en", "BIH"),
        ("جنوب\nالسودان", "ar", "SSD"),
        ("Guinée\néquatoriale", "fr", "GNQ"),
        ("Coreia  do Norte", "pt", "PRK"),
        ("Coreia   do Norte", "pt", "PRK"),
        ("Guiné  Equatorial", "pt", "GNQ"),
        ("南ス\nーダン", "ja", "SSD"),
        ("コンゴ\n民主共和国", "ja", "COD"),
        ("印度\n尼西亚", "zh", "IDN"),
        ("สาธารณรัฐ\nเช็ก", "th", "CZE"),
    ],
)
def test_a_name_that_is_broken_in_two_is_one_name(text: str, language: str, code: str) -> None:
    assert read(text, language) == [(text, code)]


@pytest.mark.parametrize("text", ["He lives in New  Mexico", "He lives in New\nMexico", "The Gulf of\nGuinea is deep"])
def test_a_longer_name_that_is_broken_shields_the_shorter_one(text: str) -> None:
    assert read(text, "en") == []


@pytest.mark.parametrize(
    ("text", "language", "codes"),
    [
        ("Niger\nGuinea", "en", ["NER", "GIN"]),
        ("Korea\nNorth Macedonia", "en", ["MKD"]),
        ("Dominica\nRepublic of Korea", "en", ["DMA", "KOR"]),
        ("日本\n海地", "zh", ["JPN", "HTI"]),
        ("Guinea\tConakry\nNiger\tNiamey", "en", ["GIN", "GIN", "NER", "NER"]),
    ],
)
def test_the_lines_of_a_list_and_the_cells_of_a_row_stay_apart(text: str, language: str, codes: list[str]) -> None:
    assert [code for _, code in read(text, language)] == codes


@pytest.mark.parametrize("text", ["South\nSudan\nChad", "South\tSudan\t12\tChad", "South   Sudan   Chad"])
def test_what_may_be_a_heading_over_a_name_is_not_read(text: str) -> None:
    assert read(text, "en") == [("Chad", "TCD")]


def test_a_list_of_the_united_nations_reads_as_that_list() -> None:
    alone = {code: [found for _, found in read(name_place(code, "en"), "en")] for code in UNITED_NATIONS}
    for first, second in [*pairwise(UNITED_NATIONS), *pairwise(reversed(UNITED_NATIONS))]:
        text = f"{name_place(first, 'en')}\n{name_place(second, 'en')}"
        assert [code for _, code in read(text, "en")] == [*alone[first], *alone[second]], text


@pytest.mark.parametrize("language", ["en", "fr", "es", "pt", "ru", "ar", "ja", "zh"])
def test_no_two_members_of_the_united_nations_make_a_third_name(language: str) -> None:
    names = [list_names(code, language)[0] for code in UNITED_NATIONS]
    text = PlainText("\n\n".join(f"{first}\n{second}" for first, second in permutations(names, 2)))
    assert join_broken_names(choose_gazetteer(language), text, language) is text
