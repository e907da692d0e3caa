"""The log of a running dashboard: counts, times and places, and nothing of a document, a file's name or a reader."""

import json
import logging
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from dashboard.journal import list_kinds, list_places, note, note_error, open_journal
from tests.browsing import Visit
from tests.made import make_corpus
from tests.pages import make_app, run
from tests.servers import PROJECT, start_dashboard

GIFT = "Ruritania gave 12 masks"


def read_log(file: Path) -> list[dict[str, object]]:
    """Return the events of a log."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Return the file of a log that is open."""
    open_journal(str(tmp_path / "log.jsonl"))
    yield tmp_path / "log.jsonl"
    close_journal()


def close_journal() -> None:
    """Let nothing be told any more."""
    logger = logging.getLogger("aidatlas")
    logger.handlers.clear()
    logger.propagate = True
    logger.setLevel(logging.NOTSET)
    logging.getLogger("streamlit.error_util").disabled = False


def fail(text: str) -> None:
    """Raise an error that came from another, both with a text in their words."""
    try:
        int(text)
    except ValueError as error:
        raise KeyError(text) from error


def test_an_event_is_one_line_with_its_time(log: Path) -> None:
    note("upload", {"bytes": 3, "failures": {"two\nlines\u202e": 1}})
    assert len(log.read_bytes().splitlines()) == 1
    assert read_log(log)[0].keys() == {"time", "event", "bytes", "failures"}


def test_the_names_of_files_are_told_where_they_are_asked_for(tmp_path: Path, log: Path) -> None:
    open_journal(str(tmp_path / "named.jsonl"), names=True)
    note("upload", {"bytes": 3, "file": "secret.txt"})
    assert "file" not in read_log(log)[0]
    assert read_log(tmp_path / "named.jsonl")[0]["file"] == "secret.txt"


def test_an_error_is_told_by_kinds_and_places_and_without_its_words(log: Path) -> None:
    with pytest.raises(KeyError) as caught:
        fail(GIFT)
    number = note_error(caught.value)
    (said,) = read_log(log)
    assert said["number"] == number
    assert said["kinds"] == ["KeyError", "ValueError"]
    assert "Ruritania" not in log.read_text(encoding="utf-8")


def test_a_place_names_no_folder_of_this_machine() -> None:
    with pytest.raises(KeyError) as caught:
        fail(GIFT)
    assert list_kinds(caught.value)[0] == "KeyError"
    assert list_places(caught.value)[-1].startswith("tests/test_journal.py:")


def test_where_no_log_is_open_events_are_told_to_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    note("page", {"ms": 1})
    assert capsys.readouterr().err == ""


def test_a_log_that_was_moved_away_begins_anew(log: Path) -> None:
    note("page", {"ms": 1})
    log.rename(log.with_suffix(".old"))
    note("page", {"ms": 2})
    assert [event["ms"] for event in read_log(log)] == [2]


def test_a_page_and_the_corpus_it_opened_are_told(
    log: Path, monkeypatch: pytest.MonkeyPatch, made_folder: Path
) -> None:
    run(make_app(monkeypatch, made_folder))
    told = {str(event["event"]): event for event in read_log(log)}
    assert told["corpus"]["documents"] == 2
    assert told["page"]["page"] == "front"


def test_an_upload_is_told_by_its_size_and_what_became_of_it(
    log: Path, monkeypatch: pytest.MonkeyPatch, made_folder: Path
) -> None:
    page = make_form(monkeypatch, made_folder)
    page.file_uploader[0].set_value([("secret.txt", GIFT.encode(), ""), ("secret.exe", b"x", "")])
    run(page)
    good, bad = (event for event in read_log(log) if event["event"] == "upload")
    assert (good["format"], good["documents"], good["bytes"]) == (".txt", 1, len(GIFT))
    assert (bad["format"], bad["documents"]) == ("other", 0)
    assert bad["failures"]
    assert not {"secret", "Ruritania"} & set(log.read_text(encoding="utf-8").replace('"', " ").split())


def make_form(monkeypatch: pytest.MonkeyPatch, folder: Path) -> AppTest:
    """Return the form that takes files, over a corpus."""
    from tests.pages import PATIENCE, show_corpus

    show_corpus(monkeypatch, folder)
    return run(AppTest.from_function(show_form_alone, default_timeout=PATIENCE))


def show_form_alone() -> None:
    """Draw the form and nothing else."""
    from dashboard.parts.desk.forms import show_form

    show_form("en")


def ask_as(address: str, host: str) -> int:
    """Return the status of an answer that is asked for under another name."""
    request = urllib.request.Request(address, headers={"Host": host})  # noqa: S310 - our own address
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=60)  # noqa: S310 - our own address
    return refused.value.code


def test_a_log_that_cannot_be_opened_is_one_line(tmp_path: Path) -> None:
    words = ["serve", str(PROJECT / "seeds"), "--log", str(tmp_path / "nowhere" / "log.jsonl")]
    ended = subprocess.run(
        [sys.executable, "-m", "dashboard.command", *words], cwd=PROJECT, capture_output=True, text=True, check=False
    )
    assert (ended.returncode, ended.stderr.count("\n")) == (2, 1)
    assert "log.jsonl" in ended.stderr


def test_the_reader_of_a_page_that_fails_sees_the_number_that_the_log_has(visit: Visit, tmp_path: Path) -> None:
    make_corpus().write(tmp_path / "corpus")
    log = tmp_path / "log.jsonl"
    with start_dashboard(tmp_path / "corpus", options=("--log", str(log))) as server:
        part = next((tmp_path / "corpus" / "mentions").glob("*.parquet"))
        data = part.read_bytes()
        part.write_bytes(data[:4] + b"\xff" * 200 + data[204:])
        assert ask_as(server.address, "other.example") == 421
        visit.page.goto(f"{server.address}/world")
        shown = visit.page.get_by_test_id("stAlert").filter(has_text="under the number")
        expect(shown.first).to_be_visible()
        said = shown.first.inner_text()
    refused = [event for event in read_log(log) if event["event"] == "refused"]
    assert (refused[0]["status"], refused[0]["host"]) == (421, "other.example")
    errors = [event for event in read_log(log) if event["event"] == "error"]
    assert any(str(error["number"]) in said for error in errors)
    assert errors[0]["kinds"][:1] == ["CorpusError"]  # type: ignore[index]
    assert str(tmp_path) not in log.read_text(encoding="utf-8")
