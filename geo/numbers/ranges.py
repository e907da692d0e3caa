"""Two numbers that make one range: "10 to 20 million", "between 5 and 7", 2至3亿; and two that do not."""

import re
from typing import Literal, NamedTuple

from geo.numbers.grammars import Grammar
from geo.numbers.numerals import Numeral
from geo.numbers.omissions import YEARS, take_words_before


class Range(NamedTuple):
    """What two numerals are together: the range, or why they are none of it."""

    numeral: Numeral
    kind: Literal["single", "between", "no rise", "left out"]
    percent: bool = False
    start: int | None = None


def settle_range(plain: str, scanned: str, numeral: Numeral, begin: int, grammar: Grammar) -> Range:
    """Return a numeral with its upper end where the words between it and the next make a range; money begins earlier."""
    if numeral.value is None or numeral.share:
        return Range(numeral, "single")
    if numeral.value_to is not None:
        return Range(numeral, "between")
    joint = grammar.joint.match(plain, numeral.end)
    match = grammar.writing.pattern.match(scanned, joint.end()) if joint else None
    high = grammar.writing.read(match) if match else None
    if joint is None or high is None or high.value is None or high.share or high.value_to is not None:
        return Range(numeral, "single")
    if numeral.digits and high.digits and numeral.value in YEARS and high.value in YEARS:
        return Range(Numeral(numeral.start, high.end, numeral.value, high.value), "left out")
    return _join(plain, numeral, high, joint, begin, grammar)


_SHARE = re.compile(r" ?%| ?per ?cent| ?pct|[个名人家]|[\u4e00-\u9fff]")


def _join(plain: str, low: Numeral, high: Numeral, joint: re.Match[str], begin: int, grammar: Grammar) -> Range:
    before, signed = take_words_before(plain, begin, grammar), begin < low.start
    opening = before[-1] if grammar.spaced and before else ""
    between = opening in grammar.words["between"]
    word, pair = (
        grammar.joints.get(joint["joint"], joint["joint"]),
        Numeral(low.start, high.end, *_share_scale(low, high), scale=high.scale),
    )
    if _makes_no_range(plain, low, high, joint, word, signed, between):
        return Range(low, "single")
    if not grammar.spaced and word in "到至" and low.scale > high.scale:
        return Range(low, "single")
    if (
        opening in grammar.words["from"]
        and (grammar.glue is None or word == "to")
        and _tells_a_change(plain, begin, high.end, grammar)
    ):
        return Range(low, "single")
    if pair.value is None or pair.value_to is None or pair.value >= pair.value_to:
        return _refuse_or_part(low, pair, word, between or signed)
    if word == "-" and high.digits and low.digits and not signed and not _names_noun(plain, high.end, grammar):
        return Range(pair, "left out")
    opens = begin - len(opening) - 1 if between else None
    return Range(pair, "between", bool(joint["own"] and "%" in joint["own"]), opens)


def _share_scale(low: Numeral, high: Numeral) -> tuple[float | None, float | None]:
    """Return both ends: in "10 to 20 million" the scale holds for both, in "500 to 1 million" for the second."""
    assert low.value is not None
    assert high.value is not None
    if low.scale == 1 and high.scale > 1 and low.value < high.value / high.scale:
        return round(low.value * high.scale, 6), high.value
    return low.value, high.value


def _makes_no_range(
    plain: str, low: Numeral, high: Numeral, joint: re.Match[str], word: str, signed: bool, between: bool
) -> bool:
    """Tell "$5 million to 20 countries" and "five and six" from ranges; `word` is the kind of the joint."""
    if word == "and" and not between:
        return True
    if word == "to" and (signed or low.scale > 1) and not joint["sign"] and high.scale == 1 and not between:
        return not re.match(r" ?%| per ?cent", plain[high.end : high.end + 10])
    if joint["own"] and "%" not in joint["own"] + plain[high.end : high.end + 1] and not _SHARE.match(plain, high.end):
        return True  # "fell 8.4 percent to 6.1 million tonnes"
    if joint["own"] and "%" in joint["own"] and high.scale > 1:
        return True
    return bool(joint["sign"]) and not signed


def _tells_a_change(plain: str, start: int, end: int, grammar: Grammar) -> bool:
    """Tell "rose from 20 to 30" and a bare "from 20 to 30" from "from 20 to 30 schools"."""
    near = plain[max(0, start - 60) : start].lower().rpartition(". ")[2].split()
    return any(word.strip(",") in grammar.words["changes"] for word in near[-10:]) or not _names_noun(
        plain, end, grammar
    )


def _names_noun(plain: str, end: int, grammar: Grammar) -> bool:
    if not grammar.spaced:
        return plain[end : end + 1] > "\u4e00" or plain[end : end + 1] in "%多余"
    if grammar.of.match(plain, end):  # de 40 a 50 millones de euros
        return True
    return bool(grammar.noun.match(plain, end)) and not grammar.no_noun.match(plain, end)


def _refuse_or_part(low: Numeral, pair: Numeral, word: str, sure: bool) -> Range:
    """Two numbers that do not rise: a broken range where the words say one, a score with a hyphen, else two numbers."""
    if word == "-" and not sure:
        return Range(pair, "left out")
    return Range(pair, "no rise") if sure and word in ("-", "and") else Range(low, "single")
