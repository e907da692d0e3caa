"""Sentences a processor second that the clause reader reads, beside the tagger of English alone.

    python -m benchmarks.clauses FOLDER

Every sentence of the documents of a folder is read, its names and numbers found before; five runs, the fastest counts.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.speeds import write_speed
from geo.clauses.frames import Words, chinese, english
from geo.clauses.frames.english.tokens import list_tokens
from geo.clauses.frames.units import add_units
from geo.clauses.tagging import tag
from geo.documents.reading import read_documents
from geo.documents.sentences import split_sentences
from geo.names.mentions import read_mentions
from geo.statements.quantities import read_quantities
from geo.text import make_plain_text

_Item = TypeVar("_Item")
_RUNS = 5
_READERS = {"en": english.read_sentence, "zh": chinese.read_sentence}


def main() -> None:
    """Print the speed of the reader of each language, and that of the tagger."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    cut = list(_cut(parser.parse_args().folder))
    print(write_speed())
    for language, read in _READERS.items():
        sentences = [words for words in cut if words.language == language]
        if sentences:
            print(f"{language}: {_measure(partial(_read_all, read, sentences), sentences)}")
    english_words = [words for words in cut if words.language == "en"]
    tokens = [[token.text for token in list_tokens(words)] for words in english_words]
    if tokens:
        print(f"tagger alone: {_measure(partial(_read_all, tag, tokens), tokens)}")


def _cut(folder: Path) -> Iterator[Words]:
    """Yield the sentences of a folder's documents with their names and numbers."""
    for document in read_documents(folder):
        language = document.language or ""
        for sentence in split_sentences(document.lines, document.published, language) if language in _READERS else ():
            text = make_plain_text(sentence.text, language).text
            mentions = sorted(read_mentions(text, language)[0])
            quantities = sorted(read_quantities(text, language, mentions)[0], key=lambda one: one.start)
            named = frozenset(mention.code for mention in mentions)
            yield add_units(Words(text, 0, len(text), mentions, quantities, language, named))


def _read_all(read: Callable[[_Item], object], items: Sequence[_Item]) -> None:
    for one in items:
        read(one)


def _measure(run: Callable[[], object], sentences: Sequence[object]) -> str:
    """Return the speed of the fastest run."""
    seconds = []
    for _ in range(_RUNS):
        begun = time.process_time()
        run()
        seconds.append(time.process_time() - begun)
    return f"{len(sentences) / min(seconds):,.0f} sentences a second, of {len(sentences):,}"


if __name__ == "__main__":
    main()
