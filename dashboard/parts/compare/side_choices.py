"""What the reader chooses of two maps: the days, outlets or documents of either side, and quick ways to both."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import pairwise
from typing import cast

import streamlit as st

from dashboard import corpora
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.filters import hear, name_widget
from dashboard.parts.popovers import show_popover
from dashboard.parts.selection import Selection, choose, read_selection
from dashboard.parts.titles import list_titles
from geo.charts import SIDE_KINDS, Look, Side, SideKind, Span
from geo.charts.sides import MOST_DOCUMENTS, split_at
from geo.charts.time_steps import name_span
from geo.charts.two_maps import LETTERS, Sides
from geo.reference.wordings import Catalogue

_FIELDS = ("first", "second")
# Of a corpus of many years those months that the list can show.
_MOST_MONTHS = 60
_BETWEEN = " | "
_LONGEST = 60


def find_sides(selection: Selection) -> Sides | None:
    """Return the two sides that are compared: the reader's, or those that the page begins with; None without any."""
    if selection.first is not None and selection.second is not None:
        return selection.first, selection.second
    chosen = selection.first or selection.second
    offered = corpora.offer_sides(None if chosen is None else chosen.kind)
    if offered is None:
        return None
    return selection.first or offered[0], selection.second or offered[1]


def show_kind(sides: Sides, words: Catalogue) -> None:
    """Show what kind of sides is compared; a kind of which there are no two is not offered."""
    offered = [kind for kind in SIDE_KINDS if corpora.offer_sides(kind) is not None or kind == sides[0].kind]
    st.session_state["kind-of-sides"] = sides[0].kind
    st.segmented_control(
        words("two.kind"),
        offered,
        format_func=lambda kind: words(f"two.{kind}"),
        key="kind-of-sides",
        required=True,
        wrap=True,
        on_change=_take_kind,
    )


