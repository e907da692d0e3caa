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

# What each of the listed has: "Chad (20), Mali (30)", "加纳20人、多哥30人".
_AMOUNT = (
    r"(?:\s?[(（](?=[^()（）\n]{0,30}\d)[^()（）\n]{1,40}[)）]"
    r"|\s?[:：–—-]?\s?\d[\d,.]{0,12}(?<![,.])(?:\s(?:million|billion|thousand|[a-z]{4,12})(?=[,;.\s]))?(?:(?!等)[一-鿿]){0,4})"
)
_JOINT = re.compile(
    rf"{_AMOUNT}?"
    r"(?:\s*(?:[、/]|\n[ \t]*(?:[-–•*◆·]|\d{1,2}[.)])?|[,，;；]\s*(?:and|as well as|plus|以及|及|和)?(?![a-z])|和|及|与|以及|\band\b|\bor\b|\bas well as\b|&)\s*(?:the |a )?)",
    re.IGNORECASE,
)
_BEFORE_COUNT = re.compile(
    rf"{_AMOUNT}?"
    r"\s*(?P<some>等|等等|(?:在内|之内)的?|,? and other?)?[（(,，:：—–-]{0,2}"
    r"(?:\s*(?:a total of|in total|altogether|in all))?(?:这|一共|总共|共计|合计|共有?|\s)*",
    re.IGNORECASE,
)
_AFTER_COUNT = re.compile(
    r"[)）]?\s*(?P<some>[,，]?\s?(?:其中)?(?:包括|包含)|,?\s?(?:including|includes?|such as|among them(?: are| were)?|among which are))?"
    r"(?:分别[是为]|即|[,，]?它们是|,? ?namely)?\s*[:：（(—–-]{0,2}\s*(?:[-–•*◆·] ?)?(?:the )?",
    re.IGNORECASE,
)
# The list is the next sentence: "It wrote to five countries. They are …".
_NEXT_SENTENCE = re.compile(
    r"[^。！？!?\n:：]{0,120}?[.。]\s{0,2}"
    r"(?:(?:the (?:\w+ )?(?:countries|nations|states|organi[sz]ations|members)|these(?: (?:countries|nations|states|organi[sz]ations))?|they)"
    r" (?P<some>include|are|were)|(?:这些国家|这些组织|它们|这\w{1,3}国)?(?:分别)?(?:是|为|(?P<some_zh>包括)))[:：]?\s*(?:the )?",
    re.IGNORECASE,
)
# The list goes on with what we cannot count: "and others", "and two more".
_OTHERS = re.compile(
    rf"{_AMOUNT}?\s*(?:等|[,，、]?\s*(?:and|or|as well as|plus|以及|及|和)\s*(?:(?:\w+ )?(?:others?|more|elsewhere)\b|the rest\b|some\b|several\b|其他|其它|另外))",
    re.IGNORECASE,
)
# The list goes on with a name that is none of ours: ", Ruritania and", "and Ruritania", "、鲁国".
_UNKNOWN = re.compile(
    rf"{_AMOUNT}?\s*(?:、(?=[一-鿿])|,?\s*\band\s(?-i:(?=[A-Z][a-z]))|,\s(?-i:(?=[A-Z][a-z]{{1,20}}(?:,|\s\(\d|\sand\b))))",
    re.IGNORECASE,
)
# Before a list whose partner stands outside of it: 中国同加纳、多哥共3国.
_PARTNER = re.compile(r"(?:同|跟|\bwith|\bjoined)\s*(?:the )?$")
# Words may stand between number and list where a colon or its like opens the list, if nobody is quoted.
_FAR = re.compile(
    r"[^。！？!?\n:：;；]{1,70}?(?:[:：]|分别[是为]|(?:as follows|namely|they (?:are|were))[:,]?)\s*(?:the )?",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?:[说称道]|表示|指出|强调|介绍|报道|宣布|\b(?:said|says|told|tweeted|added|wrote|reported|asked|quote)\b).{0,12}$",
    re.IGNORECASE,
)
_LIST_ENDS = re.compile(rf"{_AMOUNT}?" r"\s*(?:[)）]?[。.;；\n]|[)）—–]|-|$)")
_UNREAD = re.compile(r"[^。；;:：\n]{0,40}")
_BOTH = re.compile(r"\s*(?:和|及|与|以及|、|,? and|,)\s*", re.IGNORECASE)
# The number is a whole of which a part is named: "3 of 5 countries: …", "Of 27 countries, 3 …", 12国中的3国.
_PART_OF = re.compile(
    r"(?:\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|some|most|many|several|few|none"
    r"|third|quarter|majority|minority) (?:out )?of |(?-i:\bOf) )(?:(?:the|its|their|our|these|those|all) )?$",
    re.IGNORECASE,
)
_IS_WHOLE = re.compile(r"[之当]?中(?=[的有只仅，,、]|\d|[一二两三四五六七八九十])")
_LONGEST_PART = 40
_KINDS = {"countries": "country", "organisations": "organisation"}
_AFTER_NAME = re.compile(_AMOUNT)
_LEAST_FAR = 3
_MOST = 500  # names that are counted of one list: there are no more countries, areas and organisations to name


class NameList(NamedTuple):
    """The names listed beside a stated number, one for each code; `only_some` where the text says that not all are."""

    quantity: int
    names: tuple[Mention, ...]
    only_some: bool


class _Page(NamedTuple):
    """A text with its quantities and the names that may stand in its lists, in order.

    `firsts` and `lasts` hold for each name where the list begins and ends that it stands in.
    """

    text: str
    quantities: Sequence[Quantity]
    names: Sequence[Mention]
    firsts: Sequence[int]
    lasts: Sequence[int]


