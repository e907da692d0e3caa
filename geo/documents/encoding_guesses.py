"""The encoding that bytes are likeliest in: what they declare, what chardet takes them for, and how the text then looks.

chardet, which only this module knows, tells languages and encodings apart by the frequency of their letters; how odd the
text looks (geo.documents.likelihood) shows what no frequency does. A declaration is believed where little speaks
against it: on short texts it knows more than any count.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

import chardet

from geo.documents.likelihood import measure_oddity

SAMPLE = 65_536  # bytes
ODDEST = 0.2  # of texts as they are written none is odder

# The codecs that read what an encoding is called, in this order; pages declare the smaller one and use the wider.
_CHINESE = ("gb18030",)
_BIG5 = ("cp950", "big5hkscs")
_JAPANESE = ("cp932", "shift_jis_2004")
_KOREAN = ("cp949",)
_WIDER: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk", "euc-cn", "cp936", "gb_2312-80"), _CHINESE),
    **dict.fromkeys(("big5", "big5hkscs", "big5-hkscs", "cp950", "x-x-big5", "big5-eten"), _BIG5),
    **dict.fromkeys(("shift_jis", "cp932", "shift_jis_2004", "x-sjis", "windows-31j", "ms_kanji"), _JAPANESE),
    **dict.fromkeys(("euc_kr", "cp949", "ks_c_5601-1987", "windows-949", "ksc5601", "korean"), _KOREAN),
    **dict.fromkeys(("euc_jp", "euc_jis_2004", "x-euc-jp"), ("euc_jp", "euc_jis_2004")),
    **dict.fromkeys(("iso8859-1", "ascii", "cp1252"), ("cp1252", "iso8859-1")),
    **dict.fromkeys(("koi8-r", "koi8-u"), ("koi8-u", "koi8-r")),  # Ukrainian letters in place of some lines of boxes
    **dict.fromkeys(("iso8859-9",), ("cp1254", "iso8859-9")),
    **dict.fromkeys(("iso8859-11", "tis-620", "cp874", "windows-874"), ("cp874", "iso8859-11")),
    **dict.fromkeys(("x-mac-cyrillic", "x-mac-ukrainian"), ("mac-cyrillic",)),
    **dict.fromkeys(("macintosh", "x-mac-roman"), ("mac-roman",)),
    **dict.fromkeys(("utf-16", "unicode", "ucs-2"), ("utf-16-le", "utf-16-be")),
}
_TEXTS = re.compile(
    r"(?:cp|iso8859-|koi8-|mac-|gb|big5|euc_|shift_jis|johab|utf-(?:8|16|32)|tis|kz1048|ptcp154|hp-)[\w-]{0,12}"
)
_ALWAYS = ("gb18030", "cp1252")  # chardet takes no other language for GB 18030, which holds them all
_MOST_GUESSES = 8
_MOST_BROKEN = 200  # one character of so many may be broken: a file that was cut off, a slip
# What a declaration weighs against chardet's counts: more on short texts, where these know little.
_WORTH, _WORTH_SHORT = 0.45, 0.8
_SHORT = 40  # bytes beyond ASCII
# Half a character at the end of a text is no sign against its encoding where so many stand before it, of the first ones.
_FEW, _ENOUGH = 20, 2_000
# What programs declare that know nothing of the text.
_THOUGHTLESS = frozenset({"cp1252", "iso8859-1"})
_WORTH_THOUGHTLESS = 0.1
# A character of GB 18030 that GBK has not: no other encoding has a digit in every second place.
_FOUR_BYTES = re.compile(rb"[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_SURE_FOUR = 3
# chardet takes what a page says of itself for what it is, and then counts nothing: it is weighed here.
_SAID = re.compile(rb"(?:charset|encoding)\s*=", re.IGNORECASE)


class Guess(NamedTuple):
    """An encoding that bytes may be in; `cost` is low where it is likely, `oddity` is of the text it gives.

    `partial` tells that a few bytes are no character in it.
    """

    encoding: str
    cost: float
    oddity: float
    partial: bool = False


def rank_encodings(data: bytes, declared: str | None) -> list[Guess]:
    """Return the encodings that all of the bytes may be in, the likeliest first."""
    found = _rate(data[:SAMPLE])
    best = max(found.values(), default=0.0) or 1.0
    if len(_FOUR_BYTES.findall(data[:SAMPLE])) >= _SURE_FOUR:
        found["gb18030"] = 2 * best
    stated = list_codecs(declared) if declared else ()
    guesses = [
        _weigh(
            read, found.get(read.encoding, 0.0) / best, _worth(data, read.encoding) if read.encoding in stated else 0.0
        )
        for read in _decode_all(data, (*stated, *list(found)[:_MOST_GUESSES], *_ALWAYS))
    ]
    return sorted(guesses, key=lambda guess: guess.cost)


def list_codecs(name: str) -> tuple[str, ...]:
    """Return the codecs that read what is called by a name; none where nothing is called so.

    >>> list_codecs("GB2312"), list_codecs("x-sjis"), list_codecs("undefined")
    (('gb18030',), ('cp932', 'shift_jis_2004'), ())
    """
    plain = name.strip().lower()
    known = _name_codec(plain) or plain
    return _WIDER.get(plain) or _WIDER.get(known) or ((known,) if _name_codec(known) else ())


def _name_codec(name: str) -> str | None:
    """Return the name of the codec of an encoding of texts; "undefined", "idna" and "rot13" are codecs too."""
    try:
        known = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    return known if _TEXTS.fullmatch(known) else None


def _rate(data: bytes) -> dict[str, float]:
    """Return the encodings that chardet takes the bytes for, the likeliest first, with its confidence."""
    rated: dict[str, float] = {}
    counted = _SAID.sub(b" ", data)
    for said in chardet.detect_all(counted, ignore_threshold=True, compat_names=False):
        for encoding in list_codecs(said["encoding"] or "")[:2]:
            rated.setdefault(encoding, said["confidence"])
    return rated


class _Read(NamedTuple):
    """A text read in an encoding, and how many bytes are no character in it."""

    encoding: str
    text: str
    broken: int


def _decode_all(data: bytes, encodings: tuple[str, ...]) -> Iterator[_Read]:
    """Yield the texts of the encodings in which all bytes are characters, or but for few."""
    for encoding in dict.fromkeys(encodings):
        text = data.decode(encoding, "replace")
        broken = text.count("\ufffd") - _is_cut_off(data, encoding, text)
        if broken <= len(text) // _MOST_BROKEN:
            yield _Read(encoding, text, text.count("\ufffd"))


def _is_cut_off(data: bytes, encoding: str, text: str) -> bool:
    """Tell whether the last character of a text is half one, and enough stands before it to know that."""
    if not text.endswith("\ufffd") or sum(character > "\x7f" for character in text[:_ENOUGH]) < _FEW:
        return False
    whole = codecs.getincrementaldecoder(encoding)("replace").decode(data)
    return len(whole) < len(text)


def _weigh(read: _Read, share: float, worth: float) -> Guess:
    oddity = measure_oddity(read.text)
    partial = min(read.broken, 1) / 4  # what is whole comes first
    return Guess(read.encoding, oddity + partial + 1 - share - worth, oddity, read.broken > 0)


def _worth(data: bytes, encoding: str) -> float:
    """Return what it is worth that an encoding is declared."""
    beyond = len(data[:SAMPLE].translate(None, bytes(range(128))))
    if beyond < _SHORT:
        return _WORTH_SHORT - (_WORTH if encoding in _THOUGHTLESS else 0)
    return _WORTH_THOUGHTLESS if encoding in _THOUGHTLESS else _WORTH
