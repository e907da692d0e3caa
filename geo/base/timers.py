"""A function with so many seconds of the processor and no more."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

from geo.base.guards import Trouble, attempt

T = TypeVar("T")

# Where a bell was swallowed (Python lets nothing be raised while it clears up), it rings again.
_AGAIN = 1.0


class TimeUp(BaseException):
    """The seconds are over. No Exception: whoever catches those would go on without end."""


def attempt_within(function: Callable[[], T], seconds: float) -> T | Trouble:
    """Return what a function gives, or the trouble that ended it; having taken more than its seconds is one.

    Time is held in the main thread alone, and where the system has timers: elsewhere the function may take all it wants.
    What a library computes without coming back to Python is ended when it does.
    """
    if not _can_ring():
        return attempt(function)
    found = attempt(lambda: _ring_after(function, seconds))
    if isinstance(found, Trouble) and found.kind == TimeUp.__name__:
        return found._replace(words=f"reading it takes more than {seconds:g} seconds of the processor")
    return found


def _can_ring() -> bool:
    return hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()


def _ring_after(function: Callable[[], T], seconds: float) -> T:
    before = signal.signal(signal.SIGVTALRM, _ring)
    try:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
            return function()
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        # Once more: the bell may have rung while it was being stopped.
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        # None: what took it was set by no Python, and cannot be set again from here.
        signal.signal(signal.SIGVTALRM, signal.SIG_DFL if before is None else before)


def _ring(number: int, frame: FrameType | None) -> None:
    raise TimeUp
