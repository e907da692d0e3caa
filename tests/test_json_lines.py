"""JSON lines are read in every encoding a text is read in, and in what else people write under their name."""

import io
import json

import pytest

from geo.documents.articles import Article, Unread
from geo.documents.readers.json_lines import read_json_lines

ROWS = [
    {"id": 1, "text": "口罩昨日运抵，试剂也到了。"},
    {"id": 2.0, "text": "医疗队今天从首都出发，前往两个邻国。\u2028第二天返回。"},
]
LINES = "\n".join(json.dumps(row, ensure_ascii=False) for row in ROWS)


def read(data: bytes) -> list[Article | Unread]:
    """Return the articles of JSON lines and what is told of them."""
    return list(read_json_lines(io.BytesIO(data)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gb18030"])
def test_json_lines_are_read_in_any_encoding(encoding: str) -> None:
    articles = read(LINES.encode(encoding))
    assert [(one.text[:2], one.place, one.id) for one in articles if isinstance(one, Article)] == [
        ("口罩", "line 1", "1"),
        ("医疗", "line 2", "2"),
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_a_list_of_objects_is_read_item_by_item(indent: int | None) -> None:
    assert [one.place for one in read(json.dumps(ROWS, indent=indent).encode())] == ["item 1", "item 2"]


def test_objects_over_several_lines_are_read() -> None:
    written = "\n".join(json.dumps(row, indent=1) for row in ROWS)
    assert [type(one) for one in read(written.encode())] == [Article, Article]


def test_an_object_in_the_object_may_hold_the_text() -> None:
    row = {"id": "a7", "article": {"title": "Aid", "text": ["Masks left.", "Tests too."]}}
    (article,) = read(json.dumps(row).encode())
    assert isinstance(article, Article)
    assert (article.id, article.metadata.title, article.text) == ("a7", "Aid", "Masks left.\n\nTests too.")


def test_what_is_missing_is_no_word() -> None:
    (article,) = read(b'{"text": "Masks left.", "title": NaN, "id": NaN, "url": null}')
    assert isinstance(article, Article)
    assert (article.id, article.metadata.title) == (None, None)


def test_a_list_that_breaks_off_gives_what_came_before() -> None:
    assert [type(one) for one in read(b'{\n"text": "Masks left."\n}\n{\n"text": "Te')] == [Article, Unread]
