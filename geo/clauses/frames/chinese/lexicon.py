"""The words by which Chinese builds its clauses: verbs by class, coverbs by slot, things by sort, offices and shields."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from geo.clauses.frames.rules import read_rule_words
from geo.languages.packs import read_lists, read_pack

EntryKind = Literal["verb", "coverb", "noun", "pronoun", "adverb", "when", "join", "list", "shield", "de"]
# Of a word that is several things the first counts; a verb with a sort may still turn out to be a noun.
_KINDS: tuple[EntryKind, ...] = (
    "de", "verb", "coverb", "pronoun", "noun", "when", "join", "list", "adverb", "shield",
)  # fmt: skip
TALKS = read_rule_words("zh", "lexicon", "talks")
_NO_ACTS = ("attendance",)


class Entry(NamedTuple):
    """A word of the lexicon.

    `act` is the class of acts that it tells as a verb, `noun` as a noun; `governs` the class of verbs by what follows
    them (say, pivot, control, light …; "modal" of an adverb); `sort` what kind of thing it names, `head` for whom a noun speaks (office, firms …);
    `slot` a coverb's slot or what a pronoun points at. `to` says that whom it is for follows at once: 捐给, 运往.
    """

    word: str
    kind: EntryKind = "shield"
    act: str = ""
    noun: str = ""
    governs: str = ""
    sort: str = ""
    head: str = ""
    slot: str = ""
    to: bool = False


_Fact = tuple[str, EntryKind, str, str]  # word, kind, field, value


@cache
def read_lexicon() -> Mapping[str, Entry]:
    """Return the entries by their word."""
    entries: dict[str, Entry] = {"的": Entry("的", "de")}
    for word, kind, field, value in _list_facts():
        known = entries.get(word, Entry(word, kind))
        better = min(kind, known.kind, key=_KINDS.index)
        added = {field: value} if field and not getattr(known, field) else {}
        entries[word] = known._replace(kind=better)._replace(**added)  # type: ignore[arg-type]
    return MappingProxyType(entries)


@cache
def index_words() -> Mapping[str, tuple[Entry, ...]]:
    """Return the entries by their first two characters, or by the one they have; the longest first."""
    index: dict[str, list[Entry]] = {}
    for entry in sorted(read_lexicon().values(), key=lambda entry: -len(entry.word)):
        index.setdefault(entry.word[:2], []).append(entry)
    return MappingProxyType({first: tuple(entries) for first, entries in index.items()})


@cache
def match_act() -> re.Pattern[str]:
    """Return a pattern of all words that may tell an act: without one a sentence states none."""
    acts = (one.word for one in read_lexicon().values() if one.act or one.noun or one.sort in TALKS)
    return _match_any(
        (*acts, *read_words("talking"), *read_words("working"), *read_words("amid"), *read_words("this_visit"), "维和")
    )


@cache
def match_office() -> re.Pattern[str]:
    """Return a pattern of all offices: without one a sentence says of nobody for whom they speak."""
    return _match_any(entry.word for entry in read_lexicon().values() if entry.head == "office")


@cache
def match_pronoun() -> re.Pattern[str]:
    """Return a pattern of the words that point back to someone."""
    return _match_any(entry.word for entry in read_lexicon().values() if entry.kind == "pronoun")


@cache
def match_joining() -> re.Pattern[str]:
    """Return a pattern of the words that say that others were at the talk told before: 王毅等参加会见."""
    return _match_any(read_words("joining"))


def _match_any(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of words; those that hold a shorter one of them need not be looked for."""
    kept: list[str] = []
    for word in sorted(words, key=len):
        if not any(shorter in word for shorter in kept):
            kept.append(word)
    return re.compile("|".join(map(re.escape, kept)))


@cache
def read_near(table: str) -> frozenset[str]:
    """Return the single characters that count only right before a name, or only right behind one."""
    return frozenset(read_lists("zh", "clauses", "near")[table])


@cache
def read_words(table: str) -> frozenset[str]:
    """Return the words of one kind that a single rule is about (languages/zh/clauses.toml, [words])."""
    return frozenset(read_lists("zh", "clauses", "words")[table])


def _list_facts() -> Iterator[_Fact]:
    for name, lists in cast(Mapping[str, Mapping[str, list[str]]], read_pack("zh", "verbs")).items():
        if name not in _NO_ACTS:
            yield from ((word, "verb", "act", name) for word in (*lists["verbs"], *lists.get("to", [])))
            yield from ((word, "verb", "to", "yes") for word in lists.get("to", []))
            yield from ((word, "noun", "noun", name) for word in lists["nouns"])
    yield from _list_table("clauses", "verbs", "verb", "governs")
    yield from _list_table("clauses", "coverbs", "coverb", "slot")
    yield from _list_table("clauses", "pronouns", "pronoun", "slot")
    yield from _list_table("things", "sorts", "noun", "sort")
    yield from _list_table("things", "heads", "noun", "head")
    kinds: dict[str, EntryKind] = {"when": "when", "joins": "join", "lists": "list", "adverbs": "adverb"}
    marks = read_lists("zh", "clauses", "marks")
    yield from ((word, kind, "", "") for table, kind in kinds.items() for word in marks[table])
    yield from ((word, "adverb", "governs", "modal") for word in marks["modals"])
    yield from ((word, "shield", "", "") for word in read_lists("zh", "clauses", "shields")["words"])


def _list_table(file: str, table: str, kind: EntryKind, field: str) -> Iterator[_Fact]:
    for name, words in read_lists("zh", file, table).items():
        yield from ((word, kind, field, name) for word in words)
