"""Meetings, video conferences, summits and agreements in Chinese."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind
from geo.statements.events.acts import Act, Background
from geo.statements.events.attendances import add_attended
from geo.statements.events.chinese.subjects import find_clause, find_home, find_status, find_subject, is_retold
from geo.statements.events.sentence_shapes import GROUP, PLACE, Codes, Group, Shape, list_codes

_EVENT = (
    r"(?:会议|峰会|论坛|通报会|研讨会|交流会|交流大会|外长会|部长会|专题会|座谈会|会谈|会晤|磋商|(?:[次轮届]|战略|高级别)对话(?!会|框架|平台|机制)|视频连线|视频会|交流活动|连线会|"
    r"电视电话会)(?!室|中心|上|指出|认为|强调|时间|精神|纪要|由|通过)"
)
_HOLD = r"(?:举行|举办|召开|出席|参加|主持|进行|召集|主办|承办|参与|合办)"
_HELD = re.compile(
    rf"{_HOLD}[了过]?[^，。；]{{0,60}}?(?P<what>{_EVENT})|"
    rf"(?P<noun>{_EVENT})[^，。；]{{0,14}}?(?:举行|举办|召开|开幕|合办|闭幕)"
)
_SEEN = re.compile(rf"会见了?(?!厅|记者)|会晤了?(?={GROUP}|[，。；])|视频连线(?=[，。；])|(?<!频)连线(?=[，。；])")
_PRESS = re.compile(r"(?:新闻|吹风|记者)[^，。]{0,4}$")
_ONLINE = re.compile(r"视频|网络|线上|在线|远程|云端|连线|电视电话|电话会议")
_SUMMIT = re.compile(r"峰会|首脑会议|领导人[^，。]{0,12}(?:会议|会晤)")
_HOST = re.compile(rf"在(?P<host>{GROUP})[^，。{GROUP}]{{0,6}}(?:举行|举办|召开|开幕|合办)")
_CALLED_BY = re.compile(rf"由[^{GROUP}，]{{0,8}}(?P<host>{GROUP})[^，。]{{0,8}}?(?:举行|主办|举办|召集|承办)")
_INVITED = re.compile(rf"应(?P<by>{GROUP})[^，。]{{0,14}}(?:邀请|之邀)")
# Where it was held, who called it together and what it was about are no parties.
_ASIDE = re.compile(
    rf"(?:[^存现内]|^)在[^{GROUP}{PLACE}，]{{0,2}}$|"
    rf"就[^{GROUP}{PLACE}，同与和跟向]{{0,3}}$|"
    rf"(?:由|讨论|商讨|关于|针对|聚焦|研究|有关)[^{GROUP}{PLACE}，]{{0,8}}$"
)
_MATTER = re.compile(r"经济体|问题|局势|事务|经济|融资|疫情")
_LINKED_FIRST = re.compile(rf"[^{GROUP}]{{0,3}}[与同和跟]")
_ATTEND = re.compile(r"与会|参会|到会|出席|参加|列席|主持会议")
_ABSENT = re.compile(r"未(?:能)?(?:参|出|与)|没有|缺席|拒绝")
_SIGN = re.compile(
    r"(?:签署|签订|签[了下]|达成|缔结)[^，。；]{0,40}?(?:协议|协定|备忘录|合同|条约|意向书|联合声明|宣言|换文)|签约"
)
_WITH = re.compile(r"[同与和跟给]")
_APART = re.compile(r"分别(?=[同与和跟会]|举行|进行|视频)")


def find_meetings(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield the meetings of a sentence in which more than one side took part."""
    held = list(_HELD.finditer(shape.text))
    for pattern in (_HELD, _SEEN):
        for match in pattern.finditer(shape.text):
            if pattern is _SEEN and any(one.start() <= match.start() < one.end() for one in held):
                continue
            act = _read_meeting(shape, match, background)
            if act and (len({*act.parties, *act.hosts}) > 1 or (pattern is _HELD and act.counted and act.parties)):
                yield from _part(shape, act)


