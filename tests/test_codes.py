"""The code of a single name: exact, in any written form, in any language, ambiguous, and misspelt where that is asked for."""

from collections import defaultdict
from pathlib import Path

import pytest

from geo.base.errors import AmbiguousName
from geo.base.rows import read_rows
from geo.names.codes import find_code, list_codes
from geo.names.known_names import read_names
from geo.names.name_index import read_written_otherwise
from geo.reference.every_language import list_catalogues, list_foreign_names

CASES = Path(__file__).parent / "cases"
# Chosen before they were tried: those of the most speakers, in all scripts, and small ones.
LANGUAGES = [
    "af",
    "am",
    "ar",
    "as",
    "ast",
    "az",
    "be",
    "bg",
    "bn",
    "bs",
    "ca",
    "cs",
    "cy",
    "da",
    "de",
    "el",
    "es",
    "et",
    "eu",
    "fa",
    "fi",
    "fil",
    "fo",
    "fr",
    "ga",
    "gl",
    "gu",
    "ha",
    "he",
    "hi",
    "hr",
    "hu",
    "hy",
    "id",
    "is",
    "it",
    "ja",
    "ka",
    "kk",
    "km",
    "kn",
    "ko",
    "ky",
    "lo",
    "lt",
    "lv",
    "mk",
    "ml",
    "mn",
    "mr",
    "ms",
    "mt",
    "my",
    "ne",
    "nl",
    "no",
    "or",
    "pa",
    "pl",
    "ps",
    "pt",
    "ro",
    "ru",
    "si",
    "sk",
    "sl",
    "so",
    "sq",
    "sr",
    "sv",
    "sw",
    "ta",
    "te",
    "th",
    "ti",
    "tr",
    "uk",
    "ur",
    "uz",
    "vi",
    "xh",
    "yo",
    "zu",
]


def test_one_name_gives_one_code() -> None:
    names = ["科特迪瓦", "Côte d’Ivoire", "united states", "U.S.", "CI", "CIV", "XK", "拉美", "世卫组织", "WHO"]
    codes = ["CIV", "CIV", "USA", "USA", "CIV", "CIV", "XKX", "419", "org:who", "org:who"]
    assert [find_code(name) for name in names] == codes


def test_an_unknown_name_gives_none() -> None:
    assert [find_code(name) for name in ("Ruritania", "", "de", "中", "x" * 500)] == [None] * 5


def test_every_messy_name_is_read_right_or_not_at_all() -> None:
    rows = list(read_rows(CASES / "messy_names.csv", dict))
    plain = {row["name"]: list_codes(row["name"]) for row in rows}
    wrong = [(row, plain[row["name"]]) for row in rows if len(plain[row["name"]]) == 1 and not _is_right(row)]
    assert wrong == []
    assert [row["name"] for row in rows if row["kind"] != "misspelt" and not _is_right(row)] == []
    assert [row["name"] for row in rows if not _is_right(row, fuzzy=True)] == []


def _is_right(row: dict[str, str], *, fuzzy: bool = False) -> bool:
    """Tell whether a name gives the one code of its row; where that has none, no country or area, or more than one."""
    codes = [code for code in list_codes(row["name"], None, fuzzy) if code.isalpha()]
    return codes == [row["code"]] if row["code"] else len(codes) != 1


@pytest.mark.parametrize(
    ("name", "codes"), [("刚果", ("COD", "COG")), ("Korea", ("KOR", "PRK")), ("AU", ("AUS", "org:au")),
                        ("Kongo", ("COD", "COG")), ("Austr.", ("AUS", "AUT")), ("Republic of Dominica", ("DMA", "DOM"))]
)  # fmt: skip
def test_an_ambiguous_name_says_which_codes_fit(name: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousName) as caught:
        find_code(name)
    assert caught.value.codes == codes


def test_a_language_gates_the_names_looked_up() -> None:
    assert find_code("Serbia", "zh") is None
    assert find_code("塞尔维亚", "zh") == find_code("塞爾維亞", "zh-Hant") == "SRB"
    assert [find_code("Island"), find_code("Island", "de")] == [None, "ISL"]
    assert [find_code("Nederland", "nl_BE"), find_code("Nederland", "fr")] == ["NLD", None]


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_every_language_are_read_back(language: str) -> None:
    names = {name for name in list_foreign_names(language) if name.reviewed}
    told = [name for name in names if name.code not in list_codes(name.text, language)]
    untold = [name for name in names if list_codes(name.text) not in ((name.code,), ())]
    # Told the language, all are read; untold, what means two is left open, and very little means another.
    assert len(names) > 150
    assert told == []
    assert [name for name in untold if len(list_codes(name.text)) == 1] == []
    assert len([name for name in names if list_codes(name.text) != (name.code,)]) < 0.02 * len(names) + 2


