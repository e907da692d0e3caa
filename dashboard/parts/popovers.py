"""Boxes behind a button: what stands in one is made and sent only while the reader has it open."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

Popover = Literal["narrow", "draw", "picture", "table", "cite", "counted", "corrections", "document", "sides"]


def show_popover(label: str, icon: str, name: Popover, show: Callable[[], None]) -> None:
    """Show a button that opens a box over the page; `show` fills it, at each drawing of the page while it is open."""
    with st.popover(label, icon=icon, key=name_popover(name), on_change="rerun") as box:
        if box.open:
            show()


def name_popover(name: Popover) -> str:
    """Return the key of a box, under which the session knows whether it is open."""
    return f"{name}-open"
