"""The shape of a sentence: its words with every name, list of names and counted group put as one sign.

"中国向伊朗、伊拉克和意大利派出" has the shape "GvG派出" with G for each group: grammar is then a question of signs
and words, whatever the names are.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from geo.base.records import Mention, Quantity
from geo.clauses.frames import Words
from geo.names.patterns import PLACE_RULES

GROUP = "\ue000"  # a country, region or organisation, a list of them, or a count of countries
PLACE = "\ue001"  # a city or province alone: it may tell a country where nothing else does
_SIGNS = str.maketrans({GROUP: " ", PLACE: " "})
_COUNTED = ("countries", "organisations")

# What joins two names to one group.
_JOINTS = {
    "zh": re.compile(
        r"(?:政府)?等?(?:[、/]|，?(?:以及|及|和|与)(?:包括)?|在内的|[-—－–])?(?:多个|其他|其它|另外)?|"
        r"(?:在内的|等)[一-鿿]{0,9}[、，]?(?:以及|及|和|与)(?:包括)?|[（(]"
    ),
    "en": re.compile(
        r"(?:['’]s)?(?:,| ?[-–—/&]| and| or|, and| as well as| plus| along with)(?: the| its| both| also)* ?|"
        r" (?:and|as well as) (?:the )?", re.IGNORECASE
    ),
}  # fmt: skip
# What ends a list without naming anyone.
_TAILS = {
    "zh": re.compile(r"等多?(?:国家|国|地区|地|方)(?!元首|领导)|[）)]|等(?=[向对给为与同的，])|两国|三国"),
    "en": re.compile(r"(?!)"),
}
# A name after which the one that is meant follows, and the post of someone sent there.
_APPOSED = {"zh": re.compile(r"轮值主席国?|籍"), "en": re.compile(r"(?: Council)? presidency[- ]holder ")}
_POSTED = {
    "zh": re.compile(r"驻$|美?元$"),
    "en": re.compile(r"(?:[Aa]mbassador|[Ee]mbassy|[Ee]nvoy) (?:to|in) (?:the )?$"),
}

_GOVERNED = re.compile(r"\b(?:to|from|in|with|for)(?: the)? $")
_OWN_VERB = re.compile(r" (?:has|had|have|will|would|also|then|later|sent|gave|flew|took|said|\w{2,12}ed)\b")

# What quantities do not count: governments stand for their countries.
_GOVERNMENTS = re.compile(
    r"\b(?:\d{1,3}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?|[a-z]{3,6}teen|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of|many)(?: (?:other|foreign|more|further))? governments\b",
    re.IGNORECASE,
)


# Words for a country that was named before.
_AGAIN = {
    "zh": re.compile(r"该国|这个国家|这一国家|(?<=[赴往达抵])当地(?!时间)"),
    "en": re.compile(r"(?:(?<=\b(?:to|in) )|(?<=\breached ))the (?:island |small |poor |landlocked )?(?:country|kingdom|nation|archipelago)\b(?!['’]s| of)|"
                     r"(?<=\b(?:for) )the (?:island )?(?:country|kingdom|nation)(?=[,.;])|(?<=\binto )the country\b|"
                     r"(?<=\b(?:to|in) )(?:his|her|their) (?:own )?country\b(?!['’]s)"),
}  # fmt: skip


class Group(NamedTuple):
    """One sign of a shape: where it stands in shape and text, the codes it names, and whether it counts some more.

    Of cities and provinces the codes are in `places`; an `adjective` stands for whose something is ("Chinese masks").
    `meant` holds the countries named before of which "the country" means one.
    """

    at: int
    start: int
    end: int
    codes: tuple[str, ...]
    places: tuple[str, ...] = ()
    counted: bool = False
    adjective: bool = False
    meant: tuple[str, ...] = ()


Codes = tuple[str, ...]


def list_codes(groups: Iterable[Group], without: Codes = ()) -> Codes:
    """Return the codes of some groups in order, each once."""
    return tuple(dict.fromkeys(code for group in groups for code in group.codes if code not in without))


class Shape(NamedTuple):
    """A sentence's shape: its text with signs, the groups in order, and for each character its place in the text."""

    text: str
    groups: tuple[Group, ...]
    offsets: tuple[int, ...]
    language: str

    def list_groups(self, start: int, end: int) -> tuple[Group, ...]:
        """Return the groups between two places of the shape."""
        first = bisect_left(self.groups, start, key=lambda group: group.at)
        return self.groups[first : bisect_left(self.groups, end, key=lambda group: group.at)]

    def find_group(self, at: int) -> Group | None:
        """Return the group whose sign stands at a place, if one does."""
        return next(iter(self.list_groups(at, at + 1)), None)

    def find_place(self, offset: int) -> int:
        """Return the place in the shape of an offset of the text."""
        return bisect_left(self.offsets, offset)

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return the text's span of a span of the shape."""
        last = max(start, end - 1)
        group = self.find_group(last)
        return self.offsets[start], group.end if group else self.offsets[last] + 1


