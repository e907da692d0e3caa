"""What the reader has chosen: one record, kept in the session and written to the address.

The address is the master: where it differs from what was written last, the reader came by a link or went back, and
the choice is read from it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal, cast, get_args
from urllib.parse import urlsplit

import streamlit as st

from dashboard.figures.earth_views import FRAMES, Frame
from geo.base.errors import DrawingError
from geo.base.intervals import Verdict
from geo.base.records import EventKind
from geo.charts import (
    BORDERS,
    EACH,
    HUES,
    METHODS,
    PARTS,
    PER,
    PROJECTIONS,
    ROWS,
    Borders,
    Each,
    Hue,
    Measure,
    Method,
    Parts,
    Per,
    Projection,
    Rows,
    Side,
    read_side,
)
from geo.charts.classes import read_limits
from geo.reference.places import list_place_codes
from geo.reference.themes import read_themes
from geo.reference.wordings import LANGUAGES
from geo.statements.checks import CheckKind

MEASURES: tuple[Measure, ...] = get_args(Measure)
KINDS: tuple[EventKind, ...] = get_args(EventKind)
CHECK_KINDS: tuple[CheckKind, ...] = get_args(CheckKind)
VERDICTS: tuple[Verdict, ...] = ("disagrees", "open", "agrees")
Figure = Literal["bars", "maps", "two"]
FIGURES: tuple[Figure, ...] = get_args(Figure)
_KEPT, _WRITTEN, _PAGE = "selection", "written_address", "written_page"


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a link must hold to open the same view; what is as at first is left out of it.

    All pages share it: `codes` are the countries and areas chosen, `since` and `until` the span of days (both
    included), `theme`, `kind` (of event) and `document` narrow what is counted, None meaning all. `breakdown` and `totals` are
    what the pages *Regions* and *Timeline* show, `check` (a kind) and `verdict` narrow the page *Checks*. On the page
    *Compare* there are bars or maps (`figure`): what the bars and their parts stand for, `share` or number, `sort`
    (see geo.charts.Layout), and what there is a map for `each` of. How the map of the page *World* is drawn is said by
    `frame` and the fields from `classes` to `names` (see geo.charts.MapOptions); with `names` the chosen are named on it.
    `per` tells a measure in proportion, `first` and `second` are the sides of two maps (`figure` "two"), None those that
    the page offers.
    """

    language: str = "en"
    measure: Measure = "received"
    giver: bool = False
    flows: bool = False
    frame: Frame = "world"
    codes: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    theme: str | None = None
    kind: EventKind | None = None
    document: str | None = None
    breakdown: str | None = None
    totals: str | None = None
    check: CheckKind | None = None
    verdict: Verdict | None = None
    figure: Figure = "bars"
    rows: Rows = "country"
    parts: Parts = "theme"
    share: bool = False
    sort: str | None = None
    each: Each = "theme"
    classes: Method = "quantiles"
    limits: tuple[int, ...] = ()
    hue: Hue = "blues"
    projection: Projection = "equal_earth"
    borders: Borders = "statistical"
    names: bool = True
    per: Per | None = None
    first: Side | None = None
    second: Side | None = None


# The fields that say how the map is drawn, not what it counts.
DRAWN = ("classes", "limits", "hue", "projection", "borders", "names")

_FIRST = Selection()
_LONGEST = 64
_BETWEEN = "."  # stands between codes, and needs no escape in an address


def _read_codes(text: str) -> tuple[str, ...] | None:
    codes = tuple(dict.fromkeys(text.split(_BETWEEN)))
    known = list_place_codes()
    return codes if all(code in known for code in codes) else None


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read_name(text: str) -> str | None:
    return text if len(text) <= _LONGEST else None


def _read_one_of(allowed: Callable[[], tuple[str, ...]]) -> Callable[[str], str | None]:
    return lambda text: text if text in allowed() else None


def _read_limits(text: str) -> tuple[int, ...] | None:
    try:
        return read_limits(text.replace(_BETWEEN, ","))
    except DrawingError:
        return None


