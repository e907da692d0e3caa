"""Texts whose UTF-8 was read as another encoding and written again: "CÃ´te d'Ivoire" for Côte d'Ivoire.

ftfy, which only this module knows, finds out how to undo it (Robyn Speer, Apache licence). It is loaded for the
first text that has signs of it.
"""

import re

from geo.documents.likelihood import measure_oddity

# The first bytes of UTF-8 as cp1252, MacRoman, cp1251 or GBK show them, with the signs that then stand for the second.
_SIGNS = re.compile(
    r"[ÂÃÅÄÎÏÐÑØÙÚ][\u0080-\u00bf\u0152-\u0178\u02c6\u02dc\u2013-\u203a\u20ac\u2122]"
    r"|â(?:€|\u0080)|[äåæçèé][\u0080-\u00bf\u0152-\u017e\u02c6\u02dc\u2013-\u203a\u20ac\u2122]{2}"
    r"|[РС][\u0402-\u040f\u0450-\u045f\u00a0-\u00bb\u2013-\u203a\u20ac\u2116\u2122]|√[\u00a0-\u00df\u2020-\u2022]"
)
_LEAST = 2  # of such signs: a single one may be meant
_LEAST_SHARE = 0.2  # of the characters beyond ASCII
_LONGEST_SEGMENT = 1_000_000


def mend(text: str) -> str:
    """Return a text with such letters as they were first written; the text itself where it is not sure.

    >>> mend("La CÃ´te d'Ivoire et le SÃ©nÃ©gal"), mend("Ã Genebra e à Síria")
    ("La Côte d'Ivoire et le Sénégal", 'Ã Genebra e à Síria')
    """
    if text.isascii() or not _is_doubtful(text[:_LONGEST_SEGMENT]):
        return text
    from ftfy import TextFixerConfig, fix_encoding

    mended = fix_encoding(text, TextFixerConfig(max_decode_length=_LONGEST_SEGMENT))
    return mended if measure_oddity(mended) < measure_oddity(text) / 2 else text


def _is_doubtful(text: str) -> bool:
    found = len(_SIGNS.findall(text))
    return found >= _LEAST and found > _LEAST_SHARE / 2 * sum(character > "\x7f" for character in text)
