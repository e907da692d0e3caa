"""Walking through time: earlier, later, and playing forward step by step until the end or until the reader stops it.

While it plays, the span that is shown is kept in the session; only where it stops is it written to the address, so
that Back does not lead through every step.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from dashboard.parts.selection import choose, read_selection
from geo.charts import Span
from geo.reference.wordings import Catalogue

_PLAYED, _DRAWN = "played-span", "played-page-drawn"
_SECONDS = 1.8


def show_steps(steps: Sequence[Span], draw: Callable[[Span | None], None]) -> None:
    """Show what `draw` makes of the span that is chosen; while it plays, of one of the steps after another."""
    st.session_state[_DRAWN] = True
    if not is_playing():
        draw(find_chosen())
        return

    @st.fragment(run_every=_SECONDS)
    def play() -> None:
        # The page itself was drawn just now: the step it shows is not over yet.
        if not st.session_state.pop(_DRAWN, False):
            _go_on(steps)
        draw(find_chosen())

    play()


def find_chosen() -> Span | None:
    """Return the span that is shown: the one playing, or else the reader's choice; None for all time."""
    if is_playing():
        played: Span = st.session_state[_PLAYED]
        return played
    since, until = read_selection().since, read_selection().until
    return Span(since, until) if since and until and since <= until else None


def is_playing() -> bool:
    """Return whether it plays."""
    return _PLAYED in st.session_state


def choose_span(span: Span | None) -> None:
    """Stop where it plays, and keep a span as the reader's choice; None for all time."""
    st.session_state.pop(_PLAYED, None)
    since, until = span or (None, None)
    choose(replace(read_selection(), since=since, until=until))


def find_next(steps: Sequence[Span], chosen: Span | None) -> Span | None:
    """Return the first step after a span, or the first of all; None where there is none."""
    return next((step for step in steps if chosen is None or step.since > chosen.until), None)


def find_previous(steps: Sequence[Span], chosen: Span | None) -> Span | None:
    """Return the last step before a span, or the last of all; None where there is none."""
    return next((step for step in reversed(steps) if chosen is None or step.until < chosen.since), None)


def show_buttons(steps: Sequence[Span], words: Catalogue) -> None:
    """Show the buttons that walk through the steps, those in which something happened."""
    chosen = find_chosen()
    ways = {"previous": find_previous(steps, chosen), "next": find_next(steps, chosen)}
    icons = {"previous": ":material/skip_previous:", "next": ":material/skip_next:"}
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="player", width="content"):
        _show_play(steps, chosen, words)
        for way, span in ways.items():
            st.button(
                words(f"timeline.{way}"),
                key=f"player-{way}",
                icon=icons[way],
                disabled=span is None,
                on_click=choose_span,
                args=(span,),
            )


def _show_play(steps: Sequence[Span], chosen: Span | None, words: Catalogue) -> None:
    if is_playing():
        label, icon, act = "pause", ":material/stop:", _stop
    else:
        label, icon, act = "play", ":material/play_arrow:", lambda: _start(steps, chosen)
    st.button(words(f"timeline.{label}"), key="player-play", icon=icon, disabled=len(steps) < 2, on_click=act)


def _start(steps: Sequence[Span], chosen: Span | None) -> None:
    st.session_state[_PLAYED] = find_next(steps, chosen) or steps[0]


def _stop() -> None:
    choose_span(find_chosen())


def _go_on(steps: Sequence[Span]) -> None:
    """Show the next step; at the end, or where a click in the page has stopped it, draw the whole page again."""
    following = find_next(steps, find_chosen()) if is_playing() else None
    if following is None:
        if is_playing():
            _stop()
        st.rerun()
    st.session_state[_PLAYED] = following
