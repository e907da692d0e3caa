"""Lines that the pages of one site have in common: menus, footers and headlines that no word gives away.

What several texts of a site say above or below their articles is the site's. Copies of one story count once. Yet series
of reports repeat lines as well (a country's name, a heading, the cells of a table, whole paragraphs), and the title of
one page is a link on the others. So nothing is labelled between the paragraphs of an article, nor what its paragraphs
speak of too; above it only a run of such lines is, and a sentence only between lines that are furniture.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import chain, groupby
from typing import NamedTuple

from geo.documents.furniture_forms import gather_forms
from geo.documents.grids import is_row
from geo.documents.line_rows import match_row
from geo.documents.page_rows import Page, is_date, is_sentence
from geo.documents.sentences import is_day
from geo.reference.areas import read_areas
from geo.reference.places import list_names
from geo.reference.wordings import LANGUAGES

RULE = "repeated line"

_MOST_ROWS, _LONGEST, _LONGEST_SENTENCE = 60, 200, 600
_LEAST_STORIES, _LEAST_SHARE = 3, 0.05
_LEAST_RUN, _LEAST_RUN_BELOW = 3, 2
_COPIED = 0.5  # of the paragraphs of a shorter page: more of them make it a copy
_LETTER = re.compile(r"[^\W\d_]")
# What a line speaks of: its longer words, of which the first letters are compared, or each two characters of Chinese.
_WORD = re.compile("[\u3400-\u9fff](?=([\u3400-\u9fff]))|[^\\W\\d_\u3400-\u9fff]{4,40}")
_STEM = 4
_ISSUER = re.compile(
    rf"(?<![^\W\d_])(?:{gather_forms('issuers')})|(?<=[\u3400-\u9fff])(?:{gather_forms('issuers')})", re.IGNORECASE
)
_HAN, _LONGEST_HAN = re.compile("[\u3400-\u9fff]{2,200}"), 9
_WORDS, _MOST_WORDS = re.compile(r"[^\W\d_]+"), 6
_SPOKEN_OF = 0.5  # of a line's words; more of them are its article's


class Repeated(NamedTuple):
    """The lines that pages of one site have in common above their articles, and all that they have around them."""

    above: Set[str] = frozenset()
    around: Set[str] = frozenset()


NOTHING_REPEATED = Repeated()


def find_repeated(pages: Iterable[Page]) -> Repeated:
    """Return the lines that at least three labelled pages of one site, and one in twenty, have in common."""
    stories = _choose_stories(page for page in pages if page.body_start < len(page.rows))
    least = max(_LEAST_STORIES, _LEAST_SHARE * len(stories))
    # A sentence that is on every page hides what stands beyond it.
    sentences = _choose((_list_lines(page, _list_edges(page)) for page in stories), least)
    bounds = [_find_bounds(page, sentences) for page in stories]
    above = [_list_lines(page, head[:_MOST_ROWS]) for page, (head, _) in zip(stories, bounds, strict=True)]
    below = [_list_lines(page, tail[-_MOST_ROWS:]) for page, (_, tail) in zip(stories, bounds, strict=True)]
    around = (one | other for one, other in zip(above, below, strict=True))
    return Repeated(_choose(above, least), _choose(around, least))


def label_repeated(page: Page, repeated: Repeated) -> None:
    """Label the lines above and below the article that other pages of its site have too.

    What others have below their articles alone, a headline, may be this one's title: above this one only a run of such
    headlines is labelled, and never the last line.
    """
    head, tail = _find_bounds(page, repeated.around) if repeated.around else (range(0), range(0))
    spoken = _list_words(row.text for row in page.rows[head.stop : tail.start])
    title = next((place for place in reversed(head) if _may_be_title(page, place)), None)
    menus = [run for run in _find_runs(page, head, repeated.above) if len(run) >= _LEAST_RUN]
    links = [run for run in _find_runs(page, head, repeated.around - repeated.above) if _are_links(run)]
    feet = [run for run in _find_runs(page, tail, repeated.around) if _are_feet(run, tail)]
    for run in (*menus, *links, *feet):
        heads = _find_heads(page, run)
        for place in run:
            if place != title and place not in heads:
                _label(page, place, spoken)
    for sentences in _find_sentences(page, (*head, *tail), repeated.around):
        if _is_between(page, sentences):
            for place in sentences:
                _label(page, place, spoken)


# --- what pages have in common ----------------------------------------------------------------------------------------


def _choose_stories(pages: Iterable[Page]) -> list[Page]:
    """Return the pages without those that have most of their paragraphs of one before them."""
    stories: list[tuple[Page, Set[str]]] = []
    for page in pages:
        body = {row.text.strip() for place, row in enumerate(page.rows) if page.is_article(place)}
        if not any(len(body & other) > _COPIED * min(len(body), len(other)) for _, other in stories):
            stories.append((page, body))
    return [page for page, _ in stories]


def _choose(found: Iterable[Set[str]], least: float) -> frozenset[str]:
    counted = Counter(chain.from_iterable(found))
    return frozenset(line for line, count in counted.items() if count >= least)


def _list_edges(page: Page) -> Iterator[int]:
    places = range(len(page.rows))
    yield from (place for place in {*places[:_MOST_ROWS], *places[-_MOST_ROWS:]} if _speaks(page, place))


def _list_lines(page: Page, places: Iterable[int]) -> set[str]:
    """Return the lines at some places that can be told by being repeated."""
    return {page.rows[place].text.strip() for place in places if _can_repeat(page, place)}


def _can_repeat(page: Page, place: int) -> bool:
    """Tell a line that is no date, no row of a table, and does not stand beside a figure as a cell does."""
    line = page.rows[place].text
    if len(line) > (_LONGEST_SENTENCE if _speaks(page, place) else _LONGEST) or is_date(line) or is_day(line):
        return False
    beside = (page.rows[near].text for near in (place - 1, place, place + 1) if 0 <= near < len(page.rows))
    return not (is_row(line) or match_row(line) or any(map(_is_figure, beside)))


def _speaks(page: Page, place: int) -> bool:
    return page.rows[place].prose or is_sentence(page.rows[place].text)


def _is_figure(line: str) -> bool:
    return _LETTER.search(line) is None


# --- the lines of one page --------------------------------------------------------------------------------------------


def _find_bounds(page: Page, repeated: Set[str]) -> tuple[range, range]:
    """Return the places above the article and below it; its sentences are those that are not repeated."""
    body = [place for place, rule in enumerate(page.rules) if not rule and _speaks(page, place)]
    own = [place for place in body if page.rows[place].text.strip() not in repeated]
    return (range(own[0]), range(own[-1] + 1, len(page.rows))) if own else (range(0), range(0))


def _may_be_title(page: Page, place: int) -> bool:
    return not page.rules[place] and not page.rows[place].prose


def _find_runs(page: Page, places: range, repeated: Set[str]) -> Iterator[list[int]]:
    """Yield the repeated lines of each run that nothing but furniture and repeated sentences interrupts.

    Those right above a figure are the heads of a table that is set a cell a line.
    """
    run: list[int] = []
    for place in places:
        again = page.rows[place].text.strip() in repeated and _can_repeat(page, place)
        if again and not _speaks(page, place):
            run.append(place)
        elif not again and not page.rules[place]:
            yield from [run] if run and not _is_cell(page, place) else []
            run = []
    yield from [run] if run else []


def _is_cell(page: Page, place: int) -> bool:
    # The day below a title is no cell.
    near = (page.rows[one].text for one in (place, place + 1) if one < len(page.rows))
    return any(_is_figure(line) and not is_date(line) for line in near)


def _are_links(run: Sequence[int]) -> bool:
    return len(run) >= _LEAST_RUN and run[-1] - run[0] < len(run)


def _are_feet(run: Sequence[int], tail: range) -> bool:
    return len(run) >= _LEAST_RUN_BELOW or run[-1] == tail[-1]


def _find_sentences(page: Page, places: Sequence[int], repeated: Set[str]) -> Iterator[list[int]]:
    """Yield the repeated sentences that follow one another."""

    def is_repeated(place: int) -> bool:
        text = page.rows[place].text.strip()
        return not page.rules[place] and _speaks(page, place) and text in repeated and _can_repeat(page, place)

    found = [place for place in places if is_repeated(place)]
    for _, block in groupby(enumerate(found), lambda numbered: numbered[1] - numbered[0]):
        yield [place for _, place in block]


def _is_between(page: Page, block: Sequence[int]) -> bool:
    """Tell lines that have furniture, or the end of the page, on both sides, and furniture on one."""
    before = page.rules[block[0] - 1] if block[0] else RULE
    after = page.rules[block[-1] + 1] if block[-1] + 1 < len(page.rows) else RULE
    return bool(before and after) and len(block) < len(page.rows)


def _label(page: Page, place: int, spoken: Set[str]) -> None:
    line = page.rows[place].text
    if not page.rules[place] and not _is_spoken_of(line, spoken) and not _names_issuer(line):
        page.rules[place] = RULE


def _find_heads(page: Page, run: Sequence[int]) -> Set[int]:
    """Return the countries that head a report or a part of it, and are no item of a menu: alone in a run, or not among its lines."""
    named = [place for place in run if _fold(page.rows[place].text) in _list_countries()]
    members = frozenset(run)

    def is_item(place: int) -> bool:
        beside = [near for near in (place - 1, place + 1) if 0 <= near < len(page.rows)]
        in_run = all(near in members or page.rules[near] == "navigation" for near in beside)
        return in_run and (len(named) > 1 or all(page.rules[near] == "navigation" for near in beside))

    return {place for place in named if not is_item(place)}


def _names_issuer(line: str) -> bool:
    """Tell the line of a letterhead that names the country whose embassy or ministry speaks."""
    return _ISSUER.search(line) is not None and any(part in _list_countries() for part in _list_parts(line.casefold()))


def _list_parts(line: str) -> Iterator[str]:
    """Yield the parts of a line that may be a country's name: some words of it, of Chinese some characters."""
    for run in _HAN.findall(line):
        yield from (
            run[first : first + size] for size in range(2, _LONGEST_HAN) for first in range(len(run) - size + 1)
        )
    words = list(_WORDS.finditer(line))
    for first, word in enumerate(words):
        yield from (line[word.start() : last.end()] for last in words[first : first + _MOST_WORDS])


def _fold(line: str) -> str:
    return line.strip(" \t:：.-–—|•·").casefold()


@cache
def _list_countries() -> frozenset[str]:
    """Return what countries and areas are called in the languages that furniture is told in."""
    return frozenset(
        name.casefold()
        for language in (*LANGUAGES, "de")
        for code in read_areas()
        for name in list_names(code, language)
    )


def _is_spoken_of(line: str, spoken: Set[str]) -> bool:
    """Tell a line whose words the article has too: its title, the country that it is about."""
    words = _list_words([line])
    return bool(words) and len(words & spoken) > _SPOKEN_OF * len(words)


def _list_words(lines: Iterable[str]) -> set[str]:
    found = (match for line in lines for match in _WORD.finditer(line.lower()))
    return {match[0][:_STEM] + (match[1] or "") for match in found}
