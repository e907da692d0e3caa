"""Boxes behind a button: what stands in one is made and sent only while the reader has it open."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

Drawer = Literal["narrow", "draw", "picture", "table", "cite"]


def show_drawer(label: str, icon: str, name: Drawer, show: Callable[[], None]) -> None:
    """Show a button that opens a box over the page; `show` fills it, at each drawing of the page while it is open."""
    with st.popover(label, icon=icon, key=name_drawer(name), on_change="rerun") as box:
        if box.open:
            show()


def name_drawer(name: Drawer) -> str:
    """Return the key of a box, under which the session knows whether it is open."""
    return f"{name}-open"
