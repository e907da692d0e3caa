"""Markdown: one article a file, with what its front matter states."""

import re
from collections.abc import Iterator
from typing import BinaryIO

from geo.documents.articles import Article, refuse_blank
from geo.documents.columns import pick_metadata
from geo.documents.encodings import decode


def read_markdown(file: BinaryIO) -> Iterator[Article]:
    """Yield the article of a Markdown text."""
    matter, body = split_matter(decode(file.read()))
    yield Article(refuse_blank(reduce_markdown(body)), pick_metadata(matter), titled=True)


_MATTER = re.compile(r"\s*(?P<mark>---|\+\+\+)[ \t]*\n(?P<matter>.*?)\n(?P=mark)[ \t]*(?:\n|$)", re.S)
_MATTER_LINE = re.compile(r"(?P<key>[\w-]{1,40})\s{0,3}[:=]\s{0,3}(?P<value>\S.*)")


def split_matter(text: str) -> tuple[dict[str, str], str]:
    """Give the front matter of a Markdown text (keys in lower case, plain values) and the text without it."""
    matter = _MATTER.match(text)
    if matter is None:
        return {}, text
    matches = (_MATTER_LINE.fullmatch(line.rstrip()) for line in matter["matter"].split("\n"))
    values = {match["key"].lower(): match["value"].strip().strip("\"'") for match in matches if match}
    return values, text[matter.end() :]


# What Markdown writes and what a reader sees, in this order; no part repeats without a bound.
_MARKDOWN = (
    (re.compile(r"<!--(?:(?!<!--).){0,10000}?-->", re.S), ""),
    (re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\n]{0,1000}\)"), ""),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,1000}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,100}\]"), r"\1"),
    # A note's mark, and the note, whose other lines are set in.
    (re.compile(r"\[\^[^\[\]\n]{1,40}\](?!:)"), ""),
    (re.compile(r"^ {0,3}\[\^[^\]\n]{1,40}\]:[ \t]\S.*(?:\n {4}\S.*){0,100}$", re.M), ""),
    (re.compile(r"^ {0,3}\[[^\]\n]{1,100}\]:[ \t]\S.*$", re.M), ""),
    (re.compile(r"^ {0,3}#{1,6}[ \t]{1,20}", re.M), ""),
    (re.compile(r"^(?: {0,3}>[ \t]?){1,5}", re.M), ""),
    (re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,80}|(?:-[ \t]*){3,80}|(?:_[ \t]*){3,80}|={3,80})$", re.M), ""),
    # The line under the headings of a table, and a bar that is no end of a cell.
    (
        re.compile(
            r"^ {0,3}\|?(?:[ \t]{0,40}:?-{1,80}:?[ \t]{0,40}\|){1,64}(?:[ \t]{0,40}:?-{1,80}:?)?[ \t]{0,40}$", re.M
        ),
        "",
    ),
    (re.compile(r"\\\|"), "¦"),
    (re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,1000})(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,1000})(?<=[^\s\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w\\])_(?=[^\s_])([^_\n]{1,1000})(?<=[^\s\\])_(?!\w)"), r"\1"),
    (re.compile(r"`{1,3}([^`\n]{1,1000})`{1,3}"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|>~$'\"@^<&%-])"), r"\1"),
)


def reduce_markdown(text: str) -> str:
    """Give the text a reader of the Markdown sees: headings, links and emphasis as plain words, lists as they are."""
    for pattern, plain in _MARKDOWN:
        text = pattern.sub(plain, text)
    return text