def _part(shape: Shape, act: Act) -> Iterator[Act]:
    """Yield a meeting, or where they met one by one, one for each partner."""
    apart = _APART.search(shape.text, find_clause(shape, act.start)[0], act.end)
    if not apart or act.hosts or act.kind == "summit":
        yield act
    else:
        yield from (act._replace(parties=(act.parties[0], code)) for code in act.parties[1:])


def add_attendance(shape: Shape, act: Act) -> Act | None:
    """Return a meeting with those whom the next sentence names as having attended; None where it names none."""
    return add_attended(shape, act, _ATTEND, _ABSENT)


def find_agreements(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what two sides signed."""
    for match in _SIGN.finditer(shape.text):
        status = find_status(shape, match.start())
        start, _ = find_clause(shape, match.start())
        parties = list_codes(shape.list_groups(start, match.end()))
        if len(parties) < 2:
            link = _WITH.search(shape.text, start, match.start())
            subject = find_subject(shape, link.start() if link else match.start(), background).codes
            parties = tuple(dict.fromkeys((*subject, *parties)))
        if status is not None and len(parties) > 1:
            yield Act("agreement", *match.span(), "agreement", status, parties=parties)


def _read_meeting(shape: Shape, match: re.Match[str], background: Background) -> Act | None:
    status = find_status(shape, match.start())
    noun = match.end() - len(match["what"]) if match.re is _HELD and match["what"] else match.start()
    if status is None or _PRESS.search(shape.text, max(0, noun - 8), noun):
        return None
    start, end = find_clause(shape, match.start())
    act = Act(
        _name_kind(shape, start, end, match), *match.span(), "meeting", status,
        parties=_find_parties(shape, start, end, match, background), hosts=_find_hosts(shape, start, end),
        counted=any(group.counted for group in shape.list_groups(start, end)), retold=is_retold(shape, *match.span()),
    )  # fmt: skip
    return _add_guests(shape, act, end, background)


def _find_parties(shape: Shape, start: int, end: int, match: re.Match[str], background: Background) -> Codes:
    last = match.end() if match.re is _HELD else end
    met = [group for group in shape.list_groups(start, last) if not _is_aside(shape, group, start)]
    subject = find_subject(shape, match.start(), background).codes if _lacks_subject(shape, start, match) else ()
    home = find_home(shape, start, end, background)
    return tuple(dict.fromkeys((*subject, *list_codes(met), *_find_inviter(shape, start), *home)))


def _is_aside(shape: Shape, group: Group, start: int) -> bool:
    before = _ASIDE.search(shape.text, max(start, group.at - 12), group.at)
    return before is not None or _MATTER.match(shape.text, group.at + 1) is not None


def _lacks_subject(shape: Shape, start: int, match: re.Match[str]) -> bool:
    named = any(group.codes for group in shape.list_groups(start, match.start()))
    return not named or _LINKED_FIRST.match(shape.text, start) is not None


def _find_inviter(shape: Shape, start: int) -> Codes:
    invited = _INVITED.search(shape.text, max(0, start - 60), start)
    return list_codes(shape.list_groups(*invited.span("by"))) if invited else ()


def _find_hosts(shape: Shape, start: int, end: int) -> Codes:
    """Return the country where it was held, or who called it together."""
    host = _CALLED_BY.search(shape.text, start, end) or _HOST.search(shape.text, start, end)
    return list_codes(shape.list_groups(*host.span("host"))) if host else ()


def _name_kind(shape: Shape, start: int, end: int, match: re.Match[str]) -> EventKind:
    if _SUMMIT.search(match[0]):
        return "summit"
    return "video_conference" if _ONLINE.search(shape.text, start, end) else "meeting"


def _add_guests(shape: Shape, act: Act, end: int, background: Background) -> Act:
    """Return the act with those named as taking part in the clauses after it."""
    guests = _ATTEND.search(shape.text, end)
    if not guests:
        return act
    groups = shape.list_groups(end, guests.end())
    named = (*find_home(shape, end, guests.end(), background), *list_codes(groups))
    online = act.kind == "meeting" and _ONLINE.search(shape.text, end, guests.end())
    return act._replace(
        kind="video_conference" if online else act.kind,
        parties=tuple(dict.fromkeys((*act.parties, *(code for code in named if code not in act.hosts)))),
        counted=act.counted or any(group.counted for group in groups),
    )
