"""A CSV is read in whatever dialect it is written, and what is wrong with it is said and costs no other row."""

import io
from collections.abc import Iterator

import pytest

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.delimited import Row, read_delimited
from geo.documents.readers.csv_files import read_csv

UNCLOSED = "a quote is never closed; it is left out, and the next line is read as the next row"


def read(text: str | bytes) -> list[Article | Unread]:
    """Return the articles of a CSV and what is told of it."""
    return list(read_csv(io.BytesIO(text if isinstance(text, bytes) else text.encode())))


def texts(text: str | bytes) -> list[str]:
    """Return the texts of the articles of a CSV."""
    return [article.text for article in read(text) if isinstance(article, Article)]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_the_first_line_may_state_the_sign_between_the_cells(sign: str, encoding: str) -> None:
    table = f"sep={sign}\r\n标题{sign}正文\r\n一{sign}口罩昨日运抵，试剂也到了。\r\n"
    assert texts(table.encode(encoding)) == ["口罩昨日运抵，试剂也到了。"]


def test_the_sign_is_the_one_that_parts_the_rows_as_it_parts_the_header() -> None:
    assert texts("Name, first;Text\nAnn, B;Masks left, in 3,5 hours\n") == ["Masks left, in 3,5 hours"]


def test_a_table_of_one_column_keeps_the_commas_of_its_texts() -> None:
    assert texts('Text\nMasks, gowns; tests\n\n"said ""go"", and went"\n') == [
        "Masks, gowns; tests",
        'said "go", and went',
    ]


@pytest.mark.parametrize("closing", ['2,"fine, here"\n', "2,fine\n"])
def test_a_quote_that_is_never_closed_costs_no_other_row(closing: str) -> None:
    articles = read(f'id,text\n1,"never closed\n{closing}3,"two\nlines"\n')
    assert articles[0] == Unread("line 2", UNCLOSED, "note")
    assert [article.id for article in articles if isinstance(article, Article)] == ["1", "2", "3"]


def test_a_text_of_many_lines_in_quotes_is_one_row() -> None:
    text = "\n".join(f"Line {number}, and more." for number in range(3_000))
    assert texts(f'id,text\n1,"{text}"\n2,short\n') == [text, "short"]


@pytest.mark.parametrize("quoted", ['"said \\"go\\"; then"', '"said ""go""; then"'])
def test_a_quote_inside_quotes_is_doubled_or_has_a_backslash(quoted: str) -> None:
    assert texts(f"id;text\n1;{quoted}\n") == ['said "go"; then']


def test_an_inch_mark_is_no_quote() -> None:
    assert texts('id,text\n1,a 5" pipe\n2,a 6" pipe\n') == ['a 5" pipe', 'a 6" pipe']


def test_lines_may_end_in_a_return_alone_and_hold_nul_bytes() -> None:
    assert texts('id,text\r1,Ma\0sks left.\r2,"two\nlines"\r') == ["Masks left.", "two\nlines"]


def test_the_commas_of_a_last_column_without_quotes_stay_in_the_text() -> None:
    assert texts("title,text\nOne,Masks, gowns, and tests.\n") == ["Masks, gowns, and tests."]


def test_a_row_with_too_many_cells_is_told() -> None:
    assert read("text,title\nMasks, gowns, tests\n")[1] == Unread(
        "line 2", "it has more cells than there are columns; put quotes around its text", "note"
    )


@pytest.mark.parametrize(
    "header",
    [
        '\ufeff"Full Text",ID',
        "TEXTO COMPLETO,id",
        "texte (fr),_id",
        "Текст статьи,uid",
        "النص,article_id",
        "本文,番号",
        "본문:,ID",
        "Volltext,编号",
    ],
)
def test_the_text_and_id_columns_are_known_by_their_names_in_many_languages(header: str) -> None:
    assert [(one.text, one.id) for one in read(f"{header}\nMasks left.,7\n") if isinstance(one, Article)] == [
        ("Masks left.", "7")
    ]


def test_of_two_columns_of_one_name_the_first_counts() -> None:
    assert texts("text,text\nMasks left.,none\n") == ["Masks left."]


def test_a_table_without_a_header_is_refused_with_what_to_do() -> None:
    with pytest.raises(ReadError, match="put a line of names before it, such as title,text"):
        read("2020-01-02," + "Masks left for two towns. " * 4 + "\n2020-01-03,More left.\n")


def test_empty_rows_are_passed_over_and_their_lines_counted() -> None:
    articles = read("id,text\n\n,\n\n1,Masks left.\n2,\n")
    assert [one.place for one in articles] == ["line 5", "line 6"]


def test_rows_come_before_the_rest_of_the_file_is_read() -> None:
    def lines() -> Iterator[str]:
        yield "id,text\n"
        yield from (f"{number},Masks left.\n" for number in range(40))
        raise AssertionError("read too far")

    found = read_delimited(lines())
    assert next(found) == Row(1, ["id", "text"])


def test_a_line_beyond_all_measure_is_told_and_the_others_are_read() -> None:
    articles = list(read_delimited(["id,text\n", None, "2,Masks left.\n"], 5_000))
    assert articles == [
        Row(1, ["id", "text"]),
        Unread("line 2", "it has more than 5,000 characters; split it, or allow more"),
        Row(3, ["2", "Masks left."]),
    ]


def test_a_large_table_is_read_in_pieces_and_a_line_in_another_encoding_by_itself() -> None:
    line = "1,口罩昨日运抵，试剂也到了。\n".encode("gb18030")
    table = b"id,text\n" + line * 200_000 + "2,医疗队从首都出发。\n".encode() + line
    *articles, note = read(table)
    assert len(articles) == 200_002
    assert isinstance(articles[-2], Article)
    assert articles[-2].text == "医疗队从首都出发。"
    assert note == Unread("line 200002", "it is not in gb18030 as the file is; read by itself", "note")


@pytest.mark.parametrize(
    "text", ["text\none\rtwo", "id,text\r1,one\ntwo\r2,three\r", 'sep="\ntext\none\n', "sep=\\\ntext\none\n"]
)
def test_odd_returns_and_signs_end_no_reading(text: str) -> None:
    assert [type(one) for one in read_delimited(iter([*text.splitlines(keepends=True), text]))]
    assert texts("text\r\none\rtwo") == ["one two"]
