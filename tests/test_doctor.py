"""What the command tells of the machine: each thing is fine, or what to do is said, and the status is 1."""

import shutil
from pathlib import Path

import pytest

from dashboard import doctor
from dashboard.command import main
from dashboard.doctor import Finding, examine, write_finding
from dashboard.versions import list_libraries
from geo.base import folders


@pytest.fixture(scope="module")
def findings() -> dict[str, Finding]:
    """Return what is found here, by its name."""
    return {finding.name: finding for finding in examine()}


def test_all_that_is_needed_is_here_and_works(findings: dict[str, Finding]) -> None:
    wanted = {"data", "boundaries", "reading a file apart", "a crash while reading", "too much memory while reading"}
    wanted |= {"what a reader may open", "Python", "temporary folder", "font aidatlas-sans"}
    assert {name for name in wanted if not findings[name].fine} == set()


def test_every_library_is_looked_at(findings: dict[str, Finding]) -> None:
    names = {wish.name for wish in list_libraries()}
    assert {"streamlit", "duckdb", "pyarrow"} <= names <= findings.keys()
    assert "pytest" not in names


def test_a_finding_is_a_line_that_says_what_to_do() -> None:
    assert write_finding(Finding("port", True, "8501 is free")) == "ok     port: 8501 is free"
    assert write_finding(Finding("port", False, "taken; choose another")).startswith("TO DO  port: taken; choose")


@pytest.fixture
def torn_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the data in which the fonts are cut off."""
    shutil.copytree(folders.find_data_folder(), tmp_path / "data")
    (tmp_path / "data" / "fonts" / "aidatlas-sans.otf").write_bytes(b"OTTO")
    monkeypatch.setattr(doctor, "find_data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def test_a_file_that_differs_from_what_is_recorded_is_named(torn_data: Path) -> None:
    torn = [finding for look in (doctor._look_at_data, doctor._look_at_fonts) for finding in look() if not finding.fine]
    assert [finding.name for finding in torn] == ["data", "font aidatlas-sans"]
    assert "aidatlas-sans.otf" in torn[0].said
    assert "install AidAtlas again" in torn[0].said


def test_the_command_ends_with_status_1_where_something_wants_doing(
    torn_data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(doctor, "_LOOKS", (doctor._look_at_data,))
    with pytest.raises(SystemExit) as ended:
        main(["doctor"])
    assert ended.value.code == 1
    assert "1 of these want something done." in capsys.readouterr().out


def test_the_command_tells_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("aidatlas ")
