"""Answers that are kept: for all readers where they see the same corpus, for one alone where it is their own."""

from streamlit.testing.v1 import AppTest


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
