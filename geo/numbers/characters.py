"""Numbers of languages that write them in characters with multipliers: 一百二十, 1亿2000万, 三点五万, 十五六."""

import re

from geo.languages.packs import read_names, read_values
from geo.numbers.numerals import Numeral, parse_digits, parse_ratio, tidy

_LONGEST = 24  # characters; a longer run is no number, and a hostile one must not be parsed
_DIGITS = "一二三四五六七八九"
_LARGE = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_DIGIT = "[一二两三四五六七八九1-9]"
# One section is what stands between 亿 and 万 and the end: at most four places, each once, 零 for a place left out.
_SECTION = re.compile(
    rf"(?:(?P<thousands>{_DIGIT})千)?"
    rf"(?:[零〇]?(?P<hundreds>{_DIGIT})百)?"
    r"(?:[零〇]?(?P<tens>[一二三四五六七八九1-9]?)(?P<ten>十))?"
    rf"(?:[零〇]?(?P<ones>{_DIGIT}))?"
)
_COLLOQUIAL = re.compile(rf"(?P<head>.*[百千万亿])(?P<tail>[{_DIGITS}])")
_DIGITS_AND_SMALL = re.compile(r"(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<small>[十百千]?)")
_GROUP = re.compile(r"(?<=[万亿]\d),(?=\d{3}$)")  # 7万2,655
_POINT = re.compile(rf"(?P<whole>[{_DIGITS}两十百千零〇]+)点(?P<part>[{_DIGITS}零〇]+)(?P<scale>[百千万亿]*)")
_PAIR = re.compile(
    rf"(?P<head>(?:[{_DIGITS}两][千百])*(?:[{_DIGITS}]?十)?)(?P<low>[{_DIGITS}两])(?P<high>[{_DIGITS}两])(?P<scale>[十百千万亿]*)"
)
_BARE = re.compile("[百千万亿]+")
_POWERS = ("十", "百", "千", "万", "亿", "百万", "千万", "百亿", "千亿")


