"""Checks of a name's surroundings, for names that also mean something else.

Each check is given the text and the place of the name and returns the reason to refuse it, or None. Those of English
are geo.names.english_contexts.
"""

from collections.abc import Mapping

from geo.base.reasons import Reason
from geo.names.capitals import spell_english, spell_small, stands_in_capitals
from geo.names.english_contexts import ENGLISH_CHECKS, Look
from geo.names.patterns import Check

# Chinese characters count as letters, but a Latin name beside them ends there.
_EAST = "\u2e80"
# What transcribes foreign names, and the words of the language that it begins.
_BEGUN = frozenset(
    {
        "希望",
        "希腊",
        "维护",
        "维持",
        "维和",
        "维也",
        "威胁",
        "威慑",
        "克服",
        "克罗",
        "克里",
        "诺贝",
        "诺如",
        "顿时",
        "奥运",
        "奥委",
        "奥地",
        "斯里",
        "斯洛",
        "莱索",
        "尔后",
        "森林",
        "伦敦",
    }
)
_TRANSCRIBING = frozenset("斯尔克莱伦森顿姆诺洛茨希蒂戈弗娜丝妮维威奥昂娅莎茜兹")
# What begins transcribed names, and the words of the language that it ends.
_LEADING = frozenset("卡弗杜蒂戈迪莫洛")
_LED = frozenset({"刷卡", "打卡", "关卡", "发卡", "办卡", "启迪", "奥迪", "切莫"})
_SULTANATES = frozenset({"阿曼", "文莱", "汶莱", "汶萊", "斯曼", "帝国", "帝國"})


def explain_refusal(check: Check, text: str, start: int, stop: int) -> str | None:
    """Return why the name at a place of the text is no name there, None where it is one."""
    look = _CHECKS.get(check)
    if look is None:
        return None
    if check != "capitals" and check in ENGLISH_CHECKS and stands_in_capitals(text, start, stop):
        return look(*spell_small(text, start, stop, text[start:stop].title(), spell_english))
    return look(text, start, stop)


def has_word_edges(text: str, start: int, stop: int) -> bool:
    """Tell whether no letter or digit touches the place; a place that ends in a hyphen may go on."""
    if start and text[start - 1].isalnum() and text[start - 1] < _EAST:
        return False
    after = text[stop : stop + 1]
    return not after.isalnum() or after >= _EAST or text[stop - 1] == "-"


def _look_sultan(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the title of a ruler: 阿曼苏丹."""
    title = text[max(0, start - 2) : start] in _SULTANATES or text[stop : stop + 1] == "·"
    return "the title of a ruler" if title else None


def _look_foreign(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a part of a transcribed personal name: beside a dot, or beside what only transcribes (马里|昂, 卡|沙特)."""
    beside = text[max(0, start - 1) : start] + text[stop : stop + 1]
    if any(dot in beside for dot in "·•・．") or "·" in text[max(0, start - 3) : start]:
        return "part of a transcribed name"
    goes_on = text[stop : stop + 1] in _TRANSCRIBING and text[stop : stop + 2] not in _BEGUN
    begun = text[max(0, start - 1) : start] in _LEADING and text[max(0, start - 2) : start] not in _LED
    return "part of a transcribed name" if goes_on or begun else None


def _look_traditional(text: str, start: int, stop: int) -> Reason | None:
    """Refuse what goes on as the transcription of a name: 查德|維克."""
    return _look_foreign(text, start, stop)


_CHECKS: Mapping[Check, Look] = {
    **ENGLISH_CHECKS,
    "sultan": _look_sultan,
    "foreign": _look_foreign,
    "traditional": _look_traditional,
}
