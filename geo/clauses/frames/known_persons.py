"""The persons whom a text has named with their office so far, found again in any of its sentences.

A text may name any number of them: those that a sentence can hold are told by how their names begin, all others are
never looked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

_OPENING = 4  # characters by which names are told apart


class KnownPersons:
    """For whom each person speaks whom a text has named: the last that was said of a name counts."""

    def __init__(self) -> None:
        """Know nobody."""
        self._codes: dict[str, str] = {}
        self._names: dict[int, dict[str, list[str]]] = defaultdict(dict)

    def add(self, persons: Iterable[tuple[str, str]]) -> None:
        """Know some more names, each with the code of whom it speaks for."""
        for name, code in persons:
            if name not in self._codes:
                opening = name[:_OPENING]
                self._names[len(opening)].setdefault(opening, []).append(name)
            self._codes[name] = code

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Yield where each known name stands in a sentence, and whom it speaks for; names in no set order.

        In Latin letters a name stands there only as a word of its own: no Ali in Alibaba.
        """
        for size, names in self._names.items():
            openings = {text[place : place + size] for place in range(start, end - size + 1)}
            for opening in openings & names.keys():
                for name in names[opening]:
                    yield from ((first, last, self._codes[name]) for first, last in _find_whole(name, text, start, end))


def _find_whole(name: str, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    place = text.find(name, start, end)
    while place >= 0:
        last = place + len(name)
        around = text[max(0, place - 1) : place], text[last : last + 1]
        if not (name.isascii() and any(sign.isascii() and sign.isalnum() for sign in around)):
            yield place, last
        place = text.find(name, last, end)
