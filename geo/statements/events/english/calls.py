"""Calls in English: "A spoke by phone with B"."""

import re
from collections.abc import Iterator

from geo.base.records import Status
from geo.statements.events.acts import Act, Background
from geo.statements.events.english.subjects import find_home, find_part, find_status, is_retold
from geo.statements.events.sentence_shapes import Codes, Group, Shape, list_codes

_CALL = re.compile(
    r"\b(?:(?:tele)?phone (?:call|conversation|talk)s?(?! (?:centre|center|log|record))|telephoned|phoned|"
    r"(?:spoke|speaks|talked|speak|speaking|talks|spoken)\b[^.;:]{0,90}?\bby (?:tele)?phone|"
    r"(?:spoke|talked) (?:by|over|on) the (?:tele)?phone|by (?:tele)?phone|video call|on the phone with|"
    r"called (?:the )?(?:presidents?|prime ministers?|leaders?|chancellor|foreign ministers?)(?= of )|"
    r"(?:received|took|got) an? (?:\w+ )?call from|(?:in|during|over) (?:an?|his|her|their) (?:\w+ )?call (?:with|to|from)|"
    r"(?:had|held|made) (?:a )?calls? with)\b",
    re.IGNORECASE,
)
_APART = re.compile(r"\b(?:separate(?:ly)?|respectively)\b", re.IGNORECASE)
_SPEAKER = re.compile(
    r"\b(?:with|to|and|call from|told|informed|assured|thanked|urged|asked|congratulated|between|phoned|telephoned|by|of)\b(?: [\w'’-]+){0,4} ?$|,(?: the)? $"
)
_TOPIC = re.compile(r"\b(?:in|on|about|from|against|aid to|supplies to|cooperation with|situation in)\b(?: the)? ?$")
_SAID = re.compile(r"\b(?:to discuss|said|about|discussing|telling|pledging|saying)\b")
_HELD = re.compile(r"\b(?:in|during|over)(?: an?| the| his| her| their| separate)?(?: [\w-]+)? $", re.IGNORECASE)
_UNHELD = re.compile(
    r"\b(?:not|never|hope[sd]?|want(?:s|ed)?|cancel\w*|postpon\w*|will|would|plan\w*|if|whether|request\w*|ready|due|expect\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her)\b", re.IGNORECASE)
_SAID_REACH = 60


def find_calls(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield the first call of a sentence, one for each partner where they were called one by one."""
    calls = (list(_read_call(shape, match, background)) for match in _CALL.finditer(shape.text))
    yield from next((found for found in calls if found), [])


def _read_call(shape: Shape, match: re.Match[str], background: Background) -> Iterator[Act]:
    status = _find_status(shape, match.start())
    start, end = find_part(shape, match.start())
    parties = _find_parties(shape, start, end, background)
    if status is None or len(parties) < 2:
        return
    call = Act("call", *match.span(), "call", status, parties=parties, retold=is_retold(shape, match.start()))
    if _APART.search(shape.text, start, end):
        yield from (call._replace(parties=(parties[0], code)) for code in parties[1:])
    else:
        yield call


def _find_status(shape: Shape, at: int) -> Status | None:
    """Return how far a call has come; one in which someone promised or asked for something took place."""
    start, _ = find_part(shape, at)
    held = _HELD.search(shape.text, start, at) and not _UNHELD.search(shape.text, start, at)
    return "done" if held else find_status(shape, at)


def _find_parties(shape: Shape, start: int, end: int, background: Background) -> Codes:
    speakers = list_codes(_list_speakers(shape, start, end))
    # A leader is named by office and country too; who is named without the country opens the sentence.
    leaders = (code for code in find_home(shape, start, end, background) if code not in speakers)
    named = (*leaders, *speakers)
    if len(set(named)) < 2 and background.lead and _PRONOUN.search(shape.text, start, end):
        named = (background.lead, *named)
    return tuple(dict.fromkeys(named))


def _list_speakers(shape: Shape, start: int, end: int) -> list[Group]:
    """Return the groups that speak: the one that opens the part, and those after with, to, and, between."""
    speakers: list[Group] = []
    for group in shape.list_groups(start, end):
        before = shape.text[max(start, group.at - 40) : group.at]
        if group.codes and (not speakers or _SPEAKER.search(before)) and not _TOPIC.search(before):
            speakers.append(group)
        if len(speakers) > 1 and _SAID.search(shape.text, group.at, group.at + _SAID_REACH):
            break
    return speakers
