"""Tests of counts: number, bound, unit, scope and sides, in Chinese and English."""

import json
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.documents.reading import read_document_bytes
from geo.names.mentions import read_mentions
from geo.reference.regions import Region, read_regions
from geo.statements.quantities import find_quantities, read_quantities
from geo.store.document_rows import extract_rows
from geo.store.tables import TABLES
from geo.text import make_plain_text
from tests.numbers import write_chinese, write_english, write_full_width, write_places
from tests.timings import grows_linearly


class Case(TypedDict, total=False):
    """One line of a file of language cases; `known` marks what we know to be read wrongly.

    `words` are the words of each quantity, its noun, theme and status, and the rule that read it; `sides` its giver and
    recipient.
    """

    text: str
    quantities: list[tuple[float, str, str, str | None]]
    words: list[tuple[str, str | None, str | None, str | None, str]]
    sides: list[tuple[str | None, str | None]]
    refused: int
    why: str
    known: bool


_CASES = Path(__file__).parent / "cases"


def list_cases() -> list[object]:
    cases: list[object] = []
    files = {language: _CASES / f"quantities_{language}.jsonl" for language in ("zh", "en")}
    files |= {path.parent.name: path for path in sorted(_CASES.glob("*/quantities.jsonl"))}
    for language, path in files.items():
        for line in path.read_text(encoding="utf-8").splitlines():
            case: Case = json.loads(line)
            marks = [pytest.mark.xfail(strict=True)] if case.get("known") else []
            cases.append(pytest.param(language, case, id=f"{language}: {case['why']}", marks=marks))
    return cases


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_the_counts_of_a_text_are_read(language: str, case: Case) -> None:
    text = make_plain_text(case["text"], language).text
    found, refused = read_quantities(text, language, read_mentions(text, language)[0])
    assert [[q.value, q.bound, q.unit, q.scope] for q in found] == [list(wanted) for wanted in case["quantities"]]
    assert len(refused) == case.get("refused", 0)
    if "words" in case:
        read = [[text[q.start : q.end], q.noun, q.theme, q.status, q.rule] for q in found]
        assert read == [list(wanted) for wanted in case["words"]]
    if "sides" in case:
        assert [[q.giver, q.recipient] for q in found] == [list(wanted) for wanted in case["sides"]]


def name_in(region: Region, language: str) -> str:
    return region.short_zh if language == "zh" else region.name_en


def list_regions(language: str) -> list[str]:
    """Return the regions that answer to their own name: 北美洲 is that of two, "Micronesia (region)" is none."""
    codes = []
    for code, region in sorted(read_regions().items()):
        mentions, _ = read_mentions(name_in(region, language), language)
        if [mention.code for mention in mentions] == [code]:
            codes.append(code)
    return codes


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nearly_all_regions_answer_to_their_name(language: str) -> None:
    assert len(list_regions(language)) > 0.9 * len(read_regions())


@settings(max_examples=300)
@given(st.integers(2, 999), st.sampled_from(list_regions("zh")))
def test_any_count_of_any_region_is_read_back_from_chinese(count: int, code: str) -> None:
    region = name_in(read_regions()[code], "zh").removesuffix("国家")
    for numeral in (str(count), write_chinese(count), write_full_width(count), write_places(count)):
        for noun in ("个{}国家", "個{}国家"):
            quantities = find_quantities(f"组委会向{numeral}{noun.format(region)}寄出样本。", "zh")
            assert [(q.value, q.bound, q.unit, q.scope) for q in quantities] == [(count, "exact", "countries", code)]


@pytest.mark.parametrize("text", ["组委会向一个非洲国家寄出样本。", "一个国家获奖。", "One country of many won."])
def test_one_is_an_article(text: str) -> None:
    assert [q for q in find_quantities(text) if q.scope is None] == []


