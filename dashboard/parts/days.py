"""A box for a day: the browser's own, with its calendar; what is typed is taken on Enter, on Escape, and when the reader leaves it.

Streamlit's box forgets what was typed into it unless a day is clicked, and its calendar, which is no part of the box
that it opens from, closes that.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple, TypeGuard

import streamlit as st

from dashboard.parts.scripts import write_call
from dashboard.theme import find_theme

# Before it there is no date of a press document; "0020" is a year that somebody has not typed to its end.
FIRST_YEAR = 1000


class Day(NamedTuple):
    """What a box shows: its label, its day (None where there is none), and the days between which its calendar opens."""

    label: str
    day: date | None
    first: date
    last: date
    disabled: bool = False


def show_day(box: Day, key: str, take: Callable[[date | None], None]) -> None:
    """Show a box for a day; `take` gets the day that the reader gives, None where it was emptied."""

    def hear() -> None:
        said = st.session_state[key]["day"]
        if is_day(said):
            take(date.fromisoformat(said) if said else None)

    _mount()(
        key=key,
        data={
            "label": box.label,
            "day": "" if box.day is None else str(box.day),
            "first": str(box.first),
            "last": str(box.last),
            "year": FIRST_YEAR,
            "disabled": box.disabled,
            "theme": find_theme(),
        },
        on_day_change=hear,
    )


def is_day(said: object) -> TypeGuard[str]:
    """Return whether what a browser tells of is a day, or nothing where a box was emptied."""
    if not isinstance(said, str):
        return False
    try:
        return not said or date.fromisoformat(said).year >= FIRST_YEAR
    except ValueError:
        return False


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component("aidatlas_day", js=write_call("day", "show"))
