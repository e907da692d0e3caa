"""What one language knows, as data: one folder a language, one TOML file a subject ("en", "numbers")."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

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


def read_packs(name: str) -> list[Mapping[str, object]]:
    """Return the file of a subject of every language that has one, in the order of the languages' codes.

    >>> len(read_packs("measures"))
    1
    """
    return [read_pack(file.parent.name, name) for file in sorted(_FOLDER.glob(f"*/{name}.toml"))]


@cache
def read_lists(language: str, name: str, table: str) -> Mapping[str, list[str]]:
    """Return one table of lists of words; empty where the file has none.

    >>> "at least" in read_lists("en", "numbers", "bounds_before")["at_least"]
    True
    """
    return cast(Mapping[str, list[str]], read_pack(language, name).get(table, {}))


@cache
def read_values(language: str, name: str, table: str) -> Mapping[str, float]:
    """Return one table of words and what each is worth; empty where the file has none.

    >>> read_values("en", "numbers", "ones")["twelve"]
    12
    """
    return cast(Mapping[str, float], read_pack(language, name).get(table, {}))


@cache
def read_names(language: str, name: str, table: str) -> Mapping[str, str]:
    """Return one table of words and what each stands for; empty where the file has none.

    >>> read_names("en", "currencies", "names")["renminbi"]
    'CNY'
    """
    return cast(Mapping[str, str], read_pack(language, name).get(table, {}))


def choose_language(language: str | None, name: str) -> str:
    """Return the language itself where it has a file of a subject, else English, whose words serve instead.

    >>> choose_language("zh", "links"), choose_language("cy", "links"), choose_language(None, "links")
    ('zh', 'en', 'en')
    """
    return language if language and has_pack(language, name) else "en"


@cache
def has_pack(language: str, name: str) -> bool:
    """Tell whether a language has a file of a subject."""
    return (_FOLDER / language / f"{name}.toml").is_file()
