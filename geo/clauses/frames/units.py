"""The names of a sentence as single units, for the readers of every language: who is named, counted or holds an office."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from geo.base.records import Mention
from geo.clauses.actors import name_side
from geo.clauses.frames.records import Unit, UnitKind, Words
from geo.languages.packs import read_lists
from geo.names.patterns import PLACE_RULES
from geo.reference.offices import Holder, find_holders
from geo.reference.organisations import find_country

# What may stand between a country's name and its office, and between an office and the name of its holder.
_OWNED = re.compile(r"(?:['’]s)?(?: |(?:临时|过渡)?政府|[一-鿿]{0,5}党)?")
_POST = re.compile(r"(?:部?长)?")
_TALKING = re.compile(
    r"""
    (?:[今昨\d]{1,2}[日天])? (?:[上下]午)? (?:在[^，。、]{1,8})?      # when and where
    (?:同|与|会见|会晤|接见|视频会见|集体会见) [^，。、]{1,15}?                 # with whom
    (?:总统|总理|首相|国王|外长|主席|议长|大使|部长|防长|财长|秘书长|总干事|特使|国务卿)
    """,
    re.VERBOSE,
)
_NEAR = 8
_COUNTED = ("countries", "organisations")


def add_units(words: Words) -> Words:
    """Return the words of a sentence with its units, so that they are found once."""
    return words._replace(units=tuple(list_units(words)))


def list_units(words: Words) -> Sequence[Unit]:
    """Return the units of a sentence in order, none inside another: a count takes in the names in it (28个亚洲国家)."""
    if words.units is not None:
        return words.units
    counts = [one for one in words.quantities if one.unit in _COUNTED]
    units = [
        *(_make_count(one.start, one.end, words.mentions) for one in counts),
        *(_make_name(words, one) for one in words.mentions),
        *_list_persons(words),
    ]
    kept: list[Unit] = []
    for unit in sorted(units, key=lambda unit: (unit.start, -unit.end)):
        if not kept or unit.start >= kept[-1].end:
            kept.append(unit)
    return kept


def _make_count(start: int, end: int, mentions: Sequence[Mention]) -> Unit:
    within = (one.code for one in mentions if start < one.end and one.start < end)
    return Unit(start, end, "count", tuple(dict.fromkeys(within)))


def _make_name(words: Words, mention: Mention) -> Unit:
    """Return the unit of a name; a national agency speaks for its country as the holder of an office does."""
    country = find_country(mention.code)
    if country:
        return Unit(mention.start, mention.end, "person", (country,), country)
    is_place = mention.rule in PLACE_RULES
    side = mention.code if is_place else name_side(words.text, mention, words.language)
    kind: UnitKind = "place" if is_place else mention.kind
    return Unit(
        mention.start, mention.end, kind, (mention.code,), side, mention.rule == "demonym", mention.rule == "capital"
    )


def _list_persons(words: Words) -> Iterator[Unit]:
    """Yield the holders of offices and the offices, and the persons whom the text has named with their office.

    A weak name counts only in a document that names its country; an office behind a country's name is that country's,
    one before the name of its holder is that holder's (国家主席苏林).
    """
    sentence = words.text[words.start : words.end]
    holders = find_holders(sentence, words.language)
    for holder, following in zip_longest(holders, holders[1:]):
        code = holder.find_code(words.day)
        start, end = words.start + holder.start, words.start + holder.end
        known = not holder.is_weak or code in words.named or _is_titled(words, start) or _receives(words, holder, end)
        if code is None or not known:
            continue
        if not (holder.is_body and (_is_owned(words, holder) or _is_of_another(sentence, holder, following, code))):
            yield Unit(words.start + holder.start, words.start + holder.end, "person", (code,), code)
    for start, end, code in words.persons.find(words.text, words.start, words.end) if words.persons else ():
        yield Unit(start, end, "person", (code,), code)
    for post, code in words.posts:
        for found in _match_post(post).finditer(words.text, words.start, words.end):
            yield Unit(found.start(), found.end(), "person", (code,), code)


@cache
def _match_post(post: str) -> re.Pattern[str]:
    """Return the form of an office that stands alone: "the prime minister", but not "the Prime Minister of Chad"."""
    return re.compile(rf"\b(?i:the {re.escape(post)})\b(?!-| (?:of|for|in)\b| [A-Z])")


def _is_owned(words: Words, body: Holder) -> bool:
    """Tell an office that stands behind a country's name: "Russia's Foreign Office", 泰国过渡政府外交部发言人."""
    place = words.start + body.start
    names = (one.end for one in words.mentions if place - _NEAR <= one.end <= place)
    return any(_OWNED.fullmatch(words.text, end, place) for end in names)


def _is_of_another(sentence: str, body: Holder, following: Holder | None, code: str) -> bool:
    """Tell an office before a person who speaks for another country: 商务部部长雷蒙多."""
    if following is None or following.is_body or not _POST.fullmatch(sentence, body.end, following.start):
        return False
    return all(other != code for other, _ in following.spells)


def _receives(words: Words, holder: Holder, end: int) -> bool:
    """Tell a weak name whose bearer talks with another country's official: "李强同爱尔兰总理举行会谈"."""
    return not holder.is_body and words.language == "zh" and _TALKING.match(words.text, end, words.end) is not None


def _is_titled(words: Words, start: int) -> bool:
    """Tell whether an office stands right before a name that may mean others: 外长王毅."""
    offices = read_lists(words.language, "things", "heads").get("office", []) if words.language == "zh" else []
    return any(words.text.endswith(office, words.start, start) for office in offices)
