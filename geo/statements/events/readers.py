"""The clause reader of each language."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from geo.clauses.frames import Frame, Words, chinese, english
from geo.statements.events.acts import Act
from geo.statements.events.attendances import add_attendance


class Reader(NamedTuple):
    """How one language's sentences are read.

    `read_frames` gives the frames of a sentence in order; `find_persons` the names of persons with the code of the
    country or organisation whose office the sentence gives them; `add_attendance` gives a meeting with those whom the
    sentence after it names as having come, or None.
    """

    read_frames: Callable[[Words], Sequence[Frame]]
    find_persons: Callable[[Words], Sequence[tuple[str, str]]]
    add_attendance: Callable[[Words, Act], Act | None]


READERS: Mapping[str, Reader] = {
    "zh": Reader(chinese.read_frames, chinese.find_persons, add_attendance),
    "en": Reader(english.read_frames, english.find_persons, add_attendance),
}
