"""A letter is read with what is attached to it, and what it quotes is told apart from its own words."""

from collections.abc import Sequence
from email.message import EmailMessage

import pytest

from geo.base.errors import ReadError
from geo.base.guards import Trouble, attempt
from geo.documents.articles import Article, Unread
from geo.documents.file_articles import read_article_bytes
from geo.documents.readers.mail_lines import tell_lines
from tests.made_files import make_docx, word_paragraph
from tests.timings import grows_linearly

OWN = "Kenya sent 28 medical teams to Ghana on Friday."


def make_mail(text: str = OWN, **headers: str) -> EmailMessage:
    """Return a letter with these words and headers."""
    letter = EmailMessage()
    for name, value in (
        {"subject": "Teams sent", "from": "Press office <press@example.org>", "date": "Fri, 5 Jun 2020 23:30:00 +0200"}
        | headers
    ).items():
        letter[name] = value
    letter.set_content(text)
    return letter


def read(data: bytes, name: str = "a.eml") -> list[Article | Unread]:
    """Return what a file of letters gives."""
    return list(read_article_bytes(name, data))


def read_one(data: bytes) -> Article:
    """Return the one article of a letter."""
    (article,) = read(data)
    assert isinstance(article, Article)
    return article


def test_the_headers_give_title_day_and_sender() -> None:
    article = read_one(make_mail(subject="Re: Fwd: Teams sent").as_bytes())
    assert article.text.strip() == OWN
    assert article.metadata == ("Teams sent", "2020-06-05", "Press office", None)


@pytest.mark.parametrize("charset", ["utf-8", "gb2312", "big5", "iso-2022-jp", "utf-16", "euc-jp"])
def test_a_subject_and_a_text_are_read_in_their_charset(charset: str) -> None:
    letter = make_mail()
    del letter["subject"]
    encoded = "日本援助".encode(charset)
    words = "=?" + charset + "?q?" + "".join(f"={byte:02X}" for byte in encoded) + "?="
    data = f"Subject: {words}\nContent-Type: text/plain; charset={charset}\n\n".encode() + encoded
    article = read_one(data)
    assert (article.metadata.title, article.text) == ("日本援助", "日本援助")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_headers_with_bytes_that_nothing_is_said_of_are_read(encoding: str) -> None:
    subject = "中国向非洲国家援助口罩和试剂，专家组已经出发"
    assert read_one(f"Subject: {subject}\n\n{OWN}".encode(encoding)).metadata.title == subject


def test_the_plain_version_is_read_and_the_page_where_that_is_a_stub() -> None:
    letter = make_mail()
    letter.add_alternative("<p>Another version.</p>", subtype="html")
    assert read_one(letter.as_bytes()).text.strip() == OWN
    stub = make_mail("See the page.")
    stub.add_alternative(f"<html><body><p>{OWN}</p></body></html>", subtype="html")
    assert read_one(stub.as_bytes()).text.strip() == OWN


def test_lines_that_flow_are_joined() -> None:
    data = b"Subject: a\nContent-Type: text/plain; format=flowed\n\nKenya sent \n28 teams.\n-- \nAnn\n"
    assert read_one(data).text.split("\n")[:2] == ["Kenya sent 28 teams.", "--"]


@pytest.mark.parametrize(
    ("lines", "rules"),
    [
        ([OWN, "> Ghana asked for 30.", "Yours"], ["", "quoted", ""]),
        ([OWN, "", "On 3 May 2020 at 10:00, Ann <ann@example.org> wrote:", "> Ghana"], ["", "", "quoted", "quoted"]),
        (
            [OWN, "On Sunday, 3 May 2020 at 10:00, Ann", "<ann@example.org> wrote:", "> Ghana"],
            ["", "quoted", "quoted", "quoted"],
        ),
        ([OWN, "在 2020年5月3日，安 写道：", "> 加纳"], ["", "quoted", "quoted"]),
        ([OWN, "-----Original Message-----", "From: Ann", "Ghana"], ["", "quoted", "quoted", "quoted"]),
        (
            [OWN, "发件人: 安", "发送时间: 2020年5月3日", "主题: 口罩", "加纳"],
            ["", "quoted", "quoted", "quoted", "quoted"],
        ),
        ([OWN, "-- ", "Ann, press office, Nairobi"], ["", "signature", "signature"]),
        ([OWN, "From: the port of Mombasa it went on by rail."], ["", ""]),
        (
            ["FYI", "---------- Forwarded message ----------", "From: Ann", "Subject: Teams", OWN],
            ["", "quoted", "quoted", "quoted", ""],
        ),
        (["-----Original Message-----", "From: Ann", OWN], ["quoted", "quoted", ""]),
    ],
)
def test_what_a_letter_quotes_is_told_apart(lines: Sequence[str], rules: Sequence[str]) -> None:
    assert [line.rule for line in tell_lines("\n".join(lines))] == rules


def test_the_rows_of_a_table_are_not_quoted() -> None:
    lines = tell_lines(f"{OWN}\n| Country | Tonnes |\n| Ghana | 12 |\n| quoted with a bar")
    assert [line.rule for line in lines] == ["", "", "", "quoted"]


