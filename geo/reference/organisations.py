"""The international organisations of data/organisations.csv."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows

OrganisationKind = Literal[
    "universal", "un_system", "bank", "court", "worldwide", "regional", "military", "forum", "partnership",
    "non_governmental",
]  # fmt: skip


class Organisation(NamedTuple):
    """An international organisation; `source` is the address of its site."""

    code: str
    acronym: str | None
    name_en: str
    name_zh: str
    kind: OrganisationKind
    source: str


@cache
def read_organisations() -> Mapping[str, Organisation]:
    """Return every organisation by its code, `org:…`."""
    return index_rows(find_data_folder() / "organisations.csv", _make_organisation)


def _make_organisation(row: Row) -> Organisation:
    """Return the organisation of a row."""
    return Organisation(
        code=row["code"],
        acronym=row["acronym"] or None,
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        kind=cast(OrganisationKind, choose(row, "kind", get_args(OrganisationKind))),
        source=row["source"],
    )
