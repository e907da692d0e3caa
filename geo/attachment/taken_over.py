"""Places that a number takes over from one before it: what that is worth in other money, what changed, some of them."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from geo.attachment.attached_numbers import Attachment
from geo.attachment.items import Passage, Place
from geo.attachment.links import Links
from geo.attachment.phrases import Phrase

_IN_BRACKETS = re.compile(r"\s?[(（](?:about |around |some |or |equivalent to |约合|折合|约|合)?\s?$")
_BRACKET_ENDS = re.compile(r"\s?[)）]")
_BEFORE = 24  # characters before a number in which "of whom" stands
_BACK = 8  # numbers before one among which stands what it is some of


def find_conversions(plain: str, items: Sequence[Phrase | Place]) -> dict[int, int]:
    """Return for each amount that says another in other money, "€4 million ($5 million)", where that one starts."""
    found: dict[int, int] = {}
    for money, worth in pairwise(items):
        if isinstance(money, Phrase) and isinstance(worth, Phrase) and _is_worth(plain, money, worth):
            found[worth.start] = money.start
    return found


def _is_worth(plain: str, money: Phrase, worth: Phrase) -> bool:
    currencies = [unit for unit in (money.unit, worth.unit) if unit and unit.isupper()]
    if len(set(currencies)) < 2 or not _BRACKET_ENDS.match(plain, worth.end):
        return False
    return _IN_BRACKETS.fullmatch(plain, money.end, worth.start) is not None


def leave_out(plain: str, passage: Passage, conversions: Mapping[int, int]) -> Passage:
    """Return a passage without its conversions, each amount that has one ending behind the bracket."""
    if not conversions:
        return passage
    closed = {money: worth for worth, money in conversions.items()}
    ends = {item.start: item.end for item in passage.items}
    items: list[Phrase | Place] = []
    for item in passage.items:
        if isinstance(item, Phrase) and item.start in closed:
            bracket = _BRACKET_ENDS.match(plain, ends[closed[item.start]])
            items.append(item._replace(end=bracket.end() if bracket else item.end))
        elif item.start not in conversions:
            items.append(item)
    return passage._replace(items=tuple(items))


def take_over(plain: str, number: Attachment, before: Sequence[Attachment], links: Links) -> tuple[str, ...] | None:
    """Return the place of a number before this one, whose change in per cent it is or of which it counts some."""
    if not before or before[-1].each:
        return None
    if number.unit == "percent":
        span = (before[-1].phrase.end, number.phrase.lead)
        apart = links.lists.pairwise.search(plain, *span)  # "down 12 and 8 percent respectively"
        return before[-1].codes if not apart and links.clauses.changes.fullmatch(plain, *span) else None
    if not number.borrowed or not links.lists.says_some(plain, number.phrase.start):
        return None
    whole = next((other for other in reversed(before[-_BACK:]) if not other.borrowed), None)
    return whole.codes if whole and whole.noun == number.noun and not whole.each else None
