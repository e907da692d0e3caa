"""The guard: whatever one document raises becomes words."""

from collections.abc import Iterator

import pytest

from geo.base.errors import ReadError
from geo.base.guards import Trouble, attempt, attempt_each
from geo.documents.language_detection import detect_language


def _fall(error: BaseException) -> object:
    raise error


def test_what_is_given_is_returned() -> None:
    assert attempt(lambda: [1, None]) == [1, None]


def test_trouble_names_its_kind_and_the_last_line_of_the_library() -> None:
    trouble = attempt(lambda: detect_language(b"\xff"))  # type: ignore[arg-type]
    assert isinstance(trouble, Trouble)
    assert trouble.kind == "AttributeError"
    assert trouble.where.startswith("geo.")
    assert f"(AttributeError in {trouble.where})" in trouble.words


def test_no_word_of_what_was_read_is_told() -> None:
    trouble = attempt(lambda: int("a secret of the document"))
    assert isinstance(trouble, Trouble)
    assert trouble.words == "its reader broke down; please report that (ValueError)"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "more memory than there is"),
        (RecursionError(), "nested too deeply"),
        (ReadError("save it as text"), "save it as text"),
    ],
)
def test_the_common_troubles_have_words_of_their_own(error: Exception, words: str) -> None:
    trouble = attempt(lambda: _fall(error))
    assert isinstance(trouble, Trouble)
    assert words in trouble.words


def test_a_panic_outside_of_python_is_trouble_too() -> None:
    class PanicException(BaseException):
        """As libraries written in Rust raise it."""

    assert isinstance(attempt(lambda: _fall(PanicException())), Trouble)


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_the_end_of_the_program_goes_on(end: type[BaseException]) -> None:
    with pytest.raises(end):
        attempt(lambda: _fall(end()))


def test_what_an_iterable_gave_before_its_trouble_is_kept() -> None:
    def give() -> Iterator[int]:
        yield 1
        yield 2
        raise KeyError("two")

    *before, trouble = attempt_each(give())
    assert before == [1, 2]
    assert isinstance(trouble, Trouble)
    assert list(attempt_each([1, None])) == [1, None]
