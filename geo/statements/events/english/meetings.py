"""Meetings, video conferences, summits and agreements in English."""

import re
from collections.abc import Iterator

from geo.base.records import EventKind
from geo.statements.events.acts import Act, Background, side_of
from geo.statements.events.attendances import add_attended
from geo.statements.events.english.subjects import find_home, find_part, find_status, find_subject, is_retold
from geo.statements.events.sentence_shapes import GROUP, PLACE, Codes, Group, Shape, list_codes

_EVENT = (
    r"(?:video[- ]?conferences?|teleconferences?|conferences?|summits?|meetings?|talks|forums?|webinars?|seminars?|briefings?|"
    r"dialogues?|consultations?|video link)"
)
_HOLD = (
    r"(?:held|holds?|holding|hosted|hosts?|attended|attends|attend|convened?|joined|joins|took part in|takes? part in|co-hosted|"
    r"chaired|organi[sz]ed|opened|addressed|addresses|had)"
)
_HELD = re.compile(
    rf"\b{_HOLD}\b[^.;:]{{0,90}}?\b(?P<what>{_EVENT})\b|"
    rf"\b(?P<noun>{_EVENT})\b[^.;:]{{0,100}}?\b(?:(?:was|were|will be|is being|being|are) (?:held|hosted|convened|organi[sz]ed)|took place|produced|adopted)\b",
    re.IGNORECASE,
)
# "X and Y agreed at a meeting in Z"
_AT = re.compile(
    rf"{GROUP}(?: [\w'’-]+){{0,6}}? (?:agreed|discussed|decided|reviewed|exchanged|vowed|pledged|reached|promised)\b[^.;:]{{0,50}}?"
    rf"\b(?:at|in|during) (?:an?|the|their)(?: [\w-]+){{0,3}} (?P<noun>{_EVENT})\b"
)
_WILL = re.compile(r"\b(?:will|would|not|hold|next|future|planned)\b")
_AT_PLACE = re.compile(rf"(?: held| hosted)? (?:in|by) (?:the )?(?P<host>[{GROUP}{PLACE}])")
_MET = re.compile(r"\b(?:met|meets)\b(?: with)?(?= )", re.IGNORECASE)
_PRESS = re.compile(r"\b(?:press|news|media|daily|regular|cabinet|party|board|parliamentary)[ -]$", re.IGNORECASE)
_SUMMIT = re.compile(r"summits?\b", re.IGNORECASE)
_ONLINE = re.compile(
    r"\b(?:video|virtual|online|remote|teleconference|webinar|by phone|via (?:video )?link|Zoom)", re.IGNORECASE
)
_HOST = re.compile(
    rf"\b(?:held|hosted|convened|take place|took place)\b[^.;:,]{{0,24}}? (?:in|by) (?:the )?(?P<host>[{GROUP}{PLACE}])"
)
_ASIDE = re.compile(r"\b(?:in|on|about|from|against|across|over|into|to)\b(?: the| an?| its)?(?: [\w-]+)? ?$")
_FROM = re.compile(r"\b(?:officials?|experts?|representatives?|delegates?|ministers?|participants|doctors) from\b")
_SIGN = re.compile(
    r"\b(?:sign(?:s|ed)?|conclud(?:es|ed)|inked|signing)\b[^.;:]{0,80}?"
    r"\b(?:agreements?|deals?|memorand\w+|contracts?|MoUs?|treaty|protocols?|pacts?|accords?|declarations?|letter of intent)\b|"
    r"\b(?:agreement|deal|memorandum|contract|MoU|treaty|protocol|pact)\b[^.;:]{0,60}?\b(?:was|were|been) (?:signed|concluded|inked)\b"
)
_PARTNER = re.compile(r"\b(?:with|between|by|and)(?: (?!to\b)[\w'’-]+){0,4} $")
_ATTEND = re.compile(
    r"\b(?:attend(?:ed|s)?|took part|joined|participated|participants|were present|dialled in)\b", re.IGNORECASE
)
_ABSENT = re.compile(r"\bnot\b|n['’]t\b|\babsent\b|\bdeclined\b|\brefused\b|\bwithout\b", re.IGNORECASE)


