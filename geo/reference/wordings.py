"""Words in the reader's language, from catalogues of data: one TOML file a language, the same keys in each."""

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from geo.base.errors import DataError
from geo.base.folders import find_data_folder

LANGUAGES = ("en", "zh")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language by key."""

    language: str
    words: Mapping[str, str]

    def __call__(self, key: str, values: Mapping[str, object] | None = None) -> str:
        """Return the words of a key, its {names} filled from `values`; DataError where the key is unknown."""
        if key not in self.words:
            raise DataError(f"wording/{self.language}.toml: no entry {key!r}; write one in every language")
        return self.words[key].format_map(values or {})

    def find(self, key: str, otherwise: str) -> str:
        """Return the words of a key, or other words where there is no entry: a currency's code stands for itself."""
        return self.words.get(key, otherwise)


@functools.cache
def read_catalogue(folder: Path, language: str) -> Catalogue:
    """Return the catalogue of one language in a folder of TOML files; tables become keys with dots."""
    entries = tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
    flat = {
        f"{section}.{key}" if isinstance(value, Mapping) else section: text
        for section, value in entries.items()
        for key, text in (value.items() if isinstance(value, Mapping) else [(section, value)])
    }
    return Catalogue(language, flat)


@functools.cache
def read_chart_words(language: str) -> Catalogue:
    """Return the words that charts use, in the browser and in print."""
    return read_catalogue(find_data_folder() / "wording", language)
