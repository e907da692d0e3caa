"""Which lines of a text are the article and which are the page it stood on.

A text taken off a web page carries its furniture along: navigation, share buttons, related headlines, teasers. The
countries in those are not in the article. No line is deleted: each is kept with the name of the rule that sets it
apart. The rules, by name:

- ``field``: a key such as ``time ==>`` of a text dump, and the date, source or address under it
- ``source``: a line that only says where and when the text appeared, or under which number
- ``navigation``, ``share``, ``notice``, ``copyright``, ``editor``, ``byline``, ``caption``, ``contact``: lines that say
  so themselves, or by their place above or under the article
- ``section head`` and ``related``: "Related reading", "Most read" and what stands under it
- ``self-description``: what a sender says of itself under a release ("About Example Aid")
- ``teaser``: headlines of other articles, told by the dates between them
- ``repeated title``: the title, said again before the article begins
- ``after the end``: whatever follows the editor's line
- ``repeated line``: what other texts of the same site say above or under their articles too

What a file itself tells apart (geo.documents.readers) bears other names: ``running head``, ``page number``, ``turned
text``, ``footnote`` and ``comment`` of printed pages, ``quoted`` and ``signature`` of letters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from geo.base.records import Line
from geo.documents.furniture_phrases import (
    LONGEST,
    MENU_ANCHORS,
    find_led_rule,
    find_rule,
    is_menu_item,
    is_section_head,
    list_words,
)
from geo.documents.grids import is_row
from geo.documents.page_edges import label_edges
from geo.documents.page_notes import label_self_descriptions
from geo.documents.page_rows import NOTHING_KNOWN, Page, is_closed, is_date, is_sentence, measure_width
from geo.documents.page_sections import label_sections
from geo.documents.page_stamps import label_stamps
from geo.documents.repeated_lines import NOTHING_REPEATED, Repeated, find_repeated, label_repeated

FIELD = re.compile(
    r"\s*(?P<key>title|time|date|link|url|source|author|content|标题|时间|日期|链接|来源|作者|正文|内容)\s*={2}>\s*(?P<value>.*)",
    re.I,
)
_BODY_FIELDS = frozenset({"title", "content", "标题", "正文", "内容"})

_MENU_MARKS = re.compile(r"[\d，。,.;；:：！？!?“”\"()（）]")
_BULLET = re.compile(r"\s*[•·▪■◆○●*-]\s")
_FIGURE = re.compile(r"[^\w\n]{0,3}\d[\d.,% \u00a0]{0,20}")
_REACHED = re.compile(r"[\d@]")
_ASKED = re.compile(r"[?？؟]")
_MOST_TITLES = 2
_KNOWN_MENU_ROWS = 3
_MOST_BETWEEN = 4
_MENU_ROWS, _MENU_WIDTH, _BULLET_WIDTH = 5, 16, 36


def label_lines(
    text: str,
    published: str | None = None,
    known: Mapping[int, str] = NOTHING_KNOWN,
    repeated: Repeated = NOTHING_REPEATED,
) -> tuple[Line, ...]:
    """Give every line of a text, in order, with the rule that sets it apart from the article ("" for the article).

    `published` (ISO 8601) helps to tell the teasers of later years; without it the date in the text's own head is used.
    `known` are the rules of lines, by number from 0, that the file itself says are no part of the article, `repeated`
    the lines that other texts of its site have too.
    """
    texts = text.split("\n")
    page = _label_page(texts, published, known)
    label_repeated(page, repeated)
    rules = {row.number: rule for row, rule in zip(page.rows, page.rules, strict=True)}
    return tuple(_place_lines(texts, rules))


def compare_texts(texts: Iterable[str]) -> Repeated:
    """Return the lines around their articles that some texts of one site have in common."""
    return find_repeated(_label_page(text.split("\n")) for text in texts)


def _label_page(texts: Sequence[str], published: str | None = None, known: Mapping[int, str] = NOTHING_KNOWN) -> Page:
    """Return the lines of a text with the rules that it tells by itself."""
    page = Page(texts, known)
    _label_fields(page)
    _label_plain(page)
    _label_titles(page)
    _label_menus(page)
    label_stamps(page, published)
    label_self_descriptions(page)
    label_sections(page)
    label_edges(page, published)
    _label_end(page)
    page.find_body()
    return page


def _place_lines(texts: Sequence[str], rules: dict[int, str]) -> Iterator[Line]:
    start = 0
    for number, line in enumerate(texts):
        yield Line(start, start + len(line), line, rules.get(number, ""))
        start += len(line) + 1


def _label_fields(page: Page) -> None:
    waiting = False
    for place, row in enumerate(page.rows):
        match = FIELD.fullmatch(row.text) if len(row.text) <= LONGEST or "==>" in row.text[:20] else None
        if match:
            article = match["key"].lower() in _BODY_FIELDS
            waiting = not article and not match["value"].strip()
            if not (article and match["value"].strip()):
                page.label(range(place, place + 1), "field")
        elif waiting and len(row.text) <= LONGEST:
            page.label(range(place, place + 1), "field")
            waiting = False


def _label_plain(page: Page) -> None:
    for place, row in enumerate(page.rows):
        if not page.rules[place] and not is_date(row.text) and not is_section_head(row.text) and not page.wraps(place):
            page.rules[place] = find_rule(row.text, prose=row.prose)
    page.find_body()
    _label_led(page)


def _label_led(page: Page) -> None:
    """Label what a label alone in its line leads to, and the name and office between the head of a contact and its numbers."""
    for place, row in enumerate(page.rows[:-1]):
        if page.rules[place] and not page.rules[place + 1] and not is_sentence(page.rows[place + 1].text):
            page.rules[place + 1] = find_led_rule(row.text)
    contacts = [place for place, rule in enumerate(page.rules) if rule == "contact"]
    for first, last in pairwise(contacts):
        between = range(first + 1, last)
        headed = _REACHED.search(page.rows[first].text) is None
        if headed and len(between) <= _MOST_BETWEEN and not any(is_closed(page.rows[place].text) for place in between):
            page.label(between, "contact")


def _label_titles(page: Page) -> None:
    """Label the title and what belongs to it where they are said again; many lines that are said again are no titles."""
    seen: set[str] = set()
    again: list[int] = []
    for place in range(page.body_start):
        title = page.rows[place].text.strip()
        if title in seen and len(title) >= 8 and not _ASKED.search(title[-3:]):
            again.append(place)
        if not page.rules[place]:
            seen.add(title)
    for place in again if len({page.rows[place].text.strip() for place in again}) <= _MOST_TITLES else ():
        page.label(range(place, place + 1), "repeated title")


def _label_menus(page: Page) -> None:
    """Label runs of very short lines above an article; a text of such lines alone is a list, not a menu.

    Those above a figure are the heads of a table that is set a cell a line.
    """
    if page.body_start == len(page.rows):
        return
    run: list[int] = []
    known = 0
    for place in range(page.body_start + 1):
        if page.rules[place]:
            known += page.rules[place] == "navigation"
            continue
        if place < page.body_start and _is_menu_item(page.rows[place].text):
            run.append(place)
            continue
        run = _leave_title(page, run)
        least = _MENU_ROWS if any(not is_menu_item(page.rows[item].text) for item in run) else _KNOWN_MENU_ROWS
        cells = any(_FIGURE.fullmatch(row.text) for row in page.rows[place : place + 2])
        if not cells and len(run) + min(known, 1) >= least and _is_menu([page.rows[item].text for item in run]):
            page.label(range(run[0], run[-1] + 1), "navigation")
        run, known = [], 0


def _leave_title(page: Page, run: list[int]) -> list[int]:
    """Return the items of a menu without the last where it alone stands apart from them: a title may be short too."""
    apart = [page.rows[place].number - page.rows[before].number > 1 for before, place in pairwise(run)]
    return run[:-1] if apart.count(True) == 1 and apart[-1] else run


def _is_menu_item(line: str) -> bool:
    width = _BULLET_WIDTH if _BULLET.match(line) else _MENU_WIDTH
    return measure_width(line.strip()) <= width and not _MENU_MARKS.search(line) and not is_row(line)


def _is_menu(items: Sequence[str]) -> bool:
    """Tell a menu from the bullets of an article, which may be short too: a menu leads home, to a search, to English."""
    return not any(map(_BULLET.match, items)) or any(not MENU_ANCHORS.isdisjoint(list_words(item)) for item in items)


def _label_end(page: Page) -> None:
    """Label what follows the editor's line under the article, unless more of the article follows than came before.

    Where an article stands between two such lines, as in a digest, the last of them ends it.
    """
    editors = [place for place, rule in enumerate(page.rules) if rule == "editor" and place > page.body_start]
    parted = [last for first, last in pairwise(editors) if page.weigh(range(first, last))]
    for place in (parted[-1:] or editors)[:1]:
        rest = range(place + 1, len(page.rows))
        if page.weigh(rest) <= page.weigh(range(place)):
            page.label(rest, "after the end")
