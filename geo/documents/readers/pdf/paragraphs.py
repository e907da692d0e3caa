"""The lines of one column of a page, with an empty line between two paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from geo.documents.page_rows import is_closed
from geo.documents.readers.pdf.pieces import Piece, is_right_to_left
from geo.documents.readers.pdf.rows import find_rows

_WIDER = 1.25  # of the usual distance of two lines
_LARGER = 1.12  # of the height of a line
_LEAST_LINES = 3  # a part of fewer is a heading over columns
_INDENT, _SHORT = 0.8, 3.0  # heights of a line
_ITEM = re.compile(r"[•◆◇●○■□▲▶·※★➤✦-]\s|\(?\d{1,3}[.)、](?=\s?[^\s\d])|[(（][一二三四五六七八九十\d]{1,3}[)）]")

_Row = Sequence[Piece]


def write_lines(lines: Sequence[list[Piece]]) -> Iterator[str]:
    """Yield the lines of a column as text: tables as rows, paragraphs with an empty line before each but the first."""
    done = 0
    for table in find_rows(lines):
        yield from _write_prose(lines[done : table.first])
        yield from ("" for _ in range(done != table.first))
        yield from table.texts
        done = table.last + 1
        yield from ("" for _ in range(done < len(lines)))
    yield from _write_prose(lines[done:])


def parts_columns(above: Sequence[_Row], below: Sequence[_Row]) -> bool:
    """Tell whether a paragraph ends with a column; a sentence that goes on in the next has no empty line in it."""
    upper, lower = above[-1], below[0]
    heights = sorted((_measure(upper), _measure(lower)))
    return len(above) < _LEAST_LINES or heights[1] > _LARGER * heights[0] or is_closed(_write(upper))


def _write_prose(lines: Sequence[_Row]) -> Iterator[str]:
    if not lines:
        return
    usual = _find_distance(lines)
    left, right = _find_edges(lines)
    yield _write(lines[0])
    for upper, lower in pairwise(lines):
        if _parts(upper, lower, usual) or _opens(upper, lower, left, right):
            yield ""
        yield _write(lower)


def _write(line: _Row) -> str:
    return " ".join(piece.text for piece in line)


def _measure(line: _Row) -> float:
    """Return the size of a line's type; its bullet may be of another."""
    return max(line, key=lambda piece: len(piece.text)).height


def _find_distance(lines: Sequence[_Row]) -> float:
    """Return the usual distance of two lines; of a few lines the least, which none of their gaps is."""
    distances = sorted(lower[0].top - upper[0].top for upper, lower in pairwise(lines))
    return distances[len(distances) // 3] if distances else 0.0


def _find_edges(lines: Sequence[_Row]) -> tuple[float, float]:
    lefts = [min(piece.left for piece in line) for line in lines]
    rights = [max(piece.right for piece in line) for line in lines]
    return median(lefts), max(rights)


def _parts(upper: _Row, lower: _Row, usual: float) -> bool:
    """Tell two paragraphs by the distance between them, or by another size of type."""
    heights = sorted((_measure(upper), _measure(lower)))
    return lower[0].top - upper[0].top > _WIDER * max(usual, heights[0]) or heights[1] > _LARGER * heights[0]


def _opens(upper: _Row, lower: _Row, left: float, right: float) -> bool:
    """Tell a line that opens a paragraph: set in, an item, or after one that ends a sentence before the edge."""
    height = lower[0].height
    if _ITEM.match(lower[0].text):
        return True
    if is_right_to_left(_write(lower)):
        return is_closed(_write(upper)) and min(piece.left for piece in upper) > left + _SHORT * height
    set_in = lower[0].left - left > _INDENT * height and abs(upper[0].left - left) < _INDENT * height
    short = right - upper[-1].right > _SHORT * height
    return is_closed(_write(upper)) and (set_in or short)
