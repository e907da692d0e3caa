"""A program that kills extractions: `python -m tests.kills TEXTS FOLDER STEP` kills one at every STEPth change of its folder.

Each is killed (SIGKILL) in a copy of this process, which loads everything once; another copy then completes it. Printed is
at how many moments that was done.
"""

import itertools
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from geo.documents.reading import read_documents
from geo.store import batch
from geo.store.extraction import extract_tables

PART_SIZE = 2


def main(texts: Path, folder: Path, step: int) -> None:
    """Kill and complete extractions until one has ended before its moment came."""
    extract_tables(read_documents(texts, on_failure=lambda failure: None))  # loads what reads
    for moments, moment in enumerate(itertools.count(1, step)):
        if not _kill_and_complete(texts, folder / str(moment), moment):
            print(moments)  # noqa: T201 - what the program is asked for
            return


def _kill_and_complete(texts: Path, to: Path, moment: int) -> bool:
    """Return whether an extraction was killed before it had ended; then it is completed."""
    if _run(lambda: _extract(texts, to, moment)) != -signal.SIGKILL:
        return False
    if status := _run(lambda: _extract(texts, to, None)):
        sys.exit(f"completing what was killed at change {moment} ended with {status}")
    return True


def _run(work: Callable[[], None]) -> int:
    """Return how a copy of this process ended that did some work; minus a signal where that ended it."""
    copy = os.fork()
    if copy == 0:
        try:
            work()
        finally:
            os._exit(sys.exc_info()[0] is not None)
    return os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])


def _extract(texts: Path, to: Path, last: int | None) -> None:
    """Extract; where there is a last change of the folder, the process is killed just before it would make it."""
    batch.PART_SIZE = PART_SIZE
    if last is not None:
        _count_changes(last)
    batch.extract_to_folder([texts], to)


def _count_changes(last: int) -> None:
    left = iter(range(last - 1, -1, -1))

    def wrap(change: Callable[..., object]) -> Callable[..., object]:
        def counted(*given: object, **named: object) -> object:
            if next(left) == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return change(*given, **named)

        return counted

    for owner, name in ((Path, "write_bytes"), (Path, "replace"), (Path, "unlink"), (pq, "write_table")):
        setattr(owner, name, wrap(getattr(owner, name)))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