class Characters:
    """The numerals of one language in characters, digits and both."""

    pattern: re.Pattern[str]
    begins: re.Pattern[str]

    def __init__(self, language: str) -> None:
        """Build the pattern from the number characters of a language."""
        self._ones = {character: int(value) for character, value in read_values(language, "numbers", "ones").items()}
        self._scales = read_values(language, "numbers", "scales")
        self._same = str.maketrans(dict(read_names(language, "numbers", "same")))
        powers = "".join([*self._scales, *"拾佰仟"])
        characters = "".join([*self._ones, *self._scales, *read_names(language, "numbers", "same")])
        self.pattern = re.compile(rf"""(?x)
            (?P<ratio>\d{{1,2}}/\d{{1,2}})(?![/\d.])
          | (?P<whole>[{characters}]{{1,8}})分之(?P<part>[{characters}\d]{{1,8}}(?:[点.][{characters}\d]{{1,6}})?)
          | (?P<digits>\d{{1,18}}(?:[,.]\d{{1,9}}){{0,6}}
                (?:[{powers}]{{1,3}}(?:\d,\d{{3}}(?![\d.,])|[零〇]?\d{{1,4}}(?![\d.,])|[{characters}]{{1,12}})?){{0,4}})
          | (?P<mixed>[{characters}]{{0,8}}[{powers}][零〇]?\d{{1,4}}[{powers}]{{1,2}}(?![\d.,]))
          | (?P<characters>[{characters}]{{1,{_LONGEST}}}(?:点[{characters}]{{1,12}})?)""")
        self.begins = self.pattern

    def read(self, match: re.Match[str]) -> Numeral:
        """Return what a match is worth: a fraction, digits with multipliers, or characters."""
        start, end = match.span()
        if match["ratio"]:
            return Numeral(start, end, parse_ratio(match["ratio"]), share=True, rough=True)
        if match["whole"]:
            return self._read_fraction(match)
        text = _GROUP.sub("", match[0].translate(self._same))
        scale = self._last_scale(text)
        pair = _PAIR.fullmatch(text)
        if pair:
            return self._read_pair(match, pair, scale)
        value = self._parse(text)
        places = value is not None and len(text) == 4 and all(character in self._ones for character in text)
        digits = f"{value:.0f}" if places else text if text.isascii() and text.isdigit() else ""
        return Numeral(start, end, value, scale=scale, digits=digits)

    def _read_fraction(self, match: re.Match[str]) -> Numeral:
        whole, part = (self._parse(match[name].translate(self._same)) for name in ("whole", "part"))
        value = None if not whole or part is None or part > whole * 100 else round(100 * part / whole, 4)
        if match["whole"] not in ("百",) and (value is None or value > 100):
            value = None
        return Numeral(
            match.start(), match.end(), value and round(value, 2), share=True, rough=match["whole"] not in ("百", "千")
        )

    def _read_pair(self, match: re.Match[str], pair: re.Match[str], scale: float) -> Numeral:
        """Read 两三, 十五六 and 三四百: two numbers side by side, or 三五, which is said of three to five."""
        rises = self._ones[pair["high"]] - self._ones[pair["low"]] == 1 or pair["low"] + pair["high"] == "三五"
        low, high = (self._parse(pair["head"] + pair[name] + pair["scale"]) for name in ("low", "high"))
        if not rises or low is None or high is None:
            return Numeral(match.start(), match.end(), None)
        return Numeral(match.start(), match.end(), low, high, scale)

    def _last_scale(self, text: str) -> float:
        """Return what the multipliers at the end make of the digits before them: 10**8 of 2亿, 1 of 1亿2."""
        if not text or text[-1] not in "万亿":
            return 1.0
        return self._multiply(text[len(text.rstrip("十百千万亿")) :])

    def _multiply(self, characters: str) -> float:
        product = 1.0
        for character in characters:
            product *= self._scales[character]
        return product

    def _parse(self, text: str) -> float | None:
        if not text or len(text) > 2 * _LONGEST:
            return None
        if text[0].isdigit() and (text.isascii()):
            return parse_digits(text)
        if text == "十" or _BARE.fullmatch(text):
            return self._multiply(text) if text in _POWERS else None
        if all(character in self._ones for character in text):
            return self._parse_places(text)
        point = _POINT.fullmatch(text)
        if point:
            return self._parse_point(point)
        return self._parse_large(text)

    def _parse_places(self, text: str) -> float | None:
        """Return 2020 for 二〇二〇: digits in their places. Without a 〇 two digits may be "two or three"."""
        if len(text) == 1:
            return float(self._ones[text])
        if ("〇" not in text and "零" not in text) or text[0] in "〇零" or "两" in text:
            return None
        return float("".join(str(self._ones[character]) for character in text))

    def _parse_point(self, point: re.Match[str]) -> float | None:
        whole = self._parse(point["whole"])
        part = "".join(str(self._ones[character]) for character in point["part"])
        return None if whole is None else tidy(float(f"{whole:.0f}.{part}") * self._multiply(point["scale"]))

    def _parse_large(self, text: str) -> float | None:
        """Return what sections joined by 万亿, 亿 and 万 are worth, each multiplier at most once, in falling order."""
        colloquial = _COLLOQUIAL.fullmatch(text)
        if colloquial and not text[0].isdigit():  # 一百二 is 120: the last digit stands one place lower
            larger = self._parse_large(colloquial["head"])
            return larger and larger + self._scales[colloquial["head"][-1]] / 10 * self._ones[colloquial["tail"]]
        total, rest, room = 0.0, text, float(10**16)
        for multiplier, factor in _LARGE:
            head, found, tail = rest.partition(multiplier)
            if not found:
                continue
            section = self._parse_section(head)
            if section is None or section * factor >= room or (tail and section % 1):
                return None
            total, rest, room = total + section * factor, tail, float(factor)
        if not rest:
            return tidy(total)
        section = self._parse_section(rest)
        short = rest.isdigit() and rest.isascii() and total and len(rest) < 3
        return None if section is None or section >= room or short else tidy(total + section)

    def _parse_section(self, text: str) -> float | None:
        mixed = _DIGITS_AND_SMALL.fullmatch(text)
        if mixed:
            number = parse_digits(mixed["digits"])
            return None if number is None else tidy(number * self._scales.get(mixed["small"], 1))
        text = text[1:] if len(text) > 1 and text[0] in "零〇" else text
        match = _SECTION.fullmatch(text)
        if not text or match is None or text in "零〇":
            return None
        tens = 10 * self._digit(match["tens"] or "一") if match["ten"] else 0
        places = ((match["thousands"], 1000), (match["hundreds"], 100), (match["ones"], 1))
        return float(tens + sum(self._digit(digit) * place for digit, place in places if digit))

    def _digit(self, character: str) -> int:
        return int(character) if character.isascii() else self._ones[character]
