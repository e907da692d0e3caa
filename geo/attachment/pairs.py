"""Who goes with whom in a passage: each number with the place before it, the one behind it, or none.

A place serves one number, and further numbers of other things behind it ("China (255 women and 157 men)"). Numbers of
one passage tend to stand on one side of their places, so that a choice beside its like counts a little more.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from geo.attachment.items import Passage, Place
from geo.attachment.links import Links
from geo.attachment.phrases import Phrase
from geo.attachment.ties import FAINT, FIRM, LIKELY
from geo.reference.areas import read_areas

Side = Literal["before", "behind"]
_ALIKE = 0.5  # what a choice of the same side as the last is worth beside the strength of the tie
# Behind a Chinese number its measure word may stand, then a comma and what the next number says of the same place.
_CHAINED_CHINESE = re.compile(
    r"""
    [\u4e00-\u9fff]{0,4}         # 人, 例确诊, 和地区
    (?:[、,，(（]\s?)?
    (?P<words>[\u4e00-\u9fff]{0,10})  # 约占, 其中, 分布在
    """,
    re.VERBOSE,
)
_MEASURE_WORD = re.compile(r"[\u4e00-\u9fff]{1,2}(?=[、和及与，])")
_OF_THEM = re.compile(r"其中|当中|含")
_LONGEST_CHAIN = 40
_SUBJECT_REACH = 3  # places before a number among which its subject may be
_LONGEST_SUBJECT = 120  # characters from a subject to its number


class Pair(NamedTuple):
    """A number with its place, on which side of the number that stands, and how firmly they are tied.

    `each` tells that the number is said of every one of several names. `chained` tells that the place is taken over
    from the number before, `gives` that it gave what is counted and is its place in a list of givers alone.
    """

    phrase: Phrase
    place: Place
    side: Side
    strength: int
    each: bool = False
    chained: bool = False
    gives: bool = False


class _Choice(NamedTuple):
    """One way to give a number a place."""

    side: Side | None
    strength: int
    place: int | None


_NONE = _Choice(None, 0, None)


def find_pairs(plain: str, passage: Passage, links: Links) -> list[Pair]:
    """Return the pairs of a passage, in the order of the numbers."""
    listed = _match_lists(plain, passage, links)
    taken = {pair.phrase.start for pair in listed}
    numbers = [i for i, item in enumerate(passage.items) if isinstance(item, Phrase) and item.start not in taken]
    options = [_list_choices(plain, passage.items, index, links) for index in numbers]
    pairs = []
    for index, choice in zip(numbers, _choose(options), strict=True):
        phrase, place = passage.items[index], None if choice.place is None else passage.items[choice.place]
        if isinstance(phrase, Phrase) and isinstance(place, Place) and choice.side:
            pairs.append(_make_pair(plain, phrase, place, choice, links))
    return _chain(plain, passage, links, sorted([*listed, *pairs], key=lambda pair: pair.phrase.start))


def _list_choices(plain: str, items: Sequence[Phrase | Place], index: int, links: Links) -> list[_Choice]:
    """Return the ways to give a number a place, none at all among them."""
    phrase = items[index]
    assert isinstance(phrase, Phrase)
    before = list(_list_before(plain, items, index, links))
    behind = items[index + 1] if index + 1 < len(items) else None
    strength = _weigh_behind(plain, phrase, behind, links) if isinstance(behind, Place) else 0
    if isinstance(behind, Place) and strength == FIRM and _come_from(plain, phrase, behind, links):
        before = []  # "Georgia received 410,000 visitors from China"
    choices = [*before, _Choice("behind", strength, index + 1)]
    return [_NONE, *(choice for choice in choices if choice.strength)]


def _weigh_behind(plain: str, phrase: Phrase, place: Place, links: Links) -> int:
    """Return how firmly a place is tied to a number before it."""
    if links.places.goes_on(plain, place.end) or links.places.is_partial(plain, place.end):
        return 0
    if _come_from(plain, phrase, place, links) and links.places.removes(plain, (phrase.start, phrase.end), place.start):
        return 0
    return links.ties.weigh_forward(plain[phrase.end : place.start], phrase.unit is None)


def _come_from(plain: str, phrase: Phrase, place: Place, links: Links) -> bool:
    return phrase.unit == "people" and links.places.hails(plain, place.start)


def _list_before(plain: str, items: Sequence[Phrase | Place], index: int, links: Links) -> Iterator[_Choice]:
    """Yield the place right before a number, or where that is only where something is ("in the US"), the subject too."""
    phrase = items[index]
    assert isinstance(phrase, Phrase)
    for near in range(index - 1, max(-1, index - 1 - _SUBJECT_REACH), -1):
        place = items[near]
        if not isinstance(place, Place):
            return
        given = links.places.is_given(plain, (place.start, place.end), phrase.lead)
        given = given and not links.places.is_partial(plain, place.end)
        strength = FIRM if given else _weigh_before(plain, place, phrase, links)
        if near < index - 1 and not given:  # the places between are no part of the tie
            strength = LIKELY if strength and not place.governed and phrase.lead - place.end <= _LONGEST_SUBJECT else 0
        yield _Choice("before", strength, near)
        if given or not place.governed:
            return


def _weigh_before(plain: str, place: Place, phrase: Phrase, links: Links) -> int:
    """Return how firmly a place is tied to a number behind it; where a thing is, is not yet whose it is."""
    gap = plain[place.end : phrase.lead]
    strength = links.ties.weigh_back(gap, phrase.unit is None)
    words, span = links.places, (place.end, phrase.lead)
    marked = _marks(plain, *span)
    if words.is_partial(plain, place.end):
        return 0
    if (words.passes(plain, place.start) and not marked) or words.acts_on(plain, *span) or words.adds_up(plain, *span):
        return 0
    if not place.governed or marked or len(gap.strip(" 's’")) <= 1:
        return strength
    return strength if strength == FIRM and links.places.hails(plain, place.start) else min(strength, FAINT)


def _choose(options: Sequence[Sequence[_Choice]]) -> list[_Choice]:
    """Return one choice a number, so that no place is taken twice and the ties are the firmest in all."""
    steps: list[dict[_Choice, tuple[float, _Choice]]] = []
    scores: dict[_Choice, float] = {_NONE: 0.0}
    for choices in options:
        step: dict[_Choice, tuple[float, _Choice]] = {}
        for choice in choices:
            ways = [
                (score + _weigh(last, choice), last)
                for last, score in scores.items()
                if choice.place is None or choice.place != last.place
            ]
            step[choice] = max(ways, key=lambda way: way[0])
        steps.append(step)
        scores = {choice: score for choice, (score, _) in step.items()}
    return _trace(steps, scores)


def _weigh(last: _Choice, choice: _Choice) -> float:
    alike = _ALIKE if choice.side and choice.side == last.side else 0.0
    return choice.strength + alike


def _trace(steps: Sequence[dict[_Choice, tuple[float, _Choice]]], scores: dict[_Choice, float]) -> list[_Choice]:
    found: list[_Choice] = []
    last = max(scores, key=lambda choice: scores[choice])
    for step in reversed(steps):
        found.append(last)
        last = step[last][1]
    return found[::-1]


def _make_pair(plain: str, phrase: Phrase, place: Place, choice: _Choice, links: Links) -> Pair:
    """Return the pair of a choice; of several names one bracket or colon belongs to the last alone."""
    assert choice.side is not None
    each = len(place.codes) > 1 and _says_each(plain, phrase, place, choice.side, links)
    countries = all(code in read_areas() for code in place.codes)
    if (
        choice.side == "before"
        and len(place.codes) > 1
        and countries
        and not each
        and _marks(plain, place.end, phrase.lead)
    ):
        place = place._replace(start=place.last, codes=place.codes[-1:])
    gives = choice.side == "before" and choice.strength < FIRM and links.places.gives(plain, place.end, phrase.lead)
    return Pair(phrase, place, choice.side, choice.strength, each, gives=gives)


def _says_each(plain: str, phrase: Phrase, place: Place, side: Side, links: Links) -> bool:
    """Tell "Chad and Mali each had seven", "eight each from Chad and Mali" from a number that several share."""
    gap = plain[place.end : phrase.amount.start] if side == "before" else plain[phrase.amount.end : place.start]
    return bool(links.lists.each.search(gap) or links.lists.each.match(plain, _skip_blank(plain, phrase.end)))


def _skip_blank(plain: str, place: int) -> int:
    return place + 1 if plain[place : place + 1] == " " else place


def _marks(plain: str, start: int, end: int) -> bool:
    return bool(re.search(r"[:：(（]", plain[start:end]))


def _match_lists(plain: str, passage: Passage, links: Links) -> list[Pair]:
    """Return the pairs of "Chad and Mali got 20 and 30, respectively": as many names as numbers, one for one."""
    if not links.lists.pairwise.search(plain, passage.start, passage.end):
        return []
    pairs: list[Pair] = []
    for run in _list_number_runs(plain, passage.items, links):
        places = [item for item in passage.items if isinstance(item, Place) and len(item.codes) == len(run)]
        before = [place for place in places if place.end <= run[0].start]
        behind = [place for place in places if place.start >= run[-1].end]
        chosen = before[-1] if before else behind[0] if behind else None
        if chosen is not None:
            side: Side = "before" if before else "behind"
            pairs.extend(
                Pair(phrase, chosen._replace(codes=(code,)), side, FIRM)
                for phrase, code in zip(run, chosen.codes, strict=True)
            )
    return pairs


def _list_number_runs(plain: str, items: Sequence[Phrase | Place], links: Links) -> Iterator[list[Phrase]]:
    run: list[Phrase] = []
    for item in items:
        joined = isinstance(item, Phrase) and run and _are_joined(plain, run[-1], item, links)
        if run and not joined:
            yield from [run] if len(run) > 1 else []
            run = []
        if isinstance(item, Phrase):
            run.append(item)
    yield from [run] if len(run) > 1 else []


def _are_joined(plain: str, last: Phrase, item: Phrase, links: Links) -> bool:
    """Tell whether two numbers stand in one list; behind a Chinese one its measure word may stand."""
    if last.unit and last.unit != item.unit:
        return False
    skipped = _MEASURE_WORD.match(plain, last.end)
    start = skipped.end() if skipped else last.end
    return links.lists.joins(plain, start, item.lead)


def _chain(plain: str, passage: Passage, links: Links, pairs: Sequence[Pair]) -> list[Pair]:
    """Return the pairs with those of numbers that stand behind a number of another thing and share its place."""
    paired = {pair.phrase.start: pair for pair in pairs}
    last: Phrase | None = None
    for item in passage.items:
        if not isinstance(item, Phrase):
            last = None
            continue
        held = paired.get(last.start) if last else None
        if last and held and item.start not in paired and _goes_on(plain, last, item, held, links):
            strength = (
                held.strength
                if links.lists.chained.fullmatch(plain, last.end, item.lead)
                else min(held.strength, LIKELY)
            )
            given = links.places.receives(plain, held.place.start)
            gives = held.gives or (strength < FIRM and not given and links.places.gives(plain, last.end, item.lead))
            paired[item.start] = held._replace(phrase=item, strength=strength, chained=True, gives=gives)
        last = item
    return sorted(paired.values(), key=lambda pair: pair.phrase.start)


def _goes_on(plain: str, last: Phrase, item: Phrase, held: Pair, links: Links) -> bool:
    """Tell whether a number counts another thing at the same place: 41所、26个; 34 killed and five missing."""
    gap = plain[last.end : item.lead]
    if (
        held.side == "behind"
        or len(gap) > _LONGEST_CHAIN
        or (item.unit, item.noun) == (last.unit, last.noun) == (None, None)
    ):
        return False
    same = item.unit is not None and (last.unit, last.noun) == (item.unit, item.noun)
    if (
        (same and gap.strip() in (",", "，"))
        or links.lists.totals_behind.match(plain, item.end)
        or links.lists.sums.search(gap)
    ):
        return False  # "15 trams, 85 trams in all"
    if links.lists.chained.fullmatch(gap):
        return True
    other = (last.unit, last.noun) != (item.unit, item.noun) or _OF_THEM.search(gap) is not None
    return other and not gap.isascii() and _CHAINED_CHINESE.fullmatch(gap) is not None
