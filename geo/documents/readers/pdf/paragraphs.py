"""The paragraphs of one column of a page, each a line, with an empty one between two of them.

A line goes on in the next where it has no room for that one's first word. Only then are the two joined: the items of a
list, or an address, keep their lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from geo.documents.page_rows import is_closed, measure_width
from geo.documents.readers.pdf.pieces import Piece, is_right_to_left
from geo.documents.readers.pdf.rows import Columns, find_rows

_WIDER = 1.25  # of the usual distance of two lines
_DOUBLE = 2.0  # heights of a line: no text is set with more between two
_LARGER = 1.12  # of the height of a line
_LEAST_LINES = 3  # a part of fewer is a heading over columns
_INDENT, _SHORT = 0.8, 3.0  # heights of a line
_ITEM = re.compile(r"[•◆◇●○■□▲▶·※★➤✦-]\s|\(?\d{1,3}[.)、](?=\s?[^\s\d])|[(（][一二三四五六七八九十\d]{1,3}[)）]")

_Row = Sequence[Piece]


def write_lines(lines: Sequence[list[Piece]], above: Columns = ()) -> Iterator[str]:
    """Yield the lines of a column as text: tables as rows, paragraphs with an empty line before each but the first.

    `above` are the columns of the table that the page before ended with.
    """
    done = 0
    for table in find_rows(lines, above):
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
    leading = usual / median(map(_measure, lines))
    edges = {size: _find_edges(lines, size) for size in set(map(_measure, lines))}
    full = {size: _count_full(lines, size, edges[size][1]) for size in edges}
    written = _write(lines[0])
    for upper, lower in pairwise(lines):
        text = _write(lower)
        left, right = edges[_measure(upper)]
        if _parts(upper, lower, usual, leading) or _opens(upper, lower, left, right):
            yield from (written, "")
            written = text
        elif _is_wrapped(upper, lower, right, alone=full[_measure(upper)] < 2) and not _is_cut(written, text):
            written += _find_glue(written, text) + text
        else:
            yield written
            written = text
    yield written


def _is_cut(upper: str, lower: str) -> bool:
    """Tell a word that is cut at the end of a line: whether its hyphen goes is told when the text is read."""
    return upper[-1] == "-" and lower[0].isalpha()


def _find_glue(upper: str, lower: str) -> str:
    """Return what belongs between two lines that are one: nothing in Chinese, and behind a hyphen, else a space."""
    return "" if upper[-1] == "-" or measure_width(upper[-1] + lower[0]) > 2 else " "


def _is_wrapped(upper: _Row, lower: _Row, right: float, *, alone: bool) -> bool:
    """Tell a line that has no room for the first word of the next; one that is long `alone` may be an item of a list."""
    first = lower[0].text
    if alone and first[0].isupper():
        return False
    word = 1 if measure_width(first[0]) > 1 else len(first.split()[0])
    width = (lower[0].right - lower[0].left) * word / len(first)
    return right - upper[-1].right < width + 0.3 * _measure(lower)


def _count_full(lines: Sequence[_Row], size: float, right: float) -> int:
    """Return how many lines of about one size reach to the right edge, or nearly."""
    near = (right - line[-1].right for line in lines if abs(_measure(line) - size) <= (_LARGER - 1) * size)
    return sum(room < _SHORT * size for room in near)


def _write(line: _Row) -> str:
    return " ".join(piece.text for piece in line)


def _measure(line: _Row) -> float:
    """Return the size of a line's type; its bullet may be of another."""
    return max(line, key=lambda piece: len(piece.text)).height


def _find_distance(lines: Sequence[_Row]) -> float:
    """Return the usual distance of two lines; of a few lines the least, which none of their gaps is."""
    distances = sorted(lower[0].top - upper[0].top for upper, lower in pairwise(lines))
    return distances[len(distances) // 3] if distances else 0.0


def _find_edges(lines: Sequence[_Row], size: float) -> tuple[float, float]:
    """Return between which edges the lines of about one size are set; a heading may be wider than its column."""
    alike = [line for line in lines if abs(_measure(line) - size) <= (_LARGER - 1) * size]
    return median(min(piece.left for piece in line) for line in alike), max(
        piece.right for line in alike for piece in line
    )


def _parts(upper: _Row, lower: _Row, usual: float, leading: float) -> bool:
    """Tell two paragraphs by the distance between them, or by another size of type; larger lines stand farther apart."""
    heights = sorted((_measure(upper), _measure(lower)))
    distance = min(max(usual, leading * heights[0]), _DOUBLE * heights[0])
    return lower[0].top - upper[0].top > _WIDER * distance or heights[1] > _LARGER * heights[0]


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
