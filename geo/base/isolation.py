"""Functions run in a process of their own, with limits: whatever a file makes of its reader, it ends there.

One helper process imports what is needed, once, and waits; for each call it makes a copy of itself by forking, in some
milliseconds. The copy has no file open but the line back, may write no file, open no connection, start no program, and
is held to so much memory and processor time. What comes back is bytes, never objects: nobody obeys them.

Not multiprocessing: its children import the program's main file again, which under Streamlit is the whole page. Where
a system cannot fork (Windows), each call starts a fresh interpreter, which takes seconds, and only its time is limited.
"""

import contextlib
import importlib
import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

try:
    import resource
except ImportError:  # Windows has no such limits.
    resource = None  # type: ignore[assignment]

CAN_FORK = hasattr(os, "fork") and hasattr(socket, "send_fds")
Trouble = Literal["slow", "memory", "large", "broken"]

_START = "import sys, json; sys.path[:0] = json.loads(sys.argv[1]); from geo.base import isolation; isolation.{}()"
_OUT_OF_MEMORY = 77
_FRAME = struct.Struct("<Q")
_CHUNK = 1 << 20
# At the end of its processor time a process is told so, a second later ended.
_GRACE = 1
# Files that may be open beside the line back: data that is read when it is first needed.
_MOST_FILES = 48
# What no reader of a file has to do with; Python tells of each before it does it.
_FORBIDDEN = (
    *("socket.__new__", "socket.connect", "socket.bind", "socket.getaddrinfo", "subprocess.Popen", "os.system"),
    *("os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.startfile", "os.kill"),
    *("os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown"),
    *("tempfile.mkstemp", "tempfile.mkdtemp", "shutil.rmtree", "shutil.move", "pty.spawn", "ctypes.dlopen"),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


@dataclass(frozen=True, slots=True)
class Limits:
    """What one call may use: processor time and time by the clock in seconds, more memory than at its start in bytes.

    `answer` is the most bytes that it may give back.
    """

    processor: int = 120
    clock: int = 600
    memory: int = 2**30
    answer: int = 256 * 2**20


class Ended(Exception):
    """A call that gave no answer: it was too slow, took too much memory, said too much, or broke down."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep what ended it."""
        super().__init__(trouble)
        self.trouble = trouble


class Helper:
    """The process that makes calls for us; it is started when it is first needed and ends with this program."""

    def __init__(self, *warm: str) -> None:
        """Keep what it is to call once when it starts, as "module:function", so that no later call has to wait."""
        self._warm, self._starting = warm, threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._line: socket.socket | None = None
        # As many calls at once as there are processors: the pages need theirs too.
        self._places = threading.BoundedSemaphore(max(1, os.cpu_count() or 1))

    def start(self) -> None:
        """Start the process, and do not wait for it."""
        if CAN_FORK:
            self._connect()

    def call(self, name: str, given: bytes, limits: Limits = Limits()) -> bytes:
        """Return what the function "module:function" makes of some bytes; raises Ended where it gives nothing."""
        with self._places:
            return self._call_copy(name, given, limits) if CAN_FORK else _call_fresh(name, given, limits)

    def _call_copy(self, name: str, given: bytes, limits: Limits) -> bytes:
        ours, theirs = socket.socketpair()
        with ours:
            with theirs:
                self._hand_over(theirs)
            ours.settimeout(limits.clock + 60)
            try:
                _send(ours, json.dumps([name, asdict(limits)]).encode())
                _send(ours, given)
                answer, status = _receive(ours, limits.answer), _receive(ours, 64)
            except OSError as error:
                raise Ended("broken") from error
        return _judge(answer, status)

    def _hand_over(self, line: socket.socket) -> None:
        for first in (True, False):
            try:
                socket.send_fds(self._connect(), [b"."], [line.fileno()])
            except OSError:
                # It has ended meanwhile; once more with a new one.
                if not first:
                    raise
            else:
                return

    def _connect(self) -> socket.socket:
        with self._starting:
            if self._line is None or self._process is None or self._process.poll() is not None:
                self._line, theirs = socket.socketpair()
                with theirs:
                    self._process = _start("serve", self._warm, theirs)
            return self._line


def _start(what: str, words: Sequence[str], line: socket.socket | None = None) -> "subprocess.Popen[bytes]":
    """Start an interpreter with this program's modules and nothing else of it."""
    paths = json.dumps([str(Path(path).resolve()) for path in sys.path if path])
    quiet = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {
        name: os.environ[name]
        for name in ("PATH", "SYSTEMROOT", "LANG", "LC_ALL", "TMPDIR", "TEMP")
        if name in os.environ
    }
    number = str(line.fileno()) if line else ""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-I", "-c", _START.format(what), paths, number, *words],
        pass_fds=[line.fileno()] if line else [],
        stdin=subprocess.DEVNULL if line else subprocess.PIPE,
        stdout=subprocess.DEVNULL if line else subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | quiet,
        cwd=Path(sys.executable).anchor or None,
    )


def _judge(answer: bytes, status: bytes) -> bytes:
    said: object = status.decode("ascii", "replace")
    if said == "done":
        return answer
    raise Ended(said if said in ("slow", "memory", "large") else "broken")


def _call_fresh(name: str, given: bytes, limits: Limits) -> bytes:
    """Return the same from an interpreter of its own."""
    process = _start("answer_once", (name,))
    try:
        answer, _ = process.communicate(given, timeout=limits.clock)
    except subprocess.TimeoutExpired as error:
        process.kill()
        process.communicate()
        raise Ended("slow") from error
    if process.returncode == _OUT_OF_MEMORY:
        raise Ended("memory")
    if process.returncode:
        raise Ended("broken")
    if len(answer) > limits.answer:
        raise Ended("large")
    return answer


