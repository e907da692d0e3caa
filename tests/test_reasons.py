"""Every reason that the code can say has words in every language, and every entry is one that the code can say."""

import re
from collections.abc import Iterator
from typing import get_args

import pytest

from dashboard.parts.reasons import find_entry, find_reason, name_reason
from dashboard.parts.words import read_words
from geo.base.reasons import Reason, name_longer
from geo.reference.wordings import LANGUAGES
from tests.said_reasons import find_reasons

SAID = sorted(find_reasons())
# Two notes of one text are joined where the syntax tree does not show it.
NOTES = "declared as 7, read as 7; bytes that are no character are shown as \ufffd"
# What is written alike in every language: formats, their parts, and lines of code in a program's own message.
ALIKE = re.compile(
    r'JPEG|TIFF|Photoshop|gzip|bzip2|PostScript|title,text|"text"|line|sentence|project\.json|documents\.jsonl|corrections\.csv'
)
# Names of programs, formats and endings that a Chinese sentence keeps.
NAMES = {"JSON", "HTML", "AidAtlas", "OpenDocument", "Word", "Outlook", "winmail", "Atom", "NITF", "NewsML", "Unicode"}
NAMES |= {"docx", "xlsx", "DOCX", "epub", "mbox", "From", "WebP", "Parquet", "Arrow"}


def list_nested(reason: str) -> Iterator[str]:
    """Yield a reason and those that it holds."""
    yield reason
    entry = find_entry(reason)
    for said in entry.said.values() if entry else ():
        yield from list_nested(said)


def test_every_reason_that_the_code_can_say_has_an_entry() -> None:
    missing = {reason: path for reason, path in find_reasons().items() if find_reason(reason) in (None, "both")}
    assert (missing, len(SAID) > 150) == ({}, True)


def test_what_an_entry_leaves_open_is_an_entry_or_written_alike_in_every_language() -> None:
    unsaid = {part for reason in SAID for part in list_nested(reason) if find_reason(part) is None}
    plain = {ALIKE.sub("", part) for part in unsaid}
    assert [part for part in plain if re.search(r"[^\W\d_]{4}", part)] == []


def test_every_entry_is_one_that_the_code_can_say() -> None:
    said = [*SAID, NOTES, *get_args(Reason), name_longer("7")]
    found = {find_reason(part) for reason in said for part in list_nested(reason)}
    keys = {key.removeprefix("reason.") for key in read_words("en").words if key.startswith("reason.")}
    assert keys - found == set()


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "en"])
def test_every_reason_is_said_in_other_words_in_another_language(language: str) -> None:
    words = read_words(language)
    same = {reason for reason in SAID if name_reason(reason, words) == reason}
    assert same <= {"page 7", "item 7", "document 7"}


def test_the_english_words_of_a_reason_are_its_own() -> None:
    assert [reason for reason in [*SAID, NOTES] if name_reason(reason, read_words("en")) != reason] == []


@pytest.mark.parametrize("reason", [*SAID, NOTES])
def test_no_english_is_left_in_a_chinese_reason(reason: str) -> None:
    said = re.sub(r"\(.*line 7.*\)|（.*line 7.*）", "", name_reason(reason, read_words("zh")))
    plain = ALIKE.sub("", said)
    assert set(re.findall(r"[A-Za-z]{4,}", plain)) <= NAMES


def test_a_row_of_a_hidden_sheet_is_placed_in_both() -> None:
    assert name_reason("sheet Aid (hidden), row 4", read_words("zh")) == "工作表Aid（隐藏），第4行"


def test_what_is_wrong_with_a_list_of_documents_is_said_in_the_same_language() -> None:
    said = name_reason(
        "the list of documents cannot be read: it is larger than 100 MB; divide it among several folders",
        read_words("fr"),
    )
    assert said.startswith("la liste des documents ne peut être lue : elle dépasse 100 Mo")


def test_an_entry_that_says_more_itself_comes_before_one_that_leaves_more_open() -> None:
    assert [
        find_reason(said) for said in ("this is a film", "this is no ZIP file, whatever its name says; save it again")
    ] == ["kind", "misnamed"]


def test_two_notes_of_one_text_are_said_one_after_the_other() -> None:
    assert name_reason(NOTES, read_words("zh")) == "声明为7，按7读取；不成字符的字节显示为\ufffd"
