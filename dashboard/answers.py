"""Answers that are computed once: for all readers where they see the same corpus, else for the one who asks.

A reader who has laid documents or corrections of their own on the desk sees a corpus that nobody else does; what is
answered of it is kept for that session alone, and goes with it.

An answer is handed out as it was made, to many readers at once: nobody may change it. Streamlit's own cache hands out a
copy and spells every question out to find it, which together took half of the time that drawing a page takes.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import wraps
from threading import Lock
from typing import Generic, ParamSpec, TypeVar, cast

import streamlit as st

from dashboard.session_boxes import Box, find_box, keep_box

_P = ParamSpec("_P")
_R = TypeVar("_R")
_PRIVATE, _OWN = "answers-private", "answers-own"


class _Answer(Generic[_R]):
    """An answer, or the place that is kept for it while it is made."""

    def __init__(self) -> None:
        self.lock, self.made = Lock(), list[_R]()


class _Answers(Generic[_R]):
    """The answers of a function by its arguments, the last `most` of them that were asked for."""

    def __init__(self, most: int | None) -> None:
        self._most, self._lock = most, Lock()
        self._answers: OrderedDict[Hashable, _Answer[_R]] = OrderedDict()

    def find(self, question: Hashable, ask: Callable[[], _R]) -> _R:
        """Return an answer, made now where it is not there; who asks meanwhile waits for it."""
        answer = self._take(question)
        if not answer.made:
            with answer.lock:
                if not answer.made:
                    answer.made.append(ask())
        return answer.made[0]

    def _take(self, question: Hashable) -> _Answer[_R]:
        with self._lock:
            answer = self._answers.setdefault(question, _Answer())
            self._answers.move_to_end(question)
            while self._most is not None and len(self._answers) > self._most:
                self._answers.popitem(last=False)
            return answer

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._answers.clear()


_SHARED: list[_Answers[object]] = []


def answered_once(max_entries: int | None = None) -> Callable[[Callable[_P, _R]], Callable[_P, _R]]:
    """Return a decorator that keeps the answers of a function, the last `max_entries` of them.

    Its arguments are its question: each is hashable, or named with a leading underscore and no part of it.
    """

    def decorate(ask: Callable[_P, _R]) -> Callable[_P, _R]:
        shared: _Answers[_R] = _Answers(max_entries)
        _SHARED.append(cast(_Answers[object], shared))
        names = ask.__code__.co_varnames[: ask.__code__.co_argcount]
        asked = [place for place, name in enumerate(names) if not name.startswith("_")]

        @wraps(ask)
        def answer(*args: _P.args, **kwargs: _P.kwargs) -> _R:
            question = tuple(args[place] for place in asked if place < len(args)), tuple(sorted(kwargs.items()))
            own = _find_own()
            answers = shared if own is None else own.setdefault(ask, _Answers(max_entries))
            return cast(_Answers[_R], answers).find(question, lambda: ask(*args, **kwargs))

        return answer

    return decorate


def forget_answers() -> None:
    """Forget what all readers share: another corpus is shown."""
    for answers in _SHARED:
        answers.clear()


def is_private() -> bool:
    """Return whether the reader sees a corpus that nobody else does."""
    return bool(st.session_state.get(_PRIVATE, False))


def keep_private(private: bool) -> None:
    """Say whether the reader now sees a corpus of their own, and forget what was answered of the one before."""
    st.session_state[_PRIVATE] = private
    if (before := find_box(_OWN)) is not None:
        before.clear()


def _find_own() -> Box | None:
    """Return the box of the answers of the reader's own corpus, by function; None where they see what everybody sees."""
    return (find_box(_OWN) or keep_box(_OWN)) if is_private() else None
