"""Books, rich texts, JSON and the XML of the press give their articles, or say in words why not."""

import io
import json
import zipfile

import pytest

from geo.base.errors import ReadError
from geo.base.guards import Trouble, attempt
from geo.documents.articles import Article, Unread
from geo.documents.file_articles import read_article_bytes
from tests.made_files import make_epub, pack
from tests.timings import grows_linearly

SENTENCE = "Kenya sent 28 medical teams to Ghana, and the ministry said on Friday that 16 more would follow."


def read(name: str, data: bytes) -> list[Article | Unread]:
    """Return what a file gives."""
    return list(read_article_bytes(name, data))


def read_texts(name: str, data: bytes) -> list[str]:
    """Return the texts of a file's articles."""
    return [found.text.strip() for found in read(name, data) if isinstance(found, Article)]


# --- books -----------------------------------------------------------------------------------------------------------


def test_a_book_gives_its_chapters_in_their_order_with_their_titles() -> None:
    chapters = [
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{SENTENCE}</p></body></html>"
        for title in ("Kenya", "The book")
    ]
    first, second = read("a.epub", make_epub(*chapters, "<html><body/></html>"))
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.place, first.metadata) == ("chapter Kenya", ("Kenya", "2020-06-05", "Ann Author", None))
    assert (second.place, second.metadata.title) == ("chapter 2", "The book")
    assert SENTENCE in first.text


def test_a_book_is_known_whose_first_entry_was_packed_too() -> None:
    with zipfile.ZipFile(io.BytesIO(make_epub(f"<html><body><p>{SENTENCE}</p></body></html>"))) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as again:
        for name, data in parts.items():
            again.writestr(name, data)
    assert SENTENCE in read_texts("a.zip", packed.getvalue())


def test_a_locked_book_and_one_without_text_are_refused() -> None:
    with pytest.raises(ReadError, match="locked"):
        read("a.epub", make_epub(SENTENCE, locked=True))
    with pytest.raises(ReadError, match="no chapter"):
        read("a.epub", make_epub("<html><body/></html>"))
    with pytest.raises(ReadError, match=r"would unpack to 40 MB"):
        read("a.epub", pack({"a": b" " * 40 * 2**20}))


@pytest.mark.parametrize("tenth", range(10))
def test_a_torn_book_is_refused_in_words(tenth: int) -> None:
    data = make_epub(f"<html><body><p>{SENTENCE}</p></body></html>")
    with pytest.raises(ReadError, match=r"save|empty"):
        read("a.epub", data[: len(data) * tenth // 10])


# --- rich texts ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        (r"Kenya sent {\b 28} teams.\par Ghana thanked.", ["Kenya sent 28 teams.", "Ghana thanked."]),
        (r"\ansicpg936 \'d6\'d0\'b9\'fa\'cf\'f2 28\u20010?\u22269?\u23478?", ["中国向 28个国家"]),
        (r"\ansicpg1251 \'cc\'e0\'f1\'ea\'e8", ["Маски"]),
        (r"A{\*\generator Words 9;}{\pict\pngblip 89504e47}{\*\unknown x} B", ["A B"]),
        (r"One {\v hidden}two \u-10179?\u-8704?", ["One two 😀"]),
        (r'{\field{\*\fldinst{HYPERLINK "http://a.example"}}{\fldrslt Ghana}} thanked.', ["Ghana thanked."]),
        (r"It said 5 | 6.\par End", ["It said 5 | 6.", "End"]),
    ],
)
def test_a_rich_text_is_read_without_its_codes(markup: str, lines: list[str]) -> None:
    (text,) = read_texts("a.rtf", b"{\\rtf1\\ansi " + markup.encode() + b"}")
    assert [line for line in text.split("\n") if line] == lines


def test_the_table_of_a_rich_text_is_written_in_rows() -> None:
    def write_row(*cells: str) -> str:
        return (
            r"\trowd\cellx1000\cellx2000 "
            + "".join(rf"\pard\intbl {cell}\cell " for cell in cells)
            + r"{\trowd\cellx1000\row}"
        )

    rows = write_row("Region", "Teams") + write_row("Africa", "28") + write_row(r"Asia\par and others", "16")
    (text,) = read_texts("a.rtf", (r"{\rtf1 Before.\par " + rows + r"\pard After.}").encode())
    assert text == "Before.\n\n| Region | Teams |\n| Africa | 28 |\n| Asia and others | 16 |\n\nAfter."


def test_the_title_of_a_rich_text_is_stated() -> None:
    (article,) = read("a.rtf", rb"{\rtf1{\info{\title Aid to Peru}}Masks left.}")
    assert isinstance(article, Article)
    assert article.metadata.title == "Aid to Peru"


@pytest.mark.parametrize(
    "markup", [rb"{\rtf1 \u99999999999?x}", rb"{\rtf1 {{{{", b"Words.", rb"{\rtf1}", rb"{\rtf1\pict\bin x}"]
)
def test_a_torn_rich_text_is_read_or_refused_in_words(markup: bytes) -> None:
    found = attempt(lambda: read_texts("a.rtf", markup))
    if isinstance(found, Trouble):
        assert found.kind == "ReadError"
        assert any(way in found.words for way in ("save it", "no text"))
    else:
        assert found


