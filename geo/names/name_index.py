"""Which codes each name stands for, in all its spellings: of one language, or of all.

The names are those of geo.names.gazetteer (English and Chinese), those that CLDR and ISO 3166 give in other languages,
and data/names/written_otherwise.csv, where a name without a code stands for none, whatever a language calls so.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property
from typing import NamedTuple

from geo.base.collection import without_collection
from geo.base.folders import find_data_folder
from geo.base.rows import Row, read_rows
from geo.names.known_names import Name, read_names
from geo.names.spelt_alike import join_words, list_words, make_key
from geo.reference.areas import read_areas
from geo.reference.every_language import list_foreign_names
from geo.reference.places import list_names

Codes = tuple[str, ...]
# Where languages differ, what these two call so stands first.
OWN_LANGUAGES = ("en", "zh")
# Stands where a name is known to be no country's: "Island" is a word before it is German for Iceland.
REFUSED: Codes = ("",)


class NameIndex:
    """The codes of names by their keys, and by their words in whatever order."""

    def __init__(self, keys: Mapping[str, Codes]) -> None:
        """Keep the keys; words are asked for less often, and are gathered when they are."""
        self.keys = keys

    @cached_property
    def words(self) -> Mapping[str, Codes]:
        """The codes by the words of a name, joined in one order, and by its key without spaces."""
        words: dict[str, set[str]] = {}
        for key, codes in self.keys.items():
            for form in {join_words(list_words(key)), key.replace(" ", "")} if " " in key else ():
                words.setdefault(form, set()).update(codes)
        return _settle(words)


class WrittenOtherwise(NamedTuple):
    """A spelling of the reviewed table; `language` is the one that it is read in alone, where it is told, or empty."""

    text: str
    code: str
    language: str


def choose_own_languages(language: str | None) -> tuple[str, ...]:
    """Return the languages whose names stand first: the one that is told, if it is English or Chinese, or both for None."""
    return tuple(one for one in OWN_LANGUAGES if language in (None, one))


@cache
def list_own_names(language: str | None) -> tuple[Name, ...]:
    """Return the names of the gazetteer that stand first, those with a code."""
    own = choose_own_languages(language)
    return tuple(name for name in read_names() if name.code and name.language in own)


@cache
def index_own_names(language: str | None) -> NameIndex:
    """Return the names that stand first: those of English or Chinese, or of both for None, and the spellings of the table."""
    own = choose_own_languages(language)
    listed = [(text, code) for code in read_areas() for one in own for text in list_names(code, one)]
    gathered = [*((name.text, name.code) for name in list_own_names(language)), *listed, *_list_otherwise(language)]
    return NameIndex(_index_keys((text, [code]) for text, code in gathered))


@cache
def index_foreign_names(language: str | None) -> NameIndex:
    """Return the names of a language as CLDR and ISO 3166 give them, or of every language for None.

    Where names differ, what CLDR says, and the gazetteer where it knows the language, stands before the catalogues of
    ISO 3166, which volunteers translate.
    """
    said: dict[bool, dict[str, set[str]]] = {True: {}, False: {}}
    with without_collection():
        for text, code, reviewed in list_foreign_names(language):
            said[reviewed].setdefault(text, set()).add(code)
        for name in read_names():
            if name.code and name.language not in OWN_LANGUAGES and language in (None, name.language):
                said[True].setdefault(name.text, set()).add(name.code)
        return NameIndex(_index_keys(said[False].items()) | _index_keys(said[True].items()))


def _index_keys(names: Iterable[tuple[str, Iterable[str]]]) -> dict[str, Codes]:
    """Return the codes of some names by their keys."""
    keys: dict[str, set[str]] = {}
    for text, codes in names:
        keys.setdefault(make_key(text), set()).update(codes)
    keys.pop("", None)
    return _settle(keys)


def _settle(index: Mapping[str, set[str]]) -> dict[str, Codes]:
    return {text: REFUSED if "" in codes else tuple(sorted(codes)) for text, codes in index.items()}


def _list_otherwise(language: str | None) -> Iterator[tuple[str, str]]:
    """Yield the spellings of the reviewed table that are read in a language, None for any.

    A name is refused where it is read as English or Chinese: in the language itself a country may be called so.
    """
    own = bool(choose_own_languages(language))
    for row in read_written_otherwise():
        if (row.language in (language, "") and (own or row.code)) or language is None:
            yield row.text, row.code


@cache
def read_written_otherwise() -> tuple[WrittenOtherwise, ...]:
    """Return the rows of data/names/written_otherwise.csv; raise DataError for one with a code of no country or area."""
    return tuple(read_rows(find_data_folder() / "names" / "written_otherwise.csv", _make_row))


def _make_row(row: Row) -> WrittenOtherwise:
    if row["code"] and row["code"] not in read_areas():
        raise ValueError(f"{row['code']!r} is no country or area; write its alpha-3 code, or none to refuse the name")
    return WrittenOtherwise(row["name"], row["code"], row["language"])


def find_by_key(key: str, language: str | None, *, own: bool = False) -> Codes:
    """Return the codes of a key in a language or in any; of `own` only those of the reviewed names."""
    codes = index_own_names(language).keys.get(key, ())
    return codes or (() if own or not key else index_foreign_names(language).keys.get(key, ()))


def find_by_words(words: str, language: str | None) -> Codes:
    """Return the codes of the words of a name, as `join_words` joins them, in a language or in any."""
    found = () if " " in words else find_by_key(words, language)
    if found or not words:
        return found
    return index_own_names(language).words.get(words) or index_foreign_names(language).words.get(words, ())
