"""Names that fill a cell of a table, or a line of a list, whose other cells are countries: they are countries there too.

"Granada" is a city of Spain in prose, and in a Spanish list of countries the country between Cuba and Haiti.
"""

import re
from collections.abc import Sequence, Set

from geo.base.reasons import Reason
from geo.base.records import Mention, Refusal
from geo.names.patterns import find_kind_of

_BETWEEN = re.compile(r"\||\t| {3,}")
_REACH = 12  # lines above and below
_LONGEST_LINE = 1_000
_NAMES = ("name", "variant")
_LEAST = 2  # countries beside the name
_MOST = 0.75  # of the other cells, without the first and the last, are countries
# What is refused because a text says too little, or for the word that stands in the cell above.
_DOUBTS: frozenset[Reason] = frozenset(
    {
        "the text names none of the candidates in full",
        "a short form that nothing supports",
        "part of a person's name",
    }
)

Span = tuple[int, int]


def list_country_spans(mentions: Sequence[Mention]) -> frozenset[Span]:
    """Return where a country stands by its own name, and not by its capital, people or a city."""
    return frozenset((one.start, one.end) for one in mentions if one.kind == "country" and one.rule in _NAMES)


def stands_among_countries(text: str, start: int, stop: int, countries: Set[Span]) -> bool:
    """Tell whether a name fills a cell, and the cells above and below it hold the names of countries."""
    begin = text.rfind("\n", 0, start) + 1
    own = _split(text, begin)
    place = next((number for number, cell in enumerate(own) if cell == (start, stop)), None)
    if place is None:
        return False
    others = [cells[place] in countries for cells in _list_near(text, begin) if len(cells) == len(own)]
    column = others[others[:1] == [False] :]  # a heading may stand first, a total last
    column = column[: len(column) - (column[-1:] == [False])]
    return sum(column) >= _LEAST and sum(column) >= _MOST * len(column)


def _list_near(text: str, begin: int) -> list[Sequence[Span]]:
    """Return the cells of the lines above and below one, in order."""
    above, below = begin, begin
    found: list[Sequence[Span]] = []
    for _ in range(_REACH):
        if above == 0:
            break
        above = text.rfind("\n", 0, above - 1) + 1
        found.insert(0, _split(text, above))
    for _ in range(_REACH):
        below = text.find("\n", below) + 1
        if below == 0:
            break
        found.append(_split(text, below))
    return found


def _split(text: str, begin: int) -> list[Span]:
    """Return the cells of a line without their blanks; none for a long line, nor for an empty one."""
    end = text.find("\n", begin, begin + _LONGEST_LINE)
    end = end if end >= 0 else len(text)
    if end - begin > _LONGEST_LINE or not text[begin:end].strip():
        return []
    bounds = [begin, *(place for mark in _BETWEEN.finditer(text, begin, end) for place in mark.span()), end]
    spans = zip(bounds[::2], bounds[1::2], strict=True)
    return [_strip(text, first, last) for first, last in spans]


def _strip(text: str, first: int, last: int) -> Span:
    inside = text[first:last]
    return first + len(inside) - len(inside.lstrip()), last - len(inside) + len(inside.rstrip())


def settle_columns(
    text: str, mentions: Sequence[Mention], refusals: Sequence[Refusal]
) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions and refusals of a text after each refused name of one country in a column of them is it."""
    countries = list_country_spans(mentions) if "\n" in text else frozenset[Span]()
    taken = {
        one
        for one in refusals
        if len(countries) >= _LEAST
        and one.reason in _DOUBTS
        and len(one.candidates) == 1
        and stands_among_countries(text, one.start, one.end, countries)
    }
    if not taken:
        return list(mentions), list(refusals)
    named = [Mention(one.start, one.end, one.text, "country", one.candidates[0], "variant") for one in taken]
    areas = [one for one in named if find_kind_of(one.code) == "country"]
    kept = {(one.start, one.end) for one in areas}
    return sorted([*mentions, *areas]), [one for one in refusals if (one.start, one.end) not in kept]
