"""What one language knows, as data: one folder a language, one TOML file a subject ("en", "numbers")."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent


@cache
def read_pack(language: str, name: str) -> Mapping[str, object]:
    """Return the tables of one file of a language, read once.

    Raises FileNotFoundError where the language has no such file.

    >>> sorted(read_pack("en", "numbers"))[0]
    'bounds_after'
    """
    text = (_FOLDER / language / f"{name}.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


def has_pack(language: str, name: str) -> bool:
    """Tell whether a language has a file of a subject."""
    return (_FOLDER / language / f"{name}.toml").is_file()
