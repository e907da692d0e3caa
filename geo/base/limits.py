"""How much of one document is read, and for how long: one that is made to stop its reader stops nobody else's."""

from typing import NamedTuple


class Limits(NamedTuple):
    """What one document, and the reading of its file, may take. Whatever is more stands in the failures with its reason.

    `seconds` are those of the processor. They are held where the main thread extracts on a system that has timers (not
    on Windows, not in a thread of the dashboard): elsewhere the sizes alone hold, which bound the time too. A document
    of more than `characters` is listed and not read; a longer `line` or `sentence` is read in pieces. A longer `row` of a
    CSV, or line of JSON lines, is passed over. A `file` of more bytes is not opened, None leaves each format its own
    limit; nor is a `register` (documents.csv) of more.
    """

    # Text that is dense in figures takes a second for 15,000 characters: the seconds are enough for the characters.
    seconds: float = 300
    characters: int = 2_000_000
    line: int = 100_000
    sentence: int = 20_000
    file: int | None = None
    row: int = 20_000_000  # one article of this size is a mistake
    register: int = 100 * 2**20


LIMITS = Limits()
