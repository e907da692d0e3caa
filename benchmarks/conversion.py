"""How many names are turned into the right code: AidAtlas beside other programs, on their lists and on ours, in one run.

    python -m benchmarks.conversion [--environments FOLDER]

Each program is installed from the package index into an environment of its own (--environments keeps them for the next
run). The lists are the names that each program's own data give to a code, as it is installed, and
tests/cases/messy_names.csv, where a name without a code is that of no country or area, or of two. Each list is asked of
all programs, name by name. The table is printed in Markdown: how many names have the right code (or rightly none), a
wrong code, and none though there is one.
"""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.converters.running import Answers, Known
from benchmarks.environments import install
from geo.reference.areas import read_areas

_PROJECT = Path(__file__).resolve().parent.parent
_MESSY = _PROJECT / "tests" / "cases" / "messy_names.csv"
_SECONDS = 600
_OURS = "messy names"
# Kosovo has no code in ISO 3166: programs choose one that is free.
_SAME = {"XKV": "XKX", "XKS": "XKX", "UNK": "XKX"}


class Program(NamedTuple):
    """A program to measure: its module in benchmarks.converters, what to install (None: our own environment), an option.

    `beside` is what it has to be installed with.
    """

    name: str
    module: str
    distribution: str | None = None
    option: str | None = None
    beside: tuple[str, ...] = ()


PROGRAMS = (
    Program("AidAtlas", "aidatlas"),
    Program("AidAtlas, fuzzy", "aidatlas", option="fuzzy"),
    # Its release 1.3.2 fails with pandas 3.
    Program("country_converter", "country_converter", "country_converter", beside=("pandas<3",)),
    Program("countryguess", "countryguess", "countryguess"),
    Program("hdx-python-country", "hdx_python_country", "hdx-python-country"),
    Program("pycountry search_fuzzy", "pycountry_search", "pycountry"),
)


def main() -> None:
    """Measure all programs and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--environments", type=Path, help="where the environments are kept for the next run")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        environments = given.environments or work
        own = {one.name: _run(one, [], environments, work)["known"] for one in PROGRAMS if one.distribution}
        lists = {_OURS: read_messy(), **{name: choose_known(known) for name, known in own.items()}}
        names = list(dict.fromkeys(name for known in lists.values() for name in known))
        answers = {one.name: _run(one, names, environments, work) for one in PROGRAMS}
    print("\n".join(write_table(names, answers, lists)))


def read_messy() -> dict[str, str]:
    """Return our own names with their codes, "" where none is right."""
    with _MESSY.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["code"] for row in csv.DictReader(file)}


def choose_known(known: Iterable[Known]) -> dict[str, str]:
    """Return the names that a program's data give to one country or area of ours."""
    codes: dict[str, set[str]] = {}
    for name, code in known:
        codes.setdefault(name, set()).add(_SAME.get(code, code))
    single = {name: found.pop() for name, found in codes.items() if len(found) == 1}
    return {name: code for name, code in single.items() if code in read_areas()}


def _run(program: Program, names: Sequence[str], environments: Path, work: Path) -> Answers:
    """Return what a program says of names; what is installed elsewhere must not help it."""
    print(f"{program.name} …", file=sys.stderr, flush=True)
    task, result = work / "names.json", work / "answers.json"
    task.write_text(json.dumps(names), encoding="utf-8")
    wanted, beside = program.distribution, program.beside
    python = install(wanted, environments, _SECONDS, *beside) if wanted else Path(sys.executable)
    command = [str(python), "-m", f"benchmarks.converters.{program.module}", str(task), str(result)]
    alone = {key: setting for key, setting in os.environ.items() if key != "PYTHONPATH"}
    asked = [*command, *([program.option] if program.option else [])]
    subprocess.run(  # noqa: S603 - our own command
        asked, check=True, stdout=subprocess.DEVNULL, cwd=_PROJECT, env=alone, timeout=_SECONDS
    )
    answers: Answers = json.loads(result.read_text(encoding="utf-8"))
    return answers


def write_table(
    names: Sequence[str], answers: Mapping[str, Answers], lists: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    """Yield the lines of the table: a program a row, a list a column, in each cell right / wrong / unknown."""
    yield _row(["right / wrong / unknown", *(f"{name} ({len(known)})" for name, known in lists.items())])
    yield _row(["---", *["---:"] * len(lists)])
    for program, said in answers.items():
        codes = dict(zip(names, said["codes"], strict=True))
        counts = (count(known, codes) for known in lists.values())
        version = f" {said['version']}" if said["version"] else ""
        yield _row([f"{program}{version}", *(" / ".join(str(one[kind]) for kind in KINDS) for one in counts)])


KINDS = ("right", "wrong", "unknown")


def count(known: Mapping[str, str], codes: Mapping[str, str | None]) -> Counter[str]:
    """Return how many names have the right code, a wrong one, and none though there is one."""
    return Counter(_judge(code, codes[name]) for name, code in known.items())


def _judge(code: str, found: str | None) -> str:
    said = _SAME.get(found or "", found or "")
    if said == code:
        return "right"
    return "wrong" if said else "unknown"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
