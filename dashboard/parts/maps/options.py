"""How the map is drawn and what its cards tell: classes, colours, projection, borders, names, fields, behind one button; and whether it tells numbers or rates."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import cast

import streamlit as st

from dashboard.figures.card_fields import CARD_FIELDS, CardField
from dashboard.figures.earth_views import FRAMES
from dashboard.parts.filters import hear, name_widget
from dashboard.parts.maps.proportions import show_per
from dashboard.parts.popovers import show_popover
from dashboard.parts.selection import DRAWN, Selection, choose, read_selection
from geo.base.errors import DrawingError
from geo.charts import BORDERS, HUES, METHODS, PROJECTIONS, MapChart, MapOptions, MultiplesChart, TwoMapsChart, list_per
from geo.charts.classes import MOST_LIMITS, read_limits
from geo.charts.scales import find_midpoint
from geo.reference.wordings import Catalogue

_CHOICES: Mapping[str, Sequence[str]] = {
    "classes": METHODS,
    "hue": HUES,
    "projection": PROJECTIONS,
    "borders": BORDERS,
}
HEEDED: Collection[str] = ("frame", *_CHOICES, "names", "card")
# What is drawn as the reader wants maps drawn.
Drawn = MapChart | MultiplesChart | TwoMapsChart
# What the reader wrote for limits, as long as it is none.
_WRONG = "limits-wrong"


def make_map_options(selection: Selection, chart: Drawn) -> MapOptions:
    """Return how the reader wants a map drawn; limits of their own that are not given yet are those that it has.

    Small maps have no room for names.
    """
    limits = selection.limits or _list_limits(chart)
    return MapOptions(
        # Without a value above 0 there is nothing to begin from.
        method=selection.classes if limits else "quantiles",
        limits=limits if selection.classes == "own" else (),
        midpoint=selection.midpoint if selection.classes == "around" else None,
        hue=selection.hue,
        projection=selection.projection,
        frame=selection.frame,
        borders=selection.borders,
        labels=selection.codes if selection.names and isinstance(chart, MapChart) else (),
    )


def show_frame(words: Catalogue) -> None:
    """Show which part of the world the map shows."""
    st.session_state["frame"] = read_selection().frame
    st.selectbox(
        words("world.frame"),
        FRAMES,
        format_func=lambda frame: words(f"frame.{frame}"),
        key="frame",
        on_change=_take_frame,
        width=130,
    )


def _take_frame() -> None:
    choose(replace(read_selection(), frame=st.session_state["frame"]))


def show_map_options(chart: Drawn, words: Catalogue, heeded: Collection[str] = HEEDED) -> None:
    """Show the choices behind a button, those that are heeded; each writes the reader's choice before the page is drawn."""
    show_popover(words("draw.title"), ":material/palette:", "draw", partial(_show_choices, chart, words, heeded))


def _show_choices(chart: Drawn, words: Catalogue, heeded: Collection[str]) -> None:
    selection = read_selection()
    if not isinstance(chart, MultiplesChart):
        show_per(list_per(), words, "stretch")
    for name, options in _CHOICES.items():
        # A map around a value has two hues of its own.
        if name in heeded and (name, selection.classes) != ("hue", "around"):
            _show_choice(name, options, words)
            _show_more(name, chart, words)
    if "projection" in heeded and selection.frame != "world" and selection.projection != "globe":
        st.caption(words("draw.part"))
    if isinstance(chart, MapChart):
        _show_words(heeded, words)
    if any(getattr(selection, name) != getattr(Selection(), name) for name in DRAWN):
        st.button(words("draw.first"), key="draw-first", type="tertiary", on_click=_draw_as_at_first)


def _show_words(heeded: Collection[str], words: Catalogue) -> None:
    """Show what may be written on a map, and on its cards."""
    if "names" in heeded:
        key = name_widget("names", read_selection().names)
        st.toggle(words("draw.names"), key=key, on_change=_take, args=("names", key))
    if "card" in heeded:
        _show_card(words)


