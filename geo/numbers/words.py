"""Numbers of languages that write them in words: "twenty-five", "two and a half million", "5bn"."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from geo.languages.packs import read_lists, read_values
from geo.numbers.numerals import VULGAR, Numeral, parse_digits, parse_ratio

_LONGEST = 16  # words of one number; no count in a press text has more


_TIMES = r"\ (?:the\ |this\ |last\ |next\ |each\ )?(?:year|season|century|decade|month|week|match|game|(?:19|20)\d\d)\b"


class _Sum(NamedTuple):
    """A number on the way: what is closed by scale words, the group now open, and what may follow."""

    total: float = 0
    group: float | None = None
    last_scale: float = 1e18
    last: float = 0


class Words:
    """The numerals of one language in words, digits and both."""

    pattern: re.Pattern[str]
    begins: re.Pattern[str]

    def __init__(self, language: str) -> None:
        """Build the pattern from the number words of a language."""
        self._ones = read_values(language, "numbers", "ones")
        self._tens = read_values(language, "numbers", "tens")
        self._scales = read_values(language, "numbers", "scales")
        self._short = read_values(language, "numbers", "short_scales")
        self._fractions = read_values(language, "numbers", "fractions")
        self._apart = read_lists(language, "numbers", "lists")["short_scales_apart"]
        self.pattern = re.compile(self._write_pattern())
        self.begins = re.compile(self._write_beginnings())

    def _write_beginnings(self) -> str:
        """Return a pattern of where a numeral may begin, its words by their first letter: five times as fast to scan."""
        endings = dict[str, list[str]]()
        for word in [*self._ones, *self._tens, *self._scales, "half"]:
            endings.setdefault(word[0], []).append(word[1:])
        words = "|".join(f"{letter}{_either(rest)}" for letter, rest in endings.items())
        article = rf"an?(?=[ -]{_either([*self._fractions, *self._scales])}\b)"
        return rf"[0-9{''.join(VULGAR)}]|\b(?:{words}|{article})\b"

    def _write_pattern(self) -> str:
        scale, unit = _either(self._scales), _either([*self._ones, *self._tens, *self._scales])
        part = _either(self._fractions)
        digits = r"""
            \d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,6})?(?![,.']?\d)
          | \d{1,2}(?:,\d{2}){1,3},\d{3}(?![,.']?\d)  # 1,20,000: lakhs apart
          | \d{1,3}(?:'\d{3}){1,4}(?![,.']?\d)
          | (?!0)\d{1,3}(?:\ \d{3}){1,4}(?![,.'\ -]?\d|-[a-z])
          | \d{1,18}(?:[,.']\d{1,9}){0,6}"""
        after_digits = rf"""
            (?P<vulgar>\ ?[{"".join(VULGAR)}]|[ -]1/2\b)?
            (?P<digits_half>\ and\ a\ half\b)?
            (?:[ -]?(?P<scale>{scale})\b | (?:\ ?(?P<apart>{_either(self._apart)})|(?P<short>{_either(self._short)}))\b(?!\.\w))?"""
        share = rf"(?:half|(?:an?|one|two|three|four)[ -]{part})"
        return rf"""(?x)
            (?P<ratio>\d{{1,2}}/\d{{1,2}})(?![/\d.])
          | (?P<vulgar_alone>[{"".join(VULGAR)}])(?:[ -](?P<vulgar_scale>{scale})\b)?
          | (?P<digits>{digits}){after_digits}
          | \b(?:
                (?P<part>(?:an?\ |one[ -])?half|{share})(?:\ of)?(?:[ -]an?)?[ -](?P<part_scale>{scale})\b
              | (?P<share>{share})(?=\ of\b(?!{_TIMES})|(?<=half)\ (?:the|its|their|all|his|her|our)\b)
              | (?P<chain>(?:an?\ (?={scale}\b))?(?:{unit})\b(?:(?:[ -]and[ -]|[ -])(?:{unit})\b){{0,{_LONGEST}}})
                (?P<chain_half>\ and\ a\ half\b)?(?:(?<=half)[ -](?P<half_scale>{scale})\b)?
            )"""

    def read(self, match: re.Match[str]) -> Numeral:
        """Return what a match is worth: digits, a fraction of something, or words."""
        start, end = match.span()
        if match["ratio"]:
            return Numeral(start, end, parse_ratio(match["ratio"]), share=True, rough=True)
        if match["vulgar_alone"]:
            scale = self._scales.get(match["vulgar_scale"] or "", 1)
            return Numeral(start, end, VULGAR[match["vulgar_alone"]] * scale, scale=scale)
        if match["digits"]:
            return self._read_digits(match)
        if match["part"]:
            scale = self._scales[match["part_scale"]]
            return Numeral(start, end, round(self._read_part(match["part"]) * scale, 6), scale=scale)
        if match["share"]:
            return Numeral(start, end, round(100 * self._read_part(match["share"]), 2), share=True, rough=True)
        return self._read_chain(match)

    def _read_digits(self, match: re.Match[str]) -> Numeral:
        number = parse_digits(match["digits"])
        scale = self._scales.get(match["scale"] or "") or self._short.get(match["apart"] or match["short"] or "") or 1
        more = VULGAR.get((match["vulgar"] or "").strip(), 0.5 if match["vulgar"] or match["digits_half"] else 0)
        digits = match[0] if match[0].isdigit() else ""
        value = None if number is None else round((number + more) * scale, 6)
        return Numeral(match.start(), match.end(), value, scale=scale, digits=digits)

    def _read_part(self, text: str) -> float:
        """Return 0.75 for "three-quarters"."""
        words = text.replace("-", " ").split()
        times = self._ones.get(words[0], 1)
        return min(1.0, times * self._fractions[words[-1]])

    def _read_chain(self, match: re.Match[str]) -> Numeral:
        value = self._add_up(match["chain"].replace("-", " ").split())
        last = self._scales.get(re.split("[ -]", match["chain"])[-1], 1)
        if value is not None and match["half_scale"]:
            value, last = (value + 0.5) * self._scales[match["half_scale"]], self._scales[match["half_scale"]]
        elif value is not None and match["chain_half"]:
            value += 0.5 * last
        return Numeral(match.start(), match.end(), None if value is None else float(value), scale=last)

    def _add_up(self, words: list[str]) -> float | None:
        """Return what a chain of words is worth: groups below a thousand, closed by falling scale words."""
        words = ["one" if word in ("a", "an") else word for word in words]
        if words[0] in self._scales:
            return None
        state: _Sum | None = _Sum()
        for place, word in enumerate(words):
            if word == "and":
                state = state if state and state.last >= 100 and place + 1 < len(words) else None
            else:
                state = self._take(state, word) if state else None
            if state is None:
                return None
        return state.total + (state.group or 0) if state else None

    def _take(self, state: _Sum, word: str) -> _Sum | None:
        if word not in self._scales:
            return self._take_small(state, self._tens.get(word) or self._ones[word])
        scale, group = self._scales[word], state.group
        if group is None or (scale <= 100 and group >= 100) or group == 0:
            return None
        if scale <= 100:
            return state._replace(group=group * scale, last=scale)
        if scale >= state.last_scale:
            return None
        return _Sum(state.total + group * scale, None, scale, scale)

    def _take_small(self, state: _Sum, number: float) -> _Sum | None:
        """Add a number below a hundred where one may stand: at the beginning, after a hundred, after a ten."""
        group = state.group
        if group is None or (group >= 100 and state.last == 100):
            return state._replace(group=(group or 0) + number, last=number)
        if 20 <= state.last < 100 and 0 < number < 10:
            return state._replace(group=group + number, last=number)
        return None


def _either(words: Iterable[str] | Mapping[str, float]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"
