"""The dates and times of day that stand alone between the lines of a page: those of teasers, of a digest's items, of the page.

Between headlines they tell that other articles are named here; under or over the sentences of a digest or a live ticker
they are stamps, and what they stamp is the article.
"""

import re
from collections.abc import Sequence

from geo.documents.dates import parse_published
from geo.documents.furniture_phrases import is_section_head
from geo.documents.page_rows import Page, is_closed, is_date

_CUT = re.compile(r"(?:…|\.{3})\W*$")
_HEAD_ROWS = 30
_TEASER_ROWS, _TEASER_GAP = 3, 3
_TIME_OF_DAY = re.compile(r"\s*\d{1,2}[:h]\d{2}(?::\d{2})?(?:\s?(?:uhr|hrs?|[ap]\.?m\.?|gmt|utc))?\s*", re.I)
_LONGEST_TIME = 16


def label_stamps(page: Page, published: str | None) -> None:
    """Label dates and times of day that stand alone; `published` helps to tell the teasers of later years."""
    _label_teasers(page, published or _find_own_date(page))
    times = [place for place, row in enumerate(page.rows) if not page.rules[place] and _is_time(row.text)]
    for place in times:
        if _is_beside_item(page, place):
            page.rules[place] = "source"


def _is_time(line: str) -> bool:
    return len(line) <= _LONGEST_TIME and _TIME_OF_DAY.fullmatch(line) is not None


def _is_beside_item(page: Page, place: int) -> bool:
    """Tell the time of a digest's item, a sentence under or over it, from the cells of a timetable."""
    beside = [near for near in (place - 1, place + 1) if 0 <= near < len(page.rows)]
    return any(not page.rules[near] and is_closed(page.rows[near].text) for near in beside)


def _find_own_date(page: Page) -> str | None:
    head = zip(page.rows[:_HEAD_ROWS], page.rules, strict=False)
    stating = (row.text for row, rule in head if rule in {"field", "source"} or is_date(row.text))
    return next(filter(None, map(parse_published, stating)), None)


def _label_teasers(page: Page, published: str | None) -> None:
    places = [place for place, row in enumerate(page.rows) if not page.rules[place] and is_date(row.text)]
    for run in _group_near(places):
        timed = [place for place in run if ":" in page.rows[place].text]
        if run[0] < page.body_start and len(run) < _TEASER_ROWS:
            page.label(range(run[0], run[0] + len(timed[:1])), "source")
        elif run[0] > page.body_start and _are_teasers(page, run, published):
            page.label(_find_teasers(page, run), "teaser")
        else:
            # The stamps of a digest, whose items are the article.
            for place in timed:
                page.rules[place] = "source"


def _group_near(places: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= _TEASER_GAP:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _are_teasers(page: Page, run: Sequence[int], published: str | None) -> bool:
    """Tell dates that go with headlines from those of a digest's items, and from a chronicle, which has no time of day."""
    dates = [page.rows[place].text for place in run]
    if len(dates) >= _TEASER_ROWS and all(":" in line for line in dates) and not _are_items(page, run):
        return True
    years = [int(stated[:4]) for stated in map(parse_published, dates) if stated]
    return published is not None and bool(years) and min(years) > int(published[:4])


def _are_items(page: Page, run: Sequence[int]) -> bool:
    """Tell whether what stands between dates are whole sentences; a headline has no full stop, a teaser breaks off."""
    dates = frozenset(run)
    between = [page.rows[place].text for place in range(run[0] - 1, run[-1]) if place not in dates]
    whole = [text for text in between if is_closed(text) and not _CUT.search(text)]
    return 2 * len(whole) >= len(run)


def _find_teasers(page: Page, run: Sequence[int]) -> range:
    """Give the rows of a teaser list; its dates stand under their headlines, or, under a head of furniture, over them."""
    follows = run[-1] + 1 < len(page.rows) and not page.rules[run[-1] + 1]
    under_furniture = bool(page.rules[run[0] - 1]) or is_section_head(page.rows[run[0] - 1].text)
    if follows and under_furniture:
        return range(run[0], run[-1] + 2)
    return range(run[0] - 1, run[-1] + 1)
