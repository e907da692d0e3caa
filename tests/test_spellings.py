"""One pattern finds a word however it is written."""

import re

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.text.spellings import fold, spell_pattern


@pytest.mark.parametrize(
    ("word", "text"),
    [("口罩", "口\n罩"), ("後來", "后来"), ("后来", "後來"), ("finance", "ﬁnance"), ("ﬁnance", "FINANCE"), ("strasse", "Straße"),
     ("28个", "２８ 個"), ("cafe", "cafe\u0301"), ("1,200", "1，200"), ("who", "ＷＨＯ"), ("vaccine", "vac\u00adcine"), ("一", "⼀")],
)  # fmt: skip
def test_a_word_is_found_in_other_spellings(word: str, text: str) -> None:
    assert re.fullmatch(spell_pattern(fold(word)) + "\u0301?", text)


@pytest.mark.parametrize(("word", "text"), [("mask", "mist"), ("a.b", "axb"), ("口罩", "口的罩"), ("a b", "ab")])
def test_other_words_are_not_found(word: str, text: str) -> None:
    assert not re.search(spell_pattern(fold(word)), text)


# Signs that are one letter, or a sign of their own: of ligatures that overlap only the first is known.
SIGNS = st.characters(max_codepoint=0x24F, exclude_categories=["Cs", "Cc", "Zs"]).filter(
    lambda sign: len(fold(sign)) == 1
)


@given(st.text(SIGNS, min_size=1, max_size=12))
def test_a_word_of_letters_and_signs_finds_itself_in_both_languages_of_patterns(word: str) -> None:
    pattern = spell_pattern(fold(word))
    assert re.search(pattern, word)
    assert duckdb.execute("SELECT regexp_matches(?, ?)", [word, pattern]).fetchall() == [(True,)]


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