def test_an_answer_of_few_words_hands_nothing_on() -> None:
    text = f"Thanks.\n-----Original Message-----\n{OWN}"
    assert [line.rule for line in tell_lines(text, answers=True)] == ["", "quoted", "quoted"]
    assert read_one(make_mail(text, subject="Re: Teams").as_bytes()).rules == {1: "quoted", 2: "quoted"}


def test_attachments_are_read_by_the_readers_of_their_formats() -> None:
    letter = make_mail()
    letter.add_attachment(
        make_docx(word_paragraph("Masks left.")), maintype="application", subtype="x", filename="../notes.docx"
    )
    letter.add_attachment(b"x", maintype="application", subtype="x", filename="a.bin")
    letter.add_attachment(make_mail("Inside."), filename="inner.eml")
    _, notes, unknown, inner = read(letter.as_bytes())
    assert isinstance(notes, Article)
    assert (notes.text, notes.inside) == ("Masks left.", "notes.docx")
    assert isinstance(unknown, Unread)
    assert (unknown.inside, "not a format" in unknown.reason) == ("a.bin", True)
    assert isinstance(inner, Article)
    assert inner.text.strip() == "Inside."


@pytest.mark.parametrize(
    ("kind", "name", "reason"), [("calendar", "a.ics", "invitation"), ("x", "winmail.dat", "packed into winmail")]
)
def test_what_is_not_read_of_a_letter_is_said(kind: str, name: str, reason: str) -> None:
    letter = make_mail()
    maintype = "text" if kind == "calendar" else "application"
    letter.add_attachment(b"BEGIN:VCALENDAR", maintype=maintype, subtype=kind, filename=name)
    unread = read(letter.as_bytes())[1]
    assert isinstance(unread, Unread)
    assert reason in unread.reason


@pytest.mark.parametrize("said", ["; boundary=other", ""])
def test_the_parts_of_a_letter_are_parted_by_the_mark_that_stands_in_it(said: str) -> None:
    parts = f"--mark\nContent-Type: text/plain\n\n{OWN}\n--mark\nContent-Type: image/png\n\nx\n--mark--\n"
    assert read_one(f"Subject: Aid\nContent-Type: multipart/mixed{said}\n\n{parts}".encode()).text.strip() == OWN


def test_a_letter_that_carries_a_pdf_as_it_is_is_a_letter() -> None:
    letter = make_mail()
    letter.add_attachment("%PDF-1.7 torn", filename="a.pdf")
    article, unread = read(letter.as_bytes())
    assert isinstance(article, Article)
    assert isinstance(unread, Unread)
    assert (article.text.strip(), unread.inside) == (OWN, "a.pdf")


def test_a_box_gives_a_letter_an_article_and_takes_no_word_from_for_a_postmark() -> None:
    text = "One.\n\n>From here on it went by rail.\nFrom here too.\n"
    box = f"From a@b.c Fri Jun  5 23:30:00 2020\nSubject: One\n\n{text}\nFrom a@b.c Sat Jun  6 23:30:00 2020\nSubject: Two\n\nTwo.\n"
    one, two = read(box.encode(), "a.mbox")
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.text.strip(), one.place) == (text.replace(">From", "From").strip(), "mail 1")
    assert (two.metadata.title, two.place) == ("Two", "mail 2")


# --- hostile ones ----------------------------------------------------------------------------------------------------


def test_a_box_of_many_letters_takes_time_in_proportion() -> None:
    letter = b"From a@b.c Fri Jun  5 23:30:00 2020\n" + make_mail().as_bytes() + b"\n"
    assert len(read(letter * 10_000, "a.mbox")) == 10_000
    assert grows_linearly(lambda count: read(letter * count, "a.mbox"), 300)


def test_letters_within_letters_without_end_are_refused() -> None:
    data = b"Content-Type: message/rfc822\n\n" * 5_000 + b"Subject: a\n\nx"
    with pytest.raises(ReadError, match="without end"):
        read(data)


@pytest.mark.parametrize("tenth", range(10))
def test_a_torn_letter_is_read_or_refused_in_words(tenth: int) -> None:
    letter = make_mail()
    letter.add_attachment(
        make_docx(word_paragraph("Masks left.")), maintype="application", subtype="x", filename="a.docx"
    )
    data = letter.as_bytes()
    found = attempt(lambda: read(data[: len(data) * tenth // 10]))
    if isinstance(found, Trouble):
        assert found.kind == "ReadError"
        assert any(way in found.words for way in ("no text", "empty", "save"))
    else:
        assert found


@pytest.mark.parametrize(
    "data", [b"\n\nno headers", b"Subject: only\n\n", b"Date: 99 Foo\nFrom: <\nSubject: =?x?q?=FF?=\n\nWords."]
)
def test_a_letter_with_odd_headers_is_read_or_refused(data: bytes) -> None:
    found = attempt(lambda: read_one(data).metadata.published is None)
    if isinstance(found, Trouble):
        assert found.kind == "ReadError"
        assert "no headers" in found.words or "no text" in found.words
    else:
        assert found


def test_what_is_no_box_is_refused() -> None:
    with pytest.raises(ReadError, match="no mailbox"):
        read(b"Words.", "a.mbox")
