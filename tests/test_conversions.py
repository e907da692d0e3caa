"""Names to codes in the shape of what is given, and codes to names."""

from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import geo
from geo.base.errors import GeoError, UnknownCode

ODD = [None, float("nan"), pd.NA, pd.NaT, "", " ", "n/a", "NaN", True, [1], {}, b"Peru", Decimal(788), object(), 10**30]


def test_one_name_gives_one_value() -> None:
    assert [geo.convert("Bolivia (Plurinational State of)", to) for to in ("iso3", "iso2", "numeric", "name:zh")] == [
        "BOL", "BO", "068", "玻利维亚"
    ]  # fmt: skip
    assert geo.convert("Bolivia", to=["iso2", "numeric"]) == {"iso2": "BO", "numeric": "068"}


def test_a_list_gives_a_list_and_so_does_what_can_be_gone_through() -> None:
    names = ["Peru", None, "Chili"]
    given = [
        names,
        tuple(names),
        np.array(names),
        pa.array(names),
        pa.chunked_array([names]),
        pd.Index(names),
        iter(names),
    ]
    assert [geo.convert(some) for some in given] == [["PER", None, "CHL"]] * 7
    assert geo.convert(["Peru"], to=("iso2", "name:de")) == [{"iso2": "PE", "name:de": "Peru"}]
    assert geo.convert([]) == []


def test_a_series_keeps_its_index_and_name() -> None:
    names = pd.Series(["Peru", None, "Chili"], index=["a", "b", "a"], name="land")
    codes = geo.convert(names, unknown="?")
    pd.testing.assert_series_equal(
        codes, pd.Series(["PER", "?", "CHL"], index=["a", "b", "a"], name="land", dtype="str")
    )
    table = geo.convert(names, to=["iso3", "name:fr"])
    assert list(table.columns) == ["iso3", "name:fr"]
    assert table.index.equals(names.index)
    assert table["name:fr"].tolist()[::2] == ["Pérou", "Chili"]


@pytest.mark.parametrize("dtype", ["category", "object", "str"])
def test_a_column_of_codes_is_text_whatever_it_was(dtype: str) -> None:
    assert geo.convert(pd.Series(["Peru", None], dtype=dtype)).dtype == "str"
    assert geo.convert(pd.Series([], dtype=dtype)).dtype == "str"


def test_nothing_in_a_column_raises_an_error() -> None:
    assert geo.convert(ODD, unknown="-") == ["-"] * len(ODD)
    assert [geo.convert(one, unknown="-") for one in ("", None, 1.5, -1, b"Peru")] == ["-"] * 5


def test_codes_of_m49_are_read_from_numbers() -> None:
    assert geo.convert([788, 788.0, np.int64(4), np.float64(4.0), "788"]) == ["TUN", "TUN", "AFG", "AFG", "TUN"]
    assert geo.convert(pd.Series([788, None])).tolist()[0] == "TUN"


def test_what_is_no_country_is_unknown_and_what_may_be_two_is_told() -> None:
    names = ["West Africa", "WHO", "European Union", "142", "Congo", "Korea", "AU", "Micronesia"]
    assert geo.convert(names, unknown="-", ambiguous="?") == ["-", "-", "-", "-", "?", "?", "AUS", "FSM"]
    # Kosovo has no number in M49.
    assert geo.convert("Kosovo", to=["iso3", "numeric"], unknown="-") == {"iso3": "XKX", "numeric": "-"}


def test_names_are_read_as_find_code_reads_them() -> None:
    assert geo.convert(["Island", "Venezula"]) == [None, None]
    assert geo.convert("Island", language="de") == "ISL"
    assert geo.convert("Venezula", fuzzy=True) == "VEN"


@pytest.mark.parametrize("to", ["iso4", "", "name", "name:", "name:xx", ["iso3", "ISO2"]])
def test_an_unknown_output_is_an_error_before_any_name_is_read(to: str | list[str]) -> None:
    with pytest.raises(GeoError):
        geo.convert(["Peru"], to=to)


def test_a_code_has_a_name_in_every_language_of_cldr() -> None:
    shown = [geo.name("DEU", language) for language in ("en", "de", "zh", "zh-Hant", "ar", "sr_Latn", "pt-BR", "qu")]
    assert shown == ["Germany", "Deutschland", "德国", "德國", "ألمانيا", "Nemačka", "Alemanha", "Alemania"]
    assert [geo.name(code) for code in ("DE", "276", "150", "org:eu")] == [
        "Germany",
        "Germany",
        "Europe",
        "European Union",
    ]


@pytest.mark.parametrize(("code", "language"), [("XYZ", "en"), ("", "en"), ("DEU", "tlh"), ("DEU", "")])
def test_a_name_that_there_is_not_is_an_error(code: str, language: str) -> None:
    with pytest.raises(GeoError):
        geo.name(code, language)


def test_an_unknown_code_says_so() -> None:
    with pytest.raises(UnknownCode, match="'XYZ'"):
        geo.name("XYZ")