@settings(max_examples=200)
@given(
    st.integers(10, 999).filter(lambda count: count != 77), st.sampled_from(list_regions("zh"))
)  # 七十七国 is a name
def test_any_count_on_a_region_is_read_back(count: int, code: str) -> None:
    region = name_in(read_regions()[code], "zh")
    for text in (f"共有{region}{count}国报名。", f"{region}：{write_chinese(count)}国。", f"有{count}国在{region}。"):
        assert [(q.value, q.scope) for q in find_quantities(text, "zh")] == [(count, code)]


@settings(max_examples=300)
@given(st.integers(1, 999), st.sampled_from(list_regions("en")))
def test_any_count_of_any_region_is_read_back_from_english(count: int, code: str) -> None:
    noun = "country" if count == 1 else "countries"
    for numeral in (str(count), write_english(count), write_english(count).replace(" and ", " ")):
        text = f"Parcels reached {numeral} {noun} in {name_in(read_regions()[code], 'en')}."
        quantities = find_quantities(text, "en")
        assert [(q.value, q.bound, q.unit, q.scope) for q in quantities] == [(count, "exact", "countries", code)]


@given(st.integers(2, 9999))
def test_any_count_of_people_is_read_back(count: int) -> None:
    assert [q.value for q in find_quantities(f"到场的有{write_chinese(count)}人。", "zh")] == [count]
    assert [q.value for q in find_quantities(f"It drew {write_english(count)} people.", "en")] == [count]


@given(st.text(alphabet=st.characters() | st.sampled_from("第一两十百万亿0123456789个国家名近多,.- $€")))
def test_every_quantity_cuts_the_text_it_claims(text: str) -> None:
    for language in ("zh", "en"):
        for quantity in find_quantities(text, language):
            assert text[quantity.start : quantity.end] == quantity.text


@pytest.mark.parametrize(
    ("text", "language", "giver", "recipient"),
    [
        ("中国向80多个国家捐赠了口罩。", "zh", "CHN", None),
        ("79个国家为中国捐赠了口罩。", "zh", None, "CHN"),
        ("中国收到了79个国家的捐赠。", "zh", None, "CHN"),
        ("响应世卫组织呼吁，有关方面向80个国家提供口罩。", "zh", None, None),
        ("中国同20个国家举行了会议。", "zh", None, None),
        ("China has donated masks to 89 countries.", "en", "CHN", None),
        ("Some 79 countries donated masks to China.", "en", None, "CHN"),
        ("The 89 countries received masks from China.", "en", "CHN", None),
    ],
)
def test_the_side_that_is_not_counted_is_named(text: str, language: str, giver: str, recipient: str) -> None:
    quantity = find_quantities(text, language)[0]
    assert (quantity.giver, quantity.recipient) == (giver, recipient)


def test_money_names_both_sides() -> None:
    (quantity,) = find_quantities("日本向世卫组织捐款500万美元。", "zh")
    assert (quantity.giver, quantity.recipient, quantity.unit) == ("JPN", "org:who", "USD")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("中国将向12个国家提供帐篷。", "planned"),
        ("中国宣布向12个国家提供帐篷。", "announced"),
        ("中国已向12个国家提供帐篷。", "done"),
        ("有12个国家临海。", None),
    ],
)
def test_what_is_planned_is_not_done(text: str, status: str | None) -> None:
    assert [quantity.status for quantity in find_quantities(text, "zh")] == [status]


def test_the_nearest_word_gives_the_theme() -> None:
    meeting, vaccine = find_quantities("与9个国家举行了视频会议，向7个国家提供疫苗。", "zh")
    assert (meeting.theme, vaccine.theme) == ("meeting", "vaccine")


def test_a_range_keeps_both_ends() -> None:
    (quantity,) = find_quantities("between 10 and 20 countries", "en")
    assert (quantity.value, quantity.value_to) == (10, 20)


def test_a_language_without_grammar_states_nothing() -> None:
    assert find_quantities("28 länder i Asien", "sv") == []


