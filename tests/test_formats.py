"""Every format gives its articles, and names the places that hold none."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geo.base.errors import ReadError
from geo.documents.articles import Article, Unread
from geo.documents.file_articles import read_article_bytes
from geo.documents.formats import FORMATS
from geo.documents.many_files import read_articles
from geo.documents.readers.markdown import reduce_markdown, split_matter
from geo.documents.signatures import TEXTS, tell_format

ROWS = [
    {"title": "One", "content": "Masks left.", "date": "2021-05-02", "source": "Daily", "url": "https://example.org/1"},
    {
        "title": "Two",
        "content": "口罩运抵，\n试剂也到了。",
        "date": "2021-05",
        "source": "某报",
        "url": "ftp://example.org",
    },
]
METADATA = [("One", "2021-05-02", "Daily", "https://example.org/1"), ("Two", "2021-05", "某报", None)]


def read(folder: Path, name: str, data: bytes) -> list[Article | Unread]:
    """Give the articles of a file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return list(read_articles(path))


def check_rows(articles: list[Article | Unread]) -> None:
    """Hold that the two rows were read, with all that their columns state."""
    found = [article for article in articles if isinstance(article, Article)]
    assert [article.text for article in found] == [row["content"] for row in ROWS]
    assert [article.metadata for article in found] == METADATA


def test_json_lines_are_read(tmp_path: Path) -> None:
    check_rows(read(tmp_path, "a.jsonl", "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()))


def test_parquet_is_read(tmp_path: Path) -> None:
    pq.write_table(pa.Table.from_pylist(ROWS), tmp_path / "a.parquet")
    check_rows(list(read_articles(tmp_path / "a.parquet")))


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_csv_is_read_whatever_divides_its_columns(tmp_path: Path, name: str, mark: str) -> None:
    lines = [mark.join(ROWS[0]), *(mark.join(f'"{value}"' for value in row.values()) for row in ROWS)]
    check_rows(read(tmp_path, name, "\r\n".join(lines).encode("utf-8-sig")))


def test_a_chinese_csv_in_gbk_is_read_by_its_chinese_columns(tmp_path: Path) -> None:
    article = read(tmp_path, "a.csv", "标题,正文,日期\n出发,医疗队今天从首都出发。,2021年5月2日\n".encode("gbk"))[0]
    assert article == Article("医疗队今天从首都出发。", ("出发", "2021-05-02", None, None), "line 2", titled=True)  # type: ignore[arg-type]


def test_a_line_that_is_no_json_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    good = json.dumps(ROWS[0])
    articles = read(
        tmp_path, "a.jsonl", f'{good}\n{{"text": \n[1]\n{{"text": 5}}\n{{"name": "x"}}\n\n{good}\n'.encode()
    )
    assert [one.place for one in articles] == ["line 1", "line 2", "line 3", "line 4", "line 5", "line 7"]
    assert [type(one) for one in articles] == [Article, Unread, Unread, Unread, Unread, Article]


@pytest.mark.parametrize("name", ["a.csv", "a.parquet"])
def test_a_table_without_a_text_column_is_refused_with_the_names_to_use(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    table = pa.Table.from_pylist([{"id": 1, "label": "x"}])
    pq.write_table(table, path) if name == "a.parquet" else path.write_text("id,label\n1,x\n")
    with pytest.raises(ReadError, match=r"no column holds the text .* id, label.*name one of text, content"):
        list(read_articles(path))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "the file is empty"),
        ("a.txt", b" \n\n", "no text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        ("a.parquet", b"PAR1 nothing", "no Parquet"),
        ("a.abc", b"MZ\0\1", "a program"),
        ("a.pdf", b"Kenya", "no .pdf file, whatever its name says"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "old Word document; save it as DOCX"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    with pytest.raises(ReadError, match=reason):
        read(tmp_path, name, data)


@pytest.mark.parametrize(
    "mark", ["---\ntitle: 'Aid: a report'\npublished: 2021-05\n---", '+++\nTitle = "Aid: a report"\n+++']
)
def test_front_matter_is_read_and_taken_off(mark: str) -> None:
    matter, body = split_matter(f"{mark}\n\nThe text.")
    assert matter["title"] == "Aid: a report"
    assert body.strip() == "The text."


def test_a_text_that_opens_with_a_rule_has_no_front_matter() -> None:
    assert split_matter("A text.\n---\nMore.") == ({}, "A text.\n---\nMore.")


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("# Aid for [Fiji](https://example.org/a_(b))", "Aid for Fiji"),
        ("**Two** planes and _one_ *ship*", "Two planes and one ship"),
        ("> quoted\n\n---\n\n![a map](map.png)", "quoted\n\n\n\n"),
        ("- masks\n- tests", "- masks\n- tests"),
        ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
        ("<!-- hidden -->shown \\*as is\\*", "shown *as is*"),
        ("[Fiji][1]\n[1]: https://example.org", "Fiji\n"),
        ("Aid of US\\$3 and \\<5 kg[^1]\n\n[^1]: A note on\n    Japan.\n\nEnd", "Aid of US$3 and <5 kg\n\n\n\nEnd"),
    ],
)
def test_markdown_is_reduced_to_what_its_reader_sees(markdown: str, text: str) -> None:
    assert reduce_markdown(markdown) == text


def test_a_file_that_lies_on_no_disk_is_read_by_its_name_and_bytes() -> None:
    rows = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS).encode()
    check_rows(list(read_article_bytes("folder/A.JSONL", rows)))
    with pytest.raises(ReadError, match=r"'\.abc' is not a format that is read"):
        list(read_article_bytes("a.abc", b"Kenya"))


@pytest.mark.parametrize(("value", "name"), [(7, "7"), (7.0, "7"), ("a 7", "a 7"), (None, None), (float("nan"), None)])
def test_a_row_keeps_the_id_that_its_table_gives_it(tmp_path: Path, value: object, name: str | None) -> None:
    pq.write_table(pa.table({"_id": [value], "text": ["Masks left."]}), tmp_path / "a.parquet")
    (article,) = read_articles(tmp_path / "a.parquet")
    assert isinstance(article, Article)
    assert (article.id, article.place) == (name, "row 1")


def test_a_page_read_against_its_declaration_says_so(tmp_path: Path) -> None:
    page = "<meta charset=koi8-r><p>医疗队今天从首都出发，前往两个邻国，第二天返回。</p>"
    article, note = read(tmp_path, "a.html", page.encode("gb18030"))
    assert isinstance(article, Article)
    assert article.text.startswith("医疗队今天从首都出发")
    assert note == Unread(None, "declared as koi8-r, read as gb18030", "note")


@pytest.mark.parametrize("charset", ["undefined", "idna", "rot13", "zip", "none"])
def test_a_page_may_declare_what_is_no_encoding(tmp_path: Path, charset: str) -> None:
    (article,) = read(tmp_path, "a.html", f"<meta charset={charset}><p>医疗队今天从首都出发。</p>".encode())
    assert isinstance(article, Article)
    assert article.text == "医疗队今天从首都出发。"


@pytest.mark.parametrize(("name", "ending"), [(name, one) for name, form in FORMATS.items() for one in form.endings])
def test_a_file_whose_content_says_nothing_is_what_its_ending_says(name: str, ending: str) -> None:
    told = tell_format(f"a{ending}", b"Kenya sent 12 doctors.\n")
    assert told.format == (name if name in TEXTS else "csv" if name == "sheets" else None)
