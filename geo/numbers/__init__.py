"""Numbers in a text: what is written, what it is worth, how it is bounded, and whether it is money or a share."""

from geo.numbers.amounts import Amount, find_amounts
from geo.numbers.writings import parse_numeral

__all__ = ["Amount", "find_amounts", "parse_numeral"]
