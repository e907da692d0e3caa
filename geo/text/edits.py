"""Changes of a text that keep the way back: which characters of the original each character of the new text stands for."""

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, Self, TypeVar


class Edit(NamedTuple):
    """A span of a text and what takes its place; nothing where it is left out."""

    start: int
    end: int
    text: str = ""


class PlainText(NamedTuple):
    """A text and where each of its characters stands in the original.

    `starts[i]` is the offset in the original of character i, `starts[len(text)]` the original's length; `ends[i]` is
    where character i ends there. The characters that came of one sign ("fi" of a ligature) share its place.
    `traditional` says that the original is in Traditional Chinese.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    traditional: bool = False

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's span of a span of the text, without what was left out before and after it.

        >>> edit(keep("a--b"), [Edit(1, 3)]).place(0, 2)
        (0, 4)
        """
        if start >= end:
            return self.starts[start], self.starts[start]
        return self.starts[start], self.ends[end - 1]


class Placed(Protocol):
    """Something found in a text: a mention, a quantity, a date, with its place and its words."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""

    def _replace(self, *, start: int, end: int, text: str) -> Self: ...


Found = TypeVar("Found", bound=Placed)


def place_back(found: Iterable[Found], plain: PlainText, original: str) -> list[Found]:
    """Return what was found in a plain text, with its place and its words in the original."""
    if plain.text is original:
        return list(found)
    places = ((one, *plain.place(one.start, one.end)) for one in found)
    return [one._replace(start=start, end=end, text=original[start:end]) for one, start, end in places]


def keep(text: str) -> PlainText:
    """Return the text itself, each character in its own place."""
    return PlainText(text, range(len(text) + 1), range(1, len(text) + 1))


def edit(plain: PlainText, edits: Iterable[Edit]) -> PlainText:
    """Return the text with some spans of it replaced; the edits stand in order and do not overlap."""
    parts: list[str] = []
    starts, ends = array("q"), array("q")
    last = 0
    for start, end, text in edits:
        parts += plain.text[last:start], text
        starts.extend(plain.starts[last:start])
        ends.extend(plain.ends[last:start])
        starts.extend([plain.starts[start]] * len(text))
        ends.extend([plain.ends[end - 1]] * len(text))
        last = end
    if not parts:
        return plain
    starts.extend(plain.starts[last:])
    ends.extend(plain.ends[last:])
    return PlainText("".join([*parts, plain.text[last:]]), starts, ends, plain.traditional)
