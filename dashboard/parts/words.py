"""The words of the pages in the reader's language."""

from geo.reference.themes import read_themes
from geo.reference.wordings import Catalogue, read_catalogue, read_chart_words


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


def name_theme(code: str, language: str) -> str:
    """Return the name of a theme; the code itself where data/themes.toml has none."""
    theme = read_themes().get(code)
    return code if theme is None else theme.name(language)
