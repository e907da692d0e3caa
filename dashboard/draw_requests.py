"""What `aidatlas draw` is asked for: for which charts each option means something, and what they ask for together.

Every choice of a page has a name in its address; an option is such a name in other words, and is read as the address is.
What is in error, or means nothing for the chart that is asked for, is refused and never left out.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, get_args
from urllib.parse import parse_qsl, urlsplit

from dashboard.choices.editions import EDITED, make_edition, read_note
from dashboard.choices.selections import Opened, Selection, parse_address
from geo import charts
from geo.base.errors import DrawingError
from geo.charts.chart_kinds import About, find_kind, list_keys
from geo.drawings import Edition, Format, NoteOnMap

# A chart of its own, or the key of a kind (see geo.charts.chart_kinds).
Kind = str
_FILTERS = ("since", "until", "theme", "kind", "document", "outlet", "spoken")
_MAP = ("frame", "projection", "classes", "limits", "midpoint", "hue", "borders")
_OF_MEASURE = ("language", "measure", "giver", *_FILTERS)
# What of an address each chart follows.
_FOLLOWED: Mapping[Kind, tuple[str, ...]] = {
    "map": (*_OF_MEASURE, *_MAP, "codes", "flows", "names", "card", "per"),
    "regions": ("language", "breakdown"),
    "timeline": ("language", "codes", "totals", *_FILTERS),
    "bars": (*_OF_MEASURE, "codes", "rows", "parts", "share", "sort", "per"),
    "maps": (*_OF_MEASURE, *_MAP, "each"),
    "two": (*_OF_MEASURE, *_MAP, "first", "second", "per"),
}
# The same of the kinds, by what they are about.
_OF_KINDS: Mapping[About, tuple[str, ...]] = {
    "countries": (*_OF_MEASURE, *_MAP, "codes", "names", "per"),
    "bars": (*_OF_MEASURE, "codes", "rows", "parts", "share", "sort", "per"),
    "sides": (*_OF_MEASURE, "first", "second", "per"),
}
_OF_THEIR_OWN: Mapping[str, Kind] = {"map": "map", "regions": "regions", "timeline": "timeline", "compare": "bars"}
_NAMES: Mapping[Kind, str] = {
    "map": "a map",
    "regions": "a chart of regions",
    "timeline": "a timeline",
    "bars": "bars",
    "maps": "small maps",
    "two": "two maps",
}
_PAGES: Mapping[str, str] = {
    "": "map",
    "world": "map",
    "regions": "regions",
    "timeline": "timeline",
    "compare": "compare",
}
# The options that are names of an address in other words.
_FIELDS: Mapping[str, str] = {
    "measure": "measure", "language": "language", "frame": "frame", "projection": "projection", "classes": "classes",
    "limits": "limits", "midpoint": "midpoint", "palette": "hue", "borders": "borders", "label": "codes", "rows": "rows", "parts": "parts",
    "sort": "sort", "each": "each", "first": "first", "second": "second", "per": "per", "breakdown": "breakdown",
    "series": "totals", "giver": "giver", "flows": "flows", "share": "share",
}  # fmt: skip
# What is read of the documents and not of the words alone: see dashboard.chart_files.
_READ_LATER = ("breakdown", "totals")
MOST_NAMES = 8
_WITH_SHAPES = ("map", "regions", "maps", "two")


class Request(NamedTuple):
    """What is to be drawn: a kind of chart, what of it is chosen, and how the file is made.

    `chosen` are the names of the address that were given. `breakdown` and `series` are the user's own words for one.
    `ending` is None for a web page. From a `view` it is asked as its page asks.
    """

    kind: Kind
    selection: Selection
    chosen: frozenset[str]
    look: charts.Look
    boundaries: Path | None
    edition: Edition
    ending: Format | None
    scale: int
    view: bool
    breakdown: str | None
    series: str | None

    def means(self, field: str) -> bool:
        """Return whether a field of the choice was given."""
        return field in self.chosen


def list_charts() -> dict[str, Kind]:
    """Return the kinds of charts by what --chart calls them."""
    return {**_OF_THEIR_OWN, **{key: key for key in list_keys()}}


def read_request(given: argparse.Namespace) -> Request:
    """Return what the words of the command ask for; DrawingError where they are in error or mean nothing."""
    ending = _read_ending(given.to)
    address, named = _read_address(given), _read_view(given.view)
    chart = given.chart or named.chart
    if chart is None:
        raise DrawingError(f"say what is drawn with --chart {'|'.join(list_charts())}, or with an address in --view")
    if named.chart is not None and given.chart not in (None, named.chart):
        raise DrawingError(f"--view is of the page {named.chart}, and --chart says {given.chart}; leave --chart out")
    words = {name: address.pop(name) for name in _READ_LATER if name in address}
    kind = _find_kind(chart, {**named.fields, **address})
    _refuse_meaningless(kind, {**address, **words}, given)
    known = (*list_followed(kind), *(EDITED if named.fields.get("edited") == kind else ()))
    followed = {name: text for name, text in named.fields.items() if name in known}
    selection = _read_selection({**followed, **address})
    _check_together(kind, selection, address)
    if "midpoint" in address and "classes" not in address:
        # Who names a midpoint wants a map around it.
        selection = replace(selection, classes="around")
    return Request(
        kind=kind,
        selection=selection,
        chosen=frozenset({*followed, *address}),
        look=charts.Look(selection.written or selection.language, given.theme),
        boundaries=given.boundaries,
        edition=_read_edition(given, ending, make_edition(selection, kind)),
        ending=ending,
        scale=given.scale or 2,
        view=given.view is not None,
        breakdown=words.get("breakdown", followed.get("breakdown")),
        series=words.get("totals", followed.get("totals")),
    )


def _read_ending(file: Path) -> Format | None:
    ending = file.suffix.lower().removeprefix(".")
    known = next((one for one in get_args(Format) if one == ending), None)
    if known is None and ending != "html":
        raise DrawingError(f"{file}: a picture ends in .png, .svg or .pdf, a web page in .html")
    return known


def _read_address(given: argparse.Namespace) -> dict[str, str]:
    """Return what the options say, by its name in an address."""
    said = {
        field: _spell(getattr(given, option)) for option, field in _FIELDS.items() if getattr(given, option) is not None
    }
    for one in given.where:
        name, sign, value = one.partition("=")
        if not sign or not value.strip():
            raise DrawingError(f"--where {one}: write FIELD=VALUE, like since=2020-03-01")
        if name not in (*_FILTERS, "codes"):
            raise DrawingError(f"--where {one}: there is no filter {name}; choose of {', '.join((*_FILTERS, 'codes'))}")
        if name in said:
            raise DrawingError(f"--where {one}: {name} is given twice")
        said[name] = value.strip()
    return said


def _spell(value: str | bool | Sequence[str]) -> str:
    return str(value) if isinstance(value, str | bool) else ",".join(value)


class _Named(NamedTuple):
    """What an address names: a page, as the chart of it, and its fields."""

    chart: str | None
    fields: Mapping[str, str]


def _read_view(address: str | None) -> _Named:
    if address is None:
        return _Named(None, {})
    parts = urlsplit(address)
    page = parts.path.rstrip("/").rpartition("/")[2]
    if "?" not in address and "=" in address:
        # What follows the question mark alone: the page is what --chart says.
        return _Named(None, dict(parse_qsl(address)))
    if page not in _PAGES:
        raise DrawingError(
            f"--view {address}: the page {page} has no picture; choose of {', '.join(filter(None, _PAGES))}"
        )
    return _Named(_PAGES[page], dict(parse_qsl(parts.query)))


def _find_kind(chart: str, fields: Mapping[str, str]) -> Kind:
    """Return the kind of chart: the page *Compare* has three."""
    kind = list_charts()[chart]
    if kind == "map" and fields.get("shown_as", "areas") in list_keys("countries"):
        return fields["shown_as"]
    if kind != "bars":
        return kind
    if fields.get("figure") in (*list_keys("bars"), *list_keys("sides")):
        return fields["figure"]
    if "first" in fields or "second" in fields or fields.get("figure") == "two":
        return "two"
    return "maps" if "each" in fields or fields.get("figure") == "maps" else "bars"


def list_followed(kind: Kind) -> tuple[str, ...]:
    """Return what of an address a chart follows."""
    return _FOLLOWED[kind] if kind in _FOLLOWED else _OF_KINDS[find_kind(kind).question.about]


def name_kind(kind: Kind) -> str:
    """Return what an error calls a chart."""
    return _NAMES.get(kind, f"the chart {kind}")


def _refuse_meaningless(kind: Kind, address: Mapping[str, str], given: argparse.Namespace) -> None:
    """Raise DrawingError for what was given and means nothing for the chart."""
    options = {field: f"--{option}" for option, field in _FIELDS.items()}
    for field in address:
        if field not in list_followed(kind):
            option = f"--where {field}" if field in _FILTERS else options.get(field, f"--where {field}")
            raise DrawingError(f"{option} means nothing for {name_kind(kind)}; {_list_means(kind)}")
    if given.boundaries is not None and kind not in (*_WITH_SHAPES, *list_keys("countries")):
        raise DrawingError(f"--boundaries means nothing for {name_kind(kind)}: there is no map")


def _list_means(kind: Kind) -> str:
    options = {field: f"--{option}" for option, field in _FIELDS.items()}
    known = [options[field] for field in list_followed(kind) if field in options and field != "language"]
    filters = [field for field in list_followed(kind) if field in (*_FILTERS, "codes")]
    return "it takes " + ", ".join(known + ([f"--where {'|'.join(filters)}"] if filters else []))


def _read_selection(address: Mapping[str, str]) -> Selection:
    """Return the choice that an address holds; DrawingError for what of it is not taken."""
    opened: Opened = parse_address(address)
    if opened.faults:
        fault = opened.faults[0]
        raise DrawingError(_tell_fault(fault.field, fault.texts))
    return opened.selection


_SHOULD_BE: Mapping[str, str] = {
    "since": "write a day like 2020-03-01",
    "until": "write a day like 2020-03-31",
    "span": "the first day must not lie after the last",
    "codes": "write codes of ISO 3166-1 like SRB,ITA; `aidatlas code NAME` tells them",
    "theme": "`aidatlas show PATH --table events` lists the themes",
    "kind": "`aidatlas show PATH --table events` lists the kinds of events",
    "limits": "write whole numbers that rise, like 1,5,10",
    "midpoint": "give a number above 0",
}


def _tell_fault(field: str, texts: Sequence[str]) -> str:
    if field in ("first", "second"):
        charts.read_side(texts[0])  # says what a side is
    option = next((f"--{option}" for option, name in _FIELDS.items() if name == field), f"--where {field}")
    way = _SHOULD_BE.get(field, "the dashboard's address shows how it is written")
    return f"{option} {', '.join(texts)} cannot be read; {way}"


def _check_together(kind: Kind, selection: Selection, address: Mapping[str, str]) -> None:
    """Raise DrawingError for options that mean nothing without another."""
    if "limits" in address and selection.classes != "own":
        raise DrawingError("--limits are for --classes own; give both")
    if "midpoint" in address and address.get("classes", "around") != "around":
        raise DrawingError("--midpoint is for --classes around; give both, or --midpoint alone")
    if selection.classes == "own" and not selection.limits:
        raise DrawingError("--classes own needs the lower ends of the classes; give --limits 1,5,10")
    sides = {"first", "second"}
    if (sides & {*address} and not sides <= {*address}) or (
        kind == "two" and None in (selection.first, selection.second)
    ):
        raise DrawingError("a comparison has two sides; give both --first and --second")
    if kind == "map" and len(selection.codes) > MOST_NAMES:
        raise DrawingError(f"a map has room for {MOST_NAMES} names, and {len(selection.codes)} are given to --label")


def _read_edition(given: argparse.Namespace, ending: Format | None, set_there: Edition) -> Edition:
    """Return what an editor sets, in the place of what was `set_there`; DrawingError for what means nothing for the file."""
    words = ("title", "subtitle", "note", "credit", "annotate")
    if ending is None:
        own = [f"--{name}" for name in words if getattr(given, name)] + ["--size"] * (given.size is not None)
        if own:
            raise DrawingError(f"{own[0]} means nothing for a web page; end the file in .png, .svg or .pdf")
    if ending != "png" and (given.scale is not None or given.dpi is not None):
        name = "--dpi" if given.dpi is not None else "--scale"
        raise DrawingError(f"{name} means nothing for {given.to.suffix}: only a .png is made of dots")
    if given.scale is not None and given.dpi is not None:
        raise DrawingError("--scale and --dpi say the same in two ways; give one")
    notes = tuple(_read_note(one) for one in given.annotate)
    return Edition(
        given.title or set_there.title,
        given.subtitle or set_there.subtitle,
        given.note or set_there.note,
        given.credit or set_there.credit,
        given.size or set_there.size,
        notes or set_there.on_map,
        given.dpi,
    )


def _read_note(given: str) -> NoteOnMap:
    try:
        return read_note(given)
    except DrawingError as error:
        raise DrawingError(f"--annotate {error}") from error
