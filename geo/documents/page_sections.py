"""The sections of a page that lead to other articles, or hold what readers say of this one: their heads and what stands under them.

A head such as "Related stories" says so by itself. Others head a part of an article as well ("Latest developments",
"Comments"): those are heads of furniture only in the midst of it, or under the article where no sentence stands right
under them, or where the marks of a comment box do.
"""

import re
from itertools import pairwise

from geo.documents.furniture_forms import gather_forms
from geo.documents.furniture_phrases import is_doubtful_head, is_section_head
from geo.documents.page_rows import Page, is_date, is_sentence
from geo.documents.sentences import is_day

_COMMENTS = re.compile(gather_forms("comment_stems"), re.IGNORECASE)
_DIGIT = re.compile(r"\d")
# "A reader: I like it"
_SAID = re.compile(r"[^\s:：。.]{1,20}(?: [^\s:：。.]{1,20})?\s?[:：]\s?\S.*")
_LEAST_SENTENCES, _LEAST_ALIKE = 2, 2
_DASH = re.compile(r"\s*[—–]\s?\S")
# The rules of what is no part of a section of links.
_OTHER = frozenset({"navigation", "byline", "share", "notice"})


def label_sections(page: Page) -> None:
    """Label the heads of sections of links or comments with what belongs to them."""
    heads = [place for place, row in enumerate(page.rows) if not page.rules[place] and is_section_head(row.text)]
    marks = sorted([*heads, *(place for place, rule in enumerate(page.rules) if rule == "editor"), len(page.rows)])
    following = dict(pairwise(marks))
    for head in heads:
        if _heads_article(page, head, following[head]):
            continue
        page.label(range(head, head + 1), "section head")
        page.label(_find_related(page, head, following[head]), "related")


def _heads_article(page: Page, head: int, end: int) -> bool:
    """Tell the heading of a part of the article from the head of a section of the page."""
    if _has_comments(page, head):
        return not _is_comment_box(page, head, end)
    if not is_doubtful_head(page.rows[head].text):
        return False
    if head < page.body_start:
        return head == 0 or not page.rules[head - 1]
    return head + 1 < end and not page.rules[head + 1] and is_sentence(page.rows[head + 1].text)


def _has_comments(page: Page, head: int) -> bool:
    return _COMMENTS.search(page.rows[head].text) is not None


def _is_comment_box(page: Page, head: int, end: int) -> bool:
    """Tell comments by a number in their head, furniture beside it, or a name before what is said; they weigh less than the article."""
    if page.weigh(range(head, end)) > page.weigh(range(head)) and head > page.body_start:
        return False
    beside = [near for near in (head - 1, head + 1) if 0 <= near < len(page.rows)]
    marked = any(page.rules[near] for near in beside) or _DIGIT.search(page.rows[head].text) is not None
    said = head > page.body_start and head + 1 < end and _SAID.fullmatch(page.rows[head + 1].text.strip()) is not None
    return marked or said or head + 1 == end


def _find_related(page: Page, head: int, end: int) -> range:
    """Give the rows that belong to a section of links: all up to the next one, unless the article goes on."""
    if head <= page.body_start:
        return range(head + 1, head + 1 if _has_comments(page, head) else _find_heading(page, head, end))
    if _has_comments(page, head):
        return range(head + 1, end)
    ends = (_find_prose(page, head + 1, end), _find_sentences(page, head + 1, end), _find_alike(page, head, end))
    return range(head + 1, min(ends))


def _find_prose(page: Page, start: int, end: int) -> int:
    """Give the first row of prose where the article goes on in prose, else the end."""
    first = next((place for place in range(start, end) if page.rows[place].prose), end)
    prose = sum(page.rows[place].prose for place in range(first, end))
    return first if prose >= 2 * (end - first - prose) else end


def _find_sentences(page: Page, start: int, end: int) -> int:
    """Give the first of the sentences in which an article goes on after a box of headlines; a lone one may be a teaser's."""
    stop = next((place for place in range(start, end) if page.rules[place]), end)
    first = next((place for place in range(start, stop) if is_sentence(page.rows[place].text)), start)
    last = next((place for place in range(first, stop) if not is_sentence(page.rows[place].text)), stop)
    return first if first > start and last - first >= _LEAST_SENTENCES else end


def _find_alike(page: Page, head: int, end: int) -> int:
    """Give where an article goes on, after a blank line, as it went before the box: in speech after dashes, or with a day over it."""
    before = [place for place in range(page.body_start, head) if not page.rules[place]]
    forms = [form for form in _FORMS if sum(map(form, (page.rows[place].text for place in before))) >= _LEAST_ALIKE]
    for place in range(head + 2, end):
        apart = page.rows[place].number - page.rows[place - 1].number > 1
        if apart and any(form(page.rows[place].text) for form in forms):
            return place
    return end


def _is_speech(line: str) -> bool:
    return _DASH.match(line) is not None


def _is_heading_day(line: str) -> bool:
    return is_day(line) or is_date(line)


_FORMS = (_is_speech, _is_heading_day)


def _find_heading(page: Page, head: int, end: int) -> int:
    """Give where a section of links above an article ends: at the next one, at a menu or a byline, or at the title, the last line."""
    other = next((place for place in range(head + 1, end) if page.rules[place] in _OTHER), end)
    if min(end, other) < page.body_start:
        return min(end, other)
    left = [place for place in range(head + 1, page.body_start) if not page.rules[place]]
    titles = [place for place in left if not is_date(page.rows[place].text)]
    return max(titles, default=head + 1)
