"""Files that somebody sent, read in a process of their own: what they hold, and how each bad one is refused."""

import gzip
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from geo.base.isolation import Ended, Limits
from geo.base.records import Failure
from geo.documents.metadata import Metadata
from geo.documents.reading import read_document_bytes
from geo.store import isolated_reading
from geo.store.extraction import extract_tables
from geo.store.isolated_reading import LARGEST_SENT, MOST_DOCUMENTS, Sent, Taken, read_again, read_sent
from tests.made_files import make_docx, make_xlsx, word_paragraph
from tests.made_pdfs import make_pdf

TEXT = "Belgrade, 26 March 2020 - Serbia thanked China for 12 tonnes of masks.\n"
ROWS = [{"text": TEXT, "title": "One"}, {"text": "口罩运抵意大利。", "title": "二"}]


def write_parquet() -> bytes:
    """Return the rows as a file of Parquet."""
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(ROWS), file)
    return file.getvalue()


GOOD = {
    "a.txt": TEXT.encode(),
    "A.MD": f"---\ntitle: Masks\n---\n# Masks\n{TEXT}".encode(),
    "a.html": f"<html><title>Masks</title><body><article><p>{TEXT}</p></article></body></html>".encode(),
    "a.csv": f'title,text\nMasks,"{TEXT}"\n'.encode(),
    "a.jsonl": "\n".join(map(json.dumps, ROWS)).encode(),
    "a.parquet": write_parquet(),
    "a": TEXT.encode("utf-16"),
}


@pytest.mark.parametrize("name", GOOD)
def test_a_file_is_read_as_it_is_read_from_a_folder(name: str) -> None:
    taken = read_sent(Sent(name, GOOD[name]))
    here = extract_tables(read_document_bytes(name, GOOD[name]))
    assert taken.tables["mentions"].num_rows
    assert dict(taken.tables) == here


def reason(sent: Sent, limits: Limits = isolated_reading.LIMITS) -> str:
    """Return why nothing of a file was read."""
    taken = read_sent(sent, limits)
    assert not taken.tables["documents"].num_rows
    (failure,) = taken.failures
    return failure.reason


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(12)
)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.abc", b"Kenya", r"'\.abc' is not a format that is read"),
        ("a.txt", b"", "the file is empty"),
        ("a.csv", b"text\n" + b"a" * LARGEST_SENT, "20 MB is more than the 20 MB"),
        ("a.txt", bytes(range(256)) * 20, "this is no text"),
        ("a.txt", gzip.compress(TEXT.encode(), mtime=0), "this is a gzip archive; unpack it"),
        ("a.html", b"<div>" * 5000, "nests its elements"),
        ("a.parquet", b"PAR1" + b"\xff" * 400 + b"PAR1", "this is no Parquet file"),
        ("a.aidatlas", b"PK\x03\x04", "this is no whole AidAtlas project"),
    ],
)
def test_a_bad_file_is_refused_in_words(name: str, data: bytes, says: str) -> None:
    assert re.search(says, reason(Sent(name, data)))


def test_entities_of_a_page_are_not_multiplied() -> None:
    taken = read_sent(Sent("a.html", BOMB + f"]><body><p>&m; {TEXT}</p></body>".encode()))
    assert sum(len(line) for line in taken.tables["lines"]["text"].to_pylist()) < 3_000


def test_a_file_that_takes_too_long_is_refused_and_the_next_is_read() -> None:
    many = Sent("a.txt", TEXT.encode() * 5_000)
    assert reason(many, Limits(processor=1)).startswith("reading it takes more than 1 seconds")
    assert reason(Sent("a.txt", GOOD["a.txt"]), Limits(answer=100)).startswith("what was read in it takes more")
    assert not read_sent(Sent("a.txt", GOOD["a.txt"])).failures


def test_a_small_file_that_unpacks_to_much_is_refused() -> None:
    file = io.BytesIO()
    pq.write_table(pa.table({"text": pa.DictionaryArray.from_arrays([0] * 100, ["a " * 2**21])}), file)
    assert len(file.getvalue()) < LARGEST_SENT
    assert reason(Sent("a.parquet", file.getvalue()), Limits(memory=2**27)).startswith(
        "reading it takes more memory than there is"
    )


def test_a_file_of_too_many_documents_is_refused_whole() -> None:
    lines = b"".join(b'{"text": "Peru %d"}\n' % n for n in range(MOST_DOCUMENTS + 1))
    assert reason(Sent("a.jsonl", lines)).startswith("it holds more than 2000 documents")


def test_of_many_places_that_hold_no_text_the_first_are_named() -> None:
    taken = read_sent(Sent("a.jsonl", b"x\n" * 1_000 + b'{"text": "Peru"}\n'))
    assert taken.tables["documents"].num_rows == 1
    assert len(taken.failures) == 201
    assert taken.failures[-1].reason == "800 more places hold no text"


def test_a_name_has_no_folder_and_no_control_character() -> None:
    taken = read_sent(Sent("../../\u202eetc/a\x00\nb.txt", TEXT.encode()))
    assert taken.tables["documents"]["path"].to_pylist() == ["a b.txt"]
    assert read_sent(Sent("\ud800.pdf", b"")).failures[0].path == "\ufffd.pdf"


def test_what_is_said_of_a_text_is_taken_where_it_says_nothing_itself() -> None:
    supplied = Metadata("My title", "2021-04-02", "My paper")
    (row,) = read_sent(Sent("a.txt", b"Peru thanked China on Monday.", supplied)).tables["documents"].to_pylist()
    assert (row["title"], row["published"], row["outlet"]) == ("My title", "2021-04-02", "My paper")


def test_documents_are_read_again_with_another_date() -> None:
    (document,) = read_document_bytes("a.txt", b"Peru thanked China on 3 May.\nMore.")
    dated = replace(document, published="2021-05-04", published_from="given")
    assert dict(read_again([dated]).tables) == extract_tables([dated])


def test_an_answer_that_no_reader_gives_is_not_taken() -> None:
    whole = isolated_reading._pack(Taken(extract_tables(())))
    wrong = extract_tables(()) | {"mentions": extract_tables(())["events"]}
    for answer in (b"", b"x", whole[:-1], isolated_reading._pack(Taken(wrong)), whole.replace(b"title", b"tittl")):
        with pytest.raises(Ended, match="broken"):
            isolated_reading._unpack(answer)


def test_nothing_is_left_on_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for name, data in GOOD.items():
        read_sent(Sent(name, data))
    assert not list(tmp_path.iterdir())


def test_failures_are_told_of_the_file() -> None:
    assert read_sent(Sent("x/a.pdf", b"%PDF")).failures[0][:2] == Failure("a.pdf", None, "")[:2]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", make_pdf([(72, 100, "Masks left for Ghana.")])),
        ("a.docx", make_docx(word_paragraph("Masks left for Ghana."))),
        ("a.xlsx", make_xlsx([["text"], ["Masks left for Ghana."]])),
        ("a.rtf", rb"{\rtf1 Masks left for Ghana.}"),
        ("a.eml", b"Subject: Masks\n\nMasks left for Ghana."),
    ],
)
def test_every_format_is_read_where_no_program_may_be_loaded(name: str, data: bytes) -> None:
    taken = read_sent(Sent(name, data))
    assert (taken.failures, set(taken.tables["mentions"]["code"].to_pylist())) == ([], {"GHA"})
