"""Extraction into a folder: part by part, and nothing done twice."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from geo.base.errors import CorpusError, ReadError
from geo.base.limits import Limits
from geo.documents.projects import Project, write_project
from geo.documents.reading import read_documents
from geo.store import batch, body_readings, document_rows
from geo.store.batch import extract_to_folder
from geo.store.corpus import extract, open_corpus
from geo.store.corrections.records import Correction
from geo.store.locks import hold_folder
from geo.store.manifests import Manifest, read_manifest, save_manifest
from geo.store.tables import TABLES


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of three texts."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for number, name in enumerate(("Serbia", "Italy", "Laos")):
        (folder / f"{number}.txt").write_text(f"{name} received medical supplies yesterday.\n", encoding="utf-8")
    return folder


def read_whole(folder: Path) -> Manifest:
    """Return the manifest of a folder that has one."""
    manifest = read_manifest(folder)
    assert manifest is not None
    return manifest


def test_what_was_done_is_not_done_again(texts: Path, tmp_path: Path) -> None:
    assert extract_to_folder([texts], tmp_path / "to").done_before == 0
    assert extract_to_folder([texts], tmp_path / "to").done_before == 3
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_several_parts_hold_each_document_once(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "PART_SIZE", 2)
    extract_to_folder([texts], tmp_path / "to")
    assert sorted(open_corpus(tmp_path / "to").mentions["code"]) == ["ITA", "LAO", "SRB"]


def test_other_files_are_refused_before_anything_is_written(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    with pytest.raises(CorpusError, match=r"holds the tables of other files; name another folder, or .* --replace"):
        extract_to_folder([texts / "0.txt"], tmp_path / "to")
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_other_files_take_the_place_of_what_a_folder_held_where_asked(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    extract_to_folder([texts / "0.txt"], tmp_path / "to", replace=True)
    assert list(open_corpus(tmp_path / "to").mentions["code"]) == ["SRB"]
    assert len(list((tmp_path / "to" / "mentions").iterdir())) == 1


def test_the_same_files_are_the_same_however_spelt(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract_to_folder([texts], tmp_path / "to")
    monkeypatch.chdir(texts)
    extract_to_folder([Path("..") / "texts"], tmp_path / "to")
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_a_file_added_later_is_read_and_one_that_has_gone_is_dropped(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    (texts / "0.txt").rename(tmp_path / "0.txt")
    (texts / "3.txt").write_text("Peru received medical supplies yesterday.\n", encoding="utf-8")
    extract_to_folder([texts], tmp_path / "to")
    assert sorted(open_corpus(tmp_path / "to").mentions["code"]) == ["ITA", "LAO", "PER"]


def test_what_is_known_of_a_file_may_change_and_is_read_again(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    (texts / "documents.csv").write_text("path,outlet\n0.txt,The Daily\n", encoding="utf-8")
    assert extract_to_folder([texts], tmp_path / "to").done_before == 0
    assert "The Daily" in set(open_corpus(tmp_path / "to").documents["outlet"])


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
    save_manifest(tmp_path / "to", read_whole(tmp_path / "to")._replace(whole=False))
    with pytest.raises(CorpusError, match="its extraction was broken off; the same aidatlas extract again"):
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


def break_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the reader of names break down at Italy."""
    read = body_readings.read_names
    monkeypatch.setattr(document_rows, "read_names", lambda body: [][0] if "Italy" in body.text else read(body))


