"""The trained model: a row of weights for each feature, read once from geo/languages/en/tagger.npz."""

from collections.abc import Mapping, Sequence
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
    list_tagged,
)

Weights = NDArray[np.int32]
_FILE = Path(geo.languages.__file__).with_name("en") / "tagger.npz"


class Scored(NamedTuple):
    """A word with what it adds to each tag: its own, and that of its neighbours by distance."""

    word: Word
    own: Weights
    for_second_before: Weights
    for_before: Weights
    for_after: Weights
    for_second_after: Weights


class Model:
    """The tags, the tags that known words may bear, and for each feature its weight for every tag."""

    def __init__(
        self, tags: Sequence[str], kinds: Mapping[str, str], rows: Mapping[str, int], weights: NDArray[np.int8]
    ) -> None:
        """Keep the tables of a model."""
        self.tags = tuple(tags)
        self._kinds = kinds
        self._rows = rows
        self._weights = weights.astype(np.int32)
        self._score_word = lru_cache(maxsize=20_000)(self._score)

    def tag(self, words: Sequence[str], fixed: Sequence[str | None]) -> list[str]:
        """Return the tag of each word; where `fixed` has one, that one."""
        case = find_case(words)
        forms = [NAME if tag == "PROPN" else word for word, tag in zip(words, fixed, strict=True)]
        edge = self._score_word(OUTSIDE, case, False)
        scored = [edge, edge, *(self._score_word(form, case, not i) for i, form in enumerate(forms)), edge, edge]
        ahead = find_ahead([one.word for one in scored])
        tags: list[str] = ["", ""]
        clause = ""
        for i, forced in enumerate(fixed, 2):
            window = scored[i - 2 : i + 3]
            tags.append(forced or self._choose(window, (tags[-2], tags[-1]), clause + ahead[i]))
            clause = follow_clause(clause, tags[-1], scored[i].word.form)
        return tags[2:]

    def _choose(self, window: Sequence[Scored], tags: tuple[str, str], clause: str) -> str:
        second_before, before, here, after, second = window
        features = list_pairs(before.word, here.word, after.word, second.word)
        features += list_tagged(here.word, after.word, tags, clause)
        scores = here.own + before.for_after + after.for_before
        scores += second_before.for_second_after + second.for_second_before + self._add(features)
        return self.tags[int(scores.argmax())]

    def _score(self, word: str, case: Case, first: bool) -> Scored:
        known = describe_word(word, case, first, self._kinds)
        beside = [self._add(list_beside(known, distance)) for distance in (-2, -1, 1, 2)]
        return Scored(known, self._add(list_own(known)), *beside)

    def _add(self, features: Sequence[str]) -> Weights:
        rows = [row for row in map(self._rows.get, features) if row is not None]
        total: Weights = self._weights[rows].sum(axis=0, dtype=np.int32)
        return total


@cache
def read_model() -> Model:
    """Return the model of English, read once."""
    with np.load(_FILE, allow_pickle=False) as stored:
        tags, words, kinds, features = (_split(stored[name]) for name in ("tags", "words", "kinds", "features"))
        names = dict(zip(words, (kinds[place] for place in stored["word_kinds"]), strict=True))
        return Model(tags, names, {feature: row for row, feature in enumerate(features)}, stored["weights"])


def _split(stored: NDArray[np.uint8]) -> list[str]:
    return stored.tobytes().decode("utf-8").split("\n")
