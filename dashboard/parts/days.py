"""A box for a day: the browser's own, with its calendar; what is typed is taken on Enter, on Escape, and when the reader leaves it.

Streamlit's box forgets what was typed into it unless a day is clicked, and its calendar, which is no part of the box
that it opens from, closes that.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import NamedTuple, TypeGuard

import streamlit as st

from dashboard.theme import find_theme

# Before it there is no date of a press document; "0020" is a year that somebody has not typed to its end.
FIRST_YEAR = 1000

_HTML = '<label><span></span><input type="date"></label>'
_CSS = """
label { display: block; font: .875rem var(--st-font); color: var(--st-text-color); }
span { display: block; min-height: 1.5rem; padding-bottom: .25rem; }
input {
  box-sizing: border-box; width: 100%; height: 2.5rem; padding: 0 .6rem; border-radius: .5rem;
  border: 1px solid transparent; background: var(--st-secondary-background-color);
  color: inherit; font: 400 1rem var(--st-font);
}
input:focus { border-color: var(--st-primary-color); outline: 1px solid var(--st-primary-color); }
input.wrong { border-color: #d1495b; outline-color: #d1495b; }
input:disabled { opacity: .55; cursor: not-allowed; }
"""
# A day picked from the calendar counts at once. While somebody types, every figure makes a whole date: "0002" on the way
# to 2020; what was typed counts once they are done.
_SCRIPT = """
export default function ({ data, parentElement, setTriggerValue }) {
  const [input, label] = [parentElement.querySelector("input"), parentElement.querySelector("span")];
  label.textContent = data.label;
  Object.assign(input, { min: data.first, max: data.last, disabled: data.disabled });
  input.style.colorScheme = data.theme;
  // What stands there is the reader's until the page has another day for it.
  if (input.dataset.known !== data.day) {
    input.value = input.dataset.known = data.day;
    input.classList.remove("wrong");
  }
  const take = () => {
    const whole = !input.validity.badInput && (!input.value || Number(input.value.slice(0, -6)) >= data.year);
    input.classList.toggle("wrong", !whole);
    input.typing = false;
    if (!whole || input.value === input.dataset.known) return;
    input.dataset.known = input.value;
    setTriggerValue("day", input.value);
  };
  input.onkeydown = ({ key }) => {
    if (key === "Enter" || key === "Escape") take();
    else if (key !== "Tab") input.typing = true;
  };
  input.onchange = () => input.typing || take();
  input.onblur = take;
}
"""


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
    return st.components.v2.component("aidatlas_day", html=_HTML, css=_CSS, js=_SCRIPT)
