"""What a file made to break its reader would do: the process that reads files is tried with it (see dashboard.doctor)."""

import os
import socket
import tempfile


def crash(_: bytes) -> bytes:
    """End at once, as a fault in a library would."""
    os.abort()


def take_memory(_: bytes) -> bytes:
    """Take more memory than any reader may."""
    return bytes(len(bytearray(2**36)))


def try_doors(_: bytes) -> bytes:
    """Return the names of what could be done and must not: a connection, a file, a program."""
    return b" ".join(name for name, door in _DOORS.items() if door())


def _connect() -> bool:
    try:
        socket.socket().close()
    except OSError:
        return False
    return True


def _write() -> bool:
    try:
        with tempfile.TemporaryFile() as file:
            file.write(b"x")
    except OSError:
        return False
    return True


def _start() -> bool:
    try:
        return os.system("true") == 0  # noqa: S605, S607 - it is to be refused
    except OSError:
        return False


_DOORS = {b"connection": _connect, b"file": _write, b"program": _start}
