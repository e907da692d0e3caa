"""What regions and organisations are called in other languages than Chinese and English, from data/names/groups.csv."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast, get_args

from geo.base.folders import find_data_folder
from geo.base.rows import Row, choose, read_rows
from geo.reference.language_names import name_language
from geo.reference.organisations import read_organisations
from geo.reference.regions import read_regions

GroupNameRule = Literal["organisation", "region", "abbreviation", "demonym"]
# How a name stands that may mean something else; data/names/README.md says what follows from it.
GroupNameStanding = Literal["", "usual", "rival"]
# Both have tables of their own: names/en.csv, names/zh.csv.
_ELSEWHERE = ("en", "zh")


class GroupName(NamedTuple):
    """One name of a region or organisation in a language, in its citation form.

    `weak` says how it stands where it may mean something else, and `note` what.
    """

    code: str
    language: str
    name: str
    rule: GroupNameRule
    weak: GroupNameStanding
    note: str


@cache
def read_group_names() -> tuple[GroupName, ...]:
    """Return the names of regions and organisations in the table's order.

    Raises DataError for a row with an unknown code, language, rule or standing, for one that stands there twice, and
    for a name that is claimed by two codes and weak for neither.
    """
    firm: dict[tuple[str, str], str] = {}
    known: set[tuple[str, str, str]] = set()

    def make(row: Row) -> GroupName:
        made = _make_name(row)
        if made[:3] in known:
            raise ValueError(f"{made.name!r} stands there twice for {made.code}; leave one row")
        known.add(made[:3])
        claimed = made.code if made.weak else firm.setdefault((made.language, made.name), made.code)
        if claimed != made.code:
            raise ValueError(f"{made.name!r} is claimed by {claimed} and {made.code}; mark all but one as rival")
        return made

    return tuple(read_rows(find_data_folder() / "names" / "groups.csv", make))


def find_group_name(code: str, language: str) -> str | None:
    """Return the name by which a region or organisation is shown in a language, its first; None if it has none there.

    >>> find_group_name("org:who", "fr"), find_group_name("region:sahel", "ru"), find_group_name("org:who", "en")
    ('Organisation mondiale de la santé', 'Сахель', None)
    """
    return _index_shown()[language].get(code) if language in _index_shown() else None


@cache
def _index_shown() -> Mapping[str, Mapping[str, str]]:
    """Return by language and code the first name."""
    shown: dict[str, dict[str, str]] = defaultdict(dict)
    for name in read_group_names():
        shown[name.language].setdefault(name.code, name.name)
    return MappingProxyType(shown)


def _make_name(row: Row) -> GroupName:
    """Return the name of a row; raise ValueError for one that breaks the rules of the table."""
    language = row["language"]
    if not _is_listed_here(language):
        raise ValueError(
            f"language is {language!r}; write a code of CLDR; English and Chinese have tables of their own"
        )
    if bool(row["weak"]) and not row["note"]:
        raise ValueError(f"{row['name']} is weak; say in the note what else it means")
    return GroupName(
        code=choose(row, "code", _list_codes()),
        language=language,
        name=row["name"],
        rule=cast(GroupNameRule, choose(row, "rule", get_args(GroupNameRule))),
        weak=cast(GroupNameStanding, choose(row, "weak", get_args(GroupNameStanding))),
        note=row["note"],
    )


@cache
def _is_listed_here(language: str) -> bool:
    """Tell whether a language is one that CLDR names and that has no table of its own."""
    return language not in _ELSEWHERE and name_language(language, "en") != language


@cache
def _list_codes() -> frozenset[str]:
    """Return the codes of all regions and organisations."""
    return frozenset({*read_regions(), *read_organisations()})
