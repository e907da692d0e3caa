"""The lines of a table of documents as text, one after the other, in memory that does not grow with the file.

The encoding is told from the beginning of the file. A later line that is not in it is read by itself, as a file may
be put together from several; a line beyond all measure is passed over and said.
"""

import codecs
import re
from collections.abc import Iterator
from typing import AnyStr, BinaryIO

from geo.base.limits import LIMITS
from geo.documents.articles import Unread
from geo.documents.encoding_guesses import ODDEST, rank_encodings
from geo.documents.encodings import MENDED, read_unchanged
from geo.documents.likelihood import measure_oddity
from geo.documents.mojibake import mend

_HEAD = 4 * 2**20  # bytes from which the encoding is told
_CHUNK = 2**20
_MOST_STRAYED = 5  # lines that are told by their number
_MOST_GUESSES = 1_000  # lines whose encoding is told one by one: each takes milliseconds
_LONE_RETURN = re.compile("\r(?!\n)")
# Half a character of these may look like the end of a line, or what stands before decides what a byte means.
_WIDE = re.compile(r"utf-16.*|utf-32.*|iso2022.*|hz")


class TableLines:
    """The lines of a file, each with its end; None stands for one of more characters than `longest`.

    `encoding` and `note` tell how the beginning of the file was read, and after the last line `strayed` holds the first
    of the lines that are not in that encoding.
    """

    def __init__(self, file: BinaryIO, longest: int = LIMITS.row) -> None:
        """Read the beginning of an open file; raises ReadError where it is no text."""
        self.longest = longest
        self._file, self._head = file, file.read(_HEAD)
        self._whole = len(self._head) < _HEAD
        decoded = read_unchanged(self._head if self._whole else _cut_line(self._head))
        self.encoding, self.note = decoded.encoding, decoded.note
        self.strayed: list[int] = []
        self._other, self._guesses = decoded.encoding, 0
        self._text, self._mends = decoded.text, MENDED in decoded.note
        lone, ends = len(_LONE_RETURN.findall(self._text)), self._text.count("\n")
        self._end = "\r" if lone > ends else "\n"

    def __iter__(self) -> Iterator[str | None]:
        """Yield the lines; once."""
        if self._whole:
            text, self._text = self._text, ""
            return _split(_cut_pieces(text), self._end, self.longest)
        if _WIDE.fullmatch(self.encoding):
            return _split(self._decode_chunks(), self._end, self.longest)
        return self._decode_lines()

    def tell_notes(self) -> Iterator[Unread]:
        """Yield what is to be known of how the lines were read; after the last of them."""
        if self.note:
            yield Unread(None, self.note, "note")
        if self.strayed:
            named = ", ".join(map(str, self.strayed[:_MOST_STRAYED]))
            yield Unread(f"line {named}", f"it is not in {self.encoding} as the file is; read by itself", "note")

    def _read_chunks(self) -> Iterator[bytes]:
        yield self._head
        self._head, self._text = b"", ""
        while chunk := self._file.read(_CHUNK):
            yield chunk

    def _decode_chunks(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder(self.encoding)("replace")
        for number, chunk in enumerate(self._read_chunks()):
            text = decoder.decode(chunk)
            yield text.removeprefix("\ufeff") if number == 0 else text

    def _decode_lines(self) -> Iterator[str | None]:
        for number, line in enumerate(_split(self._read_chunks(), self._end.encode(), self.longest), start=1):
            yield None if line is None else self._decode_line(line, number)

    def _decode_line(self, line: bytes, number: int) -> str:
        if number == 1:
            line = line.removeprefix(codecs.BOM_UTF8)
        try:
            text = line.decode(self.encoding)
            return mend(text) if self._mends else text
        except UnicodeDecodeError:
            self.strayed += [number] if len(self.strayed) < _MOST_STRAYED else []
        return self._decode_stray(line)

    def _decode_stray(self, line: bytes) -> str:
        """Return a line that is not in the encoding of the file: in that of the last such line, or the likeliest."""
        text = line.decode(self._other, "replace")
        if "\ufffd" not in text and measure_oddity(text) < ODDEST:
            return text
        guess = next(iter(rank_encodings(line, None)), None) if self._guesses < _MOST_GUESSES else None
        self._guesses += 1
        if guess is None or guess.oddity >= ODDEST:
            return line.decode(self.encoding, "replace")
        self._other = guess.encoding
        return line.decode(self._other, "replace")


def _cut_pieces(text: str) -> Iterator[str]:
    return (text[start : start + _CHUNK] for start in range(0, len(text), _CHUNK))


def _cut_line(data: bytes) -> bytes:
    """Return bytes up to the last end of a line, or of four bytes: no encoding has longer characters."""
    end = data.rfind(b"\n") + 1
    return data[: end if end and b"\0" not in data[:1_000] else len(data) // 4 * 4]


def _split(chunks: Iterator[AnyStr], end: AnyStr, longest: int) -> Iterator[AnyStr | None]:
    """Yield the lines of what comes in pieces, each with its end; None for one that is too long."""
    rest = end[:0]
    skipping = False
    for chunk in chunks:
        lines = (rest + chunk).split(end)
        rest = lines.pop()
        for line in lines:
            yield None if skipping or len(line) > longest else line + end
            skipping = False
        if len(rest) > longest:
            rest, skipping = rest[:0], True
    if skipping or rest:
        yield None if skipping or len(rest) > longest else rest
