"""The organisations of data/organisations.csv: international ones, and national agencies with their country."""

from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple, cast, get_args

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, index_rows
from geo.reference.areas import read_areas

OrganisationKind = Literal[
    "universal", "un_system", "bank", "court", "worldwide", "regional", "military", "forum", "agreement",
    "partnership", "non_governmental", "agency",
]  # fmt: skip


class Organisation(NamedTuple):
    """An organisation; `country` is the one whose agency it is, None for an international one, `source` its site."""

    code: str
    acronym: str | None
    name_en: str
    name_zh: str
    kind: OrganisationKind
    country: str | None
    source: str


@cache
def read_organisations() -> Mapping[str, Organisation]:
    """Return every organisation by its code, `org:…`."""
    return index_rows(find_data_folder() / "organisations.csv", _make_organisation)


def find_country(code: str) -> str | None:
    """Return the country that a national agency acts for, None for any other code.

    >>> find_country("org:jica"), find_country("org:who")
    ('JPN', None)
    """
    organisation = read_organisations().get(code)
    return organisation.country if organisation else None


def _make_organisation(row: Row) -> Organisation:
    """Return the organisation of a row; raise ValueError for an agency of no country, and a country that is no code."""
    if (row["kind"] == "agency") != bool(row["country"]):
        raise ValueError(f"{row['code']} is of kind {row['kind']!r}; an agency has a country, and nothing else has one")
    return Organisation(
        code=row["code"],
        acronym=row["acronym"] or None,
        name_en=row["name_en"],
        name_zh=row["name_zh"],
        kind=cast(OrganisationKind, choose(row, "kind", get_args(OrganisationKind))),
        country=choose(row, "country", read_areas()) if row["country"] else None,
        source=row["source"],
    )
