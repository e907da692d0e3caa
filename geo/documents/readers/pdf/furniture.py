"""What stands around the text of a PDF's pages: running heads and feet, page numbers, and footnotes."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from geo.documents.readers.pdf.characters import Glyph
from geo.documents.readers.pdf.pieces import Piece, find_mark, group_lines, join_glyphs

HEAD, NUMBER, NOTE, TURNED = "running head", "page number", "footnote", "turned text"
_EDGE_LINES = 3
_MARGIN = 0.16  # of the height of a page
_PAGE_NUMBER = re.compile(
    r"""
    [-–—\[(|\s]{0,4}
    (?:(?:page|p\.|pg\.?|seite|página|pagina|страница|стр\.|صفحة|第)\s?)?
    (?:\d{1,4}|[ivxlc]{1,6})
    (?:\s?(?:/|of|de|von|из|共|页\s?[，,/]?\s?共)\s?\d{1,4})?
    \s?页?
    [-–—\])|\s]{0,4}
""",
    re.IGNORECASE | re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(r"[(\[]?\d{1,3}")
# What browsers print under and over each page: its address and number, and the time and its title.
_PRINTED_FOOT = re.compile(r"(?:https?|file)://\S{1,2000}\s+\d{1,4}/\d{1,4}")
_PRINTED_HEAD = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b.{0,12}\d{1,2}:\d\d|\d{1,2}:\d\d.{0,6}\d{1,4}[/.]\d{1,2}[/.]\d{1,4}"
)
_SMALL = 0.93  # of the body's type
_NOTE_START = re.compile(
    r"[\ufdd0*†‡§¶①-⑳]|\(?\d{1,3}[).\]]?\s|\[\d{1,3}\]|[注註](?:\d|[：:])|\d{1,2}(?=[A-Z«“\u4e00-\u9fff])|(?:Note|Source)s?\b",
    re.IGNORECASE,
)


class Sheet(NamedTuple):
    """One page with its text apart from what stands around it."""

    number: int
    heads: tuple[tuple[str, str], ...]
    pieces: tuple[Piece, ...]
    feet: tuple[tuple[str, str], ...]


class Laid(NamedTuple):
    """The pieces of one page before it is known what they are, and its height."""

    number: int
    height: float
    pieces: tuple[Piece, ...]
    turned: tuple[str, ...]


def lay_out(number: int, height: float, glyphs: Sequence[Glyph]) -> Laid:
    """Return the pieces of a page, with what is turned against the rest apart."""
    upright = tuple(join_glyphs(glyph for glyph in glyphs if not glyph.turned))
    turned = _join_turned(glyph for glyph in glyphs if glyph.turned)
    return Laid(number, height, upright, turned)


def _join_turned(glyphs: Iterator[Glyph]) -> tuple[str, ...]:
    text = "".join(glyph.text for glyph in glyphs)
    return (text,) if text else ()


def set_apart(pages: Sequence[Laid]) -> Iterator[Sheet]:
    """Yield pages with what is repeated at their edges, and their numbers, apart."""
    edges = [(_list_edge(page, at_top=True), _list_edge(page, at_top=False)) for page in pages]
    repeated = [Counter(key for edge in edges for key in {_make_key(line) for line in edge[side]}) for side in (0, 1)]
    for page, edge in zip(pages, edges, strict=True):
        heads, feet = (
            list(_find_furniture(lines, counts, len(pages))) for lines, counts in zip(edge, repeated, strict=True)
        )
        if not feet and edge[1] and _PRINTED_FOOT.fullmatch(_join(edge[1][0])):
            feet = [(edge[1][0], NUMBER)]
            heads = heads or [(line, HEAD) for line in edge[0][:1] if _PRINTED_HEAD.search(_join(line))]
        gone = {piece for line, _ in (*heads, *feet) for piece in line}
        rest = tuple(piece for piece in page.pieces if piece not in gone)
        turned = ((text, TURNED) for text in page.turned)
        yield Sheet(page.number, _write(heads), rest, (*reversed(_write(feet)), *turned))


def _write(found: Sequence[tuple[list[Piece], str]]) -> tuple[tuple[str, str], ...]:
    return tuple((_join(line), rule) for line, rule in found)


def _join(line: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in line)


def _list_edge(page: Laid, *, at_top: bool) -> list[list[Piece]]:
    """Return the lines in the upper or the lower margin of a page, the outermost first."""
    lines = group_lines(page.pieces)
    outer = lines[:_EDGE_LINES] if at_top else lines[::-1][:_EDGE_LINES]
    height = max(1.0, page.height)
    return [line for line in outer if (line[0].middle if at_top else height - line[0].middle) < _MARGIN * height]


def _make_key(line: Sequence[Piece]) -> str:
    """Return a line as it is compared with those of other pages: whatever number it has."""
    return _DIGITS.sub("0", "".join(_join(line).split()))


def _find_furniture(
    lines: Sequence[list[Piece]], repeated: Mapping[str, int], pages: int
) -> Iterator[tuple[list[Piece], str]]:
    """Yield the lines of an edge that are no part of the text, up to the first that is; each with why."""
    for number, line in enumerate(lines):
        if _PAGE_NUMBER.fullmatch(_join(line)):
            yield line, NUMBER
        # What is not outermost may be the text's own first line.
        elif repeated[_make_key(line)] >= (2 if number == 0 else max(2, pages / 4)):
            yield line, HEAD
        else:
            return


def measure_body(pages: Sequence[Laid]) -> float:
    """Return the height of the type that most of the text is set in."""
    heights = Counter[float]()
    for page in pages:
        for piece in page.pieces:
            heights[round(piece.height, 1)] += len(piece.text)
    return heights.most_common(1)[0][0] if heights else 0.0


def split_notes(lines: list[list[Piece]], body: float) -> tuple[list[list[Piece]], list[list[Piece]]]:
    """Return the lines of a column without its footnotes, and these: small type at the foot that opens with a mark."""
    first = len(lines)
    while first and median(piece.height for piece in lines[first - 1]) < _SMALL * body:
        first -= 1
    while first < len(lines) and not _NOTE_START.match(lines[first][0].text):
        first += 1
    return lines[:first], lines[first:]


def list_marks(notes: Sequence[list[Piece]]) -> Iterator[str]:
    """Yield the raised marks, or the numbers, that footnotes begin with."""
    for line in notes:
        number = _NUMBER.match(line[0].text)
        mark = find_mark(line[0].text) or (number[0] if number else line[0].text.split()[0]).strip("().[]")
        if mark:
            yield mark