def show_sides(sides: Sides, words: Catalogue) -> None:
    """Show either side to choose, and the quick ways to both where they are days."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="sides"):
        if sides[0].kind == sides[1].kind == "span":
            _show_quick(sides, words)
            _show_split(sides, words)
        spans = [place for place, side in enumerate(sides) if side.kind == "span"]
        for place, side in enumerate(sides):
            if place not in spans:
                _SHOWN[side.kind](place, sides, words)
        if spans:
            show_popover(words("two.days"), ":material/date_range:", "sides", partial(_show_spans, spans, sides, words))
        st.button(words("two.swap"), key="swap", icon=":material/swap_horiz:", on_click=_keep, args=(sides[::-1],))


def _keep(sides: Sides) -> None:
    choose(replace(read_selection(), first=sides[0], second=sides[1]))


def _take_kind() -> None:
    kind: SideKind = st.session_state["kind-of-sides"]
    offered = corpora.offer_sides(kind)
    if offered is not None:
        _keep(offered)


def _list_quick(look: Look) -> Iterator[tuple[str, Sides]]:
    """Yield the quick ways with their names: month beside month, year beside year."""
    months = corpora.list_months()
    years = [Span(date(year, 1, 1), date(year, 12, 31)) for year in sorted({month.since.year for month in months})]
    for spans in (months[-_MOST_MONTHS:], years):
        for one, other in pairwise(spans):
            name = _BETWEEN.join(name_span(span, look) for span in (one, other))
            yield name, (Side(one.since, one.until), Side(other.since, other.until))


def _show_quick(sides: Sides, words: Catalogue) -> None:
    quick = dict(_list_quick(Look(words.language)))
    if (halves := corpora.offer_sides("span")) is not None:
        quick = {words("two.halves"): halves, **quick}
    st.session_state["quick"] = next((name for name, both in quick.items() if both == sides), None)
    st.selectbox(
        words("two.quick"),
        list(quick),
        index=None,
        placeholder=words("two.own"),
        key="quick",
        on_change=_take_quick,
        args=(quick,),
        width=260,
    )


def _take_quick(quick: Mapping[str, Sides]) -> None:
    if st.session_state["quick"] in quick:
        _keep(quick[st.session_state["quick"]])


def _show_split(sides: Sides, words: Catalogue) -> None:
    """Show the day before which one side lies, and from which on the other."""
    ends = _find_ends(sides)
    st.session_state["split"] = sides[1].since if ends and split_at(sides[1].since or ends[0], ends) == sides else None
    _show_day("split", words("two.split"), sides, partial(_take_split, ends))


def _find_ends(sides: Sides) -> tuple[date, date] | None:
    return corpora.find_days() or _find_reach(sides)


def _find_reach(sides: Sides) -> tuple[date, date] | None:
    days = [day for side in sides for day in (side.since, side.until) if day is not None]
    return (min(days), max(days)) if days else None


def _take_split(ends: tuple[date, date] | None) -> None:
    day = st.session_state["split"]
    if day is not None and ends is not None:
        _keep(split_at(day, ends))


def _show_day(key: str, label: str, sides: Sides, take: partial[None]) -> None:
    ends = [end for found in (corpora.find_days(), _find_reach(sides)) if found is not None for end in found]
    st.date_input(
        label,
        value=None,
        min_value=min(ends, default=None),
        max_value=max(ends, default=None),
        format="YYYY-MM-DD",
        key=key,
        on_change=take,
        width=175,
    )


def _show_spans(places: Sequence[int], sides: Sides, words: Catalogue) -> None:
    """Show the first and the last day of each side that is a span of days."""
    for place in places:
        with st.container(horizontal=True):
            for end in ("since", "until"):
                name = f"{_FIELDS[place]}-{end}"
                key = name_widget(name, getattr(sides[place], end))
                label = words(f"two.{end}", {"letter": LETTERS[place]})
                _show_day(key, label, sides, partial(_take_day, name, key, end, place))


def _take_day(name: str, key: str, end: str, place: int) -> None:
    """Keep a day as the begin or end of a side; where the two would cross, the other end moves along."""
    day, sides = cast(date | None, hear(name, key)), find_sides(read_selection())
    if sides is None:
        return
    since, until = (day, sides[place].until) if end == "since" else (sides[place].since, day)
    if since is not None and until is not None and since > until:
        since = until = day
    # A side that is open at both ends is everything, and no side.
    if since is not None or until is not None:
        _keep(_put(Side(since, until), place, sides))


def _put(side: Side, place: int, sides: Sides) -> Sides:
    return (side, sides[1]) if place == 0 else (sides[0], side)


def _show_outlet(place: int, sides: Sides, words: Catalogue) -> None:
    chosen, key = sides[place].outlet, _FIELDS[place]
    outlets = list(dict.fromkeys([*corpora.list_outlets(), *([chosen] if chosen else [])]))
    st.session_state[key] = chosen
    st.selectbox(
        words("two.letter", {"letter": LETTERS[place]}),
        outlets,
        format_func=lambda name: shorten(make_visible(name), _LONGEST),
        key=key,
        on_change=_take_outlet,
        args=(key, place, sides),
        width=260,
    )


def _take_outlet(key: str, place: int, sides: Sides) -> None:
    _keep(_put(Side(outlet=st.session_state[key]), place, sides))


def _show_documents(place: int, sides: Sides, words: Catalogue) -> None:
    chosen, key = sides[place].documents, _FIELDS[place]
    names = list_titles(None, words)
    names |= {
        document: name for one in chosen for document, name in list_titles(one, words).items() if one not in names
    }
    st.session_state[key] = list(chosen)
    st.multiselect(
        words("two.letter", {"letter": LETTERS[place]}),
        list(names),
        format_func=lambda document: names.get(document, document),
        key=key,
        max_selections=MOST_DOCUMENTS,
        select_all=False,
        on_change=_take_documents,
        args=(key, place, sides),
        width=420,
    )


def _take_documents(key: str, place: int, sides: Sides) -> None:
    """Keep the documents of a side; one without any would have nothing to compare."""
    if st.session_state[key]:
        _keep(_put(Side(documents=tuple(st.session_state[key])), place, sides))


_SHOWN = {"outlet": _show_outlet, "document": _show_documents}
