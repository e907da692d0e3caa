"""Many readers at once, each with a document of their own: how long they wait, and what they leave behind.

    python -m benchmarks.load [--sessions 100] [--seconds 300] [--pause 5] [--rest 150] [PATH…]

Every session speaks the browser's own protocol. It opens the page *World*, uploads a document, which is read, and then
chooses one country after another by the page's address, each time a full rerun of the page. In a second turn each also
opens its document beside the others, so that every reader sees figures of their own and no answer serves two. Before, as
many sessions ask Streamlit's own hello page, in the same run on the same machine, with the same uploads: where a machine
has other load only how they compare says something, and best what they take of the processor.

Printed are reruns, errors, how long a rerun took until its last message, and memory and open files of the server and
its processes: before, the most under load, and after a rest in which Streamlit forgets sessions that are gone.
"""

import argparse
import asyncio
import contextlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import WebSocketException

from benchmarks.sessions import File, Rerun, Session, open_socket
from benchmarks.speeds import write_speed
from tests.servers import Server, start_dashboard, start_server

_CODES = ("ITA", "SRB", "KHM", "LAO", "PAK", "IRN", "IRQ", "FRA", "DEU", "JPN", "KOR", "VEN", "ZWE", "EGY", "USA")
_TEXT = "26 March 2020\n\nChina sent 30 tonnes of masks to Italy, and 12 doctors to Serbia and to Laos ({}).\n"
_LOOK = 2.0

Begin = Callable[[Session, File], Awaitable[list[Rerun]]]


class Load(NamedTuple):
    """How many sessions ask, for how many seconds, how long each rests between two questions, and all rest at the end."""

    sessions: int
    seconds: float
    pause: float
    rest: float


class Held(NamedTuple):
    """What a server and its processes hold: memory in megabytes, open files, and how many processes they are."""

    memory: float
    files: int
    processes: int


class Asked(NamedTuple):
    """What the sessions met: first pages and documents, then the reruns, and the processor's seconds for one of these."""

    begun: list[Rerun]
    reruns: list[Rerun]
    processor: float


class Found(NamedTuple):
    """What a load came to, and what was held before, at most, and after."""

    asked: Asked
    held: tuple[Held, Held, Held]

    @property
    def times(self) -> list[float]:
        """How long each rerun took."""
        return [one.seconds for one in self.asked.reruns if not one.failed] or [0.0]


async def add_document(session: Session, file: File) -> list[Rerun]:
    """Upload a document to our dashboard, which reads it."""
    button = session.find(lambda one: one.id.endswith("-desk-button"))
    opened = await session.set_widget(button, WidgetState(trigger_value=True))
    field = session.find(lambda one: one.kind == "file_uploader")
    return [opened, await session.set_widget(field, await session.upload(file))]


async def open_document(session: Session, file: File) -> list[Rerun]:
    """Upload a document to our dashboard and open it beside the others."""
    done = await add_document(session, file)
    button = session.find(lambda one: one.id.endswith("-desk-open"))
    return [*done, await session.set_widget(button, WidgetState(trigger_value=True))]


async def only_upload(session: Session, file: File) -> list[Rerun]:
    """Upload a document to a page that has no use for it."""
    await session.upload(file)
    return []


async def visit_all(server: Server, page: str, begin: Begin, load: Load) -> Asked:
    """Return what all sessions met: first each opens its page and its document, then all ask on."""
    async with contextlib.AsyncExitStack() as opened:
        asking = (visit(opened, server.address, page, begin, load, number) for number in range(load.sessions))
        sessions, begun = zip(*await asyncio.gather(*asking), strict=True)
        before = spend(server)
        reruns = await asyncio.gather(*(ask_on(one, load, number) for number, one in enumerate(sessions)))
        spent = spend(server) - before
    count = sum(map(len, reruns))
    return Asked(
        [one for ones in begun for one in ones], [one for ones in reruns for one in ones], spent / max(1, count)
    )


async def visit(
    opened: contextlib.AsyncExitStack, address: str, page: str, begin: Begin, load: Load, number: int
) -> tuple[Session, list[Rerun]]:
    """Return a session that has opened its page and its document, and how long each step of that took."""
    await _wait_turn(load, number)
    session = Session(address, await opened.enter_async_context(open_socket(address)), page)
    begun = [await session.ask("")]
    return session, begun + await begin(session, File(f"{number}.txt", _TEXT.format(number).encode()))


async def ask_on(session: Session, load: Load, number: int) -> list[Rerun]:
    """Return the reruns of a session that chooses one country after another; where it breaks off the last has failed."""
    await _wait_turn(load, number)
    done, end = list[Rerun](), time.monotonic() + load.seconds
    while time.monotonic() < end:
        try:
            done.append(await session.ask(f"codes={_CODES[(number + len(done)) % len(_CODES)]}"))
        except (OSError, TimeoutError, WebSocketException) as error:
            print(f"a session broke off: {error!r}", file=sys.stderr)
            return [*done, Rerun(0, 0, True)]
        await asyncio.sleep(load.pause)
    return done


