"""What a written number is worth."""

from geo.text import numerals


def parse_numeral(text: str, language: str) -> float | None:
    """Return what a whole numeral is worth, or None where it breaks the rules of its writing.

    >>> parse_numeral("一百二十", "zh"), parse_numeral("twenty-five", "en")
    (120.0, 25.0)
    """
    return numerals.parse_numeral(text, language)
