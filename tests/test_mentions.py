"""Mentions: the language cases, and what holds for any text."""

import json
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.names.gazetteer import compile_gazetteer, make_gazetteer
from geo.names.known_names import Name, read_names
from geo.names.mentions import find_mentions, read_mentions, read_with
from tests.timings import count_turns, grows_linearly

CASES = Path(__file__).parent / "cases"
PIECES = ["中", "海南", "非", "中非、", "罗马", "马尼拉", "Paris ", "London", "美", "日", "巴方", "中日韩", "驻", "印度", "尼西亚", "两国", "、", "·", "在", "国", "其中", "\ud800", "５",
          "Congo", "Georgia", " US", "US\n", "Chad ", "-", "’", "é", "Guinea", "Sino-", "，", "𠀀", "马里", "查德"]  # fmt: skip


def read_cases(language: str) -> list[ParameterSet]:
    lines = (CASES / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [make_case(json.loads(line)) for line in lines]


def make_case(case: dict[str, str | list[str]]) -> ParameterSet:
    """Return the case; what we know to be wrong says so under "wrong" and fails until it is right."""
    marks = [pytest.mark.xfail(strict=True, reason=str(case["wrong"]))] if "wrong" in case else []
    return pytest.param(case["text"], case["codes"], marks=marks)


def find_codes(text: str, language: str | None = None) -> set[str]:
    return {mention.code for mention in find_mentions(text, language)}


@pytest.mark.parametrize(("text", "codes"), read_cases("zh"))
def test_a_chinese_case_gives_its_codes_and_no_other(text: str, codes: list[str]) -> None:
    assert find_codes(text, "zh") == set(codes)


@pytest.mark.parametrize(("text", "codes"), read_cases("en"))
def test_an_english_case_gives_its_codes_and_no_other(text: str, codes: list[str]) -> None:
    assert find_codes(text, "en") == set(codes)


@pytest.mark.parametrize(("text", "codes"), [*read_cases("zh"), *read_cases("en")])
def test_the_language_of_a_case_is_told_from_its_text(text: str, codes: list[str]) -> None:
    assert find_codes(text) == set(codes)


# Lone surrogates too: what came out of a broken file.
ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(st.one_of(ANY_TEXT, st.lists(st.sampled_from(PIECES), max_size=30).map("".join)))
@settings(max_examples=300, deadline=None)
def test_every_place_cuts_out_its_text_and_places_do_not_go_back(text: str) -> None:
    mentions, refusals = read_mentions(text, "zh" if len(text) % 2 else "en")
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)
    assert all(text[refusal.start : refusal.end] == refusal.text for refusal in refusals)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=100, deadline=None)
def test_no_mention_is_given_twice(text: str) -> None:
    mentions = find_mentions(text, "zh")
    assert len(mentions) == len(set(mentions))


@pytest.mark.parametrize("gap", [" " * 42, "\t" + " " * 50, "\n "])
def test_a_name_behind_a_wide_gap_is_read_without_the_word_before_it(gap: str) -> None:
    assert find_codes(f"x{gap}Jordan said", "en") == {"JOR"}


def test_places_are_characters_whatever_stands_before() -> None:
    text = "𠀀é\ud800：塞尔维亚和Serbia"
    assert [text[mention.start : mention.end] for mention in find_mentions(text, "zh")] == ["塞尔维亚", "Serbia"]


@given(st.lists(st.one_of(ANY_TEXT, st.lists(st.sampled_from(PIECES), max_size=12).map("".join)), max_size=6))
@settings(max_examples=60, deadline=None)
def test_what_a_text_holds_does_not_depend_on_other_texts(texts: list[str]) -> None:
    alone = [read_mentions(text) for text in texts]
    assert [read_mentions(text) for text in reversed(texts)] == alone[::-1]