async def _wait_turn(load: Load, number: int) -> None:
    """Wait, each session for another time: readers do not click in step."""
    await asyncio.sleep(load.pause * number / load.sessions)


async def measure(server: Server, page: str, begin: Begin, load: Load) -> Found:
    """Return what a load came to on a running server, which has answered some before."""
    await visit_all(server, page, begin, Load(2, 2 * len(_CODES) * 0.1, 0.1, 0))
    before = most = look(server)
    asking = asyncio.create_task(visit_all(server, page, begin, load))
    while not asking.done():
        await asyncio.wait([asking], timeout=_LOOK)
        now = look(server)
        most = Held(max(most.memory, now.memory), max(most.files, now.files), max(most.processes, now.processes))
    await asyncio.sleep(load.rest)
    # Streamlit forgets sessions that are gone when it is asked again.
    await visit_all(server, page, begin, Load(1, 0, 0.1, 0))
    await asyncio.sleep(_LOOK)
    return Found(asking.result(), (before, most, look(server)))


def look(server: Server) -> Held:
    """Return what a server and its processes hold now; Linux alone tells."""
    family = list_family(server.process.pid)
    files = memory = 0
    for process in family:
        # One that ends meanwhile holds nothing.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            files += len(list(Path(f"/proc/{process}/fd").iterdir()))
            memory += _read_share(process)
    return Held(memory / 1000, files, len(family))


def _read_share(process: int) -> int:
    """Return a process's memory in kilobytes; of what several share each has its part."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise RuntimeError("the system does not tell how much memory a process holds")


def spend(server: Server) -> float:
    """Return how many seconds of the processor a server and its processes have taken; Linux alone tells."""
    ticks = 0
    for process in list_family(server.process.pid):
        # Behind the name, which may hold anything: its own time and that of what it started and has ended.
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            ticks += sum(map(int, Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:15]))
    return ticks / os.sysconf("SC_CLK_TCK")


def list_family(process: int) -> list[int]:
    """Return the numbers of a process and all that it has started."""
    family = [process]
    for one in family:
        for thread in Path(f"/proc/{one}/task").glob("*"):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                family += map(int, (thread / "children").read_text().split())
    return family


@contextlib.contextmanager
def start_hello() -> Iterator[Server]:
    """Start Streamlit's own hello page with the settings of our dashboard that cost time, and end it."""
    with start_server(
        lambda port: [
            *(sys.executable, "-m", "streamlit", "hello", f"--server.port={port}", "--server.address=127.0.0.1"),
            *("--server.headless=true", "--server.fileWatcherType=none", "--browser.gatherUsageStats=false"),
        ],
        stderr=subprocess.DEVNULL,
    ) as server:
        yield server


def find_rank(times: Sequence[float], share: float) -> float:
    """Return the time that a share of all does not exceed."""
    return sorted(times)[min(len(times) - 1, int(share * len(times)))]


def tell(name: str, found: Found) -> None:
    """Print what a load came to."""
    begun, reruns, processor = found.asked
    errors = sum(one.failed for one in (*begun, *reruns))
    first = [one.seconds for one in begun]
    print(f"{name}: {len(reruns)} reruns, {errors} errors")
    print(
        f"  a rerun: median {statistics.median(found.times):.3f} s, 95th percentile {find_rank(found.times, 0.95):.3f} s"
    )
    print(f"  a rerun: {processor:.3f} s of the processor")
    print(f"  before, each of first page and document: 95th percentile {find_rank(first, 0.95):.3f} s")
    for when, held in zip(("before", "most", "after"), found.held, strict=True):
        print(f"  {when}: {held.memory:.0f} MB, {held.files} open files, {held.processes} processes")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--pause", type=float, default=5)
    parser.add_argument("--rest", type=float, default=150)
    parser.add_argument("paths", nargs="*", type=Path)
    given = parser.parse_args()
    load = Load(given.sessions, given.seconds, given.pause, given.rest)
    print(write_speed(), flush=True)
    with start_hello() as server:
        hello = asyncio.run(measure(server, "", only_upload, load))
    tell("Streamlit's hello page", hello)
    for name, begin in (("World", add_document), ("World, with documents of their own", open_document)):
        with start_dashboard(*given.paths) as server:
            ours = asyncio.run(measure(server, "world", begin, load))
        tell(name, ours)
        compare(ours, hello)


def compare(ours: Found, hello: Found) -> None:
    """Print how many times as long and as much as on the hello page a rerun took."""
    waits = [find_rank(one.times, 0.95) for one in (ours, hello)]
    processor = ours.asked.processor / hello.asked.processor
    print(f"  times the hello page's: 95th percentile {waits[0] / waits[1]:.2f}, processor {processor:.2f}", flush=True)


if __name__ == "__main__":
    main()
