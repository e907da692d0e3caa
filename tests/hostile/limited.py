"""The `aidatlas` command in a process with limits, as `ulimit` sets them; `python -m tests.hostile.limited WORDS…`.

The limits count from where the interpreter has read the library: what it then needs is for the documents.
"""

import os
import resource
import sys
from pathlib import Path

import dashboard.command
from dashboard.__main__ import main

MEMORY = 2 * 2**30  # bytes
SECONDS = 60  # of the processor


def limit() -> None:
    """Hold this process, and those that it starts, to so much memory more and so much processor time."""
    assert dashboard.command
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    memory = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    # The size of a file, where one is given: a disk that is full.
    if size := os.environ.get("HOSTILE_FILE_SIZE"):
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(size), int(size)))


if __name__ == "__main__":
    limit()
    sys.argv[0] = "aidatlas"
    main()
