"""Bytes of any encoding to one normalised text.

The order is: byte-order mark, strict UTF-8 (and what shifts by signs of ASCII), UTF-16 and UTF-32 without a mark, UTF-8
with a few broken bytes, the likeliest of what is declared and what the bytes look like, lines in two encodings. What
none of them reads as a text is refused: a wrong letter makes a wrong name. benchmarks.encodings counts how many are right.
"""

import codecs
import re
from typing import NamedTuple

from geo.base.errors import ReadError
from geo.documents.encoding_guesses import ODDEST, Guess, list_codecs, rank_encodings
from geo.documents.likelihood import measure_oddity
from geo.documents.mixed_lines import read_mixed
from geo.documents.mojibake import mend
from geo.documents.wide_encodings import find_shifted, find_wide

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What people most often hand over for a text; the name says what to do about it.
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"PAR1", "a Parquet file"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
)
_SAMPLE = 65_536
_MOST_CONTROLS = 0.02
# Text in another encoding breaks at nearly every character beyond ASCII when it is read as UTF-8.
_WHOLE_TO_BROKEN = 20
MENDED = "letters that were written in a wrong encoding were mended"
_BROKEN = "bytes that are no character are shown as \ufffd"
_DOUBTFUL = 0.05  # so odd is hardly a text in one encoding
_WAY_OUT = "save it as text (UTF-8) and read that"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
# A byte-order mark in a text is a zero-width space that joins files: it is left out and no sign of anything.
_STRANGE = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffd-\uffff]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """The normalised text of some bytes, the encoding they were in, and what a reader should know of how it was found.

    `note` is empty where the bytes are what they say they are, or say nothing.
    """

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes, declared: str | None = None) -> str:
    """Give the normalised text that the bytes hold; `declared` is the encoding a page claims, believed if it fits.

    Raises ReadError when they hold no text.
    """
    return read_bytes(data, declared).text


def read_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """Return the same with the encoding that the text was found in, and a note where that is no matter of course."""
    found = read_unchanged(data, declared)
    return found._replace(text=normalise(found.text))


def read_unchanged(data: bytes, declared: str | None = None) -> Decoded:
    """Return the same with line ends and control characters as they are, for what is no running text."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError(f"this is {name}, not a text; {_WAY_OUT}")
    found = _decode(data, declared)
    mended = mend(found.text)
    _refuse_binary(mended)
    return found if mended == found.text else Decoded(mended, found.encoding, _join(found.note, MENDED))


def normalise(text: str) -> str:
    r"""Give the text with line ends as "\\n", and without marks, control characters and lone surrogates.

    Nothing else is changed: every offset counts in this text.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _CONTROLS.sub("", text)
    return _SURROGATES.sub("\ufffd", text)


def _decode(data: bytes, declared: str | None) -> Decoded:
    """Return the text in the first encoding that fits: the surest signs come first."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data[len(mark) :].decode(encoding, "replace"), encoding)
    text = _try_utf8(data)
    shifted = find_shifted(data) if text is not None and text.isascii() else None
    if shifted is not None:
        return Decoded(data.decode(shifted), shifted)
    if text is not None and _is_clean(text):
        return Decoded(text, "utf-8")
    wide = find_wide(data)
    if wide is not None:
        return Decoded(data.decode(wide, "replace"), wide)
    if text is not None:
        return Decoded(text, "utf-8")
    return _decode_nearly_whole(data) or _decode_likeliest(data, declared)


def _decode_nearly_whole(data: bytes) -> Decoded | None:
    """Return UTF-8 with a few broken bytes: a file that was cut off, or one piece pasted from elsewhere."""
    text = data.decode("utf-8", "replace")
    if not _is_nearly_whole(text) and not _is_cut_off(data, text):
        return None
    mixed = read_mixed(data) if _is_broken_within(data) else None
    return Decoded(mixed.text, "utf-8", mixed.describe()) if mixed else Decoded(text, "utf-8", _BROKEN)


def _decode_likeliest(data: bytes, declared: str | None) -> Decoded:
    best = next((guess for guess in rank_encodings(data, declared) if guess.oddity < ODDEST), None)
    mixed = read_mixed(data) if best is None or best.oddity > _DOUBTFUL else None
    if mixed and (best is None or measure_oddity(mixed.text) < best.oddity / 2):
        return Decoded(mixed.text, "utf-8", mixed.describe())
    if best is None:
        raise ReadError(f"this is no text, or in an encoding that cannot be told; {_WAY_OUT}")
    broken = _BROKEN if best.partial else ""
    return Decoded(data.decode(best.encoding, "replace"), best.encoding, _join(_contradict(declared, best), broken))


def _contradict(declared: str | None, best: Guess) -> str:
    """Return what to say where a text was read in another encoding than it declares."""
    if declared is None or best.encoding in list_codecs(declared):
        return ""
    return f"declared as {declared.strip()[:40]}, read as {best.encoding}"


def _join(*notes: str) -> str:
    return "; ".join(filter(None, notes))


def _is_clean(text: str) -> bool:
    """Tell whether a text has hardly a control character: Russian in UTF-16 is UTF-8 too, with one in every pair."""
    sample = text[:_SAMPLE]
    return len(_STRANGE.findall(sample)) <= len(sample) // 10


def _is_nearly_whole(text: str) -> bool:
    broken = text.count("\ufffd")
    return broken * _WHOLE_TO_BROKEN < sum(character > "\x7f" for character in text) - broken


def _is_cut_off(data: bytes, text: str) -> bool:
    """Tell whether nothing is broken but the last character, after one of three bytes that is whole: chance makes none."""
    return any("\u07ff" < character < "\ufffd" for character in text) and not _is_broken_within(data)


def _is_broken_within(data: bytes) -> bool:
    """Tell whether another place than the very end is broken, where a file may be cut off."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end < len(data)
    return False


def _try_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _refuse_binary(text: str) -> None:
    sample = text[:_SAMPLE]
    if len(_STRANGE.findall(sample)) > _MOST_CONTROLS * len(sample) + 2:
        raise ReadError(f"this is no text: too many of its bytes are control characters; {_WAY_OUT}")
