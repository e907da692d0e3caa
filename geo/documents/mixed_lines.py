"""A text whose lines are in two encodings: UTF-8, and what somebody pasted in or put together from other files."""

from typing import NamedTuple

from geo.documents.encoding_guesses import ODDEST, rank_encodings

_MOST_NAMED = 5  # lines that a note names


class Mixed(NamedTuple):
    """The text of all lines, the encoding of those that are no UTF-8, and where these stand, counted from 1."""

    text: str
    encoding: str
    lines: tuple[int, ...]

    def describe(self) -> str:
        """Return what a reader is told of it."""
        named = ", ".join(map(str, self.lines[:_MOST_NAMED])) + (" …" if len(self.lines) > _MOST_NAMED else "")
        return f"read as UTF-8, line {named} as {self.encoding}: the file is in two encodings"


def read_mixed(data: bytes) -> Mixed | None:
    """Return a text of lines in UTF-8 and in one other encoding; None where it is none.

    At least one line must be UTF-8 with letters beyond ASCII, and the others whole and plausible in one encoding.
    """
    lines = data.split(b"\n")
    read = [_try_utf8(line) for line in lines]
    others = [number for number, line in enumerate(read) if line is None]
    if not others or all(line is None or line.isascii() for line in read):
        return None
    guesses = rank_encodings(b"\n".join(lines[number] for number in others), None)
    if not guesses or guesses[0].oddity >= ODDEST:
        return None
    best = guesses[0].encoding
    text = "\n".join(
        lines[number].decode(best, "replace") if line is None else line for number, line in enumerate(read)
    )
    return Mixed(text, best, tuple(number + 1 for number in others))


def _try_utf8(line: bytes) -> str | None:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None
