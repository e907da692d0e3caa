"""What a counted number can be about: the themes of data/themes.toml and the words that point to them."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.reference.wordings import read_chart_words


class Theme(NamedTuple):
    """What a counted number is about: its names and the words that point to it."""

    code: str
    name_en: str
    name_zh: str
    zh: tuple[str, ...]
    en: tuple[str, ...]

    def name(self, language: str) -> str:
        """Return its name in a language: the catalogue's where it has one (`theme.<code>`), else in English.

        >>> read_themes()["vaccine"].name("zh")
        '疫苗'
        """
        own = {"en": self.name_en, "zh": self.name_zh}
        return own.get(language) or read_chart_words(language).find(f"theme.{self.code}", self.name_en)


@cache
def read_themes() -> Mapping[str, Theme]:
    """Return every theme by its code; where two fit equally well, the earlier one wins."""
    file = find_data_folder() / "themes.toml"
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
        themes = {code: _make_theme(code, table) for code, table in stored.items()}
    except (KeyError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"themes.toml: {error}; each theme needs name_en, name_zh, zh and en") from error
    return MappingProxyType(themes)


def name_theme(code: str, language: str) -> str:
    """Return the name of a theme in a language; the code itself where it is none.

    >>> name_theme("vaccine", "en"), name_theme("weather", "en")
    ('Vaccines', 'weather')
    """
    theme = read_themes().get(code)
    return code if theme is None else theme.name(language)


def _make_theme(code: str, table: Mapping[str, str | list[str]]) -> Theme:
    """Return the theme of a table."""
    return Theme(code, str(table["name_en"]), str(table["name_zh"]), tuple(table["zh"]), tuple(table["en"]))
