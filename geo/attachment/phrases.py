"""Numbers with the nouns they count: what a text says there are so many of, before it is known where."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from geo.attachment.links import Links, read_links
from geo.base.records import Mention
from geo.nouns import Noun, find_noun
from geo.numbers.amounts import Amount

MEASURE = "measure"
_LONGEST_HEAD = 32  # characters of a heading before a number in brackets
# Units whose members come in fractions too.
_DIVISIBLE = ("tonnes", "percent", "doses", MEASURE)
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")


class Phrase(NamedTuple):
    """An amount with its noun; `lead` is where it begins with a noun that stands before it ("学生300人").

    `unit` and `noun` (its base form) are None where the text leaves the noun out; money and per cent have no noun.
    `words` is what stands between the number and its noun.
    """

    start: int
    end: int
    lead: int
    amount: Amount
    unit: str | None
    noun: str | None
    words: tuple[int, int]


def list_phrases(
    plain: str, amounts: Sequence[Amount], mentions: Sequence[Mention], language: str
) -> list[Phrase]:
    """Return the amounts of a plain text with their nouns, in order; lengths, ages and times are left out."""
    phrases: list[Phrase] = []
    links = read_links(language)
    for number, amount in enumerate(amounts):
        noun = None if amount.unit else find_noun(plain, amount, mentions, language)
        if noun is None or noun.unit != MEASURE:
            following = amounts[number + 1].start if number + 1 < len(amounts) else len(plain)
            whole = count_whole(plain, amount) if noun and noun.unit not in _DIVISIBLE else amount
            phrase = _make_phrase(whole, noun, following)
            phrases.append(phrase if phrase.unit else _read_head(plain, phrase, links))
    return phrases


def _read_head(plain: str, phrase: Phrase, links: Links) -> Phrase:
    """Return a number in brackets with the countries that stand before it: "免签国家（6个）", "Member states (14)"."""
    head = links.heads.search(plain, max(0, phrase.start - _LONGEST_HEAD), phrase.start)
    return phrase._replace(unit="countries", noun=head["head"].lower(), lead=head.start()) if head else phrase


def count_whole(plain: str, amount: Amount) -> Amount:
    """Return an amount of things that come whole: 13.999 of them, without a scale, are thirteen thousand."""
    written = plain[amount.first : amount.last]
    if not _DOTTED.fullmatch(written):
        return amount
    return amount._replace(value=float(written.replace(".", "")))


def _make_phrase(amount: Amount, noun: Noun | None, following: int) -> Phrase:
    if noun is None:
        return Phrase(amount.start, amount.end, amount.start, amount, amount.unit, None, (amount.end, amount.end))
    end = max(amount.end, noun.end)
    if end > following:  # "38 of the 53 members": the noun stands behind the next number
        end = amount.end
    return Phrase(amount.start, end, min(amount.start, noun.start), amount, noun.unit, noun.lemma, noun.words)
