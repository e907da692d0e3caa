"""Words in the reader's language, from gettext catalogues: one file a language, `data/wording/<language>.po`.

An entry's `msgctxt` says where its words stand, its `msgid` is their key (see Part). What a language has no words for
is said in English. A further language is one more file: which there are is read from the folder.
"""

import gettext
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from geo.base.errors import DataError
from geo.base.folders import find_data_folder

# On a chart, in the browser and in print; on a page of the dashboard; or in what Streamlit makes, keyed by its own words.
Part = Literal["chart", "page", "streamlit"]
WORDING = find_data_folder() / "wording"
_FIRST = "en"


def list_languages(folder: Path) -> tuple[str, ...]:
    """Return the languages that a folder has words in, English first."""
    found = {path.stem for path in folder.glob("*.po")}
    return (_FIRST, *sorted(found - {_FIRST}))


LANGUAGES = list_languages(WORDING)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of one language by key; `plurals` holds the forms of those that follow a number (see count).

    `form` tells which of them a number asks for, `otherwise` is where the rest is found.
    """

    language: str
    words: Mapping[str, str]
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    form: Callable[[int], int] = lambda number: int(number != 1)
    otherwise: "Catalogue | None" = None

    def __call__(self, key: str, values: Mapping[str, object] | None = None) -> str:
        """Return the words of a key, its {names} filled from `values`; DataError where the key is unknown."""
        if key not in self.words:
            raise DataError(f"wording/{self.language}.po: no entry {key!r}; write one in every language")
        return self.words[key].format_map(values or {})

    def count(self, key: str, number: int, values: Mapping[str, object] | None = None) -> str:
        """Return the words of a key in the form that a number asks for; {count} is the number unless `values` say it."""
        if key in self.plurals:
            return self.plurals[key][self.form(number)].format_map({"count": number, **(values or {})})
        if self.otherwise is not None:
            return self.otherwise.count(key, number, values)
        raise DataError(
            f"wording/{self.language}.po: no entry {key!r} with a msgid_plural; write one in every language"
        )

    def follows_number(self, key: str) -> bool:
        """Return whether there are words of a key that follow a number."""
        return key in self.plurals or (self.otherwise is not None and self.otherwise.follows_number(key))

    def list_texts(self) -> tuple[str, ...]:
        """Return all words, in every form."""
        return (*self.words.values(), *(form for forms in self.plurals.values() for form in forms))

    def find(self, key: str, otherwise: str) -> str:
        """Return the words of a key, or other words where there is no entry: a currency's code stands for itself."""
        return self.words.get(key, otherwise)


def find_direction(language: str) -> Literal["ltr", "rtl"]:
    """Return how a language is written, after CLDR: from left to right, or from right to left.

    >>> find_direction("zh"), find_direction("ar")
    ('ltr', 'rtl')
    """
    return "rtl" if Locale.parse(language).text_direction == "rtl" else "ltr"


def read_catalogue(part: Part, language: str) -> Catalogue:
    """Return the words of one part in a language; what it lacks is in English."""
    return _read_catalogue(WORDING, part, language)


def read_chart_words(language: str) -> Catalogue:
    """Return the words that charts use, in the browser and in print."""
    return read_catalogue("chart", language)


def list_missing(folder: Path, language: str) -> tuple[tuple[str, str], ...]:
    """Return part and key of what English has words for and a language has not."""
    here, first = _read_file(folder, language), _read_file(folder, _FIRST)
    parts: tuple[Part, ...] = get_args(Part)
    return tuple(
        (part, key) for part in parts for key in _list_words(first, part) if key not in _list_words(here, part)
    )


def is_wide(language: str) -> bool:
    """Return whether a language is written in signs twice as wide as Latin letters, a line of which breaks anywhere."""
    return language.split("_")[0] in ("zh", "ja")


@cache
def _read_catalogue(folder: Path, part: Part, language: str) -> Catalogue:
    file = _read_file(folder, language)
    own = _list_words(file, part)
    plurals = {key: forms for key, forms in own.items() if isinstance(forms, tuple)}
    words = {key: text for key, text in own.items() if isinstance(text, str)}
    english = None if language == _FIRST else _read_catalogue(folder, part, _FIRST)
    lent = {} if english is None else english.words
    return Catalogue(language, {**lent, **words}, plurals, gettext.c2py(file.plural_expr), english)


def _list_words(file: Catalog, part: Part) -> Mapping[str, str | tuple[str, ...]]:
    """Return the entries of one part that have words, those that follow a number with all their forms."""
    entries = ((message.id, message.string) for message in file if message.context == part)
    return {
        key if isinstance(key, str) else key[0]: said if isinstance(said, str) else tuple(said)
        for key, said in entries
        if said and all(said)
    }


@cache
def _read_file(folder: Path, language: str) -> Catalog:
    path = folder / f"{language}.po"
    try:
        with path.open("rb") as file:
            return read_po(file, locale=language, abort_invalid=True)
    except (OSError, PoFileError, UnknownLocaleError, ValueError) as error:
        raise DataError(f"wording/{language}.po cannot be read: {error}; write it as msgfmt would have it") from error