def _read_side(text: str) -> Side | None:
    try:
        return read_side(text)
    except DrawingError:
        return None


def _read_true(text: str) -> bool | None:
    return True if text == "True" else None


def _read_false(text: str) -> bool | None:
    return False if text == "False" else None


# How each field is read from an address; None where it holds something else.
_READERS: Mapping[str, Callable[[str], object]] = {
    "language": _read_one_of(lambda: LANGUAGES),
    "measure": _read_one_of(lambda: MEASURES),
    "giver": _read_true,
    "flows": _read_true,
    "frame": _read_one_of(lambda: FRAMES),
    "codes": _read_codes,
    "since": _read_day,
    "until": _read_day,
    "theme": _read_one_of(lambda: tuple(read_themes())),
    "kind": _read_one_of(lambda: KINDS),
    "document": _read_name,
    "breakdown": _read_name,
    "totals": _read_name,
    "check": _read_one_of(lambda: CHECK_KINDS),
    "verdict": _read_one_of(lambda: VERDICTS),
    "figure": _read_one_of(lambda: FIGURES),
    "rows": _read_one_of(lambda: ROWS),
    "parts": _read_one_of(lambda: PARTS),
    "share": _read_true,
    "sort": _read_name,
    "each": _read_one_of(lambda: EACH),
    "classes": _read_one_of(lambda: METHODS),
    "limits": _read_limits,
    "hue": _read_one_of(lambda: HUES),
    "projection": _read_one_of(lambda: PROJECTIONS),
    "borders": _read_one_of(lambda: BORDERS),
    "names": _read_false,
    "per": _read_one_of(lambda: PER),
    "first": _read_side,
    "second": _read_side,
}


def read_selection() -> Selection:
    """Return the reader's choice, from the address where it is new, else as it was kept."""
    address = {name: st.query_params[name] for name in st.query_params}
    if _KEPT not in st.session_state or _is_new(address):
        st.session_state[_KEPT] = parse_address(address)
    return cast(Selection, st.session_state[_KEPT])


def _is_new(address: Mapping[str, str]) -> bool:
    """Return whether the reader came by a link or went back; a page opened from the menu comes without an address."""
    if address == st.session_state.get(_WRITTEN):
        return False
    return bool(address) or _find_page() == st.session_state.get(_PAGE)


def _find_page() -> str:
    return urlsplit(st.context.url or "").path


def parse_address(address: Mapping[str, str]) -> Selection:
    """Return the choice that an address holds; what it holds in error is as at first."""
    read = {name: _READERS[name](text) for name, text in address.items() if name in _READERS}
    sound = {name: value for name, value in read.items() if value is not None}
    return replace(_FIRST, **sound)  # type: ignore[arg-type]


def spell_address(selection: Selection) -> dict[str, str]:
    """Return the address that opens a choice."""
    values = {field.name: getattr(selection, field.name) for field in fields(Selection)}
    return {name: _spell(value) for name, value in values.items() if value != getattr(_FIRST, name)}


def _spell(value: object) -> str:
    return _BETWEEN.join(map(str, value)) if isinstance(value, tuple) else str(value)


def choose(selection: Selection) -> None:
    """Keep a new choice and write it to the address."""
    st.session_state[_KEPT] = selection
    write_address(selection)


def clear(selection: Selection) -> Selection:
    """Return the choice with nothing left out: the same language and measure, the map and the bars drawn as they were."""
    bars = ("figure", "rows", "parts", "share", "sort", "each", "per", "first", "second")
    kept = ("language", "measure", "giver", "flows", "frame", *bars, *DRAWN)
    return replace(_FIRST, **{name: getattr(selection, name) for name in kept})


def write_address(selection: Selection) -> None:
    """Write the choice to the address, where it is not there already."""
    address = spell_address(selection)
    st.session_state[_WRITTEN], st.session_state[_PAGE] = address, _find_page()
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
