"""What the reader has chosen: one record, kept in the session and written to the address.

The address is the master: where it differs from what was written last, the reader came by a link or went back, and
the choice is read from it.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Literal, NamedTuple, cast, get_args
from urllib.parse import urlsplit

import streamlit as st

from dashboard.figures.earth_views import FRAMES, Frame
from geo.base.errors import DrawingError, UnknownCode
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
    Method,
    Parts,
    Per,
    Projection,
    Rows,
    Side,
    read_side,
)
from geo.charts.classes import read_limits
from geo.reference.places import find_alpha_3
from geo.reference.themes import read_themes
from geo.reference.wordings import LANGUAGES
from geo.statements.checks import CheckKind
from geo.store.corpus import MOST_CHARACTERS, DocumentOrder

KINDS: tuple[EventKind, ...] = get_args(EventKind)
CHECK_KINDS: tuple[CheckKind, ...] = get_args(CheckKind)
VERDICTS: tuple[Verdict, ...] = ("disagrees", "open", "agrees")
Figure = Literal["bars", "maps", "two"]
FIGURES: tuple[Figure, ...] = get_args(Figure)
Sought = Literal["sentences", "left_out"]
SOUGHT: tuple[Sought, ...] = get_args(Sought)
Read = Literal["figures", "events", "checks", "refused", "nothing"]
READ: tuple[Read, ...] = get_args(Read)
ORDERS: tuple[DocumentOrder, ...] = get_args(DocumentOrder)
_KEPT, _WRITTEN, _PAGE, _BARE = "selection", "written_address", "written_page", "address_bare"
_FAULTS = "link_faults"


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a link must hold to open the same view; what is as at first is left out of it.

    All pages share it: `measure` is what is measured, None being what the documents have most of; `codes` are the countries and areas chosen, `since` and `until` the span of days (both
    included), `theme`, `kind` (of event) and `document` narrow what is counted, None meaning all. `breakdown` and `totals` are
    what the pages *Regions* and *Timeline* show, `check` (a kind) and `verdict` narrow the page *Checks*. On the page
    *Compare* there are bars or maps (`figure`): what the bars and their parts stand for, `share` or number, `sort`
    (see geo.charts.Layout), and what there is a map for `each` of. How the map of the page *World* is drawn is said by
    `frame` and the fields from `classes` to `names` (see geo.charts.MapOptions); with `names` the chosen are named on it.
    `per` tells a measure in proportion, `first` and `second` are the sides of two maps (`figure` "two"), None those that
    the page offers.

    `outlet` and `spoken` (the documents' language) narrow what is counted on all pages. `query` is what the page *Search*
    looks for, `sought` which of its lists it shows, `reason` (an entry of the wording) narrows the names left out there.
    `read` and `order` are which documents the page *Documents* lists and how; it shows `sentence` of `document` marked.
    `stated` is the figure whose sentence the page *Regions* shows.
    """

    language: str = "en"
    measure: str | None = None
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
    outlet: str | None = None
    spoken: str | None = None
    query: str | None = None
    sought: Sought = "sentences"
    reason: str | None = None
    read: Read | None = None
    order: DocumentOrder = "newest"
    sentence: int | None = None
    stated: str | None = None
    per: Per | None = None
    first: Side | None = None
    second: Side | None = None


# The fields that say how the map is drawn, not what it counts.
DRAWN = ("classes", "limits", "hue", "projection", "borders", "names")

_FIRST = Selection()
_LONGEST, _LONGEST_OUTLET, _LONGEST_MEASURE = 64, 200, 120
_LONGEST_NUMBER = 9
_BETWEEN = "."  # stands between codes, and needs no escape in an address


def _read_codes(text: str) -> tuple[str, ...] | None:
    """Return the codes that are known, in whatever case and of two letters or three; None where there is none."""
    found = dict.fromkeys(code for one in _split_codes(text) if (code := _find_code(one)) is not None)
    return tuple(found) or None


def _split_codes(text: str) -> list[str]:
    return [one for one in re.split(r"[.,;\s]+", text) if one]


def _find_code(text: str) -> str | None:
    """Return the alpha-3 code that an alpha-2 or alpha-3 code of any case stands for."""
    try:
        return find_alpha_3(text.upper()) if text.isascii() and text.isalpha() else None
    except UnknownCode:
        return None


def _read_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _read_name(text: str) -> str | None:
    return text if len(text) <= _LONGEST else None


def _read_measure(text: str) -> str | None:
    """Return the key of a measure; whether the documents have it is found where it is shown."""
    return text if len(text) <= _LONGEST_MEASURE and re.fullmatch(r"[\w.-]+", text) else None


def _read_outlet(text: str) -> str | None:
    return text if 0 < len(text) <= _LONGEST_OUTLET else None


def _read_query(text: str) -> str | None:
    return text[: MOST_CHARACTERS + 1] or None


