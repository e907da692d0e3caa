"""Lines and sentences that are longer than any that people write, cut into pieces that can be read."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from geo.base.records import Line, Sentence
from geo.documents.sentences import place, place_span

# Where a long text is best cut, the best first: behind a sentence, a clause, a word.
_GOOD_ENDS = tuple(map(re.compile, (r"[。！？؟۔।॥]|[.!?;]\s", r"[；，、]|[,:]\s", r"\s")))


def cut_lines(lines: Sequence[Line], longest: int) -> tuple[Line, ...]:
    """Return the lines; each longer one as several that stand in the same places and have its rule."""
    return tuple(piece for line in lines for piece in _cut_line(line, longest))


def _cut_line(line: Line, longest: int) -> Iterator[Line]:
    if len(line.text) <= longest:
        yield line
        return
    for start, end in find_pieces(line.text, longest):
        yield line._replace(start=line.start + start, end=line.start + end, text=line.text[start:end])


def cut_sentence(sentence: Sentence, longest: int) -> Iterator[Sentence]:
    """Yield a sentence, or the pieces of a longer one, each with its own place in the document."""
    if len(sentence.text) <= longest:
        yield sentence
        return
    for start, end in find_pieces(sentence.text, longest):
        begin, over = place_span(sentence, start, end)
        breaks = tuple(_list_breaks(sentence, start, end))
        yield sentence._replace(start=begin, end=over, text=sentence.text[start:end], breaks=breaks)


def _list_breaks(sentence: Sentence, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the breaks inside a piece, counted from its beginning."""
    places = [at for at, _ in sentence.breaks]
    before = place(sentence, start) - sentence.start - start
    for at, left_out in sentence.breaks[bisect_right(places, start) : bisect_left(places, end)]:
        yield at - start, left_out - before


def find_pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces of a text begin and end, none longer than `longest`, none without a character.

    >>> [text[start:end] for text in ("One two, three four",) for start, end in find_pieces(text, 12)]
    ['One two, ', 'three four']
    """
    start = 0
    while len(text) - start > longest:
        end = _find_end(text, start, start + longest)
        yield start, end
        start = end
    yield start, len(text)


def _find_end(text: str, start: int, most: int) -> int:
    """Return the last good end in the second half of a window; without one, the window's own."""
    half = (start + most) // 2
    for good in _GOOD_ENDS:
        ends = [match.end() for match in good.finditer(text, half, most)]
        if ends:
            return ends[-1]
    return most
