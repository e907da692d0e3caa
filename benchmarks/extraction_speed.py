"""Processor seconds a megabyte of the whole extraction, beside another checkout on the same texts.

    python -m benchmarks.extraction_speed [FOLDER] [--beside CHECKOUT]

The seeds are repeated to three hundred documents, or the texts of a folder are. Each checkout reads them five times, in
turn with the other and in a process of its own, which has read each of them once before: loading does not count. The
least and the median of the runs are printed, then the ratio of the two checkouts.
"""

import argparse
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.speeds import write_speed

_HERE = Path(__file__).resolve().parent.parent
_RUNS = 5
_DOCUMENTS = 300
# Runs in either checkout, so that it asks of `geo` only what every version has.
_EXTRACT = """
import itertools, pathlib, sys, time
import geo
texts = list(geo.read_documents(pathlib.Path(sys.argv[1])))
geo.extract(texts)
documents = list(itertools.islice(itertools.cycle(texts), int(sys.argv[2])))
begun = time.process_time()
geo.extract(documents)
print(time.process_time() - begun, sum(len(document.text.encode()) for document in documents))
"""


class Run(NamedTuple):
    """What one run took, in processor seconds, and how much it read, in bytes."""

    seconds: float
    size: int

    @property
    def rate(self) -> float:
        """Return the processor seconds a megabyte."""
        return self.seconds / self.size * 10**6


def main() -> None:
    """Measure this checkout, and another in turn with it where one is given; print a line for each and the ratio."""
    given = _read_arguments()
    checkouts = [_HERE, *([given.beside] if given.beside else [])]
    print(write_speed())
    rounds = [[_measure(checkout, given.folder) for checkout in checkouts] for _ in range(_RUNS)]
    print(f"{rounds[0][0].size / 10**6:.2f} MB, processor seconds a megabyte (least, median)")
    for name, runs in zip(("this checkout", "the other"), zip(*rounds, strict=True), strict=False):
        print(f"{name:14s} {_write([run.rate for run in runs])}")
    if given.beside:
        least, median = (
            choose([own.rate for own, _ in rounds]) / choose([other.rate for _, other in rounds])
            for choose in (min, statistics.median)
        )
        print(f"{'ratio':14s} {least:7.2f} {median:7.2f}")


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_HERE / "seeds")
    parser.add_argument("--beside", type=Path)
    return parser.parse_args()


def _measure(checkout: Path, folder: Path) -> Run:
    """Return what one run of a checkout took, in a process of its own."""
    command = [sys.executable, "-c", _EXTRACT, str(folder.resolve()), str(_DOCUMENTS)]
    paths = {**os.environ, "PYTHONPATH": str(checkout.resolve())}
    done = subprocess.run(command, cwd=checkout, env=paths, capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    seconds, size = done.stdout.split()
    return Run(float(seconds), int(size))


def _write(rates: Sequence[float]) -> str:
    return f"{min(rates):7.2f} {statistics.median(rates):7.2f}"


if __name__ == "__main__":
    main()
