"""What the reader chooses, as one record, and how an address holds it; of Streamlit it knows nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import NamedTuple

from dashboard.choices.addresses import Fault, Read, Sought, read_fields, spell_value
from dashboard.figures.card_fields import USUAL, CardField
from dashboard.figures.earth_views import Frame
from geo.base.intervals import Verdict
from geo.base.records import EventKind
from geo.charts import Borders, Each, Hue, Method, Parts, Per, Projection, Rows, Side
from geo.drawings.editions import Size
from geo.statements.checks import CheckKind
from geo.store.corpus import DocumentOrder, Where


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a link must hold to open the same view; what is as at first is left out of it.

    All pages share it: `measure` is what is measured, None being what the documents have most of; `codes` are the countries
    and areas chosen, `since` and `until` the span of days (both included), `theme`, `kind` (of event) and `document` narrow
    what is counted, None meaning all. `breakdown` and `totals` are what the pages *Regions* and *Timeline* show, `check`
    (a kind) and `verdict` narrow the page *Checks*. On the page *Compare* there are bars or maps (`figure`): what the bars
    and their parts stand for, `share` or number, `sort` (see geo.charts.Layout), and what there is a map for
    `each` of. How the map of the page *World* is drawn is said by `frame` and the fields from `classes` to `names` (see geo.charts.MapOptions); with `names` the chosen are named on it, and `card` is what its
    cards tell.
    `shown_as` is the map of that page in coloured areas, or a kind of chart (see geo.charts.chart_kinds).
    `per` tells a measure in proportion, `first` and `second` are the sides of two maps (`figure` "two"), None those that
    the page offers.

    `outlet` and `spoken` (the documents' language) narrow what is counted on all pages. `query` is what the page *Search*
    looks for, `sought` which of its lists it shows, `reason` (an entry of the wording) narrows the names left out there.
    `read` and `order` are which documents the page *Documents* lists and how; it shows `sentence` of `document` marked.
    `stated` is the figure whose sentence the page *Regions* shows.

    `edited` is the kind of chart that an editor has set something on, from `title` to `written`: own words, `notes` on the
    map (a line each, "SRB=text"), the size of the picture, `light` on whatever page, and the language of its words.
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
    edited: str | None = None
    title: str = ""
    subtitle: str = ""
    note: str = ""
    credit: str = ""
    notes: str = ""
    size: Size = "free"
    light: bool = False
    written: str | None = None
    card: tuple[CardField, ...] = USUAL


FIRST = Selection()


class Opened(NamedTuple):
    """The choice that a link opens, and what of it was not taken."""

    selection: Selection
    faults: tuple[Fault, ...]


def parse_address(address: Mapping[str, str]) -> Opened:
    """Return the choice that an address holds, and what it holds in error: that is as at first."""
    sound, faults = read_fields(address)
    opened: Selection = replace(FIRST, **sound)  # type: ignore[arg-type]
    if opened.since is not None and opened.until is not None and opened.since > opened.until:
        faults = (*faults, Fault("span", (str(opened.since), str(opened.until))))
        opened = replace(opened, since=None, until=None)
    return Opened(opened, faults)


def spell_address(selection: Selection) -> dict[str, str]:
    """Return the address that opens a choice."""
    values = {field.name: getattr(selection, field.name) for field in fields(Selection)}
    return {name: spell_value(value) for name, value in values.items() if value != getattr(FIRST, name)}


def make_span(selection: Selection) -> Where:
    """Return the question for the chosen span, theme, kind and document alone, whatever is measured."""
    return Where(
        documents=(selection.document,) if selection.document else (),
        since=selection.since,
        until=selection.until,
        themes=(selection.theme,) if selection.theme else (),
        events=(selection.kind,) if selection.kind else (),
        outlets=(selection.outlet,) if selection.outlet else (),
        languages=(selection.spoken,) if selection.spoken else (),
    )