class _Item(NamedTuple):
    """A name or a counted group as it stands in the text."""

    start: int
    end: int
    codes: tuple[str, ...]
    places: tuple[str, ...]
    counted: bool
    adjective: bool = False
    meant: tuple[str, ...] = ()


def draw_shape(words: Words) -> Shape:
    """Return the shape of a sentence."""
    text, start, end, language = words.text, words.start, words.end, words.language
    items = _list_items(text, words.mentions, words.quantities, language)
    if "governments" in text[start:end].lower():
        items.extend(_Item(*match.span(), (), (), True) for match in _GOVERNMENTS.finditer(text, start, end))
    items = sorted(items)
    parts: list[str] = []
    offsets: list[int] = []
    groups: list[Group] = []
    place = start
    for item in _join(text, items, language):
        parts.append(text[place : item.start].translate(_SIGNS))
        offsets.extend(range(place, item.start))
        groups.append(Group(len(offsets), *item))
        parts.append(GROUP if item.codes or item.counted or item.meant else PLACE)
        offsets.append(item.start)
        place = item.end
    parts.append(text[place:end].translate(_SIGNS))
    offsets.extend(range(place, end))
    return Shape("".join(parts), tuple(groups), tuple(offsets), language)


def _list_items(text: str, mentions: Sequence[Mention], quantities: Sequence[Quantity], language: str) -> list[_Item]:
    """Return names and counted groups in order; a count takes in the names inside it (28个亚洲国家)."""
    counts = [one for one in quantities if one.unit in _COUNTED]
    named = [one for one in mentions if _is_meant(text, one, language)]
    items = [_count(one, named) for one in counts]
    outside = [one for one in named if not any(c.start < one.end and one.start < c.end for c in counts)]
    return sorted([*items, *map(_name, outside)])


def _is_meant(text: str, mention: Mention, language: str) -> bool:
    posted = _POSTED[language].search(text, max(0, mention.start - 20), mention.start)
    return not posted and not _APPOSED[language].match(text, mention.end)


def _count(quantity: Quantity, named: Sequence[Mention]) -> _Item:
    within = [one.code for one in named if quantity.start < one.end and one.start < quantity.end]
    return _Item(quantity.start, quantity.end, tuple(dict.fromkeys(within)), (), True)


def _name(mention: Mention) -> _Item:
    code = (mention.code,)
    is_place = mention.rule in PLACE_RULES
    return _Item(
        mention.start, mention.end, () if is_place else code, code if is_place else (), False, mention.rule == "demonym"
    )


def _join(text: str, items: Sequence[_Item], language: str) -> Iterator[_Item]:
    """Yield the items with every list made one."""
    held: _Item | None = None
    for item in items:
        if held is None:
            held = item
        elif item.start < held.end:
            continue
        elif _joins(text, held, item, language):
            codes = tuple(dict.fromkeys(held.codes + item.codes))
            held = _Item(
                held.start,
                item.end,
                codes,
                held.places + item.places,
                held.counted or item.counted,
                held.adjective and item.adjective,
            )
        else:
            yield _take_tail(text, held, language)
            held = item
    if held is not None:
        yield _take_tail(text, held, language)


def _joins(text: str, one: _Item, other: _Item, language: str) -> bool:
    if len(one.codes) == 1 and (_begins_clause(text, one, other) or _begins_phrase(text, one, other)):
        return False
    if bool(one.places) != bool(other.places) or one.meant or other.meant:
        return False
    return other.start - one.end <= 16 and _JOINTS[language].fullmatch(text, one.end, other.start) is not None


def _begins_clause(text: str, one: _Item, other: _Item) -> bool:
    """Tell "sent tea to Mali, and Peru sent rice" from a list: the second name has a verb of its own."""
    apart = text.startswith(", and ", one.end) and _GOVERNED.search(text, max(0, one.start - 12), one.start)
    return bool(apart) and _OWN_VERB.match(text, other.end) is not None


def _begins_phrase(text: str, one: _Item, other: _Item) -> bool:
    """Tell "in Serbia, the Russian doctors" from a list: only the second is an adjective."""
    between = text[one.end : other.start].strip()
    return other.adjective and not one.adjective and between in (",", ", the")


def _take_tail(text: str, item: _Item, language: str) -> _Item:
    tail = _TAILS[language].match(text, item.end)
    return item._replace(end=tail.end()) if tail and item.codes else item
