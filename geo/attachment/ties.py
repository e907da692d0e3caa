"""How firmly what stands between a number and a place ties the two, in one language; strengths from 0 to 3.

3 is a tie that needs nothing else ("40 from Ghana", "Ghana (40)"), 2 one that needs a second of its kind beside it
("Ghana finished with 40"), 1 one that needs several, and 0 none.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FIRM, LIKELY, FAINT = 3, 2, 1
_LONGEST = 100  # characters between a number and its place

_Tie = tuple[int, re.Pattern[str]]


class Ties(NamedTuple):
    """The ties of one language: `forward` from a number to the place behind it, `back` from a place to the number.

    The bare ones are those of numbers that leave their noun out.
    """

    forward: tuple[_Tie, ...]
    forward_bare: tuple[_Tie, ...]
    back: tuple[_Tie, ...]
    back_bare: tuple[_Tie, ...]

    def weigh_forward(self, gap: str, bare: bool) -> int:
        """Return how firmly what stands between a number and a place behind it ties the two."""
        return _weigh((*self.forward_bare, *self.forward) if bare else self.forward, gap)

    def weigh_back(self, gap: str, bare: bool) -> int:
        """Return how firmly what stands between a place and a number behind it ties the two."""
        return _weigh((*self.back_bare, *self.back) if bare else self.back, gap)


def _weigh(ties: Sequence[_Tie], gap: str) -> int:
    if len(gap) > _LONGEST:
        return 0
    return next((strength for strength, pattern in ties if pattern.fullmatch(gap)), 0)


def _make(*ties: tuple[int, str]) -> tuple[_Tie, ...]:
    return tuple((strength, re.compile(pattern, re.IGNORECASE)) for strength, pattern in ties)


def compile_spaced(words: Mapping[str, str], opener: str) -> Ties:
    """Return the ties of a language that writes spaces; `opener` is what may stand before a name."""
    before = rf"(?:(?:{words['before_number']})\s)?"
    return Ties(
        forward=_compile_forward(words, opener),
        forward_bare=_make((FIRM, rf"\s(?:(?:{words['fillers']})\s){{0,2}}(?:(?:{words['copulas']})\s)?{opener}")),
        back=_compile_back(words, before),
        back_bare=_make((FIRM, r"\s")),
    )


def _compile_forward(words: Mapping[str, str], opener: str) -> tuple[_Tie, ...]:
    prepositions, word = rf"(?:{words['prepositions']}){words['after']}{opener}", words["word"]
    carried = rf"(?:(?:{words['fillers']}|{words['carriers']}|{words['carrying']})\s){{0,4}}"
    other = rf"(?!(?:{words['severing']})\b)"
    return _make(
        (FIRM, rf"\s{carried}{prepositions}"),  # 40 of them came from
        (FIRM, rf"(?:{words.get('adjoining', '(?!)')}){opener}"),  # 12 стран Африки
        (FIRM, rf"\s(?:in\s)?(?:{other}{word}+\s)?(?:{words['awards']})\s{prepositions}"),  # a $150 million grant to
        (FIRM, rf"(?=\s(?:{words['of']})\s)(?:\s{other}{word}+){{2,4}}\s{prepositions}"),  # 340 cases of dengue in
        (FIRM, rf"\s?\((?:(?:{words['prepositions']}){words['after']})?{opener}"),  # 40 (from
        (LIKELY, rf"(?=.{{1,90}}$)(?:\s{other}[^\s,;:.()]+)+\s{prepositions}"),
    )


def _compile_back(words: Mapping[str, str], before: str) -> tuple[_Tie, ...]:
    helpers = rf"(?:(?:{words['helpers']})\s){{0,3}}"
    return _make(
        (FIRM, rf"(?:'s?)?\s?(?:[:=|(]|\s[-–—]|-\s?|[–—]\s?)\s?{before}"),  # Ghana (, Ghana:, Ghana –
        (FIRM, rf",?\s{helpers}(?:{words['holding']})\s{before}"),  # Ghana also has
        (LIKELY, rf",?\s{helpers}(?:{words['giving']}|{words['trading']})\s{before}"),
        (LIKELY, rf",?\s(?:{words['with']})\s{before}"),
        (LIKELY, r"\s[^,;:.()]{1,40}\s?\("),
        (LIKELY, rf",?\s[^;:.()]{{1,60}}\s(?:{words['holding']})\s{before}"),
        (FIRM, r"'s?\s(?:(?!by\b)[a-z]+\s)?"),  # Ghana's top
        (LIKELY, r"\s"),
        (FAINT, r"\s[^,;:.()]{1,60}\s"),
        (FAINT, r",\s"),
    )


def compile_chinese(words: Mapping[str, str]) -> Ties:
    """Return the ties of Chinese."""
    held = "|".join(words[name] for name in ("holding", "giving", "trading", "helpers", "before_number"))
    firm = rf"(?:{words['holding']}|{words['before_number']}|的|国家|地区|则|已|也|还){{0,4}}"
    prepositions = rf"(?:{words['prepositions']})"
    return Ties(
        forward=_make(
            (FIRM, rf"(?:{words['fillers']})?(?:{words['carriers']}){{0,2}}{prepositions}(?:{words['openers']})?"),
            (FIRM, rf"[(（]{prepositions}?"),
            (FAINT, rf"[^，,；：。、（）()]{{1,30}}{prepositions}"),
        ),
        forward_bare=_make((FIRM, r"[个名位]?")),
        back=_make(
            (FIRM, rf"{firm}\s?[:：(（=|-]?\s?{firm}"),  # 加纳：, 加纳共有
            (
                FIRM,
                rf"[^，,；：:。、（）()\d]{{0,6}}(?:{words['happening']})(?:了|超过|逾|约|近|共|至少)?",
            ),  # 加纳地震造成
            (LIKELY, rf"(?:{held}){{0,4}}\s?[:：(（=|-]?\s?(?:{held}){{0,4}}"),
            (LIKELY, rf"[^，,；：:。、（）()]{{1,14}}[(（]?(?:{words['holding']})?"),
            (FAINT, r"[^；：:。（）()]{1,36}"),
        ),
        back_bare=(),
    )