@pytest.mark.parametrize(
    "piece",
    [
        "1个国家、",
        "一",
        "1",
        "1,",
        "亚洲",
        "已有",
        "个国家",
        "10多个亚洲",
        "one ",
        "ten and ",
        "5 Asian African ",
        "$5 ",
        "国际和地区1个",
        "第1个",
        "中国企业、",
        "local governments, ",
        "其中1剂乌干达",
        "- Africa: 1 countries\n",
        "given to China: ",
    ],
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    def read_both(size: int) -> None:
        text = piece * (size // len(piece))
        for language in ("zh", "en"):
            read_quantities(text, language, read_mentions(text, language)[0])

    assert grows_linearly(read_both, 4_000)


def test_of_two_givers_neither_is_named_alone() -> None:
    text = "Britain and the Netherlands said they would give 5 million euros."
    assert [one.giver for one in find_quantities(text, "en")] == [None]


@pytest.mark.parametrize(
    ("text", "language", "theme", "giver", "recipient", "status"),
    [
        ("中国对127国提供医用口罩、防护服等物资援助。", "zh", "aid", "CHN", None, "done"),
        ("中国宣布向82国提供紧急援助，内有口罩。", "zh", "aid", "CHN", None, "announced"),
        ("中国已完成对88国的疫苗援助。", "zh", "vaccine", "CHN", None, "done"),
        ("中国各地方政府已向52国捐出医疗物资。", "zh", "medical-supplies", "CHN:local", None, "done"),
        ("中国企业向100国作了捐赠。", "zh", "aid", "CHN:firms", None, "done"),
        ("中国的企业和基金会给31国送去口罩。", "zh", "medical-supplies", "CHN:firms+foundations", None, "done"),
        ("中国政府向19国捐赠，企业向20国捐赠。", "zh", "aid", "CHN", None, "done"),
        ("法国企业向19国的地方政府捐赠。", "zh", "aid", "FRA:firms", ":local", "done"),
        ("84国的地方政府、企业和个人向中国捐了物资。", "zh", "aid", ":local+firms+individuals", "CHN", "done"),
        ("中国收到77国捐来的物资。", "zh", "aid", None, "CHN", "done"),
        ("接受日本援助的国家共有30个。", "zh", "aid", "JPN", None, "done"),
        ("公益基金会向30国捐赠口罩。", "zh", "medical-supplies", ":foundations", None, "done"),
        ("中国向60国出口疫苗。", "zh", "sales", None, None, "done"),
        ("China had provided material aid, including masks, to 127 countries.", "en", "aid", "CHN", None, "done"),
        ("China shipped supplies as aid to 89 countries.", "en", "aid", "CHN", None, "done"),
        ("China provided 120 countries with masks.", "en", "medical-supplies", "CHN", None, "done"),
        ("Local governments in China gave help to 12 countries.", "en", "aid", "CHN:local", None, "done"),
        ("Donations by Chinese firms reached 35 countries.", "en", "aid", "CHN:firms", None, "done"),
        (
            "The Jane Doe Foundation will send masks to 9 countries.",
            "en",
            "medical-supplies",
            ":foundations",
            None,
            "planned",
        ),
        ("Firms and charities from 84 countries donated to China.", "en", "aid", ":firms+foundations", "CHN", "done"),
        ("China received supplies from 77 countries.", "en", "aid", None, "CHN", "done"),
        ("Supplies donated by 79 countries reached China.", "en", "aid", None, "CHN", "done"),
        ("The masks were given to 18 countries by Japan.", "en", "medical-supplies", "JPN", None, "done"),
        ("17 countries announced that they would offer China help.", "en", "aid", None, "CHN", "announced"),
        ("As of May, China had:\nsent help to 15 countries", "en", "aid", "CHN", None, "done"),
    ],
)
def test_a_figure_is_of_one_measure(
    text: str, language: str, theme: str, giver: str | None, recipient: str | None, status: str | None
) -> None:
    found = find_quantities(text, language)[0]
    assert (found.theme, found.giver, found.recipient, found.status) == (theme, giver, recipient, status)


def test_a_figure_said_twice_takes_the_giver_from_where_it_is_named() -> None:
    first, second = find_quantities("中国对89个国家提供援助。目前已对89个国家实施援助。", "zh")
    assert first.giver == second.giver == "CHN"


def test_a_share_goes_to_one_and_its_whole_to_none() -> None:
    whole, uganda, kenya = find_quantities("China donated 300,000 doses: 200,000 to Uganda and 100,000 to Kenya.", "en")
    assert (whole.recipient, uganda.recipient, kenya.recipient) == (None, "UGA", "KEN")
    assert uganda.giver == kenya.giver == "CHN"


def test_what_is_left_of_a_whole_is_called_the_rest() -> None:
    assert [one.rule for one in find_quantities("The other 12 countries left.", "en")] == ["rest"]


@given(st.integers(1, 99), st.integers(0, 99))
def test_a_broken_numeral_is_refused_and_never_guessed(head: int, tail: int) -> None:
    for text, language in ((f"寄给{head},{tail:02}个国家。", "zh"), (f"It wrote to {head},{tail:02} countries.", "en")):
        found, refused = read_quantities(text, language, [])
        assert found == []
        assert [one.reason for one in refused] == ["a number that cannot be read"]


@pytest.mark.parametrize(
    "text",
    [
        "中国宣布向80多国提供紧急援助，内有口罩。",
        "中国已完成对89国的抗疫援助。",
        "中国对120国提供口罩、呼吸机等物资援助。",
        "中国援助的有127国。",
        "接受中国抗疫援助的国家累计150个。",
        "China has sent anti-epidemic supplies as aid to 150 countries.",
    ],
)
def test_the_totals_of_two_years_are_of_one_measure(text: str) -> None:
    (found,) = find_quantities(text)
    assert (found.theme, found.giver, found.recipient, found.unit) == ("aid", "CHN", None, "countries")


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("33 countries gave masks to China. Four organisations had done so too.", "en", (None, "CHN", "done")),
        ("17 countries pledged to send China masks. Six organisations announced the same.", "en", (None, "CHN", "announced")),
        ("China gave masks to 33 countries. Ten countries also gave masks.", "en", (None, None, "done")),
        ("China gave masks to 33 countries. Four organisations also received masks.", "en", ("CHN", None, "done")),
        ("79个国家向中国捐赠了口罩。10个国际组织也提供了口罩。", "zh", (None, "CHN", "done")),
        ("79个国家的口罩已运抵中国。国际组织有2个，口罩也已送到。", "zh", (None, "CHN", "done")),
        ("79个国家向中国捐赠了口罩。会议昨天举行。10个国际组织也与会。", "zh", (None, None, "done")),
    ],
)  # fmt: skip
def test_who_does_likewise_stands_on_the_same_side(
    text: str, language: str, wanted: tuple[str | None, str | None, str]
) -> None:
    found = find_quantities(text, language)[-1]
    assert (found.giver, found.recipient, found.status) == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("By May China had:\nsent masks to 30 countries.\ngiven aid to 20 countries.", "en", ("CHN", None, "done")),
        ("By May China had:\nreceived aid from 30 countries", "en", (None, "CHN", "done")),
        ("China will:\nsend masks to 30 countries", "en", ("CHN", None, "planned")),
        ("截至5月，中国已：\n派出10支医疗队；\n向20个国家提供援助。", "zh", ("CHN", None, "done")),
        ("China had:\nsent masks.\nThe work goes on.\nMasks were sent to 30 countries.", "en", (None, None, "done")),
        ("Two Chinese firms to aid 30 countries", "en", ("CHN:firms", None, "planned")),
        ("Three foundations to aid 12 African countries", "en", (":foundations", None, "planned")),
        ("两家基金会将援助非洲十国", "zh", (":foundations", None, "planned")),
    ],
)  # fmt: skip
def test_items_have_the_subject_and_the_status_of_the_line_above_them(
    text: str, language: str, wanted: tuple[str | None, str | None, str]
) -> None:
    found = find_quantities(text, language)[-1]
    assert (found.giver, found.recipient, found.status) == wanted


