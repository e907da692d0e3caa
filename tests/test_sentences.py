"""Sentences are whole where a page break cut them, know their place in the document, and are dated by day headings."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.records import Date, Sentence
from geo.documents.furniture import label_lines
from geo.documents.sentence_ends import find_ends
from geo.documents.sentences import is_day, place, place_span, split_sentences


def split(text: str, language: str = "zh", published: str | None = None) -> list[Sentence]:
    """Give the sentences of a text that no furniture rule has touched."""
    return split_sentences(label_lines(text), published, language)


def texts(text: str, language: str = "zh") -> list[str]:
    """Give the texts of a text's sentences."""
    return [sentence.text for sentence in split(text, language)]


def test_chinese_sentences_end_at_full_stops_and_keep_their_quotation_marks() -> None:
    assert texts("医生说：“都好。”患者出院了！真的吗？真的。") == [
        "医生说：“都好。”",
        "患者出院了！",
        "真的吗？",
        "真的。",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The U.S. sent masks. Dr. Lee of the U.N. took them.", 2),
        ("It paid 3.5 million to the U.K. The plane left at 5 p.m. It was full.", 3),
        ("A. B. Lee spoke. Ms. Roe listened.", 2),
        ("She met H.E. Ana Silva. H.M. King Tupou came too.", 2),
        ("Answer No. 5 was no. Then they left.", 2),
        ('"We thank them." The crowd cheered! Why?', 3),
        ("1. Masks were sent.\n2. Tests were sent.", 2),
        ("The aid, e.g. masks, came on Jan. 5 from Acme Inc. of Ohio.", 1),
    ],
)
def test_an_english_abbreviation_ends_no_sentence(text: str, count: int) -> None:
    assert len(texts(text, "en")) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("es", "El ejército de EE. UU. Invitó a México y, p. ej. a Cuba. Fue en 44 a.C. Nadie lo vio.", 2),
        ("es", "El Sr. Paz y la Sra. Gil leen el núm. 5 y el art. 7 en Lima. Vive en EE. UU. La casa es suya.", 3),
        ("es", "Llegó al mar. Fue un día de sol.", 2),
        ("fr", "M. Petit et Mme. Roux vivent av. Foch, p. ex. Au marché. Il est. Nous sommes.", 3),
        ("de", "Länder, z. B. Polen, u. a. Malta, d. h. Nr. 5 in St. Gallen bzw. Bern. Am 3. Mai kam der 2. Tag.", 2),
        ("de", "Es waren 12. Keiner blieb.", 2),
        ("pt", "O Sr. Silva e a Sra. Costa leram com o Dr. Lima o art. 5, n.º 7. Foi bom.", 2),
        ("ru", "В 2020 г. 5 стран и в г. Москва на ул. Мира, т. е. Дома, им. Пушкина. Так было.", 2),
        ("ru", "Рис, мука и т. д. Китай дал 5 млн. Потом ушёл в 2020 г. Россия осталась.", 4),
        ("ru", "Так сказал А. С. Попов. Он ушёл.", 2),
        ("uk", "Це було в 2020 р. 5 країн на вул. Миру. Так сказав А. Коваль.", 2),
    ],
)
def test_an_abbreviation_of_a_language_ends_no_sentence_of_it(language: str, text: str, count: int) -> None:
    assert len(list(find_ends(text, language))) == count


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("ar", "كم دولة تلقت المساعدة؟ ثلاث دول. هل وصلت؟! نعم.", 4),
        ("ar", "قال الوزير: «هل نرسلها؟» ثم سافر إلى غانا.", 2),
        ("ar", "وصلت 1.5 مليون جرعة، منها 200 ألف إلى مالي؛ والباقي إلى تشاد.", 1),
        ("fa", "چرا کمک نرسید؟ وزیر پاسخ داد.", 2),
        ("ur", "پاکستان نے امداد بھیجی۔ چین نے ۳۔۵ ٹن بھیجے۔ کیوں؟ معلوم نہیں۔", 4),
        ("ur", "وزیر نے کہا ”ہم شکر گزار ہیں۔“ وہ چلے گئے۔", 2),
        ("ur", "یو۔ این۔ نے کہا کہ ایم۔ اے۔ خان آئے۔ وہ گئے۔", 2),
        ("ur", "یو۔این۔ڈی۔پی نے امداد بھیجی۔", 1),
        ("ur", "1۔ پاکستان نے امداد بھیجی۔", 1),
        ("hi", "भारत ने नेपाल को सहायता भेजी। क्यों? किसी को पता नहीं।", 3),
        ("hi", "भारत ने सहायता भेजी।उसने 2.5 टन चावल भेजा । धन्यवाद।।", 3),
        ("hi", "धर्म की जय हो॥ सत्य की जय हो॥", 2),
        ("bn", "ভারত সাহায্য পাঠিয়েছে। নেপাল তা পেয়েছে।", 2),
        ("de", "Er sagte: „Das ist gut.“ Dann ging er.", 2),
        ("fr", "« Pourquoi ? » Il a dit : «Nous aiderons.» Le Mali a remercié.", 3),
    ],
)
def test_the_stops_of_every_script_end_a_sentence(language: str, text: str, count: int) -> None:
    assert len(list(find_ends(text, language))) == count


