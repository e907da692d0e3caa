"""Bytes of any encoding become one normalised text, and what is no text is refused."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import ReadError
from geo.documents.encodings import decode, normalise, read_bytes

CHINESE = "医疗队从首都出发，带去呼吸机、口罩和检测试剂。当地政府表示感谢，并希望继续合作。" * 6
FRENCH = "Le ministère a annoncé que l'île recevrait une aide médicale dès février. " * 4
RUSSIAN = "Министерство сообщило, что помощь направлена в несколько стран. " * 4
JAPANESE = "政府は医療物資を送ったと発表した。外務省によると、支援を続けるという。" * 6


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be"])
def test_chinese_is_read_in_every_encoding_it_comes_in(encoding: str) -> None:
    assert decode(CHINESE.encode(encoding)) == CHINESE


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(FRENCH, "cp1252"), (FRENCH, "utf-16-le"), (RUSSIAN, "cp1251"), (JAPANESE, "shift_jis"), (JAPANESE, "utf-16-le")],
)
def test_other_languages_are_read_in_their_own_encodings(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_gbk_text_with_a_character_of_gb18030_alone_is_whole() -> None:
    text = CHINESE + "㐂𠮷"
    assert decode(text.encode("gb18030"), "gb2312") == text


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n", b"PK\x03\x04rest", b"%PDF-1.7 text", bytes(range(256)) * 9])
def test_what_is_no_text_is_refused_with_a_way_out(data: bytes) -> None:
    with pytest.raises(ReadError, match="save it as text"):
        decode(data)


def test_line_ends_and_control_characters_are_normalised_and_nothing_else() -> None:
    assert decode("one\r\ntwo\rthree\u2028 fo\x00ur\x08　\ttab".encode()) == "one\ntwo\nthree\n four　\ttab"


def test_a_lone_surrogate_is_replaced() -> None:
    assert normalise("a\ud800b") == "a\ufffdb"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"])))
def test_text_in_utf_8_comes_back_as_its_normalised_self(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode("utf-8")) == normalise(text)


def test_a_text_cut_off_in_the_middle_of_a_character_stays_utf_8() -> None:
    whole = "医疗队今天从首都出发，前往两个邻国，随行带去呼吸机、口罩和检测试剂，预计停留两周。"
    assert decode(whole.encode()[:-1]) == whole[:-1] + "\ufffd"


@pytest.mark.parametrize("declared", ["undefined", "idna", "no such", "a\0b", ""])
def test_an_encoding_that_is_none_is_not_believed(declared: str) -> None:
    assert "свидетели" in decode(("Это рассказали свидетели. " * 20).encode("cp1251"), declared)


SENTENCES = {
    "gb18030": CHINESE,
    "big5": "醫療隊從首都出發，帶去呼吸機、口罩和檢測試劑。當地政府表示感謝，並希望繼續合作。" * 3,
    "shift_jis": JAPANESE,
    "euc-jp": JAPANESE,
    "iso-2022-jp": JAPANESE,
    "euc-kr": "정부는 의료진과 구호 물자를 보냈다고 밝혔다. 현지 정부는 감사의 뜻을 전했다. " * 3,
    "windows-1250": "Rząd wysłał pomoc medyczną do sąsiednich państw. Żołnierze dotarli w ciągu dnia. " * 3,
    "windows-1251": RUSSIAN,
    "koi8-u": "Міністерство повідомило, що допомогу відправлено до кількох країн і міст Європи. " * 3,
    "mac-cyrillic": RUSSIAN,
    "windows-1252": FRENCH,
    "windows-1253": "Η κυβέρνηση έστειλε ιατρική βοήθεια σε γειτονικές χώρες. Οι γιατροί έφτασαν σήμερα. " * 3,
    "windows-1254": "Bakanlık, komşu ülkelere sağlık yardımı gönderildiğini açıkladı. Uçaklar akşam indi. " * 3,
    "windows-1255": "הממשלה שלחה סיוע רפואי למדינות השכנות. הצוות הגיע אתמול בערב. " * 3,
    "windows-1256": "أعلنت الوزارة أن المساعدات وصلت إلى عدة دول مجاورة. وشكرت الحكومة الأطباء. " * 3,
    "cp874": "รัฐบาลส่งความช่วยเหลือทางการแพทย์ไปยังประเทศเพื่อนบ้าน คณะแพทย์เดินทางถึงเมื่อวานนี้ " * 3,
}


@pytest.mark.parametrize("encoding", SENTENCES)
@pytest.mark.parametrize(
    "declared", [None, "iso-8859-1", "big5", "koi8-r", "gb2312", "utf-8", "undefined", "no such thing"]
)
def test_a_wrong_declaration_is_not_believed(encoding: str, declared: str | None) -> None:
    text = SENTENCES[encoding]
    found = read_bytes(text.encode(encoding), declared)
    assert found.text == text
    assert not found.note or str(declared) in found.note


def test_a_text_that_is_read_against_its_declaration_says_so() -> None:
    assert read_bytes(CHINESE.encode("gb18030"), "koi8-r").note == "declared as koi8-r, read as gb18030"
    assert read_bytes(CHINESE.encode("gb18030"), "gb2312").note == ""


@pytest.mark.parametrize("declared", ["x-sjis", "Shift_JIS", "windows-31j"])
def test_a_declaration_by_any_of_its_names_decides_a_short_text(declared: str) -> None:
    assert decode("港".encode("shift_jis"), declared) == "港"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text", [RUSSIAN, JAPANESE, SENTENCES["windows-1256"], SENTENCES["cp874"], "Aid to 12 towns.\n" * 9]
)
def test_utf_16_and_utf_32_are_told_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_chinese_in_hz_is_read_and_a_tilde_before_a_brace_is_none() -> None:
    assert decode(CHINESE.encode("hz")) == CHINESE
    assert decode(b"sed 's/a~{2}/b/' file") == "sed 's/a~{2}/b/' file"


def test_a_text_in_utf_7_is_refused_with_a_way_out() -> None:
    with pytest.raises(ReadError, match=r"UTF-7.*save it as UTF-8"):
        decode("Помощь отправлена. Врачи прибыли вчера.".encode("utf-7"))
    with pytest.raises(ReadError, match="UTF-7"):
        decode(CHINESE.encode("utf-7"))
    assert decode(b"1+1-2, call +44/20-7946 or C++-code") == "1+1-2, call +44/20-7946 or C++-code"


def test_telephone_numbers_are_no_utf7() -> None:
    text = b"Tel. +000 1 555 0142 (office hours) | +000 86 555 0199 (at night)"
    assert decode(text) == text.decode()


def test_a_text_that_ends_in_half_a_character_is_read_up_to_it() -> None:
    assert decode("Aid for 中国".encode()[:-1]).startswith("Aid for 中")
    assert decode(CHINESE.encode("gb18030")[:-1]).startswith(CHINESE[:-1])
    assert decode("Aid for the café".encode("cp1252")) == "Aid for the café"
    assert decode("Les blessés ont reçu du café".encode("cp1252")) == "Les blessés ont reçu du café"


@pytest.mark.parametrize("encoding", ["koi8-r", "cp866", "iso8859-5"])
def test_what_a_page_says_of_itself_is_not_counted_as_a_sign_of_its_letters(encoding: str) -> None:
    page = f'<meta charset="windows-1251"><p>{RUSSIAN}</p>'
    assert decode(page.encode(encoding), "windows-1251") == page


def test_lines_in_another_encoding_than_the_file_are_read_and_told() -> None:
    lines = [
        "口罩昨日运抵。".encode(),
        "医疗队今天从首都出发，前往两个邻国。".encode("gb18030"),
        "试剂也到了。".encode(),
    ]
    found = read_bytes(b"\n".join(lines))
    assert found.text == "口罩昨日运抵。\n医疗队今天从首都出发，前往两个邻国。\n试剂也到了。"
    assert found.note == "read as UTF-8, line 2 as gb18030: the file is in two encodings"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("La Côte d'Ivoire et le Sénégal ont reçu de l'aide.", "cp1252"),
        ("La Côte d'Ivoire et le Sénégal ont reçu de l'aide.", "latin-1"),
        ("医疗队从首都出发，前往科特迪瓦。", "latin-1"),
        ("Помощь пришла в Сербию и Чехию.", "latin-1"),
        ("Помощь получают Сербия, Чехия, Перу.", "cp1251"),
    ],
)
def test_letters_that_were_written_in_a_wrong_encoding_are_mended_and_told(text: str, wrong: str) -> None:
    found = read_bytes(text.encode().decode(wrong).encode())
    assert found.text == text
    assert "mended" in found.note


@pytest.mark.parametrize(
    "text",
    [
        "Ã Genebra chegou a ajuda, e à Síria também.",
        "ÃO PAULO: MISSÃO MÉDICA",
        "«Ça va», dit-il à Liège; 5 €, 10 £, 30 °C",
        "Đại sứ Pháp đến Hà Nội; Ân Độ, Áo",
        "РОССИЯ: ПОМОЩЬ С СЕВЕРА",
        "è æ ø å, ĲSSEL, Þórshöfn",
        *SENTENCES.values(),
    ],
)
def test_a_text_as_it_should_be_is_left_as_it_is(text: str) -> None:
    assert decode(text.encode()) == text


def test_many_unseen_characters_make_no_binary_file() -> None:
    text = "me\u00addi\u200bcal aid \ufeff\ufeff\ufeff\ufeff\ufeff to two towns"
    assert decode(text.encode()) == normalise(text)
    assert decode(("a\u200b\u200d\u2060" * 2_000).encode()) == "a\u200b\u200d\u2060" * 2_000


def test_bytes_that_no_encoding_reads_as_a_text_are_refused() -> None:
    with pytest.raises(ReadError, match=r"save it as text \(UTF-8\)"):
        decode(random.Random(7).randbytes(3_000).translate(None, bytes(range(128))))  # noqa: S311
