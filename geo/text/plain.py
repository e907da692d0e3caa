r"""The plain text of a text: one script, one kind of each sign, no breaks in words and numbers, and the way back.

What is made plain, in this order:
- unseen characters (soft hyphens, zero-width characters, marks of direction) are left out, ligatures taken apart;
- every kind of space is " " (but a tab parts the columns of a table and stays), every kind of line break "\n",
  full-width letters and digits are ASCII, ’ is "'", every hyphen and minus "-", a radical the character it looks like;
  Chinese punctuation (，。、；：！？（）～ and dashes) stays;
- accents are composed with their letters;
- Traditional Chinese is Simplified, where the language is Chinese or not known;
- spaces and line breaks that a page puts into words and numbers are left out (geo.text.breaks).
"""

from collections.abc import Iterator

from geo.text.breaks import find_cuts, find_spaces, find_wraps, join_thousands
from geo.text.compositions import find_compositions
from geo.text.edits import Edit, PlainText, edit, keep, place_back
from geo.text.scripts import is_traditional, simplify
from geo.text.signs import LEFT_OUT_OR_LIGATURE, LIGATURES, replace_signs

__all__ = ["PlainText", "make_plain_text", "place_back"]


def make_plain_text(text: str, language: str | None = None) -> PlainText:
    """Return the plain text of a text; `language` is a two-letter code, None where it is not known.

    >>> plain = make_plain_text("向 ２８ 個國家", "zh")
    >>> plain.text, plain.place(1, 4)
    ('向28个国家', (2, 6))
    """
    plain = keep(text)
    if not text.isascii():
        plain = _make_signs_plain(plain, language)
    elif "\r" in text or "\x0b" in text or "\x0c" in text:
        plain = edit(plain, _leave_out(text))
        plain = plain._replace(text=replace_signs(plain.text))
    return edit(plain, find_cuts(plain.text)) if "\n" in plain.text else plain


def _make_signs_plain(plain: PlainText, language: str | None) -> PlainText:
    plain = edit(plain, _leave_out(plain.text))
    plain = plain._replace(text=replace_signs(plain.text))
    plain = edit(plain, find_compositions(plain.text))
    simple = simplify(plain.text, language)
    plain = plain._replace(text=join_thousands(simple), traditional=is_traditional(plain.text, simple))
    plain = edit(plain, find_spaces(plain.text))
    return edit(plain, find_wraps(plain.text))


def _leave_out(text: str) -> Iterator[Edit]:
    """Yield what is never seen, and ligatures with their letters."""
    for sign in LEFT_OUT_OR_LIGATURE.finditer(text):
        if sign.group() != "\r" or text.startswith("\n", sign.end()):
            yield Edit(sign.start(), sign.end(), LIGATURES.get(sign.group(), ""))
