"""How many people live in each country or area, from data/population.csv: Natural Earth's estimates, with their years."""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows
from geo.reference.areas import read_areas


class Population(NamedTuple):
    """The people of a country or area, the year that the figure is of, and the units it was taken from."""

    code: str
    people: int
    year: int
    source: str


class Years(NamedTuple):
    """The years of some figures: the first, the last, and that of most."""

    first: int
    last: int
    most: int


@cache
def read_populations() -> Mapping[str, Population]:
    """Return the people of each country or area by its code; who is not there has no figure."""
    return index_rows(find_data_folder() / "population.csv", _make_population)


def find_years(codes: Iterable[str]) -> Years | None:
    """Return the years of the figures of some codes; None where none of them has one.

    >>> find_years(("ITA", "TWN", "FRA"))
    Years(first=2019, last=2020, most=2019)
    """
    known = read_populations()
    years = Counter(known[code].year for code in codes if code in known)
    if not years:
        return None
    return Years(min(years), max(years), max(years, key=lambda year: (years[year], year)))


def _make_population(row: Row) -> Population:
    """Return the population of a row."""
    people, year = int(row["population"]), int(row["year"])
    if people <= 0:
        raise ValueError(f"population is {people}; leave out the row of a country or area without a figure")
    return Population(choose(row, "code", read_areas()), people, year, row["source"])
