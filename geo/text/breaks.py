"""The line breaks and spaces that a printed page puts into words and numbers, and that belong to none of them.

Left out are
- a hyphen with its line break inside a word: "coun-" / "tries"; where the hyphen is the word's own ("long-" / "term",
  "COVID-" / "19") only the break;
- a line break inside a number: "12," / "000", "10" / "0万";
- a line break between Chinese characters where the line is wrapped: it is long, ends in no end mark, and the next line
  is no longer. Short lines (the rows of a table, headings) and those before an item's number or a day stay apart;
- a space between a digit and a Chinese character: "28 个国家";
- all blanks but one between two words that a page has set wide, to fill its line: two of them, or three between letters of
  a line of prose. Between two digits, and where the gap is wider, they part the cells of a table and stay.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import cast

from geo.languages.packs import read_pack
from geo.text.edits import Edit
from geo.text.signs import STOPS

HAN = "〇\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_ANY_HAN = re.compile(f"[{HAN}]")
# No number begins with a nought and is counted in 万: "10 0万" is one number that was cut.
_REST = "0[0-9]{0,4}[万亿]"
_SPACE = re.compile(rf" (?:(?<=[0-9%+] )(?=[{HAN}])|(?<=[{HAN}] )(?=[0-9])|(?<=[0-9] )(?={_REST}))")
_LATIN = "0-9A-Za-z\u00c0-\u024f"
_AFTER_HYPHEN = re.compile(rf"-(?<=[{_LATIN}]-) {{0,3}}\n {{0,40}}(?=[{_LATIN}])")
_AFTER_DIGIT = re.compile(rf"\n(?<=[0-9]\n) ?(?={_REST})")
_AFTER_COMMA = re.compile(r",(?<=[0-9],) {0,3}\n {0,40}(?=[0-9]{3}(?![0-9]))")
_WORD_BEFORE = re.compile(r"[A-Za-z-]{1,30}\Z")
_WORD_AFTER = re.compile(r"[A-Za-z]{1,30}")
# What stands before the break is a whole number; where it has one comma already, the next three digits are its own.
_GROUP = re.compile(r"(?<![0-9.,])[0-9]{1,3}\Z")
_GROUPS = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:,[0-9]{3}){1,3}\Z")
_MAYBE_THOUSANDS = re.compile("，(?<=[0-9]，)[0-9]{3}")  # found ten times as fast as the whole number
_FULL_WIDTH_THOUSANDS = re.compile(r"(?<![0-9.,，])[1-9][0-9]{0,2}(?:，[0-9]{3}){1,4}(?![0-9，])")

_DOUBLED = re.compile(r"  (?<=\S  ) ?(?=\S)")
_WIDE_GAP = re.compile(" {3,40}")
_LONGEST_CELL = (
    40  # of a row whose cells are set apart by blanks (geo.documents.grids); prose is longer, or ends in a stop
)
_STOP = re.compile(rf"[.!?…。！？{STOPS}][”’\"'」』）)\]】]?\s*\Z")

_WRAP = re.compile(rf"\n ?(?=[{HAN}0-9])")
# The end of a long line of words, and the word that the next line begins with.
_WRAPPED_WORDS = re.compile(r"((?<![^\n])[^\n]{40,400}[^\W\d_])\n(?=[^\W\d_])")
# Between a number or a word and a word in small letters that goes on with it.
_WRAPPED_PHRASE = re.compile(r"(?<=[\w,'])\n(?=[a-zà-ÿа-я])")
_WIDEST_SPACE = 3
_WRAPPED_END = re.compile(rf"[{HAN}0-9，、] {{0,{_WIDEST_SPACE}}}\Z")
_LEAST_WIDTH = 40  # twenty Chinese characters: a shorter line is a heading or a row
_HANGING = 4  # a mark may hang over the edge
_OPENS_ITEM = re.compile(
    r"""[0-9]{1,3}[.、)）]
    |[一二三四五六七八九十]{1,3}[、.)）]
    |第[一二三四五六七八九十0-9]{1,3}[章节条部天]
    |(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?[^\n，。]{0,6}(?:\n|\Z)  # a day alone on its line
    """,
    re.VERBOSE,
)


def join_thousands(text: str) -> str:
    """Return the text with ASCII commas in numbers like 1，200, every offset unchanged."""
    if not _MAYBE_THOUSANDS.search(text):
        return text
    return _FULL_WIDTH_THOUSANDS.sub(lambda number: number.group().replace("，", ","), text)


def join_wrapped_words(text: str) -> str:
    """Return the text with a space where a long line breaks between two words, every offset unchanged.

    The sentences of a document are joined by its lay-out (geo.documents.sentences); this is for a text that is read by
    itself. A list keeps its lines: they are short.
    """
    return _WRAPPED_WORDS.sub(r"\1 ", text) if "\n" in text else text


def join_wrapped_phrases(text: str) -> str:
    """Return the text with a space where a line breaks before a word in small letters, every offset unchanged.

    This too is for a text that is read by itself: in the sentences of a document a line break is the end of one.
    """
    return _WRAPPED_PHRASE.sub(" ", text) if "\n" in text else text


def has_han(text: str) -> bool:
    """Tell whether a text has Chinese characters."""
    return _ANY_HAN.search(text) is not None


def find_spaces(text: str) -> Iterator[Edit]:
    """Yield the spaces between digits and Chinese characters."""
    return (Edit(space.start(), space.end()) for space in _SPACE.finditer(text))


def find_doubled(text: str) -> Iterator[Edit]:
    """Yield the blanks that stand beside another between two words, as a page sets them that fills its lines."""
    stop, prose = 0, False
    for gap in _DOUBLED.finditer(text):
        before, after = text[gap.start() - 1], text[gap.end()]
        if gap.end() - gap.start() == 2:
            single = not (before.isdigit() and after.isdigit())
        else:
            if gap.start() >= stop:
                stop, prose = _read_line(text, gap.start())
            single = prose and before.isalpha() and after.isalpha()
        if single:
            yield Edit(gap.start() + 1, gap.end())


def _read_line(text: str, place: int) -> tuple[int, bool]:
    """Return where the line at a place ends, and whether it is prose and no row of a table."""
    end = text.find("\n", place)
    line = text[text.rfind("\n", 0, place) + 1 : end if end >= 0 else len(text)]
    cells = _WIDE_GAP.split(line.strip())
    prose = max(map(len, cells)) > _LONGEST_CELL or _STOP.search(line[-8:]) is not None
    return end if end >= 0 else len(text), prose


def find_cuts(text: str) -> Iterator[Edit]:
    """Yield the line breaks inside words and numbers, with the hyphens that only cut a word."""
    found = [*_find_cut_words(text), *_find_cut_numbers(text)]
    yield from sorted(found)


def find_wraps(text: str) -> Iterator[Edit]:
    """Yield the line breaks that a column of Chinese text was wrapped with."""
    for wrap in _WRAP.finditer(text):
        end = _WRAPPED_END.search(text, max(0, wrap.start() - _WIDEST_SPACE - 1), wrap.start())
        if end and _is_wrapped(text, end.start() + 1, wrap.end()):
            yield Edit(end.start() + 1, wrap.end())


def _find_cut_words(text: str) -> Iterator[Edit]:
    for cut in _AFTER_HYPHEN.finditer(text):
        start = cut.start() if _only_cuts(text, cut) else cut.start() + 1
        yield Edit(start, cut.end())


def _only_cuts(text: str, cut: re.Match[str]) -> bool:
    """Tell a hyphen that only cuts a word from one that belongs to it."""
    if not (text[cut.start() - 1].islower() and text[cut.end()].islower()):
        return False
    before = _WORD_BEFORE.search(text, max(0, cut.start() - 30), cut.start())
    after = _WORD_AFTER.match(text, cut.end())
    first, second = (word.group().lower() if word else "" for word in (before, after))
    return "-" not in first and first not in _read_own("before") and second not in _read_own("after")


@cache
def _read_own(side: str) -> frozenset[str]:
    return frozenset(cast("list[str]", read_pack("en", "hyphens")[side]))


def _find_cut_numbers(text: str) -> Iterator[Edit]:
    for cut in _AFTER_COMMA.finditer(text):
        near = max(0, cut.start() - 16)
        whole = _GROUP if text.startswith("000", cut.end()) else _GROUPS
        if whole.search(text, near, cut.start()) or _GROUPS.search(text, near, cut.start()):
            yield Edit(cut.start() + 1, cut.end())
    yield from (Edit(cut.start(), cut.end()) for cut in _AFTER_DIGIT.finditer(text))


def _is_wrapped(text: str, end: int, following: int) -> bool:
    """Tell a line that goes on in the next from one that ends there: at `end`; the next begins at `following`."""
    if _OPENS_ITEM.match(text, following):
        return False
    line = text[text.rfind("\n", 0, end) + 1 : end]
    if text[following].isdigit() and line.rstrip("，、")[-1:].isdigit():
        return False  # 28 / 16: two numbers
    if "|" in line or "  " in line.strip():
        return False
    stop = text.find("\n", following)
    rest = text[following : stop if stop >= 0 else len(text)]
    width = _measure(line)
    return width >= _LEAST_WIDTH and len(rest) <= width + _HANGING and _measure(rest) <= width + _HANGING


def _measure(line: str) -> int:
    """Return how many columns a line takes; a Chinese character takes two."""
    return len(line) + sum(map("\u1100".__le__, line))
