"""A web page gives its article and what it says of itself."""

import contextlib

import pytest

from geo.base.errors import ReadError
from geo.documents.pages import read_page
from tests.timings import grows_linearly

STORY = "Two planes with masks left for the islands on Thursday, officials said in a statement sent to reporters."
PAGE = f"""<!DOCTYPE html><html><head><title>Aid for the islands - Example Daily</title>
<meta property="og:site_name" content="Example Daily"><meta property="article:published_time" content="2021-05-02T10:00Z">
<link rel="canonical" href="https://example.org/aid"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/peru">Peru</a></li></ul></nav>
<article><h1>Aid for the islands</h1><p>{STORY}</p><ul><li>Fiji: 200 boxes</li><li>Samoa: 10 boxes</li></ul><p>{STORY}</p></article>
<aside><h3>Most read</h3><ul><li><a href="/i">Iceland erupts</a></li></ul></aside></body></html>"""


def test_a_page_states_title_day_outlet_and_address() -> None:
    metadata = read_page(PAGE.encode())[1]
    assert metadata == ("Aid for the islands", "2021-05-02", "Example Daily", "https://example.org/aid")


def test_the_article_is_kept_and_the_menus_are_not() -> None:
    text = read_page(PAGE.encode())[0]
    assert text.count(STORY) == 2
    assert "Peru" not in text
    assert "Iceland" not in text


def test_a_list_in_the_article_is_kept() -> None:
    text = read_page(PAGE.encode())[0]
    assert "• Fiji: 200 boxes" in text
    assert "• Samoa: 10 boxes" in text


def read_list(items: str) -> str:
    """Give the text of a page with a list in its article."""
    return read_page(f"<article><h1>Aid</h1><p>{STORY}</p><ul>{items}</ul><p>{STORY}</p></article>".encode())[0]


def test_a_list_in_the_article_may_have_links_in_its_items() -> None:
    text = read_list("<li>Fiji got <a href='/f'>200 boxes</a> of masks in May.</li><li>Samoa got 10 boxes.</li>")
    assert "• Fiji got 200 boxes of masks in May.\n\n• Samoa got 10 boxes." in text


def test_a_list_of_teasers_is_left_out() -> None:
    teaser = "<li><a href='/p'>Peru votes</a> Polls opened at eight in all provinces of the country on Sunday.</li>"
    assert "Peru" not in read_list(teaser * 3)
    assert "Peru" not in read_list("<li>Also: <a href='/p'>Peru votes for a new president</a></li>")


@pytest.mark.parametrize("piece", ["<ul>", "<ul><li><a ", "<ul><li> <b>", "<a href='/x'>"])
def test_lists_without_end_take_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: _leave_out(f"<ul><li>{piece * size}</ul>"), 5_000)


def _leave_out(page: str) -> None:
    with contextlib.suppress(ReadError):
        read_page(page.encode())


def test_what_a_page_has_struck_through_is_left_out() -> None:
    page = PAGE.replace(
        f"<p>{STORY}</p></article>", f"<p>{STORY}</p><p><s>Cuba <del>lent</del> gave tents.</s></p></article>"
    )
    assert "Cuba" not in read_page(page.encode())[0]


def test_the_title_of_a_page_is_cut_from_the_name_of_its_site() -> None:
    assert read_page("<title>援助物资运抵_某某新闻网</title><p>正文</p>".encode())[1].title == "援助物资运抵"


def test_the_encoding_a_page_declares_is_believed() -> None:
    page = "<html><head><meta charset=gb2312><title>运抵</title></head><body><p>口罩运抵。</p></body></html>"
    assert "口罩运抵。" in read_page(page.encode("gbk"))[0]


def test_an_address_that_is_no_web_address_is_not_kept() -> None:
    assert read_page(b'<link rel="canonical" href="javascript:alert(1)"><p>Text</p>')[1].url is None


def test_no_entity_is_expanded_and_no_script_read() -> None:
    page = b'<!DOCTYPE html [<!ENTITY a "bomb">]><p>one &a; two</p><script>var x = "script"</script>'
    text = read_page(page)[0]
    assert "script" not in text
    assert "one &a; two" in text


def test_a_page_nested_without_end_is_refused() -> None:
    with pytest.raises(ReadError, match="deep"):
        read_page(b"<div>" * 5000 + b"x")
