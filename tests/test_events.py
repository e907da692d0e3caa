"""Tests of events: kind, status, sides and date, in Chinese and English."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.base.records import Date, Event, Line, Sentence
from geo.documents.clause_dates import date_clause
from geo.documents.sentences import split_sentences
from geo.names.mentions import read_mentions
from geo.names.patterns import PLACE_RULES
from geo.statements.events import Passage, find_events
from geo.statements.quantities import read_quantities
from tests.timings import grows_linearly

PUBLISHED = "2020-03-26"


class Case(TypedDict, total=False):
    """One line of a file of language cases; `known` marks what we know to be read wrongly.

    `words` are the words of each event, its theme and the rule that read it.
    """

    text: str
    events: list[str]
    words: list[tuple[str, str | None, str]]
    why: str
    known: bool


def list_cases() -> list[object]:
    cases: list[object] = []
    for language in ("zh", "en"):
        path = Path(__file__).parent / "cases" / f"events_{language}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            case: Case = json.loads(line)
            marks = [pytest.mark.xfail(strict=True)] if case.get("known") else []
            cases.append(pytest.param(language, case, id=f"{language}: {case['why']}", marks=marks))
    return cases


def split(text: str, language: str, published: str | None) -> list[Sentence]:
    """Return the sentences of a text whose lines are those of a document."""
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append(Line(start, start + len(line), line, ""))
        start += len(line) + 1
    return split_sentences(lines, published, language)


def join(sentences: Sequence[Sentence]) -> str:
    return "\n".join(sentence.text for sentence in sentences)


def read_events(text: str, language: str, published: str | None = PUBLISHED) -> list[Event]:
    """Return the events of a text; offsets count in its sentences joined."""
    sentences = split(text, language, published)
    joined = join(sentences)
    passages: list[Passage] = []
    place = last = 0
    for sentence in sentences:
        opens = not passages or "\n" in text[last : sentence.start]
        passages.append(Passage(place, place + len(sentence.text), opens))
        place += len(sentence.text) + 1
        last = sentence.end

    def date_at(offset: int) -> Date | None:
        number = max(index for index, passage in enumerate(passages) if passage.start <= offset)
        sentence = sentences[number]
        return date_clause(sentence.text, offset - passages[number].start, sentence.date, published, language)

    mentions = read_mentions(joined, language)[0]
    named = [mention for mention in mentions if mention.rule not in PLACE_RULES]
    return find_events(joined, passages, mentions, read_quantities(joined, language, named)[0], language, date_at)


def write(event: Event) -> str:
    """Write an event as the cases do: kind, status, and givers>recipients or parties@hosts."""
    sides = {role: ",".join(code for code, taken in event.participants if taken == role) for role in ROLES}
    if sides["party"]:
        acted = sides["party"] + ("@" + sides["host"] if sides["host"] else "")
    else:
        acted = sides["giver"] + ">" + sides["recipient"]
    return f"{event.kind} {event.status} {acted}"


ROLES = ("giver", "recipient", "party", "host")


@pytest.mark.parametrize(("language", "case"), list_cases())
def test_the_events_of_a_text_are_read(language: str, case: Case) -> None:
    events = read_events(case["text"], language)
    assert [write(event) for event in events] == case["events"]
    if "words" in case:
        joined = join(split(case["text"], language, PUBLISHED))
        read = [[joined[event.start : event.end], event.theme, event.rule] for event in events]
        assert read == [list(wanted) for wanted in case["words"]]


@pytest.mark.parametrize(
    ("text", "language", "day", "source"),
    [
        ("3月23日\n中国专家组抵达秘鲁。", "zh", "2020-03-23", "heading"),
        ("中国专家组抵达秘鲁。\n3月23日\n会议开幕。", "zh", "2020-03-26", "document"),
        ("中国专家组抵达秘鲁。", "zh", "2020-03-26", "document"),
        ("中国专家组3月20日抵达秘鲁。", "zh", "2020-03-20", "sentence"),
        ("昨天，中国专家组抵达秘鲁。", "zh", "2020-03-25", "sentence"),
        ("本周一，中国专家组抵达秘鲁。", "zh", "2020-03-23", "sentence"),
        ("从2月27日向伊朗派出专家组以来，中国也向老挝派出了专家组。", "zh", "2020-02-27", "sentence"),
        ("Chinese experts arrived in Peru yesterday.", "en", "2020-03-25", "sentence"),
        ("Chinese experts arrived in Peru on Tuesday.", "en", "2020-03-24", "sentence"),
        ("Chinese experts arrived in Peru on 20 March.", "en", "2020-03-20", "sentence"),
        ("2014年疫情暴发后，中国专家组抵达秘鲁。", "zh", "2014-01-01", "sentence"),
        ("Japan announced on Tuesday that it was giving masks to Peru.", "en", "2020-03-24", "sentence"),
        ("Japanese doctors arrived in Peru last Tuesday.", "en", "2020-03-24", "sentence"),
        ("Japanese doctors arrived in Peru three days ago.", "en", "2020-03-23", "sentence"),
        ("Japanese doctors arrived in Peru last month.", "en", "2020-02-01", "sentence"),
        ("上周二，日本医疗队抵达秘鲁。", "zh", "2020-03-17", "sentence"),
        ("两天前，日本医疗队抵达秘鲁。", "zh", "2020-03-24", "sentence"),
        ("去年，日本医疗队抵达秘鲁。", "zh", "2019-01-01", "sentence"),
        ("3月20日，秘鲁发生地震。次日，日本医疗队抵达秘鲁。", "zh", "2020-03-21", "sentence"),
        ("3月20日，秘鲁发生地震。当天，日本医疗队启程赴秘鲁。", "zh", "2020-03-20", "sentence"),
        (
            "An earthquake hit Peru on 20 March. The next day, Japanese doctors arrived in Peru.",
            "en",
            "2020-03-21",
            "sentence",
        ),
        (
            "An earthquake hit Peru on 20 March. Japanese doctors left for Peru on the same day.",
            "en",
            "2020-03-20",
            "sentence",
        ),
        ("昨天，中国宣布将向秘鲁捐赠口罩。", "zh", "2020-03-25", "sentence"),
        ("China will send a team of experts to Peru on Tuesday.", "en", "2020-03-26", "document"),
        ("The minister said on Monday that China had sent masks to Peru.", "en", "2020-03-26", "document"),
    ],
)
def test_an_event_has_the_date_of_its_clause(text: str, language: str, day: str, source: str) -> None:
    date = read_events(text, language)[0].date
    assert date is not None
    assert (str(date.date), date.source) == (day, source)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("此前，中国专家组抵达秘鲁。", "zh"),
        ("3月23日\n中国国家主席说，中方还同老挝举行了视频会议。", "zh"),
        ("Chinese experts had arrived in Peru earlier.", "en"),
        ("Chinese experts arrived in Peru last week.", "en"),
        ("三年前，中国专家组抵达秘鲁。", "zh"),
    ],
)
def test_what_is_told_as_past_gets_no_day(text: str, language: str) -> None:
    assert [event.date for event in read_events(text, language)] == [None]


def test_yesterday_of_an_unknown_day_is_no_date() -> None:
    assert [event.date for event in read_events("昨天，中国专家组抵达秘鲁。", "zh", None)] == [None]


def test_a_date_inside_an_item_dates_its_own_clause_only() -> None:
    text = "3月30日\n中国部长同美国部长通电话，落实两国元首3月27日通电话精神。"
    assert [str(event.date.date) for event in read_events(text, "zh") if event.date] == ["2020-03-30"]


def test_a_total_under_a_day_holds_as_of_that_day() -> None:
    (event,) = read_events("3月31日\n发言人说，中国已向120个国家提供援助。", "zh")
    assert event.date is not None
    assert str(event.date.date) == "2020-03-31"


def test_the_items_of_a_list_fill_the_side_that_is_counted() -> None:
    (event,) = read_events("China donated masks to three countries:\n- Mali\n- Chad\n- Peru", "en")
    assert [code for code, role in event.participants if role == "recipient"] == ["MLI", "TCD", "PER"]


def test_who_is_left_out_is_the_country_the_document_is_about() -> None:
    text = "中国公布了数据。中国医生分享经验。中国企业开工。目前，已经向意大利派遣专家组。"
    assert [write(event) for event in read_events(text, "zh")] == ["team_sent done CHN>ITA"]


def test_a_leader_without_a_country_is_known_where_the_document_names_it() -> None:
    assert read_events("王毅向法国捐赠口罩。", "zh") == []
    texts = "中国公布了数据。\n王毅向法国捐赠口罩。"
    assert [write(event) for event in read_events(texts, "zh")] == ["supplies_delivered done CHN>FRA"]


@pytest.mark.parametrize(
    ("text", "language", "events"),
    [
        ("习近平同法国总统马克龙通电话。", "zh", ["call done CHN,FRA"]),
        ("Macron spoke by phone with Guterres and the Kenyan president.", "en", ["call done FRA,org:un,KEN"]),
        ("Kenya and Ghana held a meeting about Putin.", "en", ["meeting done KEN,GHA"]),
        ("Kenya's president spoke by phone with Ghana's about President Putin.", "en", ["call done KEN,GHA"]),
        ("肯尼亚同加纳就普京的信举行会谈。", "zh", ["meeting done KEN,GHA"]),
        ("美国国务院官员同肯尼亚官员举行会谈。中国没有参加。", "zh", ["meeting done USA,KEN"]),
    ],
)
def test_who_holds_an_office_speaks_for_the_country_and_who_is_talked_of_does_not(
    text: str, language: str, events: list[str]
) -> None:
    assert [write(event) for event in read_events(text, language)] == events


def test_the_country_is_the_one_named_before_that_does_not_give() -> None:
    text = "Peru asked for help. Japan sent masks to the country."
    assert [write(event) for event in read_events(text, "en")] == ["supplies_delivered done JPN>PER"]
    assert read_events("Peru and Chile asked for help. Japan sent masks to the country.", "en") == []


def test_each_sentence_that_tells_of_an_act_is_an_event() -> None:
    assert len(read_events("中国向世卫组织捐款。中国向世卫组织捐款。", "zh")) == 2


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("中国向老挝捐赠疫苗。", "vaccine"),
        ("中国向老挝捐赠口罩。", "medical-supplies"),
        ("中国向世卫组织捐款2000万美元。", "money"),
        ("中国向老挝派出专家组。", "experts"),
        ("中国援建老挝的实验室揭牌。", "facilities"),
        ("中国总理同老挝总理通电话。", "call"),
    ],
)
def test_an_event_says_what_it_is_about(text: str, theme: str) -> None:
    assert [event.theme for event in read_events(text, "zh")] == [theme]


def test_two_counts_of_recipients_are_two_events() -> None:
    text = "中国地方政府已向50多个国家捐赠口罩。中国企业已向100多个国家捐赠口罩。"
    assert len(read_events(text, "zh")) == 2


def test_a_language_without_grammar_tells_no_events() -> None:
    assert read_events("China spendete Masken an Italien.", "de") == []


PIECES = (
    "中国", "日本", "世卫组织", "意大利、", "北京", "80个国家", "向", "捐赠", "口罩", "专家组", "抵达", "同", "通电话", "，", "。", "\n", "举行", "视频会议",
    "China ", "Japan ", "the WHO ", "Italy, ", "Rome ", "80 countries ", "to ", "donated ", "masks ", "a team ", "arrived in ", "spoke by phone with ", ". ",
)  # fmt: skip


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(PIECES), max_size=24).map("".join) | st.text(max_size=40), st.sampled_from(["zh", "en"])
)
def test_an_event_lies_in_one_sentence_and_names_only_who_the_document_names(text: str, language: str) -> None:
    lines = [Line(0, len(line), line, "") for line in text.split("\n")]
    joined = "\n".join(sentence.text for sentence in split_sentences(lines, PUBLISHED, language))
    named = {mention.code for mention in read_mentions(joined, language)[0]}
    for event in read_events(text, language):
        assert {code for code, _ in event.participants} <= named
        assert "\n" not in joined[event.start : event.end].strip("\n")
        assert 0 <= event.start < event.end <= len(joined)


@pytest.mark.parametrize(
    "piece",
    [
        "中国", "中国、", "向中国", "捐赠", "中国捐赠", "专家组抵达", "由中国", "通电话", "举行会议", "愿", "口罩抵达", "援建医院", "收到",
        "China ", "China, ", "to China ", "donated ", "China donated masks to ", "team arrived ", "by phone with ", "held a ", "meeting ", "received ",
    ],
)  # fmt: skip
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    def read_both(size: int) -> None:
        text = piece * (size // len(piece))
        for language in ("zh", "en"):
            mentions = read_mentions(text, language)[0]
            find_events(text, [Passage(0, len(text))], mentions, [], language, lambda _: None)

    assert grows_linearly(read_both, 2_000)
