"""Extraction into a folder: part by part, and nothing done twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from geo.base.errors import CorpusError, ReadError
from geo.documents.reading import read_documents
from geo.store import batch
from geo.store.batch import extract_to_folder
from geo.store.corpus import open_corpus
from geo.store.corrections.records import Correction
from geo.store.parts import mark_unfinished


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of three texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, name in enumerate(("Serbia", "Italy", "Laos")):
        (folder / f"{number}.txt").write_text(f"{name} received medical supplies yesterday.\n", encoding="utf-8")
    return folder


def test_what_was_done_is_not_done_again(texts: Path, tmp_path: Path) -> None:
    assert extract_to_folder([texts], tmp_path / "to").done_before == 0
    assert extract_to_folder([texts], tmp_path / "to").done_before == 3
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_several_parts_hold_each_document_once(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PART_SIZE", 2)
    extract_to_folder([texts], tmp_path / "to")
    assert sorted(open_corpus(tmp_path / "to").mentions["code"]) == ["ITA", "LAO", "SRB"]


def test_the_folder_holds_what_the_last_extraction_said(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    extract_to_folder([texts / "0.txt"], tmp_path / "to")
    assert list(open_corpus(tmp_path / "to").mentions["code"]) == ["SRB"]


def test_what_could_not_be_read_stands_in_the_failures(texts: Path, tmp_path: Path) -> None:
    (texts / "3.txt").write_bytes(b"")
    report = extract_to_folder([texts], tmp_path / "to")
    assert len(report.failures) == 1
    assert open_corpus(tmp_path / "to").failures["path"].iloc[0].endswith("3.txt")


def test_a_folder_of_other_things_is_not_written_into(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "thesis.txt").write_text("mine")
    with pytest.raises(CorpusError, match=r"holds thesis\.txt"):
        extract_to_folder([texts], tmp_path / "to")


def test_nothing_readable_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    with pytest.raises(ReadError):
        extract_to_folder([tmp_path / "a.txt"], tmp_path / "to")


def test_an_extraction_that_was_broken_off_is_no_corpus(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    mark_unfinished(tmp_path / "to")
    with pytest.raises(CorpusError, match="no whole corpus"):
        open_corpus(tmp_path / "to")
    assert extract_to_folder([texts], tmp_path / "to").done_before == 3
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_a_mistyped_path_leaves_the_corpus_as_it_was(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    with pytest.raises(ReadError):
        extract_to_folder([tmp_path / "txets"], tmp_path / "to")
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_the_tables_of_a_corpus_are_not_read_as_articles(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    with pytest.raises(ReadError, match="table of an extracted corpus"):
        extract_to_folder([tmp_path / "to"], tmp_path / "again")


def test_a_folder_that_cannot_be_made_is_one_clear_line(texts: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be written there"):
        extract_to_folder([texts], texts / "0.txt" / "to")


def test_a_broken_table_is_named(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    for file in (tmp_path / "to" / "mentions").iterdir():
        file.write_bytes(b"junk")
    with pytest.raises(CorpusError, match="table mentions is broken"):
        open_corpus(tmp_path / "to")


@pytest.mark.parametrize("name", ["to [1]", "to*", "what?", "l'Afrique"])
def test_a_folder_may_have_signs_of_patterns_in_its_name(texts: Path, tmp_path: Path, name: str) -> None:
    extract_to_folder([texts], tmp_path / name)
    assert len(open_corpus(tmp_path / name).documents) == 3


def test_a_changed_correction_makes_its_part_again_and_no_other(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PART_SIZE", 1)
    extract_to_folder([texts], tmp_path / "to")
    serbia = next(iter(read_documents(texts / "0.txt")))
    wrong = Correction("mentions", serbia.document, "wrong", None, 0, 6, "Serbia", "SRB")
    assert extract_to_folder([texts], tmp_path / "to", corrections=[wrong]).done_before == 2
    assert sorted(open_corpus(tmp_path / "to").mentions["code"]) == ["ITA", "LAO"]
    other = replace(wrong, document="0123")
    report = extract_to_folder([texts], tmp_path / "to", corrections=[wrong, other])
    assert (report.done_before, report.unfit) == (3, (other,))
