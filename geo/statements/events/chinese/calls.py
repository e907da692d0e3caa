"""Calls in Chinese: "甲国总统应约同乙国总理通电话"."""

import re
from collections.abc import Iterator

from geo.statements.events.acts import Act, Background
from geo.statements.events.chinese.subjects import find_clause, find_status, find_subject, is_retold
from geo.statements.events.sentence_shapes import Codes, Group, Shape, list_codes

# "通电话精神" and "通电话的成果" point back to a call that was told before.
_CALL = re.compile(
    r"通(?:了)?(?:一次)?电话(?!精神|的|达成|内容|记录|里|会议)|(?:举行|进行)[^，。]{0,6}(?:通话|电话会谈)(?!的|精神)|"
    r"(?:视频|热线)?通话(?!精神|的|内容|达成|中[，,])|打(?:来|了)?电话给|给[^，。]{0,8}打电话"
)
_APART = re.compile(r"分别")
_WITH = re.compile(r"[同与和跟给]")


def find_calls(shape: Shape, background: Background) -> Iterator[Act]:
    """Yield the calls of a sentence, one for each partner where they were called one by one."""
    for match in _CALL.finditer(shape.text):
        status = find_status(shape, match.start())
        if status is None:
            continue
        start, end = find_clause(shape, match.start())
        named = shape.list_groups(start, end if "给" in match[0] else match.end())
        link = _WITH.search(shape.text, start, match.end())
        caller = _find_caller(shape, named, link, background)
        if link and not caller:
            continue
        call = Act("call", *match.span(), "call", status, retold=is_retold(shape, *match.span()))
        apart = _APART.search(shape.text, start, match.start()) is not None
        yield from _pair(call, caller, list_codes(named, caller), apart=apart)


def _pair(call: Act, caller: Codes, called: Codes, *, apart: bool) -> Iterator[Act]:
    if caller and apart:
        yield from (call._replace(parties=(*caller, code)) for code in called)
    elif len({*caller, *called}) > 1:
        yield call._replace(parties=(*caller, *called))


def _find_caller(shape: Shape, named: tuple[Group, ...], link: re.Match[str] | None, background: Background) -> Codes:
    """Return who called: the group before "with", else the subject; nobody where all are named together."""
    if link is None:
        return ()
    before = next((group for group in named if group.codes and group.at < link.start()), None)
    return before.codes if before else find_subject(shape, link.start(), background).codes
