"""Names to codes, one or a column of them, and codes to names."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeGuard, overload

from geo.base.errors import GeoError, UnknownCode
from geo.names.codes import list_codes, read_text
from geo.reference.areas import Area, read_areas
from geo.reference.places import find_alpha_3, name_place

if TYPE_CHECKING:
    import pandas as pd

_Several = list[str] | tuple[str, ...]
_Row = Mapping[str, str | None]
_NAME = "name:"
_CODES: Mapping[str, Callable[[Area], str | None]] = {
    "iso3": lambda area: area.code,
    "iso2": lambda area: area.alpha_2,
    "numeric": lambda area: area.numeric,
}


class _Request(NamedTuple):
    """What names are to become: the outputs by what they are called, how names are read, and what stands for none."""

    outputs: Mapping[str, Callable[[Area], str | None]]
    language: str | None
    fuzzy: bool
    unknown: str | None
    ambiguous: str | None


# A text is an iterable of texts too, which no caller means: mypy says that the signatures for one and for many overlap.
@overload
def convert(  # type: ignore[overload-overlap]
    names: str | float | None, to: str = ..., language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> str | None: ...  # fmt: skip
@overload
def convert(  # type: ignore[overload-overlap]
    names: str | float | None, to: _Several, language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> dict[str, str | None]: ...  # fmt: skip
@overload
def convert(
    names: "pd.Series[Any]", to: str = ..., language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> "pd.Series[str]": ...  # fmt: skip
@overload
def convert(
    names: "pd.Series[Any]", to: _Several, language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> "pd.DataFrame": ...  # fmt: skip
@overload
def convert(
    names: Iterable[object], to: str = ..., language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> list[str | None]: ...  # fmt: skip
@overload
def convert(
    names: Iterable[object], to: _Several, language: str | None = ..., fuzzy: bool = ...,
    unknown: str | None = ..., ambiguous: str | None = ...,
) -> list[dict[str, str | None]]: ...  # fmt: skip
def convert(
    names: object,
    to: str | _Several = "iso3",
    language: str | None = None,
    fuzzy: bool = False,
    unknown: str | None = None,
    ambiguous: str | None = None,
) -> object:
    """Return the codes of countries and areas for names or codes of any kind, in the shape of what is given.

    A name gives a code, a Series a Series with its index and name, and anything else that can be gone through (a list,
    an array of NumPy or Arrow) a list. `to` is iso3, iso2, numeric (three digits of UN M49) or name: with a language of
    CLDR (name:fr); several of them give a dict for each name, and a DataFrame for a Series. Names are read as
    `find_code` reads them, `language` and `fuzzy` as there; but a region or organisation is no country, and is unknown.

    No name raises an error: where one is unknown (a gap in the data, too) or has no such code, `unknown` stands for it,
    and `ambiguous` where it may be one of several, which `find_code` names. Raises GeoError for another `to`.

    >>> convert("Korea, Dem. People's Rep."), convert(["Brasil", None, "Atlantis"], unknown="?")
    ('PRK', ['BRA', '?', '?'])
    >>> convert(["Zaïre", 788, "Congo"], to=["iso2", "name:fr"], ambiguous="which?")
    [{'iso2': 'CD', 'name:fr': 'Congo-Kinshasa'}, {'iso2': 'TN', 'name:fr': 'Tunisie'}, {'iso2': 'which?', 'name:fr': 'which?'}]
    """
    outputs = {one: _choose_output(one) for one in ([to] if isinstance(to, str) else to)}
    request = _Request(outputs, language, fuzzy, unknown, ambiguous)
    if isinstance(names, str | bytes) or not isinstance(names, Iterable):
        row = _convert_all([names], request)[0]
        return row[to] if isinstance(to, str) else dict(row)
    rows = _convert_all(_list_values(names), request)
    if _is_series(names):
        return _make_table(names, rows, to)
    return [row[to] for row in rows] if isinstance(to, str) else [dict(row) for row in rows]


def name(code: str, language: str = "en") -> str:
    """Return what a country or area, region or organisation is called in a language of CLDR, by any of its codes.

    What a language has no name for is given in English. Raises UnknownCode for a code of none of these, GeoError for
    a language that CLDR does not know.

    >>> name("CIV", "zh"), name("DE", "es"), name("276"), name("142", "fr"), name("org:who")
    ('科特迪瓦', 'Alemania', 'Germany', 'Asie', 'World Health Organization')
    """
    try:
        known = find_alpha_3(code)
    except UnknownCode:
        known = code
    return name_place(known, language.replace("-", "_"))


def _choose_output(to: str) -> Callable[[Area], str | None]:
    """Return what gives one kind of output for an area; raise GeoError for a kind that there is not."""
    if to in _CODES:
        return _CODES[to]
    if not to.startswith(_NAME):
        raise GeoError(
            f"there is no {to!r} to convert to; choose {', '.join(_CODES)} or {_NAME} and a language (name:fr)"
        )
    language = to.removeprefix(_NAME)
    name("CHN", language)
    return lambda area: name(area.code, language)


def _convert_all(values: Iterable[object], request: _Request) -> list[_Row]:
    """Return a row of outputs for each value; each name is looked up once."""
    found: dict[str, _Row] = {}
    rows: list[_Row] = []
    for value in values:
        text = value if type(value) is str else read_text(value)
        row = found.get(text)
        if row is None:
            row = found[text] = _convert_one(text, request)
        rows.append(row)
    return rows


def _convert_one(text: str, request: _Request) -> _Row:
    areas = read_areas()
    codes = [code for code in list_codes(text, request.language, request.fuzzy) if code in areas]
    if len(codes) != 1:
        return dict.fromkeys(request.outputs, request.ambiguous if codes else request.unknown)
    return {one: write(areas[codes[0]]) or request.unknown for one, write in request.outputs.items()}


def _list_values(names: Iterable[object]) -> Iterable[object]:
    """Return the values of a column as Python's own, which those of Arrow and Series are not."""
    for method in ("to_pylist", "tolist"):
        if hasattr(names, method):
            values: Iterable[object] = getattr(names, method)()
            return values
    return names


def _is_series(names: object) -> "TypeGuard[pd.Series[Any]]":
    """Tell whether names are a Series; pandas is not imported for it: where it is not, they are none."""
    pandas = sys.modules.get("pandas")
    return pandas is not None and isinstance(names, pandas.Series)


def _make_table(names: "pd.Series[Any]", rows: Sequence[_Row], to: str | _Several) -> "pd.Series[str] | pd.DataFrame":
    import pandas as pd  # where a Series is given it is imported already

    if isinstance(to, str):
        return pd.Series([row[to] for row in rows], index=names.index, name=names.name, dtype="str")
    columns = {one: pd.Series([row[one] for row in rows], index=names.index, dtype="str") for one in to}
    return pd.DataFrame(columns, index=names.index)
