"""A register of documents is read in any dialect, and each of its faults is said."""

from pathlib import Path

import pytest

from geo.base.limits import Limits
from geo.base.records import Failure
from geo.documents.metadata import Metadata
from geo.documents.reading import read_documents
from geo.documents.registers import read_register, read_register_bytes


def read(folder: Path, text: str | bytes) -> tuple[dict[str, Metadata], list[str]]:
    """Return what a register says of the files of a folder, and its faults."""
    failures: list[Failure] = []
    (folder / "a.txt").touch()
    (folder / "documents.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
    said = read_register(folder / "documents.csv", failures.append)
    return said, [f"{one.place}: {one.reason}" for one in failures]


@pytest.mark.parametrize(
    "text",
    [
        "Path,Title\na.txt,Aid\n",
        "sep=;\nPATH;TITLE\na.txt;Aid\n",
        "文件名\t标题\na.txt\tAid\n",
        "Datei|Titel\n.\\a.txt|Aid\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_register_is_read_in_any_dialect(tmp_path: Path, text: str, encoding: str) -> None:
    assert read(tmp_path, text.encode(encoding)) == ({"a.txt": Metadata("Aid")}, [])


def test_a_path_may_name_a_folder_with_either_slash(tmp_path: Path) -> None:
    (tmp_path / "2020").mkdir()
    (tmp_path / "2020" / "b.txt").touch()
    assert read(tmp_path, "path,title\n2020\\b.txt,Aid\n") == ({"2020/b.txt": Metadata("Aid")}, [])


def test_of_two_rows_for_one_file_the_first_holds_and_the_second_is_told(tmp_path: Path) -> None:
    said, faults = read(tmp_path, "path,title\na.txt,Aid\n./a.txt,Other\na.txt,Aid\n")
    assert said == {"a.txt": Metadata("Aid")}
    assert faults == ["line 3: a.txt stands in the list before, with other data; the first line about it holds"]


def test_a_row_for_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert read(tmp_path, "path,title\nb.txt,Aid\n")[1] == [
        "None: it names b.txt, and there is no such file in the folder"
    ]


def test_a_cell_beyond_all_measure_is_told_and_the_other_rows_are_read(tmp_path: Path) -> None:
    said, faults = read(tmp_path, f"path,title\nb.txt,{'x' * 200_000}\na.txt,Aid\n")
    assert said == {"a.txt": Metadata("Aid")}
    assert faults == ["line 2: a cell has more than 20000 characters; is a quote not closed?"]


def test_of_many_faults_the_first_are_told_and_the_others_counted(tmp_path: Path) -> None:
    _, faults = read(tmp_path, "path,title\n" + ",Aid\n" * 80)
    assert len(faults) == 51
    assert faults[-1] == "None: 30 more of its lines have faults"


def test_a_register_that_is_larger_than_it_may_be_is_refused(tmp_path: Path) -> None:
    failures: list[Failure] = []
    (tmp_path / "documents.csv").write_text("path,title\na.txt,Aid\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Masks left for Serbia.", encoding="utf-8")
    (document,) = read_documents(tmp_path, limits=Limits(register=10), on_failure=failures.append)
    assert document.title is None
    assert ["divide it among several folders" in failure.reason for failure in failures] == [True]


def test_a_sent_register_is_known_by_its_columns() -> None:
    failures: list[Failure] = []
    assert read_register_bytes("documents.csv", b"Path;Title\na.txt;Aid\n", failures.append) == {
        "a.txt": Metadata("Aid")
    }
    assert read_register_bytes("documents.csv", b"path,text\na.txt,Aid\n", failures.append) is None
    assert failures == []


def test_a_register_speaks_of_files_in_folders_under_it_and_the_nearest_first(tmp_path: Path) -> None:
    below = tmp_path / "2020"
    below.mkdir()
    (below / "a.txt").write_text("Masks left for Peru.", encoding="utf-8")
    (below / "documents.csv").write_text("path,title\na.txt,Near\n", encoding="utf-8")
    (tmp_path / "documents.csv").write_text("path;title;outlet\n2020\\a.txt;Far;Daily\n", encoding="utf-8")
    (document,) = read_documents(tmp_path)
    assert (document.title, document.outlet) == ("Near", "Daily")
    (alone,) = read_documents(below)
    assert (alone.title, alone.outlet) == ("Near", None)


def test_a_name_that_holds_a_backslash_is_found(tmp_path: Path) -> None:
    (tmp_path / "a\\b.txt").write_text("Kenya thanked Peru.")
    (tmp_path / "documents.csv").write_text("path,title\na\\b.txt,Aid\n")
    failures: list[Failure] = []
    assert [one.title for one in read_documents(tmp_path, on_failure=failures.append)] == ["Aid"]
    assert failures == []
