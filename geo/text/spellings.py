"""How else a word may be written: one regular expression that finds it in any text, whatever a page made of it.

Found are the same letters in any case, width and script, with or without their accents, in Traditional or Simplified
Chinese, as ligatures, with unseen characters inside, and Chinese with spaces and line breaks between its characters. The
patterns use only what Python's `re` and RE2 (which DuckDB has) both know.
"""

import re
from collections.abc import Mapping
from functools import cache
from unicodedata import normalize

from geo.text.breaks import HAN
from geo.text.scripts import map_characters
from geo.text.signs import SPACES, UNSEEN, replace_signs

_ACCENTS = "\u0300-\u036f"
_ACCENT = re.compile(f"[{_ACCENTS}]")
_INSIDE = f"[{UNSEEN}{_ACCENTS}]*"
_BETWEEN_HAN = rf"[\s{SPACES}{UNSEEN}{_ACCENTS}]*"
_SPACE = rf"[\s{SPACES}]+"
_UNSEEN_OR_SPACE = re.compile(f"([{UNSEEN}]+)|{_SPACE}")
_HAN = re.compile(f"[{HAN}]")
# Where characters with another spelling stand: neither Hangul nor what is in private use, nor the rarest Chinese ones.
_BLOCKS = (range(0x21, 0xAC00), range(0xF900, 0x20000), range(0x2F800, 0x2FA20))
_CHINESE = range(0x3400, 0xA000)
_LONGEST = 4  # no ligature stands for more letters than people would search for


def fold(text: str) -> str:
    """Return a text as all its spellings are alike: no case, no accents, Simplified characters, plain spaces.

    >>> fold("Côte  d’Ivoire"), fold("ＷＨＯ"), fold("塞爾維亞")
    ("cote d'ivoire", 'who', '塞尔维亚')
    """
    spaced = _UNSEEN_OR_SPACE.sub(lambda found: "" if found[1] else " ", text)
    bare = _ACCENT.sub("", normalize("NFD", "".join(map(_widen, replace_signs(spaced))).casefold()))
    composed = normalize("NFC", bare)
    return composed.translate(map_characters()) if _HAN.search(composed) else composed


def _widen(sign: str) -> str:
    """Return the letters that a sign stands for; an accent that stands alone is a sign, and no space with an accent."""
    letters = normalize("NFKC", sign)
    return sign if " " in letters else letters


def spell_pattern(folded: str) -> str:
    r"""Return the regular expression of all spellings of a folded text.

    >>> re.search(spell_pattern("cote d'ivoire"), "In CÔTE D’IVOIRE.").group()
    'CÔTE D’IVOIRE'
    """
    pieces, place = [], 0
    while place < len(folded):
        size = _find_size(folded, place)
        pieces.append(_spell(folded[place : place + size]))
        place += size
        if place < len(folded):
            pieces.append(_part(folded[place - 1], folded[place]))
    return "".join(pieces)


def _find_size(folded: str, place: int) -> int:
    """Return how many letters from a place on one sign may stand for."""
    several = _list_variants()
    return next((size for size in range(_LONGEST, 1, -1) if folded[place : place + size] in several), 1)


def _spell(letters: str) -> str:
    variants = _list_variants().get(letters, "")
    if len(letters) > 1:
        parts = [_spell(letter) for letter in letters]
        return f"(?:[{re.escape(variants)}]|{_INSIDE.join(parts)})"
    if letters == " ":
        return _SPACE
    return f"[{re.escape(letters + variants)}]" if variants else re.escape(letters)


def _part(before: str, after: str) -> str:
    """Return what may stand between two letters of a word that is none of them."""
    return _BETWEEN_HAN if _HAN.match(before) or _HAN.match(after) else _INSIDE


@cache
def _list_variants() -> Mapping[str, str]:
    """Return the characters that are each letter, or few letters, when they are folded."""
    variants: dict[str, list[str]] = {}
    traditional = map_characters()
    for code in (code for block in _BLOCKS for code in block):
        # Of the many Chinese characters only these have another spelling; folding all would take a second.
        sign = chr(code)
        folded = sign if code in _CHINESE and code not in traditional else fold(sign)
        if folded != sign and 0 < len(folded) <= _LONGEST and " " not in folded:
            variants.setdefault(folded, []).append(sign)
    return {folded: "".join(signs) for folded, signs in variants.items()}
