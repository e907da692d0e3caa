"""The rows of a CSV in whatever dialect it is written: its sign between cells, its quotes, and what is wrong with them.

A quote that is never closed would swallow all rows up to the next quote: it is left out, the rows after it are
read, and its place is said.
"""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from geo.base.limits import LIMITS
from geo.documents.articles import Unread

_MOST_LINES = 20_000  # of one cell
_LARGEST_FIELD = 2**31 - 1  # how long a row may be is told before
_SIGNS = ",;\t|，；"
_SAMPLE = 30  # lines that the dialect is told from
_SEPARATOR = re.compile('[\\s\ufeff"]{0,4}sep=(?P<sign>[^\\w\\s"\\\\]|\t)"?\\s*', re.IGNORECASE)
_QUOTED = re.compile('"[^"]*(?:"|$)')
# Which no text holds: the sign of a table of one column, whose commas are the text's.
_NO_SIGN = "\x1f"
_UNCLOSED = "a quote is never closed; it is left out, and the next line is read as the next row"


class Dialect(NamedTuple):
    """The sign between cells, what stands before a quote that is meant, and how many lines precede the header."""

    sign: str
    escape: str | None = None
    skipped: int = 0


class Row(NamedTuple):
    """The cells of a row, the line it begins in, counted from 1, and the sign that parted it."""

    line: int
    cells: list[str]
    sign: str = ","


def choose_dialect(lines: list[str]) -> Dialect:
    r"""Return the dialect that the first lines of a CSV are written in.

    >>> choose_dialect(["sep=;\n", "title;text\n"])
    Dialect(sign=';', escape=None, skipped=1)
    >>> choose_dialect(["name, first|text\n", "a, b|one, two\n"]).sign
    '|'
    """
    stated = _SEPARATOR.fullmatch(lines[0]) if lines else None
    rows = [line for line in lines[1 if stated else 0 :] if line.strip()]
    sign = stated["sign"] if stated else _find_sign(rows)
    return Dialect(sign, _find_escape("".join(rows)), 1 if stated else 0)


def _find_sign(rows: list[str]) -> str:
    """Return the sign that parts the header and, of two, the one that parts the rows into as many cells."""
    if not rows:
        return ","
    counted = [Counter(_QUOTED.sub("", row)) for row in rows]
    signs = [sign for sign in _SIGNS if counted[0][sign]]
    agreeing = {sign: sum(row[sign] == counted[0][sign] for row in counted) for sign in signs}
    return max(signs, key=lambda sign: (agreeing[sign], counted[0][sign]), default=_NO_SIGN)


def _find_escape(sample: str) -> str | None:
    return "\\" if sample.count('\\"') > sample.count('""') else None


class _Swallowed(Exception):
    """A cell that goes on over more than a text can."""


class _Source:
    """Lines that can be given back, and how many of them a row has taken; no row has more characters than `longest`."""

    def __init__(self, lines: Iterator[str | None], longest: int) -> None:
        self._lines, self._back = lines, deque[str]()
        self.longest = longest
        self._read = 0
        self.taken: list[str] = []
        self._size = 0
        self.too_long: list[int] = []

    @property
    def line(self) -> int:
        """Return the line that the row began in."""
        return self._read - len(self._back) - len(self.taken) + 1

    def begin(self) -> None:
        """Begin a row."""
        self.taken, self._size = [], 0

    def give_back(self) -> str:
        """Return the first line of the row, and keep the others for the next."""
        first, *others = self.taken
        self._back.extendleft(reversed(others))
        self.taken = [first]
        return first

    def __iter__(self) -> "_Source":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES or self._size > self.longest:
            raise _Swallowed
        line = self._back.popleft() if self._back else self._take()
        self.taken.append(line)
        self._size += len(line)
        return line

    def _take(self) -> str:
        for line in self._lines:
            self._read += 1
            if line is None:
                self.too_long.append(self._read)
            elif self.taken or not line.isspace():
                return _plain_end(line)
            else:
                continue
        raise StopIteration


def _plain_end(line: str) -> str:
    """Return a line that ends in a line feed, without other returns and NUL bytes."""
    plain = line.rstrip("\r\n").replace("\r", " ").replace("\0", "")
    return plain if line[-1] not in "\r\n" else plain + "\n"


def read_delimited(lines: Iterable[str | None], longest: int = LIMITS.row) -> Iterator[Row | Unread]:
    """Yield the rows of a CSV, the header first, and the places where a quote or a length is wrong."""
    incoming = iter(lines)
    first = list(islice(incoming, _SAMPLE))
    dialect = choose_dialect([line for line in first if line is not None])
    source = _Source(_chain(first, incoming, dialect.skipped), longest)
    while True:
        source.begin()
        found = _read_row(source, dialect)
        yield from (say_too_long(f"line {line}", longest) for line in source.too_long)
        source.too_long.clear()
        if found is None:
            return
        yield from found


def _chain(first: list[str | None], rest: Iterator[str | None], skipped: int) -> Iterator[str | None]:
    yield from ("\n" if number < skipped else line for number, line in enumerate(first))
    first.clear()
    yield from rest


def say_too_long(place: str, longest: int) -> Unread:
    """Return that a row or line has too many characters."""
    return Unread(place, f"it has more than {longest:,} characters; split it, or allow more")


def _read_row(source: _Source, dialect: Dialect) -> list[Row | Unread] | None:
    """Return the next row, and what is wrong with it; None where there is none."""
    try:
        cells = next(_parse(source, dialect))
        return [Row(source.line, cells, dialect.sign)]
    except StopIteration:
        return None
    except (csv.Error, _Swallowed):
        several = len(source.taken) > 1
        first = source.give_back()
    if len(first) > source.longest:
        return [say_too_long(f"line {source.line}", source.longest)]
    row = Row(source.line, _split_line(first, dialect), dialect.sign)
    return [Unread(f"line {row.line}", _UNCLOSED, "note"), row] if several or _is_open(first) else [row]


def _parse(source: Iterable[str], dialect: Dialect, *, strict: bool = True) -> Iterator[list[str]]:
    csv.field_size_limit(_LARGEST_FIELD)
    return csv.reader(source, delimiter=dialect.sign, escapechar=dialect.escape, strict=strict)


def _is_open(line: str) -> bool:
    return line.count('"') % 2 == 1


def _split_line(line: str, dialect: Dialect) -> list[str]:
    """Return the cells of a line by itself; where its quotes do not pair, the last of them is left out."""
    before, quote, after = line.rpartition('"')
    whole = before + after if quote and _is_open(line) else line
    # Where rows end in returns, a line feed may stand in a cell without quotes.
    return next(_parse([whole.rstrip("\n").replace("\n", " ")], dialect, strict=False), [])
