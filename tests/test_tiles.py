"""The squares of the countries and areas: each in its place as far as that can be, and the build gives what is stored."""

import runpy

import pytest

from geo.base.folders import find_data_folder
from geo.maps.tiles import read_tiles
from geo.reference.areas import read_areas

# West of each other in the world, and so on the squares.
WEST_OF = (
    ("USA", "GBR"), ("MEX", "CUB"), ("BRA", "AGO"), ("PRT", "ITA"), ("IRL", "GBR"), ("FRA", "DEU"), ("DEU", "POL"),
    ("ESP", "GRC"), ("SEN", "SDN"), ("NGA", "ETH"), ("TUR", "IRN"), ("IRQ", "PAK"), ("PAK", "BGD"), ("IND", "VNM"),
    ("CHN", "KOR"), ("KOR", "JPN"), ("AUS", "NZL"), ("AUS", "FJI"), ("CAN", "RUS"), ("CHL", "ARG"),
)  # fmt: skip
NORTH_OF = (
    ("CAN", "USA"), ("USA", "MEX"), ("MEX", "BRA"), ("BRA", "ARG"), ("NOR", "DEU"), ("DEU", "ITA"), ("ITA", "LBY"),
    ("EGY", "ZAF"), ("KAZ", "IRN"), ("MNG", "CHN"), ("CHN", "VNM"), ("VNM", "IDN"), ("IDN", "AUS"), ("FRA", "MAR"),
)  # fmt: skip


def test_every_country_or_area_has_a_square_and_no_two_the_same() -> None:
    tiles = read_tiles()
    assert list(tiles) == list(read_areas())
    assert len({(tile.column, tile.row) for tile in tiles.values()}) == 250


@pytest.mark.parametrize("continent", ["002", "019", "142", "150", "009"])
def test_a_continent_hangs_together_and_touches_no_other(continent: str) -> None:
    areas = read_areas()
    mine = {(t.column, t.row) for t in read_tiles().values() if areas[t.code].region == continent}
    others = {(t.column, t.row) for t in read_tiles().values() if areas[t.code].region != continent}
    waiting, met = [min(mine)], set[tuple[int, int]]()
    while waiting:
        column, row = waiting.pop()
        beside = {(column + 1, row), (column - 1, row), (column, row + 1), (column, row - 1)}
        assert not beside & others
        waiting += (beside & mine) - met
        met |= {(column, row)}
    assert met == mine


@pytest.mark.parametrize(("west", "east"), WEST_OF)
def test_what_lies_west_stays_west(west: str, east: str) -> None:
    assert read_tiles()[west].column < read_tiles()[east].column


@pytest.mark.parametrize(("north", "south"), NORTH_OF)
def test_what_lies_north_stays_north(north: str, south: str) -> None:
    assert read_tiles()[north].row < read_tiles()[south].row


def test_the_build_gives_the_stored_table() -> None:
    build = runpy.run_path(str(find_data_folder() / "build_tiles.py"))
    assert build["write_table"]() == (find_data_folder() / "tiles.csv").read_text(encoding="utf-8")


def test_the_assignment_has_the_least_sum() -> None:
    from itertools import permutations

    import numpy as np

    assign = runpy.run_path(str(find_data_folder() / "build_tiles.py"))["assign"]
    costs = np.array([[4.0, 1.0, 3.0, 9.0], [2.0, 0.0, 5.0, 8.0], [3.0, 2.0, 2.0, 7.0]])
    least = min(sum(costs[row, column] for row, column in enumerate(one)) for one in permutations(range(4), 3))
    assert sum(costs[row, column] for row, column in enumerate(assign(costs))) == least
