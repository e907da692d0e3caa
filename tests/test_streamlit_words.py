"""Streamlit's own words in the catalogues: each of them is one that Streamlit says."""

import re
from functools import cache
from pathlib import Path

import streamlit

from geo.reference.wordings import read_catalogue


@cache
def read_scripts() -> str:
    """Return what Streamlit's part in the browser is made of."""
    folder = Path(streamlit.__file__).parent / "static" / "static" / "js"
    return "\n".join(path.read_text(encoding="utf-8") for path in folder.glob("*.js"))


def list_pieces(english: str) -> list[str]:
    """Return what stands between the names that are filled in; some are put together."""
    return [
        piece
        for piece in re.split(r"{\w+}|Ctrl|⌘|\+Enter to |submit form|apply$|, | • |\.(?= |$)", english)
        if piece.strip(" .")
    ]


def test_every_english_word_is_one_of_streamlit_s() -> None:
    english = read_catalogue("streamlit", "en").words
    unknown = [key for key in english if any(piece not in read_scripts() for piece in list_pieces(key))]
    assert unknown == []


def test_the_key_of_such_words_are_the_english_words() -> None:
    english = read_catalogue("streamlit", "en").words
    assert all(key == said for key, said in english.items())
