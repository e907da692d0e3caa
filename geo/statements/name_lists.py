"""The lists of names that a document prints beside their number: "five countries: …", "埃及、肯尼亚等16个非洲国家".

One list may serve two numbers ("33 countries and four organisations: …"); each takes its own kind of name. Where a name in
the list cannot be read there is no list: it would come out short for our own fault.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Mention, Quantity
from geo.clauses.appositions import find_apposed

_JOINT = re.compile(
    r"\s*(?:[、/]|\n[ \t]*(?:[-–•*◆·]|\d{1,2}[.)])?|[,，;；]\s*(?:and|as well as|plus|以及|及|和)?(?![a-z])|和|及|与|以及|\band\b|\bor\b|\bas well as\b|&)\s*(?:the |a )?",
    re.IGNORECASE,
)
_BEFORE_COUNT = re.compile(r"\s*(?P<some>等|等等|,? and other?)?[（(,，:：—–-]{0,2}(?:这|\s)*", re.IGNORECASE)
_AFTER_COUNT = re.compile(
    r"[)）]?\s*(?P<some>,? ?(?:包括|including|such as|among them(?: are| were)?|among which are)|[,，]?其中包括)?"
    r"(?:分别[是为]|即|[,，]?它们是|,? ?namely)?\s*[:：（(—–-]{0,2}\s*(?:[-–•*◆·] ?)?(?:the )?",
    re.IGNORECASE,
)
# Words may stand between number and list where a colon or its like opens the list, if nobody is quoted.
_FAR = re.compile(
    r"[^。！？!?\n:：;；]{1,70}?(?:[:：]|分别[是为]|(?:as follows|namely|they (?:are|were))[:,]?)\s*(?:the )?",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:[说称道]|表示|指出|强调|介绍|报道|宣布|\b(?:said|says|told|tweeted|added|wrote|reported|asked|quote)\b).{0,12}$",
    re.IGNORECASE,
)
_LIST_ENDS = re.compile(r"\s*(?:[)）]?[。.;；\n]|[)）—–]|-|$)")
_UNREAD = re.compile(r"[^。；;:：\n]{0,40}")
_BOTH = re.compile(r"\s*(?:和|及|与|以及|、|,? and|,)\s*", re.IGNORECASE)
_KINDS = {"countries": "country", "organisations": "organisation"}
_LEAST_FAR = 3


class NameList(NamedTuple):
    """The names listed beside a stated number, one for each code; `only_some` where the text says that not all are."""

    quantity: int
    names: tuple[Mention, ...]
    only_some: bool


class _Page(NamedTuple):
    """A text with its quantities and the names that may stand in its lists, in order."""

    text: str
    quantities: Sequence[Quantity]
    names: Sequence[Mention]


def find_lists(text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> Iterator[NameList]:
    """Yield the list of names beside each number of countries or organisations that has one.

    A list has two names or more; beside a count of one, the one in apposition.
    """
    names = sorted((m for m in mentions if m.kind in _KINDS.values()), key=lambda mention: mention.start)
    page = _Page(text, quantities, names)
    for index, stated in enumerate(quantities):
        if stated.unit not in _KINDS:
            continue
        for named, only_some in (_list_before(page, index), _list_after(page, index)):
            listed = _list_once(mention for mention in named if mention.kind == _KINDS[stated.unit])
            if len(listed) > 1 or (listed and len(named) > 2):
                yield NameList(index, listed, only_some)
                break
        else:
            one = find_apposed(text, stated.end, stated.unit, names) if stated.value == 1 else None
            if one is not None:
                yield NameList(index, (one,), only_some=False)


def _list_once(named: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the first name of each code, in the order of the text."""
    first: dict[str, Mention] = {}
    for mention in named:
        first.setdefault(mention.code, mention)
    return tuple(first.values())


def _list_before(page: _Page, index: int) -> tuple[list[Mention], bool]:
    """Return the names listed right before the number, and whether the list says it names only some."""
    start = _find_first(page, index).start
    last = bisect_left(page.names, start, key=lambda mention: mention.start) - 1
    opening = _BEFORE_COUNT.fullmatch(page.text, page.names[last].end, start) if last >= 0 else None
    if opening is None:
        return [], False
    first = last
    while first and _JOINT.fullmatch(page.text, page.names[first - 1].end, page.names[first].start):
        first -= 1
    return list(page.names[first : last + 1]), opening["some"] is not None


def _list_after(page: _Page, index: int) -> tuple[list[Mention], bool]:
    """Return the names listed right after the counted noun, and whether the list says it names only some."""
    end = _find_last(page, index).end
    first = bisect_left(page.names, end, key=lambda mention: mention.start)
    if first == len(page.names):
        return [], False
    opening = _AFTER_COUNT.fullmatch(page.text, end, page.names[first].start)
    if opening is not None and opening[0].strip():
        return _read_on(page, first), opening["some"] is not None
    return (_read_far(page, end) if opening is None else []), False


def _read_far(page: _Page, end: int) -> list[Mention]:
    """Return a list that a few words and a colon lead up to; it must end its sentence."""
    lead = _FAR.match(page.text, end)
    first = bisect_left(page.names, lead.end(), key=lambda mention: mention.start) if lead else len(page.names)
    if lead is None or _SAYS.search(lead[0]) or first == len(page.names) or page.names[first].start != lead.end():
        return []
    named = _read_on(page, first)
    return named if len(named) >= _LEAST_FAR and _LIST_ENDS.match(page.text, named[-1].end) else []


def _read_on(page: _Page, first: int) -> list[Mention]:
    """Return the names of a list from its first to its last; none where one between them is no name we know."""
    last = first
    while last + 1 < len(page.names) and _JOINT.fullmatch(page.text, page.names[last].end, page.names[last + 1].start):
        last += 1
    return [] if _goes_on(page, last) else list(page.names[first : last + 1])


def _goes_on(page: _Page, last: int) -> bool:
    """Tell whether behind its last name the list has another that is not one of ours, and then more of ours."""
    joint = _JOINT.match(page.text, page.names[last].end)
    if joint is None or last + 1 == len(page.names):
        return False
    following = page.names[last + 1]
    unread = _UNREAD.fullmatch(page.text, joint.end(), following.start) if following.start - joint.end() < 40 else None
    return unread is not None and bool(_JOINT.search(unread[0][-6:])) and not re.search(r"\d", unread[0])


def _find_first(page: _Page, index: int) -> Quantity:
    """Return the first of the two numbers that a list before them serves."""
    if index and _BOTH.fullmatch(page.text, page.quantities[index - 1].end, page.quantities[index].start):
        return page.quantities[index - 1]
    return page.quantities[index]


def _find_last(page: _Page, index: int) -> Quantity:
    """Return the last of the two numbers that a list after them serves."""
    following = page.quantities[index + 1 : index + 2]
    if following and _BOTH.fullmatch(page.text, page.quantities[index].end, following[0].start):
        return following[0]
    return page.quantities[index]
