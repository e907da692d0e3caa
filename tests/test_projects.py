"""A project file: documents as they were read, saved and opened again, and what is refused."""

import io
import json
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.command import main
from geo.base.errors import ReadError
from geo.base.folders import find_seeds_folder
from geo.base.records import Line
from geo.documents.projects import Project, read_project, write_project
from geo.documents.reading import read_documents
from geo.store.extraction import extract_tables

LINE = {"text": "China gave masks to Peru."}
ABOUT = '{"format": 1, "title": "Masks"}'


def pack(entries: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP of some entries."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return file.getvalue()


def pack_document(**row: object) -> bytes:
    """Return a project of one document with these fields."""
    return pack({"project.json": ABOUT, "documents.jsonl": json.dumps({"lines": [LINE]} | row)})


def test_a_project_gives_back_the_documents_as_they_were_read() -> None:
    documents = tuple(read_documents(find_seeds_folder()))
    project = Project(documents, "Three seeds", b"a,b\n")
    data = write_project(project)
    assert read_project(data).title == "Three seeds"
    assert read_project(data).corrections == b"a,b\n"
    again = read_project(data).documents
    assert [replace(one, path=None) for one in again] == [replace(one, path=None) for one in documents]
    assert write_project(project) == data


def test_the_tables_of_a_project_are_those_of_its_documents(tmp_path: Path) -> None:
    text = "China gave masks to Peru.\n\nRelated reading\nMasks for Chile\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    documents = list(read_documents(tmp_path / "a.txt", published="2020-03"))
    (tmp_path / "a.aidatlas").write_bytes(write_project(Project(tuple(documents))))
    again = extract_tables(read_documents(tmp_path / "a.aidatlas"))
    for name, table in extract_tables(documents).items():
        hidden = ["path"] if name == "documents" else []
        assert again[name].drop_columns(hidden).equals(table.drop_columns(hidden)), name


def test_a_project_keeps_the_ids_that_a_table_gave_its_documents(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("uid;text\nA-7;China gave masks to Peru.\n", encoding="utf-8")
    data = write_project(Project(tuple(read_documents(tmp_path / "a.csv"))))
    assert extract_tables(read_project(data).documents)["documents"]["id"].to_pylist() == ["A-7"]


def test_a_folder_may_hold_projects_beside_texts(tmp_path: Path) -> None:
    (tmp_path / "a.aidatlas").write_bytes(pack_document(title="A"))
    (tmp_path / "b.txt").write_text("Peru thanked China.", encoding="utf-8")
    assert [one.path for one in read_documents(tmp_path)] == [None, str(tmp_path / "b.txt")]


def test_what_a_project_says_of_a_document_is_checked() -> None:
    said = {"id": "x" * 20, "url": "javascript:alert(1)", "published": "never", "language": "<b>", "path": "../../x"}
    document = read_project(pack_document(**said, published_from="given", title="a\nb\x07"))[0][0]
    assert document.lines == (Line(0, 25, LINE["text"], ""),)
    assert document.document != "x" * 20
    assert (document.url, document.published, document.language, document.published_from) == (None,) * 4
    assert (document.path, document.title) == ("x", "a b")


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK", "it is no ZIP archive"),
        (pack({"project.json": ABOUT}), "its documents.jsonl is missing"),
        (pack({"project.json": ABOUT, "documents.jsonl": ""}, zipfile.ZIP_BZIP2), "is missing or locked"),
        (pack({"project.json": '{"format": 2}', "documents.jsonl": ""}), "a project of format 2"),
        (pack({"project.json": "[]", "documents.jsonl": ""}), "project.json is no JSON object"),
        (pack({"project.json": ABOUT, "documents.jsonl": "{"}), "documents.jsonl, line 1 is no JSON"),
        (pack({"project.json": ABOUT, "documents.jsonl": "[" * 100_000}), "line 1 is no JSON"),
        (pack_document(lines=None), "line 1 has no lines"),
        (pack_document(lines=[{"text": "a\nb"}]), "a line without text"),
        (pack({f"{n}.txt": "" for n in range(17)}), "too many entries"),
        (pack({"project.json": " " * 2**17, "documents.jsonl": ""}), "its project.json is larger than 0 MB"),
    ],
)
def test_what_is_no_whole_project_is_refused_in_words(data: bytes, says: str) -> None:
    with pytest.raises(ReadError, match=says):
        read_project(data)


def test_an_entry_that_lies_about_its_size_is_not_unpacked_whole() -> None:
    data = pack({"project.json": " " * 2**20, "documents.jsonl": ""})
    short = (2**20).to_bytes(4, "little"), (9).to_bytes(4, "little")
    with pytest.raises(ReadError):
        read_project(data.replace(*short))


def test_a_project_of_which_two_entries_have_one_name_is_read_by_the_last() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as archive:
            for text in ("{", json.dumps({"lines": [LINE]})):
                archive.writestr("documents.jsonl", text)
            archive.writestr("project.json", ABOUT)
    assert len(read_project(file.getvalue()).documents) == 1


def test_the_command_opens_a_project_like_any_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "masks.aidatlas").write_bytes(pack_document(title="Masks", published="2020-03-26"))
    main(["show", str(tmp_path / "masks.aidatlas"), "--table", "documents", "--format", "json"])
    assert json.loads(capsys.readouterr().out)["title"] == "Masks"
    main(["extract", str(tmp_path / "masks.aidatlas"), "--to", str(tmp_path / "tables")])
    assert "1 documents" in capsys.readouterr().out
    (tmp_path / "bad.aidatlas").write_bytes(b"PK")
    with pytest.raises(SystemExit, match="2"):
        main(["show", str(tmp_path / "bad.aidatlas"), "--table", "documents"])
    assert "no whole AidAtlas project" in capsys.readouterr().err
