"""How long `aidatlas draw` takes for the map of the seeds, from the command to the file, without any browser.

    python -m benchmarks.draw

The target is 5 s. Each ending is drawn three times; the least and the most are printed.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.speeds import write_speed
from tests.servers import PROJECT

_RUNS = 3
_ENDINGS = ("png", "svg", "pdf", "html")


def main() -> None:
    """Measure and print."""
    print(write_speed())
    with tempfile.TemporaryDirectory() as folder:
        for ending in _ENDINGS:
            times = [_draw(Path(folder) / f"map.{ending}") for _ in range(_RUNS)]
            print(f"{ending:4s} {min(times):.1f} to {max(times):.1f} s")


def _draw(file: Path) -> float:
    """Return the seconds of one run of the command."""
    command = [sys.executable, "-m", "dashboard.command", "draw", "seeds", "--chart", "map", "--to", str(file)]
    begun = time.monotonic()
    subprocess.run(command, check=True, cwd=PROJECT, stdout=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
