"""A running dashboard, for the tests and the benchmarks: on this machine alone, bounded in time, ended at the end."""

import contextlib
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parent.parent
_TRIES, _PAUSE = 1800, 0.1


class Server(NamedTuple):
    """A running dashboard: its process and its address."""

    process: subprocess.Popen[bytes]
    address: str


@contextlib.contextmanager
def start_dashboard(
    *paths: Path,
    python: str = sys.executable,
    folder: Path = PROJECT,
    module: str = "dashboard.command",
    options: Sequence[str] = (),
) -> Iterator[Server]:
    """Start a dashboard on some paths, or on the seeds, and end it; RuntimeError where it does not answer.

    `python` is the interpreter of the environment that it is installed in, `folder` the one that it is started in,
    `module` what is run instead of the command, `options` are further ones of `serve`.
    """
    # What PYTHONPATH adds would hide what an installed wheel lacks.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [python, "-m", module, "serve", *map(str, paths), *options]
    with start_server(lambda port: [*command, "--port", str(port)], folder, environment) as server:
        yield server


@contextlib.contextmanager
def start_server(
    write_command: Callable[[int], Sequence[str]],
    folder: Path = PROJECT,
    environment: Mapping[str, str] = os.environ,
    stderr: int | None = None,
) -> Iterator[Server]:
    """Start a server of Streamlit's by the command for a port, and end it; RuntimeError where it does not answer."""
    port = _find_free_port()
    process = subprocess.Popen(
        write_command(port), cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=stderr
    )
    try:
        server = Server(process, f"http://127.0.0.1:{port}")
        _wait(server)
        yield server
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=60)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Server) -> None:
    for _ in range(_TRIES):
        if server.process.poll() is not None:
            raise RuntimeError(f"the dashboard ended with status {server.process.returncode}")
        try:
            urllib.request.urlopen(f"{server.address}/_stcore/health", timeout=2)  # noqa: S310 - our own address
        except OSError:
            time.sleep(_PAUSE)
        else:
            return
    raise RuntimeError("the dashboard did not answer within three minutes")
