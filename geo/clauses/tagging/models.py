"""The trained model: a row of weights for each feature, read once from geo/languages/en/tagger.npz."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

import geo.languages
from geo.clauses.tagging.features import (
    NAME,
    OUTSIDE,
    Case,
    Word,
    describe_word,
    find_ahead,
    find_case,
    follow_clause,
    list_beside,
    list_own,
    list_pairs,
    list_settings,
    list_tagged,
)

Weights = NDArray[np.int16]
_FILE = Path(geo.languages.__file__).with_name("en") / "tagger.npz"


class Known(NamedTuple):
    """A word with the rows of its features: its own, and those it lends to its neighbours, from the second before on."""

    word: Word
    own: tuple[int, ...]
    for_second_before: tuple[int, ...]
    for_before: tuple[int, ...]
    for_after: tuple[int, ...]
    for_second_after: tuple[int, ...]


class Model:
    """The tags, the tags that known words may bear, and for each feature its weight for every tag."""

    def __init__(
        self, tags: Sequence[str], kinds: Mapping[str, str], rows: Mapping[str, int], weights: NDArray[np.int8]
    ) -> None:
        """Keep the tables of a model; what was found for a word or a setting is kept for the next that is the same."""
        self.tags = tuple(tags)
        self._kinds = kinds
        self._rows = rows
        self._weights = weights.astype(np.int16, order="C")
        self._know_word = lru_cache(maxsize=20_000)(self._find_known)
        self._weigh_tagged = lru_cache(maxsize=50_000)(self._add_tagged)
        self._weigh_settings = lru_cache(maxsize=20_000)(self._add_settings)

    def tag(self, words: Sequence[str], fixed: Sequence[str | None]) -> list[str]:
        """Return the tag of each word; where `fixed` has one, that one."""
        forms = [NAME if tag == "PROPN" else word for word, tag in zip(words, fixed, strict=True)]
        case = find_case(words)
        edge = self._know_word(OUTSIDE, case, False)
        known = [edge, edge, *(self._know_word(form, case, not i) for i, form in enumerate(forms)), edge, edge]
        plain = self._weigh_plain(known, fixed)
        ahead = find_ahead([one.word for one in known])
        tags, clause = ["", ""], ""
        for i, forced in enumerate(fixed, 2):
            word, before = known[i].word, (tags[-2], tags[-1])
            tags.append(forced or self._choose(plain[i - 2], word, before, clause + ahead[i]))
            clause = follow_clause(clause, tags[-1], word)
        return tags[2:]

    def _choose(self, plain: Weights, word: Word, before: tuple[str, str], clause: str) -> str:
        scores = plain + self._weigh_tagged(word, before[1]) + self._weigh_settings(word.kind, before, clause)
        return self.tags[scores.argmax()]

    def _weigh_plain(self, known: Sequence[Known], fixed: Sequence[str | None]) -> Weights:
        """Return for each word (rows) and tag (columns) the weight of the features that need no tags before."""
        rows: list[int] = []
        starts = []
        find = self._rows.get
        for i, forced in enumerate(fixed):
            starts.append(len(rows))
            second_before, before, here, after, second = known[i : i + 5]
            rows += here.own
            if forced:
                continue
            rows += before.for_after
            rows += after.for_before
            rows += second_before.for_second_after
            rows += second.for_second_before
            pairs = map(find, list_pairs(before.word, here.word, after.word, second.word))
            rows += [row for row in pairs if row is not None]
        total: Weights = np.add.reduceat(self._weights.take(rows, axis=0), starts, axis=0)
        return total

    def _add_tagged(self, word: Word, tag: str) -> Weights:
        return self._add(list_tagged(word, tag))

    def _add_settings(self, kind: str, tags: tuple[str, str], clause: str) -> Weights:
        return self._add(list_settings(kind, tags, clause))

    def _add(self, features: Iterable[str]) -> Weights:
        total: Weights = np.add.reduce(self._weights.take(self._find_rows(features), axis=0), axis=0)
        return total

    def _find_known(self, word: str, case: Case, first: bool) -> Known:
        known = describe_word(word, case, first, self._kinds)
        beside = [self._find_rows(list_beside(known, distance)) for distance in (-2, -1, 1, 2)]
        return Known(known, self._find_rows(list_own(known)), *beside)

    def _find_rows(self, features: Iterable[str]) -> tuple[int, ...]:
        return tuple(row for row in map(self._rows.get, features) if row is not None)


@cache
def read_model() -> Model:
    """Return the model of English, read once."""
    with np.load(_FILE, allow_pickle=False) as stored:
        tags, words, kinds, features = (_split(stored[name]) for name in ("tags", "words", "kinds", "features"))
        names = dict(zip(words, (kinds[place] for place in stored["word_kinds"]), strict=True))
        return Model(tags, names, {feature: row for row, feature in enumerate(features)}, stored["weights"])


def _split(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode("utf-8").split("\n")