def _read_number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST_NUMBER else None


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
    "measure": _read_measure,
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
    "outlet": _read_outlet,
    "spoken": _read_name,
    "query": _read_query,
    "sought": _read_one_of(lambda: SOUGHT),
    "reason": _read_name,
    "read": _read_one_of(lambda: READ),
    "order": _read_one_of(lambda: ORDERS),
    "sentence": _read_number,
    "stated": _read_name,
    "per": _read_one_of(lambda: PER),
    "first": _read_side,
    "second": _read_side,
}


class Fault(NamedTuple):
    """What a link says that was not taken: of which field ("span": days that run backwards), in the link's words."""

    field: str
    texts: tuple[str, ...]


class Opened(NamedTuple):
    """The choice that a link opens, and what of it was not taken."""

    selection: Selection
    faults: tuple[Fault, ...]


def read_selection() -> Selection:
    """Return the reader's choice, from the address where it is new, else as it was kept."""
    # A name that stands there several times is a list.
    address = {name: _BETWEEN.join(st.query_params.get_all(name)) for name in st.query_params}
    if _KEPT not in st.session_state or _is_new(address):
        st.session_state[_KEPT], st.session_state[_FAULTS] = parse_address(address)
    return cast(Selection, st.session_state[_KEPT])


def list_faults() -> tuple[Fault, ...]:
    """Return what was not taken of the link that the reader came by, until they have been told (see forget_faults)."""
    return cast(tuple[Fault, ...], st.session_state.get(_FAULTS, ()))


def forget_faults() -> None:
    """Say nothing more of what was not taken."""
    st.session_state[_FAULTS] = ()


def _is_new(address: Mapping[str, str]) -> bool:
    """Return whether the reader came by a link or went back; a page opened from the menu comes without an address."""
    if address == st.session_state.get(_WRITTEN):
        return False
    return bool(address) or _find_page() == st.session_state.get(_PAGE)


def _find_page() -> str:
    return urlsplit(st.context.url or "").path


def parse_address(address: Mapping[str, str]) -> Opened:
    """Return the choice that an address holds, and what it holds in error: that is as at first."""
    said = {name: text for name, text in address.items() if name in _READERS and text.strip()}
    read = {name: _READERS[name](text) for name, text in said.items()}
    faults = [Fault(name, wrong) for name, text in said.items() if (wrong := _list_wrong(name, text, read[name]))]
    sound = {name: value for name, value in read.items() if value is not None}
    opened: Selection = replace(_FIRST, **sound)  # type: ignore[arg-type]
    if opened.since is not None and opened.until is not None and opened.since > opened.until:
        faults.append(Fault("span", (str(opened.since), str(opened.until))))
        opened = replace(opened, since=None, until=None)
    return Opened(opened, tuple(faults))


def _list_wrong(name: str, text: str, value: object) -> tuple[str, ...]:
    """Return the words of a field that were not taken."""
    if name == "codes":
        return tuple(one for one in _split_codes(text) if _find_code(one) is None)
    return () if value is not None else (text,)


def spell_address(selection: Selection) -> dict[str, str]:
    """Return the address that opens a choice."""
    values = {field.name: getattr(selection, field.name) for field in fields(Selection)}
    return {name: _spell(value) for name, value in values.items() if value != getattr(_FIRST, name)}


def _spell(value: object) -> str:
    return _BETWEEN.join(map(str, value)) if isinstance(value, tuple) else str(value)


def choose(selection: Selection) -> None:
    """Keep a new choice and write it to the address."""
    selection = _leave_sentence(selection, st.session_state.get(_KEPT))
    st.session_state[_KEPT] = selection
    write_address(selection)


def _leave_sentence(selection: Selection, before: Selection | None) -> Selection:
    """Return a choice without the sentence of a document that is no longer the chosen one."""
    turned = before is not None and before.document != selection.document and before.sentence == selection.sentence
    return replace(selection, sentence=None) if turned else selection


def clear(selection: Selection) -> Selection:
    """Return the choice with nothing left out: the same language and measure, the map and the bars drawn as they were."""
    bars = ("figure", "rows", "parts", "share", "sort", "each", "per", "first", "second")
    found = ("query", "sought", "order")
    kept = ("language", "measure", "giver", "flows", "frame", *bars, *DRAWN, *found)
    return replace(_FIRST, **{name: getattr(selection, name) for name in kept})


def keep_address_bare(bare: bool) -> None:
    """Say whether the page that is shown follows nothing of the choice but the language: its address has no more."""
    st.session_state[_BARE] = bare


def write_address(selection: Selection) -> None:
    """Write the choice to the address, where it is not there already."""
    shown = replace(_FIRST, language=selection.language) if st.session_state.get(_BARE) else selection
    address = spell_address(shown)
    st.session_state[_WRITTEN], st.session_state[_PAGE] = address, _find_page()
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
