"""Odd names of files, links, and what lies in a folder and is no file."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.hostile.kinds import Kind, Wanted, of_file

_NAMES: tuple[tuple[str, str, Wanted], ...] = (
    ("newline", "two\nlines.txt", "text"),
    ("escape", "\x1b[31mred\x1b]0;x\x07.txt", "text"),
    ("bidi-marks", "\u202etxt.exe\u202c.txt", "text"),
    ("of-255-bytes", "x" * 251 + ".txt", "text"),
    ("of-no-utf-8", os.fsdecode(b"\xd6\xd0\xb9\xfa\xff.txt"), "text"),
    ("like-an-option", "--to.txt", "text"),
    ("a-blank", " .txt", "either"),
    ("of-a-device", "CON.txt", "text"),
    ("hidden", ".note.txt", "either"),
    ("of-editors", "note.txt~", "either"),
    ("lock-of-an-office", "~$note.docx", "silence"),
    ("with-percents", "%00%2e%2e%2f{0}%s.txt", "text"),
    ("with-quotes", 'it\'s "a" `b` $(c) <b>&.txt', "text"),
    ("with-signs", "😀‍🔥.txt", "text"),
    ("with-a-backslash", "a\\b.txt", "text"),
    ("of-blanks-at-its-end", "note.txt ", "either"),
    ("readme", "README.txt", "either"),
    ("as-glob", "[a-z]*?.txt", "text"),
)


def _put_circle(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "again").symlink_to(folder, target_is_directory=True)
    (folder / "a").symlink_to(folder / "b")
    (folder / "b").symlink_to(folder / "a")


def _put_links_out(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "etc").symlink_to("/etc", target_is_directory=True)
    (folder / "zero.txt").symlink_to("/dev/zero")


def _put_dangling(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "gone.txt").symlink_to(folder / "nowhere.txt")


def _put_sibling(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "same.txt").symlink_to("note.txt")


def _put_pipe(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    os.mkfifo(folder / "pipe.txt")


def _put_socket(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    before = Path.cwd()
    os.chdir(folder)  # The name of a socket is short.
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("door.txt")
    finally:
        os.chdir(before)


def _put_folder_like_a_file(folder: Path, sentence: str) -> None:
    (folder / "a.txt").mkdir()
    (folder / "a.txt" / "note.txt").write_text(sentence)
    (folder / "b.pdf").mkdir()
    (folder / "c.csv").mkdir()


def _put_deep(folder: Path, sentence: str) -> None:
    deep = folder.joinpath(*["a"] * 300)
    deep.mkdir(parents=True)
    (deep / "note.txt").write_text(sentence)


def _put_thousands(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    for number in range(2000):
        (folder / f"{number}.txt").touch()


def _put_nothing(folder: Path, sentence: str) -> None:
    (folder / "empty" / "emptier").mkdir(parents=True)


def _put_twice(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    os.link(folder / "note.txt", folder / "hard.txt")
    (folder / "copy.txt").write_text(sentence)


_PLACES: tuple[tuple[str, Callable[[Path, str], None], Wanted], ...] = (
    ("links-in-a-circle", _put_circle, "both"),
    ("links-out", _put_links_out, "both"),
    ("link-to-nothing", _put_dangling, "both"),
    ("link-to-a-sibling", _put_sibling, "text"),
    ("pipe", _put_pipe, "both"),
    ("socket", _put_socket, "both"),
    ("folders-like-files", _put_folder_like_a_file, "text"),
    ("folders-300-deep", _put_deep, "text"),
    ("files-by-the-thousand", _put_thousands, "both"),
    ("nothing-at-all", _put_nothing, "silence"),
    ("same-file-thrice", _put_twice, "text"),
)

PLACES = (
    *(of_file(f"name-{name}", file, str.encode, wanted) for name, file, wanted in _NAMES),
    *(Kind(f"place-{name}", put, wanted, never=("root:x:",)) for name, put, wanted in _PLACES),
)
