"""Characters a second of processor time for texts that are dense in one thing, and for ordinary prose.

    python -m benchmarks.dense_texts [CHARACTERS] [--only KIND]

Each text is one document of so many characters (100,000), read as a file is and extracted whole, after a short one that
loads what is loaded once. The table gives the characters a second of reading (lines, sentences' language, furniture), of
finding the names in the plain text, of extracting all tables, and of all three; the statements (numbers, acts) are by far
the most of it. `--only` measures one kind.
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple

from benchmarks.speeds import write_speed
from geo.base.records import Document
from geo.documents.reading import read_document_bytes
from geo.names.mentions import read_mentions
from geo.store.document_rows import extract_rows
from tests.triggers import LINES, write_line

_CHARACTERS = 100_000
_WARM = 2_000
_PLAIN = (
    "The weather over the hills stayed dry for most of the week, and the farmers of the valley began to cut their hay. "
)
_PLAIN_ZH = "山上的天气在这一周里大多晴朗，谷地的农民们已经开始收割牧草，孩子们放学以后也来田里帮忙。"
_COUNTS = (
    "Japan sent {} masks to Kenya, {} to Chad and {} to Peru; the ministry counted {} Asian countries and 9 in Africa. "
)
_COUNTS_ZH = "中国向{}个亚洲国家、{}个欧洲国家捐赠了{}万只口罩，其中向加纳提供{}件。"


class Speed(NamedTuple):
    """The processor seconds that one text took to be read, to have its names found, and to be extracted."""

    characters: int
    reading: float
    naming: float
    extracting: float


def _count(form: str, number: int) -> str:
    return form.format(number + 2, number + 3, number + 4, number % 40 + 2)


KINDS: Mapping[str, Callable[[int], str]] = {
    "prose": lambda n: _PLAIN,
    "prose, in Chinese": lambda n: _PLAIN_ZH,
    "counts": lambda n: _count(_COUNTS, n),
    "counts, in Chinese": lambda n: _count(_COUNTS_ZH, n),
    "十七国": lambda n: "十七国",
    "names": lambda n: "中国、日本、",
    "lines of a name": lambda n: "中国\n",
    "lines of a count": lambda n: "亚洲：28\n",
    **{kind: LINES[kind] for kind in ("persons", "dates", "sums", "tables", "rows", "two languages")},
}


def main() -> None:
    """Measure every kind and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("characters", nargs="?", type=int, default=_CHARACTERS)
    parser.add_argument("--only", metavar="KIND")
    given = parser.parse_args()
    kinds = [kind for kind in KINDS if given.only in (None, kind)]
    if not kinds:
        sys.exit(f"{given.only}: no such kind; there are: {', '.join(KINDS)}")
    print(write_speed())
    print(f"characters a second of processor time, {given.characters:,} characters a text")
    print(" ".join(f"{column:>11s}" for column in ("reading", "names", "extraction", "all")), " kind")
    for kind in kinds:
        measure(KINDS[kind], _WARM)
        print(_write(measure(KINDS[kind], given.characters)), f" {kind}", flush=True)


def measure(line: Callable[[int], str], size: int) -> Speed:
    """Return the processor seconds of a text of so many characters, line by line as a function writes them."""
    text = write_line(line, size)
    begun = time.process_time()
    documents = list(read_document_bytes("document.txt", text.encode()))
    read = time.process_time()
    for document in documents:
        read_mentions(document.text, document.language)
    named = time.process_time()
    _extract(documents)
    return Speed(len(text), read - begun, named - read, time.process_time() - named)


def _extract(documents: list[Document]) -> None:
    for document in documents:
        extract_rows(document)


def _write(speed: Speed) -> str:
    seconds = (*speed[1:], speed.reading + speed.extracting)
    return " ".join(f"{speed.characters / max(one, 1e-6):11,.0f}" for one in seconds)


if __name__ == "__main__":
    main()
