"""Changes of a text that keep the way back: which characters of the original each character of the new text stands for."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, Self, TypeVar


class Edit(NamedTuple):
    """A span of a text and what takes its place; nothing where it is left out."""

    start: int
    end: int
    text: str = ""


class Layer(NamedTuple):
    """The edits of one change: where each begins and ends in the new text, and the span of the old it stands for.

    Between two edits a character stands as far from the edit before it as in the old text.
    """

    begins: Sequence[int]
    stops: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def find_start(self, place: int) -> int:
        """Return where the character at a place of the new text begins in the old."""
        number = bisect_right(self.begins, place) - 1
        if number < 0:
            return place
        return self.starts[number] if place < self.stops[number] else place - self.stops[number] + self.ends[number]

    def find_end(self, place: int) -> int:
        """Return where the character at a place of the new text ends in the old."""
        number = bisect_right(self.begins, place) - 1
        if number < 0:
            return place + 1
        return self.ends[number] if place < self.stops[number] else place + 1 - self.stops[number] + self.ends[number]


class PlainText(NamedTuple):
    """A text and the changes that made it, the last one first.

    Characters that came of one sign ("fi" of a ligature) share its place. `traditional` says that the original is in
    Traditional Chinese.
    """

    text: str
    layers: tuple[Layer, ...] = ()
    traditional: bool = False

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the original's span of a span of the text, without what was left out before and after it.

        >>> edit(PlainText("a--b"), [Edit(1, 3)]).place(0, 2)
        (0, 4)
        """
        first, last = start, end - 1
        for layer in self.layers:
            first, last = layer.find_start(first), layer.find_end(last) - 1
        return first, last + 1 if start < end else first


class Placed(Protocol):
    """Something found in a text: a mention, a quantity, a date, with its place and its words."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def end(self) -> int:
        """Where it ends in the text."""

    @property
    def text(self) -> str:
        """Its words."""

    def _replace(self, *, start: int = ..., end: int = ..., text: str = ...) -> Self: ...


Found = TypeVar("Found", bound=Placed)


def place_back(found: Iterable[Found], plain: PlainText, original: str) -> list[Found]:
    """Return what was found in a plain text, with its place and its words in the original."""
    if plain.text is original:
        return list(found)
    if not plain.layers:
        words = ((one, original[one.start : one.end]) for one in found)
        return [one if one.text == word else one._replace(text=word) for one, word in words]
    places = ((one, *plain.place(one.start, one.end)) for one in found)
    return [one._replace(start=start, end=end, text=original[start:end]) for one, start, end in places]


def edit(plain: PlainText, edits: Iterable[Edit]) -> PlainText:
    """Return the text with some spans of it replaced; the edits stand in order and do not overlap."""
    found = list(edits)
    if not found:
        return plain
    parts: list[str] = []
    begins: list[int] = []
    stops: list[int] = []
    last = place = 0
    for start, end, text in found:
        parts += plain.text[last:start], text
        place += start - last
        begins.append(place)
        place += len(text)
        stops.append(place)
        last = end
    layer = Layer(begins, stops, [one.start for one in found], [one.end for one in found])
    return PlainText("".join([*parts, plain.text[last:]]), (layer, *plain.layers), plain.traditional)
