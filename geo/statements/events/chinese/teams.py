"""Teams in Chinese: who sent experts, doctors or soldiers where, and where they arrived."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind
from geo.statements.events.acts import Act, Background, Side, give, side_of
from geo.statements.events.chinese.subjects import find_clause, find_status, find_subject, is_retold, is_subject
from geo.statements.events.chinese.supplies import TO
from geo.statements.events.sentence_shapes import GROUP, PLACE, Shape

_TRADE = r"专家|医疗|医护|医务|医生|检测|救援|防疫|卫生|护理|救护|抗疫|疾控|流调|培训|先遣|实验室|志愿|科研"
_TEAM = rf"(?:{_TRADE}|工作)+(?:团队|小组|分队|队(?![友员])|组(?![织建成])|团)|(?:{_TRADE})+(?:人员|专家)|军医|医生|护士|专家|志愿者"
TEAM = re.compile(_TEAM)
_SENT = re.compile(r"派出|派遣|选派|增派|派(?=往|赴|去|到|医|抗|专|遣)|派驻(?!在|的)")
_SENT_TO = re.compile(rf"(?:{TO}|赴|派往|往|前往|去往|去|到|至|援助|支援|驰援)(?:包括)?(?P<to>[{GROUP}{PLACE}])")
_LANDED = re.compile(
    rf"(?:{_TEAM})[^。；：]{{0,28}}?(?P<verb>抵达|到达|飞抵|抵(?!达))了?(?!的)[^{GROUP}{PLACE}，。]{{0,4}}"
    rf"(?P<to>{GROUP}|{PLACE})"
)
_LEFT = re.compile(
    rf"(?:{_TEAM})[^，。；：]{{0,20}}?(?P<verb>启程|出发|赴|前往|派往|驰援)[^{GROUP}{PLACE}，。]{{0,6}}?(?P<to>[{GROUP}{PLACE}])"
)
_SET_OUT = re.compile(
    rf"援助?(?P<to>{GROUP})[^，。；{GROUP}{PLACE}]{{0,10}}?(?:{_TEAM})[^，。；{GROUP}{PLACE}]{{0,8}}?(?P<verb>启程|出发|出征)(?!返|回)"
)
_HELPED = re.compile(
    rf"(?P<by>{GROUP})(?:政府|[第首]?[\d一二三四五六七八九十]*批)?(?:援助|援|赴|驰援|支援|派往|派赴|[向对]){GROUP}"
)
_OWNED = re.compile(rf"(?P<by>{GROUP})[^，。；{GROUP}{PLACE}]{{0,16}}$")
_BEYOND = 40  # characters after the clause in which team and destination may still stand


def find_teams(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield the teams that arrived, were sent, or left for somewhere."""
    arrived = [_read_journey(shape, match, "team_arrived", background) for match in _LANDED.finditer(shape.text)]
    sent = [_read_sending(shape, match, background) for match in _SENT.finditer(shape.text)]
    found = [act for act in (*arrived, *sent) if act]
    leaving = [*_LEFT.finditer(shape.text), *_SET_OUT.finditer(shape.text)]
    left = (_read_journey(shape, match, "team_sent", background) for match in leaving)
    yield from found or [act for act in left if act]


def _read_journey(shape: Shape, match: re.Match[str], kind: EventKind, background: Background) -> Act | None:
    status = find_status(shape, match.start("verb"))
    if status is None:
        return None
    senders = _find_sender(shape, find_clause(shape, match.start())[0], match.start(), background)
    takers = side_of(shape.find_group(match.start("to")))
    return give(kind, match.span(), "team", status, senders, takers, retold=is_retold(shape, *match.span()))


def _find_sender(shape: Shape, start: int, at: int, background: Background) -> Side:
    """Return whose team it is: who is named right before it, else who sends it, else who is meant."""
    owned = _HELPED.search(shape.text, start, at) or _OWNED.search(shape.text, start, at)
    if owned and (
        owned.re is _HELPED or shape.text[owned.start("by") - 1 : owned.start("by")] not in ("向", "对", "给")
    ):
        return side_of(shape.find_group(owned.start("by")))
    groups = (group for group in shape.list_groups(start, at) if group.codes and is_subject(shape, group, start))
    first = next(groups, None)
    return side_of(first) if first else background.imply()


def _read_sending(shape: Shape, match: re.Match[str], background: Background) -> Act | None:
    start, end = find_clause(shape, match.start())
    status = find_status(shape, match.start())
    beyond = min(len(shape.text), end + _BEYOND)
    # "派遣的专家组" is a team that does something else now.
    if status is None or shape.text.startswith("的", match.end()) or not TEAM.search(shape.text, start, beyond):
        return None
    to = _SENT_TO.search(shape.text, start, end) or _SENT_TO.search(shape.text, end, beyond)
    # 派往老挝的专家组: so does this one.
    if to is None or (shape.text.startswith("的", to.end()) and to.start() <= match.end()):
        return None
    span = min(match.start(), to.start()), max(match.end(), to.end())
    team = TEAM.search(shape.text, start, match.start())
    senders = _find_sender(shape, start, team.start(), background) if team else find_subject(shape, span[0], background)
    takers = side_of(shape.find_group(to.start("to")))
    return give("team_sent", span, "team", status, senders, takers, retold=is_retold(shape, *match.span()))
