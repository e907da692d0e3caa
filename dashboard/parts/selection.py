"""What the reader has chosen: one record, kept in the session and written to the address.

The address is the master: where it differs from what was written last, the reader came by a link or went back, and
the choice is read from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import NamedTuple, cast
from urllib.parse import urlsplit

import streamlit as st

from dashboard.figures.earth_views import Frame
from dashboard.parts.addresses import BETWEEN, Fault, Read, Sought, read_fields, spell_value
from geo.base.intervals import Verdict
from geo.base.records import EventKind
from geo.charts import Borders, Each, Hue, Method, Parts, Per, Projection, Rows, Side
from geo.statements.checks import CheckKind
from geo.store.corpus import DocumentOrder

_KEPT, _WRITTEN, _PAGE, _BARE = "selection", "written_address", "written_page", "address_bare"
_FAULTS = "link_faults"


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a link must hold to open the same view; what is as at first is left out of it.

    All pages share it: `measure` is what is measured, None being what the documents have most of; `codes` are the countries
    and areas chosen, `since` and `until` the span of days (both included), `theme`, `kind` (of event) and `document` narrow
    what is counted, None meaning all. `breakdown` and `totals` are what the pages *Regions* and *Timeline* show, `check`
    (a kind) and `verdict` narrow the page *Checks*. On the page *Compare* there are bars or maps (`figure`): what the bars
    and their parts stand for, `share` or number, `sort` (see geo.charts.Layout), and what there is a map for
    `each` of. How the map of the page *World* is drawn is said by `frame` and the fields from `classes` to `names` (see geo.charts.MapOptions); with `names` the chosen are named on it.
    `shown_as` is the map of that page in coloured areas, or a kind of chart (see geo.charts.chart_kinds).
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
    figure: str = "bars"
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
    uncut: bool = False
    shown_as: str = "areas"
    midpoint: float | None = None


# The fields that say how the map is drawn, not what it counts.
DRAWN = ("classes", "limits", "midpoint", "hue", "projection", "borders", "names")

_FIRST = Selection()


class Opened(NamedTuple):
    """The choice that a link opens, and what of it was not taken."""

    selection: Selection
    faults: tuple[Fault, ...]


def read_selection() -> Selection:
    """Return the reader's choice, from the address where it is new, else as it was kept."""
    # A name that stands there several times is a list.
    address = {name: BETWEEN.join(st.query_params.get_all(name)) for name in st.query_params}
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
    sound, faults = read_fields(address)
    opened: Selection = replace(_FIRST, **sound)  # type: ignore[arg-type]
    if opened.since is not None and opened.until is not None and opened.since > opened.until:
        faults = (*faults, Fault("span", (str(opened.since), str(opened.until))))
        opened = replace(opened, since=None, until=None)
    return Opened(opened, faults)


def spell_address(selection: Selection) -> dict[str, str]:
    """Return the address that opens a choice."""
    values = {field.name: getattr(selection, field.name) for field in fields(Selection)}
    return {name: spell_value(value) for name, value in values.items() if value != getattr(_FIRST, name)}


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
    found = ("query", "sought", "order", "uncut")
    kept = ("language", "measure", "giver", "flows", "frame", "shown_as", *bars, *DRAWN, *found)
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