@pytest.mark.parametrize(
    "shield", ["中国", "美国", "印度尼西", "日韩外长", "方致", "和中", "Guinea", "United", "Georgia"]
)
def test_what_a_new_shield_adds_overlaps_what_it_takes_away(shield: str) -> None:
    language = "en" if shield.isascii() else "zh"
    shielded = make_gazetteer([Name(shield, "", "shield", language), *read_names()])
    for case in read_cases(language):
        text = str(case.values[0])
        before, after = (set(read_with(made, text, language)[0]) for made in (compile_gazetteer(), shielded))
        removed = before - after
        assert [m for m in after - before if not any(m.start < r.end and r.start < m.end for r in removed)] == []


def test_a_million_characters_that_may_be_china_take_a_few_seconds() -> None:
    assert count_turns(lambda: find_mentions("中" * 1_000_000, "zh")) < 200


@pytest.mark.parametrize(
    "piece",
    ["中", "中美", "巴方", "在中", "美、", "US ", "日本", "驻马", "其中", "出海南", "海南非", "中非、", "罗马", "印度洋",
     "Chad Smith ", "Athens, Georgia ", "French and ", "\ud800"],
)  # fmt: skip
def test_a_long_text_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda count: find_mentions(piece * count, "zh"), 20_000)


def test_what_is_refused_has_its_candidates_and_a_reason() -> None:
    _, refusals = read_mentions("津方已收到。", "zh")
    assert [(refusal.text, refusal.candidates) for refusal in refusals] == [("津", ("ZWE",))]
    assert refusals[0].reason


def test_a_refused_homograph_says_what_it_is() -> None:
    _, refusals = read_mentions("Aaron Chad won.", "en")
    assert [(refusal.candidates, refusal.reason) for refusal in refusals] == [(("TCD",), "part of a person's name")]


@pytest.mark.parametrize(
    ("text", "candidate", "reason"),
    [
        ("Lebanon, Pennsylvania", "LBN", "a place that bears the name"),
        ("理查德来了", "TCD", "part of a longer name: 理查德"),
        ("the Gulf of Guinea", "GIN", "part of a longer name: Gulf of Guinea"),
        ("Georgia and Alabama", "GEO", "the state of the United States"),
        ("She speaks fluent French.", "FRA", "a language"),
        ("阿曼苏丹来访", "SDN", "the title of a ruler"),
        ("GIVE ALL OF IT TO US", "USA", "a line of capitals"),
    ],
)
def test_what_only_looks_like_a_country_stands_among_the_refused(text: str, candidate: str, reason: str) -> None:
    _, refusals = read_mentions(text)
    assert [(refusal.candidates, refusal.reason) for refusal in refusals] == [((candidate,), reason)]


def test_a_language_without_names_gives_the_acronyms_of_organisations_at_most() -> None:
    text = "Die WHO und UNICEF helfen in Island und Angola."
    assert find_codes(text, "zxx") == {"org:who", "org:unicef"}
    assert find_codes(text, "de") == {"org:who", "org:unicef", "ISL", "AGO"}


def test_a_language_may_be_given_with_its_script() -> None:
    assert find_codes("台灣與日本", "zh_Hant") == find_codes("台灣與日本", "zh-Hant-TW") == {"TWN", "JPN"}


def test_the_same_text_gives_the_same_mentions_beside_other_calls() -> None:
    alone = find_mentions("巴方致谢。", "zh")
    find_mentions("巴基斯坦来电。", "zh")
    assert find_mentions("巴方致谢。", "zh") == alone == []


def test_every_plain_name_is_found_standing_alone() -> None:
    names = [name for name in read_names() if name.code and not name.weak]
    missed = [name for name in names if name.code not in find_codes(name.text, name.language)]
    assert missed == []


@pytest.mark.parametrize("text", ["\udc00塞尔维亚", "塞尔维亚\ud83d", "\ud800\udc00塞尔维亚与\udfff捷克"])
def test_a_lone_surrogate_is_a_character_like_any_other(text: str) -> None:
    assert find_mentions(text, "zh")[0].text == "塞尔维亚"
