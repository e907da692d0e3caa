"""Supplies that came in Chinese: received, arrived, or brought along by a team."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind, Status
from geo.statements.events.acts import NOBODY, Act, Background, Side, give, name_supplies, side_of
from geo.statements.events.chinese.gifts import find_gifts
from geo.statements.events.chinese.subjects import find_clause, find_part, find_status, find_subject
from geo.statements.events.chinese.supplies import BOUGHT, GOODS
from geo.statements.events.chinese.teams import TEAM
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape

_RECEIVED = re.compile(rf"(?:收到|接收|接受|获赠|获得|得到|迎来|迎接)了?(?P<what>[^，。；]{{0,50}}?){GOODS}")
_ARRIVED = re.compile(
    rf"{GOODS}[^，。；：]{{0,24}}?(?P<verb>运抵|抵达|到达|送达|送[到至]|交到|运至|寄到|空运[到至]|运达|运到|送抵|飞抵|抵|降落在?|落地|交付|移交|运往|发往|启运|起运|交接)"
    rf"了?(?:仪式)?(?P<to>{GROUP}|{PLACE})?"
)
_CARRIED = re.compile(
    rf"(?:随机|同机|机上|飞机|一同|随行|专机)[^，。；]{{0,16}}?(?:运抵|抵达|携带|带去|带有|带来|运到|载有|运来)[^。；]{{0,60}}?{GOODS}|"
    rf"(?:专家组|医疗队|团队|专家|医生)[^，。；]{{0,8}}(?:携带|带[来去]|带着|携(?!带))(?![的有])[^，。；]{{0,24}}?{GOODS}|"
    rf"{GOODS}[^，。；]{{0,8}}(?:同机|一同|随机|随行)[^，。；]{{0,3}}(?:运抵|抵达|到达|运到)"
)
# Whose supplies they are: 中国捐赠给老挝的, 中国向老挝提供的, 来自中国的, 11国政府的.
_GIVEN = re.compile(
    rf"(?P<by>{GROUP})[^，。；{GROUP}{PLACE}]{{0,20}}?(?:[向对给为](?P<for>{GROUP})[^，。；{GROUP}{PLACE}]{{0,8}}?)?"
    rf"(?:捐赠|捐助|援助|提供|赠送|赠予|转交|转赠|移交|援赠|运来|捐|援(?={GROUP}))(?:给?(?P<to>{GROUP}))?"
)
_FROM = re.compile(rf"(?:来自|自|从)(?P<by>{GROUP})")
_POSSESSOR = re.compile(rf"(?P<by>{GROUP})[^，。；{GROUP}{PLACE}]{{0,10}}的[^，。；{GROUP}{PLACE}]{{0,8}}?{GOODS}")
# 载有口罩的俄罗斯军机
_CARRIER = re.compile(rf"的(?P<by>{GROUP})[^，。；{GROUP}]{{0,6}}?(?:机|列车|船|车队)")
_LIKEWISE = re.compile(
    rf"[，、]?(?:并且?|还|同时|也)[^，。；{GROUP}]{{0,6}}?(?P<verb>送去|提供|捐赠|捐助|捐款|赠送|援助|运去|运送|带去|交付|移交)了?[^，。；{GROUP}]{{0,16}}?{GOODS}"
)
_GIFT = re.compile(r"捐赠|捐助|援助|赠送|人道主义")
_OWNED = re.compile(rf"(?P<by>{GROUP})(?:政府)?(?:对(?P<to>{GROUP}))?[^，。；{GROUP}]{{0,12}}$")


def find_supplies(shape: Shape, background: Background, teams: list[Act]) -> Iterator[Act]:
    """Yield the supplies of a sentence, each once: what is read as received or arrived is not read as given too."""
    taken = list(teams)
    yield from _find_carried(shape, teams[0] if teams else background.team)
    for found in (_find_received(shape, background), _find_arrived(shape), find_gifts(shape, background)):
        for act in found:
            if not any(_repeats(shape, act, one) for one in taken):
                taken.append(act)
                yield act
    yield from _find_likewise(shape, taken)


def _repeats(shape: Shape, act: Act, one: Act) -> bool:
    """Tell a second reading of what was read already: "中国捐赠给老挝的口罩运抵万象"."""
    if act.start < one.end and one.start < act.end:
        return True
    same = act.givers == one.givers and act.recipients == one.recipients
    return same and act.rule != one.rule and find_clause(shape, act.start) == find_clause(shape, one.start)


def _find_likewise(shape: Shape, found: list[Act]) -> Iterator[Act]:
    """Yield what the one who acted gave too, to whom is said before: "向老挝派出专家，并提供口罩"."""
    for match in _LIKEWISE.finditer(shape.text):
        apart = all(act.end <= match.start() or match.end() <= act.start for act in found)
        before = [act for act in found if act.end <= match.start() and act.givers and act.recipients]
        status = find_status(shape, match.start("verb"))
        if apart and before and status and _goes_on(shape, match, before[-1]):
            kind: EventKind = "donation" if match["verb"].startswith(("捐", "赠")) else name_supplies(status)
            span = match.start("verb"), match.end()
            yield before[-1]._replace(kind=kind, start=span[0], end=span[1], rule="gift", status=status)


def _goes_on(shape: Shape, match: re.Match[str], act: Act) -> bool:
    """Tell a clause that shares the sides of the act before it: it names nobody, and the team did not bring it."""
    start, end = find_clause(shape, match.end() - 1)
    named = shape.list_groups(start, end) or BOUGHT.search(shape.text, start, end)
    return not named and act.end > find_part(shape, match.start()) and act.kind != "team_arrived"


def _find_received(shape: Shape, background: Background) -> Iterator[Act]:
    for match in _RECEIVED.finditer(shape.text):
        status = find_status(shape, match.start())
        start, end = find_clause(shape, match.start())
        of = _find_owned(shape, match.start("what"), max(end, match.end())) or _FROM.search(
            shape.text, start, match.start()
        )
        of = of or _find_possessor(shape, match)
        givers = side_of(shape.find_group(of.start("by"))) if of else NOBODY
        # Whoever meets a team at the airport has not received its supplies yet.
        met = match[0].startswith("迎") and TEAM.search(match["what"])
        if status is None or not givers or met or BOUGHT.search(match[0]):
            continue
        takers = find_subject(shape, match.start(), background).without(givers.codes)
        act = give("supplies_delivered", match.span(), "received", status, givers, takers)
        if act and takers.codes:
            yield act


def _find_owned(shape: Shape, start: int, end: int) -> re.Match[str] | None:
    return _GIVEN.search(shape.text, start, end) or _FROM.search(shape.text, start, end)


def _find_possessor(shape: Shape, match: re.Match[str]) -> re.Match[str] | None:
    """Return whose goods were received: "收到中国政府的疫苗"."""
    return _POSSESSOR.match(shape.text, match.start("what"), match.end())


def _find_carried(shape: Shape, team: Act | None) -> Iterator[Act]:
    """Yield supplies that came with a team, or on the same aircraft; without a team nobody is known to take them."""
    sent = (Side(team.givers), Side(team.recipients)) if team else (NOBODY, NOBODY)
    for match in _CARRIED.finditer(shape.text):
        start, _ = find_clause(shape, match.start())
        of = _find_owned(shape, start, min(len(shape.text), match.end() + 10))
        givers = side_of(shape.find_group(of.start("by"))) if of else sent[0]
        takers = sent[1].without(givers.codes)
        if givers:
            yield Act("supplies_delivered", *match.span(), "carried", "done", givers.codes, takers.codes)


def _find_arrived(shape: Shape) -> Iterator[Act]:
    for match in _ARRIVED.finditer(shape.text):
        act = _read_arrival(shape, match)
        if act:
            yield act


def _read_arrival(shape: Shape, match: re.Match[str]) -> Act | None:
    start, _ = find_clause(shape, match.start())
    status = find_status(shape, match.start("verb"))
    of = _find_owned(shape, start, match.start("verb")) or _OWNED.search(shape.text, start, match.start())
    of = of or _CARRIER.search(shape.text, match.start(), match.start("verb"))
    people = TEAM.search(shape.text, match.start(), match.start("verb"))
    if status is None or people or BOUGHT.search(shape.text, start, match.end()):
        return None
    if of is None:
        return _read_unowned(shape, match, start, status)
    named = next((of.start(name) for name in ("to", "for") if of.groupdict().get(name)), None)
    target = match.start("to") if match["to"] else None
    takers = next((side_of(shape.find_group(at)) for at in (named, target) if at is not None), NOBODY)
    givers = side_of(shape.find_group(of.start("by")))
    return give(name_supplies(status), match.span(), "arrival", status, givers, takers)


def _read_unowned(shape: Shape, match: re.Match[str], start: int, status: Status) -> Act | None:
    """Return what came as a gift of someone without a country: "某基金会捐赠的口罩运抵老挝"."""
    gift = _GIFT.search(shape.text, start, match.start("verb"))
    if not gift or not match["to"] or shape.list_groups(start, match.start("to")):
        return None
    takers = side_of(shape.find_group(match.start("to"))) if shape.text[match.start("to")] == GROUP else NOBODY
    return give(name_supplies(status), match.span(), "arrival", status, NOBODY, takers)
