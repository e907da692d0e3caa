"""Bytes of any encoding become one normalised text, and what is no text is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.base.errors import ReadError
from geo.documents.encodings import decode, normalise

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