def _show_more(name: str, chart: Drawn, words: Catalogue) -> None:
    """Show what the chosen way to make classes asks for, and what is to be said of the colours."""
    selection = read_selection()
    if name == "hue":
        st.caption(words("draw.safe"))
    if (name, selection.classes) == ("classes", "own"):
        _show_limits(selection.limits or _list_limits(chart), words)
    if (name, selection.classes) == ("classes", "around"):
        key = name_widget("midpoint", find_midpoint(_list_values(chart), selection.midpoint))
        args = ("midpoint", key)
        st.number_input(
            words("draw.midpoint"), 0.0, step=1.0, format="%g", key=key, on_change=_take_midpoint, args=args
        )


def _list_values(chart: Drawn) -> list[float]:
    """Return the values above 0 that a chart divides."""
    if isinstance(chart, MultiplesChart):
        found = [value for panel in chart.panels for value in panel.values.values()]
    else:
        maps = (chart,) if isinstance(chart, MapChart) else (chart.first, chart.second)
        found = [float(value) for one in maps for value in one.rows["value"]]
    return [value for value in found if value > 0]


def _take_midpoint(name: str, key: str) -> None:
    """Keep a midpoint; 0 is none, and the map takes the middle one of its values."""
    choose(replace(read_selection(), midpoint=cast(float | None, hear(name, key)) or None))


def _list_limits(chart: Drawn) -> tuple[int, ...]:
    # Limits of one's own are whole numbers.
    return tuple(sorted({max(1, int(one.low)) for one in chart.classes if one.low > 0}))


def _show_choice(name: str, options: Sequence[str], words: Catalogue) -> None:
    key = name_widget(name, getattr(read_selection(), name))
    st.selectbox(
        words(f"draw.{name}"),
        options,
        format_func=lambda option: words(f"draw.{name}_{option}"),
        key=key,
        on_change=_take,
        args=(name, key),
    )


def _show_card(words: Catalogue) -> None:
    """Show what the cards of the map may tell beside a name and its value."""
    key = name_widget("card", list(read_selection().card))
    st.multiselect(
        words("draw.card"),
        CARD_FIELDS,
        format_func=lambda field: words(f"draw.card_{field}"),
        placeholder=words("draw.card_none"),
        select_all=False,
        key=key,
        on_change=_take_card,
        args=(key,),
    )


def _take_card(key: str) -> None:
    # In the reader's order: another would be another value, and the list would close.
    choose(replace(read_selection(), card=tuple(cast(list[CardField], hear("card", key)))))


def _show_limits(limits: Sequence[int], words: Catalogue) -> None:
    """Show the limits as a text, and what is wrong where it lists none."""
    wrong = st.session_state.get(_WRONG)
    key = name_widget("limits", wrong or ", ".join(map(str, limits)))
    st.text_input(words("draw.limits"), key=key, max_chars=100, on_change=_take_limits, args=(key,))
    if wrong:
        st.caption(words("draw.limits_wrong", {"most": MOST_LIMITS}))


def _take(name: str, key: str) -> None:
    st.session_state.pop(_WRONG, None)
    taken: Mapping[str, object] = {name: hear(name, key)}
    choose(replace(read_selection(), **taken))  # type: ignore[arg-type]


def _take_limits(key: str) -> None:
    """Keep limits that are some; the map stays as it is while they are not."""
    text = str(hear("limits", key))
    try:
        limits = read_limits(text) if text.strip() else ()
    except DrawingError:
        st.session_state[_WRONG] = text
        return
    st.session_state.pop(_WRONG, None)
    choose(replace(read_selection(), limits=limits))


def _draw_as_at_first() -> None:
    st.session_state.pop(_WRONG, None)
    first: Mapping[str, object] = {name: getattr(Selection(), name) for name in DRAWN}
    choose(replace(read_selection(), **first))  # type: ignore[arg-type]
