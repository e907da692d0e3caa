"""Whether a Chinese short form, found as a literal string, is one where it stands.

中美 is China and the United States in 中美关系, and is not in 名单中美国排第一 (a full name starts there), 其中美好的
(an ordinary word does) or 在名单中美方 (在…中 encloses a place).
"""

from collections.abc import Callable, Container
from typing import NamedTuple

from geo.base.reasons import Reason
from geo.names.patterns import Emission, Pattern
from geo.names.short_form_patterns import read_shorts, read_tails
from geo.names.word_edges import Lexicon, find_edges

_NUMBERS = {"两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8}
# Characters that transcribe foreign names and begin no common word: what they follow is a name (中|伊希斯).
_TRANSCRIBING = frozenset("斯尔爾克莱萊伦倫森顿頓姆诺諾洛茨希奇蒂戈弗娜丝絲妮拉")
# What may make the last character of X军 a longer word of its kind: 美|军舰, but not 美|军队 nor 美|方案.
_OPENED = {"军": frozenset("事代官舰机人费售火")}
_TONGUES = frozenset({"双语", "三语", "语言", "文字", "字幕", "词典", "互译"})
_SCRIPTS = frozenset("语文")
_ALONE = _SCRIPTS | frozenset("市县镇乡村")
# Characters that are used in transcribed names, and are seldom a word of their own; with the others, only two of them tell.
_IN_NAMES = frozenset(
    "埃艾巴鲍贝彼波伯查戴迪蒂杜尔菲费弗夫盖戈格哈赫霍吉杰凯坎库莱兰勒雷隆卢鲁罗洛曼梅蒙莫姆穆纳娜尼诺努帕佩珀普乔萨塞桑舍斯索塔坦瓦维沃乌谢辛雅耶伊尤扎泽詹兹"
)
_IN_ANY_NAMES = _IN_NAMES | frozenset(
    "阿安奥班本比布达德恩法福古基加卡科克拉劳里利林马米内皮奇切沙施史苏泰特提托万温西希夏亚扬朱丹"
)
_POSTS = frozenset("驻駐")
_STOPS = frozenset("，。；：！？、（）《》“”\n,;:")
_NO_NOUNS = frozenset("的与與和及对對同将將为為把使让讓于於由向从從就给給是有了并並")
_REACH = 16
_AND = frozenset("、和与與及")


class Judgement(NamedTuple):
    """What a short form gives: its mentions, where reading goes on, and why it was refused."""

    emissions: tuple[Emission, ...]
    resume: int
    reason: Reason | None = None


class Surroundings(NamedTuple):
    """What a short form is judged by: the text, the words of Chinese, and where full names stand.

    `measure_name` gives the length of the one that starts at a place, `ends_name` tells whether one ends there, `names`
    whether the text names one of the countries of an emission.
    """

    text: str
    lexicon: Lexicon
    measure_name: Callable[[int], int]
    ends_name: Callable[[int], bool]
    names: Callable[[Emission], bool]


def judge(pattern: Pattern, start: int, around: Surroundings) -> Judgement:
    """Return what the short form at a place of the text gives."""
    stop = start + len(pattern.text)
    last = start + pattern.emissions[-1].start if pattern.role == "before" else stop - 1
    edges = find_edges(around.lexicon, around.text, start, stop)
    if start not in edges:
        return Judgement((), start + 1, "the beginning of another word")
    if pattern.role != "after" and stop not in edges and around.measure_name(last):
        return _keep_before(pattern, start, last)
    if pattern.otherwise and _is_listed(around, start, stop):
        return Judgement(pattern.otherwise, stop)
    reason = _find_reason(pattern, around, start, edges)
    if reason is None and pattern.check == "named" and not _is_supported(pattern, around, stop):
        reason = "a short form that nothing supports"
    if reason:
        return Judgement((), start + 1, reason)
    if pattern.role == "group":
        return _extend(pattern, around.text, start, stop)
    # What stands last may begin another form: 英、法、德, 美驻华.
    opens = pattern.role == "list" or pattern.text[-1] in _POSTS
    return Judgement(pattern.emissions, last if opens else stop)


def _is_listed(around: Surroundings, start: int, stop: int) -> bool:
    """Tell whether a place is a member of a list of full names: 乍得、中非、喀麦隆, and not 中非关系 or 中非、中欧."""
    text = around.text
    if _has_tail(text, stop):
        return False
    after_name = text[start - 1 : start] in _AND and around.ends_name(start - 1)
    return after_name or (text[stop : stop + 1] in _AND and around.measure_name(stop + 1) > 0)


def _find_reason(pattern: Pattern, around: Surroundings, start: int, edges: Container[int]) -> Reason | None:
    """Return why the form is none by what stands beside it, None where nothing speaks against it."""
    stop = start + len(pattern.text)
    if pattern.role == "after":
        return _refuse_after(pattern, around, start, edges)
    reason = _refuse_before(around, stop, edges) or _refuse_followed(around, stop)
    if reason is None and pattern.role == "group":
        return _refuse_group(pattern, around, start, stop)
    return reason


def _keep_before(pattern: Pattern, start: int, last: int) -> Judgement:
    """Return what is left of a form whose last character begins a full name: 美驻巴西 keeps 美."""
    kept = tuple(emission for emission in pattern.emissions if start + emission.end <= last)
    if pattern.role in ("group", "list") and len(kept) < 2:
        kept = ()
    return Judgement(kept, last, None if kept else "a longer name begins there")


def _refuse_after(pattern: Pattern, around: Surroundings, start: int, edges: Container[int]) -> Reason | None:
    """Refuse X方 where 方 begins another word; what is longer may begin one: 俄|总统府."""
    bare, stop = start + pattern.emissions[-1].end, start + len(pattern.text)
    closed = stop - bare == 1 and around.text[stop : stop + 1] not in _OPENED.get(pattern.text[-1], ())
    if stop not in edges and (closed or bare not in edges):
        return "the beginning of another word"
    return "part of a transcribed name" if _ends_transcription(around, start) else None


def _ends_transcription(around: Surroundings, start: int) -> bool:
    """Tell whether what stands before transcribes a name and is no word: 盖|莱总统, 布里|德宣布."""
    text = around.text
    if "·" in text[max(0, start - 5) : start]:
        return True
    pair = text[max(0, start - 2) : start]
    is_likely = pair[-1:] in _IN_NAMES or (len(pair) == 2 and _IN_ANY_NAMES.issuperset(pair))
    return is_likely and not around.lexicon.weights.get(pair)


def _refuse_before(around: Surroundings, stop: int, edges: Container[int]) -> Reason | None:
    """Refuse a form whose last character begins an ordinary word: 对美|好 is 对|美好."""
    text, weights = around.text, around.lexicon.weights
    if text[stop : stop + 2] not in read_tails() and stop not in edges:
        return "the beginning of another word"
    if text[stop : stop + 1] in _TRANSCRIBING and not weights.get(text[stop : stop + 2]):
        return "part of a transcribed name"
    return None


def _refuse_followed(around: Surroundings, stop: int) -> Reason | None:
    """Refuse languages (英、中双语) and places in China (英德|市, but not 中美|市场)."""
    text = around.text
    following = text[stop : stop + 1]
    if text[stop : stop + 2] in _TONGUES:
        return "a language"
    if following in _ALONE and stop + 1 in find_edges(around.lexicon, text, stop, stop + 1):
        return "a language" if following in _SCRIPTS else "the beginning of another word"
    return None


def _refuse_group(pattern: Pattern, around: Surroundings, start: int, stop: int) -> Reason | None:
    """Refuse 中X where 中 is "in", and the end of a group that is the side of its last member."""
    text = around.text
    if text[stop : stop + 1] == "方" and text[stop + 1 : stop + 2] != "面":
        return "the side of one country"
    if pattern.text[0] == "中" and len(pattern.text) == 2 and not _has_tail(text, stop) and _is_enclosed(text, start):
        return "中 is 'in' here"
    return None


def _is_enclosed(text: str, start: int) -> bool:
    """Tell whether a 在 before the place waits for its 中, which follows a noun."""
    before = text[max(0, start - _REACH + 1) : max(0, start - 1)]
    place = before.rfind("在")
    return (
        place >= 0
        and text[start - 1] not in _NO_NOUNS
        and not text[start - 1].isdigit()
        and _STOPS.isdisjoint(before[place:] + text[start - 1])
    )


def _is_supported(pattern: Pattern, around: Surroundings, stop: int) -> bool:
    """Tell whether a weak form has support: the text names the country, or what follows fits two countries only."""
    if pattern.role == "group" and _has_tail(around.text, stop):
        return True
    return all(around.names(emission) for emission in pattern.emissions if emission.codes != ("CHN",))


def _has_tail(text: str, stop: int) -> bool:
    return text[stop : stop + 2] in read_tails() or text[stop : stop + 1] == "间"


def _extend(pattern: Pattern, text: str, start: int, stop: int) -> Judgement:
    """Return the emissions, with the characters of a longer run whose printed number of countries they make up."""
    shorts = read_shorts()
    end = stop
    while end - stop < 6 and text[end : end + 1] in shorts:
        end += 1
    if end == stop or text[end + 1 : end + 2] not in ("国", "國"):
        return Judgement(pattern.emissions, stop)
    if _NUMBERS.get(text[end]) != len(pattern.emissions) + end - stop:
        return Judgement(pattern.emissions, stop)
    run = tuple(
        Emission(place - start, place - start + 1, shorts[text[place]].codes, shorts[text[place]].partner, "frame")
        for place in range(stop, end)
    )
    return Judgement((*pattern.emissions, *run), end)
