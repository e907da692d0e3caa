"""What a written number is worth: Arabic, full-width, Chinese and English numerals.

A numeral that breaks the rules of its writing is worth nothing (None): "12,34", "三四" (three or four) and "hundreds"
are never guessed at.
"""

import re

from geo.text.number_signs import make_plain

_LONGEST = 24  # characters or words; no count in a press text is longer, and a hostile one must not be parsed

_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
_TENS_CHARACTERS = (("廿", "二十"), ("卅", "三十"))

_ARABIC = re.compile(r"(?P<whole>\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?P<part>\.\d{1,6})?")
_SCALED = re.compile(r"(?P<number>[\d.,]+)(?P<scale>[十百千]?[万亿]|[百千])?")
# One section is what stands between 亿 and 万 and the end: at most four places, each once, 零 for a place left out.
_SECTION = re.compile(
    r"(?:(?P<千>[一二两三四五六七八九])千)?"
    r"(?:零?(?P<百>[一二两三四五六七八九])百)?"
    r"(?:零?(?P<十>[一二三四五六七八九]?)(?P<ten>十))?"
    r"(?:[零〇]?(?P<one>[一二两三四五六七八九]))?"
)
_COLLOQUIAL = re.compile(r"(?P<head>.*[百千万亿])(?P<tail>[一二三四五六七八九])")

