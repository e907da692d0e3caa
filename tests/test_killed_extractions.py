"""An extraction that is killed, at whatever moment, is completed by the next one; a full disk is one line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from geo.store import batch
from geo.store.batch import extract_to_folder
from geo.store.corpus import open_corpus
from tests import kills

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and limits of this kind are POSIX's")

_ON_A_FULL_DISK = """
import resource, signal, sys
from dashboard.command import main
from geo.documents.language_models import rank_languages
# The model of languages unpacks itself into a temporary file; it is the folder's disk that is full here.
rank_languages("masks", "latin")
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
main(["extract", sys.argv[2], "--to", sys.argv[3]])
"""


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Return a folder of five texts and a file that cannot be read."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("Serbia", "Italy", "Laos", "Chad", "Peru"):
        (folder / f"{name}.txt").write_text(f"{name} received 12 tonnes of masks yesterday.\n", encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def run(*words: object) -> subprocess.CompletedProcess[str]:
    """Run Python with the modules of this process."""
    path = os.pathsep.join(path for path in sys.path if path)
    whole = [sys.executable, *map(str, words)]
    return subprocess.run(whole, capture_output=True, text=True, check=False, env=os.environ | {"PYTHONPATH": path})


def list_files(folder: Path) -> dict[str, bytes]:
    """Return all that lies in a folder, by its name there."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


@pytest.mark.parametrize("step", [17, pytest.param(1, marks=pytest.mark.slow)])
def test_a_killed_extraction_is_completed_as_if_nothing_had_been(
    step: int, texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "PART_SIZE", kills.PART_SIZE)
    extract_to_folder([texts], tmp_path / "whole")
    ended = run("-m", "tests.kills", texts, tmp_path / "killed", step)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert int(ended.stdout) >= 80 // step
    for killed in (tmp_path / "killed").iterdir():
        assert list_files(killed) == list_files(tmp_path / "whole"), killed.name


@pytest.mark.parametrize("size", [100, 3_000])
def test_a_full_disk_is_one_line_and_what_was_written_is_gone_on_with(size: int, texts: Path, tmp_path: Path) -> None:
    ended = run("-c", _ON_A_FULL_DISK, size, texts, tmp_path / "to")
    (line,) = (line for line in ended.stderr.splitlines() if "empty.txt" not in line)
    assert line.startswith(f"aidatlas: {tmp_path / 'to'}: the tables cannot be written there: ")
    assert ended.returncode == 2
    extract_to_folder([texts], tmp_path / "to")
    assert len(open_corpus(tmp_path / "to").documents) == 5
    assert not list((tmp_path / "to").rglob("*.tmp"))
