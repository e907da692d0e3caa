"""The furniture above and below an article that only its place gives away.

Above: the name of the site over its menu, a word between two lines of navigation, the bar that says who publishes, the
day of the page. Below: an agency's name, and headlines after the links to other articles have begun.
"""

import re
from collections.abc import Iterator

from geo.documents.dates import parse_published
from geo.documents.furniture_phrases import is_outlet
from geo.documents.page_rows import Page, is_closed, is_date, measure_width

_RULED = re.compile(r"[\s|•·\-–—_=*~#>]{1,200}")
_MARKS = re.compile(r"[|•]")
_BAR = re.compile(r"\s?[|•·›»]\s?")
_LONGEST_PART = 40
_SHORTEST_BAR = 3
_DIGIT = re.compile(r"\d")

_PAGE_RULES = frozenset({"navigation", "share", "notice"})
_LINK_RULES = frozenset({"related", "section head", "teaser"})
_WORD_WIDTH, _NAME_WIDTH, _LEAST_MENU, _MOST_BELOW_TITLE = 10, 60, 3, 9

_DAY_HEADING = re.compile(
    r"[\s◆■●*#(（\[【-]{0,6}(?:(?:\d{4}\s?年\s?)?\d{1,2}\s?月\s?\d{1,2}\s?[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|(?:[A-Z][a-z]{2,8},? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)[\s:：)）\]】]{0,4}"
    r"(?:星期.|[周週].)?[)）]?\s*"
)
_PICTURED = re.compile(r".{6,120}[(（](?:组图|多图|图集?|视频|高清|組圖|圖|影片|photos?|video|pics?)[)）]\s*", re.I)


def label_edges(page: Page, published: str | None) -> None:
    """Label the furniture at both ends of an article; `published` is the day that is known of the document."""
    if page.body_start == len(page.rows):
        return
    head, tail = range(_find_head_end(page)), range(page.find_body_end(), len(page.rows))
    for place in (*head, *tail):
        if not page.rules[place] and _is_bar(page, place):
            page.rules[place] = "navigation"
    _label_site_name(page, head)
    _label_words(page, head)
    _label_outlets(page, head, tail)
    _label_own_day(page, head, published)
    _label_links(page, tail)


def _is_bar(page: Page, place: int) -> bool:
    """Tell a bar of short names between marks, or of marks alone, from the row of a table."""
    line = page.rows[place].text.strip()
    if not _MARKS.search(line) or len(line) > 200:
        return False
    parts = [part for part in _BAR.split(line) if part.strip()]
    beside = [page.rows[near].text for near in (place - 1, place + 1) if 0 <= near < len(page.rows)]
    in_table = any(len(_BAR.split(near.strip())) == len(_BAR.split(line)) for near in beside)
    if _RULED.fullmatch(line):
        return not in_table
    short = len(parts) >= _SHORTEST_BAR and all(len(part) <= _LONGEST_PART for part in parts)
    return short and not in_table and not is_closed(line) and _DIGIT.search(line) is None


def _find_head_end(page: Page) -> int:
    """Give where the article's sentences begin: a first line as long as a paragraph, but without an end, is its title."""
    start = page.body_start
    titled = start + 1 < len(page.rows) and not is_closed(page.rows[start].text)
    below = range(start + 1, min(start + _MOST_BELOW_TITLE, len(page.rows)))
    return next((place for place in below if page.is_article(place)), start) if titled else start


def _label_site_name(page: Page, head: range) -> None:
    """Label the first row where a menu stands right under it and a title under that."""
    if page.rules[0] or is_closed(page.rows[0].text) or measure_width(page.rows[0].text.strip()) > _NAME_WIDTH:
        return
    menu = page.rules[1 : 1 + _LEAST_MENU] == ["navigation"] * _LEAST_MENU
    if menu and any(not page.rules[place] for place in head[1 + _LEAST_MENU :]):
        page.rules[0] = "navigation"


def _label_words(page: Page, head: range) -> None:
    """Label a single word right under a line of the page or between two, where a longer line is left to be the title."""
    titles = (place for place in reversed(head) if not page.rules[place] and not _is_word(page.rows[place].text))
    for place in range(1, next(titles, 0)):
        word = page.rows[place].text.strip()
        held = page.rows[place].number == page.rows[place - 1].number + 1 or page.rules[place + 1]
        if held and not page.rules[place] and page.rules[place - 1] in _PAGE_RULES and _is_word(word):
            page.rules[place] = "navigation"


def _is_word(line: str) -> bool:
    return measure_width(line.strip()) <= _WORD_WIDTH and not is_closed(line) and not _DIGIT.search(line)


def _label_outlets(page: Page, head: range, tail: range) -> None:
    left = sum(not page.rules[place] for place in head)
    for place in (*head, *tail):
        titled = place in tail or left > 1
        if not page.rules[place] and titled and is_outlet(page.rows[place].text):
            page.rules[place] = "source"
            left -= 1


def _label_own_day(page: Page, head: range, published: str | None) -> None:
    """Label the only day of a page that stands over its article; several are the days of a chronicle."""
    days = list(_list_days(page))
    if len(days) != 1 or days[0] not in head or not is_date(page.rows[days[0]].text):
        return
    stated = parse_published(page.rows[days[0]].text)
    if stated is not None and (published is None or stated.startswith(published)):
        page.rules[days[0]] = "source"


def _list_days(page: Page) -> Iterator[int]:
    for place, row in enumerate(page.rows):
        if not page.rules[place] and len(row.text) <= _LONGEST_PART and _DAY_HEADING.fullmatch(row.text):
            yield place


def _label_links(page: Page, tail: range) -> None:
    """Label the headlines under an article: all after two links in a row, and those that promise pictures."""
    for place in tail:
        if not page.rules[place] and _PICTURED.fullmatch(page.rows[place].text):
            page.rules[place] = "related"
    for place in tail[1:]:
        if page.rules[place] in _LINK_RULES and page.rules[place - 1] in _LINK_RULES:
            page.label(range(place + 1, len(page.rows)), "related")
            return
