"""Supplies that came in Chinese: received, arrived, or brought along by a team."""

import re
from collections.abc import Iterator

from geo.events.acts import NOBODY, Act, Background, Side, give, name_supplies, side_of
from geo.events.chinese.gifts import find_gifts
from geo.events.chinese.subjects import find_clause, find_status, find_subject
from geo.events.chinese.supplies import BOUGHT, GOODS
from geo.events.chinese.teams import TEAM
from geo.events.shapes import GROUP, PLACE, Shape

_RECEIVED = re.compile(rf"(?:收到|接收|接受|获赠|获得|得到|迎来)了?(?P<what>[^，。；]{{0,50}}?){GOODS}")
_ARRIVED = re.compile(
    rf"{GOODS}[^，。；：]{{0,24}}?(?P<verb>运抵|抵达|到达|送达|运达|运到|送抵|飞抵|抵|降落在?|落地|交付|移交|运往|发往|启运|起运|交接)"
    rf"了?(?:仪式)?(?P<to>{GROUP}|{PLACE})?"
)
_CARRIED = re.compile(
    rf"(?:随机|同机|机上|飞机|一同|随行|专机)[^，。；]{{0,16}}?(?:运抵|抵达|携带|带去|带有|带来|运到|载有|运来)[^。；]{{0,60}}?{GOODS}|"
    rf"(?:专家组|医疗队|团队|专家|医生)[^，。；]{{0,8}}(?:携带|带来|带着|携(?!带))(?![的有])[^，。；]{{0,24}}?{GOODS}|"
    rf"{GOODS}[^，。；]{{0,8}}(?:同机|一同|随机|随行)[^，。；]{{0,3}}(?:运抵|抵达|到达|运到)"
)
# Whose supplies they are: 中国捐赠给老挝的, 中国向老挝提供的, 来自中国的, 11国政府的.
_GIVEN = re.compile(
    rf"(?P<by>{GROUP})[^，。；{GROUP}{PLACE}]{{0,14}}?(?:[向对给为](?P<for>{GROUP})[^，。；{GROUP}{PLACE}]{{0,8}}?)?"
    rf"(?:捐赠|捐助|援助|提供|赠送|援赠|运来|捐)(?:给?(?P<to>{GROUP}))?"
)
_FROM = re.compile(rf"(?:来自|自|从)(?P<by>{GROUP})")
_OWNED = re.compile(rf"(?P<by>{GROUP})(?:政府)?(?:对(?P<to>{GROUP}))?[^，。；{GROUP}]{{0,12}}$")


def find_supplies(shape: Shape, background: Background, teams: list[Act]) -> Iterator[Act]:
    """Yield the supplies of a sentence, each once: what is read as received or arrived is not read as given too."""
    taken = [(act.start, act.end) for act in teams]
    yield from _find_carried(shape, teams[0] if teams else background.team)
    for found in (_find_received(shape, background), _find_arrived(shape), find_gifts(shape, background)):
        for act in found:
            if all(act.end <= start or end <= act.start for start, end in taken):
                taken.append((act.start, act.end))
                yield act


def _find_received(shape: Shape, background: Background) -> Iterator[Act]:
    for match in _RECEIVED.finditer(shape.text):
        status = find_status(shape, match.start())
        start, _ = find_clause(shape, match.start())
        of = _find_owned(shape, match.start("what"), match.end()) or _FROM.search(shape.text, start, match.start())
        givers = side_of(shape.find_group(of.start("by"))) if of else NOBODY
        if status is None or not givers or BOUGHT.search(match[0]):
            continue
        takers = find_subject(shape, match.start(), background).without(givers.codes)
        act = give("supplies_delivered", match.span(), "received", status, givers, takers)
        if act and takers.codes:
            yield act


def _find_owned(shape: Shape, start: int, end: int) -> re.Match[str] | None:
    return _GIVEN.search(shape.text, start, end) or _FROM.search(shape.text, start, end)


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
    people = TEAM.search(shape.text, match.start(), match.start("verb"))
    if status is None or of is None or people or BOUGHT.search(shape.text, start, match.end()):
        return None
    named = next((of.start(name) for name in ("to", "for") if of.groupdict().get(name)), None)
    target = match.start("to") if match["to"] else None
    takers = next((side_of(shape.find_group(at)) for at in (named, target) if at is not None), NOBODY)
    givers = side_of(shape.find_group(of.start("by")))
    return give(name_supplies(status), match.span(), "arrival", status, givers, takers)
