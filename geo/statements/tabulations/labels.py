"""Whom the row of a table speaks of: a region, organisation, country or area, the total, or somebody unnamed."""

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from geo.base.errors import AmbiguousName
from geo.base.records import Mention
from geo.languages.packs import read_packs
from geo.names.codes import find_code
from geo.reference.areas import read_areas
from geo.reference.memberships import find_members
from geo.reference.regions import WORLD
from geo.text.breaks import has_han

TOTAL = "total"
SUBTOTAL = "subtotal"

_MARKS = re.compile(
    r"(?:\s{0,2}(?:[*†‡§#¹²³⁴⁵⁶⁷⁸⁹⁰:：]+|\[\^?[\w*]{1,3}\]|[（(](?:notes? |注)?[a-z\d]{1,2}[)）]|<sup>[^<>]{0,9}</sup>)){1,3}$"
)
OF_WHICH = re.compile(r"\s{0,3}[-–—•]?\s{0,3}(?:of which|including|其中|thereof)", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:[-–—•·>]\s{0,3}|\d{1,2}[.)、]\s{0,2}|of which:?\s|including:?\s|其中[:：]?\s{0,2})+", re.IGNORECASE
)
_TOTAL = re.compile(
    r"(?:the )?(?:grand )?totals?(?: number)?(?: \(?(?:all )?(?:regions|countries|groups)\)?)?|all(?: the)? (?:regions|countries)"
    r"|all|overall|in all|in total|altogether|sum|总?合计|总[计数和共]|共计|一共|全部|总量",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"(?:the )?(?:whole )?world(?: ?wide)?(?: total)?|global(?: total)?|globally|(?:全球|全世界|世界)(?:合计|总[计数])?",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"(?:all )?(?:the )?(?:others?|rest|remaining|remainder|elsewhere|various|unspecified|not specified|unallocated|unknown|"
    r"undisclosed|stateless|multi-?(?:country|regional)|inter-?regional|outside)\b.{0,30}|其[他它余].{0,8}|未[分指]|不详|未知.{0,6}",
    re.IGNORECASE,
)
_SUBTOTAL = re.compile(r"sub-?totals?|小计", re.IGNORECASE)
_SMALL_WORDS = re.compile(
    r"(?:\s|[-&,，、()（）]|\b(?:the|of|in|and|region|regional|area|areas|countries|country|states|nations|continent|total)\b"
    r"|地区|区域|国家|各国|大陆|合计)*",
    re.IGNORECASE,
)
_LONGEST = 80
_SHORTEST_NAME = 3  # "NO", "IN" and "NA" are codes of countries, and words
_SHORT_WORD = re.compile(r"\W*(?=[A-Za-z]{1,3}\W*$).*[a-z].*")  # "KEN" is a code, "Ken" a man
_NORTH_AMERICA, _NORTHERN_AMERICA, _LATIN_AMERICA = "003", "021", "419"


def read_label(text: str, mentions: Sequence[Mention]) -> str | None:
    """Return the code that a row's first cell stands for, TOTAL, SUBTOTAL or "world"; None where it names no one.

    `mentions` are those within the cell.

    >>> read_label("Latin America & Caribbean:", ()), read_label("总计", ()), read_label("Others", ())
    ('419', 'total', None)
    """
    name = _LEAD.sub("", _MARKS.sub("", text[: 2 * _LONGEST]), count=1).strip()
    for pattern, kind in ((_SUBTOTAL, SUBTOTAL), (_TOTAL, TOTAL), (_WORLD, WORLD)):
        if pattern.fullmatch(name):
            return kind
    if name.lower() in _read_rows("totals"):
        return TOTAL
    return _find_by_name(name) or _find_by_mention(text, mentions)


def is_rest(text: str) -> bool:
    """Tell whether a row counts all those that no other row names.

    >>> is_rest("Other countries"), is_rest("其他国家"), is_rest("Oregon")
    (True, True, False)
    """
    name = _LEAD.sub("", text[:_LONGEST], count=1).strip()
    return _OTHERS.fullmatch(name) is not None or name.lower() in _read_rows("others")


@cache
def _read_rows(name: str) -> frozenset[str]:
    """Return what rows of a kind are called in the languages whose packs say so."""
    return frozenset(word for pack in read_packs("rows") for word in cast("list[str]", pack[name]))


def _find_by_name(name: str) -> str | None:
    if len(name) > _LONGEST or (name.isascii() and (len(name) < _SHORTEST_NAME or _SHORT_WORD.fullmatch(name))):
        return None
    # A number is a number here, and no code of UN M49; and what is no English is Chinese.
    if not any(map(str.isalpha, name)):
        return None
    language = "zh" if has_han(name) else "en"
    spelt = name.replace(" & ", " and ")
    for form in (name, spelt, spelt.replace(" and Caribbean", " and the Caribbean")):
        try:
            code = find_code(form, language)
        except AmbiguousName:
            return None
        if code is not None:
            return code
    return None


def _find_by_mention(text: str, mentions: Sequence[Mention]) -> str | None:
    """Return the one code that a cell mentions, where nothing but small words stands beside it."""
    codes = {mention.code for mention in mentions}
    if len(codes) != 1:
        return None
    rest = text
    for mention in mentions:
        rest = rest.replace(mention.text, " ", 1)
    return codes.pop() if _SMALL_WORDS.fullmatch(_MARKS.sub("", rest)) else None


def settle_labels(codes: Sequence[str | None]) -> list[str | None]:
    """Return the codes of a table's rows, North America without the countries that its own row "Latin America" has."""
    if _LATIN_AMERICA not in codes:
        return list(codes)
    return [_NORTHERN_AMERICA if code == _NORTH_AMERICA else code for code in codes]


def list_members(code: str) -> frozenset[str]:
    """Return the countries or areas that a row counts: those of its group, or the one it is itself."""
    return frozenset([code]) if code in read_areas() else frozenset(find_members(code))
