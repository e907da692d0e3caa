"""How long a piece of work takes, told beside other work: seconds would judge the machine, whose speed halves at times."""

import cProfile
import gc
import time
from collections.abc import Callable

_TRIES = 3
# Processor seconds below which a difference says nothing.
_NOISE = 0.2


def count_turns(work: Callable[[], object]) -> float:
    """Return how many millions of turns of a plain loop take the processor as long as a piece of work."""
    return measure(work) / measure(_turn)


def _turn() -> None:
    for _ in range(10**6):
        pass


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Return whether four times the size takes about four times as long, in one of three tries, and never ten times."""
    return grows_in_step(lambda size: measure(lambda: work(size)), size)


def grows_in_step(seconds: Callable[[int], float], size: int) -> bool:
    """Return the same of work whose processor seconds a function tells: what prepares it is not counted."""
    return any(seconds(4 * size) < 10 * seconds(size) + _NOISE for _ in range(_TRIES))


def measure(work: Callable[[], object]) -> float:
    """Return the processor seconds of a piece of work, without the collector, which walks whatever other tests left."""
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


def count_calls(work: Callable[[], object]) -> int:
    """Return how many functions a piece of work calls, Python's own included: the same on every machine, however busy."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def calls_in_step(work: Callable[[int], object], size: int) -> bool:
    """Return whether four times the size calls about four times as many functions: a tenth may grow with the square."""
    return count_calls(lambda: work(4 * size)) < 5.2 * count_calls(lambda: work(size))
