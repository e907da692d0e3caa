"""Accents written as characters of their own, composed with their letters (Unicode's normal form C)."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, decomposition, is_normalized, normalize

from geo.text.edits import Edit

# Below nothing composes, and above only scripts of the past and these ideographs, each for another.
_FIRST, _STOP = 0x0300, 0x10000
_IDEOGRAPHS = "\U0002f800-\U0002fa1d"
_HANGUL_PARTS = "\u1161-\u1175\u11a8-\u11c2"
# As long as a letter with its marks gets in any writing (Unicode's "stream-safe" form); a hostile run is cut there.
_LONGEST = 30


def find_compositions(text: str) -> Iterator[Edit]:
    """Yield the letters that are written with marks of their own, and what composes them."""
    if is_normalized("NFC", text):
        return
    for cluster in _compile_cluster().finditer(text):
        composed = normalize("NFC", cluster.group())
        if composed != cluster.group():
            yield Edit(cluster.start(), cluster.end(), composed)


@cache
def _compile_cluster() -> re.Pattern[str]:
    """Return the pattern of a character with the marks that follow it, or of one that is never in the normal form."""
    characters = [chr(code) for code in range(_FIRST, _STOP) if not 0xD800 <= code < 0xE000]
    marks = {c for c in characters if combining(c)} | set(_list_spacing_marks(characters))
    alone = {c for c in characters if not is_normalized("NFC", c)}
    follows = _write_class(marks) + _HANGUL_PARTS
    return re.compile(rf"[\s\S][{follows}]{{1,{_LONGEST}}}|[{_write_class(alone)}{_IDEOGRAPHS}]")


def _list_spacing_marks(characters: list[str]) -> Iterator[str]:
    """Yield the vowel signs that compose with a letter and yet stand beside it."""
    for character in characters:
        parts = decomposition(character).split()
        if len(parts) == 2 and not parts[0].startswith("<") and not combining(chr(int(parts[1], 16))):
            yield chr(int(parts[1], 16))


def _write_class(characters: set[str]) -> str:
    return re.escape("".join(sorted(characters)))
