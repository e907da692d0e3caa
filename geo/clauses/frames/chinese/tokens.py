"""The tokens of a Chinese sentence: its names, the words of our lexicon, marks, times, and what lies between them."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from geo.clauses.frames.chinese.lexicon import Entry, EntryKind, index_words, read_lexicon, read_near, read_words
from geo.clauses.frames.records import Unit, Words
from geo.clauses.frames.units import list_units
from geo.nouns.chinese_words import cut_words

TokenKind = Literal["unit", "mark", "text", "time"] | EntryKind

_MARKS = "，；。：？！\n,;:?!"
_TIME = re.compile(
    r"""
    (?:\d{2,4}年)?\d{1,2}月(?:\d{1,2}[日号])?(?:至\d{1,2}[日号]|[上中下]旬|[初中底末])?起?   # 2020年3月25日至31日, 5月底
    |\d{2,4}年
    |\d{1,2}[日号](?:至\d{1,2}[日号])?
    |\d{1,2}时(?:\d{1,2}分)?许?
    |(?:未来|今后|过去|接下来|最近|近|连续)的?[\d一二两三四五六七八九十几数]+个?[多半]?   # 过去两个|多月
     (?:年|月|周|星期|天|日|小时)(?:[内里来间中]|期间)?
    |\d{1,3}个?(?:月|星期|周|小时|天)[内里来]
    |[一二三四五六七八九十]{1,2}月(?!大|大会)(?:[一二三四五六七八九十]{1,3}[日号]|[上中下]旬|[初中底末])?   # no 十月|大会
    """,
    re.VERBOSE,
)
# A call of so many minutes: 通了约30分钟电话.
_CALL = re.compile(r"通了?[约近超逾]?[\d一二三四五六七八九十半多个]{1,6}(?:分钟|个?多?小时)的?电话")
_OPENING = "一二三四五六七八九十未今过接最近连"
_CLOSING = {"“": "”", "《": "》", "（": "）", "(": ")", "「": "」", "‘": "’", "[": "]", "【": "】"}
_PARTNERS = tuple("中美俄英日韩印法德")  # who stand before 欧 where it is the Union
_DISTRICTS = ("省", "市", "州", "县")
_CHECKED = ("adverb", "when", "verb", "join", "noun")
_BRACKETS = "（([【"
_QUOTES = "“「"
_COLONS = ("：", ":")
_REST = 3  # characters of a name behind a word of ours in it
_DOTS = ("·", "‧", "・")
# The line that opens an agency's report: 新华社开罗4月16日电.
_DATELINE = re.compile(r"[^，。；：\n]{0,20}?\d{1,2}月\d{1,2}日[电讯](?:[（(][^）)]{0,20}[）)])?")
_LONGEST = 40  # characters between quotes or brackets; what is longer is speech, whose words are read


class Token(NamedTuple):
    """A word with its place.

    `entry` is its line in the lexicon, `unit` the name that it is,
    `inside` the names in a title in quotes.
    """

    start: int
    end: int
    kind: TokenKind
    text: str
    entry: Entry | None = None
    unit: Unit | None = None
    inside: tuple[Unit, ...] = ()


def list_tokens(words: Words) -> list[Token]:
    """Return the tokens of a sentence in order."""
    units = {unit.start: unit for unit in list_units(words)}
    return _join_names(list(_join_text(_scan(words, units), words.text)), words.text)


def _scan(words: Words, units: dict[int, Unit]) -> Iterator[Token]:
    """Yield one token after the other: a name, else what is in quotes or brackets, a time, the longest word we know."""
    dateline = _DATELINE.match(words.text, words.start, words.end)
    text, place, limits = words.text, dateline.end() if dateline else words.start, [*sorted(units), words.end]
    borders = _find_borders(words)
    following, after_name = 0, False
    while place < words.end:
        while limits[following] <= place and following < len(limits) - 1:
            following += 1
        limit = limits[following] if limits[following] > place else words.end
        if text[place].isspace() and text[place] != "\n":
            if _divides(text, place):
                yield Token(place, place + 1, "mark", " ")
            place += 1
            continue
        token = _read_unit(text, units.get(place)) or _read_enclosed(text, place, words.end, units)
        token = (
            token
            or _read_time(text, place, limit)
            or _read_word(text, place, limit, after_name, limit in units, borders)
        )
        token = _check_border(token, borders, text[token.end : token.end + 1])
        after_name = token.unit is not None
        place = max(token.end, place + 1)
        if token.kind != "mark" or token.text not in _BRACKETS:
            yield token


def _divides(text: str, place: int) -> bool:
    """Tell a space that parts a headline, as it stands between two words, from one beside a number."""
    around = text[max(0, place - 1) : place], text[place + 1 : place + 2]
    return all("一" <= sign <= "鿿" for sign in around)


def _find_borders(words: Words) -> frozenset[int]:
    """Return where the words of a sentence begin, as a list of words cuts it."""
    return frozenset(word.start for word in cut_words(words.text, words.start, words.end, words.mentions))


def _check_border(token: Token, borders: frozenset[int], following: str) -> Token:
    """Return a single character as unknown text where it is only part of a word: 原 in 病原体; 时 before a comma is none."""
    if token.end - token.start > 1 or token.kind not in _CHECKED or (token.kind == "when" and following == "，"):
        return token
    whole = token.start in borders and token.end in borders
    return token if whole else token._replace(kind="text", entry=None)


def _read_unit(text: str, unit: Unit | None) -> Token | None:
    if unit is None:
        return None
    # Between governments 欧 is the European Union: 中欧领导人会晤.
    name = text[unit.start : unit.end]
    means_union = name == "欧" and text[unit.start - 1 : unit.start] in _PARTNERS
    unit = unit._replace(codes=("org:eu",), side="org:eu", kind="organisation") if means_union else unit
    return Token(unit.start, unit.end, "unit", name, unit=unit)


def _read_enclosed(text: str, place: int, end: int, units: dict[int, Unit]) -> Token | None:
    """Return a title in quotes as one noun, of the sort that its last word tells; what is in brackets counts for nothing."""
    closing = _CLOSING.get(text[place])
    close = text.find(closing, place, min(end, place + _LONGEST)) if closing else -1
    if close < 0 or any(mark in text[place:close] for mark in "。；") or _is_speech(text, place, close):
        return None
    if text[place] in _BRACKETS:
        return Token(place, close + 1, "mark", "(")
    whole = units.get(place + 1)
    if whole and whole.end == close:  # a name in quotes
        return Token(place, close + 1, "unit", text[place + 1 : close], unit=whole)
    inside = tuple(unit for start, unit in units.items() if place < start < close)
    return Token(
        place, close + 1, "text", text[place : close + 1], _find_last_word(text[place + 1 : close]), inside=inside
    )


def _is_speech(text: str, place: int, close: int) -> bool:
    """Tell what somebody says from a title in quotes: it stands behind a colon, or ends in a mark."""
    return text[place] in _QUOTES and (text[place - 1 : place] in _COLONS or text[close - 1] in "，,！？!?")


def _find_last_word(title: str) -> Entry | None:
    found = (read_lexicon().get(title[start:]) for start in range(max(0, len(title) - 6), len(title)))
    return next((entry for entry in found if entry and (entry.sort or entry.head)), None)


def _read_time(text: str, place: int, limit: int) -> Token | None:
    found = _TIME.match(text, place, limit) if text[place].isdigit() or text[place] in _OPENING else None
    return Token(place, found.end(), "time", found[0]) if found else None


def _read_word(text: str, place: int, limit: int, after_name: bool, names_next: bool, borders: frozenset[int]) -> Token:
    first = text[place]
    if first in _MARKS:
        return Token(place, place + 1, "mark", first)
    call = _CALL.match(text, place, limit) if first == "通" else None
    if call:
        return Token(place, call.end(), "verb", call[0], read_lexicon()["通电话"])
    fitting = [
        entry
        for entry in (*index_words().get(text[place : place + 2], ()), *index_words().get(first, ()))
        if place + len(entry.word) <= limit and text.startswith(entry.word, place)
        and (place in borders or place + len(entry.word) in borders or len(entry.word) == 1)
        and not (after_name and entry.word in read_words("amid"))
        and (entry.word not in read_near("before_name") or (place + len(entry.word) == limit and names_next))
    ]  # fmt: skip
    if fitting:  # 外长|会谈 before 外长会|谈
        entry = next((one for one in fitting if place + len(one.word) in borders and len(one.word) > 1), fitting[0])
        return Token(place, place + len(entry.word), entry.kind, entry.word, entry)
    if after_name and first in read_near("after_name"):
        head = "local" if first in _DISTRICTS else "office"
        return Token(place, place + 1, "noun", first, Entry(first, "noun", head=head))
    return Token(place, place + 1, "text", first)


def _join_text(tokens: Iterator[Token], text: str) -> Iterator[Token]:
    """Yield the tokens with runs of unknown words as one; shields are unknown words too."""
    held: Token | None = None
    for token in tokens:
        plain = token._replace(kind="text", entry=None) if token.kind == "shield" else token
        dots = plain.text in _DOTS and held is not None  # 古斯塔沃·佩罗
        if dots or (plain.kind == "text" and not plain.entry):
            start = held.start if held else plain.start
            held = Token(start, plain.end, "text", text[start : plain.end])
            continue
        if held:
            yield held
        held = None
        yield plain
    if held:
        yield held


def _join_names(tokens: Sequence[Token], text: str) -> list[Token]:
    """Return the tokens with names behind an office as one that hold a word of ours: 总统|小马|可|仕, 国务卿|卢比|欧."""
    joined: list[Token] = []
    for token in tokens:
        run = joined[-3:]
        rest = next((run[place + 1 :] for place, one in enumerate(run) if one.entry and one.entry.head == "office"), [])
        if (
            rest
            and _is_plain(token)
            and len(token.text) <= _REST
            and rest[-1].end == token.start
            and _breaks_name(rest)
        ):
            del joined[-len(rest) :]
            token = token._replace(start=rest[0].start, text=text[rest[0].start : token.end])
        joined.append(token)
    return joined


def _is_plain(token: Token) -> bool:
    return token.kind == "text" and token.entry is None


def _breaks_name(rest: Sequence[Token]) -> bool:
    """Tell a modal or 市 behind the beginning of a name, and a currency without a number."""
    last = rest[-1].entry
    single = len(rest) > 1 and _is_plain(rest[0]) and last is not None and len(last.word) == 1
    modal = single and last is not None and (last.governs == "modal" or last.head == "local")
    return modal or (len(rest) == 1 and last is not None and last.sort == "money")


def split_at(tokens: Sequence[Token], kinds: frozenset[str]) -> list[list[Token]]:
    """Return the runs of tokens between those of some kinds."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.kind in kinds:
            runs.append([])
        else:
            runs[-1].append(token)
    return runs
