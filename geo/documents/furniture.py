"""Which lines of a text are the article and which are the page it stood on.

A text taken off a web page carries its furniture along: navigation, share buttons, related headlines, teasers. The
countries in those are not in the article. No line is deleted: each is kept with the name of the rule that sets it
apart. The rules, by name:

- ``field``: a key such as ``time ==>`` of a text dump, and the date, source or address under it
- ``source``: a line that only says where and when the text appeared
- ``navigation``, ``share``, ``notice``, ``copyright``, ``editor``: lines that say so themselves
- ``section head`` and ``related``: "Related reading", "Most read" and what stands under it
- ``teaser``: headlines of other articles, told by the dates between them
- ``repeated title``: the title, said again before the article begins
- ``after the end``: whatever follows the editor's line
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from geo.base.records import Line
from geo.documents.dates import parse_published
from geo.documents.furniture_phrases import CLOCK, DAY, LINK_LABELS, PLAIN_LINES, SECTION_HEADS

_LONGEST = 200  # characters; no line of furniture that a pattern is asked about is longer

FIELD = re.compile(
    r"\s*(?P<key>title|time|date|link|url|source|author|content|标题|时间|日期|链接|来源|作者|正文|内容)\s*={2}>\s*(?P<value>.*)",
    re.I,
)
_BODY_FIELDS = frozenset({"title", "content", "标题", "正文", "内容"})

_DATE_LINE = re.compile(
    rf"\s*(?:{DAY}(?:[\sT]{{0,3}}{CLOCK})?|\d{{1,2}} [A-Z][a-z]{{2,8}}\.? \d{{4}}(?:,? {CLOCK})?"
    rf"|[A-Z][a-z]{{2,8}}\.? \d{{1,2}}, \d{{4}}(?:,? {CLOCK})?)\s*"
)
_SECTION = re.compile(
    rf"[\s>»◆■●▲·|【\[-]{{0,8}}(?:{'|'.join(SECTION_HEADS)})[\s】\]:：/>»]{{0,6}}(?:\(\d+\))?\s*", re.I
)
_RELATED_LINK = re.compile(rf"\s*(?:{'|'.join(LINK_LABELS)})\s*[:：|].{{2,}}", re.I)
_PLAIN = {rule: re.compile(rf"\s*(?:{'|'.join(forms)})\s*", re.I) for rule, forms in PLAIN_LINES.items()}
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff]"
)
_CLOSED = re.compile(r"[。！？!?….；;][”\"’'」』）)\]】]{0,4}\s*$")
_MENU_MARKS = re.compile(r"[\d，。,.;；:：！？!?“”\"()（）]")


_COMMENTS = re.compile(r"评论|comment", re.I)
_HEAD_ROWS = 30
_MENU_ROWS, _MENU_WIDTH = 5, 16
_TEASER_ROWS, _TEASER_GAP = 3, 3


class _Row(NamedTuple):
    """A line that is not blank: its number among all lines, its text, and whether it reads as running prose."""

    number: int
    text: str
    prose: bool


class _Page:
    """The lines of a text while they are being labelled: `rules` holds one name a row, "" for the article."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.rows = [_Row(number, line, _is_prose(line)) for number, line in enumerate(texts) if line.strip()]
        self.rules = [""] * len(self.rows)
        self.body_start = next((place for place, row in enumerate(self.rows) if row.prose), len(self.rows))

    def label(self, places: range, rule: str) -> None:
        """Label the rows at these places that no rule has claimed yet."""
        for place in places:
            self.rules[place] = self.rules[place] or rule

    def weigh(self, places: range) -> int:
        """Count the characters of running prose that no rule has claimed."""
        return sum(len(self.rows[place].text) for place in places if self.rows[place].prose and not self.rules[place])


def label_lines(text: str, published: str | None = None) -> tuple[Line, ...]:
    """Give every line of a text, in order, with the rule that sets it apart from the article ("" for the article).

    `published` (ISO 8601) helps to tell the teasers of later years; without it the date in the text's own head is used.
    """
    texts = text.split("\n")
    page = _Page(texts)
    _label_fields(page)
    _label_plain(page)
    _label_titles(page)
    _label_menus(page)
    _label_teasers(page, published or _find_own_date(page))
    _label_sections(page)
    _label_end(page)
    rules = {row.number: rule for row, rule in zip(page.rows, page.rules, strict=True)}
    return tuple(_place_lines(texts, rules))


def _place_lines(texts: Sequence[str], rules: dict[int, str]) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(texts):
        yield Line(start, start + len(line), line, rules.get(number, ""))
        start += len(line) + 1


def measure_width(text: str) -> int:
    """Give the columns a line takes up: a Chinese character takes two."""
    return len(text) + len(_WIDE.findall(text))


def _is_prose(line: str) -> bool:
    stripped = line.strip()
    if len(stripped) >= 140:
        return True
    width = measure_width(stripped)
    # A headline is up to 120 columns wide and has no full stop; a paragraph has one, or is wider.
    return width >= 140 or (width >= 56 and (_CLOSED.search(stripped[-8:]) is not None or "。" in stripped))