def test_catalogues_of_iso_3166_are_read_too() -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    for catalogue in list_catalogues()[::3]:
        for name in list_foreign_names(catalogue.split("_")[0].split("@")[0]):
            if not name.reviewed:
                found[catalogue].append(name.code in list_codes(name.text))
    assert len(found) > 40
    assert sum(map(sum, found.values())) > 0.99 * sum(map(len, found.values()))


def test_an_iso_code_is_not_put_in_doubt_by_a_weak_acronym() -> None:
    assert find_code("CAN") == "CAN"


def test_codes_are_read_in_any_case_where_they_are_no_word() -> None:
    assert [find_code(name) for name in ("deu", "Vut", "gb", "jp")] == ["DEU", "VUT", "GBR", "JPN"]
    assert [find_code(name) for name in ("and", "are", "in", "is", "it", "na", "per")] == [None] * 7


def test_digits_of_m49_are_read_as_text_and_as_a_number_that_lost_its_zeros() -> None:
    assert [find_code(name) for name in ("788", 788, 788.0, "004", 4, "142", 142)] == [
        "TUN", "TUN", "TUN", "AFG", "AFG", "142", "142"
    ]  # fmt: skip
    assert [find_code(name) for name in ("4", 0, -788, 1e300, float("nan"), 788.5, "999")] == [None] * 7


@pytest.mark.parametrize(
    ("name", "code"),
    [("Kazhakstan", "KAZ"), ("Columbia", "COL"), ("Phillipines", "PHL"), ("Azerbajan", "AZE"), ("科特迪亚", "CIV"),
     ("塞尔维雅", "SRB"), ("World Health Organsation", "org:who"), ("Serbia", "SRB"), ("Zz", None), ("qwertyuiop", None)],
)  # fmt: skip
def test_a_misspelt_name_is_taken_for_the_one_it_is_most_like(name: str, code: str | None) -> None:
    assert find_code(name, fuzzy=True) == code


@pytest.mark.parametrize(
    "name",
    ["New Mexico", "North Dakota", "Wakanda", "Prussia", "Indiana", "Chain", "Stain", "Republic of Texas", "Western Cape",
     "United States of Africa", "South Virginia", "Upper Austria", "Nigel", "Ireland County", "Cypress", "Panama City"],
)  # fmt: skip
def test_another_place_or_word_is_no_misspelt_country(name: str) -> None:
    assert find_code(name, fuzzy=True) is None


def test_a_misspelt_name_is_unknown_unless_fuzzy_is_asked_for() -> None:
    assert find_code("Kazhakstan") is None


def test_a_misspelt_name_like_two_is_ambiguous() -> None:
    with pytest.raises(AmbiguousName, match="AUS, AUT"):
        find_code("Austrlia", fuzzy=True)


def test_a_name_spelt_right_is_never_taken_for_another() -> None:
    plain = [name for name in read_names() if name.code and not name.weak][::37]
    found = [find_code(name.text, name.language, fuzzy=True) for name in plain]
    assert found == [find_code(name.text, name.language) for name in plain]


def test_parts_of_a_name_must_agree() -> None:
    names = ["Guam (US)", "Guam (FR)", "Georgia, USA", "China excl. Taiwan", "Asia excl. China", "Sweden except Skåne",
             "Denmark (incl. Greenland)", "Norway (incl. Iceland)", "Congo (DRC)"]  # fmt: skip
    assert [find_code(name) for name in names] == ["GUM", None, None, "CHN", None, None, "DNK", None, "COD"]


def test_each_spelling_of_the_reviewed_table_is_read_as_it_says() -> None:
    rows = read_written_otherwise()
    meant: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        meant[row.text, row.language] |= {row.code} - {""}
    assert [
        text for (text, language), codes in meant.items() if list_codes(text, language or None) != tuple(sorted(codes))
    ] == []
    assert len({(row.text, row.code) for row in rows}) == len(rows)
