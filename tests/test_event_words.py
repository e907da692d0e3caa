"""Tests of the word lists of the clause readers: each word once, in its base form, and each list read."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import geo
from geo.clauses.frames.chinese.lexicon import read_lexicon
from geo.nouns.english_words import find_lemma

_GEO = Path(geo.__file__).parent
_FILES = [f"{language}/{name}" for language in ("en", "zh") for name in ("clauses", "things", "verbs", "rules")]
# Lists of verbs by what they do, which a clause's verb is compared with.
_OF_VERBS = (
    "judging",
    "carrying",
    "backing",
    "discussing",
    "helping",
    "leading",
    "vetoing",
    "agreeing",
    "ratifying",
    "serving",
)


def _read(name: str) -> dict[str, object]:
    with (_GEO / "languages" / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def _list_lists(table: dict[str, object], path: str = "") -> Iterator[tuple[str, list[str]]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _list_lists(value, f"{path}{key}.")
        elif isinstance(value, list):
            yield f"{path}{key}", value


@pytest.mark.parametrize("name", _FILES)
def test_a_word_stands_once_in_a_list(name: str) -> None:
    twice = {
        path: [word for word, count in Counter(words).items() if count > 1] for path, words in _list_lists(_read(name))
    }
    assert {path: words for path, words in twice.items() if words} == {}


def test_what_a_noun_and_the_word_before_it_name_is_in_base_form() -> None:
    pairs = _read("en/things")["beside"]
    assert isinstance(pairs, dict)
    assert [pair for pair in pairs if find_lemma(pair.split()[-1]) != pair.split()[-1]] == []


@pytest.mark.parametrize("name", ["en", "zh"])
def test_every_list_of_a_rule_is_read(name: str) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in _GEO.rglob("*.py"))
    read = set(re.findall(rf'read_rule_words\("{name}", "(\w+)", "(\w+)"\)', code))
    listed = {tuple(path.split(".")) for path, _ in _list_lists(_read(f"{name}/rules"))}
    assert listed == read


def test_the_chinese_verbs_of_a_rule_are_verbs_of_the_lexicon() -> None:
    words = _read("zh/clauses")["words"]
    assert isinstance(words, dict)
    assert {name: [word for word in words[name] if word not in read_lexicon()] for name in _OF_VERBS} == {
        name: [] for name in _OF_VERBS
    }
