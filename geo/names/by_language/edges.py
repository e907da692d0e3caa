"""Where a name may begin and end in a text of a language."""

from collections.abc import Callable
from unicodedata import category

from geo.names.by_language.packs import NamePack

Fits = Callable[[str, int, int], bool]
_LONGEST = 12  # letters that may be written together with a name
_LETTERS = "LMN"  # Unicode's letters, marks and digits: the vowel signs of Hindi are marks
# A katakana word is a name of its own; a longer one only begins or ends like it.
_KATAKANA = ("\u30a1", "\u30ff")
_DOT = "\u30fb"


def make_edges(pack: NamePack) -> Fits:
    """Return the test whether a name at a place of the text is a whole word of the language."""

    def fits(text: str, start: int, stop: int) -> bool:
        return _fits_before(text, start, pack) and _fits_after(text, stop, pack)

    return fits


def _fits_before(text: str, start: int, pack: NamePack) -> bool:
    before = text[start - 1 : start]
    if pack.no_prefixes and text[max(0, start - _LONGEST) : start].endswith(pack.no_prefixes):
        return False
    if not before or not pack.spaced:
        return not before or not _runs_on(before, text[start])
    if not _is_letter(before):
        return True
    return bool(pack.clitics) and _read_before(text, start).lower() in pack.clitics


def _fits_after(text: str, stop: int, pack: NamePack) -> bool:
    after = text[stop : stop + 1]
    if not after:
        return True
    if not pack.spaced_after and pack.no_suffixes and text.startswith(pack.no_suffixes, stop):
        return False
    if not pack.spaced_after:
        return category(after)[0] != "M" and not _runs_on(text[stop - 1], after)
    if not _is_letter(after) or text[stop - 1] == "-":
        return True
    if pack.endings and _read_behind(text, stop) in pack.endings:
        return True
    rest = text[stop : stop + _LONGEST]
    return rest.startswith(pack.suffixes) and not rest.startswith(pack.no_suffixes) if pack.suffixes else False


def _read_before(text: str, start: int) -> str:
    """Return the letters that are written together with what begins at a place."""
    place = start
    while place and start - place < _LONGEST and _is_letter(text[place - 1]):
        place -= 1
    return text[place:start]


def _read_behind(text: str, stop: int) -> str:
    """Return the letters that are written together with what ends at a place."""
    place = stop
    while place < len(text) and place - stop < _LONGEST and _is_letter(text[place]):
        place += 1
    return text[stop:place]


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or category(sign)[0] in _LETTERS


def _runs_on(sign: str, following: str) -> bool:
    """Tell whether two characters belong to one word where words are not parted: katakana, or Latin letters and digits."""
    return all(map(_is_katakana, (sign, following))) or ((sign + following).isascii() and (sign + following).isalnum())


def _is_katakana(sign: str) -> bool:
    return _KATAKANA[0] <= sign <= _KATAKANA[1] and sign != _DOT