@pytest.mark.parametrize("piece", [rb"{\field{\*\fldinst{", b"{", rb"\v ", rb"\'d6", rb"\trowd\cell\row "])
def test_a_rich_text_of_one_code_takes_time_in_proportion(piece: bytes) -> None:
    def read_many(count: int) -> None:
        read_texts("a.rtf", b"{\\rtf1 Masks left. " + piece * count)

    assert grows_linearly(read_many, 2_000)


# --- JSON ------------------------------------------------------------------------------------------------------------

ROW = {"title": "One", "content": "Masks left.", "date": "2021-05-02"}


@pytest.mark.parametrize(
    ("value", "places"),
    [
        (ROW, [None]),
        ([ROW, ROW], ["item 1", "item 2"]),
        ({"status": "ok", "articles": [ROW]}, ["item 1"]),
        ({"response": {"docs": [ROW, ROW]}, "n": 2}, ["item 1", "item 2"]),
    ],
)
def test_articles_are_found_in_json_wherever_they_are_wrapped(value: object, places: list[str | None]) -> None:
    found = read("a.json", json.dumps(value).encode())
    assert [(one.place, one.metadata.title, one.text) for one in found if isinstance(one, Article)] == [
        (place, "One", "Masks left.") for place in places
    ]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_json_is_read_in_its_encoding(encoding: str) -> None:
    text = "医疗队今天从首都出发，将于两天后抵达加纳。" * 4
    assert read_texts("a.json", json.dumps([{"text": text}], ensure_ascii=False).encode(encoding)) == [text]


def test_json_lines_under_the_name_of_json_are_read() -> None:
    assert read_texts("a.json", f"{json.dumps(ROW)}\n{json.dumps(ROW)}\n".encode()) == ["Masks left."] * 2


def test_an_item_without_a_text_is_told_and_the_others_are_read() -> None:
    found = read("a.json", json.dumps([ROW, {"title": "x"}, 7]).encode())
    assert [one.place for one in found if isinstance(one, Unread)] == ["item 2", "item 3"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"id": 1, "label": "x"}', "its keys are id, label"),
        (b"[1, 2]", "a list of 2; the first is 1"),
        (b"[]", "it is empty"),
        (b"7", "a single value, 7"),
        (b"{", "this is no JSON"),
        (b"[" * 100_000, "without end"),
    ],
)
def test_json_without_a_text_says_what_is_in_it(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read("a.json", data)


# --- XML of the press ------------------------------------------------------------------------------------------------

RSS = f"""<?xml version="1.0"?><rss xmlns:content="c"><channel><title>Daily</title>
<item><title>One</title><link>https://example.org/1</link><pubDate>Fri, 05 Jun 2020 23:30:00 +0200</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>{SENTENCE}</p>]]></content:encoded></item>
<item><title>Two</title></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Daily</title><entry><title>One</title>
<link rel="self" href="https://example.org/x"/><link href="https://example.org/1"/><updated>2020-06-05T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SENTENCE}</p></div></content></entry></feed>"""


@pytest.mark.parametrize(("name", "source"), [("a.rss", RSS), ("a.xml", ATOM)])
def test_each_item_of_a_feed_is_an_article(name: str, source: str) -> None:
    article, *rest = read(name, source.encode())
    assert isinstance(article, Article)
    assert (article.text, article.place) == (SENTENCE, "item 1")
    assert article.metadata == ("One", "2020-06-05", "Daily", "https://example.org/1")
    assert rest == [Unread("item 2", "there is no text in it")] * len(rest)


def test_a_news_item_is_read_with_its_headline_day_and_table() -> None:
    table = "<table><tr><td>Region</td><td>Teams</td></tr><tr><td>Africa</td><td>28</td></tr></table>"
    body = f'<body><body.head><hedline><hl1>Teams sent</hl1></hedline><dateline><story.date norm="20200605T100000Z"/></dateline></body.head><body.content><p>{SENTENCE}</p>{table}</body.content></body>'
    (article,) = read("a.xml", f"<nitf><head><title>x</title></head>{body}</nitf>".encode())
    assert isinstance(article, Article)
    assert article.metadata[:2] == ("Teams sent", "2020-06-05")
    assert [line for line in article.text.split("\n") if line] == [SENTENCE, "| Region | Teams |", "| Africa | 28 |"]


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("<project><name>x</name></project>", "root is <project> is not read"),
        ('<!DOCTYPE rss [<!ENTITY x "y">]><rss>&x;</rss>', "words of its own"),
        ("<rss><channel>", "not whole"),
        ("<nitf><body/></nitf>", "no text in this news item"),
    ],
)
def test_other_xml_is_refused_in_words(source: str, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read("a.xml", source.encode())
