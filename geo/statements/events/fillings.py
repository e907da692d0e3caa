"""From the frame of a clause to the act it states: its kind, its sides, and how far it has come."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from geo.base.records import EventKind, Status
from geo.clauses.frames import Frame, Phrase, Slot
from geo.names.patterns import find_kind_of
from geo.statements.events.act_classes import ActClass, Source, list_things, read_act_classes
from geo.statements.events.acts import Act, name_supplies
from geo.statements.events.anaphora import (
    complete_attended,
    complete_meeting,
    complete_talk,
    continue_gift,
    find_sender,
    find_served,
    resolve,
)
from geo.statements.events.backgrounds import Background
from geo.statements.events.sides import NOBODY, Codes, Side, find_open

_TALKS: dict[str, EventKind] = {
    "call": "call",
    "visit": "visit",
    "travel": "visit",
    "sign": "agreement",
    "other": "other",
    "measure": "other",
    "vote": "vote",
}
# Talks that nobody has alone.
_BETWEEN_TWO = ("meet", "call")
# Slots in which an organisation stands that takes for a country, and what it is for.
_TAKING = ("subject", "indirect", "goal", "benefit")
_REACHED: tuple[Slot, ...] = ("goal", "place", "object")
_THINGS = ("goods", "money", "team", "aid")
_MEETING_SORTS: tuple[EventKind, ...] = ("summit", "video_conference", "call")


class _Given(NamedTuple):
    """What is given: its sort, and the phrase that says so, if any."""

    sort: str
    phrase: Phrase | None


def fill(frame: Frame, background: Background) -> Iterator[Act]:
    """Yield what a frame states: of a talk one act, of a gift one for each sort of thing given."""
    act = read_act_classes()[frame.act]
    if frame.status is None or (frame.status == "denied" and not frame.refused):
        return
    if act.party:
        yield from _fill_talk(frame, act, background)
        return
    givers = _find_side(frame, act, act.giver, background) or find_sender(frame, background)
    if not givers and any(one.pronoun == "it" for one in frame.list("subject")):
        taken = _find_side(frame, act, act.recipient, background)
        givers = _find_side(frame, act, act.giver, background, taken) if taken else givers
    for given in _list_given(frame, act, background):
        home = given.sort == "team" and act.name == "arrive" and _is_home(frame, givers)
        done = read_act_classes()["return"] if home else act
        named = _find_side(frame, done, done.recipient, background, givers)
        takers = _add_helped(frame, named) if named else find_served(frame, givers, background)
        if given.sort == "team" and givers.codes == background.team[0]:
            takers = takers or Side(background.team[1])
        made = _give(frame, done, given, *continue_gift(frame, givers, takers, background))
        if made:
            yield made


def _is_home(frame: Frame, givers: Side) -> bool:
    """Tell whether a team arrives where it is from."""
    reached = {code for slot in _REACHED for one in frame.list(slot) for code in one.parties or one.places}
    return bool(reached) and reached <= {code.partition(":")[0] for code in givers.codes}


def _fill_talk(frame: Frame, act: ActClass, background: Background) -> Iterator[Act]:
    if not _has_its_thing(frame, act) or (background.sporting and _only_meets(frame)):
        return
    sides = [_find_side(frame, act, (source,), background) for source in act.party]
    if act.name == "vote":
        sides = _find_voters(frame, sides, background)
    if not frame.led and not sides[0]:
        sides[0] = background.imply()
    named = tuple(dict.fromkeys(code for side in sides for code in side.codes))
    if _meets_several(frame, sides[0], named):
        return
    parties = complete_talk(frame, named, background) if act.name in _BETWEEN_TWO else named
    parties = complete_meeting(frame, parties, background) if act.name == "convene" else parties
    parties = complete_attended(frame, parties, background) if act.name == "attend" else parties
    hosts = _find_side(frame, act, act.host, background).codes
    if _is_visit(act) and not frame.led and not frame.slots:
        (parties, hosts), frame = background.visit, frame._replace(status=background.visited)
    # Organisations and regions are visited; talks are held in a country.
    hosts = tuple(code for code in hosts if code not in parties and (_is_visit(act) or find_kind_of(code) == "country"))
    counted = any(side.counted for side in sides)
    summit = _name_talk(frame, act) == "summit"
    of_body = summit and any(code.startswith("org:") for code in parties)  # whose members meet
    enough = len(parties) + len(hosts if _is_visit(act) or summit else ()) + (counted or of_body)
    if enough < 2 or (_is_visit(act) and not (parties and hosts)) or not _is_official(parties):
        return
    yield Act(
        _name_talk(frame, act), frame.start, frame.end, act.name, frame.status or "done", parties=parties, hosts=hosts,
        counted=counted, retold=frame.retold, verb=_name_verb(frame, act),
    )  # fmt: skip


def _only_meets(frame: Frame) -> bool:
    """Tell "the two sides met" and "England's visit to Wales", which may be for a match, from "held talks"."""
    return frame.act == "visit" or (frame.act == "meet" and not any(phrase.sort for phrase in frame.list("object")))


def _meets_several(frame: Frame, doer: Side, named: Codes) -> bool:
    """Tell someone of whom nobody knows whose who met several, who did not meet each other: "she met the envoys of two"."""
    unknown = frame.act in _BETWEEN_TWO and not doer and any(not one.sort for one in frame.list("subject"))
    met = {code for one in (*frame.list("object"), *frame.list("partner")) for code in one.parties}
    return unknown and len(named) > 1 and set(named) <= met


def _find_voters(frame: Frame, sides: Sequence[Side], background: Background) -> list[Side]:
    """Return who votes, and where: beside them only an organisation takes part, no country that the vote is about."""
    voters = sides[0]._replace(counted=sides[0].counted or background.moved)
    if not voters or (voters.codes and set(voters.codes) <= set(background.voting)):
        return [NOBODY]  # "the UN General Assembly voted" says nothing of who did
    named = [code for side in sides[1:] for code in side.codes]
    named += [code for one in frame.list("place") for code in one.owners]  # "in the UN vote", 在欧盟峰会上
    bodies = [code for code in named if code.startswith("org:")]
    return [voters, Side(tuple(bodies) or background.voting)]


def _is_visit(act: ActClass) -> bool:
    return _TALKS.get(act.name) == "visit"


def _has_its_thing(frame: Frame, act: ActClass) -> bool:
    """Tell "imposed sanctions on" and "recognised Palestine" from "lifted the lid" and "recognised certificates"."""
    if act.needs:
        return any(thing.sort in act.needs for thing in list_things(frame, act))
    return act.name != "other" or all(thing.parties for thing in frame.list("object"))


def _name_verb(frame: Frame, act: ActClass) -> str | None:
    """Return the predicate's base form, with its thing where that says what is done: "impose sanctions"."""
    things = [thing.head for thing in list_things(frame, act) if act.needs and thing.head]
    return " ".join((frame.lemma, *things[:1])).strip() or None


