"""The signs that numbers are written with, one for each: full-width digits and the dashes of a range."""

# One character for one, so that an offset in the result is an offset in the text. "，" is left alone: it ends a clause.
_SIGNS = str.maketrans("０１２３４５６７８９％．＋－–—～〜＄", "0123456789%.+-----$")


def make_plain(text: str) -> str:
    """Return the text with plain digits and number signs, every offset unchanged."""
    return text.translate(_SIGNS)
