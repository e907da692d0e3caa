"""Encodings that show in the bytes themselves: UTF-16 and UTF-32 without a mark, and those that shift by signs of ASCII."""

import re
from collections.abc import Iterator

from geo.base.errors import ReadError
from geo.documents.likelihood import measure_oddity

_SAMPLE = 16_000  # bytes; a multiple of four
_MOST_ODD = 0.05
# What most characters of a text in UTF-16 are, whatever its language; read as another encoding's bytes few are.
_TEXT_LIKE = re.compile(
    "[\t\n\r -~\u00a0-\u017f\u01a0-\u01b0\u02b0-\u03ff\u0400-\u06ff\u0900-\u0aff\u0e01-\u0e5b\u1ea0-\u1ef9"
    "\u2010-\u203f\u20a0-\u20bf\u2116\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uff5e]"
)
# These are so frequent that a text without any of them is none.
_COMMONEST = re.compile(
    r"[ \n,.，。、的一是在不了有人中国國會個來時對年月日全合作與和及對，為這这はのをにたがと다이는을의اลนเานรกอ่ัоеаиיוהαοεaeiosntrA-Z]"
)
_LEAST_COMMON = 0.12

_SHIFTED = (
    ("iso2022_jp_2", re.compile(rb"\x1b(?:\$[@AB]|\$\(D|\([JI])")),
    ("iso2022_kr", re.compile(rb"\x1b\$\)C")),
    ("hz", re.compile(rb"~\{(?:[!-w][!-~]){1,2000}?(?:~\}|\n|\Z)")),
)
_SEVEN_BITS = re.compile(rb"\+[A-Za-z0-9/+]{2,}-?")
_LONG_SEVEN = 20  # so many letters are sure in one run
_MOSTLY = 0.8  # of a run are letters, the others their stops
_LEAST_SEVEN = 0.5  # of the runs like +AGE- that give letters, in a text in UTF-7


def find_wide(data: bytes) -> str | None:
    """Return the order of UTF-16 or UTF-32 in which bytes without a mark read as a text; None where in none."""
    read = [
        (measure_oddity(text), -_share(text, _COMMONEST), encoding) for encoding, text in _read_wide(data[:_SAMPLE])
    ]
    likely = [found for found in read if found[0] < _MOST_ODD]
    return min(likely)[2] if likely else None


def _read_wide(data: bytes) -> Iterator[tuple[str, str]]:
    for encoding, width in (("utf-32-le", 4), ("utf-32-be", 4), ("utf-16-le", 2), ("utf-16-be", 2)):
        whole = data[: len(data) // width * width]
        # A last byte too many is a line end that a program put behind.
        if len(data) - len(whole) > 1 or not whole:
            continue
        text = whole.decode(encoding, "replace")
        if _share(text, _TEXT_LIKE) > 0.97 and (width == 4 or _share(text, _COMMONEST) > _LEAST_COMMON):
            yield encoding, text


def _share(text: str, pattern: re.Pattern[str]) -> float:
    return len(pattern.findall(text)) / len(text)


def find_shifted(data: bytes) -> str | None:
    """Return the seven-bit encoding that shifts to another script by its signs; None where there are none.

    Raises ReadError for UTF-7.
    """
    for encoding, sign in _SHIFTED:
        if sign.search(data) and _reads(data, encoding):
            return encoding
    if _is_utf7(data):
        raise ReadError("this is a text in UTF-7, which nobody should send; save it as UTF-8 and read that")
    return None


def _reads(data: bytes, encoding: str) -> bool:
    try:
        text = data.decode(encoding)
    except UnicodeError:
        return False
    return not text.isascii() and measure_oddity(text) < _MOST_ODD * 2


def _is_utf7(data: bytes) -> bool:
    """Tell whether most words with a plus are letters of UTF-7; an address, a sum or a telephone number has a plus too."""
    runs = _SEVEN_BITS.findall(data[:_SAMPLE])
    read = [run.decode("utf-7", "replace") for run in runs if not run.strip(b"+-").isdigit()]
    letters = [text for text in read if _is_of_letters(text)]
    enough = len(letters) > 1 or len("".join(letters)) > _LONG_SEVEN
    return enough and len(letters) > _LEAST_SEVEN * len(runs)


def _is_of_letters(text: str) -> bool:
    """Tell whether a run is letters and their stops, none of them ASCII: this stands for itself in UTF-7."""
    text = text.rstrip("\ufffd")  # where the run was cut
    beyond = not text.isascii() and measure_oddity(text) == 0
    return beyond and sum(map(str.isalpha, text)) > _MOSTLY * len(text)
