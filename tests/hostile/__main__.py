"""Read every kind of hostile file by itself and all at once, and say of each whether it came out right.

    python -m tests.hostile [NAME…]

With names only these kinds are read, by themselves. Ends with status 1 if anything is wrong. What it makes it takes away.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from tests.hostile.every_kind import KINDS, QUICK
from tests.hostile.kinds import Kind
from tests.hostile.running import judge_alone, judge_faults, judge_together


def main(names: Sequence[str]) -> int:
    """Return the status: 1 where a kind did not come out right."""
    kinds = [kind for kind in KINDS if not names or kind.name in names]
    wrong = sum(_tell(kind.name, _judge_one(kind)) for kind in kinds)
    if not names:
        wrong += _tell_groups()
    print(f"{len(kinds)} kinds, {wrong} wrong")
    return int(wrong > 0)


def _judge_one(kind: Kind) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        return list(judge_alone(kind, Path(folder)))


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
