"""The buttons that hand over a chart: its picture for print and its table."""

import re
from collections.abc import Callable

import pandas as pd
import streamlit as st

from geo.drawings import Format
from geo.wordings import Catalogue

_FORMULA = re.compile(r"[\s\u200b\ufeff]*[=+\-@\t\r\n＝＋－＠]")

_PICTURES: dict[Format, str] = {"png": "image/png", "svg": "image/svg+xml"}


def name_file(*words: str | None) -> str:
    """Return a file name without ending from some words, leaving out None: aidatlas-map-mentions."""
    return "-".join(["aidatlas", *(re.sub(r"[^\w]+", "-", word).strip("-") for word in words if word)])


def write_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV in UTF-8 with a byte-order mark; cells that begin like a formula become plain text."""
    safe = {
        name: [_make_text(cell) if isinstance(cell, str) else cell for cell in table[name].tolist()]
        for name in table.columns
    }
    return pd.DataFrame(safe).to_csv(index=False).encode("utf-8-sig")


def _make_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def offer_downloads(name: str, draw: Callable[[Format], bytes], table: Callable[[], bytes], words: Catalogue) -> None:
    """Show buttons for PNG, SVG and CSV; each file is made when its button is clicked.

    `draw` takes "png" or "svg" and returns the picture, `table` the CSV.
    """
    with st.container(horizontal=True, key=f"downloads-{name}"):
        for ending, mime in _PICTURES.items():
            st.download_button(
                words(f"download.{ending}"),
                data=_make_picture(draw, ending),
                file_name=f"{name}.{ending}",
                mime=mime,
                on_click="ignore",
                key=f"{name}-{ending}",
                icon=":material/image:",
            )
        st.download_button(
            words("download.csv"),
            table,
            f"{name}.csv",
            "text/csv",
            on_click="ignore",
            key=f"{name}-csv",
            icon=":material/table:",
        )


def _make_picture(draw: Callable[[Format], bytes], ending: Format) -> Callable[[], bytes]:
    return lambda: draw(ending)
