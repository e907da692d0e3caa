"""The words of the pages in the reader's language."""

from pathlib import Path

from geo.wordings import Catalogue, read_catalogue

_FOLDER = Path(__file__).parent.parent / "wording"


def read_words(language: str) -> Catalogue:
    """Return the catalogue of the pages in one language."""
    return read_catalogue(_FOLDER, language)
