"""A table of documents: which sign parts its columns, what they are called, and what a row states of a document."""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from geo.base.errors import ReadError
from geo.documents.dates import parse_published
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata, check_address
from geo.text.scripts import simplify

if TYPE_CHECKING:
    from _csv import Reader

# The names a column goes by, the likeliest first; see spell_column.
_NAMES = {
    "text": ("text", "content", "body", "article", "fulltext", "full_text", "maintext", "正文", "内容", "文本", "全文"),
    "title": ("title", "headline", "标题", "题目"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "pubdate",
        "time",
        "发布时间",
        "发布日期",
        "日期",
        "时间",
    ),
    "outlet": ("outlet", "source", "publisher", "media", "site", "来源", "媒体"),
    "url": ("url", "link", "address", "链接", "网址"),
}
# What a register calls the file that a row is about.
_FILE = ("path", "file", "filename", "file_name", "文件", "文件名", "档案", "档名", "路径")
_SIGNS = ",;\t|"
_LONGEST_CELL = 20 * 2**20  # characters; one article of this size is a mistake


def open_rows(text: str) -> "Reader":
    """Return the rows of a CSV, whose columns the sign parts that its first line has most of."""
    csv.field_size_limit(_LONGEST_CELL)
    header = text[: text.find("\n") + 1] or text
    return csv.reader(io.StringIO(text, newline=""), delimiter=max(_SIGNS, key=header.count))


def find_file_column(columns: Sequence[str]) -> str | None:
    """Return the column that names the file that a row is about; None where there is none."""
    named = _name(columns)
    return next((named[name] for name in _FILE if name in named), None)


def spell_column(name: str) -> str:
    """Return the name of a column as names are compared: in lower case, Chinese in Simplified characters."""
    return simplify(name.strip().lower(), "zh")


def _name(columns: Sequence[str]) -> dict[str, str]:
    """Return the columns by their names as these are compared; of two of a name the first."""
    return {spell_column(column): column for column in reversed(columns)}


def names_text(columns: Sequence[str]) -> bool:
    """Return whether one of the columns of a table is called as what holds texts."""
    return not _name(columns).keys().isdisjoint(_NAMES["text"])


def choose_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return which column holds what, by its name; raises ReadError when none holds the text."""
    named = _name(columns)
    chosen = {part: next((named[name] for name in names if name in named), None) for part, names in _NAMES.items()}
    if chosen["text"] is None:
        known = ", ".join(_NAMES["text"])
        raise ReadError(f"no column holds the text (there are: {', '.join(columns)[:200]}); name one of {known}")
    return {part: column for part, column in chosen.items() if column is not None}


def find_stated(stated: Mapping[str, str], part: str) -> str:
    """Return what a row or front matter states of a part of a document, under any of the names that this goes by."""
    return next((stated[name] for name in _NAMES[part] if stated.get(name)), "")


def pick_metadata(stated: Mapping[str, str]) -> Metadata:
    """Return what a row or front matter states beside the text."""
    title, published, outlet, url = (
        normalise(" ".join(find_stated(stated, part).split())) for part in ("title", "published", "outlet", "url")
    )
    return Metadata(title or None, parse_published(published), outlet or None, check_address(url))
