"""One plain text to match on, and the way back to the characters of the original."""

from geo.text.plain import PlainText, make_plain_text, place_back

__all__ = ["PlainText", "make_plain_text", "place_back"]
