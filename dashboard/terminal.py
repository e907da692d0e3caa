"""What the command prints: no character of a text or path steers the terminal, and none that it cannot show ends the command."""

import contextlib
import io
import os
import re
import sys

# Control characters but the tab and the line feed, other ends of lines, and what turns the direction of all that follows.
_STEERING = "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069"
_IN_TEXT, _IN_LINE = re.compile(f"[{_STEERING}]"), re.compile(f"[{_STEERING}\t\n]")


def use_escapes() -> None:
    r"""Let a character that the terminal's encoding lacks be written as an escape (\u4e2d), whatever is printed."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def say(text: str) -> None:
    """Print some lines at once."""
    print(_show(text, _IN_TEXT), flush=True)  # noqa: T201


def warn(message: str) -> None:
    """Print one line to the standard error, with the command's name before it."""
    print(f"aidatlas: {_show(message, _IN_LINE)}", file=sys.stderr)  # noqa: T201


def hand_over(rows: str) -> None:
    """Print rows for another program, as they are and in UTF-8; on a screen nothing in them steers it."""
    if sys.stdout.isatty():
        say(rows)
        return
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    print(rows, flush=True)  # noqa: T201


def drop_output() -> None:
    """Let what is still to be printed go nowhere: at its end Python would fail once more to write it."""
    # A stream that stands for none of the system's has no number (io.UnsupportedOperation is an OSError).
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show(text: str, steering: re.Pattern[str]) -> str:
    return steering.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
