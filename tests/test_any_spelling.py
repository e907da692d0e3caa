"""Every language case reads the same however it is written: script, width, spaces, unseen characters.

Each case of tests/cases is read as a document in its own writing and in another, and must give the same rows, with
the words as that document has them.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from unicodedata import normalize

import pytest
from opencc import OpenCC

from tests.readings import leave_places, read

CASES = Path(__file__).parent / "cases"
_HAN = "[\u4e00-\u9fff]"
_BESIDE_DIGIT = re.compile(rf"(?<=[0-9])(?={_HAN})|(?<={_HAN})(?=[0-9])")
_LONG_WORD = re.compile(r"(?<![A-Za-z])([A-Za-z]{3})(?=[a-z]{4})")
_FULL_WIDTH = str.maketrans({chr(sign): chr(sign + 0xFEE0) for sign in range(0x30, 0x3A)})
_FULL_WIDTH_LETTERS = str.maketrans(
    {chr(sign): chr(sign + 0xFEE0) for sign in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))}
)


@cache
def make_converter(configuration: str) -> OpenCC:
    return OpenCC(configuration)


WRITINGS: dict[str, dict[str, Callable[[str], str]]] = {
    "zh": {
        "Traditional": lambda text: make_converter("s2t").convert(text),
        "Traditional of Taiwan": lambda text: make_converter("s2tw").convert(text),
        "Traditional of Hong Kong": lambda text: make_converter("s2hk").convert(text),
        "spaces beside digits": lambda text: _BESIDE_DIGIT.sub(" ", text),
        "no-break spaces": lambda text: _BESIDE_DIGIT.sub("\u00a0", text.replace(" ", "\u00a0")),
        "full width": lambda text: text.translate(_FULL_WIDTH_LETTERS),
        "zero-width spaces": lambda text: re.sub(rf"(?<={_HAN})(?={_HAN})", "\u200b", text),
    },
    "en": {
        "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
        "full width": lambda text: text.translate(_FULL_WIDTH),
        "soft hyphens": lambda text: _LONG_WORD.sub("\\1\u00ad", text),
        "accents apart": lambda text: normalize("NFD", text),
        "curly apostrophes": lambda text: text.replace("'", "’"),
        "no-break hyphens": lambda text: re.sub("(?<=[A-Za-z])-(?=[A-Za-z])", "\u2011", text),
    },
}


def write_otherwise(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the writings that change a text, each with its name."""
    for name, write in WRITINGS[language].items():
        if (written := write(text)) != text:
            yield name, written


def list_cases() -> list[tuple[str, str]]:
    """Return the text and the language of each case that another writing changes."""
    cases = []
    for language in WRITINGS:
        for path in (CASES / f"{kind}{language}.jsonl" for kind in ("", "quantities_", "events_", "tables_")):
            texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
            cases += [(text, language) for text in texts if list(write_otherwise(text, language))]
    return cases


@pytest.mark.parametrize(("text", "language"), list_cases())
def test_a_case_reads_the_same_in_any_writing(text: str, language: str) -> None:
    said = leave_places(read(text, language))
    read_otherwise = []
    for name, written in write_otherwise(text, language):
        rows = read(written, language)
        own_words = all(written[int(str(row[2])) : int(str(row[3]))] == row[4] for row in rows["mentions"])
        if leave_places(rows) != said or not own_words:
            read_otherwise.append(name)
    assert read_otherwise == []
