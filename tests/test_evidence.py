"""Sentences as HTML: marked where they should be, and nothing in them obeyed."""

import pandas as pd

from dashboard.parts.evidence import Row, Span, find_in_sentence, mark_text, write_sentences, write_source
from dashboard.parts.words import read_words

WORDS = read_words("en")


def test_a_span_is_marked_and_says_what_it_is() -> None:
    marked = mark_text("To Serbia.", [Span(3, 9, "country", "SRB")])
    assert marked == 'To <mark class="aa-country" title="SRB">Serbia</mark>.'


def test_a_name_inside_a_number_is_marked_inside_it() -> None:
    marked = mark_text("5 Asian states", [Span(2, 7, "b"), Span(0, 14, "a")])
    assert marked == '<mark class="aa-a">5 <mark class="aa-b">Asian</mark> states</mark>'


def test_of_spans_that_cross_the_earlier_is_marked() -> None:
    assert mark_text("abcd", [Span(2, 4, "b"), Span(0, 3, "a")]) == '<mark class="aa-a">abc</mark>d'


def test_markup_formulas_and_unseen_characters_are_shown_and_not_obeyed() -> None:
    hostile = "<img src=x onerror=alert(1)> $\\href{javascript:alert(1)}{x}$ \u202eabc\x00"
    shown = mark_text(hostile, [])
    assert "<img" not in shown
    assert "$" not in shown
    assert "\u202e" not in shown
    assert "\x00" not in shown


def test_words_after_a_page_break_are_found_in_the_sentence() -> None:
    # In the document two characters of line break stand between "Kaza" and the rest.
    assert find_in_sentence("Aid to Serbia and Italy.", (100, 126), "Italy", 120) == 18


def test_words_before_a_page_break_are_found_where_they_stand() -> None:
    assert find_in_sentence("Aid to Serbia and Italy.", (100, 126), "Serbia", 107) == 7


def test_words_that_the_sentence_does_not_hold_are_not_marked() -> None:
    assert find_in_sentence("Aid to Serbia.", (100, 114), "Italy", 107) is None


def test_a_link_is_only_made_of_a_web_address() -> None:
    assert "<a " not in write_source({"title": "T", "url": "javascript:alert(1)"}, WORDS)
    assert 'href="https://example.org/a?b&amp;c"' in write_source({"url": "https://example.org/a?b&c"}, WORDS)


def test_a_date_is_shown_as_exactly_as_it_is_known() -> None:
    row: Row = {"date": pd.Timestamp("2020-03-01"), "date_precision": "month"}
    assert write_source(row, WORDS) == "2020-03"


def test_a_row_of_sentences_shows_text_mark_and_source() -> None:
    spans = [{"start": 17, "end": 23, "text": "Serbia"}]
    row = {"text": "Aid to Serbia.", "start": 10, "end": 24, "spans": spans, "title": "A title", "published": "2020"}
    row |= {"document": "d", "sentence": 3}
    shown = write_sentences(pd.DataFrame([row]), WORDS)
    assert '<mark class="aa-chosen">Serbia</mark>' in shown
    assert "A title · 2020" in shown
    # The browser makes of it the links to the document and to the correction.
    assert 'data-said="d 3"' in shown
