"""The catalogues of words: the same keys, and the same names to fill in, in every language."""

import re
from pathlib import Path
from typing import get_args

import pytest

from geo.base.errors import DataError
from geo.base.folders import find_data_folder
from geo.base.records import Bound
from geo.documents.furniture_phrases import PLAIN_LINES
from geo.names.patterns import PLACE_RULES, RULES
from geo.reference.wordings import LANGUAGES, read_catalogue

FOLDERS = [find_data_folder() / "wording", Path(__file__).parent.parent / "dashboard" / "wording"]
LATIN_KEYS = {
    "bound.exact",
    "drawing.figure",
    "app.name",
    "app.language",
    "counted.number",
    "counted_one.number",
    "headline.about",
    "headline.part",
    "evidence.title",
    "note.both",
    "stacks.panel",
    "two.side",
    "documents.again",
    "compare.panel",
    "correct.said",
    "correct.said_value",
    "search.some_name",
}


@pytest.mark.parametrize("folder", FOLDERS, ids=["charts", "pages"])
def test_every_language_has_the_same_keys(folder: Path) -> None:
    first, *others = (set(read_catalogue(folder, language).words) for language in LANGUAGES)
    assert all(keys == first for keys in others)


@pytest.mark.parametrize("folder", FOLDERS, ids=["charts", "pages"])
def test_every_language_fills_in_the_same_names(folder: Path) -> None:
    english, chinese = (read_catalogue(folder, language).words for language in ("en", "zh"))
    for key, text in english.items():
        assert set(re.findall(r"{(\w+)", text)) == set(re.findall(r"{(\w+)", chinese[key])), key


@pytest.mark.parametrize("folder", FOLDERS, ids=["charts", "pages"])
def test_no_entry_of_the_chinese_catalogue_was_left_in_english(folder: Path) -> None:
    words = read_catalogue(folder, "zh").words
    left = [key for key, text in words.items() if not re.search("[\u4e00-\u9fff、，。；／]", text)]
    assert set(left) <= LATIN_KEYS


def test_an_unknown_key_names_the_file_and_the_way_out() -> None:
    with pytest.raises(DataError, match=r"en\.toml: no entry 'nothing'"):
        read_catalogue(FOLDERS[0], "en")("nothing")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_bound_and_line_label_has_words(language: str) -> None:
    words = read_catalogue(FOLDERS[1], language).words
    rules = {f"rule.{rule}" for rule in RULES | PLACE_RULES} | {f"bound.{bound}" for bound in get_args(Bound)}
    assert rules | {f"line.{label}" for label in PLAIN_LINES} <= set(words)


def test_a_currency_stands_for_itself() -> None:
    assert read_catalogue(FOLDERS[1], "zh").find("unit.USD", "USD") == "USD"
