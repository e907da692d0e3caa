"""Many readers at once: sessions over real websockets, each asking for another country every two seconds.

    python -m benchmarks.dashboard [--sessions 20] [--seconds 120] [PATH…]

Every session speaks the browser's own protocol: it opens the page *World*, then chooses one country after another by the
page's address, each time a full rerun of the page. Printed are the reruns, the errors, how long a rerun took until its last
message, and how much memory a session added to the server. The targets are no error, 1 s at the 95th percentile and
30 MB a session.
"""

import argparse
import asyncio
import statistics
import time
from pathlib import Path
from typing import NamedTuple

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.speeds import write_speed
from tests.servers import Server, start_dashboard

_CODES = ("ITA", "SRB", "KHM", "LAO", "PAK", "IRN", "IRQ", "FRA", "DEU", "JPN", "KOR", "VEN", "ZWE", "EGY", "USA")
_PAGE = "world"
_PAUSE = 2.0
_PATIENCE = 60.0
_LARGEST_MESSAGE = 50_000_000


class Rerun(NamedTuple):
    """One rerun: how long it took in seconds, the bytes it sent, and whether it showed an error."""

    seconds: float
    size: int
    failed: bool


async def visit(dashboard: str, seconds: float, number: int) -> list[Rerun]:
    """Return the reruns of one session that opens the page of a dashboard and then asks on for some seconds."""
    address = dashboard.replace("http", "ws", 1) + "/_stcore/stream"
    origin = websockets.Origin(dashboard)
    async with websockets.connect(
        address, origin=origin, subprotocols=[websockets.Subprotocol("streamlit")], max_size=_LARGEST_MESSAGE
    ) as socket:
        done = [await rerun(socket, "")]
        end = time.monotonic() + seconds
        # Not all at the same moment: readers do not click in step.
        await asyncio.sleep(_PAUSE * (number % 10) / 10)
        turn = number
        while time.monotonic() < end:
            begun = time.monotonic()
            done.append(await rerun(socket, f"codes={_CODES[turn % len(_CODES)]}"))
            turn += 1
            await asyncio.sleep(max(0, _PAUSE - (time.monotonic() - begun)))
        return done


async def rerun(socket: websockets.ClientConnection, query: str) -> Rerun:
    """Ask for the page at an address and take all its messages."""
    ask = BackMsg()
    ask.rerun_script.query_string, ask.rerun_script.page_name = query, _PAGE
    begun, size, failed = time.monotonic(), 0, False
    await socket.send(ask.SerializeToString())
    while True:
        data = await asyncio.wait_for(socket.recv(), _PATIENCE)
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        size += len(data)
        failed |= message.delta.new_element.HasField("exception")
        if message.HasField("script_finished"):
            failed |= message.script_finished != ForwardMsg.FINISHED_SUCCESSFULLY
            return Rerun(time.monotonic() - begun, size, failed)


def measure_memory(server: Server) -> float:
    """Return the memory that a server holds, in megabytes; Linux alone tells."""
    for line in Path(f"/proc/{server.process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1000
    raise RuntimeError("the system does not tell how much memory the server holds")


async def visit_all(dashboard: str, sessions: int, seconds: float) -> list[Rerun]:
    """Return the reruns of all sessions."""
    visits = await asyncio.gather(*(visit(dashboard, seconds, number) for number in range(sessions)))
    return [one for done in visits for one in done]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("paths", nargs="*", type=Path)
    given = parser.parse_args()
    print(write_speed())
    with start_dashboard(*given.paths) as server:
        asyncio.run(visit_all(server.address, 1, 2 * len(_CODES)))  # every answer is made once
        before = measure_memory(server)
        done = asyncio.run(visit_all(server.address, given.sessions, given.seconds))
        grown = (measure_memory(server) - before) / given.sessions
    times = sorted(one.seconds for one in done)
    print(f"{given.sessions} sessions, {len(done)} reruns, {sum(one.failed for one in done)} errors")
    print(f"a rerun: median {statistics.median(times):.2f} s, 95th percentile {times[int(0.95 * len(times))]:.2f} s")
    print(f"sent: median {statistics.median(one.size for one in done) / 1000:.1f} kB")
    print(f"memory: {before:.0f} MB before, {grown:.1f} MB more a session")


if __name__ == "__main__":
    main()
