"""The command run on folders of hostile files: a kind by itself, all at once, again, and stopped or without a place to write."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tests.hostile.every_kind import KINDS
from tests.hostile.judging import GOOD, Ended, judge_command, judge_good, judge_kind, put_good, read_corpus
from tests.hostile.kinds import Kind

_ROOT = Path(__file__).parents[2]
_COMMAND = (sys.executable, "-m", "tests.hostile.limited")
_SECONDS = 900  # by the clock, of a machine that has other things to do
_STOPPED = 130
_FULL_DISK = 2_000  # bytes that a file may have


def start(folder: Path, to: Path, more: Mapping[str, str] | None = None) -> "subprocess.Popen[bytes]":
    """Start the extraction of a folder."""
    words = (*_COMMAND, "extract", str(folder), "--to", str(to), "--details")
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), **(more or {})}
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def wait(process: "subprocess.Popen[bytes]") -> Ended:
    """Return how the command ended."""
    printed, complained = process.communicate(timeout=_SECONDS)
    return Ended(process.returncode, printed.decode("utf-8", "replace"), complained.decode("utf-8", "replace"))


def extract(folder: Path, to: Path, more: Mapping[str, str] | None = None) -> Ended:
    """Return how the extraction of a folder ended."""
    return wait(start(folder, to, more))


def judge_together(kinds: Sequence[Kind], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, with the name of its kind, after all kinds were read at once, twice, with three sound documents."""
    source, to = folder / "all", folder / "corpus"
    put_good(source)
    for kind in kinds:
        kind.make(source / kind.name)
    ended = extract(source, to)
    yield from (("together", wrong) for wrong in judge_command(ended))
    if not (to / "documents").is_dir():
        yield "together", f"no tables: {ended.complained[-200:]}"
        return
    corpus = read_corpus(to)
    yield from (("together", wrong) for wrong in judge_good(corpus))
    for kind in kinds:
        yield from ((kind.name, wrong) for wrong in judge_kind(kind, corpus, ended.complained))
    yield from (("resumed", wrong) for wrong in _judge_again(source, to, ended))


def _judge_again(source: Path, to: Path, before: Ended) -> Iterator[str]:
    """Yield what is wrong with a second run, which has nothing left to do but to say the same."""
    ended = extract(source, to)
    yield from judge_command(ended)
    lost = set(before.complained.splitlines()) - set(ended.complained.splitlines())
    if lost:
        yield f"{len(lost)} lines are not said again: {min(lost)[:200]}"
    if "done before" not in ended.printed:
        yield f"what was done was done again: {ended.printed[:200]}"


def judge_alone(kind: Kind, folder: Path) -> Iterator[str]:
    """Yield what is wrong after one kind was read with three sound documents, within limits of memory and time."""
    source, to = folder / "one", folder / "corpus"
    put_good(source)
    kind.make(source / kind.name)
    ended = extract(source, to)
    yield from judge_command(ended)
    if ended.status:
        yield f"status {ended.status}: {ended.complained[-200:]}"
        return
    corpus = read_corpus(to)
    yield from judge_good(corpus)
    yield from judge_kind(kind, corpus, ended.complained)
    if any(Path(place, "hostile-escaped.txt").exists() for place in (folder, folder.parent, to, "/tmp", ".")):  # noqa: S108
        yield "a file was written outside"


def judge_named(name: str) -> list[str]:
    """Return the same of a kind by its name, in a folder that is gone afterwards."""
    kind = next(kind for kind in KINDS if kind.name == name)
    with tempfile.TemporaryDirectory() as folder:
        return list(judge_alone(kind, Path(folder)))


# --- faults of the machine and of its hand ---------------------------------------------------------------------------


def judge_faults(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield what is wrong when the command is stopped, cannot write, meets a torn corpus or a poor terminal."""
    source = folder / "good"
    put_good(source)
    faults = {
        "stopped": _judge_stopped(source, folder / "stopped"),
        "full-disk": _judge_line(extract(source, folder / "full", {"HOSTILE_FILE_SIZE": str(_FULL_DISK)})),
        "target-a-file": _judge_line(extract(source, source / next(iter(GOOD)))),
        "target-read-only": _judge_line(extract(source, Path("/proc/hostile"))),
        "target-a-device": _judge_line(extract(source, Path("/dev/full"))),
        "torn-corpus": _judge_torn(source, folder / "torn"),
        "ascii-terminal": _judge_ascii(folder),
        "corpus-inside": _judge_inside(folder / "inside"),
        "nothing-there": _judge_line(extract(folder / "nowhere", folder / "nothing")),
    }
    for fault, wrongs in faults.items():
        yield from ((fault, wrong) for wrong in wrongs)


def _judge_line(ended: Ended) -> Iterator[str]:
    """Yield what is wrong with a command that could not do its work: status 2 and one line are right."""
    yield from judge_command(ended)
    if ended.status != 2 or len(ended.complained.splitlines()) != 1:
        yield f"status {ended.status}: {ended.complained[-300:]!r}"


def _judge_stopped(source: Path, to: Path) -> Iterator[str]:
    process = start(source, to)
    while not to.exists() and process.poll() is None:
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    ended = wait(process)
    lines = ended.complained.splitlines()
    # On a fast machine it was done before it was stopped.
    if (ended.status, len(lines)) not in ((_STOPPED, 1), (0, 0)) or "Traceback" in ended.complained:
        yield f"status {ended.status}: {ended.complained[-300:]!r}"
    yield from judge_command(extract(source, to))
    yield from judge_good(read_corpus(to))


def _judge_torn(source: Path, to: Path) -> Iterator[str]:
    yield from judge_command(extract(source, to))
    for part in (to / "lines").glob("*.parquet"):
        part.write_bytes(part.read_bytes()[:-20])
    (to / "corpus.json").write_text("{", encoding="utf-8")
    ended = extract(source, to)
    yield from judge_command(ended)
    if ended.status == 0:
        yield from judge_good(read_corpus(to))
    elif len(ended.complained.splitlines()) != 1:
        yield f"status {ended.status}: {ended.complained[-300:]!r}"


def _judge_ascii(folder: Path) -> Iterator[str]:
    source = folder / "ascii"
    put_good(source)
    (source / "口罩.txt").touch()
    poor = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    ended = extract(source, folder / "ascii-corpus", poor)
    yield from judge_command(ended)
    if not ended.complained.isascii() or "txt" not in ended.complained:
        yield f"said {ended.complained!r}"
    yield from judge_good(read_corpus(folder / "ascii-corpus"))


def _judge_inside(source: Path) -> Iterator[str]:
    """Yield what is wrong where the tables lie among the documents, and are read once more."""
    put_good(source)
    for _ in range(2):
        ended = extract(source, source / "tables")
        yield from judge_command(ended)
        if ended.status:
            yield f"status {ended.status}: {ended.complained[-300:]!r}"
            return
    corpus = read_corpus(source / "tables")
    yield from judge_good(corpus)
    if len(corpus.texts) != len(GOOD):
        yield f"{len(corpus.texts)} documents where {len(GOOD)} are"
