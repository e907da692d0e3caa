"""The code of a single name: exact, ambiguous, and misspelt where that is asked for."""

import pytest

from geo.base.errors import AmbiguousName
from geo.names.codes import find_code
from geo.names.gazetteer import read_names


def test_one_name_gives_one_code() -> None:
    names = ["科特迪瓦", "Côte d’Ivoire", "united states", "U.S.", "CI", "CIV", "XK", "拉美", "世卫组织", "WHO"]
    codes = ["CIV", "CIV", "USA", "USA", "CIV", "CIV", "XKX", "419", "org:who", "org:who"]
    assert [find_code(name) for name in names] == codes


def test_an_unknown_name_gives_none() -> None:
    assert [find_code(name) for name in ("Ruritania", "", "cn", "中")] == [None, None, None, None]


@pytest.mark.parametrize(
    ("name", "codes"), [("刚果", ("COD", "COG")), ("Korea", ("KOR", "PRK")), ("AU", ("AUS", "org:au"))]
)
def test_an_ambiguous_name_says_which_codes_fit(name: str, codes: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousName) as caught:
        find_code(name)
    assert caught.value.codes == codes


def test_a_language_gates_the_names_looked_up() -> None:
    assert find_code("Serbia", "zh") is None
    assert find_code("塞尔维亚", "zh") == "SRB"


def test_an_iso_code_is_not_put_in_doubt_by_a_weak_acronym() -> None:
    assert find_code("CAN") == "CAN"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Kazakstan", "KAZ"), ("Columbia", "COL"), ("Phillipines", "PHL"), ("Azerbajan", "AZE"), ("科特迪亚", "CIV"),
     ("塞尔维雅", "SRB"), ("World Health Organsation", "org:who"), ("Serbia", "SRB"), ("Zz", None), ("qwertyuiop", None)],
)  # fmt: skip
def test_a_misspelt_name_is_taken_for_the_one_it_is_most_like(name: str, code: str | None) -> None:
    assert find_code(name, fuzzy=True) == code


def test_a_misspelt_name_is_unknown_unless_fuzzy_is_asked_for() -> None:
    assert find_code("Kazakstan") is None


def test_a_misspelt_name_like_two_is_ambiguous() -> None:
    with pytest.raises(AmbiguousName, match="AUS, AUT"):
        find_code("Austrlia", fuzzy=True)


def test_a_name_spelt_right_is_never_taken_for_another() -> None:
    plain = [name for name in read_names() if name.code and not name.weak][::37]
    found = [find_code(name.text, name.language, fuzzy=True) for name in plain]
    assert found == [find_code(name.text, name.language) for name in plain]
