"""The filters that pages share: days, theme, kind of event, document, outlet and language; and what they ask of the corpus."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Literal, NamedTuple, get_args

import streamlit as st

from dashboard import corpora
from dashboard.choices.addresses import KINDS
from dashboard.choices.selections import make_span as make_span
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.days import Day, show_day
from dashboard.parts.measures import read_measure
from dashboard.parts.months import find_month, show_months
from dashboard.parts.popovers import show_popover
from dashboard.parts.selection import Selection, choose, clear, read_selection
from dashboard.parts.titles import MOST_TITLES, find_title, list_titles
from dashboard.parts.words import escape_markdown, name_event, name_spoken
from geo.charts import choose_measure, find_roles, leave_giver_out
from geo.reference.themes import name_theme, read_themes
from geo.reference.wordings import Catalogue
from geo.store.corpus import Where

Field = Literal["span", "theme", "kind", "document", "outlet", "spoken"]
FIELDS: tuple[Field, ...] = get_args(Field)
# Those that mentions and documents follow: a name has no theme.
NAMED_FIELDS: tuple[Field, ...] = ("span", "document", "outlet", "spoken")
# The fields of the selection that each filter fills.
_FILLED: Mapping[Field, tuple[str, ...]] = {
    "span": ("since", "until"),
    "theme": ("theme",),
    "kind": ("kind",),
    "document": ("document",),
    "outlet": ("outlet",),
    "spoken": ("spoken",),
}
_CHIP_LENGTH = 28
_KNOWN = "filters-known"


class _Chip(NamedTuple):
    """A filter that is active, in words, and the fields that are emptied where it is removed."""

    label: str
    fields: tuple[str, ...]


def make_where(selection: Selection) -> Where:
    """Return the question for the chosen measure, span, theme and document, over all countries and areas."""
    measure = read_measure(selection)
    where = choose_measure(measure, make_span(selection))
    return where if selection.giver else leave_giver_out(measure, corpora.find_giver(), where)


def make_flows_where(selection: Selection) -> Where:
    """Return the question for the flows: where the map of who received leaves the giver out, no flow goes there."""
    where = make_where(selection)
    received = find_roles(read_measure(selection)) == ("recipient",)
    return replace(make_span(selection), without=where.without if received else ())


def show_filters(words: Catalogue, fields: Sequence[Field] = FIELDS) -> None:
    """Show the filters behind one button, a chip for each that is active, and a button that clears all.

    `fields` are those that the page's numbers follow; the others can be seen and not be used.
    """
    selection = read_selection()
    chips = list(_list_chips(selection, words, fields))
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="filters", width="content"):
        fill = partial(_show_fields, selection, words, fields)
        # A button of another label would be another one, and its box closed: the chips beside it say what is narrowed.
        show_popover(words("filters.title"), ":material/filter_alt:", "narrow", fill)
        if "span" in fields:
            show_months(words)
        for chip in chips:
            _show_chip(chip)
        if chips or selection.codes or ("span" in fields and find_month(selection) is not None):
            st.button(words("filters.clear"), key="clear-all", type="tertiary", on_click=clear_all)


def clear_all() -> None:
    """Drop every filter and every country or area that the reader has chosen."""
    choose(clear(read_selection()))


def _show_fields(selection: Selection, words: Catalogue, fields: Sequence[Field]) -> None:
    if (days := corpora.find_days()) is not None:
        _show_span(selection, days, words, disabled="span" not in fields)
    kinds = [kind for kind in KINDS if kind in corpora.list_kinds() or kind == selection.kind]
    options: Mapping[Field, Mapping[str, str]] = {
        "theme": {theme: name_theme(theme, words.language) for theme in read_themes()},
        "kind": {kind: name_event(kind, words.language) for kind in kinds},
        "document": list_titles(selection.document, words),
        "outlet": {name: make_visible(name) for name in _list_known(selection.outlet, sorted(corpora.list_outlets()))},
        "spoken": {code: name_spoken(code, words) for code in _list_known(selection.spoken, corpora.list_languages())},
    }
    for field, names in options.items():
        _show_choice(field, names, words, disabled=field not in fields)
    if corpora.count_rows("documents") > MOST_TITLES:
        st.caption(words("filters.newest", {"count": MOST_TITLES}))
    if "theme" not in fields:
        st.caption(words("filters.events_only"))


def _list_known(chosen: str | None, known: Sequence[str]) -> list[str]:
    """Return what may be chosen; what an address chooses is offered too."""
    return [*known, *([chosen] if chosen and chosen not in known else [])]


def _show_span(selection: Selection, days: tuple[date, date], words: Catalogue, *, disabled: bool) -> None:
    reach = [*days, *(day for day in (selection.since, selection.until) if day is not None)]
    with st.container(horizontal=True):
        for name in _FILLED["span"]:
            box = Day(words(f"filters.{name}"), getattr(selection, name), min(reach), max(reach), disabled)
            with st.container(key=f"day-{name}", width=160):
                show_day(box, f"filter-{name}", partial(take_day, name))


def _show_choice(field: Field, names: Mapping[str, str], words: Catalogue, *, disabled: bool) -> None:
    chosen = getattr(read_selection(), field)
    key = name_widget(field, chosen if chosen in names else None)
    st.selectbox(
        words(f"filters.{field}"),
        list(names),
        format_func=lambda value: names.get(value, value),
        index=None,
        placeholder=words(f"filters.all_{field}"),
        key=key,
        on_change=_take_choice,
        args=(field, key),
        disabled=disabled or not names,
    )


def name_widget(name: str, value: object) -> str:
    """Return the key of a widget in a popover, and set its value.

    What lies in a popover that closes does not hear that its value was changed elsewhere: it may send the old one
    again. So it is a new widget each time that happens.
    """
    known: dict[str, tuple[int, object]] = st.session_state.setdefault(_KNOWN, {})
    number, before = known.get(name, (0, value))
    number += value != before
    known[name] = (number, value)
    key = f"filter-{name}-{number}"
    st.session_state[key] = value
    return key


def hear(name: str, key: str) -> object:
    """Return the value that the reader gave to a widget of name_widget."""
    known: dict[str, tuple[int, object]] = st.session_state[_KNOWN]
    number, value = known[name]
    # A browser that has not yet heard that a widget is gone sends what it held once more.
    if key == f"filter-{name}-{number}":
        value = st.session_state[key]
        known[name] = (number, value)
    return value


def take_day(name: str, day: date | None) -> None:
    """Keep a day as the begin or end of the span; where the two would cross, the other moves along."""
    selection = read_selection()
    since, until = (day, selection.until) if name == "since" else (selection.since, day)
    if since is not None and until is not None and since > until:
        since = until = day
    choose(replace(selection, since=since, until=until))


def _take_choice(field: Field, key: str) -> None:
    chosen: Mapping[str, object] = {field: hear(field, key)}
    choose(replace(read_selection(), **chosen))  # type: ignore[arg-type]


def _list_chips(selection: Selection, words: Catalogue, fields: Sequence[Field]) -> Iterator[_Chip]:
    """Yield the filters that are active and that the page's numbers follow."""
    said: Mapping[Field, str | None] = {
        "span": _write_span(selection, words),
        "theme": name_theme(selection.theme, words.language) if selection.theme else None,
        "kind": name_event(selection.kind, words.language) if selection.kind else None,
        "document": find_title(selection.document, words) if selection.document else None,
        "outlet": selection.outlet,
        "spoken": name_spoken(selection.spoken, words) if selection.spoken else None,
    }
    for field in fields:
        text = said[field]
        if text is not None:
            yield _Chip(text, _FILLED[field])


def _write_span(selection: Selection, words: Catalogue) -> str | None:
    since, until = selection.since, selection.until
    # A month that the page offers is marked where it is offered.
    if find_month(selection) is not None:
        return None
    if since is not None and since == until:
        return str(since)
    said = {(True, True): "between", (True, False): "from", (False, True): "to"}
    key = said.get((since is not None, until is not None))
    return words(f"filters.{key}", {"since": since, "until": until}) if key else None


def _show_chip(chip: _Chip) -> None:
    st.button(
        escape_markdown(shorten(chip.label, _CHIP_LENGTH)),
        key=f"chip-{chip.fields[-1]}",
        icon=":material/close:",
        icon_position="right",
        on_click=_drop,
        args=(chip.fields,),
    )


def _drop(fields: tuple[str, ...]) -> None:
    choose(replace(read_selection(), **dict.fromkeys(fields)))  # type: ignore[arg-type]
