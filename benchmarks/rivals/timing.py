"""What each program is asked to do: read every text, and read them again and again against the clock."""

import json
import sys
import time
from collections.abc import Callable, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Generic, NamedTuple, TypedDict, TypeVar

_SECONDS = 2.0
_LEAST_BYTES = 200_000
_STATUS = Path("/proc/self/status")
Found = TypeVar("Found")
# Start and end in characters, None where the program gives no place; then the code, or the name, of the country.
Raw = tuple[int | None, int | None, str]


class Program(NamedTuple, Generic[Found]):
    """A program that is loaded.

    `read` is the program's own call and is what is timed; it takes a text and its language, None where that is not
    told. `list_hits` draws the countries and areas from what came of it.
    """

    read: Callable[[str, str | None], Found]
    list_hits: Callable[[str, Found], list[Raw]]
    distribution: str | None = None


class Task(TypedDict):
    """The texts by language, and whether the program is told the language."""

    texts: dict[str, list[str]]
    told: bool


class Result(TypedDict):
    """What came of a program: its hits in each text, and its costs.

    Seconds are the processor's. Speed is in bytes of UTF-8 a second, by language, one text a call. Memory is what the process grew by, in
    bytes; None where the system does not tell.
    """

    version: str | None
    hits: dict[str, list[list[Raw]]]
    speed: dict[str, float]
    import_seconds: float
    first_seconds: float
    import_bytes: int | None
    first_bytes: int | None


def run(load: Callable[[], Program[Found]]) -> None:
    """Load a program, do the task of the first file named on the command line, write the second."""
    task: Task = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_text(json.dumps(measure(load, task)), encoding="utf-8")


def measure(load: Callable[[], Program[Found]], task: Task) -> Result:
    """Return what came of a program."""
    bytes_before, begun = measure_memory(), time.process_time()
    program = load()
    bytes_loaded, loaded = measure_memory(), time.process_time()
    language, texts = next(iter(task["texts"].items()))
    program.read(texts[0], language if task["told"] else None)
    called, bytes_called = time.process_time(), measure_memory()
    readings = {key: _read_all(program, some, key if task["told"] else None) for key, some in task["texts"].items()}
    return Result(
        version=version(program.distribution) if program.distribution else None,
        hits={key: hits for key, (hits, _) in readings.items()},
        speed={key: speed for key, (_, speed) in readings.items()},
        import_seconds=loaded - begun,
        first_seconds=called - loaded,
        import_bytes=_subtract(bytes_loaded, bytes_before),
        first_bytes=_subtract(bytes_called, bytes_loaded),
    )


def _read_all(program: Program[Found], texts: Sequence[str], language: str | None) -> tuple[list[list[Raw]], float]:
    """Return the hits in each text, and the bytes read in a second.

    The first reading warms the program up; then the texts are read until two seconds are full, and the fastest time
    counts, as the others were disturbed. Few texts are read several times over, so that the clock can tell.
    """
    hits = [program.list_hits(text, program.read(text, language)) for text in texts]
    size = sum(len(text.encode()) for text in texts)
    often = list(texts) * (1 + _LEAST_BYTES // max(size, 1))
    times: list[float] = []
    while sum(times) < _SECONDS:
        times.append(_measure_once(program, often, language))
    return hits, sum(len(text.encode()) for text in often) / min(times)


def _measure_once(program: Program[Found], texts: Sequence[str], language: str | None) -> float:
    """Return the seconds that a program needs for the texts."""
    read, begun = program.read, time.process_time()
    for text in texts:
        read(text, language)
    return time.process_time() - begun


def measure_memory() -> int | None:
    """Return the bytes of memory that this process holds, where /proc tells."""
    if not _STATUS.exists():
        return None
    fields = dict(line.split(":", 1) for line in _STATUS.read_text().splitlines())
    return int(fields["VmRSS"].split()[0]) * 1024


def _subtract(after: int | None, before: int | None) -> int | None:
    return None if after is None or before is None else after - before
