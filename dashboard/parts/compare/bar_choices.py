"""What the reader chooses on the page *Compare*: what is counted, what bars, parts and maps stand for, their order."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard.choices.addresses import list_figures
from dashboard.figures.hovers import make_visible, shorten
from dashboard.parts.compare.side_choices import show_kind, show_sides
from dashboard.parts.compare.two_maps import list_fields
from dashboard.parts.filters import FIELDS, NAMED_FIELDS, Field, show_filters
from dashboard.parts.giver_switches import show_giver
from dashboard.parts.kinds import name_shown
from dashboard.parts.maps.options import show_frame, show_map_options
from dashboard.parts.maps.proportions import show_per
from dashboard.parts.measures import read_measure, show_measures
from dashboard.parts.selection import Selection, choose, read_selection
from geo.charts import (
    BY_NAME,
    BY_TOTAL,
    Look,
    MultiplesChart,
    StacksChart,
    TwoMapsChart,
    counts_events,
    list_each,
    list_parts,
    list_per,
    list_rows,
)
from geo.charts.two_maps import Sides
from geo.reference.places import name_place
from geo.reference.wordings import Catalogue

_LONGEST = 60


def show_bar_choices(chart: StacksChart, words: Catalogue) -> None:
    """Show what may be chosen of bars, as it is chosen; what means nothing for the measure is not offered."""
    measure, layout = chart.measure, chart.layout
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        _show_counted(words)
        _show_choice("rows", list_rows(measure), layout.rows, words)
        _show_choice("parts", list_parts(measure, layout.rows), layout.parts, words)
        show_per(list_per(layout.rows), words)
        _show_scale(chart, words)
        _show_order(chart, words)
    _show_narrowing(words, lambda: None)


def show_map_choices(chart: MultiplesChart, words: Catalogue) -> None:
    """Show what may be chosen of small maps."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        _show_counted(words)
        _show_choice("each", list_each(read_measure(read_selection())), chart.each, words)
        show_frame(words)
    _show_narrowing(words, lambda: show_map_options(chart, words))


def show_two_choices(chart: TwoMapsChart | None, sides: Sides | None, words: Catalogue, *, maps: bool = True) -> None:
    """Show what may be chosen of two sides, and of their maps: without sides only what leads to other figures."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="controls"):
        _show_counted(words)
        if chart is not None and sides is not None:
            show_kind(sides, words)
            if maps:
                show_frame(words)
            else:
                show_per(list_per(), words)
    if chart is None or sides is None:
        return
    show_sides(sides, words)
    show_more = partial(show_map_options, chart, words) if maps else lambda: None
    _show_narrowing(words, show_more, list_fields(read_selection(), sides))


def _show_counted(words: Catalogue) -> None:
    """Show what is counted, and as what it is shown."""
    selection = read_selection()
    show_measures(selection, words)
    st.session_state["figure"] = selection.figure
    st.segmented_control(
        words("compare.figure"),
        list_figures(),
        format_func=partial(name_shown, words, "compare"),
        key="figure",
        required=True,
        wrap=True,
        on_change=_take,
        args=("figure",),
    )


def _name_value(words: Catalogue, section: str, value: str) -> str:
    return words(f"{section}.{value}")


def _show_choice(name: str, offered: tuple[str, ...], chosen: str, words: Catalogue) -> None:
    """Show what bars, parts or maps can stand for."""
    st.session_state[name] = chosen
    st.selectbox(
        words(f"compare.{name}"),
        offered,
        format_func=partial(_name_value, words, "compare"),
        key=name,
        on_change=_take,
        args=(name,),
        width=180,
    )


def _show_scale(chart: StacksChart, words: Catalogue) -> None:
    st.session_state["scale"] = "share" if chart.shares else "number"
    st.segmented_control(
        words("compare.scale"),
        ("number", "share"),
        format_func=partial(_name_value, words, "compare"),
        key="scale",
        required=True,
        disabled=len(chart.parts) < 2 or not chart.stacked,
        on_change=_take_scale,
    )


def _show_order(chart: StacksChart, words: Catalogue) -> None:
    by_date = chart.layout.rows == "month"
    names = {
        BY_TOTAL: words("compare.sort_total"),
        BY_NAME: words("compare.sort_month" if by_date else "compare.sort_name"),
    }
    parts = chart.parts if len(chart.parts) > 1 and chart.stacked else ()
    names |= {part.key: words("compare.sort_part", {"name": make_visible(part.name)}) for part in parts}
    first = BY_NAME if by_date else BY_TOTAL
    st.session_state["sort"] = chart.layout.sort if chart.layout.sort in names else first
    st.selectbox(
        words("compare.sort"),
        list(names),
        format_func=lambda key: names.get(key, key),
        key="sort",
        on_change=_take,
        args=("sort",),
        width=220,
    )


def _show_narrowing(words: Catalogue, show_more: Callable[[], None], fields: tuple[Field, ...] | None = None) -> None:
    """Show the switch for the giver, what the chart has besides, and the filters."""
    selection = read_selection()
    with st.container(horizontal=True, vertical_alignment="center", key="narrowing"):
        show_giver(selection, words)
        show_more()
        show_filters(words, fields or (FIELDS if counts_events(read_measure(selection)) else NAMED_FIELDS))
        if selection.codes:
            _show_codes(selection, words)


def _show_codes(selection: Selection, words: Catalogue) -> None:
    names = [name_place(code, selection.language) for code in selection.codes]
    said = Look(selection.language).words("list.comma").join(names)
    st.caption(words("compare.chosen", {"names": shorten(said, _LONGEST)}))


def _take(name: str) -> None:
    """Keep what a control says; an order by a part goes with the parts."""
    taken: dict[str, object] = {name: st.session_state[name]}
    if name in ("rows", "parts"):
        taken["sort"] = None
    choose(replace(read_selection(), **taken))  # type: ignore[arg-type]


def _take_scale() -> None:
    choose(replace(read_selection(), share=st.session_state["scale"] == "share"))
