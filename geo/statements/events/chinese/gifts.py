"""Supplies and money given in Chinese: "甲国向乙国捐赠口罩"."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind, Status
from geo.statements.events.acts import NOBODY, Act, Background, Side, give, name_supplies, side_of
from geo.statements.events.chinese.subjects import find_clause, find_status, find_subject, is_retold
from geo.statements.events.chinese.supplies import GOODS, TO
from geo.statements.events.chinese.teams import TEAM
from geo.statements.events.sentence_shapes import GROUP, PLACE, Group, Shape

_GOODS = re.compile(GOODS)
_LINKING = r"[^，。；：" + GROUP + r"]"
_GIVE = (
    r"提供|援助|捐赠|回赠|转赠|捐助|捐款|拨款|捐资|捐献|捐出|捐|赠送|赠予|援赠|无偿赠|交付|移交|转交|运送|空运|发运|发送|送去|送上|送来|运来|发来|寄来|送出|"
    r"输送|援送|紧急调拨|供应|划拨|派送"
)
_TO_SOMEONE = re.compile(
    rf"{TO}(?:包括|其他|遭受疫情的|有关|疫情严重的)?(?P<to>[{GROUP}{PLACE}]|其(?!他|它|余)){_LINKING}{{0,36}}?"
    rf"(?P<verb>{_GIVE})(?!的?(?:支持|便利|建议)|者|方|对象)"
)
_FOR_SOMEONE = re.compile(
    rf"(?P<verb>{_GIVE}|运|送|寄|发)了?(?:(?<=予)|给|往|至|予|到)了?{_LINKING}{{0,4}}?(?P<to>{GROUP})"
)
# What a noun says: 实施对…的援助, 援助覆盖…, 捐赠的对象有….
_OF_SOMEONE = re.compile(
    rf"(?:实施|执行|开展)了?对(?P<done>{GROUP})[^，。；]{{0,22}}?援助(?!方案|计划)|"
    rf"援助[^，。；{GROUP}]{{0,8}}?(?:覆盖|惠及)(?P<covered>{GROUP})|"
    rf"(?:捐赠|援助|捐助)的(?:对象|国家)?(?:有|是|为|包括|达)(?P<listed>{GROUP})"
)
_OWNED = re.compile(rf"(?P<by>{GROUP})[^，。；{GROUP}{PLACE}]{{0,16}}$")
_DONATED = ("捐", "赠", "援赠", "回赠", "转赠", "拨款")
_SUM = re.compile(r"[^，。；]{0,20}捐款")
_STOP = re.compile(r"[。；！？]")
_AFTER = 60  # characters after the verb in which its object may stand
_BACK = 60  # characters before 其 in which the one it means is named


def find_gifts(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what someone gave, promised or plans to give."""
    for pattern in (_TO_SOMEONE, _FOR_SOMEONE):
        for match in pattern.finditer(shape.text):
            act = _read_gift(shape, match, background) if _is_goods(shape, match) else None
            if act:
                yield act
    for match in _OF_SOMEONE.finditer(shape.text):
        act = _read_noun(shape, match, background)
        if act:
            yield act


def _is_goods(shape: Shape, match: re.Match[str]) -> bool:
    """Tell goods from advice: something that can be carried or paid is named by the verb or after it."""
    verb, end = match["verb"], match.end()
    if shape.text.startswith("的", match.end("verb")):
        return False
    if verb.startswith(_DONATED):
        return True
    end = match.end("verb")
    stop = _STOP.search(shape.text, end, end + _AFTER)
    named = _GOODS.search(shape.text, match.start(), stop.start() if stop else min(len(shape.text), end + _AFTER))
    return named is not None and not TEAM.search(shape.text, match.start(), match.start("verb"))


def _read_gift(shape: Shape, match: re.Match[str], background: Background) -> Act | None:
    status = _find_status(shape, match, match.end("to"))
    if status is None:
        return None
    givers = find_subject(shape, match.start(), background)
    takers = side_of(shape.find_group(match.start("to")) or _find_meant(shape, match.start("to"), givers))
    kind = _name_kind(shape, match, status)
    return give(kind, match.span(), "gift", status, givers, takers, retold=is_retold(shape, *match.span()))


def _find_status(shape: Shape, match: re.Match[str], at: int) -> Status | None:
    """Return the status of an act whose words are far apart: "向80个国家" and then "宣布提供"."""
    return find_status(shape, match.end()) if find_status(shape, at) else None


def _name_kind(shape: Shape, match: re.Match[str], status: Status) -> EventKind:
    donated = match["verb"].startswith(_DONATED) or _SUM.match(shape.text, match.end())
    return "donation" if donated else name_supplies(status)


def _read_noun(shape: Shape, match: re.Match[str], background: Background) -> Act | None:
    side = match.lastgroup
    status = _find_status(shape, match, match.end())
    if status is None or side is None:
        return None
    givers = (_find_owner(shape, match) if side != "done" else NOBODY) or find_subject(shape, match.start(), background)
    kind: EventKind = "donation" if match[0].startswith(_DONATED) else name_supplies(status)
    return give(kind, match.span(), "gift", status, givers, side_of(shape.find_group(match.start(side))))


def _find_owner(shape: Shape, match: re.Match[str]) -> Side:
    """Return whose aid it is: "中国的抗疫援助"."""
    owned = _OWNED.search(shape.text, find_clause(shape, match.start())[0], match.start())
    return side_of(shape.find_group(owned.start("by"))) if owned else NOBODY


def _find_meant(shape: Shape, at: int, givers: Side) -> Group | None:
    """Return the group that 其 points back to: the last one named before it that does not give."""
    before = shape.list_groups(max(0, at - _BACK), at)
    return next((group for group in reversed(before) if set(group.codes) - set(givers.codes)), None)
