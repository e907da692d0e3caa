"""How much is read of a text in each language: events, figures, names, or the acronyms of organisations alone."""

from typing import Literal

from geo.reference.places import has_names
from geo.statements.events.readers import READERS
from geo.statements.quantities import reads_figures

Depth = Literal["events", "figures", "names", "acronyms"]


def find_depth(language: str | None) -> Depth:
    """Return the most that is read of a text in a language; each includes what stands after it in `Depth`.

    >>> find_depth("en"), find_depth("fr"), find_depth("sw"), find_depth("tlh"), find_depth(None)
    ('events', 'figures', 'names', 'acronyms', 'acronyms')
    """
    if language is None:
        return "acronyms"
    if language in READERS:
        return "events"
    if reads_figures(language):
        return "figures"
    return "names" if has_names(language) else "acronyms"
