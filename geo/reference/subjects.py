"""What documents can be about: the subjects of data/subjects, one file each, with their measures, words and colours.

A subject is data: a new file is a new subject. `general.toml` holds for any documents.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar, cast, get_args

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.base.records import EventKind, Role

Counts = Literal["events", "mentions", "documents"]
# The languages that every subject has words in.
_TOLD = ("en", "zh")
# What a measure is called: on its control, over its map, what a number is, over its bars, in a caption, without data.
WORDS = ("label", "title", "measured", "bars", "about", "none")
Words = Mapping[str, Mapping[str, str]]
Shades = Mapping[str, str]


_Told = TypeVar("_Told")


class ByLanguage(dict[str, _Told]):
    """What is told in each language; in one that it is not told in, as in English."""

    def __missing__(self, language: str) -> _Told:
        """Return what is told in English."""
        return self["en"]


class SubjectMeasure(NamedTuple):
    """What a subject counts for each country or area: names, documents, or events by its role in them.

    `events` and `verbs` narrow the events, empty ones do not. A verb may go on with " … " and a regular expression of
    what follows it in its sentence. `words` holds by language the keys of WORDS.
    """

    key: str
    counts: Counts
    roles: tuple[Role, ...]
    events: tuple[EventKind, ...]
    verbs: tuple[str, ...]
    words: Words


class EventGroup(NamedTuple):
    """Kinds of event that a legend names together: their colour by theme, their name by language."""

    key: str
    place: int
    kinds: tuple[EventKind, ...]
    colours: Shades
    names: Mapping[str, str]


class KnownFigure(NamedTuple):
    """A stated figure that a subject knows by the nouns of its languages, and what it is called in each."""

    key: str
    nouns: tuple[str, ...]
    names: Mapping[str, str]


class Headline(NamedTuple):
    """How a subject says that a giver gave to so many countries, by language, and of which themes it says so."""

    themes: tuple[str, ...]
    words: Mapping[str, str]


class Subject(NamedTuple):
    """A subject: what speaks for it in documents (kinds of event, known figures), and what it counts.

    `always` is the subject that holds for any documents. `named` says by language how many are named by each of its
    measures, where that tells more of the documents than a stated total does.
    """

    key: str
    names: Mapping[str, str]
    always: bool
    events: tuple[EventKind, ...]
    spoken: tuple[str, ...]
    measures: Mapping[str, SubjectMeasure]
    groups: Mapping[str, EventGroup]
    figures: Mapping[str, KnownFigure]
    headline: Headline | None = None
    named: Mapping[str, str] | None = None


def find_subjects_folder() -> Path:
    """Return the folder that holds a file a subject."""
    return find_data_folder() / "subjects"


def read_subjects(folder: Path | None = None) -> Mapping[str, Subject]:
    """Return every subject by its key, in the order of their files' names; DataError where a file breaks the rules."""
    return _read_folder(folder or find_subjects_folder())


@cache
def _read_folder(folder: Path) -> Mapping[str, Subject]:
    found = {file.stem: _read_file(file) for file in sorted(folder.glob("*.toml"))}
    owners: dict[str, str] = {}
    for subject in found.values():
        for measure in () if subject.always else subject.measures:
            if owners.setdefault(measure, subject.key) != subject.key and not _is_general(measure, found):
                raise DataError(f"subjects/{subject.key}.toml: {owners[measure]}.toml has a measure {measure} already")
    return found


def _is_general(measure: str, found: Mapping[str, Subject]) -> bool:
    """Return whether a measure is of any documents: a subject may have words of its own for it."""
    return any(one.always and measure in one.measures for one in found.values())


def _read_file(file: Path) -> Subject:
    try:
        stored = tomllib.loads(file.read_text(encoding="utf-8"))
        return _make_subject(file.stem, stored)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise DataError(f"subjects/{file.name}: {error}; data/README.md says what a subject holds") from error


def _make_subject(key: str, stored: Mapping[str, Any]) -> Subject:
    recognised = stored.get("recognised", {})
    return Subject(
        key=key,
        names=_name(stored["name"]),
        always=bool(stored.get("always", False)),
        events=_list_kinds(recognised.get("events", [])),
        spoken=tuple(map(str, recognised.get("figures", []))),
        measures={name: _make_measure(name, table) for name, table in stored.get("measures", {}).items()},
        groups={name: _make_group(name, table) for name, table in stored.get("groups", {}).items()},
        figures={
            name: KnownFigure(name, tuple(table["nouns"]), ByLanguage({one: str(table[one]["label"]) for one in _TOLD}))
            for name, table in stored.get("figures", {}).items()
        },
        headline=_make_headline(stored["headline"]) if "headline" in stored else None,
        named=_name(stored["named"]) if "named" in stored else None,
    )


def _make_measure(key: str, table: Mapping[str, Any]) -> SubjectMeasure:
    if not key.isidentifier() or not key.isascii():
        raise ValueError(f"the measure {key!r} is no word for an address; write letters, digits and _")
    counts, roles = table["counts"], tuple(table.get("roles", []))
    if counts not in get_args(Counts) or not set(roles) <= set(get_args(Role)):
        raise ValueError(f"{key} counts {counts!r} of {roles}; known are {get_args(Counts)} and {get_args(Role)}")
    if (counts == "events") != bool(roles):
        raise ValueError(f"{key}: events, and nothing else, are counted by roles")
    words = ByLanguage({language: {word: str(table[language][word]) for word in WORDS} for language in _TOLD})
    return SubjectMeasure(
        key, counts, roles, _list_kinds(table.get("events", [])), tuple(table.get("verbs", [])), words
    )


def _make_headline(table: Mapping[str, Any]) -> Headline:
    return Headline(tuple(map(str, table["themes"])), _name(table))


def _make_group(key: str, table: Mapping[str, Any]) -> EventGroup:
    colours = {theme: str(table[theme]) for theme in ("light", "dark")}
    return EventGroup(key, int(table["place"]), _list_kinds(table["kinds"]), colours, _name(table))


def _name(table: Mapping[str, Any]) -> Mapping[str, str]:
    return ByLanguage({language: str(table[language]) for language in _TOLD})


def _list_kinds(kinds: list[str]) -> tuple[EventKind, ...]:
    unknown = set(kinds) - set(get_args(EventKind))
    if unknown:
        raise ValueError(f"no kind of event is called {', '.join(sorted(unknown))}")
    return cast(tuple[EventKind, ...], tuple(kinds))
