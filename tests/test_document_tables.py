"""The tables of some documents, changed document by document."""

import io
import zipfile
from pathlib import Path

import pytest

from geo.documents.metadata import Metadata
from geo.documents.reading import read_document_bytes
from geo.store.corpus import Corpus, open_corpus
from geo.store.document_tables import (
    Caption,
    Tables,
    count_names,
    join_tables,
    leave_out,
    list_documents,
    make_empty,
    restore_documents,
    set_captions,
)
from geo.store.extraction import extract_tables
from geo.store.fingerprints import hash_reading
from geo.store.manifests import Made
from geo.store.tables import TABLES
from geo.store.writing import pack_folder

TEXTS = {
    "a.txt": "Belgrade, 26 March 2020 - Serbia thanked China. 5 countries gave masks: 3 in Asia and 2 in Africa.\n",
    "b.txt": "China gave masks to Peru on Monday.\nRelated reading\nChile",
}

MADE = Made(hash_reading())


def read(name: str) -> Tables:
    """Return the tables of one of the texts."""
    return extract_tables(read_document_bytes(name, TEXTS[name].encode(), Metadata(published="2021-04-02")))


@pytest.fixture(scope="module")
def tables() -> Tables:
    """Return the tables of both texts."""
    return join_tables(read("a.txt"), read("b.txt"))


def test_a_document_that_is_joined_twice_is_there_once(tables: Tables) -> None:
    again = join_tables(tables, read("a.txt"))
    assert {name: table.num_rows for name, table in again.items()} == {
        name: table.num_rows for name, table in tables.items()
    }


def test_what_is_left_out_is_gone_from_every_table(tables: Tables) -> None:
    first, second = list_documents(tables)
    left = leave_out(tables, [second])
    assert {name: left[name].to_pylist() for name in TABLES} == {
        name: table.to_pylist() for name, table in read("a.txt").items()
    }
    assert all(not table.num_rows for table in leave_out(left, [first]).values())


def test_a_document_is_called_otherwise_and_stays_the_same(tables: Tables) -> None:
    first = list_documents(tables)[0]
    named = set_captions(tables, {first: Caption("Masks", None)})["documents"].to_pylist()
    assert [(row["title"], row["outlet"]) for row in named] == [("Masks", None), (named[1]["title"], None)]
    assert named[1] == tables["documents"].to_pylist()[1]


def test_documents_are_restored_as_they_were_read(tables: Tables) -> None:
    read_before = [
        *read_document_bytes("a.txt", TEXTS["a.txt"].encode()),
        *read_document_bytes("b.txt", TEXTS["b.txt"].encode(), Metadata(published="2021-04-02")),
    ]
    assert list(restore_documents(tables)) == read_before
    assert extract_tables(restore_documents(tables)) == {name: t.combine_chunks() for name, t in tables.items()}


def test_names_are_counted_by_document(tables: Tables) -> None:
    assert list(count_names(tables).values()) == [5, 2]
    assert not count_names(make_empty())


def test_a_packed_folder_is_opened_as_a_corpus(tables: Tables, tmp_path: Path) -> None:
    data = pack_folder(tables, "aidatlas-masks", MADE)
    assert data == pack_folder(tables, "aidatlas-masks", MADE)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        archive.extractall(tmp_path)
    opened, whole = open_corpus(tmp_path / "aidatlas-masks"), Corpus(tables)
    for name in TABLES:
        assert opened.arrow(name).equals(whole.arrow(name)), name
