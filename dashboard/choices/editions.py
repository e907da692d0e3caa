"""What an editor has set on a picture, as the reader's choice holds it; of Streamlit it knows nothing."""

import re
from dataclasses import replace

from dashboard.choices.selections import FIRST, Selection
from geo.base.errors import DrawingError
from geo.drawings.editions import PLAIN, Edition, NoteOnMap

# The fields of the choice that an editor sets.
EDITED = ("edited", "title", "subtitle", "note", "credit", "notes", "size", "light", "written")
_DEGREES = re.compile(r"(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,3}(?:\.\d+)?)")


def make_edition(selection: Selection, kind: str) -> Edition:
    """Return what an editor has set on a kind of chart; what was set on another does not count.

    DrawingError where it cannot be.
    """
    if selection.edited != kind:
        return PLAIN
    notes = tuple(read_note(line) for line in selection.notes.splitlines() if line.strip())
    words = (selection.title, selection.subtitle, selection.note, selection.credit)
    return Edition(*words, selection.size, notes)


def forget_edition(selection: Selection) -> Selection:
    """Return the choice with nothing set by an editor."""
    return replace(selection, **{name: getattr(FIRST, name) for name in EDITED})


def read_note(text: str) -> NoteOnMap:
    """Return a note on a map: its place, a code or longitude and latitude in degrees, and its words behind "=".

    DrawingError where it is none.

    >>> read_note("SRB=arrived first"), read_note("20.5,44.8 = here")
    (NoteOnMap(place='SRB', text='arrived first'), NoteOnMap(place=(20.5, 44.8), text='here'))
    """
    place, sign, words = text.partition("=")
    if not sign or not words.strip():
        raise DrawingError(f"{text}: write PLACE=TEXT, like SRB=TEXT or 20.5,44.8=TEXT")
    return NoteOnMap(_read_place(place.strip()), words.strip())


def _read_place(text: str) -> str | tuple[float, float]:
    found = _DEGREES.fullmatch(text)
    if found is None:
        return text
    lon, lat = float(found[1]), float(found[2])
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise DrawingError(f"{text}: longitude is from -180 to 180, latitude from -90 to 90")
    return lon, lat
