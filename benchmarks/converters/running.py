"""What each program is asked to do: give the code of every name, and tell the names that it knows itself."""

import json
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypedDict

# A name with the alpha-3 code that it has in the program's own data.
Known = tuple[str, str]


class Converter(NamedTuple):
    """A program that is loaded: its call for one name, the names of its own data, and the distribution it comes from."""

    convert: Callable[[str], str | None]
    known: Iterable[Known]
    distribution: str | None = None


class Answers(TypedDict):
    """What came of a program: its codes in the order of the names, its own list, and its version."""

    version: str | None
    codes: list[str | None]
    known: list[Known]


def run(load: Callable[[], Converter]) -> None:
    """Read the names from the file named first, and write the answers to the file named second."""
    names: list[str] = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    Path(sys.argv[2]).write_text(json.dumps(answer(load(), names)), encoding="utf-8")


def answer(program: Converter, names: Iterable[str]) -> Answers:
    """Return what a program says of names."""
    number = version(program.distribution) if program.distribution else None
    known = list(dict.fromkeys((name, code) for name, code in program.known if name and code))
    return Answers(version=number, codes=[program.convert(name) for name in names], known=known)