def find_meetings(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield the first meeting of a sentence in which more than one side took part."""
    matches = (match for pattern in (_HELD, _MET) for match in pattern.finditer(shape.text))
    acts = [_read_meeting(shape, match, background) for match in matches]
    acts.extend(_read_mention(shape, match) for match in _AT.finditer(shape.text))
    yield from [act for act in acts if act][:1]


def add_attendance(shape: Shape, act: Act) -> Act | None:
    """Return a meeting with those whom the next sentence names as having attended; None where it names none."""
    return add_attended(shape, act, _ATTEND, _ABSENT)


def find_agreements(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield what two sides signed."""
    for match in _SIGN.finditer(shape.text):
        status = find_status(shape, match.start())
        start, end = find_part(shape, match.start())
        signers = [
            group for group in shape.list_groups(start, end)
            if not _is_aside(shape, group, start) and (group.at < match.end() or _is_partner(shape, group))
        ]  # fmt: skip
        parties = list_codes(signers)
        if len(parties) < 2:
            parties = tuple(dict.fromkeys((*find_subject(shape, match.start(), background).codes, *parties)))
        if status is not None and len(parties) > 1:
            yield Act("agreement", *match.span(), "agreement", status, parties=parties)


def _is_partner(shape: Shape, group: Group) -> bool:
    return _PARTNER.search(shape.text, max(0, group.at - 30), group.at) is not None


def _read_meeting(shape: Shape, match: re.Match[str], background: Background) -> Act | None:
    status = find_status(shape, match.start())
    if status is None or _is_press(shape, match):
        return None
    start, end = find_part(shape, match.start())
    host = _HOST.search(shape.text, start, end)
    hosts = side_of(shape.find_group(host.start("host"))).codes if host else ()
    parties = tuple(code for code in _find_parties(shape, start, end, match, background) if code not in hosts)
    counted = any(group.counted for group in shape.list_groups(start, end))
    if len({*parties, *hosts}) < 2 and not (counted and parties):
        return None
    return Act(
        _name_kind(shape, start, end, match), *match.span(), "meeting", status,
        parties=parties, hosts=hosts, counted=counted, retold=is_retold(shape, match.start()),
    )  # fmt: skip


def _read_mention(shape: Shape, match: re.Match[str]) -> Act | None:
    """Return the meeting at which two sides are said to have agreed on something."""
    start, end = find_part(shape, match.start())
    parties = side_of(shape.find_group(match.start())).codes
    unsettled = find_status(shape, match.start()) != "done" or _WILL.search(match[0])
    if (
        len(parties) < 2
        or unsettled
        or _is_press(shape, match)
        or _is_aside(shape, shape.list_groups(start, end)[0], start)
    ):
        return None
    host = _AT_PLACE.match(shape.text, match.end())
    hosts = side_of(shape.find_group(host.start("host"))).codes if host else ()
    kind = _name_kind(shape, match.start(), match.end(), match)
    hosts = () if set(hosts) & set(parties) else hosts
    return Act(kind, *match.span(), "meeting", "done", parties=parties, hosts=hosts)


def _is_press(shape: Shape, match: re.Match[str]) -> bool:
    if match.re is _MET:
        return False
    noun = match.start("what") if match.re is _HELD and match["what"] else match.start("noun")
    return _PRESS.search(shape.text, max(0, noun - 16), noun) is not None


def _find_parties(shape: Shape, start: int, end: int, match: re.Match[str], background: Background) -> Codes:
    met = list_codes(group for group in shape.list_groups(start, end) if not _is_aside(shape, group, start))
    subject = find_subject(shape, match.start(), background).codes if len(met) < 2 else ()
    leaders = (code for code in find_home(shape, start, end, background) if code not in (*subject, *met))
    return tuple(dict.fromkeys((*leaders, *subject, *met)))


def _is_aside(shape: Shape, group: Group, start: int) -> bool:
    """Tell a place or a subject of talk from those who met."""
    before = shape.text[max(start, group.at - 30) : group.at]
    return _ASIDE.search(before) is not None and not _FROM.search(before)


def _name_kind(shape: Shape, start: int, end: int, match: re.Match[str]) -> EventKind:
    if _SUMMIT.search(match[0]):
        return "summit"
    return "video_conference" if _ONLINE.search(shape.text, start, end) else "meeting"