def test_a_page_break_in_a_chinese_sentence_is_left_out() -> None:
    text = "◆当地医院的研究人员计\n\n划与邻国的同行签订协议。\n◆第二项已经完成。"
    assert texts(text) == ["当地医院的研究人员计划与邻国的同行签订协议。", "第二项已经完成。"]


def test_lines_of_an_english_paragraph_are_joined_with_a_space_and_cut_words_without() -> None:
    text = "The ministry said that the medi-\ncal team had left with masks and\nother goods for the islands."
    assert texts(text, "en") == [
        "The ministry said that the medical team had left with masks and other goods for the islands."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "援助物资运抵\n\n一批口罩今天运抵首都机场，当地官员到场迎接。",
        "援助物资运抵\n一批口罩今天运抵首都机场，当地官员到场迎接。",
    ],
)
def test_a_heading_does_not_join_the_paragraph_under_it(text: str) -> None:
    assert texts(text) == ["援助物资运抵", "一批口罩今天运抵首都机场，当地官员到场迎接。"]


def test_a_line_does_not_join_an_item_of_a_list() -> None:
    assert texts("运抵的物资有\n• 口罩\n• 呼吸机") == ["运抵的物资有", "口罩", "呼吸机"]


@given(
    st.lists(
        st.sampled_from(["口罩", "，", "。", "team ", "medi-", "\n", "\n\n", "  ", "◆", "1. ", "3月2日", "A. "]),
        max_size=40,
    )
)
def test_every_character_of_a_sentence_is_at_its_place_in_the_document(parts: list[str]) -> None:
    text = "".join(parts)
    for language in ("zh", "en"):
        for sentence in split(text, language):
            found = "".join(text[place(sentence, offset)] for offset in range(len(sentence.text)))
            assert found.replace("\n", " ") == sentence.text
            assert place_span(sentence, 0, len(sentence.text)) == (sentence.start, sentence.end)


def test_a_span_does_not_run_into_the_break_after_it() -> None:
    text = "◆当地医院计\n\n划与同行签订协议。"
    assert place_span(split(text)[0], 0, 5) == (1, 6)


CHRONICLE = "合作纪事\n\n物资先已运抵。\n\n3月23日\n\n◆专家抵达。\n\n3月24日（星期二）\n\n◆会议举行。"


def test_a_day_heading_dates_what_stands_under_it_until_the_next() -> None:
    days = {one.text: one.date for one in split(CHRONICLE, published="2020-04")}
    assert days["专家抵达。"] == Date(date(2020, 3, 23), "day", "heading")
    assert days["会议举行。"] == Date(date(2020, 3, 24), "day", "heading")


def test_nothing_before_the_first_heading_takes_its_date() -> None:
    sentences = split_sentences(label_lines(CHRONICLE), "2020-04", "zh", "given")
    assert sentences[1].date == Date(date(2020, 4, 1), "month", "given")


def test_without_a_year_nothing_is_dated() -> None:
    assert {one.date for one in split(CHRONICLE)} == {None}


def test_a_chronicle_over_new_year_goes_on_in_the_next_year() -> None:
    days = [one.date for one in split("2019年12月30日\n\n◆专家抵达。\n\n1月2日\n\n◆会议举行。")]
    assert [day.date.year for day in days if day] == [2019, 2019, 2020, 2020]


@pytest.mark.parametrize(
    "line", ["3月23日", "【3月23日】", "2020年3月23日 星期一", "March 23", "Monday, 23 March 2020"]
)
def test_a_date_alone_on_a_line_is_a_day_heading(line: str) -> None:
    assert is_day(line)


@pytest.mark.parametrize("line", ["3月23日出发", "2020-03-23 09:15", "23日", "March on", "March 23 to March 25"])
def test_a_date_among_other_words_is_no_day_heading(line: str) -> None:
    assert not is_day(line)


def test_the_rows_of_a_table_do_not_run_into_the_next_paragraph() -> None:
    text = "Region       Countries\nAfrica       17\nAsia         11\n\nThe minister thanked the crews on Monday."
    assert texts(text, "en")[-1] == "The minister thanked the crews on Monday."


