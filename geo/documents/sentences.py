"""The sentences of a document, whole again where a page break cut them, each with its date.

A line without an end sign joins the next, unless one of the two is a heading or the next opens with a bullet. A day
that stands alone on a line dates the sentences under it until the next such day; a date inside a sentence dates only
its own clause (`date_clause`), but where a colon and bullets follow ("As of 31 May, China had:"), those too, and what
the next sentence says was done likewise ("Four organisations had done so too"). Where nothing but the document's day
dates a sentence, the date told before it in its paragraph does, until another is stated.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from geo.base.records import Date, DateSource, Line, Sentence
from geo.documents.clause_dates import date_clause, find_told_date, tells_other_time
from geo.documents.dates import WEEKDAY, StatedDate, complete, find_dates, find_stated_dates, read_date, write_date
from geo.documents.grids import is_row
from geo.documents.language_parts import tell_part
from geo.documents.line_rows import find_line_rows
from geo.documents.page_rows import CUTTING_NOTHING, measure_width
from geo.documents.relative_days import count_days_after
from geo.documents.sentence_ends import find_ends
from geo.text import make_plain_text
from geo.text.signs import STOPS, replace_signs

_BULLET = re.compile(
    r"\s*(?P<sign>[◆◇●○■□▲△►▶•·※★☆➤✦]\s*|[-*–—]\s+)|\s*(?:\(?\d{1,3}[.)、]|[(（][一二三四五六七八九十\d]{1,3}[)）])\s*"
)
_ENDED = re.compile(rf"[。！？!?….{STOPS}；;：:|][”’\"'」』）)\]】]*$|[”’」』）)\]】]$")
_OPEN = re.compile("[，,、]$")  # a comma at the end of a line: the sentence goes on, it is no heading
_LIKEWISE = re.compile(
    r"也(?:都|均)?已|也[都均]|也(?:提供|捐|收到|获|送|运到|派|援助)|同样|\bd(?:o|id|one) (?:so|the same|likewise)\b|\bthe same[.,]|\blikewise\b",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(
    r"\W{0,3}(?:同[日天]|[当當][天日](?!(?:然|时|前|今))|(?:on )?(?:the same|that(?: same)?) day\b)", re.IGNORECASE
)
_LEADS = re.compile(r"[:：]\s*$")
# The row of a table ends in a number that stands apart: it is no part of the sentence above or below.
_TABLE_ROW = re.compile(r"\S(?: {3,40}|\t{1,20})[\d.,%–-]{1,20}\s*$")
_CONTINUES = re.compile(r"[a-z，。、；：,.;:)）”’」』]")
_HEADING_WIDTH = 90

_BESIDE_DAY = re.compile(
    rf"[\s,，:：()（）【】\[\]#*|-]|{WEEKDAY}|\bOn\b|总?第[\d〇零一二三四五六七八九十百]{{1,5}}[期号]"
)
_LONGEST_DAY = 60
_DIGIT = re.compile(r"[\d月]")


class _Piece(NamedTuple):
    """A run of characters of a rejoined text: where it begins there, and where in the document."""

    at: int
    start: int

    def starts_at(self) -> int:
        """Give the place in the rejoined text."""
        return self.at


class _Paragraph(NamedTuple):
    """Lines joined to one text; `pieces` says where each stretch of it stands in the document."""

    text: str
    pieces: tuple[_Piece, ...]


class _Told(NamedTuple):
    """A date that a sentence tells for those after it, and the number of that sentence."""

    day: Date
    number: int


class _Outer(NamedTuple):
    """A line that others may stand under: its bullet and how far it is set in, its date, and if it ends in a colon."""

    sign: str | None
    margin: int
    day: Date | None
    leads: bool

    def holds(self, sign: str | None, margin: int) -> bool:
        """Tell an item under this line from what follows it: a bullet set in further, or of another kind after a colon."""
        return sign is not None and (margin > self.margin + 1 or (self.leads and sign != self.sign))


def split_sentences(
    lines: Sequence[Line], published: str | None, main: str | None, published_from: DateSource = "document"
) -> list[Sentence]:
    """Give the sentences of the body lines, in order, each dated by its day heading or else by the published date.

    `published` is an ISO date of any precision, `published_from` who stated it, `main` the language of the document.
    """
    stated = read_date(published)
    day = None if stated is None else stated._replace(source=published_from)
    sentences: list[Sentence] = []
    outer: list[_Outer] = []
    told: _Told | None = None
    for group in _group_lines(lines):
        language = tell_part("\n".join(line.text for line in group), main)
        heading = _read_heading(group[0].text, language, write_date(day) or published) if len(group) == 1 else None
        day = heading or day
        sign, margin = _find_sign(group[0].text), _measure_margin(group[0].text)
        outer = [] if heading else [line for line in outer if line.holds(sign, margin)]
        first = len(sentences)
        for sentence in _split(group, outer[-1].day if outer else day, language):
            plain = sentence._replace(text=make_plain_text(sentence.text, language).text)
            if sentences and sentences[-1].start >= group[0].start and _LIKEWISE.search(plain.text):
                dated = sentence._replace(date=_find_last_date(sentences[-1], published, language))
            else:
                carried = _carry(told, plain, len(sentences), first)
                told = _find_told(told, carried, len(sentences), published, language)
                dated = sentence._replace(date=carried.date)
            sentences.append(dated)
        leads = _LEADS.search(group[-1].text[-8:]) is not None
        if len(sentences) > first and (leads or (sign and not heading)):
            held = _find_last_date(sentences[-1 if leads else first], published, language)
            outer.append(_Outer(sign, margin, held, leads))
    return sentences


def _split(group: Sequence[Line], day: Date | None, language: str | None) -> Iterator[Sentence]:
    paragraph = _join(group)
    whole = len(group) == 1 and is_row(group[0].text)  # a full stop in a cell ends no row
    ends = [(0, len(paragraph.text))] if whole else find_ends(paragraph.text, language)
    cut = (_cut(paragraph, start, end, day) for start, end in ends)
    return (sentence._replace(language=tell_part(sentence.text, language)) for sentence in cut)


def _carry(told: _Told | None, sentence: Sentence, number: int, first: int) -> Sentence:
    """Give a sentence that nothing dates but the document with the date told before it in its paragraph.

    Under the heading of a day, or a dated bullet, no date is carried; "the same day" carries it over a paragraph's end.
    """
    if told is None or (sentence.date is not None and sentence.date.source not in {"document", "given"}):
        return sentence
    later = count_days_after(sentence.text) if told.day.precision == "day" else 0
    if later:
        return sentence._replace(date=told.day._replace(date=told.day.date + timedelta(days=later), date_to=None))
    goes_on = first <= told.number < number and not tells_other_time(sentence.text)
    return sentence._replace(date=told.day) if goes_on or _SAME_DAY.match(sentence.text) else sentence


def _find_told(
    told: _Told | None, sentence: Sentence, number: int, published: str | None, language: str | None
) -> _Told | None:
    """Give what a sentence tells for those after it: its own date, none where it has others, else what was told before."""
    if not _DIGIT.search(sentence.text) or not find_stated_dates(sentence.text, language):
        return told
    day = find_told_date(sentence.text, sentence.date, published, language)
    return None if day is None else _Told(day, number)


def _find_last_date(sentence: Sentence, published: str | None, language: str | None) -> Date | None:
    text = make_plain_text(sentence.text, language).text
    return date_clause(text, len(text) - 1, sentence.date, published, language)


def _find_sign(line: str) -> str | None:
    """Give what a line's bullet begins with, None for a line without: "-", or "0" for any number."""
    bullet = _BULLET.match(line)
    return None if bullet is None else (bullet["sign"] or "0").strip()


