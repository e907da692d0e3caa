"""Counts in Chinese: number, measure word, noun ("28个亚洲国家", "十七国", "培训200多场").

One pass over the numerals of the text; what stands after each decides what it counts. What could be a count and cannot
be read is refused with its reason; a numeral that counts nothing we know is passed over in silence.
"""

import re
from collections.abc import Sequence

from geo.base.records import Bound, Mention, Refusal
from geo.clauses.chinese_units import (
    GROUP,
    INSTITUTION,
    MADE,
    MODIFIERS,
    NATIONAL,
    NOUN_FIRST,
    NOUNS,
    SHARED_CURRENCY,
    SIGNS,
    SITE,
    THING,
    Noun,
)
from geo.clauses.counts import Amount, Count, CountsRead, find_fault, list_mentions_within, refuse
from geo.text.numerals import CHINESE_NUMERAL, parse_numeral
from geo.text.number_signs import make_plain

# Neither 第五批, 四分之三, N95 and G20 nor the second half of a longer numeral are counts; but three capitals are an
# acronym, which Chinese sets close: RCEP15个成员国.
_NUMBER = re.compile(
    rf"(?:(?<![A-Za-z0-9.,第])|(?<=[A-Z]{{3}}))(?<![A-Za-z0-9]-)(?<!分之)(?P<low>{CHINESE_NUMERAL})"
    rf"(?:个?(?:-|至|到)(?P<high>{CHINESE_NUMERAL}))?"
)
_TAIL = re.compile(r"(?P<fuzz>[多余几来])?(?P<scale>(?<=[多余几来])(?:[十百千]?[万亿]|[百千]))?(?P<more>[多余])?")
_BEFORE: tuple[tuple[Bound, str], ...] = (
    ("at_most", "不超过|不多于|不高于|至多|最多"),
    ("at_least", "不少于|不低于|至少|起码|最少"),
    ("less_than", "不到|不足|少于|低于|不满"),
    ("more_than", "超过|超出|多于|高于|逾|超"),
    ("nearly", "将近|接近|几乎|(?<![附最邻临远靠相新])近"),
    ("about", "大约|大概|约|差不多|多达"),
)
_BOUND_BEFORE = re.compile("|".join(f"(?P<{bound}>{words})" for bound, words in _BEFORE) + "|上(?=$)")
_LINK = re.compile(r"[有为达到]$")
_AFTER: tuple[tuple[Bound, tuple[str, ...]], ...] = (
    ("about", ("左右", "上下")),
    ("at_least", ("以上",)),
    ("at_most", ("以下", "以内")),
)
_BARE = re.compile(r"[百千万亿]+")
_TWO_OR_THREE = re.compile(
    r"(?P<tens>(?:[一二三四五六七八九][千百])*(?:[一二三四五六七八九]?十)?)(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?P<scale>[十百千万])?"
)
_SIGN = re.compile("(?:" + "|".join(re.escape(sign) for sign in sorted(SIGNS, key=len, reverse=True)) + ")$")
_NO_COUNT = re.compile(r"《$|五代$")
_DEFINITE = re.compile(r"[这那该]$|上述$")
_SMALL = tuple("三四五六七八九")
_NO_GROUP = ("一", "两", "二", "〇", "零", "万", "百", "千")
_ENUMERATED = re.compile(r"等$")
_LISTS = re.compile(r"国(?:分别|即|是)?[是为:：（(—]")


def read_chinese(text: str, mentions: Sequence[Mention]) -> CountsRead:
    """Return the counts of a Chinese text and the numbers refused; `mentions` in the order of their start."""
    plain = make_plain(text)
    reading = CountsRead([], [])
    for match in _NUMBER.finditer(plain):
        found = _read_count(plain, match, mentions)
        if isinstance(found, Count):
            reading.counts.append(found)
        elif found is not None:
            reading.refusals.append(found._replace(text=text[found.start : found.end]))
    return reading


def _read_count(plain: str, number: re.Match[str], mentions: Sequence[Mention]) -> Count | Refusal | None:
    tail = _match_tail(plain, number.end())
    found = _find_noun(plain, number, tail, mentions)
    if found is None and (shared := SHARED_CURRENCY.match(plain, tail.end())):
        return refuse(plain, number.start(), shared.end(), "the money of several countries")
    if found is None or _is_indefinite(plain, number):
        return None
    unit, end, words, rule = found
    start, amount = number.start(), _read_amount(plain, number, tail)
    if amount is None:
        return refuse(plain, start, end, "a number that cannot be read")
    amount, end = _look_after(plain, amount, end)
    fault = find_fault(amount, unit)
    return refuse(plain, amount.start, end, fault) if fault else Count(amount.start, end, amount, unit, words, rule)


def _match_tail(plain: str, place: int) -> re.Match[str]:
    """Return 多, 余万 and the like after a numeral; the match is empty where there is none."""
    tail = _TAIL.match(plain, place)
    assert tail is not None  # every part of it is optional
    return tail


def _is_indefinite(plain: str, number: re.Match[str]) -> bool:
    """Tell 数百, 几十, a bare 万, the names 《十二国》 and 五代十国, and 这三个国家, already named, from counts."""
    start = number.start()
    if _NO_COUNT.search(plain, max(0, start - 2), start):
        return True
    if _DEFINITE.search(plain, max(0, start - 2), start) and number[0] in (*_SMALL, "两", "二", *"23456789"):
        return True
    if plain[max(0, start - 1) : start] in ("数", "几", "成", "好"):
        return True
    bare = _BARE.fullmatch(number[0])
    return bare is not None and not _BOUND_BEFORE.search(plain, max(0, start - 3), start)


