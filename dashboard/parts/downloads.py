"""What hands a chart over: pictures for print and web, its table in four formats, a copy, a citation; and how it was counted."""

import re
from base64 import b64encode
from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import pandas as pd
import streamlit as st

from dashboard import corpora
from dashboard.gates.doors import OWN_MACHINE
from dashboard.parts.accounts import Counting, show_account
from dashboard.parts.copies import offer_copy
from dashboard.parts.editing import Edited, make_drawer, show_editor
from dashboard.parts.popovers import Popover, show_popover
from dashboard.parts.private_notes import write_link_note
from dashboard.parts.selection import read_selection, spell_address
from geo.charts import Labels
from geo.drawings import Format
from geo.exports import TableFormat, write_table
from geo.reference.wordings import Catalogue

_SCALES = (1, 2, 3)
# The picture that is copied, or taken at once: sharp on every screen, small enough for a mail.
_USUAL_SCALE = 2
_VECTORS: Mapping[Format, str] = {"svg": "image/svg+xml", "pdf": "application/pdf"}
_TABLES: Mapping[TableFormat, str] = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
    "geojson": "application/geo+json",
}


class Offer(NamedTuple):
    """A chart to hand over, every file made when it is asked for.

    `name` is the files' name without ending, `draw` makes the picture (a PNG so many times 1,200 pixels wide), `table`
    the table; one with a column `code` of countries and areas has `shapes` too. `about` says what the chart is: its
    title, scope, source and note (see describe_chart), `counted` what it counts (see Counting), `edited` what an editor
    can set something on.
    """

    name: str
    draw: Callable[[Format, int], bytes]
    table: Callable[[], pd.DataFrame]
    about: Mapping[str, str]
    shapes: bool = False
    counted: Counting | None = None
    edited: Edited | None = None


class _File(NamedTuple):
    """One button: its label, the file's ending and type, and what makes it."""

    label: str
    ending: str
    mime: str
    make: Callable[[], bytes]


def name_file(*words: str | None) -> str:
    """Return a file name without ending from some words, leaving out None: aidatlas-map-mentions."""
    return "-".join(["aidatlas", *(re.sub(r"[^\w]+", "-", word).strip("-") for word in words if word)])


def describe_chart(labels: Labels, note: str) -> dict[str, str]:
    """Return what a chart is, for its citation and its table: title, scope, source and note, where it has them."""
    about = {"title": labels.title, "scope": labels.scope, "source": labels.source, "note": note}
    return {name: text for name, text in about.items() if text}


def offer_downloads(offer: Offer, words: Catalogue) -> None:
    """Show the ways to take a chart along: pictures, tables, a copy for the clipboard, how to cite it and how it was counted."""
    with st.container(horizontal=True, key=f"downloads-{offer.name}"):
        offer = _take_edition(offer)
        _show_at_once(offer, words)
        if offer.edited is not None:
            show_editor(offer.edited, words)
        for name, (icon, show) in _WAYS.items():
            if name == "counted" and offer.counted is None:
                continue
            show_popover(words(f"download.{name}"), icon, name, partial(show, offer, words))


def _take_edition(offer: Offer) -> Offer:
    """Return what draws the picture as an editor has set it, where one has."""
    draw = None if offer.edited is None else make_drawer(offer.edited)
    return offer if draw is None else offer._replace(draw=draw)


def _show_at_once(offer: Offer, words: Catalogue) -> None:
    """Show the button for the picture that most want, without a box to open."""
    st.download_button(
        words("download.at_once"),
        _draw(offer, "png", _USUAL_SCALE),
        f"{offer.name}@{_USUAL_SCALE}x.png",
        "image/png",
        on_click="ignore",
        key=f"{offer.name}-at-once",
        icon=":material/download:",
    )


def _show_pictures(offer: Offer, words: Catalogue) -> None:
    _show_buttons(offer.name, _list_pictures(offer, words))
    offer_copy(offer.name, lambda: b64encode(offer.draw("png", _USUAL_SCALE)).decode(), words)


def _show_tables(offer: Offer, words: Catalogue) -> None:
    _show_buttons(offer.name, _list_tables(offer, words))


def _show_citation(offer: Offer, words: Catalogue) -> None:
    st.code(cite(offer.about, words), language=None, wrap_lines=True)


def _show_counting(offer: Offer, words: Catalogue) -> None:
    if offer.counted is not None:
        show_account(offer.counted, words)


# The buttons by name: what stands on each, and what it opens.
_WAYS: Mapping[Popover, tuple[str, Callable[[Offer, Catalogue], None]]] = {
    "picture": (":material/image:", _show_pictures),
    "table": (":material/table:", _show_tables),
    "cite": (":material/format_quote:", _show_citation),
    "counted": (":material/calculate:", _show_counting),
}


def cite(about: Mapping[str, str], words: Catalogue) -> str:
    """Return how to cite a chart: its title, scope and source, and the address that opens the same view."""
    view = find_view(st.context.url or "", urlencode(spell_address(read_selection())), words)
    known = [about.get("title"), about.get("scope"), about.get("source"), view]
    # What follows an address stands apart from it, or its full stop would be taken for a part.
    return " ".join(filter(None, [words("list.stop").join(one for one in known if one), write_link_note(words)]))


def find_view(page: str, chosen: str, words: Catalogue) -> str:
    """Return the address of a view; of a dashboard that nobody else can reach, what follows the machine's name in it."""
    parts, query = urlsplit(page), f"?{chosen}" if chosen else ""
    if parts.hostname not in (*OWN_MACHINE, None):
        return f"{page}{query}"
    return words("view.own", {"view": f"{parts.path.rstrip('/') or '/'}{query}"})


def _show_buttons(name: str, files: list[_File]) -> None:
    for file in files:
        st.download_button(
            file.label,
            file.make,
            f"{name}{file.ending}",
            file.mime,
            on_click="ignore",
            key=f"{name}{file.ending}",
            width="stretch",
        )


def _list_pictures(offer: Offer, words: Catalogue) -> list[_File]:
    """List PNG in three sizes, and the two that have no size."""
    pixels = [
        _File(words("download.png", {"scale": scale}), f"@{scale}x.png", "image/png", _draw(offer, "png", scale))
        for scale in _SCALES
    ]
    return pixels + [
        _File(words(f"download.{ending}"), f".{ending}", mime, _draw(offer, ending, 1))
        for ending, mime in _VECTORS.items()
    ]


def _list_tables(offer: Offer, words: Catalogue) -> list[_File]:
    return [
        _File(words(f"download.{ending}"), f".{ending}", mime, _write(offer, ending))
        for ending, mime in _TABLES.items()
        if offer.shapes or ending != "geojson"
    ]


def _draw(offer: Offer, ending: Format, scale: int) -> Callable[[], bytes]:
    return lambda: offer.draw(ending, scale)


def _write(offer: Offer, ending: TableFormat) -> Callable[[], bytes]:
    own = corpora.find_shapes()
    return lambda: write_table(offer.table(), ending, offer.about, own[0] if own else None)
