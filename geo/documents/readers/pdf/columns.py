"""The order in which the columns of a page are read: a full-width heading, then column by column under it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mean, median
from typing import NamedTuple

from geo.documents.page_rows import measure_width
from geo.documents.readers.pdf.pieces import Piece, group_lines, is_right_to_left

_GUTTER = 0.8  # of the height of a line
_LEAST_LINES = 3
_MOST_PIECES = 3_000  # a page with more is no prose in columns
_LEAST_WIDTH = 16  # characters of a line of prose in a narrow column
_RUNNING, _RUNNING_WIDTH = 0.4, 28  # the share of lines that go on with a sentence, and how wide they are
_LABEL_WIDTH = 40  # what stands to the left of a table's numbers is no longer
_DEEPEST = 12
NUMERIC = re.compile(
    r"[(<>~≈+-]{0,2}[$€£¥]?\s?\d[\d.,\s]{0,16}\s?[%万亿*†)]{0,3}(?:\[\w\])?|[-–—…]{1,3}|n/?a", re.IGNORECASE
)


class _Gutter(NamedTuple):
    """A strip between two columns: from where to where, and how many lines the shorter column has."""

    left: float
    right: float
    top: float
    bottom: float
    lines: int


def order_columns(pieces: Sequence[Piece], depth: int = 0) -> Iterator[list[Piece]]:
    """Yield the parts of a page that are read one after the other, each of one column."""
    gutter = _find_gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        if pieces:
            yield list(pieces)
        return
    inside = [piece for piece in pieces if gutter.top <= piece.middle <= gutter.bottom]
    sides = [
        [piece for piece in inside if piece.right <= gutter.left],
        [piece for piece in inside if piece.right > gutter.left],
    ]
    if is_right_to_left("".join(piece.text for piece in inside)):
        sides.reverse()
    above = [piece for piece in pieces if piece.middle < gutter.top]
    below = [piece for piece in pieces if piece.middle > gutter.bottom]
    for part in (above, *sides, below):
        yield from order_columns(part, depth + 1)


def _find_gutter(pieces: Sequence[Piece]) -> _Gutter | None:
    """Return the gutter between the longest two columns."""
    if not 2 * _LEAST_LINES <= len(pieces) <= _MOST_PIECES:
        return None
    width = _GUTTER * median(piece.height for piece in pieces)
    level = sorted(pieces, key=_find_middle)
    found = (gutter for left in _list_edges(pieces, width) for gutter in _find_free(level, left, left + width))
    return max(found, key=lambda gutter: gutter.lines, default=None)


def _find_middle(piece: Piece) -> float:
    return piece.middle


def _list_edges(pieces: Sequence[Piece], width: float) -> list[float]:
    """Return where a gutter may begin: before an edge that lines begin at, or, from right to left, after one."""
    lefts = Counter(round(piece.left) for piece in pieces)
    rights = Counter(round(piece.right) for piece in pieces)
    before = {edge - width - 1 for edge, count in lefts.items() if count >= _LEAST_LINES}
    return sorted(before | {edge + 0.5 for edge, count in rights.items() if count >= _LEAST_LINES})


def _find_free(level: Sequence[Piece], left: float, right: float) -> Iterator[_Gutter]:
    """Yield where a strip of the page is free of text and has columns at both sides; `level` is sorted by height."""
    crossing = [place for place, piece in enumerate(level) if piece.left < right and piece.right > left]
    for first, last in pairwise([-1, *crossing, len(level)]):
        band = level[first + 1 : last]
        before = [piece for piece in band if piece.right <= left]
        after = [piece for piece in band if piece.left >= right]
        if min(len(before), len(after)) < _LEAST_LINES or not _meet(before, after):
            continue
        lines = _count_lines(band, before, after)
        if lines >= _LEAST_LINES:
            yield _Gutter(left, right, band[0].middle, band[-1].middle, lines)


def _count_lines(band: Sequence[Piece], before: Sequence[Piece], after: Sequence[Piece]) -> int:
    """Return how many lines the shorter of two columns has: both of prose, or one of prose and one with a table in it."""
    sides = before, after
    shorter = min(len(group_lines(side)) for side in sides)
    if any(_runs_on(side) and _is_table(other) for side, other in (sides, sides[::-1])):
        return shorter
    return shorter if all(map(_is_prose, sides)) and not _is_table(band) else 0


def _meet(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    """Tell whether two columns stand beside each other, and not one below the other."""
    top = max(min(piece.top for piece in side) for side in (before, after))
    bottom = min(max(piece.bottom for piece in side) for side in (before, after))
    return bottom - top > _LEAST_LINES * 0.8 * median(piece.height for piece in before)


def _is_prose(side: Sequence[Piece]) -> bool:
    """Tell a column of prose from short words and from numbers."""
    texts = _write_lines(side)
    letters = sum(sum(map(str.isalpha, text)) for text in texts)
    signs = sum(len(text.replace(" ", "")) for text in texts)
    return mean(map(measure_width, texts)) >= _LEAST_WIDTH and letters > 0.6 * signs


def _runs_on(side: Sequence[Piece]) -> bool:
    """Tell a column of sentences that run on from line to line: no label of a table does."""
    texts = _write_lines(side)
    running = sum(text[:1].islower() or measure_width(text[:1]) > 1 for text in texts)
    return running >= _RUNNING * len(texts) and mean(map(measure_width, texts)) >= _RUNNING_WIDTH


def _write_lines(side: Sequence[Piece]) -> list[str]:
    return [" ".join(piece.text for piece in line) for line in group_lines(side)]


def _is_table(band: Sequence[Piece]) -> bool:
    """Tell the rows of a table, which have numbers apart behind a label, from columns of prose."""
    rows = group_lines(band)
    numbered = [row for row in rows if len(row) > 1 and any(NUMERIC.fullmatch(piece.text) for piece in row[1:])]
    labels = [measure_width(row[0].text) for row in numbered]
    return bool(labels) and len(numbered) >= 0.5 * len(rows) and mean(labels) <= _LABEL_WIDTH
