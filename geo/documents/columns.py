"""A table of documents: which column holds what, and what a row states of a document."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from geo.base.errors import ReadError
from geo.documents.column_names import FILES, NAMES
from geo.documents.dates import parse_published
from geo.documents.encodings import normalise
from geo.documents.metadata import Metadata, check_address
from geo.text.scripts import simplify

# A unit or remark in brackets, and what may stand for the blank between two words.
_REMARK = re.compile(r"(?<=.)\s*[(\[（].*$|\s*[:：*]+$", re.DOTALL)
_BLANK = re.compile(r"[\s_.-]+")
_UNSEEN = re.compile('[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff"]')
_LONGEST_NAME = 60  # a longer cell in the first line is a text
_MANY = 12  # columns that an error lists


def find_file_column(columns: Sequence[str]) -> str | None:
    """Return the column that names the file that a row is about; None where there is none."""
    named = _name(columns)
    return next((named[name] for name in _spell_all("file") if name in named), None)


@cache
def spell_column(name: str) -> str:
    """Return the name of a column as names are compared: small letters, no blanks, Chinese in Simplified characters.

    >>> spell_column("\ufeffFull Text (UTF-8)"), spell_column("full-text")
    ('full_text', 'full_text')
    """
    plain = _REMARK.sub("", _UNSEEN.sub("", unicodedata.normalize("NFKC", name[:1_000])).strip().lower())
    start = "_" if plain.startswith("_") else ""
    return simplify(start + _BLANK.sub("_", plain).strip("_"), "zh")


@cache
def _spell_all(part: str) -> tuple[str, ...]:
    """Return the names of a part of a document, or of its file, as names are compared."""
    return tuple(dict.fromkeys(map(spell_column, FILES if part == "file" else NAMES[part])))


def _name(columns: Sequence[str]) -> dict[str, str]:
    """Return the columns by their names as these are compared; of two of a name the first."""
    return {spell_column(column): column for column in reversed(columns)}


def name_apart(columns: Sequence[str]) -> list[str]:
    """Return the columns with the second of a name told from the first.

    >>> name_apart(["text", "text", "date"])
    ['text', 'text (2)', 'date']
    """
    return [
        column if (before := columns[:place].count(column)) == 0 else f"{column} ({before + 1})"
        for place, column in enumerate(columns)
    ]


def names_text(columns: Sequence[str]) -> bool:
    """Return whether one of the columns of a table is called as what holds texts."""
    return not _name(columns).keys().isdisjoint(_spell_all("text"))


def choose_columns(columns: Sequence[str]) -> dict[str, str]:
    """Return which column holds what, by its name; raises ReadError when none holds the text."""
    named = _name(columns)
    chosen = {part: next((named[name] for name in _spell_all(part) if name in named), None) for part in NAMES}
    if chosen["text"] is None:
        raise ReadError(_say_missing(columns))
    return {part: column for part, column in chosen.items() if column is not None}


def _say_missing(columns: Sequence[str]) -> str:
    """Return what to do where no column is called as what holds texts."""
    known = ", ".join(NAMES["text"][:6])
    if any(len(column) > _LONGEST_NAME for column in columns):
        return "the first line names no columns, it holds a text; put a line of names before it, such as title,text"
    return f"no column holds the text (there are: {', '.join(columns[:_MANY])[:200]}); name one of {known} …"


def find_stated(stated: Mapping[str, str], part: str) -> str:
    """Return what a row or front matter states of a part of a document, under any of the names that this goes by."""
    return next((stated[name] for name in _spell_all(part) if stated.get(name)), "")


def pick_metadata(stated: Mapping[str, str]) -> Metadata:
    """Return what a row or front matter states beside the text."""
    title, published, outlet, url = (
        normalise(" ".join(find_stated(stated, part).split())) for part in ("title", "published", "outlet", "url")
    )
    return Metadata(title or None, parse_published(published), outlet or None, check_address(url))