def _label_fields(page: _Page) -> None:
    waiting = False
    for place, row in enumerate(page.rows):
        match = FIELD.fullmatch(row.text) if len(row.text) <= _LONGEST or "==>" in row.text[:20] else None
        if match:
            article = match["key"].lower() in _BODY_FIELDS
            waiting = not article and not match["value"].strip()
            if not (article and match["value"].strip()):
                page.label(range(place, place + 1), "field")
        elif waiting and len(row.text) <= _LONGEST:
            page.label(range(place, place + 1), "field")
            waiting = False


def _label_plain(page: _Page) -> None:
    for place, row in enumerate(page.rows):
        if page.rules[place] or len(row.text) > _LONGEST or _DATE_LINE.fullmatch(row.text):
            continue
        rule = next((name for name, form in _PLAIN.items() if form.fullmatch(row.text)), "")
        page.rules[place] = rule or ("related" if _RELATED_LINK.fullmatch(row.text) and not row.prose else "")


def _label_titles(page: _Page) -> None:
    seen: set[str] = set()
    for place in range(page.body_start):
        title = page.rows[place].text.strip()
        if title in seen and len(title) >= 8:
            page.label(range(place, place + 1), "repeated title")
        if not page.rules[place]:
            seen.add(title)


def _label_menus(page: _Page) -> None:
    """Label runs of very short lines above an article; a text of such lines alone is a list, not a menu."""
    if page.body_start == len(page.rows):
        return
    run: list[int] = []
    for place in range(page.body_start + 1):
        if page.rules[place]:
            continue
        if place < page.body_start and _is_menu_item(page.rows[place].text):
            run.append(place)
            continue
        if len(run) >= _MENU_ROWS:
            page.label(range(run[0], run[-1] + 1), "navigation")
        run = []


def _is_menu_item(line: str) -> bool:
    return measure_width(line.strip()) <= _MENU_WIDTH and not _MENU_MARKS.search(line)


def _find_own_date(page: _Page) -> str | None:
    head = zip(page.rows[:_HEAD_ROWS], page.rules, strict=False)
    stating = (row.text for row, rule in head if rule in {"field", "source"} or _is_date(row.text))
    return next(filter(None, map(parse_published, stating)), None)


def _is_date(line: str) -> bool:
    return len(line) < 60 and _DATE_LINE.fullmatch(line) is not None


def _label_teasers(page: _Page, published: str | None) -> None:
    places = [place for place, row in enumerate(page.rows) if not page.rules[place] and _is_date(row.text)]
    for run in _group_near(places):
        if run[0] < page.body_start and len(run) < _TEASER_ROWS:
            page.label(range(run[0], run[0] + (":" in page.rows[run[0]].text)), "source")
        elif run[0] > page.body_start and _are_teasers([page.rows[place].text for place in run], published):
            page.label(_find_teasers(page, run), "teaser")


def _group_near(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _TEASER_GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _are_teasers(dates: Sequence[str], published: str | None) -> bool:
    """Tell dates that go with headlines from the day headings of a chronicle, which have no time of day."""
    if len(dates) >= _TEASER_ROWS and all(":" in line for line in dates):
        return True
    years = [int(stated[:4]) for stated in map(parse_published, dates) if stated]
    return published is not None and bool(years) and min(years) > int(published[:4])


def _find_teasers(page: _Page, run: Sequence[int]) -> range:
    """Give the rows of a teaser list; its dates stand under their headlines, or, under a head of furniture, over them."""
    follows = run[-1] + 1 < len(page.rows) and not page.rules[run[-1] + 1]
    under_furniture = bool(page.rules[run[0] - 1]) or _is_section(page.rows[run[0] - 1].text)
    if follows and under_furniture:
        return range(run[0], run[-1] + 2)
    return range(run[0] - 1, run[-1] + 1)


def _is_section(line: str) -> bool:
    return len(line) <= 80 and _SECTION.fullmatch(line) is not None


def _label_sections(page: _Page) -> None:
    heads = [place for place, row in enumerate(page.rows) if not page.rules[place] and _is_section(row.text)]
    marks = sorted([*heads, *(place for place, rule in enumerate(page.rules) if rule == "editor"), len(page.rows)])
    following = dict(pairwise(marks))
    for head in heads:
        page.label(range(head, head + 1), "section head")
        page.label(_find_related(page, head, following[head]), "related")


def _find_related(page: _Page, head: int, end: int) -> range:
    """Give the rows that belong to a section of links: all up to the next one, unless the article goes on."""
    after_article = head > page.body_start
    first = next((place for place in range(head + 1, end) if page.rows[place].prose), end)
    if not after_article:
        # The last line before the article is its title.
        return range(head + 1, max(head + 1, first - 1))
    if _COMMENTS.search(page.rows[head].text):
        return range(head + 1, end)
    prose = sum(page.rows[place].prose for place in range(first, end))
    goes_on = prose >= 2 * (end - first - prose)
    return range(head + 1, first if goes_on else end)


def _label_end(page: _Page) -> None:
    """Label what follows the first editor's line under the article, unless more of the article follows than came before."""
    for place, rule in enumerate(page.rules):
        if rule == "editor" and place > page.body_start:
            rest = range(place + 1, len(page.rows))
            if page.weigh(rest) <= page.weigh(range(place)):
                page.label(rest, "after the end")
            return
