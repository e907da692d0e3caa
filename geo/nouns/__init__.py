"""What a number counts: the head noun of its phrase and the unit that this noun means."""

from collections.abc import Callable, Sequence

from geo.base.records import Mention
from geo.nouns.chinese import find_chinese_noun
from geo.nouns.english import find_english_noun
from geo.nouns.nouns import Noun
from geo.nouns.spelled import find_spelled_noun
from geo.nouns.spelled_words import is_spelled
from geo.numbers.amounts import Amount

__all__ = ["Noun", "find_noun", "is_spelled"]

_Finder = Callable[[str, Amount, Sequence[Mention]], Noun | None]
_FINDERS: dict[str, _Finder] = {"zh": find_chinese_noun}


def find_noun(plain: str, amount: Amount, mentions: Sequence[Mention], language: str) -> Noun | None:
    """Return the noun that an amount of a plain text counts, None where no noun is named right there.

    `mentions` are those of the text in order. A language without its own finder is read by its pack; one without a
    pack as English.
    """
    if is_spelled(language):
        return find_spelled_noun(plain, amount, mentions, language)
    return _FINDERS.get(language, find_english_noun)(plain, amount, mentions)
