"""Numbers with the nouns they count: what a text says there are so many of, before it is known where."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from geo.attachment.links import Links, read_links
from geo.base.records import Mention
from geo.nouns import Noun, find_noun, is_spelled
from geo.numbers.amounts import Amount
from geo.numbers.bounds import find_bound_after
from geo.numbers.grammars import read_grammar

MEASURE = "measure"
_LONGEST_HEAD = 32  # characters of a heading before a number in brackets
# Units whose members come in fractions too.
_DIVISIBLE = ("tonnes", "percent", "doses", MEASURE)
# Between a number and the adjective behind it, and between that and the next number of the list.
_BACK = 6  # numbers before an adjective among which its noun may stand
_STOP = re.compile(r"[.;\n]\s")
_MEASURED = re.compile(r" ?[个名位支家]?")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2},\d{3}")


class Phrase(NamedTuple):
    """An amount with its noun; `lead` is where it begins with a noun that stands before it ("学生300人").

    `unit` and `noun` (its base form) are None where the text leaves the noun out; money and per cent have no noun.
    `words` is what stands between the number and its noun. `lent` tells that the noun is that of the next number of a
    list: "28 Asian, 16 European and 26 African countries".
    """

    start: int
    end: int
    lead: int
    amount: Amount
    unit: str | None
    noun: str | None
    words: tuple[int, int]
    lent: bool = False


def list_phrases(plain: str, amounts: Sequence[Amount], mentions: Sequence[Mention], language: str) -> list[Phrase]:
    """Return the amounts of a plain text with their nouns, in order; lengths, ages and times are left out."""
    phrases: list[Phrase] = []
    links = read_links(language)
    for number, amount in enumerate(amounts):
        noun = None if amount.unit else find_noun(plain, amount, mentions, language)
        if noun is None or noun.unit != MEASURE:
            following = amounts[number + 1].start if number + 1 < len(amounts) else len(plain)
            whole = count_whole(plain, amount) if noun and noun.unit not in _DIVISIBLE else amount
            phrase = _make_phrase(whole, noun, following)
            phrase = _take_bound(plain, phrase, language) if is_spelled(language) else phrase
            phrases.append(phrase if phrase.unit else _read_head(plain, phrase, links))
    phrases = _lend(plain, phrases, mentions, links)
    return _lend_on(plain, phrases, mentions, links) if is_spelled(language) else phrases


def _take_bound(plain: str, phrase: Phrase, language: str) -> Phrase:
    """Return a phrase with the bound behind its noun: "50 personnes au moins"."""
    if phrase.noun is None or phrase.amount.bound != "exact":
        return phrase
    behind = find_bound_after(plain, phrase.end, read_grammar(language))
    return phrase._replace(amount=phrase.amount._replace(bound=behind.bound)) if behind else phrase


def _lend(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], links: Links) -> list[Phrase]:
    """Return the phrases with the noun that a list of adjectives says once, behind its last number."""
    lent: list[Phrase] = []
    for phrase in reversed(phrases):
        whose = _find_adjective(plain, phrase, mentions) if lent else None
        lender = lent[-1] if lent else phrase
        if (
            whose
            and lender.noun
            and links.lists.listed.fullmatch(plain, whose.end, lender.lead)
            and _has_place(lender, mentions)
        ):
            words = (phrase.amount.end, whose.start)
            phrase = phrase._replace(end=whose.end, unit=lender.unit, noun=lender.noun, words=words, lent=True)
        lent.append(phrase)
    return lent[::-1]


def _lend_on(plain: str, phrases: Sequence[Phrase], mentions: Sequence[Mention], links: Links) -> list[Phrase]:
    """Return the phrases with the noun that a list says once, with its first number: "15 pays africains et 6 asiatiques".

    What stands there alone would be a people: "6 asiatiques".
    """
    lent: list[Phrase] = []
    for phrase in phrases:
        named = _names_people(phrase, mentions)
        lender = _find_lender(plain, lent, phrase, mentions, links) if named else None
        if lender is not None:
            phrase = phrase._replace(unit=lender.unit, noun=lender.noun, lent=True)
        lent.append(phrase)
    return lent


def _find_lender(
    plain: str, before: Sequence[Phrase], phrase: Phrase, mentions: Sequence[Mention], links: Links
) -> Phrase | None:
    """Return the number whose noun an adjective goes on with: the one before it, or what all of them are some of."""
    last = before[-1] if before else None
    if last is None or _names_people(last, mentions):
        return None
    if last.unit is None:  # "sur 48 pays, 20 sont africains, 15 européens"
        wholes = [one for one in before[-_BACK:] if one.noun]
        near = wholes and not _STOP.search(plain, wholes[-1].end, phrase.start)
        return wholes[-1] if near and wholes[-1].amount.value >= phrase.amount.value else None
    listed = links.lists.listed.fullmatch(plain, last.end, phrase.lead)
    return last if last.noun and listed and _has_place(last, mentions) else None


def _names_people(phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    """Tell a number whose noun is itself the name of a people: "6 asiatiques"."""
    following = bisect_left(mentions, phrase.amount.end, key=lambda mention: mention.start)
    named = following < len(mentions) and mentions[following].start == phrase.words[1]
    return named and not phrase.lent and phrase.unit == "people" and phrase.noun is not None


def _find_adjective(plain: str, phrase: Phrase, mentions: Sequence[Mention]) -> Mention | None:
    """Return the place named right behind a number whose own noun is not there: "28 Asian", "28个亚洲"."""
    if phrase.end > phrase.amount.end or phrase.amount.unit:
        return None
    following = bisect_left(mentions, phrase.amount.end, key=lambda mention: mention.start)
    found = mentions[following] if following < len(mentions) else None
    return found if found and _MEASURED.fullmatch(plain, phrase.amount.end, found.start) else None


def _has_place(phrase: Phrase, mentions: Sequence[Mention]) -> bool:
    following = bisect_left(mentions, phrase.amount.end, key=lambda mention: mention.start)
    return following < len(mentions) and mentions[following].end <= phrase.end


def _read_head(plain: str, phrase: Phrase, links: Links) -> Phrase:
    """Return a number in brackets with the countries that stand before it: "免签国家（6个）", "Member states (14)"."""
    head = links.lists.heads.search(plain, max(0, phrase.start - _LONGEST_HEAD), phrase.start)
    return phrase._replace(unit="countries", noun=head["head"].lower(), lead=head.start()) if head else phrase


def count_whole(plain: str, amount: Amount) -> Amount:
    """Return an amount of things that come whole: 13.999 of them, without a scale, are thirteen thousand."""
    written = plain[amount.first : amount.last]
    if not _DOTTED.fullmatch(written):
        return amount
    return amount._replace(value=float(written.replace(".", "").replace(",", "")))


def _make_phrase(amount: Amount, noun: Noun | None, following: int) -> Phrase:
    if noun is None:
        return Phrase(amount.start, amount.end, amount.start, amount, amount.unit, None, (amount.end, amount.end))
    end = max(amount.end, noun.end)
    if end > following:  # "38 of the 53 members": the noun stands behind the next number
        end = amount.end
    return Phrase(amount.start, end, min(amount.start, noun.start), amount, noun.unit, noun.lemma, noun.words)
