"""The countries and areas of data/countries.csv: codes, UN M49 regions, status."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows

AreaStatus = Literal["un_member", "un_observer", "associated_state", "special_region", "territory", "special"]


class Area(NamedTuple):
    """A country or area: its ISO 3166-1 codes, its UN M49 regions, its status, and who administers it.

    `code` is alpha-3 (XKX for Kosovo); What an area does not have is None: XKX has no number.
    """

    code: str
    alpha_2: str
    numeric: str | None
    region: str | None
    subregion: str | None
    intermediate: str | None
    status: AreaStatus
    administered_by: str | None
    note: str
    source: str


@cache
def read_areas() -> Mapping[str, Area]:
    """Return every country or area by its ISO 3166-1 alpha-3 code, in the order of the codes."""
    return index_rows(find_data_folder() / "countries.csv", _make_area)


def _make_area(row: Row) -> Area:
    """Return the area of a row."""
    return Area(
        code=row["code"],
        alpha_2=row["alpha_2"],
        numeric=row["numeric"] or None,
        region=row["region"] or None,
        subregion=row["subregion"] or None,
        intermediate=row["intermediate"] or None,
        status=cast(AreaStatus, choose(row, "status", get_args(AreaStatus))),
        administered_by=row["administered_by"] or None,
        note=row["note"],
        source=row["source"],
    )
