"""Supplies, teams and buildings of an English sentence: received, arrived, brought along, given."""

import re
from collections.abc import Iterator

from geo.base.records import Status
from geo.statements.events.acts import GIFTS, Act, Background, give, name_supplies, side_of
from geo.statements.events.english.buildings import find_buildings
from geo.statements.events.english.gifts import find_gifts
from geo.statements.events.english.subjects import find_part, find_status, find_subject, is_retold
from geo.statements.events.english.supplies import BOUGHT, CARRIED, GOODS, TEAM, find_owner
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape

_ARRIVE = re.compile(
    r"\b(?P<verb>arriv(?:e|es|ed|ing)|land(?:s|ed|ing)|touch(?:es|ed) down|reach(?:es|ed)|"
    r"(?:was|were|been) (?:delivered|handed over|flown|shipped|unloaded|received))\b"
    rf"(?P<gap>[^.;:{GROUP}{PLACE}]{{0,40}}?) ?(?P<to>[{GROUP}{PLACE}])"
)
# "the doses it had received"
_IT_GOT = re.compile(
    r"\b(?:doses|masks|kits|ventilators|supplies|aid)(?: (?:that|which))? (?:it|they)(?: (?:has|had|have))? $"
)
_MET = ("welcomed", "received", "receives")  # of people
_LEAVE = re.compile(
    r"\b(?:(?:left|leav(?:es|ing)|departed|took off)\b[^.;:]{0,40}?\bfor|"
    r"(?:set (?:off|out)|headed|flew|travel(?:l)?ed|went|moved on)\b[^.;:]{0,30}?\b(?:to|for))"
    rf" (?:the )?(?P<to>[{GROUP}{PLACE}])"
)
_GIFT = re.compile(r"\b(?:donat\w+|gifts?|humanitarian|aid|relief)\b", re.IGNORECASE)
_AWAY = re.compile(r"\bfrom\b")
_RECEIVE = re.compile(
    r"\b(?:receiv(?:e|es|ed|ing)|took delivery of|takes delivery of|takes? receipt of|gets?|got|accept(?:s|ed)|obtain(?:s|ed)|welcomed|"
    r"(?:announced|confirmed) the (?:arrival|receipt|delivery) of)\b",
    re.IGNORECASE,
)
_NEAR = 90  # characters within which two readings of the same gift stand


def find_supplies(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what was built, received, given or arrived, each once."""
    taken: list[Act] = []
    readers = (
        find_buildings(shape), _find_received(shape, background), _find_arrived(shape), _find_left(shape),
        find_gifts(shape, background),
    )  # fmt: skip
    for act in (act for reader in readers for act in reader):
        if not any(_repeats(act, one) for one in taken):
            taken.append(act)
    yield from taken
    yield from _find_carried(shape, taken)


def _repeats(act: Act, one: Act) -> bool:
    """Tell a second reading of what was read already: "received masks donated by Japan"."""
    overlaps = act.start < one.end and one.start < act.end
    told = bool(act.recipients) and set(act.recipients) <= set(one.recipients) and abs(act.start - one.start) < _NEAR
    alike = act.kind.startswith("team") == one.kind.startswith("team")
    return overlaps or (told and alike and act.rule != one.rule)


def _find_carried(shape: Shape, found: list[Act]) -> Iterator[Act]:
    """Yield the supplies that came with a team."""
    team = next((act for act in found if act.kind == "team_arrived"), None)
    carried = CARRIED.search(shape.text) if team else None
    if team and carried and not any(act.kind in GIFTS for act in found):
        # The words begin with the team's own, whose day is theirs: "landed on 4 May, bringing masks".
        end = max(team.end, carried.end())
        yield team._replace(kind="supplies_delivered", end=end, rule="carried")


def _find_received(shape: Shape, background: Background) -> Iterator[Act]:
    for match in _RECEIVE.finditer(shape.text):
        status = find_status(shape, match.start())
        start, end = find_part(shape, match.start())
        goods = GOODS.search(shape.text, match.end(), end) or _IT_GOT.search(shape.text, start, match.start())
        people = TEAM.search(shape.text, match.end(), end)
        if people and match[0].lower() in _MET and not (goods and goods.start() < people.start()):
            yield from _read_welcome(shape, match, end, status, background)
            continue
        if status is None or not goods or BOUGHT.search(shape.text, match.end(), end):
            continue
        takers = find_subject(shape, match.start(), background)
        givers = find_owner(shape, match.end(), end).without(takers.codes)
        act = give(name_supplies(status), match.span(), "received", status, givers, takers)
        if act and givers:
            yield act


def _read_welcome(
    shape: Shape, match: re.Match[str], end: int, status: Status | None, background: Background
) -> Iterator[Act]:
    """Yield the team that a country welcomed: "Honduras received 900 Cuban medics"."""
    near = min(end, match.end() + _NEAR)
    takers = find_subject(shape, match.start(), background)
    senders = find_owner(shape, match.end(), near).without(takers.codes)
    act = give("team_arrived", match.span(), "team", status, senders, takers) if status and senders else None
    if act and "delegation" not in shape.text[match.end() : near]:
        yield act


def _find_arrived(shape: Shape) -> Iterator[Act]:
    for match in _ARRIVE.finditer(shape.text):
        act = _read_arrival(shape, match)
        if act:
            yield act


def _read_arrival(shape: Shape, match: re.Match[str]) -> Act | None:
    status = find_status(shape, match.start())
    start, _ = find_part(shape, match.start())
    team = TEAM.search(shape.text, start, match.start())
    goods = GOODS.search(shape.text, start, match.start())
    givers = find_owner(shape, start, match.start())
    aimless = not match["gap"].strip() and not match["verb"].startswith("reach")
    given = givers or (goods and _GIFT.search(shape.text, start, match.start()))
    bought = BOUGHT.search(shape.text, start, match.start())
    if status is None or bought or not (team or goods) or not given or aimless or _AWAY.search(match["gap"]):
        return None
    people = team is not None and not (goods and goods.start() < team.start())
    takers = side_of(shape.find_group(match.start("to")))
    return give(
        "team_arrived" if people else name_supplies(status), match.span(), "team" if people else "arrival", status,
        givers, takers, retold=is_retold(shape, match.start()),
    )  # fmt: skip


def _find_left(shape: Shape) -> Iterator[Act]:
    """Yield the teams that left for somewhere."""
    for match in _LEAVE.finditer(shape.text):
        start, _ = find_part(shape, match.start())
        status = find_status(shape, match.start())
        team = TEAM.search(shape.text, start, match.start())
        senders = find_owner(shape, start, match.start())
        takers = side_of(shape.find_group(match.start("to")))
        act = give("team_sent", match.span(), "team", status, senders, takers) if status and team and senders else None
        if act:
            yield act
