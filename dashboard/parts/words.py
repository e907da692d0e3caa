"""The words of the pages in the reader's language."""

import re

from dashboard.figures.hovers import make_visible
from geo.reference.language_names import name_language
from geo.reference.wordings import Catalogue, read_catalogue, read_chart_words

# Commas, semicolons, quotes and per cent mean nothing to Markdown.
_MARKS = re.compile(r"([!#$&()*+\-./:<=>?@\[-`{-~])")
# Whatever is escaped, an address in a text is made a link: a sign without width takes it apart.
_ADDRESS, _JOINER = re.compile(r"(?i)(?<=http:)(?=//)|(?<=https:)(?=//)|(?<=www)(?=\.)|(?=@)"), "\u2060"


def read_words(language: str) -> Catalogue:
    """Return the catalogue of the pages in one language."""
    return read_catalogue("page", language)


def name_event(kind: str, language: str) -> str:
    """Return the name of a kind of event."""
    return read_chart_words(language)(f"event.{kind}")


def name_act(kind: str, verb: object, language: str) -> str:
    """Return the name of what happened: the kind of event, or of an other act its verb, as the text has it."""
    return verb if kind == "other" and isinstance(verb, str) else name_event(kind, language)


def name_status(kind: str, status: object, words: Catalogue) -> list[str]:
    """Return in a word that an event is not done, or not yet; nothing where it is, or where its kind says so already."""
    said = status in ("planned", "announced", "denied") and not kind.endswith(f"_{status}")
    return [words(f"status.{status}")] if said else []


def escape_markdown(text: str) -> str:
    """Return a text for places that would obey Markdown: a button, a title, the heading of a table."""
    return _MARKS.sub(r"\\\1", _ADDRESS.sub(_JOINER, make_visible(text)))


def name_spoken(code: str, words: Catalogue) -> str:
    """Return the name of a language that documents are written in; the code itself where it has none."""
    return name_language(code, words.language)
