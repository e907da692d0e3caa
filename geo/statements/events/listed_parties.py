"""The lists that name those whom an act only counts: "33 countries gave: …", "They are …", or item by item."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple, cast

from geo.clauses.frames import Words
from geo.clauses.frames.records import Unit
from geo.clauses.frames.units import list_units
from geo.languages.packs import read_pack
from geo.statements.events.acts import Act
from geo.statements.events.sides import Codes

_NAMED_AFTER = 6  # characters from a count to those whom it counts: "有1个，即…"
_SIGNS = " \t\n.。,，;；-–•·*:："


class Listing(NamedTuple):
    """How one language names afterwards those whom it has counted (languages/<code>/listing.toml)."""

    after: tuple[str, ...]
    next: tuple[str, ...]
    likewise: tuple[str, ...]
    joints: frozenset[str]
    articles: tuple[str, ...]
    reach: int


@cache
def read_listing(language: str) -> Listing:
    """Return the words of a language before and between the names of a list."""
    pack = read_pack(language, "listing")
    after, following, likewise, joints, articles = (
        tuple(cast(list[str], pack[name])) for name in ("after", "next", "likewise", "joints", "articles")
    )
    return Listing(after, following, likewise, frozenset(joints), articles, cast(int, pack["reach"]))


def fill_from_rest(words: Words, act: Act) -> Act:
    """Return an act with those whom the rest of its own sentence lists, be it after a colon or after "among them"."""
    if act.open is None:
        return act
    listing, units = read_listing(words.language), list_units(words)
    leads = (
        number
        for number, unit in enumerate(units)
        if unit.start >= act.end and _strip(words.text[act.end : unit.start], listing).endswith(listing.after)
    )
    first = next(leads, None)
    return act if first is None else _fill(act, _list_codes(words, units[first:], listing))


def fill_from_next(words: Words, act: Act) -> Act | None:
    """Return an act with those whom the next sentence, or one item of a list after it, adds; None where it adds none."""
    if act.open is None:
        return None
    listing, units = read_listing(words.language), list_units(words)
    if not units:
        return None
    opening = words.text[words.start : units[0].start]
    if _is_item(words, units, listing):
        return _fill(act, units[0].codes)
    if opening.lower().startswith(listing.next) and len(opening) <= listing.reach + len(max(listing.next, key=len)):
        return _fill(act, _list_codes(words, units, listing))
    if any(word in words.text[units[0].end : words.end].lower() for word in listing.likewise):
        return _fill(act, tuple(code for unit in units for code in unit.codes))
    return None


def _is_item(words: Words, units: Sequence[Unit], listing: Listing) -> bool:
    """Tell an item of a list that is a name alone: "- Mali"."""
    before, after = words.text[words.start : units[0].start], words.text[units[0].end : words.end]
    return len(units) == 1 and not _strip(before, listing).strip(_SIGNS) and not after.strip(_SIGNS)


def _strip(text: str, listing: Listing) -> str:
    """Return words before a name in small letters without the article right before it."""
    text = text.lower().rstrip()
    for article in listing.articles:
        if text.endswith(f" {article}") or text == article:
            text = text[: -len(article)].rstrip()
    return text


def _list_codes(words: Words, units: Sequence[Unit], listing: Listing) -> Codes:
    """Return the codes of a run of names that nothing but joints part; a count stands for the names right behind it."""
    return tuple(dict.fromkeys(code for unit in _run(words, units, listing) for code in unit.codes))


def _run(words: Words, units: Sequence[Unit], listing: Listing) -> Iterator[Unit]:
    yield units[0]
    for one, other in pairwise(units):
        between = _strip(words.text[one.end : other.start], listing).strip()
        counted = one.kind == "count" and not one.codes and len(between) <= _NAMED_AFTER
        if between not in listing.joints and not counted:
            return
        yield other


def _fill(act: Act, codes: Codes) -> Act:
    if act.open == "giver":
        return act._replace(givers=tuple(dict.fromkeys((*act.givers, *(c for c in codes if c not in act.recipients)))))
    return act._replace(recipients=tuple(dict.fromkeys((*act.recipients, *(c for c in codes if c not in act.givers)))))
