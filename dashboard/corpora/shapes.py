"""The boundaries that maps are drawn with: the dashboard's, or those of the user's own."""

from pathlib import Path

import streamlit as st

from dashboard.corpora.shown import BOUNDARIES_OPTION, find_option
from geo import charts
from geo.maps.boundaries import Boundaries, read_own_boundaries
from geo.maps.topologies import pack_topology


@st.cache_resource(show_spinner=False)
def read_shapes(path: str) -> tuple[Boundaries, bytes]:
    """Return boundaries of the user's own: as a table for print, and packed for the browser."""
    shapes = read_own_boundaries(Path(path))
    return shapes, pack_topology(shapes)


def find_shapes() -> tuple[Boundaries, bytes] | None:
    """Return the boundaries that the dashboard was started with (see read_shapes); None where it shows its own."""
    path = find_option(BOUNDARIES_OPTION)
    return None if path is None else read_shapes(path)


def find_note(note: str, look: charts.Look) -> str:
    """Return what is to be said of the boundaries that are shown: a chart's own note, or that they are the user's."""
    return note if find_shapes() is None else look.words("note.own")