def find_lists(text: str, quantities: Sequence[Quantity], mentions: Sequence[Mention]) -> Iterator[NameList]:
    """Yield the list of names beside each number of countries or organisations that has one.

    A list has two names or more; beside a count of one, the one in apposition.
    """
    names = sorted((m for m in mentions if m.kind in _KINDS.values()), key=lambda mention: mention.start)
    page = _Page(text, quantities, names, *_join_names(text, names))
    for index, stated in enumerate(quantities):
        if stated.unit not in _KINDS or _is_whole(text, stated):
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


def _is_whole(text: str, stated: Quantity) -> bool:
    """Tell a number that a part is taken of: the list beside it has the names of the part."""
    before = _PART_OF.search(text, max(0, stated.start - _LONGEST_PART), stated.start)
    return before is not None or _IS_WHOLE.match(text, stated.end) is not None


def _join_names(text: str, names: Sequence[Mention]) -> tuple[list[int], list[int]]:
    """Return for each name the first and the last of the names that joints make one list with it."""
    firsts = list(range(len(names)))
    lasts = list(range(len(names)))
    for place in range(1, len(names)):
        if _JOINT.fullmatch(text, names[place - 1].end, names[place].start):
            firsts[place] = firsts[place - 1]
    for place in reversed(range(len(names) - 1)):
        if firsts[place + 1] == firsts[place]:
            lasts[place] = lasts[place + 1]
    return firsts, lasts


def _list_once(named: Iterable[Mention]) -> tuple[Mention, ...]:
    """Return the first name of each code, in the order of the text."""
    first: dict[str, Mention] = {}
    for mention in named:
        first.setdefault(mention.code, mention)
    return tuple(first.values())


def _list_before(page: _Page, index: int) -> tuple[list[Mention], bool]:
    """Return the names listed right before the number, and whether the list says it names only some."""
    if not any(sign.isalpha() for sign in page.quantities[index].text):
        return [], False  # "Togo 3, Mali 2": the number is what the name has
    start = _find_first(page, index).start
    last = bisect_left(page.names, start, key=lambda mention: mention.start) - 1
    opening = _BEFORE_COUNT.fullmatch(page.text, page.names[last].end, start) if last >= 0 else None
    if opening is None:
        return [], False
    first = page.firsts[last]
    partner = _PARTNER.search(page.text, max(0, page.names[first].start - 10), page.names[first].start)
    return _list_names(page, first, last), opening["some"] is not None or partner is not None


def _list_after(page: _Page, index: int) -> tuple[list[Mention], bool]:
    """Return the names listed right after the counted noun, and whether the list says it names only some."""
    end = _find_last(page, index).end
    first = bisect_left(page.names, end, key=lambda mention: mention.start)
    if first == len(page.names):
        return [], False
    opening = _AFTER_COUNT.fullmatch(page.text, end, page.names[first].start)
    if opening is not None and opening[0].strip():
        named = _read_on(page, first)
        others = named and _OTHERS.match(page.text, named[-1].end)
        return named, opening["some"] is not None or bool(others)
    if opening is not None:
        return [], False
    named, only_some = _read_next_sentence(page, index, end)
    return (named, only_some) if named else _read_far(page, end)


def _read_next_sentence(page: _Page, index: int, end: int) -> tuple[list[Mention], bool]:
    """Return a list that the next sentence is; no other number of that kind may stand before it."""
    lead = _NEXT_SENTENCE.match(page.text, end)
    if lead is None or _is_counted_again(page, index, lead.end()):
        return [], False
    named = _read_at(page, lead.end())
    some = (lead["some"] or "").lower() == "include" or lead["some_zh"] is not None
    return named, some


def _is_counted_again(page: _Page, index: int, end: int) -> bool:
    """Tell whether another number of the unit stands between a number and a place."""
    unit = page.quantities[index].unit
    following = page.quantities[index + 1 : index + 5]
    return any(other.unit == unit and other.start < end for other in following)


def _read_far(page: _Page, end: int) -> tuple[list[Mention], bool]:
    """Return a list that a few words and a colon lead up to; one of two must say what each of them has."""
    lead = _FAR.match(page.text, end)
    if lead is None or _SAYS.search(lead[0]):
        return [], False
    named = _read_at(page, lead.end())
    amounts = all(_AFTER_NAME.match(page.text, mention.end) for mention in named)
    return (named, len(named) < _LEAST_FAR) if len(named) >= _LEAST_FAR or amounts else ([], False)


def _read_at(page: _Page, start: int) -> list[Mention]:
    """Return the list that begins in a place and ends its sentence; nothing where it does not do both."""
    first = bisect_left(page.names, start, key=lambda mention: mention.start)
    if first == len(page.names) or page.names[first].start != start:
        return []
    named = _read_on(page, first)
    return named if named and _LIST_ENDS.match(page.text, named[-1].end) else []


def _read_on(page: _Page, first: int) -> list[Mention]:
    """Return the names of a list from its first to its last; none where one between them is no name we know."""
    last = page.lasts[first]
    return [] if _goes_on(page, last) else _list_names(page, first, last)


def _list_names(page: _Page, first: int, last: int) -> list[Mention]:
    """Return the names from the first to the last; of more than anybody lists the first ones and the last."""
    return [*page.names[first : min(last, first + _MOST)], page.names[last]]


def _goes_on(page: _Page, last: int) -> bool:
    """Tell whether behind its last name the list has another that is not one of ours, and then more of ours."""
    if _UNKNOWN.match(page.text, page.names[last].end):
        return True
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
