"""Whatever the rules look for is read in time that grows in step with the text, however often it is said.

What a trigger is comes from the tables themselves, so that a word that is added tomorrow is asked of, too. Two measures:
calls of functions, which are the same on every machine, show a rule that walks through what was read before; processor
time, as a ratio, a regular expression or a copy that does.
"""

from collections.abc import Callable, Sequence

import pytest

from geo.documents.dates import find_stated_dates
from geo.documents.furniture import label_lines
from geo.documents.reading import read_document_bytes
from geo.documents.sentences import split_sentences
from geo.names.mentions import read_mentions
from geo.numbers.amounts import find_amounts
from geo.statements.quantities import reads_figures
from geo.store.bodies import join_sentences
from geo.store.body_readings import read_figures, read_names
from geo.store.document_rows import extract_rows
from tests.browsing import sweep
from tests.timings import calls_in_step, grows_in_step, grows_linearly, measure
from tests.triggers import LANGUAGES, LINES, SIGNS, list_tables, list_triggers, write_line

_PROSE = "\n\nJapan gave 20 masks to Kenya this week, the government said, and it will send more of them.\n\n"
_TABLES = [(language, table) for language in LANGUAGES for table in list_tables(language)]
_FEW = 3  # words of a table that are said again and again alone


def read_whole(text: str) -> None:
    """Read a text as a file of its own, and all that it states."""
    for document in read_document_bytes("a.txt", (_PROSE + text + _PROSE).encode()):
        extract_rows(document)


def read_parts(text: str, language: str) -> None:
    """Read the lines, sentences, dates, names and numbers of a text."""
    split_sentences(label_lines(text), None, language)
    find_stated_dates(text, language)
    read_mentions(text, language)
    if reads_figures(language):
        find_amounts(text, language)


def repeat(words: Sequence[str], language: str, joint: str = " ") -> Callable[[int], str]:
    """Return a function that writes some words one after the other, again and again, to a number of characters."""
    line = joint.join(words) if language == "zh" and joint != " " else (joint or " ").join(words)
    return lambda size: (line + joint) * (size // len(line + joint) + 1)


@pytest.mark.parametrize("kind", sweep(LINES, list(LINES)[::6]))
def test_a_document_of_any_number_of_different_things_calls_no_more_than_in_step(kind: str) -> None:
    read_whole(write_line(LINES[kind], 6_000))  # what is loaded or learnt once
    assert calls_in_step(lambda size: read_whole(write_line(LINES[kind], size)), 6_000)


def test_the_names_of_an_endless_line_beside_another_language_are_told_apart_in_linear_time() -> None:
    def read(size: int) -> float:
        text = _PROSE + "中国、日本、" * (size // 6)
        body = join_sentences(next(iter(read_document_bytes("a.txt", text.encode()))))
        named = read_names(body)[0]
        return measure(lambda: read_figures(body, named))

    assert grows_in_step(read, 40_000)


@pytest.mark.parametrize(("language", "table"), sweep(_TABLES, _TABLES[::6]))
def test_a_word_said_again_and_again_is_read_in_linear_time(language: str, table: str) -> None:
    words = list_triggers(language, table)
    for word in words[:: len(words) // _FEW + 1]:
        for joint in ("" if language == "zh" else " ", "\n"):
            write = repeat([word], language, joint)
            assert grows_linearly(lambda size: read_parts(write(size), language), 3_000), (word, joint)  # noqa: B023


@pytest.mark.parametrize("end", ["", "x"])
@pytest.mark.parametrize("sign", sweep(SIGNS, SIGNS[::3]))
def test_a_mark_set_again_and_again_is_read_in_linear_time(sign: str, end: str) -> None:
    assert grows_linearly(lambda size: read_whole("x " + sign * (size // len(sign)) + end), 4_000)


@pytest.mark.slow
@pytest.mark.parametrize(("language", "table"), _TABLES)
def test_a_million_characters_of_the_words_of_a_table_are_read_in_linear_time(language: str, table: str) -> None:
    write = repeat(list_triggers(language, table), language)
    assert grows_linearly(lambda size: read_parts(write(size), language), 250_000)


@pytest.mark.slow
@pytest.mark.parametrize("kind", LINES)
def test_a_document_of_a_million_characters_is_read_and_extracted_in_linear_time(kind: str) -> None:
    assert grows_linearly(lambda size: read_whole(write_line(LINES[kind], size)), 250_000)
