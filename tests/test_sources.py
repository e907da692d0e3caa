"""Which files under a path are read, and which are passed over, each with its reason."""

import os
from pathlib import Path

import pytest

from geo.base.errors import ReadError
from geo.base.records import Failure
from geo.documents.sources import find_sources


def find(*roots: Path) -> tuple[list[str], dict[str, str]]:
    """Return the names of the files that are read, and the reason of each that is not."""
    passed: list[Failure] = []
    found = [source.path.name for source in find_sources(list(roots), passed.append)]
    return found, {Path(one.path).name: one.reason for one in passed}


def test_hidden_files_and_those_about_the_folder_are_passed_over_with_their_reason(tmp_path: Path) -> None:
    for name in ("a.txt", ".secret", "~$b.docx", "Thumbs.db", "README.md"):
        (tmp_path / name).write_text("Kenya")
    found, passed = find(tmp_path)
    assert found == ["a.txt"]
    assert passed[".secret"] == passed["~$b.docx"] == passed["Thumbs.db"] == "it is hidden"
    assert "about the folder" in passed["README.md"]


def test_a_hidden_folder_is_told_once_and_not_entered(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("Kenya")
    assert find(tmp_path) == ([], {".git": "it is hidden"})


def test_a_link_inside_the_folder_is_followed_and_one_out_of_it_is_not(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out.txt"
    inside.mkdir()
    outside.write_text("Kenya")
    (inside / "a.txt").write_text("Chad")
    (inside / "b.txt").symlink_to(inside / "a.txt")
    (inside / "c.txt").symlink_to(outside)
    (inside / "d.txt").symlink_to("nowhere")
    found, passed = find(inside)
    assert found == ["a.txt", "b.txt"]
    assert passed == {
        "c.txt": "it is a link out of the folder; name what it leads to",
        "d.txt": "it is a link that leads nowhere",
    }


def test_a_link_to_the_folder_itself_does_not_lead_in_circles(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya")
    (tmp_path / "again").symlink_to(tmp_path)
    assert find(tmp_path)[0] == ["a.txt"]


def test_a_link_that_somebody_names_is_followed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a.txt").write_text("Kenya")
    (tmp_path / "link").symlink_to(tmp_path / "folder")
    assert find(tmp_path / "link")[0] == ["a.txt"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert find(tmp_path) == ([], {"a.txt": "it is a pipe or device, and no file"})


def test_a_corpus_inside_the_folder_is_known(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "corpus.json").write_text('{"aidatlas_corpus": 1}')
    assert find(tmp_path) == ([], {"tables": "it is an extracted corpus; give it alone"})


def test_a_file_that_two_paths_lead_to_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Kenya")
    assert find(tmp_path, tmp_path / "a.txt")[0] == ["a.txt"]


@pytest.mark.parametrize("name", ["missing", "a\0b", "x" * 5000])
def test_a_path_that_cannot_be_is_refused_in_words(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReadError, match=r"no such file or folder|cannot be opened"):
        find(tmp_path / name)
