r"""The plain text of a text: one script, one kind of each sign, no breaks in words and numbers, and the way back.

What is made plain, in this order:
- unseen characters (soft hyphens, zero-width characters, marks of direction), vowel signs and long strokes of Arabic are left out,
  ligatures taken apart;
- every kind of space is " " (but a tab parts the columns of a table and stays), every kind of line break "\n",
  full-width letters and digits are ASCII, ’ is "'", every hyphen and minus "-", a radical the character it looks like;
  Chinese punctuation (，。、；：！？（）～ and dashes) stays;
- accents are composed with their letters;
- Traditional Chinese is Simplified, where the language is Chinese or not known;
- spaces and line breaks that a page puts into and between words and numbers are left out (geo.text.breaks).
"""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import is_normalized

from geo.text.breaks import find_cuts, find_doubled, find_spaces, find_wraps, has_han, join_thousands
from geo.text.compositions import find_compositions
from geo.text.edits import Edit, PlainText, edit, place_back
from geo.text.scripts import is_traditional, list_traditional, simplify
from geo.text.signs import LEFT_OUT_OR_LIGATURE, LIGATURES, UNEVEN, UNEVEN_ASCII, replace_signs

__all__ = ["PlainText", "make_plain_text", "place_back"]

_CHINESE = ("zh", None)


def make_plain_text(text: str, language: str | None = None) -> PlainText:
    """Return the plain text of a text; `language` is a two-letter code, None where it is not known.

    >>> plain = make_plain_text("向 ２８ 個國家", "zh")
    >>> plain.text, plain.place(1, 4)
    ('向28个国家', (2, 6))
    """
    plain = PlainText(text) if _is_even(text, language) else _make_even(text, language)
    chinese = not text.isascii() and has_han(plain.text)
    if chinese:
        plain = _join_chinese(plain)
    if "  " in plain.text:
        plain = edit(plain, find_doubled(plain.text))
    if chinese and " " in plain.text:
        plain = edit(plain, find_spaces(plain.text))
    return edit(plain, find_cuts(plain.text)) if "\n" in plain.text else plain


def _is_even(text: str, language: str | None) -> bool:
    """Tell whether every character of a text is plain as it stands; most texts are looked through once, here."""
    if text.isascii():
        return UNEVEN_ASCII[0] not in text and UNEVEN_ASCII[1] not in text and UNEVEN_ASCII[2] not in text
    uneven = _compile_uneven(language in _CHINESE)
    return uneven.search(text) is None and is_normalized("NFC", text)


@cache
def _compile_uneven(chinese: bool) -> re.Pattern[str]:
    """Return the pattern of a character that is not plain as it stands."""
    return re.compile(f"[{UNEVEN}{''.join(list_traditional()) if chinese else ''}]")


def _make_even(text: str, language: str | None) -> PlainText:
    """Return a text with plain signs, composed accents and Simplified characters."""
    found = frozenset(_compile_uneven(False).findall(text))
    plain = PlainText(text)
    if any(map(LEFT_OUT_OR_LIGATURE.match, found)):
        plain = edit(plain, _leave_out(text))
    plain = PlainText(replace_signs(plain.text, found), plain.layers)
    plain = edit(plain, find_compositions(plain.text))
    simple = simplify(plain.text, language)
    return PlainText(simple, plain.layers, is_traditional(plain.text, simple))


def _join_chinese(plain: PlainText) -> PlainText:
    """Return a text without the commas of full width and the line breaks inside Chinese words and numbers."""
    joined = join_thousands(plain.text)
    if joined is not plain.text:
        plain = PlainText(joined, plain.layers, plain.traditional)
    return edit(plain, find_wraps(plain.text)) if "\n" in joined else plain


def _leave_out(text: str) -> Iterator[Edit]:
    """Yield what is never seen, and ligatures with their letters."""
    for sign in LEFT_OUT_OR_LIGATURE.finditer(text):
        if sign.group() != "\r" or text.startswith("\n", sign.end()):
            yield Edit(sign.start(), sign.end(), LIGATURES.get(sign.group(), ""))
