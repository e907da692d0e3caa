"""What a document and its file are called."""

import hashlib
import os
import re
from pathlib import Path

from geo.base.errors import ReadError
from geo.documents.encodings import decode, normalise

_HASH_LENGTH = 20
_LONGEST = 255


def name_document(text: str) -> str:
    """Return the name of the document with a text: the beginning of its hash, so that the same text is one document."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:_HASH_LENGTH]


def spell_path(path: Path | str) -> str:
    """Return a path as text that can be shown and stored: a name on disk may hold bytes that are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def clean_name(name: str) -> str:
    r"""Return the name of a file that somebody sent: without folders, line breaks and control characters.

    >>> clean_name("..\\..\\etc/pass\x07wd")
    'passwd'
    """
    return " ".join(normalise(re.split(r"[\\/]", name)[-1]).split("\n"))[-_LONGEST:]


def clean_entry(name: str, *, utf8: bool) -> str:
    r"""Return the path of a file in an archive: no way out of it, no control characters, in its own encoding.

    An archive that does not say that its names are UTF-8 is read as if they were those of MS-DOS; most are of the system
    that packed it.

    >>> clean_entry("../a/./b\\c.txt", utf8=True)
    'a/b/c.txt'
    >>> clean_entry("新闻.txt".encode("gbk").decode("cp437"), utf8=False)
    '新闻.txt'
    """
    plain = name if utf8 else _decode_entry(name)
    parts = (" ".join(normalise(part).split()) for part in re.split(r"[\\/]", plain))
    return "/".join(part[-_LONGEST:] for part in parts if part not in ("", ".", ".."))


def _decode_entry(name: str) -> str:
    if name.isascii():
        return name
    try:
        return decode(name.encode("cp437"))
    except (ReadError, UnicodeEncodeError):
        return name
