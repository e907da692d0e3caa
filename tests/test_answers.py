"""Answers that are kept: for all readers where they see the same corpus, for one alone where it is their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from streamlit.runtime.caching import clear_session_resource_cache
from streamlit.testing.v1 import AppTest

from dashboard.answers import answered_once


def _ask_page() -> None:
    import streamlit as st

    from dashboard.answers import keep_private
    from tests.test_answers import ask

    if "own" in st.session_state:
        keep_private(st.session_state["own"])
    st.write(f"{ask('a')}")


TIMES: list[str] = []


def _count(word: str) -> int:
    TIMES.append(word)
    return len(TIMES)


def _make() -> object:
    from dashboard.answers import answered_once

    return answered_once()(_count)


_ANSWER = _make()


def ask(word: str) -> object:
    """Return how often was asked until this answer was made."""
    assert callable(_ANSWER)
    return _ANSWER(word)


def _read(page: AppTest) -> str:
    assert not page.exception
    return page.markdown[0].value


def test_readers_share_an_answer_until_one_has_a_corpus_of_their_own() -> None:
    first, second = AppTest.from_function(_ask_page).run(), AppTest.from_function(_ask_page).run()
    shared = _read(first)
    assert _read(second) == shared
    first.session_state["own"] = True
    own = _read(first.run())
    assert own != shared
    assert _read(second.run()) == shared
    first.session_state["own"] = False
    assert _read(first.run()) == shared


def test_answers_of_a_reader_s_own_corpus_go_when_the_session_ends() -> None:
    page = AppTest.from_function(_ask_page)
    page.session_state["own"] = True
    _read(page.run())
    kept = page.session_state["answers-own"]
    assert kept
    clear_session_resource_cache("test session id")
    assert not kept


def test_many_who_ask_at_once_wait_for_one_answer() -> None:
    begun, asked = Barrier(4), []

    @answered_once()
    def count(word: str) -> int:
        asked.append(word)
        return len(asked)

    def ask_with_others(_: int) -> int:
        begun.wait()
        return count("a")

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(ask_with_others, range(4))) == [1, 1, 1, 1]


def test_of_many_answers_the_last_asked_for_are_kept() -> None:
    asked = []

    @answered_once(2)
    def note(word: str) -> str:
        asked.append(word)
        return word

    for word in "abacab":
        note(word)
    assert "".join(asked) == "abcb"
