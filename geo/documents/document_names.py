"""What a document and its file are called."""

import hashlib
import os
import re
from pathlib import Path

from geo.documents.encodings import normalise

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
