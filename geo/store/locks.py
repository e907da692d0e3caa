"""One extraction at a time into a folder: a lock that the system takes back from a process that has died."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from geo.base.errors import CorpusError

LOCK = "corpus.lock"
# A file system that knows no locks (some of a cluster's): what is written there is written without.
_NO_LOCKS = frozenset({errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF})

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextlib.contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Let nobody else write into a folder meanwhile, which is made; raise CorpusError where somebody does.

    On a file system without locks nobody is kept out.
    """
    with _open_locked(folder) as file:
        try:
            yield
        finally:
            # Removed while it is held: who waits for it finds another file under its name, and takes that one.
            with contextlib.suppress(OSError):
                Path(file.name).unlink()


def _open_locked(folder: Path) -> IO[bytes]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        while True:
            file = (folder / LOCK).open("ab")
            if _is_taken(file):
                file.close()
                raise CorpusError(
                    f"{folder}: another extraction is writing there; wait until it has ended, or name another folder"
                )
            if _is_named(file):
                return file
            file.close()
    except OSError as error:
        raise CorpusError(f"{folder}: the tables cannot be written there: {error.strerror or error}") from error


def _is_taken(file: IO[bytes]) -> bool:
    try:
        _lock(file)
    except OSError as error:
        return error.errno not in _NO_LOCKS
    return False


def _is_named(file: IO[bytes]) -> bool:
    """Return whether the file still lies under its name: who held it before may have removed it meanwhile."""
    try:
        return os.path.samestat(Path(file.name).stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False
