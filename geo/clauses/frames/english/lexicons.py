"""The words of English that the clause reader knows, as data of languages/en, ready to look up."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType
from typing import cast

from geo.clauses.frames.records import Slot
from geo.languages.packs import read_lists, read_names, read_pack


@cache
def read_set(pack: str, table: str, name: str) -> frozenset[str]:
    """Return one list of a table as a set."""
    return frozenset(read_lists("en", pack, table)[name])


@cache
def read_openers(pack: str, table: str, name: str) -> frozenset[str]:
    """Return the first words of a list's phrases."""
    return frozenset(phrase.split()[0] for phrase in read_lists("en", pack, table)[name])


@cache
def read_verb_acts() -> Mapping[str, tuple[str, ...]]:
    """Return by verb ("send", "hand over") the classes of acts it may state, in the order of the table."""
    return _turn((name, read_lists("en", "verbs", name).get("verbs", [])) for name in _list_classes())


@cache
def read_noun_acts() -> Mapping[str, tuple[str, ...]]:
    """Return by noun ("donation", "visit") the classes of acts it may name."""
    return _turn((name, read_lists("en", "verbs", name).get("nouns", [])) for name in _list_classes())


def _list_classes() -> list[str]:
    known = read_pack("en", "verbs")
    return [name for name in read_pack("all", "acts") if name in known]


def _turn(lists: Iterable[tuple[str, Sequence[str]]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, words in lists:
        for word in words:
            found.setdefault(word, []).append(name)
    return MappingProxyType({word: tuple(names) for word, names in found.items()})


@cache
def read_sorts() -> Mapping[str, str]:
    """Return by noun the sort of thing it names; the first table that has it counts."""
    tables = read_lists("en", "things", "sorts")
    return MappingProxyType({word: sort for sort, words in reversed(list(tables.items())) for word in words})


@cache
def read_paired_sorts() -> Mapping[str, str]:
    """Return by a noun with the word before it the sort of thing they name together; "" where it is none."""
    return read_names("en", "things", "beside")


@cache
def read_actors() -> Mapping[str, str]:
    """Return by noun how those whom it names act for a country: "" for its government, else ":firms" and the like."""
    tables = read_lists("en", "things", "acting")
    return MappingProxyType(
        {word: "" if kind == "government" else f":{kind}" for kind, words in tables.items() for word in words}
    )


@cache
def read_slots() -> Mapping[str, Slot | str]:
    """Return by preposition the slot it fills; "agent" is the one whom a passive names."""
    tables = read_lists("en", "clauses", "prepositions")
    return MappingProxyType({word: cast(Slot, slot) for slot, words in tables.items() for word in words})


@cache
def read_particles() -> frozenset[str]:
    """Return the verbs of two words."""
    return frozenset(word for word in (*read_verb_acts(), *_list_other_verbs()) if " " in word)


@cache
def _read_irregular() -> Mapping[str, str]:
    forms = cast(Mapping[str, Sequence[str]], read_pack("en", "verbs")["irregular"])
    return MappingProxyType({form: base for base, listed in forms.items() for form in listed})


@lru_cache(maxsize=8192)
def find_verb(word: str) -> str:
    """Return the base form of a verb in small letters: by list, else the ending goes.

    >>> [find_verb(word) for word in ("gave", "donates", "supplied", "shipped", "providing", "reaches", "agreed")]
    ['give', 'donate', 'supply', 'ship', 'provide', 'reach', 'agree']

    A lone ending is its own base.

    >>> find_verb("s")
    's'
    """
    if word in _read_irregular():
        return _read_irregular()[word]
    known = read_verb_bases()
    tries = [word, *filter(None, _undo(word))]
    return next((one for one in tries if one in known), tries[-1] if len(tries) > 1 else word)


def _undo(word: str) -> list[str]:
    """Return the base forms that may have made a form by rule, the likeliest last."""
    if word.endswith("ied"):
        return [word[:-3] + "y"]
    if word.endswith("ies"):
        return [word[:-3] + "y"]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            stem = word[: -len(ending)]
            doubled = [stem[:-1]] if stem[-1:] == stem[-2:-1] else []
            return [stem + "e", *doubled, stem] if ending == "ing" else [word[:-1], *doubled, stem]
    if word.endswith("es"):
        return [word[:-2], word[:-1]]
    return [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []


@cache
def read_acting_words() -> frozenset[str]:
    """Return the first words of all verbs and nouns that may state an act, some only with what stands beside them."""
    beside = ("working", "expressing", "travelling")
    verbs = (word for name in beside for word in read_set("verbs", "governing", name))
    return frozenset(word.split()[0] for word in (*read_verb_acts(), *read_noun_acts(), *verbs, "agree", "thank"))


@cache
def read_verb_bases() -> frozenset[str]:
    """Return the first words of all verbs that some list names."""
    words = [*read_verb_acts(), *_list_other_verbs()]
    return frozenset(word.split()[0] for word in words)


def _list_other_verbs() -> Iterable[str]:
    tables = cast(Mapping[str, Mapping[str, list[str]]], read_pack("en", "verbs"))
    for table in (one for name, one in tables.items() if name not in ("attendance", "irregular")):
        yield from (word for name, words in table.items() if name not in ("nouns", "intending") for word in words)
    yield from cast(Mapping[str, object], read_pack("en", "verbs")["irregular"])
