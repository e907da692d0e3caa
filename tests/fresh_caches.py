"""A plugin of pytest for mutants: what the rooms that read language keep of one test is made anew in the next.

Else what a mutant changes in a table would never be read: mutmut runs its tests in copies of a process that has run
them all before. What geo.text keeps takes long to make, and is made anew only once in a run.
"""

import sys
from collections.abc import Callable, Iterator
from functools import cache

_ROOMS = ("geo.attachment", "geo.modality", "geo.clauses", "geo.statements")


def pytest_sessionstart() -> None:
    """Forget what geo.text keeps."""
    for forget in _find_caches(("geo.text",)):
        forget()


def pytest_runtest_setup() -> None:
    """Forget what the other rooms keep."""
    for forget in _list_caches():
        forget()


@cache
def _list_caches() -> tuple[Callable[[], None], ...]:
    return tuple(_find_caches(_ROOMS))


def _find_caches(rooms: tuple[str, ...]) -> Iterator[Callable[[], None]]:
    modules = [module for name, module in sys.modules.items() if name.startswith(rooms)]
    for module in modules:
        yield from (value.cache_clear for value in vars(module).values() if hasattr(value, "cache_clear"))
