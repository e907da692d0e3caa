"""What every page offers beside its contents: the reader's theme, a link to the page as it is, and a button that prints.

They stand in for Streamlit's own menu, whose words are English. The browser keeps the theme
(dashboard/static/page_tools.js); dashboard.parts.frame.theme_changes follows it.
"""

from collections.abc import Callable, Sequence
from functools import cache

import streamlit as st

from dashboard.parts.private_notes import write_link_note
from dashboard.parts.scripts import write_call
from geo.reference.wordings import Catalogue

_STYLE = """
fieldset { display: flex; border: 0; margin: 0 0 .8rem; padding: 0; }
legend { font: .875rem var(--st-font); color: var(--st-text-color); padding: 0 0 .3rem; }
label { flex: 1; position: relative; }
label input { position: absolute; inset: 0; opacity: 0; margin: 0; cursor: pointer; }
span, button {
  display: block; text-align: center; padding: .3rem .4rem; font: .875rem var(--st-font); color: var(--st-text-color);
  background: var(--st-background-color); border: 1px solid var(--st-border-color);
}
label:not(:first-of-type) span { border-left: 0; }
label:first-of-type span { border-radius: .4rem 0 0 .4rem; }
label:last-of-type span { border-radius: 0 .4rem .4rem 0; }
input:checked + span { box-shadow: inset 0 0 0 1px var(--st-primary-color); color: var(--st-primary-color); font-weight: 600; }
button { width: 100%; border-radius: .4rem; cursor: pointer; margin-bottom: .5rem; }
.link { box-sizing: border-box; width: 100%; padding: .3rem .4rem; font: .8rem var(--st-font); color: inherit; background: transparent; border: 1px solid var(--st-border-color); border-radius: .4rem; }
.link[hidden] { display: none; }
p { margin: 0 0 .5rem; font: .85rem/1.4 var(--st-font); color: var(--st-text-color); }
p:empty { display: none; }
button:hover, input:hover + span { border-color: var(--st-primary-color); }
input:focus-visible + span, button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
"""
_SAID = ("theme", "system", "light", "dark", "print", "link", "link_copied", "link_take", "link_own", "link_field")


def show_page_tools(pages: Sequence[str], words: Catalogue) -> None:
    """Show the choice of theme and the buttons that copy a link and print; `pages` are the addresses that the theme is kept for."""
    said = {name: words(f"tools.{name}") for name in _SAID}
    _mount()(key="page-tools", data={**said, "pages": list(pages), "note": write_link_note(words)})


@cache
def _mount() -> Callable[..., object]:
    return st.components.v2.component("aidatlas_page_tools", css=_STYLE, js=write_call("page_tools", "show"))
