"""The options of `aidatlas extract` that say how much of one document is read, each with its default."""

import argparse
import math

from geo.base.limits import LIMITS, Limits

_OPTIONS = {
    "seconds": ("--seconds-a-document", "processor seconds that one document may take"),
    "characters": ("--characters-a-document", "characters of one document; a longer one is listed and not read"),
    "line": ("--characters-a-line", "characters of a line that is read as one; a longer one is read in pieces"),
    "sentence": ("--characters-a-sentence", "characters of a sentence that is read as one"),
    "row": ("--characters-a-row", "characters of a row of a CSV or a line of JSON lines; a longer one is passed over"),
}
_MEGABYTE = 2**20


def add_limit_options(command: argparse.ArgumentParser) -> None:
    """Add what one document may take."""
    command.add_argument(
        "--megabytes-a-file",
        type=_read_whole,
        metavar="N",
        help="the largest file; without it each format has its own limit",
    )
    command.add_argument(
        "--megabytes-a-register",
        type=_read_whole,
        default=LIMITS.register // _MEGABYTE,
        metavar="N",
        help=f"the largest documents.csv; without it {LIMITS.register // _MEGABYTE}",
    )
    group = command.add_argument_group("of one document: whatever is more stands in the failures with its reason")
    for name, (option, meaning) in _OPTIONS.items():
        most = getattr(LIMITS, name)
        read = _read_seconds if name == "seconds" else _read_whole
        group.add_argument(
            option, dest=name, type=read, default=most, metavar="N", help=f"{meaning}; without it {most}"
        )


def read_limits(given: argparse.Namespace) -> Limits:
    """Return the limits that were asked for."""
    most = given.megabytes_a_file
    file = None if most is None else most * _MEGABYTE
    register = given.megabytes_a_register * _MEGABYTE
    return LIMITS._replace(**{name: getattr(given, name) for name in _OPTIONS}, file=file, register=register)


def _read_seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text} is no time; give seconds, as 60")
    return seconds


def _read_whole(text: str) -> int:
    """Return a number of characters; argparse says in one line where it is none."""
    if not (text.isdecimal() and text.isascii() and 0 < int(text[:19]) < 2**31):
        raise argparse.ArgumentTypeError(f"{text} is no such number; give one from 1 to {2**31 - 1}")
    return int(text)
