"""The corrections that a reader has made in this session: a part of what lies on their desk (see dashboard.desks).

They are the reader's own: nobody else sees them, and they go with the session unless they are kept as a file.
"""

from collections.abc import Iterable
from dataclasses import replace

from dashboard.desks import lay_desk, read_desk
from geo.store.corrections.records import Correction


def list_corrections() -> tuple[Correction, ...]:
    """Return the corrections of this session, in the order in which they were made."""
    return read_desk().corrections


def add_corrections(corrections: Iterable[Correction]) -> None:
    """Lay corrections over what was read; what is there already is not laid twice."""
    made = list_corrections()
    _keep((*made, *(one for one in dict.fromkeys(corrections) if one not in made)))


def undo_correction() -> None:
    """Take the last correction away, with those that were made in one go with it."""
    made = list_corrections()
    last = made[-1:]
    if not last:
        return
    whole = [one for one in made if (one.document, one.when) == (last[0].document, last[0].when)]
    _keep(tuple(one for one in made if one not in (whole if last[0].when else last)))


def remove_correction(correction: Correction) -> None:
    """Take one correction away."""
    _keep(tuple(one for one in list_corrections() if one != correction))


def _keep(corrections: tuple[Correction, ...]) -> None:
    lay_desk(replace(read_desk(), corrections=corrections))