# ── the noun ──


def _find_noun(
    plain: str, number: re.Match[str], tail: re.Match[str], mentions: Sequence[Mention]
) -> tuple[str, int, tuple[int, int], str] | None:
    """Return unit, end of the noun, the words before it, and the rule that found it."""
    start, after = number.start(), tail.end()
    for noun in NOUNS:
        match = noun.pattern.match(plain, after)
        if match and _counts_this(plain, start, noun, match, mentions):
            return noun.unit, match.end(), match.span("words"), noun.rule
    group = GROUP.match(plain, after)
    if group and _is_group(plain, start, after, mentions):
        return "countries", group.end(), (after, after), "group"
    for unit, before, measure in NOUN_FIRST:
        counted = measure.match(plain, after)
        if counted and before.search(plain, max(0, start - 12), start):
            return unit, counted.end(), (after, after), "noun first"
    sign = _SIGN.search(plain, max(0, start - 3), start)
    return (SIGNS[sign[0]], after, (after, after), "money") if sign else None


def _counts_this(plain: str, number_start: int, noun: Noun, match: re.Match[str], mentions: Sequence[Mention]) -> bool:
    if noun.unit != "countries":
        return True
    if not MODIFIERS.fullmatch(_blank_places(plain, match, mentions)):
        return False
    return match["head"] != "国家" or not _is_national(plain, number_start, match.end())


def _is_national(plain: str, start: int, end: int) -> bool:
    """Tell "26个国家级湿地" and "新建12个国家试验田", which count no countries."""
    if any(words.match(plain, end) for words in (NATIONAL, INSTITUTION, SITE)):
        return True
    return bool(MADE.search(plain, max(0, start - 4), start) and THING.match(plain, end))


def _blank_places(plain: str, noun: re.Match[str], mentions: Sequence[Mention]) -> str:
    """Return the words before the noun with a NUL for each name; a name may take in the noun: 太平洋岛国."""
    (start, end), words = noun.span("words"), ""
    for mention in list_mentions_within(mentions, start, noun.end()):
        if mention.start < end and mention.kind != "country":
            words, start = words + plain[start : mention.start] + "\0", max(start, mention.end)
    return words + plain[start:end]


def _is_group(plain: str, start: int, after: int, mentions: Sequence[Mention]) -> bool:
    """Tell "17国" from 两国 and 三国, which point back to countries already named or to nothing.

    A small Chinese numeral is a count only right after the countries or the region it counts.
    """
    number = plain[start:after]
    if number not in _SMALL:
        return number not in _NO_GROUP or _bounded(plain, start)
    if _LISTS.match(plain, after) or _bounded(plain, start) or _ENUMERATED.search(plain, max(0, start - 1), start):
        return True
    return any(mention.end == start for mention in list_mentions_within(mentions, max(0, start - 20), start))


def _bounded(plain: str, start: int) -> bool:
    return _look_before(plain, start)[0] < start


# ── the number ──


def _read_amount(plain: str, number: re.Match[str], tail: re.Match[str]) -> Amount | None:
    spoken = _TWO_OR_THREE.fullmatch(number[0])
    if spoken:
        return _read_spoken_range(spoken, number.start(), tail.end())
    scale = parse_numeral("1" + tail["scale"], "zh") or 1 if tail["scale"] else 1
    low = parse_numeral(number["low"], "zh")
    if number["high"]:
        high = parse_numeral(number["high"], "zh")
        if low is None or high is None:
            return None
        return Amount(number.start(), tail.end(), low * scale, high * scale, "between")
    start, bound = _look_before(plain, number.start())
    if tail["fuzz"] or tail["more"]:
        bound = "about" if tail["fuzz"] == "来" else "more_than"
    return None if low is None else Amount(start, tail.end(), low * scale, None, bound)


def _read_spoken_range(spoken: re.Match[str], start: int, end: int) -> Amount | None:
    """Return 15 to 16 for 十五六; what does not rise by one (三五) is an idiom and no number."""
    tens, scale = spoken["tens"] or "", spoken["scale"] or ""
    low, high = (parse_numeral(tens + spoken[side] + scale, "zh") for side in ("low", "high"))
    digits = "一二三四五六七八九"
    if low is None or high is None or digits.index(spoken["high"]) - digits.index(spoken["low"]) != 1:
        return None
    return Amount(start, end, low, high, "between")


def _look_before(plain: str, start: int) -> tuple[int, Bound]:
    """Return where the phrase begins, and the bound that the words before the number set."""
    linked = start - 1 if _LINK.search(plain, max(0, start - 1), start) else start
    for end in dict.fromkeys((start, linked)):  # 多达 ends in a link of its own
        for match in _BOUND_BEFORE.finditer(plain, max(0, end - 4), end):
            if match.end() == end and (match[0] != "上" or plain[start] in "百千万亿"):
                return match.start(), _as_bound(match.lastgroup)
    return start, "exact"


def _as_bound(name: str | None) -> Bound:
    for bound, _ in _BEFORE:
        if bound == name:
            return bound
    return "at_least"  # 上百: a hundred and upwards


def _look_after(plain: str, amount: Amount, end: int) -> tuple[Amount, int]:
    """Return the amount and the end of the phrase with 左右, 以上 and their like taken in."""
    for bound, words in _AFTER:
        for word in words:
            if plain.startswith(word, end):
                return amount._replace(bound=bound), end + len(word)
            if plain.startswith(word, amount.end) or plain.startswith(word, amount.end + 1):
                return amount._replace(bound=bound), end
    return amount, end
