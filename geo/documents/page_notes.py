"""What a sender says of itself under a release: "About Example Aid", and the paragraph that describes it.

A head is one only where the line under it begins with the name that the head gives and says what kind of body that is.
So "About the project" over what the project did stays the article.
"""

import re
from collections.abc import Iterator

from geo.documents.furniture_forms import gather, gather_forms
from geo.documents.page_rows import Page, is_closed

_LONGEST_HEAD, _MOST_LINES = 80, 12
_HEADS = [re.compile(rf"\W{{0,6}}(?:{form})\W{{0,6}}", re.IGNORECASE) for form in gather("about_heads")]
_BODY = re.compile(gather_forms("about_words"), re.IGNORECASE)
# "About the project": what the project did is the article.
_NO_BODY = re.compile(rf"\b(?:{gather_forms('about_others')})", re.IGNORECASE)
_MARKS = " \t«»“”\"'()"
# How far the name stands from the beginning of the paragraph, and the kind of body.
_NAMED_WITHIN, _TOLD_WITHIN = 60, 300


def label_self_descriptions(page: Page) -> None:
    """Label each head of a self-description under an article, with the paragraph under it."""
    for place in range(page.body_start + 1, len(page.rows) - 1):
        if not page.rules[place] and len(page.rows[place].text) <= _LONGEST_HEAD and _describes(page, place):
            page.label(range(place, _find_end(page, place + 1)), "self-description")


def _describes(page: Page, head: int) -> bool:
    heads = (form.fullmatch(page.rows[head].text) for form in _HEADS)
    given = (found["about"].strip(_MARKS) for found in heads if found)
    names = [name.lower() for name in given if not name.islower() and not _NO_BODY.search(name)]
    paragraph = " ".join(_list_paragraph(page, head + 1)).lower() if names else ""
    named = any(name in paragraph[: _NAMED_WITHIN + len(name)] for name in names)
    return named and _BODY.search(paragraph[:_TOLD_WITHIN]) is not None


def _list_paragraph(page: Page, first: int) -> Iterator[str]:
    yield from (page.rows[place].text.strip() for place in range(first, _find_end(page, first)))


def _find_end(page: Page, first: int) -> int:
    """Give where the paragraph ends that begins at a place; one broken into lines goes on until a line is closed."""
    place = first
    while place < min(first + _MOST_LINES, len(page.rows)) and not page.rules[place]:
        place += 1
        if is_closed(page.rows[place - 1].text):
            break
    return place