_ONES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {word: n for n, word in enumerate(_ONES + _TEENS)}
_ENGLISH_TENS = {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_ENGLISH_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_ENGLISH_SHORT_SCALES = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_WITH_SCALE = re.compile(r"(?P<number>[\d.,]+)[ \u00a0-]?(?P<scale>[a-z]+)", re.IGNORECASE)

# What a scanner looks for; the parsers decide whether it is a numeral. The words are a closed list, so this is linear.
CHINESE_NUMERAL = r"(?:\d+(?:,\d+)*(?:\.\d+)?(?:[十百千]?[万亿]|[百千])?|[〇零一二两三四五六七八九十百千万亿廿卅]+)"
_UNIT_WORDS = "|".join(sorted([*_ENGLISH, *_ENGLISH_TENS, "hundred", "dozen", *_ENGLISH_SCALES], key=len, reverse=True))
ENGLISH_NUMERAL = (
    r"(?:\d+(?:,\d+)*(?:\.\d+)?(?:[ \u00a0-]?(?:thousand|million|billion|trillion)\b|(?:bn|mn|mln|tn|[kmb])\b)?"
    rf"|(?:(?:half )?an? (?=hundred|thousand|[mb]illion|dozen))?(?:{_UNIT_WORDS})\b(?:[- ](?:and )?(?:{_UNIT_WORDS})\b)*)"
)


def parse_numeral(text: str, language: str) -> float | None:
    """Return what a whole numeral is worth, or None where it breaks the rules of its writing.

    >>> parse_numeral("一百二十", "zh"), parse_numeral("1.2亿", "zh"), parse_numeral("twenty-five", "en")
    (120.0, 120000000.0, 25.0)
    >>> parse_numeral("三四", "zh") is parse_numeral("12,34", "en") is None
    True
    """
    plain = make_plain(text).strip()
    if len(plain) > 4 * _LONGEST:
        return None
    arabic = _parse_arabic(plain)
    if arabic is not None:
        return arabic
    return _parse_chinese_or_mixed(plain) if language == "zh" else _parse_english_or_mixed(plain.lower())


def _parse_arabic(text: str) -> float | None:
    return float(text.replace(",", "")) if _ARABIC.fullmatch(text) else None


def _parse_chinese_or_mixed(text: str) -> float | None:
    mixed = _SCALED.fullmatch(text)
    if mixed and mixed["scale"]:
        number = _parse_arabic(mixed["number"])
        return None if number is None else round(number * _scale_of(mixed["scale"]), 6)
    return _parse_chinese(text)


def _scale_of(characters: str) -> int:
    """Return what a run of multipliers is worth together: 千万 is ten million."""
    product = 1
    for character in characters:
        product *= _MULTIPLIERS[character]
    return product


def _parse_chinese(text: str) -> float | None:
    for short, long in _TENS_CHARACTERS:
        text = text.replace(short, long)
    if not text or len(text) > _LONGEST:
        return None
    if text in _MULTIPLIERS:
        return float(_MULTIPLIERS[text])
    if all(c in _DIGITS for c in text):
        return _parse_places(text)
    colloquial = _COLLOQUIAL.fullmatch(text)
    if colloquial:  # 一百二 is 120: the last digit stands one place below the last multiplier
        head = _parse_large(colloquial["head"])
        return None if head is None else float(head + _last_place(colloquial["head"]) * _DIGITS[colloquial["tail"]])
    return _as_float(_parse_large(text))


def _last_place(head: str) -> int:
    return _MULTIPLIERS[head[-1]] // 10


def _parse_places(text: str) -> float | None:
    """Return 20 for 二〇: digits in their places. Without a 〇 two digits may be "two or three", and are no number."""
    if len(text) == 1:
        return float(_DIGITS[text])
    if "〇" not in text and "零" not in text:
        return None
    return None if text[0] in "〇零" else float("".join(str(_DIGITS[c]) for c in text))


def _parse_large(text: str) -> int | None:
    """Return what sections joined by 亿 and 万 are worth, each multiplier at most once and in falling order."""
    total, rest = 0, text
    for multiplier in "亿万":
        head, found, tail = rest.partition(multiplier)
        if found:
            section = _parse_section(head)
            if section is None:
                return None
            total, rest = total + section * _MULTIPLIERS[multiplier], tail
    if not rest:
        return total
    section = _parse_section(rest)
    return None if section is None else total + section


def _parse_section(text: str) -> int | None:
    text = text[1:] if len(text) > 1 and text[0] == "零" else text
    match = _SECTION.fullmatch(text)
    if not text or match is None or text == "零":
        return None
    places = [(match["千"], 1000), (match["百"], 100), (match["one"], 1)]
    tens = 10 * _DIGITS[match["十"] or "一"] if match["ten"] else 0
    return tens + sum(_DIGITS[digit] * place for digit, place in places if digit)


def _as_float(number: int | None) -> float | None:
    return None if number is None else float(number)


def _parse_english_or_mixed(text: str) -> float | None:
    mixed = _WITH_SCALE.fullmatch(text)
    if mixed is None:
        return _as_float(_parse_english(text.replace("-", " ").split()))
    scale = (_ENGLISH_SCALES | _ENGLISH_SHORT_SCALES).get(mixed["scale"])
    number = _parse_arabic(mixed["number"])
    return None if scale is None or number is None else round(number * scale, 6)


def _parse_english(words: list[str]) -> int | None:
    if not words or len(words) > _LONGEST:
        return None
    if words[:2] == ["half", "a"] and len(words) == 3:
        return _ENGLISH_SCALES.get(words[2], 0) // 2 or None
    if words[-1] == "dozen":
        return _times_dozen(words[:-1])
    return _parse_english_scales(words)


def _times_dozen(words: list[str]) -> int | None:
    if words in (["a"], ["one"]):
        return 12
    count = _parse_english_hundreds(words)
    return 12 * count if count and count < 10 else None


def _parse_english_scales(words: list[str]) -> int | None:
    """Return what groups like "two million one hundred thousand and five" are worth, in falling order of scale."""
    total, group, last = 0, list[str](), 10**15
    for word in words:
        if word not in _ENGLISH_SCALES:
            group.append(word)
            continue
        count, scale = _parse_english_hundreds(group), _ENGLISH_SCALES[word]
        if count is None or scale >= last:
            return None
        total, group, last = total + count * scale, [], scale
    if not group:
        return total
    rest = _parse_english_hundreds(group[1:] if total and group[0] == "and" else group)
    return None if rest is None else total + rest


def _parse_english_hundreds(words: list[str]) -> int | None:
    """Return what up to three places are worth: "a hundred and ten", "twenty five", "seven"."""
    if words == ["a"]:
        return 1
    if "hundred" not in words:
        return _parse_english_tens(words)
    place = words.index("hundred")
    hundreds = 1 if words[:place] == ["a"] else _parse_english_tens(words[:place])
    rest = words[place + 1 :]
    rest = rest[1:] if rest[:1] == ["and"] else rest
    below = _parse_english_tens(rest) if rest else 0
    return None if hundreds is None or below is None or hundreds > 99 else 100 * hundreds + below


def _parse_english_tens(words: list[str]) -> int | None:
    match words:
        case [word] if word in _ENGLISH:
            return _ENGLISH[word]
        case [word] if word in _ENGLISH_TENS:
            return _ENGLISH_TENS[word]
        case [tens, one] if tens in _ENGLISH_TENS and 0 < _ENGLISH.get(one, 0) < 10:
            return _ENGLISH_TENS[tens] + _ENGLISH[one]
    return None
