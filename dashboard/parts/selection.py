"""What the reader has chosen: one record, kept in the session and written to the address.

The address is the master: where it differs from what was written last, the reader came by a link or went back, and
the choice is read from it.
"""

from dataclasses import asdict, dataclass, fields, replace
from typing import cast, get_args

import streamlit as st

from dashboard.figures.frames import FRAMES, Frame
from geo.charts import Measure
from geo.wordings import LANGUAGES

MEASURES: tuple[Measure, ...] = get_args(Measure)
_KEPT, _WRITTEN = "selection", "written_address"


@dataclass(frozen=True, slots=True)
class Selection:
    """Everything a link must hold to open the same view; fields that are None or as at first are left out of it."""

    language: str = "en"
    measure: Measure = "mentions"
    giver: bool = False
    frame: Frame = "world"
    code: str | None = None
    document: str | None = None
    breakdown: str | None = None


_FIRST = Selection()
# What each field of an address may be; a field not listed here may be any short text.
_ALLOWED: dict[str, tuple[str, ...]] = {
    "language": LANGUAGES,
    "measure": MEASURES,
    "giver": ("True",),
    "frame": FRAMES,
}
_LONGEST = 64


def read_selection() -> Selection:
    """Return the reader's choice, from the address where it is new, else as it was kept."""
    address = {name: st.query_params[name] for name in st.query_params}
    if _KEPT not in st.session_state or (address and address != st.session_state.get(_WRITTEN)):
        st.session_state[_KEPT] = parse_address(address)
    return cast(Selection, st.session_state[_KEPT])


def parse_address(address: dict[str, str]) -> Selection:
    """Return the choice that an address holds; what it holds in error is as at first."""
    known = {field.name for field in fields(Selection)}
    sound = {
        name: value
        for name, value in address.items()
        if name in known and len(value) <= _LONGEST and value in _ALLOWED.get(name, (value,))
    }
    giver = {"giver": True} if "giver" in sound else {}
    return replace(_FIRST, **{**sound, **giver})  # type: ignore[arg-type]


def choose(selection: Selection) -> None:
    """Keep a new choice and write it to the address."""
    st.session_state[_KEPT] = selection
    write_address(selection)


def write_address(selection: Selection) -> None:
    """Write the choice to the address, where it is not there already."""
    first = asdict(_FIRST)
    address = {name: str(value) for name, value in asdict(selection).items() if value != first[name]}
    st.session_state[_WRITTEN] = address
    if address != st.query_params.to_dict():
        st.query_params.from_dict(address)
