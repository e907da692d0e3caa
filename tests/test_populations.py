"""How many people live where, and what is said of those of whom nobody says it."""

import hashlib
import tomllib
from pathlib import Path

import pytest

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.base.rows import index_rows
from geo.reference.areas import read_areas
from geo.reference.populations import Years, _make_population, find_years, read_populations

# Parts of other units in Natural Earth, and one where nobody lives.
WITHOUT = {"BES", "BVT", "CCK", "CXR", "GLP", "GUF", "HMD", "MTQ", "MYT", "REU", "SJM", "TKL"}


def test_every_country_or_area_has_a_figure_but_those_that_are_known_to_have_none() -> None:
    assert set(read_areas()) - set(read_populations()) == WITHOUT


def test_the_people_of_the_world_are_about_as_many_as_there_were_in_2019() -> None:
    assert 7.55e9 < sum(one.people for one in read_populations().values()) < 7.75e9


def test_the_people_of_a_code_are_those_of_all_units_that_its_people_are_divided_among() -> None:
    somalia = read_populations()["SOM"]
    assert (somalia.people, somalia.year) == (15_288_476, 2014)
    assert somalia.source.endswith("SOM and SOL")


def test_some_codes_have_the_years_of_their_figures() -> None:
    assert find_years(["FRA", "TWN", "NFK"]) == Years(2011, 2020, 2020)
    assert find_years(["GLP"]) is None


def test_the_stored_table_is_the_one_described() -> None:
    [stored] = tomllib.loads((find_data_folder() / "population.toml").read_text(encoding="utf-8"))["file"]
    assert stored["licence"] == "public domain"
    assert hashlib.sha256((find_data_folder() / Path(stored["path"]).name).read_bytes()).hexdigest() == stored["sha256"]


def test_nobody_is_no_figure(tmp_path: Path) -> None:
    file = tmp_path / "population.csv"
    file.write_text("code,population,year,source\nHMD,0,2019,x\n", encoding="utf-8")
    with pytest.raises(DataError, match="leave out the row"):
        index_rows(file, _make_population)