def test_a_document_that_could_not_be_read_is_told_again_by_a_run_that_has_nothing_to_do(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_reader(monkeypatch)
    first = extract_to_folder([texts], tmp_path / "to")
    assert "IndexError" in first.failures[0].reason
    again = extract_to_folder([texts], tmp_path / "to")
    assert (again.done_before, again.failures) == (3, first.failures)
    assert len(open_corpus(tmp_path / "to").failures) == 1


def test_what_an_earlier_version_read_is_read_again_and_counted(
    texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "hash_reading", lambda: "earlier")
    extract_to_folder([texts], tmp_path / "to")
    assert open_corpus(tmp_path / "to").made.by_earlier_version
    monkeypatch.undo()
    report = extract_to_folder([texts], tmp_path / "to")
    assert (report.done_before, report.read_again) == (0, 3)
    assert not open_corpus(tmp_path / "to").made.by_earlier_version
    assert extract_to_folder([texts], tmp_path / "to").read_again == 0


def test_other_limits_read_the_documents_again(texts: Path, tmp_path: Path) -> None:
    report = extract_to_folder([texts], tmp_path / "to", limits=Limits(characters=42))
    assert len(report.failures) == 2
    assert open_corpus(tmp_path / "to").made.limits.characters == 42
    assert extract_to_folder([texts], tmp_path / "to").read_again == 3
    assert not len(open_corpus(tmp_path / "to").failures)


def test_a_part_that_was_copied_into_a_folder_doubles_no_document(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    for table in TABLES:
        (file,) = (tmp_path / "to" / table).iterdir()
        shutil.copy(file, file.with_name("part-copy.parquet"))
    assert len(open_corpus(tmp_path / "to").documents) == 3


def test_a_torn_part_is_told_when_opened_and_made_again_when_extracted(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    (file,) = (tmp_path / "to" / "mentions").iterdir()
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(CorpusError, match=r"table mentions is broken: .* is not whole; run the same aidatlas extract"):
        open_corpus(tmp_path / "to")
    assert extract_to_folder([texts], tmp_path / "to").done_before == 0
    assert len(open_corpus(tmp_path / "to").mentions) == 3


def test_what_an_ended_process_left_unfinished_is_removed_and_nothing_of_a_running_one(
    texts: Path, tmp_path: Path
) -> None:
    left, running = tmp_path / "to" / "lines" / "part-a.4194305.tmp", tmp_path / "to" / f"b.{os.getppid()}.tmp"
    left.parent.mkdir(parents=True)
    left.touch()
    running.touch()
    extract_to_folder([texts], tmp_path / "to")
    assert (left.exists(), running.exists()) == (False, True)


def test_two_extractions_into_one_folder_do_not_meet(texts: Path, tmp_path: Path) -> None:
    with hold_folder(tmp_path / "to"), pytest.raises(CorpusError, match="another extraction is writing there"):
        extract_to_folder([texts], tmp_path / "to")
    assert extract_to_folder([texts], tmp_path / "to").documents == 3
    assert not (tmp_path / "to" / "corpus.lock").exists()


def test_a_corpus_without_a_manifest_opens_and_no_other_is_extracted_over_it(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    (tmp_path / "to" / "corpus.json").unlink()
    corpus = open_corpus(tmp_path / "to")
    assert (len(corpus.documents), corpus.made.by_earlier_version) == (3, True)
    with pytest.raises(CorpusError, match="--replace"):
        extract_to_folder([texts], tmp_path / "to")
    assert extract_to_folder([texts], tmp_path / "to", replace=True).documents == 3


def test_what_an_earlier_version_could_not_read_is_known_as_unread(texts: Path, tmp_path: Path) -> None:
    (texts / "3.txt").touch()
    extract_to_folder([texts], tmp_path / "to")
    for file in (tmp_path / "to" / "failures").iterdir():
        pq.write_table(pq.read_table(file).drop_columns(["kind"]), file)
    (tmp_path / "to" / "corpus.json").unlink()
    assert open_corpus(tmp_path / "to").failures["kind"].tolist() == ["unread"]


def test_a_project_without_documents_makes_a_corpus_without_any(tmp_path: Path) -> None:
    (tmp_path / "a.aidatlas").write_bytes(write_project(Project(())))
    assert extract_to_folder([tmp_path / "a.aidatlas"], tmp_path / "to").documents == 0
    assert not len(open_corpus(tmp_path / "to").documents)


def test_a_part_whose_failures_are_torn_is_made_again(texts: Path, tmp_path: Path) -> None:
    (texts / "3.txt").write_text("Boom", encoding="utf-8")
    extract_to_folder([texts], tmp_path / "to", limits=Limits(characters=20))
    (file,) = (tmp_path / "to" / "failures").iterdir()
    file.write_bytes(b"PAR1" + b"\x07" * 200 + file.read_bytes()[204:])
    report = extract_to_folder([texts], tmp_path / "to", limits=Limits(characters=20))
    assert (report.done_before, len(report.failures)) == (0, 3)


def test_texts_that_say_the_same_are_counted_and_told_of_their_file(texts: Path, tmp_path: Path) -> None:
    rows = "".join(
        f'{{"text": "{name} received medical supplies yesterday."}}\n' for name in ("Peru", "Chad", "Peru", "Peru")
    )
    (texts / "3.jsonl").write_text(rows, encoding="utf-8")
    report = extract_to_folder([texts], tmp_path / "to")
    assert (report.documents, report.equal) == (5, 2)
    (failure,) = report.failures
    assert (failure.kind, Path(failure.path).name) == ("equal", "3.jsonl")


def test_a_corpus_inside_its_own_source_is_not_read_as_input(texts: Path) -> None:
    extract_to_folder([texts], texts / "corpus")
    report = extract_to_folder([texts], texts / "corpus")
    assert (report.documents, report.done_before) == (3, 3)
    assert {failure.kind for failure in report.failures} == {"passed over"}


def test_a_corpus_is_not_written_over_another(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    corpus = extract(read_documents(texts / "0.txt"))
    corpus.write(tmp_path / "one")
    corpus.write(tmp_path / "one")
    with pytest.raises(CorpusError, match="holds another corpus"):
        corpus.write(tmp_path / "to")
    assert len(open_corpus(tmp_path / "one").documents) == 1


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever may do everything is refused nothing")
def test_a_folder_that_may_not_be_written_into_is_one_clear_line(texts: Path, tmp_path: Path) -> None:
    extract_to_folder([texts], tmp_path / "to")
    (tmp_path / "to").chmod(0o500)
    with pytest.raises(CorpusError, match="cannot be written there"):
        extract_to_folder([texts], tmp_path / "to")
