"""What a whole is said to be, planned or denied, its parts are too: "sent nothing to 60 countries: 30 in Africa …"."""

from collections.abc import Collection, Iterable, Sequence

from geo.base.records import Quantity
from geo.statements.breakdowns import Breakdown

_HELD = ("planned", "announced", "denied")


def hold_status(
    quantities: Sequence[Quantity],
    breakdowns: Iterable[Breakdown],
    sentences: Sequence[int],
    settled: Collection[int] = (),
) -> list[Quantity]:
    """Return the figures, in order, with the status of a whole given to its parts that have none of their own.

    What is denied of a whole is denied of the parts in its sentence whatever they seem to say. `sentences` holds the
    number of each figure's sentence, `settled` the places of figures that somebody has corrected.
    """
    held = list(quantities)
    for one in breakdowns:
        if one.total is None or (status := held[one.total].status) not in _HELD:
            continue
        for part in one.parts:
            same = status == "denied" and sentences[part] == sentences[one.total]
            if part not in settled and (same or held[part].status is None):
                held[part] = held[part]._replace(status=status)
    return held
