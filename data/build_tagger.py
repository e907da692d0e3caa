"""Make geo/languages/en/tagger.npz: the model that gives English words their part of speech.

    python data/build_tagger.py en_ewt-ud-train.conllu           compare; exit status 0 if the stored model is equal
    python data/build_tagger.py --write en_ewt-ud-train.conllu   replace the model and geo/languages/en/SOURCES.toml

The files are treebanks in CoNLL-U, plain or packed (.xz): UD_English-EWT, https://universaldependencies.org. Press texts
name places as one word and are full of headlines, so a part of the sentences is learned again in small letters, in Title
Case, short as a headline, with their names fixed, and with words joined that the treebank cuts ("Japan's", "three-year").
"""

import argparse
import hashlib
import io
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geo.clauses.tagging.features import (
    NAME,
    OUTSIDE,
    Word,
    describe_word,
    find_ahead,
    find_case,
    follow_clause,
    list_beside,
    list_kinds,
    list_own,
    list_pairs,
    list_settings,
    list_tagged,
)
from geo.clauses.tagging.treebanks import Token, join_parts, read_plain, read_treebank

FOLDER = Path(__file__).parent.parent / "geo" / "languages" / "en"
SEED = 20_04
ROUNDS = 6
# How often a word is found whose tags are taken for known, and a feature that is learned.
LEAST_WORDS = 3
LEAST_FEATURES = 2
# Weights are kept as whole numbers, so many to one; a feature is left out whose greatest is less.
SCALE = 4.0
LEAST_WEIGHT = 6
# Of how many sentences a copy is learned that is written otherwise; of how many copies something more is changed.
SHARES = {"lower": 0.15, "title": 0.2, "upper": 0.03, "names": 0.35, "joined": 0.2, "headline": 0.2}
MORE = 0.15
# No word that the model knows not is one of these.
CLOSED_TAGS = frozenset({"AUX", "CCONJ", "DET", "PART", "PRON", "PUNCT", "SCONJ"})
ARTICLES = frozenset({"a", "an", "the"})
SMALL_WORDS = frozenset(
    ["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "from", "as"]
)
SOURCES = """\
# Written by data/build_tagger.py --write; do not edit.

[[file]]
path = "geo/languages/en/tagger.npz"
content = "weights of an averaged perceptron that gives English words their part of speech"
producer = "trained for this project on UD_English-EWT, by Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, Daniel Galbraith and others"
address = "https://github.com/UniversalDependencies/UD_English-EWT"
project = "https://universaldependencies.org"
version = "2.16"
commit = "15d613d8447b3478787d4c278730a1e48a945efb"
licence = "CC BY-SA 4.0; annotations copyright 2013-2021 The Board of Trustees of The Leland Stanford Junior University"
licence_address = "https://creativecommons.org/licenses/by-sa/4.0/"
script = "data/build_tagger.py"
trained_on = [
{trained_on}]
date = 2026-11-28
sha256 = "{digest}"
"""

Text = list[tuple[str, str, bool]]


class Sample(NamedTuple):
    """A sentence to learn: words as the model sees them, features that need no tags, tags, and which are given."""

    words: list[Word]
    rows: list[NDArray[np.int32]]
    tags: list[int]
    given: list[bool]


def main() -> int:
    """Compare the stored model with one trained anew, or replace it; return the exit status."""
    parser = argparse.ArgumentParser(description="Train the tagger of English.")
    parser.add_argument("treebanks", nargs="+", type=Path, help="the files of the treebank, .conllu or .conllu.xz")
    parser.add_argument("--write", action="store_true", help="replace the stored model")
    arguments = parser.parse_args()
    content = train([sentence for file in arguments.treebanks for sentence in read_treebank(file)])
    stored = FOLDER / "tagger.npz"
    if not arguments.write:
        return 0 if stored.read_bytes() == content else 1
    stored.write_bytes(content)
    account = SOURCES.format(trained_on=list_hashes(arguments.treebanks), digest=hashlib.sha256(content).hexdigest())
    (FOLDER / "SOURCES.toml").write_text(account, encoding="utf-8")
    return 0


def list_hashes(treebanks: Sequence[Path]) -> str:
    """Return a line of TOML for each treebank: its name and the SHA-256 of its plain text."""
    lines = (f'    {{file = "{one.name.removesuffix(".xz")}", sha256 = "{hash_plain(one)}"}},\n' for one in treebanks)
    return "".join(lines)


def hash_plain(file: Path) -> str:
    """Return the SHA-256 of a file as it is when unpacked."""
    return hashlib.sha256(read_plain(file)).hexdigest()


def train(sentences: Sequence[Sequence[Token]]) -> bytes:
    """Return the file of the model learned from the sentences."""
    chance = random.Random(SEED)  # noqa: S311 - chance that anyone can repeat
    texts = [text for sentence in sentences for text in vary(sentence, chance)]
    tags = sorted({tag for text in texts for _, tag, _ in text})
    kinds = list_kinds(count_tags(texts), LEAST_WORDS)
    rows = number_features(texts, kinds)
    samples = [make_sample(text, kinds, rows, tags) for text in texts]
    weights = learn(samples, rows, tags, chance)
    return pack(tags, kinds, rows, weights)


def vary(sentence: Sequence[Token], chance: random.Random) -> Iterator[Text]:
    """Yield a sentence as words with tags, and by chance copies of it that are written otherwise."""
    yield [(token.form, token.tag, False) for token in sentence]
    for name, share in SHARES.items():
        if chance.random() < share:
            yield write_copy(sentence, name, chance)


def write_copy(sentence: Sequence[Token], name: str, chance: random.Random) -> Text:
    """Return a copy of a sentence: a headline, words joined, names fixed or other letters, by chance several of these."""
    joined, short, fixed = (name == one or chance.random() < MORE for one in ("joined", "headline", "names"))
    tokens = join_parts(sentence) if joined else sentence
    tokens = shorten(tokens) if short else tokens
    letters = chance.choice(["lower", "title", "text"]) if name == "headline" else name
    text = [(rewrite(token.form, letters, i), token.tag, False) for i, token in enumerate(tokens)]
    return fix_names(text) if fixed else text


def shorten(sentence: Sequence[Token]) -> list[Token]:
    """Return a sentence as a headline has it: no article, no full stop, and the past told in the present."""
    kept = [one for one in sentence if one.lemma not in ARTICLES]
    short = [one._replace(form=tell_now(one)) for one in kept]
    return short[:-1] if len(short) > 1 and short[-1].form == "." else short or list(sentence)


def tell_now(token: Token) -> str:
    """Return a verb of the past in the present ("gave": "gives"), any other word as it is."""
    if token.tag != "VERB:fin" or "Tense=Past" not in token.features or "Plur" in token.features:
        return token.form
    lemma = token.lemma
    if lemma.endswith(("s", "x", "z", "ch", "sh", "o")):
        return lemma + "es"
    return lemma[:-1] + "ies" if lemma.endswith("y") and lemma[-2:-1] not in "aeiou" else lemma + "s"


def rewrite(form: str, name: str, place: int) -> str:
    """Return a word in the letters of a copy."""
    if name == "title":
        return form if place and form.lower() in SMALL_WORDS else form[:1].upper() + form[1:]
    return form.lower() if name == "lower" else form.upper() if name == "upper" else form


def fix_names(text: Text) -> Text:
    """Return a text whose names are given, those of several words as one."""
    fixed: Text = []
    for form, tag, _ in text:
        if tag != "PROPN":
            fixed.append((form, tag, False))
        elif not fixed or not fixed[-1][2]:
            fixed.append((form, tag, True))
    return fixed


def count_tags(texts: Iterable[Text]) -> dict[str, Counter[str]]:
    """Return how often each word bears each tag."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for text in texts:
        for form, tag, given in text:
            if not given:
                counts[describe_word(form, "text", False, {}).form][tag] += 1
    return counts


def describe_text(text: Text, kinds: Mapping[str, str]) -> list[Word]:
    """Return the words of a text between two places outside it."""
    case = find_case([form for form, _, _ in text])
    edge = [describe_word(OUTSIDE, case, False, kinds)] * 2
    forms = [NAME if given else form for form, _, given in text]
    return [*edge, *(describe_word(form, case, not i, kinds) for i, form in enumerate(forms)), *edge]


def list_plain(words: Sequence[Word], i: int) -> list[str]:
    """Return the features of a word that need no tag."""
    features = list_own(words[i]) + list_pairs(words[i - 1], words[i], words[i + 1], words[i + 2])
    for distance in (-2, -1, 1, 2):
        features += list_beside(words[i - distance], distance)
    return features


def list_told(words: Sequence[Word], i: int, tags: tuple[str, str], clause: str) -> list[str]:
    """Return the features of a word that need the tags before it."""
    return [*list_tagged(words[i], tags[1]), *list_settings(words[i].kind, tags, clause)]


def number_features(texts: Iterable[Text], kinds: Mapping[str, str]) -> dict[str, int]:
    """Return a number for each feature found often enough."""
    counts: Counter[str] = Counter()
    for text in texts:
        words = describe_text(text, kinds)
        ahead = find_ahead(words)
        before, clause = ("", ""), ""
        for i, (_, tag, given) in enumerate(text, 2):
            if not given:
                counts.update(list_plain(words, i))
                counts.update(list_told(words, i, before, clause + ahead[i]))
            before, clause = (before[1], tag), follow_clause(clause, tag, words[i])
    return {feature: row for row, feature in enumerate(f for f, n in counts.items() if n >= LEAST_FEATURES)}


def make_sample(text: Text, kinds: Mapping[str, str], rows: Mapping[str, int], tags: Sequence[str]) -> Sample:
    """Return a text ready to be learned."""
    words = describe_text(text, kinds)
    plain = [[rows[f] for f in list_plain(words, i) if f in rows] for i in range(2, len(words) - 2)]
    numbers = [np.array(one, dtype=np.int32) for one in plain]
    return Sample(words, numbers, [tags.index(tag) for _, tag, _ in text], [given for _, _, given in text])


def learn(
    samples: list[Sample], rows: Mapping[str, int], tags: Sequence[str], chance: random.Random
) -> NDArray[np.float64]:
    """Return the weights, averaged over all steps of the learning."""
    weights = np.zeros((len(rows), len(tags)), dtype=np.int32)
    late = np.zeros((len(rows), len(tags)), dtype=np.int64)
    step = 1
    for _ in range(ROUNDS):
        chance.shuffle(samples)
        for sample in samples:
            step = learn_sample(sample, rows, tags, (weights, late), step)
    return weights - late / step


def learn_sample(
    sample: Sample,
    rows: Mapping[str, int],
    tags: Sequence[str],
    tables: tuple[NDArray[np.int32], NDArray[np.int64]],
    step: int,
) -> int:
    """Tag a sentence, mend the weights where the tag was wrong, and return the number of the next step."""
    weights, late = tables
    ahead = find_ahead(sample.words)
    before, clause = ("", ""), ""
    for i, (plain, right, given) in enumerate(zip(sample.rows, sample.tags, sample.given, strict=True), 2):
        guess = right
        if not given:
            tagged = list_told(sample.words, i, before, clause + ahead[i])
            numbers = np.concatenate([plain, np.array([rows[f] for f in tagged if f in rows], dtype=np.int32)])
            guess = int(weights[numbers].sum(axis=0).argmax())
            if guess != right:
                for column, change in ((right, 1), (guess, -1)):
                    weights[numbers, column] += change
                    late[numbers, column] += change * step
            step += 1
        before, clause = (before[1], tags[guess]), follow_clause(clause, tags[guess], sample.words[i])
    return step


def pack(tags: Sequence[str], kinds: Mapping[str, str], rows: Mapping[str, int], weights: NDArray[np.float64]) -> bytes:
    """Return the file of a model: small whole weights, the features that weigh little left out."""
    small = np.clip(np.rint(weights * SCALE), -127, 127).astype(np.int8)
    forbid_closed_tags(small, tags, rows)
    kept = sorted(f for f, row in rows.items() if np.abs(small[row]).max() >= LEAST_WEIGHT)
    words, names = sorted(kinds), sorted(set(kinds.values()))
    places = {name: place for place, name in enumerate(names)}
    file = io.BytesIO()
    np.savez_compressed(
        file,
        tags=_join(tags),
        words=_join(words),
        kinds=_join(names),
        word_kinds=np.array([places[kinds[word]] for word in words], dtype=np.uint16),
        features=_join(kept),
        weights=np.asfortranarray(small[[rows[f] for f in kept]]),
    )
    return file.getvalue()


def forbid_closed_tags(weights: NDArray[np.int8], tags: Sequence[str], rows: Mapping[str, int]) -> None:
    """Give an unknown word no tag of the grammatical words, which are all known."""
    closed = [place for place, tag in enumerate(tags) if tag in CLOSED_TAGS]
    for feature, row in rows.items():
        if feature.startswith("k=?") and feature != "k=?.":
            weights[row, closed] = -127


def _join(lines: Sequence[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode("utf-8"), dtype=np.uint8)


if __name__ == "__main__":
    sys.exit(main())
