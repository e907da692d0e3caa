"""What goes wrong around the command (a full disk, a torn corpus, Ctrl+C, odd names) ends in one line, never in a traceback."""

import io
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from dashboard.command import main
from tests.made import make_corpus
from tests.servers import PROJECT

WORDS = 'Serbia thanked Italy for "30 masks" — 塞尔维亚感谢意大利。\n'


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a short document with signs that no ASCII has."""
    file = tmp_path / "a.txt"
    file.write_text(WORDS, encoding="utf-8")
    return file


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Return the folder of a small corpus."""
    make_corpus().write(tmp_path / "corpus")
    return tmp_path / "corpus"


def end(arguments: list[str], capsys: pytest.CaptureFixture[str], status: int = 2) -> str:
    """Return the one line that a command says when it ends with a status."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("\n")) == (status, 1), said
    return said


# --- what is printed -------------------------------------------------------------------------------------------------


def test_a_full_device_is_one_line(
    text: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("only Linux has a device that is always full")
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert "No space left" in end(["show", str(text), "--table", "mentions"], capsys)


def test_a_reader_who_has_gone_is_no_fault(
    text: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as closed:
        monkeypatch.setattr(sys, "stdout", closed)
        main(["show", str(text), "--table", "mentions"])
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("form", "told"), [("table", r"\u2014"), ("csv", "— 塞"), ("json", "— 塞")])
def test_an_ascii_terminal_gets_escapes_and_a_file_the_text(
    text: Path, monkeypatch: pytest.MonkeyPatch, form: str, told: str
) -> None:
    plain = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(plain, encoding="ascii"))
    main(["show", str(text), "--table", "sentences", "--format", form])
    assert told in plain.getvalue().decode("utf-8")


def test_csv_on_the_terminal_holds_no_formula(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "documents.csv").write_text('path,title\na.txt,"=HYPERLINK(""x"")"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(WORDS, encoding="utf-8")
    main(["show", str(tmp_path), "--table", "documents", "--format", "csv"])
    assert "\"'=HYPERLINK(" in capsys.readouterr().out


def test_no_path_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = end(["show", str(tmp_path / "no\x1b[31mwhere\n\u202egnp"), "--table", "mentions"], capsys)
    assert r"no\u001b[31mwhere\u000a\u202egnp" in said


def test_no_name_of_a_file_steers_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The table cuts a long path.
    monkeypatch.chdir(tmp_path)
    for ending in ("txt", "unread"):
        (tmp_path / f"a\x1b[2J.{ending}").write_text(WORDS, encoding="utf-8")
    main(["show", ".", "--table", "documents"])
    said = capsys.readouterr()
    assert r"a\u001b[2J.txt" in said.out
    assert "\x1b" not in said.out + said.err


# --- Ctrl+C ----------------------------------------------------------------------------------------------------------


class Stopping(io.StringIO):
    """A terminal at which somebody presses Ctrl+C as soon as something is printed."""

    def write(self, text: str) -> int:
        """Press it."""
        signal.raise_signal(signal.SIGINT)
        return len(text)


@pytest.mark.parametrize(
    "words",
    [["show", "{}", "--table", "mentions"], ["draw", "{}", "--chart", "map", "--to", "{}.svg"], ["extract", "{}", "--to", "{}-to"], ["code", "Laos"]],
    ids=["show", "draw", "extract", "code"],
)  # fmt: skip
def test_ctrl_c_is_one_line(
    text: Path, words: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", Stopping())
    said = end([word.format(text) for word in words], capsys, status=130)
    assert said.startswith("aidatlas: stopped")


def run(words: list[str], before: str = "pass") -> subprocess.Popen[str]:
    """Start the command in a process of its own, with something done before."""
    code = f"import sys; {before}; from dashboard.__main__ import main; sys.argv = ['aidatlas', *sys.argv[1:]]; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *words], cwd=PROJECT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_ctrl_c_ends_a_dashboard_in_one_line(corpus: Path) -> None:
    # Without a port it takes the first that is free.
    process = run(["serve", str(corpus)])
    assert process.stdout is not None
    assert "stop it with Ctrl+C" in process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    assert (process.returncode, said) == (130, "aidatlas: stopped.\n")


def test_no_dashboard_is_opened_on_a_torn_corpus(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut(find_part(corpus, "mentions"))
    assert "its table mentions is broken" in end(["serve", str(corpus)], capsys)


def test_ctrl_c_ends_the_command_while_the_library_is_read() -> None:
    early = "import signal; signal.setitimer(signal.ITIMER_VIRTUAL, 0.05); signal.signal(signal.SIGVTALRM, signal.default_int_handler)"
    _, said = (process := run(["code", "Laos"], early)).communicate(timeout=120)
    assert (process.returncode, said) == (130, "aidatlas: stopped.\n")


# --- disks and corpora -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [["extract", "{}", "--to", "{}-to"], ["draw", "{}", "--chart", "map", "--to", "{}.png"]], ids=["extract", "draw"]
)  # fmt: skip
def test_a_full_disk_is_one_line(text: Path, words: list[str]) -> None:
    full = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500, 500))"
    _, said = (process := run([word.format(text) for word in words], full)).communicate(timeout=120)
    assert (process.returncode, said.count("\n")) == (2, 1), said
    assert "File too large" in said


def find_part(corpus: Path, table: str) -> Path:
    """Return the file of a table."""
    return next((corpus / table).glob("*.parquet"))


def cut(part: Path) -> None:
    """Leave only the beginning of a file."""
    part.write_bytes(part.read_bytes()[:300])


def scratch(part: Path) -> None:
    """Write over the rows of a file, and leave its end, which tells of its columns."""
    data = part.read_bytes()
    part.write_bytes(data[:4] + b"\xff" * 200 + data[204:])


def retype(part: Path) -> None:
    """Write a column of numbers as text."""
    table = pd.read_parquet(part)
    table.assign(start=table["start"].astype(str)).to_parquet(part)


def rename(part: Path) -> None:
    """Call a column another word."""
    pd.read_parquet(part).rename(columns={"code": "iso"}).to_parquet(part)


@pytest.mark.parametrize("tear", [cut, scratch, retype, rename, Path.unlink])
@pytest.mark.parametrize(
    "words", [["show", "{}", "--table", "mentions"], ["draw", "{}", "--chart", "map", "--measure", "mentions", "--to", "{}.svg"]],
    ids=["show", "draw"],
)  # fmt: skip
def test_a_torn_corpus_is_one_line(
    corpus: Path, tear: object, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert callable(tear)
    tear(find_part(corpus, "mentions"))
    said = end([word.format(corpus) for word in words], capsys)
    assert re.search("corpus", said)


def test_a_corpus_that_may_only_be_read_is_opened(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (*corpus.rglob("*"), corpus):
        path.chmod(0o555 if path.is_dir() else 0o444)
    main(["show", str(corpus), "--table", "mentions"])
    assert "ITA" in capsys.readouterr().out
    for path in (corpus, *corpus.rglob("*")):
        path.chmod(0o755)
    shutil.rmtree(corpus)


@pytest.mark.parametrize(
    "content", [b"", bytes(range(256)) * 20, b'table,document,change\nmentions,"unclosed', b"a,b\n1,2\n"]
)
def test_corrections_that_cannot_be_read_are_one_line(
    text: Path, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    (text.parent / "c.csv").write_bytes(content)
    said = end(["show", str(text), "--table", "mentions", "--corrections", str(text.parent / "c.csv")], capsys)
    assert "c.csv" in said
