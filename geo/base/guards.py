"""The one place that catches everything: what one document or file raises is told in words, and the others are read.

A document is hostile until it is read, and no list of errors is whole: whoever reads many lets each go through here.

>>> attempt(lambda: 1 + 1)
2
>>> attempt(lambda: [][0]).kind
'IndexError'
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, TypeVar

from geo.base.errors import GeoError

T = TypeVar("T")

_PACKAGE = Path(__file__).parents[1]
_WORDS = {
    "MemoryError": "reading it takes more memory than there is; split it",
    "RecursionError": "it is nested too deeply to be read",
    "UnicodeDecodeError": "it holds bytes that are no characters of its encoding",
}
_BROKE = "its reader broke down; please report that"


class Trouble(NamedTuple):
    """What ended the reading of one thing.

    `kind` is the exception's class, `where` the last line of this library that it went through ("geo.text.plain, line
    40"; empty where it went through none), `words` say it to a reader and hold nothing of what was read.
    """

    kind: str
    where: str
    words: str


def attempt(function: Callable[[], T]) -> T | Trouble:
    """Return what a function gives, or the trouble that ended it; Ctrl+C and the end of the program go on."""
    try:
        return function()
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    # Not Exception: what panics in a library written in Rust descends from BaseException alone.
    except BaseException as error:  # noqa: BLE001 - the one guard that must catch whatever a document makes of its reader
        return _describe(error)


def attempt_each(items: Iterable[T]) -> Iterator[T | Trouble]:
    """Yield what an iterable gives, and last the trouble that ended it, if one did."""
    iterator, end = iter(items), _End()
    while True:
        item = attempt(lambda: next(iterator, end))
        if item is end or isinstance(item, _End):
            return
        yield item
        if isinstance(item, Trouble):
            return


class _End:
    """What no iterable gives."""


def _describe(error: BaseException) -> Trouble:
    kind, where = type(error).__name__, _find_place(error.__traceback__)
    if isinstance(error, GeoError):
        return Trouble(kind, where, str(error))
    if isinstance(error, OSError) and error.strerror:
        return Trouble(kind, where, f"the file cannot be opened: {error.strerror}")
    return Trouble(kind, where, f"{_WORDS.get(kind, _BROKE)} ({kind}{f' in {where}' if where else ''})")


def _find_place(traceback: TracebackType | None) -> str:
    """Return the last line of this library that an exception went through."""
    place = ""
    while traceback is not None:
        file = Path(traceback.tb_frame.f_code.co_filename)
        if file.is_relative_to(_PACKAGE) and file != Path(__file__):
            module = ".".join(("geo", *file.relative_to(_PACKAGE).with_suffix("").parts))
            place = f"{module}, line {traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place