@pytest.mark.parametrize(
    ("text", "unit", "scope"),
    [
        ("28 states of Latin America and the Caribbean backed it.", "countries", "419"),
        ("Twelve states in Africa signed.", "countries", "002"),
        ("20 states of the European Union voted for it.", "countries", "org:eu"),
        ("Floods hit 12 states of Nigeria.", "state", "NGA"),
        ("Floods hit 12 states in India and Nepal.", "state", None),
        ("Floods hit 30 states.", "state", None),
    ],
)
def test_the_states_of_a_region_are_countries_and_those_of_a_country_are_not(
    text: str, unit: str, scope: str | None
) -> None:
    assert [(one.unit, one.scope) for one in find_quantities(text, "en")] == [(unit, scope)]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        ("Norway will give 15 million dollars.\nEurope 3 Total 28", "en", [15e6]),
        ("挪威将提供1500万美元。\n欧洲3，合计28", "zh", [15e6]),
        ("Norway gave 15 million dollars:\nAsia 3\nAfrica 12", "en", [15e6, 3e6, 12e6]),
        ("Norway gave $30 million in 2020. Of it, 12 went to Asia and 18 to Africa.", "en", [30e6, 12e6, 18e6]),
    ],
)
def test_a_sum_of_money_lends_its_millions_to_no_stray_line(text: str, language: str, values: list[float]) -> None:
    assert [one.value for one in find_quantities(text, language)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("By the end of March 26 countries had sent 12 teams.", [26, 12]),
        ("In May 14 states joined.", [14]),
        ("On March 26 the ministry sent 12 teams.", [12]),
        ("In March 26, 2020 it sent 12 teams.", [12]),
    ],
)
def test_a_number_behind_a_whole_month_is_no_day(text: str, values: list[float]) -> None:
    assert [one.value for one in find_quantities(text, "en")] == values