def _is_official(parties: tuple[str, ...]) -> bool:
    """Tell a talk of countries or organisations from one between firms alone."""
    return not parties or any(":" not in code or code.startswith(("org:", "region:")) for code in parties)


def _name_talk(frame: Frame, act: ActClass) -> EventKind:
    """Return the kind of a talk: by its class, else by the meeting's own name or the means."""
    sorts = {phrase.sort for slot, phrase in frame.slots if slot in ("object", "means", "subject")}
    if act.name in _TALKS:
        return "video_conference" if act.name == "call" and "video_conference" in sorts else _TALKS[act.name]
    return next((kind for kind in _MEETING_SORTS if kind in sorts), "meeting")


def find_sort(frame: Frame) -> str | None:
    """Return the sort of what is given or comes in a frame, for a word that points back to it."""
    things = (phrase.sort for phrase in (*frame.list("object"), *frame.list("subject")))
    return next((sort for sort in things if sort in _THINGS), None)


def _list_given(frame: Frame, act: ActClass, background: Background) -> list[_Given]:
    """Return each sort of thing once; where nothing of a sort is named, what the class makes of it."""
    things = list_things(frame, act)
    sorts = [(thing.sort or (background.thing if thing.pronoun in ("it", "they") else None), thing) for thing in things]
    given = [_Given(sort, thing) for sort, thing in sorts if sort and (not act.needs or sort in act.needs)]
    first = {one.sort: one for one in reversed(given)}
    # Things that are named are the aid: "masks and other aid".
    found = [first[sort] for sort in dict.fromkeys(one.sort for one in given) if sort != "aid" or "goods" not in first]
    return found or ([_Given(act.otherwise, None)] if act.otherwise else [])