def _measure_margin(line: str) -> int:
    """Give how far a line is set in; a tab counts as four blanks."""
    begin = line.expandtabs(4)
    return len(begin) - len(begin.lstrip())


def place(sentence: Sentence, offset: int) -> int:
    """Give where in the document the character at this offset of the sentence's text stands."""
    after = bisect_right(sentence.breaks, offset, key=_find_break)
    return sentence.start + offset + (sentence.breaks[after - 1][1] if after else 0)


def _find_break(broken: tuple[int, int]) -> int:
    return broken[0]


def place_span(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Give the document's span of a span of the sentence's text; a break after its last character is not in it."""
    return place(sentence, start), place(sentence, end - 1) + 1


# --- lines to paragraphs ---------------------------------------------------------------------------------------------


def _group_lines(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines that belong together: one paragraph, item or heading, without its blank lines."""
    group: list[Line] = []
    blank = False
    rows = find_line_rows(lines)
    for line in lines:
        if not line.text.strip():
            blank = True
            continue
        apart = bool(rows) and bool(group) and not rows.isdisjoint((line.start, group[-1].start))
        if line.rule in CUTTING_NOTHING:
            continue
        if group and (line.rule or apart or not _joins(group, line, blank)):
            yield group
            group = []
        if not line.rule:
            group.append(line)
        blank = False
    if group:
        yield group


def _joins(group: Sequence[Line], line: Line, blank: bool) -> bool:
    last = group[-1].text.strip()
    if _ENDED.search(last[-12:]) or _BULLET.match(line.text) or is_day(line.text):
        return False
    if any(is_row(text) or _TABLE_ROW.search(replace_signs(text[-60:])) for text in (last, line.text)):
        return False
    if blank and _BULLET.match(group[0].text) and not _OPEN.search(last) and line.text.lstrip()[:1].isupper():
        return False  # Chinese has no capitals: there a page break may have cut the item
    return not (len(group) == 1 and _is_heading(last, line.text.strip(), blank))


def _is_heading(line: str, following: str, blank: bool) -> bool:
    """Tell a heading from a line that a page break cut: it is short and the next does not go on with it."""
    if is_day(line):
        return True
    if _BULLET.match(line) or _OPEN.search(line) or _CONTINUES.match(following):
        return False
    width = measure_width(line)
    # Without a blank line between them, two lines of about one width are one paragraph, set in a column.
    return width <= _HEADING_WIDTH and (blank or measure_width(following[:500]) >= 2 * width)


def _join(group: Sequence[Line]) -> _Paragraph:
    text, pieces = "", []
    parts: list[str] = []
    length = 0
    for line in group:
        start, content = _strip(line, first=not parts)
        glue = _find_glue(text, content)
        if glue == "-":  # a word cut at the line's end: its hyphen goes
            parts[-1] = parts[-1][:-1]
            length -= 1
        elif glue:
            parts.append(glue)
            pieces.append(_Piece(length, line.start - 1))
            length += 1
        parts.append(content)
        pieces.append(_Piece(length, start))
        length += len(content)
        text = content
    return _Paragraph("".join(parts), tuple(pieces))


def _strip(line: Line, *, first: bool) -> tuple[int, str]:
    bullet = _BULLET.match(line.text) if first else None
    sign = bullet.end("sign") if bullet and bullet["sign"] else 0
    content = line.text[sign:].strip()
    return line.start + line.text.index(content, sign), content


def _find_glue(before: str, after: str) -> str:
    """Give what belongs between two lines: a space, nothing, or "-" where the hyphen at the end has to go."""
    if not before or not after:
        return ""
    if before[-1] == "-":
        return "-" if before[-2:-1].islower() and after[0].islower() else ""
    before, after = replace_signs(before[-12:]), replace_signs(after[:12])
    return "" if measure_width(before[-1] + after[0]) > 2 or _cuts_number(before, after) else " "


def _cuts_number(before: str, after: str) -> bool:
    """Tell a number that a line's end cuts in a Chinese text: "捐赠10" above "0万只"."""
    cut = before[-1].isdecimal() and after[0].isdecimal()
    return cut and all(measure_width(side) > len(side) for side in (before, after))


# --- paragraphs to sentences -----------------------------------------------------------------------------------------


def _cut(paragraph: _Paragraph, start: int, end: int, day: Date | None) -> Sentence:
    pieces = paragraph.pieces
    after = bisect_right(pieces, start, key=_Piece.starts_at)
    left_out = pieces[after - 1].start - pieces[after - 1].at
    begin = start + left_out
    breaks = []
    for piece in pieces[after : bisect_left(pieces, end, key=_Piece.starts_at)]:
        if piece.start - piece.at > left_out:
            left_out = piece.start - piece.at
            breaks.append((piece.at - start, left_out - begin + start))
    return Sentence(begin, end + left_out, paragraph.text[start:end], day, tuple(breaks))


# --- dates -----------------------------------------------------------------------------------------------------------


def is_day(line: str) -> bool:
    """Tell whether a line consists of a date alone, as the day headings of a chronicle do."""
    return len(line) <= _LONGEST_DAY and _DIGIT.search(line) is not None and _find_day(line, None) is not None


def _find_day(line: str, language: str | None) -> StatedDate | None:
    """Give the date that a line consists of, weekday and brackets apart."""
    dates = find_dates(line, language)
    if (
        len(dates) != 1
        or dates[0].last
        or ":" in dates[0].text
        or (dates[0].day is not None and dates[0].month is None)
    ):
        return None
    return None if _BESIDE_DAY.sub("", line.replace(dates[0].text, "", 1)) else dates[0]


def _read_heading(line: str, language: str | None, published: str | None) -> Date | None:
    stated = _find_day(line, language) if len(line) <= _LONGEST_DAY else None
    found = complete(stated, published) if stated else None
    return found._replace(source="heading") if found else None
