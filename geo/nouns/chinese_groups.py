"""The numeral with 国 behind it: 十七国 counts countries, 两国 and 三国 point back to countries already named."""

from bisect import bisect_left
from collections.abc import Sequence

from geo.base.records import Mention
from geo.nouns.chinese_words import read_words
from geo.nouns.nouns import Noun
from geo.numbers.amounts import Amount


def find_group(plain: str, amount: Amount, mentions: Sequence[Mention]) -> Noun | None:
    """Return 国 as the noun of an amount where it is a word of its own and its countries are not the ones just named."""
    place = amount.end
    if (
        plain[place : place + 1] != "国"
        or _is_other_word(plain, place + 1)
        or not _is_definite(plain, amount, mentions)
    ):
        return None
    return Noun(place, place + 1, (place, place), "countries", "国")


def _is_other_word(plain: str, place: int) -> bool:
    """Tell 三国演义 and 两国际 from 25国收到; 国外长 begins a new word after 国."""
    if plain.startswith(tuple(read_words("group", "but")), place):
        return False
    return plain.startswith(tuple(read_words("group", "other_words")), place)


def _is_definite(plain: str, amount: Amount, mentions: Sequence[Mention]) -> bool:
    numeral, start = plain[amount.first : amount.end], amount.start
    if plain[max(0, start - 2) : start].endswith(tuple(read_words("group", "periods"))):
        return False
    if amount.start < amount.first or amount.end > amount.last:  # a bound makes it a count
        return True
    if numeral in read_words("group", "never"):
        return False
    if numeral not in read_words("group", "small"):
        return True
    if plain.startswith(tuple(read_words("group", "lists")), amount.end) or plain[start - 1 : start] == "等":
        return True
    index = bisect_left(mentions, start, key=lambda mention: mention.start)
    # 中亚五国 is a name that takes in the numeral.
    return index > 0 and (mentions[index - 1].end == start or mentions[index - 1].end > amount.end)
