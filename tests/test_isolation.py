"""Functions that run in a process of their own: whatever one does, it ends there, and its end is told."""

import socket
import tempfile
from pathlib import Path

import pytest

from geo.base.isolation import Ended, Helper, Limits

# What the calls below do, in the copy that answers them.
HERE = "tests.test_isolation"


def turn(given: bytes) -> bytes:
    """Return the bytes the other way round."""
    return given[::-1]


def spin(_: bytes) -> bytes:
    """Never end."""
    while True:
        pass


def swell(_: bytes) -> bytes:
    """Take ever more memory."""
    kept = []
    while True:
        kept.append(bytearray(2**24))


def crash(_: bytes) -> bytes:
    """End as a fault in a library's own code does."""
    import ctypes

    ctypes.string_at(0)
    return b""


def fail(_: bytes) -> bytes:
    """Raise what nobody expects."""
    raise ZeroDivisionError


def write_file(given: bytes) -> bytes:
    """Write to a file."""
    return str(Path(given.decode()).write_bytes(b"left behind")).encode()


def make_temporary(_: bytes) -> bytes:
    """Make a temporary file."""
    return tempfile.NamedTemporaryFile().name.encode()


def connect(_: bytes) -> bytes:
    """Open a connection."""
    return str(socket.create_connection(("127.0.0.1", 9)).fileno()).encode()


def list_open(_: bytes) -> bytes:
    """Name the numbers of the files that are open."""
    import os

    return " ".join(number for number in map(str, range(64)) if _is_open(os, int(number))).encode()


def _is_open(system: object, number: int) -> bool:
    try:
        system.fstat(number)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True


@pytest.fixture(scope="module")
def helper() -> Helper:
    """Return a helper that has nothing to warm up."""
    return Helper()


def test_a_call_gives_back_what_the_function_makes_of_the_bytes(helper: Helper) -> None:
    assert helper.call(f"{HERE}:turn", b"abc") == b"cba"
    large = b"ab" * 2**21
    assert helper.call(f"{HERE}:turn", large) == large[::-1]


@pytest.mark.parametrize(
    ("function", "limits", "trouble"),
    [
        ("spin", Limits(processor=1), "slow"),
        ("swell", Limits(memory=2**27), "memory"),
        ("crash", Limits(), "broken"),
        ("fail", Limits(), "broken"),
        ("connect", Limits(), "broken"),
        ("make_temporary", Limits(), "broken"),
        ("no_such_function", Limits(), "broken"),
    ],
)
def test_what_a_call_does_ends_with_it_and_is_told(helper: Helper, function: str, limits: Limits, trouble: str) -> None:
    with pytest.raises(Ended, match=trouble):
        helper.call(f"{HERE}:{function}", b"", limits)
    assert helper.call(f"{HERE}:turn", b"on") == b"no"


def test_an_answer_that_is_too_long_is_not_taken(helper: Helper) -> None:
    with pytest.raises(Ended, match="large"):
        helper.call(f"{HERE}:turn", bytes(4096), Limits(answer=4095))


def test_a_call_leaves_no_file_behind(helper: Helper, tmp_path: Path) -> None:
    with pytest.raises(Ended, match="broken"):
        helper.call(f"{HERE}:write_file", str(tmp_path / "a").encode())
    assert not list(tmp_path.iterdir())


def test_a_call_has_no_file_open_but_its_way_back(helper: Helper) -> None:
    assert len(helper.call(f"{HERE}:list_open", b"").split()) == len(("input", "output", "errors", "way back"))


def test_a_helper_that_has_ended_is_started_again(helper: Helper) -> None:
    assert helper.call(f"{HERE}:turn", b"ab") == b"ba"
    assert helper._process is not None
    helper._process.kill()
    helper._process.wait()
    assert helper.call(f"{HERE}:turn", b"ab") == b"ba"


def test_where_a_system_cannot_fork_each_call_has_an_interpreter_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("geo.base.isolation.CAN_FORK", False)
    helper = Helper()
    helper.start()
    assert helper.call(f"{HERE}:turn", b"abc") == b"cba"
    with pytest.raises(Ended, match="broken"):
        helper.call(f"{HERE}:fail", b"")
    with pytest.raises(Ended, match="slow"):
        helper.call(f"{HERE}:spin", b"", Limits(clock=1))
