"""The characters of a page put together to pieces of lines: what stands side by side without a wide gap."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from geo.documents.readers.pdf.characters import Glyph

_GAP = 0.9  # of the height of a line: a wider one parts columns or cells
_RAISED, _SMALLER = 0.15, 0.87  # browsers set raised signs at 0.83
# A raised sign stands between these until it is known whether a footnote of the page has it.
MARK_START, MARK_END = "\ufdd0", "\ufdd1"
_MARK = re.compile(rf"{MARK_START}(.*?){MARK_END}")
_NOTE = re.compile(r"\d{1,3}(?:,\d{1,3}){0,4}|[*†‡§¶]{1,3}|[abcd]|\(\d{1,2}\)|\[\d{1,3}\]")
_UNIT = re.compile(r"(?:^|[^\w])[ckm]?m$")
_RTL = re.compile("[\u0590-\u08ff]")


class Piece(NamedTuple):
    """A stretch of a line and its box; `gaps` are from where to where its blanks go, where it is read from the left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    gaps: tuple[tuple[float, float], ...] = ()

    @property
    def height(self) -> float:
        """Give how high its characters stand, which is the size of its type."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Give how far down the middle of it is."""
        return (self.top + self.bottom) / 2


def join_glyphs(glyphs: Iterable[Glyph]) -> Iterator[Piece]:
    """Yield the pieces of a page, in the order in which they are stored."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if glyph.text.isspace():
            if run and run[-1].text != " ":
                run.append(run[-1]._replace(text=" "))
            continue
        if run and not _goes_on(run[-1], glyph):
            yield from _make_piece(run)
            run = []
        run.append(glyph)
    yield from _make_piece(run)


def _goes_on(last: Glyph, glyph: Glyph) -> bool:
    height = min(last.bottom - last.top, glyph.bottom - glyph.top)
    overlap = min(last.bottom, glyph.bottom) - max(last.top, glyph.top)
    gap = max(glyph.left - last.right, last.left - glyph.right)
    return overlap >= 0.4 * height and gap <= _GAP * max(last.bottom - last.top, glyph.bottom - glyph.top)


def _make_piece(run: Sequence[Glyph]) -> Iterator[Piece]:
    seen = [glyph for glyph in run if glyph.text != " "]
    if not seen:
        return
    height = median(glyph.bottom - glyph.top for glyph in seen)
    base = median(glyph.bottom for glyph in seen)
    main = [glyph for glyph in seen if not _is_raised(glyph, height, base)] or seen
    text = _write(run, height, base)
    if text.strip():
        yield Piece(
            text.strip(),
            min(glyph.left for glyph in seen),
            # The digits of another font, which stands higher, make no line of larger type.
            median(glyph.top for glyph in main),
            max(glyph.right for glyph in seen),
            median(glyph.bottom for glyph in main),
            _find_gaps(run) if text.count(" ") == sum(glyph.text == " " for glyph in run) else (),
        )


def _find_gaps(run: Sequence[Glyph]) -> tuple[tuple[float, float], ...]:
    gaps = [(run[place - 1].right, run[place + 1].left) for place in range(1, len(run) - 1) if run[place].text == " "]
    return tuple(gaps) if all(left <= right for left, right in gaps) else ()


def split_piece(piece: Piece, gap: int) -> tuple[Piece, Piece]:
    """Return what stands before and behind the nth blank of a piece."""
    words = piece.text.split(" ")
    before, after = " ".join(words[: gap + 1]), " ".join(words[gap + 1 :])
    left, right = piece.gaps[gap]
    return (
        piece._replace(text=before, right=left, gaps=piece.gaps[:gap]),
        piece._replace(text=after, left=right, gaps=piece.gaps[gap + 1 :]),
    )


def _is_raised(glyph: Glyph, height: float, base: float) -> bool:
    return glyph.bottom - glyph.top < _SMALLER * height and glyph.bottom < base - _RAISED * height


def _write(run: Sequence[Glyph], height: float, base: float) -> str:
    text, raised = "", ""
    for glyph in _turn_words(run):
        if glyph.text != " " and _is_raised(glyph, height, base):
            raised += glyph.text
        else:
            text, raised = text + _write_raised(raised, text) + glyph.text, ""
    return text + _write_raised(raised, text)


def _turn_words(run: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield characters with the words that are written from right to left, but stored as they are seen, turned round."""
    for backwards, word in groupby(run, key=lambda glyph: _RTL.match(glyph.text) is not None):
        glyphs = list(word)
        steps = sum((after.left > before.left) - (after.left < before.left) for before, after in pairwise(glyphs))
        yield from reversed(glyphs) if backwards and steps > 0 else glyphs


def _write_raised(raised: str, before: str) -> str:
    """Return raised signs as a mark, where they may be a note's: 25th, 3 km² and m³ are words."""
    is_power = raised in ("2", "3") and _UNIT.search(before)
    return f"{MARK_START}{raised}{MARK_END}" if _NOTE.fullmatch(raised) and not is_power else raised


def settle_marks(text: str, notes: Iterable[str]) -> str:
    """Return a text without the marks of its notes, and with any other raised number set apart from what it follows."""
    known = frozenset(notes)
    return _MARK.sub(lambda mark: "" if known.issuperset(mark[1].split(",")) else f"[{mark[1]}]", text)


def find_mark(text: str) -> str | None:
    """Return the raised mark that a line begins with."""
    mark = _MARK.match(text)
    return mark[1] if mark else None


def is_right_to_left(text: str) -> bool:
    """Tell a text that is written from right to left."""
    return 2 * len(_RTL.findall(text)) > sum(map(str.isalpha, text))


def group_lines(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return pieces by the lines that they stand in, from the top, each in the order of reading."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.middle):
        last = lines[-1] if lines else []
        if last and _stand_level(last[-1], piece):
            last.append(piece)
        else:
            lines.append([piece])
    return [_order(line) for line in lines]


def _stand_level(one: Piece, other: Piece) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap >= 0.5 * min(one.height, other.height)


def _order(line: list[Piece]) -> list[Piece]:
    backwards = is_right_to_left("".join(piece.text for piece in line))
    return sorted(line, key=lambda piece: -piece.right if backwards else piece.left)
