"""Checks of a name's surroundings, for names that also mean something else.

Each check is given the text and the place of the name and returns the reason to refuse it, or None. Those of English
are geo.names.english_contexts.
"""

from collections.abc import Mapping

from geo.base.reasons import Reason
from geo.names.english_contexts import ENGLISH_CHECKS, Look
from geo.names.patterns import Check

# Chinese characters count as letters, but a Latin name beside them ends there.
_EAST = "\u2e80"
# What transcribes foreign names, and the words of the language that it begins.
_BEGUN = frozenset({"希望", "维护", "维持", "维和", "威胁", "克服", "诺贝", "顿时", "奇迹"})
_TRANSCRIBING = frozenset("斯尔克莱伦森顿姆诺洛茨希奇蒂戈弗娜丝妮拉维威")
_SULTANATES = frozenset({"阿曼", "文莱", "汶莱", "汶萊", "斯曼", "帝国", "帝國"})
# What 文 begins a word with: 希腊|文化.
_AFTER_LETTERS = frozenset("化学學明物艺藝献獻坛壇件人本教官豪")


def explain_refusal(check: Check, text: str, start: int, stop: int) -> str | None:
    """Return why the name at a place of the text is no name there, None where it is one."""
    look = _CHECKS.get(check)
    return look(text, start, stop) if look else None


def has_word_edges(text: str, start: int, stop: int) -> bool:
    """Tell whether no letter or digit touches the place; a place that ends in a hyphen may go on."""
    if start and text[start - 1].isalnum() and text[start - 1] < _EAST:
        return False
    after = text[stop : stop + 1]
    return not after.isalnum() or after >= _EAST or text[stop - 1] == "-"


def _look_sultan(text: str, start: int, stop: int) -> Reason | None:
    """Refuse the title of a ruler: 阿曼苏丹."""
    title = text[max(0, start - 2) : start] in _SULTANATES or text[stop : stop + 1] in ("·", "国", "國")
    return "the title of a ruler" if title else None


def _look_letters(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a language or people where its last character begins another word: 希腊|文化."""
    is_word = text[stop - 1] == "文" and stop < len(text) and text[stop] in _AFTER_LETTERS
    return "the country, not its language" if is_word else None


def _look_foreign(text: str, start: int, stop: int) -> Reason | None:
    """Refuse a part of a transcribed personal name."""
    beside = text[max(0, start - 1) : start] + text[stop : stop + 1]
    return "part of a transcribed name" if any(dot in beside for dot in "·•・．") else None


def _look_traditional(text: str, start: int, stop: int) -> Reason | None:
    """Refuse what goes on as the transcription of a name: 查德|維克."""
    goes_on = text[stop : stop + 1] in _TRANSCRIBING and text[stop : stop + 2] not in _BEGUN
    return "part of a transcribed name" if goes_on else _look_foreign(text, start, stop)


_CHECKS: Mapping[Check, Look] = {
    **ENGLISH_CHECKS,
    "sultan": _look_sultan,
    "letters": _look_letters,
    "foreign": _look_foreign,
    "traditional": _look_traditional,
}
