"""The line that says what of a link was not taken, until the reader closes it or comes by another link."""

from collections.abc import Iterator, Sequence

import streamlit as st

from dashboard.choices.addresses import Fault
from dashboard.figures.hovers import shorten
from dashboard.parts.selection import forget_faults, list_faults
from dashboard.parts.words import escape_markdown
from geo.reference.wordings import Catalogue

_MOST, _LONGEST = 5, 24
_DAYS = ("since", "until")


def show_faults(words: Catalogue) -> None:
    """Show what the link names that is nothing known, in a line that can be closed; nothing where all was taken."""
    faults = list_faults()
    if not faults:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="link-faults"):
        st.warning(write_faults(faults, words), icon=":material/link_off:")
        st.button(words("link.close"), icon=":material/close:", key="close-link-faults", on_click=forget_faults)


def write_faults(faults: Sequence[Fault], words: Catalogue) -> str:
    """Return in a line of Markdown what a link names that was not taken."""
    return words("link.said", {"faults": words("link.between").join(_write(faults, words))})


def _write(faults: Sequence[Fault], words: Catalogue) -> Iterator[str]:
    """Yield the words for each fault; of codes and other lists only the first few."""
    for fault in faults:
        texts = [escape_markdown(shorten(text, _LONGEST)) for text in fault.texts]
        values = {"texts": words("link.comma").join(texts[:_MOST]), "field": fault.field, "count": len(texts) - _MOST}
        key = "day" if fault.field in _DAYS else fault.field
        if key == "span":
            yield words("link.span", {"since": texts[0], "until": texts[1]})
        elif key == "codes" and len(texts) > 1:
            yield words("link.codes_more" if len(texts) > _MOST else "link.codes_several", values)
        else:
            yield words(f"link.{key}" if f"link.{key}" in words.words else "link.other", values)