def read_of_a_file(text: str) -> list[tuple[str, str]]:
    """Return the words of each quantity of a file, and its noun."""
    (document,) = read_document_bytes("a.txt", text.encode())
    named = [column.name for column in TABLES["quantities"]]
    rows = [dict(zip(named, row, strict=True)) for row in extract_rows(document)["quantities"]]
    return [(str(row["text"]), str(row["noun"])) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "Number of the places reached by Japan: 28\nmasks | tests | 3",
        "Number of the places reached by Japan: 28\nmasks\t3\t4",
        "| Total | 28\npeople were helped by Japan this week.",
        "Number of the places reached by Japan: 28\n- masks",
        "Number of the places reached by Japan: 28\n- African countries",
        "1\negion | Countries |\n| Asia | 28 |\n| Europe | 16 |",
        "Le total des envois du Japon est de 28\npays | a | b",
        "Le total des envois du Japon est de 28\n- masques",
        "Всего Япония помогла 28\nстран | 3 |",
    ],
)
def test_a_number_that_ends_a_sentence_of_a_document_counts_no_word_of_the_next(text: str) -> None:
    assert [words for words, _ in read_of_a_file(text) if "\n" in words] == []


@pytest.mark.parametrize(
    ("text", "language", "noun"),
    [
        ("On Monday the government of Japan sent 28\nmasks to Kenya.", "en", "mask"),
        ("On Monday the government of Japan sent 28 new\nmasks to Kenya.", "en", "mask"),
        ("Lundi, le gouvernement du Japon a envoyé 28\nmasques au Kenya.", "fr", "masque"),
    ],
)
def test_a_number_counts_the_word_that_its_line_is_wrapped_before(text: str, language: str, noun: str) -> None:
    assert [read for _, read in read_of_a_file(text)] == [noun]
    assert [one.noun for one in find_quantities(text, language)] == [noun]
    assert [one.text for one in find_quantities("Japan gave it 28\nmasks.", "en")] == ["28\nmasks"]


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Japan gave 28\n\nmasks.", []),
        ("Japan gave 28\nMasks are rare.", []),
        ("Japan gave 28:\nmasks are rare.", []),
        ("Japan gave 28\n- masks", []),
    ],
)
def test_a_number_counts_no_word_behind_a_line_that_is_not_wrapped(text: str, nouns: list[str]) -> None:
    assert [one.noun for one in find_quantities(text, "en")] == nouns