def test_a_line_of_dots_is_read_in_no_time() -> None:
    assert len(split("." * 200_000, "en")) == 1


def test_a_heading_after_a_list_opens_a_section_of_its_own() -> None:
    text = "China had:\n\n- sent 29 teams to 27 countries\n- given masks\n\nReceived\n\nAs of May, 77 had helped.\n"
    assert texts(text, "en")[-3:] == ["given masks", "Received", "As of May, 77 had helped."]


LISTED = "截至5月31日，中国已：\n\n- 派出29支医疗队\n- 捐赠口罩。\n\n会议昨天举行。\n"


def test_bullets_take_the_date_of_the_line_that_leads_to_them() -> None:
    days = [one.date for one in split_sentences(label_lines(LISTED), "2020-06-07", "zh")]
    assert [day.date.isoformat() for day in days if day] == ["2020-06-07", "2020-05-31", "2020-05-31", "2020-06-07"]


def test_bullets_set_in_further_take_the_date_of_the_bullet_above_them() -> None:
    text = "- 2 May: doctors came.\n  - They rested.\n    - On 4 May they left.\n  - Masks came.\n- Rain fell.\n"
    days = [one.date for one in split_sentences(label_lines(text), "2020-06-07", "en")]
    assert [(day.date.isoformat(), day.source) for day in days if day][1::2] == [
        ("2020-05-02", "sentence"),
        ("2020-05-02", "sentence"),
    ]
    assert days[-1] == Date(date(2020, 6, 7), "day", "document")


def test_bullets_of_one_kind_are_no_items_of_each_other() -> None:
    text = "◆截至5月31日，代表说：\n\n◆会议举行。\n"
    assert split_sentences(label_lines(text), "2020-06-07", "zh")[1].date == Date(date(2020, 6, 7), "day", "document")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("截至2月2日，已有11国的物资运抵。有1个组织的物资也已运到。", "zh"),
        ("By 2 February, 11 countries had sent masks. Four organisations had done so too.", "en"),
    ],
)
def test_what_was_done_likewise_has_the_date_of_the_sentence_before(text: str, language: str) -> None:
    last = split_sentences(label_lines(text), "2020-02-14", language)[1]
    assert last.date == Date(date(2020, 2, 2), "day", "sentence")


def days_of(text: str, language: str) -> list[str]:
    """Give the day and its source of each sentence of a text published on 20 June 2021."""
    sentences = split_sentences(label_lines(text), "2021-06-20", language)
    return [f"{one.date.date.isoformat()} {one.date.source}" for one in sentences if one.date]


def test_a_date_is_carried_to_the_next_sentences_of_its_paragraph() -> None:
    text = "6月3日，专家组抵达秘鲁。随行带去口罩。专家组住在首都。\n秘鲁外长表示感谢。"
    assert days_of(text, "zh")[1:] == ["2021-06-03 sentence"] * 2 + ["2021-06-20 document"]
    text = (
        "A team reached Peru on 3 June. It brought masks.\n\nPeru thanked the team for its help in all the hospitals."
    )
    assert days_of(text, "en")[1:] == ["2021-06-03 sentence", "2021-06-20 document"]


@pytest.mark.parametrize(
    "text",
    [
        "6月3日，专家组抵达秘鲁。目前已有七支医疗队。",
        "6月3日，专家组抵达秘鲁。去年曾捐赠口罩。",
        "两国落实2010年3月3日的条约。秘鲁收到口罩。",
        "2019年，两国建交。秘鲁收到口罩。",
    ],
)
def test_a_date_is_not_carried_to_a_sentence_of_another_time(text: str) -> None:
    assert days_of(text, "zh")[1] == "2021-06-20 document"


def test_the_same_day_is_that_of_the_paragraph_before() -> None:
    assert days_of("6月3日，两国外长会晤。\n同日，两国部长通话。", "zh")[1] == "2021-06-03 sentence"


def test_a_number_that_a_line_cuts_is_whole_again_in_chinese_only() -> None:
    assert [one.text for one in split_sentences(label_lines("秘鲁收到了20\n0万只口罩。"), None, "zh")] == [
        "秘鲁收到了200万只口罩。"
    ]
    text = "Peru received in the spring of 2020\n300 masks from its neighbour."
    assert [one.text for one in split_sentences(label_lines(text), None, "en")] == [text.replace("\n", " ")]


def test_what_begins_behind_the_last_bullet_and_a_blank_line_is_a_sentence_of_its_own() -> None:
    assert texts("Loans by port:\n\n- Chad: 12\n- Togo: 14\n\nThe bank opens at nine.", "en")[-2:] == [
        "Togo: 14",
        "The bank opens at nine.",
    ]
