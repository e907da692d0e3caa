"""What a reader of files gives: the articles of one file, and the places of it that hold none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import BinaryIO, NamedTuple
from unicodedata import category

from geo.base.errors import ReadError
from geo.base.records import FailureKind
from geo.documents.metadata import Metadata


class Article(NamedTuple):
    """One text as a file holds it, with what the file states beside it; `titled` if the title belongs in the text.

    The text is normalised. What the file knows of its lines is told by their numbers, from 0: `pages` are the lines that
    pages begin with, the first among them, and `rules` names why a line is no part of the article (a running head, a
    comment), where the file itself says so. `inside` names the file inside the file that it stands in, and
    `supplied` is what a register beside that one says of it. `id` is the reader's own name for it, from a column of a table.
    """

    text: str
    metadata: Metadata
    place: str | None = None
    titled: bool = False
    pages: tuple[int, ...] = ()
    rules: Mapping[int, str] = MappingProxyType({})
    inside: str | None = None
    supplied: Metadata = Metadata()
    id: str | None = None

    def with_footnotes(self, lines: Sequence[str]) -> "Article":
        """Return the article with lines under it that are its footnotes."""
        if not lines:
            return self
        above = self.text.rstrip("\n")
        first = above.count("\n") + 2 if above else 0
        rules = {**self.rules, **dict.fromkeys(range(first, first + len(lines)), "footnote")}
        return self._replace(text="\n".join([above, "", *lines] if above else lines), rules=rules)


class Unread(NamedTuple):
    """One place of a file that holds no article, or of which something is to be known, and why; None is the whole file."""

    place: str | None
    reason: str
    kind: FailureKind = "unread"
    inside: str | None = None


class Member(NamedTuple):
    """A file inside a file, as an archive or a mail holds it; its format is still to be told."""

    name: str
    data: bytes


Found = Article | Unread
Reader = Callable[[BinaryIO], Iterator[Found | Member]]
# Who reads a table row by row takes how many characters one may have.
RowReader = Callable[[BinaryIO, int], Iterator[Article | Unread]]


_UNSEEN = "Cf"  # of the Unicode categories: marks that join, part and turn what stands beside them


def refuse_blank(text: str) -> str:
    """Return a text; raise ReadError where there is nothing in it but blanks."""
    if is_blank(text):
        raise ReadError("there is no text in it")
    return text


def is_blank(text: str) -> bool:
    r"""Tell whether there is nothing in a text that anybody sees.

    >>> is_blank(" \u200b\u2060\n"), is_blank("\u200bAid")
    (True, False)
    """
    return all(character.isspace() or category(character) == _UNSEEN for character in text)
