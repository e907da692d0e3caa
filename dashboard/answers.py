"""Answers that are computed once: for all readers where they see the same corpus, else for the one who asks.

A reader who has laid documents or corrections of their own on the desk sees a corpus that nobody else does; what is
answered of it is kept for that session alone, and goes with it.
"""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, Protocol, TypeVar

import streamlit as st

_P = ParamSpec("_P")
_R = TypeVar("_R")
_PRIVATE = "answers-private"


class _Clearable(Protocol):
    """A function that forgets its answers."""

    def clear(self) -> None:
        """Forget them."""


_OWN: list[_Clearable] = []


def answered_once(max_entries: int | None = None) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator that keeps the answers of a function, the last `max_entries` of them."""

    def decorate(ask: Callable[_P, _R]) -> Callable[_P, _R]:
        shared = st.cache_data(show_spinner=False, max_entries=max_entries)(ask)
        own = st.cache_data(show_spinner=False, max_entries=max_entries, scope="session")(ask)
        _OWN.append(own)

        @wraps(ask)
        def answer(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            return own(*args, **kwargs) if is_private() else shared(*args, **kwargs)

        return answer

    return decorate


def is_private() -> bool:
    """Return whether the reader sees a corpus that nobody else does."""
    return bool(st.session_state.get(_PRIVATE, False))


def keep_private(private: bool) -> None:
    """Say whether the reader now sees a corpus of their own, and forget what was answered of the one before."""
    st.session_state[_PRIVATE] = private
    for ask in _OWN:
        ask.clear()
