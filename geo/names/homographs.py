"""What an English document as a whole says of names that are also those of persons, towns and a state.

"Neil Jordan directed it. Jordan said so." names no country, nor does Lebanon under a dateline of Lebanon, Pa. A name
once read as something else is that until the document names the country: by its capital, its people, its government,
or beside another country. data/names/en_homographs.csv says which names mean what else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from geo.base.folders import find_data_folder
from geo.base.reasons import Reason, name_longer
from geo.base.records import Mention, Refusal
from geo.base.rows import read_rows
from geo.names.english_contexts import has_office, is_a, look_namesake, read_english_words, word_after
from geo.names.patterns import PLACE_RULES

_PERSON: Reason = "part of a person's name"
_PLACE: Reason = "a place that bears the name"
_STATE: Reason = "the state of the United States"
_GOODS: Reason = "goods or a firm of the name"
_NATIVE: Reason = "the first peoples of America"
_NAMESAKES: Mapping[str, Reason] = {reason: reason for reason in (_PERSON, _PLACE, _STATE, _GOODS, _NATIVE)}
_GAP = frozenset({", ", " and ", ", and ", " or ", ", or ", "-", "–", "/", " & ", "; "})
_FEDERAL = frozenset({"USA", "CAN"})
_IN_BEFORE = re.compile(
    r"\b(?:[Ii]n|into|across|throughout|inside|within|to|from|visit|visited|visiting|left|neighboring|neighbouring) \Z"
)
_UNION_AFTER = re.compile(r", (?:USA?|U\.S\.?|United States)(?![A-Za-z])")
_FAMILY_AFTER = re.compile(r" ([A-Z][a-z]+[A-Za-z]*)\b")
_MOST_FAMILIES = 8  # of a text: each is looked for in all of it
_CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]+")
_OWNER = re.compile(r"['’]s? ([a-z]+)")


class Homograph(NamedTuple):
    """A name of a country that is also a person's, a town's or a state's; `states` are those in which towns bear it.

    `near` are the words beside which it is no country: Thanksgiving and Turkey.
    """

    code: str
    meanings: frozenset[str]
    states: frozenset[str]
    near: tuple[str, ...]


class Sign(NamedTuple):
    """A place of the text that says what a name means there: the reason that it is none, or None for the country."""

    place: int
    reason: Reason | None


def settle_homographs(
    text: str, mentions: Sequence[Mention], refusals: Sequence[Refusal]
) -> tuple[list[Mention], list[Refusal]]:
    """Return the mentions and refusals of a text after each name with several meanings has the one that the text says."""
    spelt = _list_spellings().intersection([one.text for one in mentions])
    names = set(_list_doubtful(text, mentions, refusals)) if spelt else None
    if not names:
        return list(mentions), list(refusals)
    document = _Document(text, mentions, refusals)
    refused = {one: reason for name in sorted(names) for one, reason in document.judge(name)}
    kept = [one for one in mentions if one not in refused]
    kept += [one._replace(code="USA", rule="province") for one, reason in refused.items() if reason == _STATE]
    added = (Refusal(one.start, one.end, one.text, (one.code,), reason) for one, reason in refused.items())
    return sorted(kept), sorted([*refusals, *added])


def _list_doubtful(text: str, mentions: Sequence[Mention], refusals: Sequence[Refusal]) -> Iterator[str]:
    """Yield the names that are read as a country in a text that may give them another meaning."""
    homographs = read_homographs()
    other = set(map(_key, refusals))
    states = {one.text for one in mentions if one.rule == "province"}
    named = {key: homographs[key] for key in set(map(_key, mentions)) if key in homographs}
    for key, homograph in named.items():
        is_near = key in other or "state" in homograph.meanings or not homograph.states.isdisjoint(states)
        if is_near or any(word in text for word in homograph.near):
            yield key
    for one in mentions:
        if _key(one) in named and _goes_on(text, one.end, named[_key(one)]):
            yield _key(one)


def _goes_on(text: str, end: int, homograph: Homograph) -> bool:
    """Tell whether what follows may be a town's state or a person's family name: "Lebanon, Pa.", "Israel Adesanya"."""
    if text[end : end + 1] == ",":
        return "town" in homograph.meanings
    return not homograph.meanings.isdisjoint(("given", "town")) and text[end : end + 2][1:].isupper()


@cache
def _list_spellings() -> frozenset[str]:
    """Return the names of the table as they are written, and in capitals."""
    rows = read_rows(find_data_folder() / "names" / "en_homographs.csv", lambda row: row["name"])
    return frozenset(spelling for name in rows for spelling in (name, name.upper()))


@cache
def read_homographs() -> Mapping[str, Homograph]:
    """Return the names of the table in capitals, with what else they mean."""
    return dict(read_rows(find_data_folder() / "names" / "en_homographs.csv", _make_homograph))


def _make_homograph(row: Mapping[str, str]) -> tuple[str, Homograph]:
    states, near = (tuple(filter(None, row[column].split("/"))) for column in ("states", "near"))
    return row["name"].upper(), Homograph(row["code"], frozenset(row["meanings"].split()), frozenset(states), near)


def _place_of(sign: Sign) -> int:
    return sign.place


def _key(found: Mention | Refusal) -> str:
    return found.text.upper()


class _Document:
    """The names of one text, asked for the signs of what one of them means."""

    def __init__(self, text: str, mentions: Sequence[Mention], refusals: Sequence[Refusal]) -> None:
        self._text = text
        self._mentions = mentions
        self._refusals = refusals
        self._families: dict[str, bool] = {}
        self._towns = {refusal.end for refusal in refusals if refusal.reason == _PLACE}
        self._states = [one for one in mentions if one.rule == "province" and one.code in _FEDERAL]

    def judge(self, name: str) -> Iterator[tuple[Mention, Reason]]:
        """Yield the mentions of a name that are none, and why."""
        homograph = read_homographs()[name]
        own = [(index, one) for index, one in enumerate(self._mentions) if _key(one) == name]
        sure = {one for index, one in own if self._is_sure(index, one, homograph)}
        known = dict(self._list_namesakes([one for _, one in own], homograph))
        signs = [*self._list_signs(name, homograph), *(Sign(one.start, reason) for one, reason in known.items())]
        signs = sorted([*signs, *(Sign(one.start, None) for one in sure - known.keys())], key=_place_of)
        choose = self._choose_state if "state" in homograph.meanings else self._choose
        if not signs and self._lies_in(homograph):
            signs = [Sign(0, _PLACE)]
        for _, one in own:
            reason = known.get(one) or (None if one in sure else choose(one, signs))
            if reason:
                yield one, reason

    def _choose(self, one: Mention, signs: Sequence[Sign]) -> Reason | None:
        """Return why a mention is none: by the last sign before it, else by the first behind it."""
        before = bisect_right(signs, one.start, key=_place_of)
        reason = signs[before - 1 if before else 0].reason if signs else None
        is_there = reason == _PERSON and _IN_BEFORE.search(self._text, max(0, one.start - 14), one.start)
        return None if is_there else reason

    def _choose_state(self, one: Mention, signs: Sequence[Sign]) -> Reason | None:
        """Return why Georgia is no country there: by the nearest sign."""
        if self._is_local(one):
            return _STATE
        before = bisect_right(signs, one.start, key=_place_of)
        nearest = min(
            signs[max(0, before - 1) : before + 1], key=lambda sign: abs(sign.place - one.start), default=None
        )
        return nearest.reason if nearest else None

    def _is_local(self, one: Mention) -> bool:
        """Tell whether a word of life in a state follows: "Georgia residents"; of a country, people say Georgian."""
        if is_a(word_after(self._text, one.end), "local") or _UNION_AFTER.match(self._text, one.end):
            return True
        return one.start - 2 in self._towns and self._text[one.start - 2 : one.start] == ", "

    def _list_signs(self, name: str, homograph: Homograph) -> Iterator[Sign]:
        """Yield what the text says of a name elsewhere: it is read as another's, or the country is named otherwise."""
        for refusal in self._refusals:
            if _key(refusal) == name:
                reason = _explain(refusal)
                if reason:
                    yield Sign(refusal.start, reason)
        yield from (Sign(one.start, None) for one in self._mentions if one.code == homograph.code and _key(one) != name)
        for word in homograph.near:
            place = self._text.find(word)
            if place >= 0:
                yield Sign(place, _GOODS)
        if "state" in homograph.meanings:
            yield from self._list_state_signs()

    def _list_state_signs(self) -> Iterator[Sign]:
        """Yield where the United States' South stands in a text, and where the Caucasus."""
        yield from (Sign(one.start, _STATE) for one in self._states if one.code == "USA")
        yield from (Sign(one.start, None) for one in self._mentions if one.code in ("RUS", "ARM", "AZE"))
        near = _index_georgia()
        for word in _CAPITALISED.finditer(self._text):
            for phrase in near.get(word.group(), ()):
                if self._text.startswith(phrase, word.start()):
                    yield Sign(word.start(), None if is_a(phrase, "georgian") else _STATE)

    def _list_namesakes(self, own: Sequence[Mention], homograph: Homograph) -> Iterator[tuple[Mention, Reason]]:
        """Yield the mentions beside which stands that they are a town's, or a family name that the text uses alone."""
        for one in own:
            if "town" in homograph.meanings and look_namesake(self._text, one.start, one.end):
                yield one, _PLACE
            elif "given" in homograph.meanings and self._has_family_name(one):
                yield one, _PERSON

    def _has_family_name(self, one: Mention) -> bool:
        """Tell whether a capitalised word follows that stands elsewhere alone: "Israel Adesanya … Adesanya"."""
        following = _FAMILY_AFTER.match(self._text, one.end)
        if not following or is_a(following[1], "institution", "compass", "local"):
            return False
        family = following[1]
        if family not in self._families:
            self._families[family] = self._uses_alone(one.text, family)
        return self._families[family]

    def _uses_alone(self, name: str, family: str) -> bool:
        if len(self._families) > _MOST_FAMILIES or any(family in other.text for other in self._mentions):
            return False
        return self._text.count(f" {family}") > self._text.count(f"{name} {family}") or self._text.startswith(family)

    def _is_sure(self, index: int, one: Mention, homograph: Homograph) -> bool:
        """Tell whether what stands beside a name leaves no doubt that it is the country."""
        if has_office(self._text, one.start):
            return True
        owner = _OWNER.match(self._text, one.end)
        if owner and is_a(owner[1], "office"):
            return True
        return any(self._stand_together(first, index, homograph) for first in (index - 1, index))

    def _stand_together(self, first: int, index: int, homograph: Homograph) -> bool:
        """Tell whether a name and its neighbour are a pair of countries: "Jordan and Egypt", "Amman, Jordan"."""
        if first < 0 or first + 1 >= len(self._mentions):
            return False
        one, other = self._mentions[first], self._mentions[first + 1]
        neighbour = one if first < index else other
        if neighbour.kind != "country" or self._text[one.end : other.start] not in _GAP:
            return False
        own = neighbour.code == homograph.code
        return own or (
            neighbour.rule not in PLACE_RULES and neighbour.code not in _FEDERAL and _key(one) != _key(other)
        )

    def _lies_in(self, homograph: Homograph) -> bool:
        """Tell whether the text is of a state in which a town bears the name, and of no other country."""
        near = {one.text for one in self._states}
        if homograph.states.isdisjoint(near):
            return False
        abroad = (one for one in self._mentions if one.kind != "country" or one.code not in _FEDERAL)
        return all(_key(one) in read_homographs() or one.kind == "organisation" for one in abroad)


def _explain(refusal: Refusal) -> Reason | None:
    """Return what a refused name means: a shield that ends in a state or county is a place, with a given name a person."""
    if refusal.reason in _NAMESAKES:
        return _NAMESAKES[refusal.reason]
    prefix = name_longer("")
    if not refusal.reason.startswith(prefix):
        return None
    words = refusal.reason.removeprefix(prefix).split(" ")
    if any("," in word for word in words) or is_a(words[-1], "township"):
        return _PLACE
    return _PERSON if is_a(words[0], "given") or is_a(words[-1], "family") else None


@cache
def _index_georgia() -> Mapping[str, tuple[str, ...]]:
    """Return what stands near the state of Georgia, or near the country, by its first word."""
    words = read_english_words()
    index: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(words["georgia"] | words["georgian"] | words["state"]):
        first = _CAPITALISED.findall(phrase)[0]
        index[first] = (*index.get(first, ()), phrase)
    return index
