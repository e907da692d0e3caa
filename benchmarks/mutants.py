"""How many changes of the rooms that read language make a test fail: a random sample of them, the same for a seed.

    python -m benchmarks.mutants [NAME…] [--sample N] [--seed N] [--room ROOM]… [--processes N]

mutmut changes one expression of a function at a time (a mutant) and runs the tests that call the function. All mutants
take a day; a sample of 300 tells the share of those that are noticed to within five of a hundred. With names (patterns
as `geo.attachment.pairs.*`) those mutants are tried and none is drawn. Printed are the counts of each room and what
each mutant that no test noticed has changed. One that runs without end is noticed, one that no test reaches is not.
mutmut leaves decorated functions, module constants and the fields of records as they are.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path

from mutmut.mutation.diff_apply import find_mutant, get_diff_for_mutant
from mutmut.mutation.file_mutation import mutate_file_contents
from mutmut.utils.format_utils import get_mutant_name

ROOMS = ("text", "attachment", "modality", "clauses", "statements")
_PROJECT = Path(__file__).resolve().parent.parent
_MUTMUT = Path(sys.executable).with_name("mutmut")
# The exits of a run of tests that noticed a mutant: a failed test, an error of pytest, too long a time.
_NOTICED = {1, 3, 24, -24, 36, 152, 255}


def list_mutants(room: str) -> list[str]:
    """Return the names of all mutants of a room, in the order of its files."""
    return [
        get_mutant_name(path.relative_to(_PROJECT), name)
        for path in sorted((_PROJECT / "geo" / room).rglob("*.py"))
        for name in mutate_file_contents(str(path), path.read_text(encoding="utf-8")).mutant_names
    ]


def choose_mutants(names: Sequence[str], patterns: Sequence[str], sample: int, seed: int) -> list[str]:
    """Return the mutants that a pattern fits, or a random sample of all, the same for a seed."""
    if patterns:
        return [name for name in names if any(fnmatch(name, pattern) for pattern in patterns)]
    return sorted(random.Random(seed).sample(names, min(sample, len(names))))  # noqa: S311 no secret


def try_mutants(names: Sequence[str], processes: int) -> dict[str, bool]:
    """Run the tests against each mutant and return whether one noticed it."""
    # mutmut copies anew only what is Python: an old copy would keep the words of a language as they were.
    shutil.rmtree(_PROJECT / "mutants", ignore_errors=True)
    subprocess.run([_MUTMUT, "run", "--max-children", str(processes), *names], cwd=_PROJECT, check=True)  # noqa: S603
    exits: dict[str, int | None] = {}
    for path in (_PROJECT / "mutants" / "geo").rglob("*.meta"):
        exits |= json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"]
    return {name: exits[name] in _NOTICED for name in names}


def write_counts(noticed: Mapping[str, bool]) -> Iterable[str]:
    """Yield a line for each room and one for all: mutants tried, noticed, and their share."""
    tried = Counter(name.split(".")[1] for name in noticed)
    found = Counter(name.split(".")[1] for name, was_noticed in noticed.items() if was_noticed)
    yield f"{'room':12}{'mutants':>8}{'noticed':>9}{'share':>9}"
    rows = [(room, tried[room], found[room]) for room in ROOMS if tried[room]]
    for room, mutants, right in [*rows, ("all", tried.total(), found.total())]:
        yield f"{room:12}{mutants:8}{right:9}{right / mutants:9.1%}"


def read_change(name: str) -> str:
    """Return the name of a mutant and what it changes, as the lines of a difference."""
    return f"# {name}\n{get_diff_for_mutant(name, path=find_mutant(name).path)}"


def main(arguments: Sequence[str] | None = None) -> None:
    """Draw mutants, try them, and print the counts and the changes that no test noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--sample", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    told = parser.parse_args(arguments)
    names = [name for room in told.room or ROOMS for name in list_mutants(room)]
    chosen = choose_mutants(names, told.names, told.sample, told.seed)
    noticed = try_mutants(chosen, told.processes)
    for name in sorted(name for name, was_noticed in noticed.items() if not was_noticed):
        print(read_change(name))
    print(*write_counts(noticed), sep="\n")


if __name__ == "__main__":
    main()
