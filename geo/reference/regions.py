"""The regions of data/regions.csv: those of UN M49, and groupings of our own."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows

RegionKind = Literal["m49", "custom"]
WORLD = "world"


class Region(NamedTuple):
    """A region of UN M49, or a grouping of our own; `contains` names what a grouping is composed of."""

    code: str
    kind: RegionKind
    parent: str | None
    contains: tuple[str, ...]
    name_en: str
    name_zh: str
    short_en: str
    short_zh: str
    note: str
    source: str


@cache
def read_regions() -> Mapping[str, Region]:
    """Return every region by its code: three digits of UN M49, or `region:…`."""
    return index_rows(find_data_folder() / "regions.csv", _make_region)


def _make_region(row: Row) -> Region:
    """Return the region of a row."""
    return Region(
        code=row["code"],
        kind=cast(RegionKind, choose(row, "kind", get_args(RegionKind))),
        parent=row["parent"] or None,
        contains=tuple(row["contains"].split()),
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        short_en=row["short_en"],
        short_zh=row["short_zh"],
        note=row["note"],
        source=row["source"],
    )
