"""The words and stops of an English sentence around a span, with the kind of each."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from geo.modality.lexicons import FIRST, IDLE, VERB, Lexicon

_TOKEN = re.compile(r"\w[\w'-]*|[,;:—\n()]")


class Token(NamedTuple):
    """A word or a phrase: its kind, and the places of its first word and of what follows it in the list of words."""

    kind: str | None
    first: int
    stop: int


class Sentence:
    """The words of a sentence in small letters, and where the words of the span lie among them.

    A sentence is cut in three: before the span, the span, after it.
    """

    def __init__(self, before: str, span: str, after: str) -> None:
        """Cut the three parts into words."""
        ahead, held = _TOKEN.findall(before.lower()), _TOKEN.findall(span.lower())
        self.words: list[str] = [*ahead, *held, *_TOKEN.findall(after.lower())]
        self.first, self.last = len(ahead), len(ahead) + len(held)
        self._parts = before, span, after
        self._written: list[str] | None = None

    def word(self, place: int) -> str:
        """Return the word at a place, in small letters; the empty text outside of the sentence."""
        return self.words[place] if 0 <= place < len(self.words) else ""

    def is_capital(self, place: int) -> bool:
        """Tell whether the word at a place is written with a capital."""
        if self._written is None:  # few sentences ask for it
            self._written = [word for part in self._parts for word in _TOKEN.findall(part)]
        return 0 <= place < len(self._written) and self._written[place][:1].isupper()


def list_tokens(sentence: Sentence, lexicon: Lexicon, first: int, last: int) -> Iterator[Token]:
    """Yield the words of a stretch of a sentence with their kinds, phrases of several words as one.

    Left out are words that tell nothing and follow on another such word.
    """
    words, sorts = sentence.words, lexicon.sorts
    place, idle = first, False
    while place < last:
        word = words[place]
        sort = sorts.get(word) or lexicon.sort(word)
        if sort == IDLE:
            if not idle:
                yield Token(None, place, place + 1)
            idle, place = True, place + 1
            continue
        token = _read_token(sentence, lexicon, place, sort)
        idle, place = False, token.stop
        yield token


def _read_token(sentence: Sentence, lexicon: Lexicon, place: int, sort: str) -> Token:
    word = sentence.words[place]
    for rest, kind in lexicon.phrases.get(word, ()):
        stop = place + 1 + len(rest)
        if sentence.words[place + 1 : stop] == rest:
            return Token(kind, place, stop)
    if word == "may" and place and sentence.is_capital(place):
        return Token(None, place, place + 1)
    if word == "no" and sentence.word(place + 1)[:1].isdigit():
        return Token(None, place, place + 1)
    return Token(None if sort in (VERB, FIRST) else sort, place, place + 1)
