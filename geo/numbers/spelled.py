"""Numbers of any language that parts its words by spaces, from its pack alone: "deux mille cinq cents", "1,3 млн", "ألفان".

A pack of such a language says `writing = "spelled"`. Its words are tables of what each is worth: `words` below a
thousand, or whole ("ألفان" is 2,000), `scales` multiply what stands before them, those of `bare` also stand alone
("mil", "tausend"), and what `rough` lists is "about" ("une dizaine"). A few switches tell how they are put together.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple, cast

from geo.languages.packs import read_lists, read_pack, read_values
from geo.numbers.numerals import Numeral, parse_either, tidy

_LONGEST = 12  # words of one number
_HUNDRED, _THOUSAND = 100, 1000


class _Sum(NamedTuple):
    """A number on the way: what scale words have closed, the group now open, and the last scale."""

    total: float = 0
    group: float | None = None
    last_scale: float = 1e18


class Spelled:
    """The numerals of one language in words, digits and both, as its pack spells them."""

    pattern: re.Pattern[str]
    begins: re.Pattern[str]

    def __init__(self, language: str) -> None:
        """Build the patterns from the number words of a language."""
        pack = read_pack(language, "numbers")
        lists = read_lists(language, "numbers", "lists")
        self._decimal = str(pack["decimal"])
        self._words = read_values(language, "numbers", "words")
        self._scales = read_values(language, "numbers", "scales")
        self._short = read_values(language, "numbers", "short_scales")
        self._shares = read_values(language, "numbers", "shares")
        self._ones_first = bool(pack.get("ones_first"))
        self._vigesimal = cast("list[int]", pack.get("vigesimal", []))
        self._compound = str(pack.get("compound", ""))
        self._joint = str(pack.get("joint", ""))
        self._edge = str(pack.get("edge", r"\b"))
        self._bare, self._rough, self._halves = (frozenset(lists.get(name, ())) for name in ("bare", "rough", "halves"))
        unit = _either([*self._words, *self._scales, *self._halves])
        self._unit = rf"(?:(?=\w){self._write_parts()}(?<=\w)|{unit})" if self._compound else unit
        self._token = re.compile(rf"{self._unit}(?!\w)")
        self.pattern = re.compile(self._write_pattern())
        self.begins = re.compile(self._write_beginnings())

    def _write_parts(self) -> str:
        """Return the pattern of the parts of a compound: "dreihundertfünfundzwanzig"."""
        small = {word: worth for word, worth in self._words.items() if 0 < worth < 10}
        tens = [word for word, worth in self._words.items() if 20 <= worth < _HUNDRED and worth % 10 == 0]
        hundred, thousand = (
            _either(word for word, worth in self._scales.items() if worth == size) for size in (_HUNDRED, _THOUSAND)
        )
        joint, ones, words = re.escape(self._compound), _either(small), _either(self._words)
        below = rf"(?:{ones}{joint}{_either(tens)}|{words})"
        return rf"(?:{ones}?{hundred}(?:{joint})?{below}?|{below})?{thousand}?(?:{joint})?(?:{ones}?{hundred}(?:{joint})?{below}?|{below})?"

    def _write_beginnings(self) -> str:
        endings = dict[str, list[str]]()
        for word in [*self._words, *self._scales, *self._shares, *self._halves]:
            endings.setdefault(word[0], []).append(word[1:])
        words = "|".join(f"{re.escape(letter)}{_either(rest)}" for letter, rest in endings.items())
        end = "" if self._compound else r"(?!\w)"
        return rf"\d|{self._edge}(?:{words}){end}"

    def _write_pattern(self) -> str:
        scale, unit = _either(self._scales), self._unit
        joint = rf"(?:{self._joint}|[ -])" if self._joint else "[ -]"
        half = rf"(?:{self._joint}{_either(self._halves)}\b)?" if self._joint and self._halves else ""
        more_joint = rf"(?:{self._joint}|[ ])" if self._joint else "[ ]"
        digits = r"""
            (?!0)\d{1,3}(?:[ ']\d{3}){1,4}(?:[.,]\d{1,2})?(?![.,'\ ]?\d)
          | \d{1,18}(?:[.,']\d{1,9}){0,6}"""
        return rf"""(?x)
            (?P<ratio>\d{{1,2}}/\d{{1,2}})(?![/\d.])
          | (?P<digits>{digits})(?:
                [ -]?(?P<scale>{scale})(?!\w)(?P<digits_half>{half})
                (?:{more_joint}(?P<more>\d{{1,3}}(?:[ .]\d{{3}})?)(?![.,]?\d)(?:[ ](?P<more_scale>{scale})(?!\w))?)?
              | [ ]?(?P<short>{_either(self._short)})(?!\w)
            )?
          | {self._edge}(?:
                (?P<share>{_either(self._shares)})(?!\w|\ {scale})
              | (?P<chain>{unit}(?!\w)(?:{joint}{unit}(?!\w)){{0,{_LONGEST}}})
            )"""

    def read(self, match: re.Match[str]) -> Numeral:
        """Return what a match is worth; a chain of words that is no number as far as it is one."""
        start, end = match.span()
        if match["ratio"]:
            return Numeral(start, end, None, share=True)
        if match["share"]:
            return Numeral(start, end, self._shares[match["share"]], share=True, rough=True)
        return self._read_digits(match) if match["digits"] else self._read_chain(match)

    def _read_digits(self, match: re.Match[str]) -> Numeral:
        number, end = parse_either(match["digits"], self._decimal), match.end()
        scale = self._scales.get(match["scale"] or "") or self._short.get(match["short"] or "") or 1.0
        more = parse_either(match["more"], self._decimal) if match["more"] else None
        more_scale = self._scales.get(match["more_scale"] or "", 1)
        if more is not None and not self._goes_on(match, more * more_scale, scale):
            more, end = None, match.start("more") - len(match.string[match.end("digits_half") : match.start("more")])
        if number is None:
            return Numeral(match.start(), end, None)
        value = (number + (0.5 if match["digits_half"] else 0)) * scale + (more or 0) * more_scale
        digits = match[0] if match[0].isdigit() else ""
        return Numeral(match.start(), end, tidy(value), scale=more_scale if more else scale, digits=digits)

    def _goes_on(self, match: re.Match[str], more: float, scale: float) -> bool:
        """Tell "154 thousand and 943" and "2 mil 500" from "3 thousand 20 men"."""
        said = match["more_scale"] is not None or (self._joint and match.string[match.start("more") - 1] not in " ")
        places = sum(sign.isdigit() for sign in match["more"])
        return more < scale and (bool(said) or 10**places == scale) and "," not in match["digits"]

    def _read_chain(self, match: re.Match[str]) -> Numeral:
        """Return the longest beginning of a chain of words that is a number."""
        start = match.start()
        tokens = list(self._token.finditer(match.string, start, match.end()))
        words = [self._name(match.string, token.start(), token[0]) for token in tokens]
        for count in range(len(tokens), 0, -1):
            value = self._add_up(words[:count])
            if value is not None:
                scales = [self._find_scale(token[0]) for token in tokens[:count]]
                last = next((scale for scale in reversed(scales) if scale), 1.0)
                rough = tokens[count - 1][0] in self._rough
                scale = last if scales[-1] or tokens[count - 1][0] in self._halves else 1.0
                return Numeral(start, tokens[count - 1].end(), tidy(float(value)), scale=scale, rough=rough)
        return Numeral(start, tokens[0].end(), None)

    def _name(self, text: str, at: int, word: str) -> str:
        """Return a word, with a joint before it where the text has one."""
        joined = bool(self._joint) and re.search(rf"{self._joint}$", text[max(0, at - 4) : at]) is not None
        return f"+{word}" if joined else word

    def _find_scale(self, word: str) -> float:
        """Return the scale that a word is, or that a compound or a whole word holds; 0 where it holds none."""
        if word in self._scales:
            return self._scales[word]
        if self._compound and any(word.endswith(scale) and worth == _THOUSAND for scale, worth in self._scales.items()):
            return float(_THOUSAND)
        worth = self._words.get(word, 1)
        return worth if worth >= _THOUSAND else 0.0

    def _add_up(self, words: list[str]) -> float | None:
        state: _Sum | None = _Sum()
        for word in words:
            state = self._take(state, word.removeprefix("+"), word.startswith("+")) if state else None
        if state is None or state.group == 0.5 or (state.group is None and not state.total):
            return None
        return state.total + (state.group or 0)

    def _take(self, state: _Sum, word: str, joined: bool) -> _Sum | None:
        if word in self._halves:
            if joined and state.group is None and state.total:
                return state._replace(total=state.total + state.last_scale / 2)
            return _Sum(0, 0.5) if not state.total and state.group in (None, 1) else None
        if word in self._scales:
            return self._multiply(state, word)
        worth = self._words[word] if word in self._words else self._read_compound(word)
        if worth is None or worth < _THOUSAND:
            return None if worth is None else self._add(state, worth, joined)
        fits = state.group is None and worth < state.last_scale
        return _Sum(state.total + worth, None, 1e6 if worth >= 1e6 else _THOUSAND) if fits else None

    def _multiply(self, state: _Sum, word: str) -> _Sum | None:
        scale, group = self._scales[word], state.group
        if group is None and (word not in self._bare or scale >= state.last_scale):
            return None
        if scale <= _HUNDRED:
            if group is not None and (group >= _HUNDRED or group == 0):
                return None
            return state._replace(group=(group or 1) * scale)
        if scale >= state.last_scale:
            # "dos mil millones" are 2,000 million.
            return _Sum(state.total * scale, None, scale) if group is None and state.total < scale else None
        return _Sum(state.total + (group or 1) * scale, None, scale)

    def _add(self, state: _Sum, worth: float, joined: bool) -> _Sum | None:
        """Add a number to the group where its places are still free: after a hundred, after a ten."""
        group = state.group
        if group is None:
            return state._replace(group=worth)
        if self._ones_first and joined and 0 < group % _HUNDRED < 10 and 20 <= worth < _HUNDRED and worth % 10 == 0:
            return state._replace(group=group + worth)
        room = 20 if group % _HUNDRED in self._vigesimal else _count_room(group)
        return state._replace(group=group + worth) if 0 < worth < room else None

    def _read_compound(self, word: str) -> float | None:
        """Return what a compound is worth: below a thousand, or thousands and the rest."""
        if not self._compound:
            return None
        thousand = next((one for one, worth in self._scales.items() if worth == _THOUSAND and one in word), None)
        if thousand:
            before, _, behind = word.partition(thousand)
            many = self._read_below(before) if before else 1
            rest = self._read_below(behind.removeprefix(self._compound)) if behind else 0
            return None if many is None or rest is None else many * _THOUSAND + rest
        return self._read_below(word)

    def _read_below(self, word: str) -> float | None:
        if word in self._words:
            return self._words[word]
        hundred = next((one for one, worth in self._scales.items() if worth == _HUNDRED and one in word), None)
        if hundred:
            before, _, behind = word.partition(hundred)
            many = self._words.get(before) if before else 1
            rest = self._read_below(behind.removeprefix(self._compound)) if behind else 0
            return None if many is None or rest is None else many * _HUNDRED + rest
        ones, _, tens = word.partition(self._compound)
        while tens and ones not in self._words:  # the joint may be part of a word: "hundert"
            more, found, tens = tens.partition(self._compound)
            ones = f"{ones}{self._compound}{more}"
            if not found:
                return None
        return self._words[ones] + self._words[tens] if ones in self._words and tens in self._words else None


def _count_room(group: float) -> float:
    """Return below what a number may be added to a group: 100 to 200, 10 to 20, nothing to 21."""
    if group != int(group):
        return 0
    return next((float(size) for size in (_HUNDRED, 10) if group % size == 0), 0.0)


def _either(words: Iterable[str]) -> str:
    listed = sorted(map(re.escape, words), key=len, reverse=True)
    return "(?:" + "|".join(listed) + ")" if listed else "(?!)"
