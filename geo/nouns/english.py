"""The noun that an English number counts."""

from collections.abc import Sequence

from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount
from geo.records import Mention


def find_english_noun(plain: str, amount: Amount, mentions: Sequence[Mention]) -> Noun | None:
    """Return the noun that an amount counts, None where no noun is named right there."""
    return None
