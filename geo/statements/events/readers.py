"""The clause reader of each language."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from geo.clauses.frames import Reading, Words, chinese, english
from geo.statements.events.acts import Act
from geo.statements.events.attendances import add_attendance


class Reader(NamedTuple):
    """How one language's sentences are read.

    `read_sentence` gives the frames of a sentence and the persons whom it names with their office; `add_attendance` gives a meeting with those whom the
    sentence after it names as having come, or None.
    """

    read_sentence: Callable[[Words], Reading]
    add_attendance: Callable[[Words, Act], Act | None]


READERS: Mapping[str, Reader] = {
    "zh": Reader(chinese.read_sentence, add_attendance),
    "en": Reader(english.read_sentence, add_attendance),
}
