"""The log of a running dashboard, for who runs it: a JSON object a line, with counts, times and places in the code.

No text of a document is in it, no file's name but where the log was opened with names, and nothing of who reads. Where no
log is opened, errors alone are told, on the standard error.
"""

import json
import logging
import secrets
import sys
import time
import traceback
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

_LOG = logging.getLogger("aidatlas")
# Between what the server tells of each of its steps, which is turned off (dashboard.serving), and a warning.
_EVENT = 25
_ROOT = Path(__file__).resolve().parents[1]
_MOST_PLACES, _MOST_CAUSES = 12, 5


class _Line(logging.Formatter):
    """One event as a line: every sign that could end or steer a line is an escape."""

    def __init__(self, names: bool) -> None:
        """Say whether the names of files are told."""
        super().__init__()
        self._hidden = () if names else ("file", "files")

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        said = json.loads(record.getMessage())
        return json.dumps({"time": when, **{key: value for key, value in said.items() if key not in self._hidden}})


class _File(WatchedFileHandler):
    """A file of the log, opened anew where somebody has moved it away; where it cannot be written, the pages go on."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's word
        """Say nothing more: a disk that is full would be told of at every event."""


def open_journal(where: str, names: bool = False) -> None:
    """Let events go to a file, or with "-" to the standard error; raises OSError where the file cannot be opened.

    With `names` those of files are told too.
    """
    handler = logging.StreamHandler(sys.stderr) if where == "-" else _File(where, encoding="utf-8")
    handler.setFormatter(_Line(names))
    _LOG.addHandler(handler)
    _LOG.setLevel(_EVENT)
    _LOG.propagate = False
    # Streamlit tells of errors with their words, in which a text may stand; what is told of them here holds none.
    logging.getLogger("streamlit.error_util").disabled = True


def note(event: str, values: Mapping[str, object]) -> None:
    """Tell of an event; of `values` the names of files stand under "file" and "files"."""
    # Where nobody listens, nothing is written out.
    if _LOG.isEnabledFor(_EVENT):
        _LOG.log(_EVENT, "%s", json.dumps({"event": event, **values}))


def note_error(error: BaseException) -> str:
    """Tell of an error by its kinds and places, and return the number that it is told with."""
    number = f"{secrets.randbelow(10**6):06d}"
    said = {"event": "error", "number": number, "kinds": list_kinds(error), "places": list_places(error)}
    _LOG.error("%s", json.dumps(said))
    return number


def list_kinds(error: BaseException) -> list[str]:
    """Return what kind of error it is, and of what kind those are that it came from."""
    return [type(one).__name__ for one in _list_causes(error)]


def list_places(error: BaseException) -> list[str]:
    """Return where an error came about, the innermost place last: files, lines and functions, and no values."""
    first = _list_causes(error)[-1]
    frames = traceback.extract_tb(first.__traceback__)[-_MOST_PLACES:]
    return [f"{_shorten(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _list_causes(error: BaseException) -> list[BaseException]:
    return list(_follow(error))[:_MOST_CAUSES]


def _follow(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _shorten(file: str) -> str:
    """Return a file of the code without the folders of this machine."""
    path = Path(file)
    if path.is_relative_to(_ROOT) and "site-packages" not in path.relative_to(_ROOT).parts:
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def measure(since: float) -> int:
    """Return how many milliseconds have passed since a time of `time.perf_counter`."""
    return round((time.perf_counter() - since) * 1000)