def _add_helped(frame: Frame, takers: Side) -> Side:
    """Return takers that are organisations with the country for which they take: "to WFP's operations in Iraq"."""
    if not takers.codes or any(find_kind_of(code) != "organisation" for code in takers.codes):
        return takers
    phrases = [phrase for slot, phrase in frame.slots if slot in _TAKING and set(phrase.parties) <= set(takers.codes)]
    named = [code for phrase in phrases for code in phrase.places]
    if frame.act == "receive":
        named += [code for phrase in frame.list("object") for code in phrase.goals]
    named += [code for phrase in frame.list("place") for code in phrase.parties or phrase.places]
    return takers._replace(codes=tuple(dict.fromkeys((*takers.codes, *named))))


def _give(frame: Frame, act: ActClass, given: _Given, givers: Side, takers: Side) -> Act | None:
    """Return a gift where both sides are known, or one is and the other is counted."""
    at_home = tuple(code for code in takers.codes if code.partition(":")[0] in givers.codes)  # China, to CHN:local
    takers = takers.without((*givers.codes, *at_home))
    if not givers or not takers or not (givers.codes or takers.codes):
        return None
    status = frame.status or "done"
    kind = _name_gift(act, given.sort, status)
    return Act(
        kind, frame.start, frame.end, act.name, status, givers.codes, takers.codes,
        counted=givers.counted or takers.counted, retold=frame.retold, open=find_open(givers, takers),
        verb=frame.lemma or None,
    )  # fmt: skip


def _name_gift(act: ActClass, sort: str, status: Status) -> EventKind:
    if sort == "team" and act.name == "return":
        return "team_returned"
    if sort == "team":
        return "team_arrived" if act.name in ("arrive", "receive") else "team_sent"
    kinds: dict[str, EventKind] = {
        "money": "donation", "aid": "aid", "goods": name_supplies(status), "laboratory": "laboratory",
        "hospital": "hospital",
    }  # fmt: skip
    return kinds.get(sort, "aid")


def _find_side(
    frame: Frame, act: ActClass, sources: Sequence[Source], background: Background, other: Side = NOBODY
) -> Side:
    """Return the side that the first source names which names anyone but the other side."""
    for source in sources:
        side = _read_source(frame, act, source, background, other).without(other.codes)
        if side:
            return side
    return background.imply() if sources[:1] == ("subject",) and not frame.led else NOBODY


def _read_source(frame: Frame, act: ActClass, source: Source, background: Background, other: Side) -> Side:
    if source == "owner" or source == "for" or source == "at":  # told apart one by one, for the type checker
        things = list_things(frame, act) or frame.list("object")
        hanging = {
            "owner": (one.owners for one in things),
            "for": (one.goals for one in things),
            "at": (one.places for one in things),
        }
        counted = source == "owner" and any(one.counted for one in things)
        named = (code for codes in hanging[source] for code in codes)
        return Side(tuple(dict.fromkeys(_stand_for_country(frame, code) for code in named)), counted)
    phrases = frame.list(source)
    sides = [_read_phrase(frame, phrase, background, other, placed=source == "place") for phrase in phrases]
    codes = tuple(dict.fromkeys(code for side in sides for code in side.codes))
    return Side(codes, any(side.counted for side in sides))


def _stand_for_country(frame: Frame, code: str) -> str:
    """Let the citizens whom a measure concerns stand for their country."""
    return code.removesuffix(":individuals") if frame.act in ("measure", "other") else code


def _read_phrase(frame: Frame, phrase: Phrase, background: Background, other: Side, *, placed: bool) -> Side:
    if phrase.pronoun and not phrase.parties:
        return resolve(phrase, background, other)
    named = phrase.parties or (phrase.places if placed else ())
    return Side(tuple(dict.fromkeys(_stand_for_country(frame, code) for code in named)), phrase.counted)
