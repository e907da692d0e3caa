"""Read every kind of hostile file by itself and all at once, and say of each whether it came out right.

    python -m tests.hostile [NAME…]

As many are read at a time as there are processors. With names only these kinds are read, by themselves. Ends with
status 1 if anything is wrong. What it makes it takes away.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.hostile.every_kind import KINDS, QUICK
from tests.hostile.running import judge_faults, judge_named, judge_together


def main(names: Sequence[str]) -> int:
    """Return the status: 1 where a kind did not come out right."""
    known = [kind.name for kind in KINDS]
    if unknown := set(names).difference(known):
        print(f"no such kind: {', '.join(sorted(unknown))}; tests/hostile/every_kind.py lists them")
        return 2
    kinds = [name for name in known if not names or name in names]
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as processes:
        wrong = sum(_tell(name, found) for name, found in zip(kinds, processes.map(judge_named, kinds), strict=True))
    if not names:
        wrong += _tell_groups()
    print(f"{len(kinds)} kinds, {wrong} wrong")
    return int(wrong > 0)


def _tell_groups() -> int:
    """Say what is wrong when all kinds are read at once, and when the machine fails; return how much."""
    with tempfile.TemporaryDirectory() as folder:
        found = [*judge_together(QUICK, Path(folder)), *judge_faults(Path(folder))]
    wrong: dict[str, list[str]] = defaultdict(list)
    for name, what in found:
        wrong[name].append(what)
    return sum(_tell(f"at once or at fault: {name}", what) for name, what in wrong.items())


def _tell(name: str, wrong: Sequence[str]) -> bool:
    print(f"{name}: {'; '.join(wrong) or 'ok'}", flush=True)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