# --- the line between the processes ----------------------------------------------------------------------------------


def _send(line: socket.socket, data: bytes) -> None:
    line.sendall(_FRAME.pack(len(data)))
    line.sendall(data)


def _receive(line: socket.socket, most: int) -> bytes:
    """Return the next frame; raises Ended where it is larger than it may be, OSError where the line ends before it."""
    (length,) = _FRAME.unpack(_receive_whole(line, _FRAME.size))
    if length > most:
        raise Ended("large")
    return _receive_whole(line, length)


def _receive_whole(line: socket.socket, length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        part = line.recv(min(_CHUNK, length - len(parts)))
        if not part:
            raise OSError("the line has ended")
        parts += part
    return bytes(parts)


# --- the helper's side -----------------------------------------------------------------------------------------------


def answer_once() -> None:
    """Answer one call from the standard input and end: a process without forks."""
    function = _find(sys.argv[3])
    try:
        answer = function(sys.stdin.buffer.read())
    except MemoryError:
        os._exit(_OUT_OF_MEMORY)
    sys.stdout.buffer.write(answer)


def serve() -> None:
    """Make a copy of this process for each line that is handed over, until the program has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal ends the program, and that ends us
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    with socket.socket(fileno=int(sys.argv[2])) as control:
        for name in sys.argv[3:]:
            _find(name)(b"")
        while True:
            said, numbers, _, _ = socket.recv_fds(control, 1, 1)
            if not said:
                return
            for number in numbers:
                if os.fork() == 0:
                    control.close()
                    _attend(socket.socket(fileno=number))
                os.close(number)


def _attend(line: socket.socket) -> None:
    """Take the call, let a copy answer it, and send what it said or how it ended; never returns."""
    with contextlib.suppress(OSError, Ended):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        line.settimeout(None)
        name, limits = json.loads(_receive(line, 4096))
        given = _receive(line, 2**31)
        answer, status = _run(name, given, Limits(**limits))
        _send(line, answer)
        _send(line, status.encode())
    os._exit(0)


def _run(name: str, given: bytes, limits: Limits) -> tuple[bytes, str]:
    """Return the answer of a copy of this process and how it ended."""
    reading, writing = os.pipe()
    copy = os.fork()
    if copy == 0:
        os.close(reading)
        _answer(name, given, limits, writing)
    os.close(writing)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(copy, signal.SIGKILL))
    signal.alarm(limits.clock)
    answer = _read_answer(reading, limits.answer)
    if answer is None:
        os.kill(copy, signal.SIGKILL)
    _, status = os.waitpid(copy, 0)
    late = signal.alarm(0) == 0
    return (b"", "large") if answer is None else (answer, _name_end(status, late))


def _read_answer(reading: int, most: int) -> bytes | None:
    """Return all that the copy says, None where that is more than it may."""
    answer = bytearray()
    while part := os.read(reading, _CHUNK):
        answer += part
        if len(answer) > most:
            return None
    return bytes(answer)


def _name_end(status: int, late: bool) -> str:
    if os.WIFEXITED(status):
        return {0: "done", _OUT_OF_MEMORY: "memory"}.get(os.WEXITSTATUS(status), "broken")
    return "slow" if late or os.WTERMSIG(status) == signal.SIGXCPU else "broken"


def _answer(name: str, given: bytes, limits: Limits, writing: int) -> None:
    """Answer the call within its limits; never returns."""
    status = 1
    try:
        function = _find(name)
        _close_all_but(writing)
        _limit(limits)
        answer = function(given)
        _write_whole(writing, answer)
        status = 0
    except MemoryError:
        status = _OUT_OF_MEMORY
    finally:
        # What it has at its end (open files, functions to be called) is not the copy's.
        os._exit(status)


def _find(name: str) -> Callable[[bytes], bytes]:
    module, _, function = name.partition(":")
    found: Callable[[bytes], bytes] = getattr(importlib.import_module(module), function)
    return found


def _close_all_but(kept: int) -> None:
    os.closerange(3, kept)
    os.closerange(kept + 1, 4096)


def _limit(limits: Limits) -> None:
    """Hold this process to its limits, for good."""
    for kind, size in (
        (resource.RLIMIT_CPU, limits.processor),
        (resource.RLIMIT_AS, _measure_memory() + limits.memory),
        (resource.RLIMIT_NOFILE, _MOST_FILES),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        most = resource.getrlimit(kind)[1]
        soft = size if most == resource.RLIM_INFINITY else min(size, most)
        hard = soft + (_GRACE if kind == resource.RLIMIT_CPU else 0)
        # A system that does not know a limit is told nothing: the others hold.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (soft, hard if most == resource.RLIM_INFINITY else min(hard, most)))
    sys.addaudithook(_refuse)


def _measure_memory() -> int:
    """Return the size of this process in bytes; where the system does not tell, a size that no copy has."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except OSError:
        return 2**33
    return pages * resource.getpagesize()


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    """Let nothing be done that reading a file needs not."""
    flags = arguments[2] if event == "open" else 0
    if event in _FORBIDDEN or (isinstance(flags, int) and flags & _WRITING):
        raise PermissionError(f"no file that is read may do this: {event}")


def _write_whole(writing: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(writing, view) :]
