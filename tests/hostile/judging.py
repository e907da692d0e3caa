"""What came out of a folder of hostile files, and what of it is wrong."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from geo.store.corpus import open_corpus
from tests.hostile.kinds import Kind

GOOD = {
    "good-1.txt": "On 26 March 2020 China sent 500 tonnes of masks to Italy.",
    "good-2.txt": "中国向伊朗派出了七支医疗队。",
    "good-3.txt": "La France a offert quatre respirateurs au Maroc mardi dernier.",
}
_GOOD_CODES = {"good-1.txt": {"CHN", "ITA"}, "good-2.txt": {"CHN", "IRN"}, "good-3.txt": {"FRA", "MAR"}}
# What steers a terminal; a line of the command may hold none.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONGEST_LINE = 1000


class Ended(NamedTuple):
    """How the command ended, and what it printed."""

    status: int
    printed: str
    complained: str


class Corpus(NamedTuple):
    """What lies in the tables: the text of each document by its path, what was not read, and the codes by path."""

    texts: Sequence[tuple[str, str]]
    failures: Sequence[tuple[str, str]]
    codes: dict[str, set[str]]


def put_good(folder: Path) -> None:
    """Put three sound documents into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in GOOD.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")


def read_corpus(folder: Path) -> Corpus:
    """Return what an extraction has left in a folder."""
    corpus = open_corpus(folder)
    paths = dict(zip(corpus.documents["document"], corpus.documents["path"].astype(str), strict=True))
    lines = corpus.table("lines").groupby("document", sort=False)["text"].agg("\n".join)
    texts = [(path, str(lines.get(document, ""))) for document, path in paths.items()]
    codes: dict[str, set[str]] = {}
    for document, code in zip(corpus.mentions["document"], corpus.mentions["code"], strict=True):
        codes.setdefault(Path(paths[document]).name, set()).add(str(code))
    failures = corpus.table("failures")
    reasons = zip(failures["path"].astype(str), failures["reason"].astype(str), strict=True)
    return Corpus(texts, list(reasons), codes)


def judge_command(ended: Ended) -> Iterator[str]:
    """Yield what is wrong with how the command ended, whatever it read."""
    if ended.status not in (0, 2):
        yield f"status {ended.status}"
    if "Traceback" in ended.printed + ended.complained:
        yield "a traceback"
    if _STEERING.search(ended.complained):
        yield "signs that steer a terminal are printed"
    if any(len(line) > _LONGEST_LINE for line in ended.complained.splitlines()):
        yield "a line without end is printed"


def judge_good(corpus: Corpus) -> Iterator[str]:
    """Yield which of the three sound documents was not read as it is."""
    for name, text in GOOD.items():
        if not any(path.endswith(name) and text in read for path, read in corpus.texts):
            yield f"{name} was not read"
        elif not _GOOD_CODES[name] <= corpus.codes.get(name, set()):
            yield f"{name} has {sorted(corpus.codes.get(name, set()))}"


def judge_kind(kind: Kind, corpus: Corpus, complained: str) -> Iterator[str]:
    """Yield what is wrong with what came out of the folder of a kind."""
    whole = "\n".join(text for path, text in corpus.texts if _is_of(kind, path))
    reasons = [reason for path, reason in corpus.failures if _is_of(kind, path)]
    said = "\n".join(line for line in complained.splitlines() if kind.name in line)
    missing = [words for words in kind.words if words not in whole]
    if kind.wanted in ("text", "both") and missing:
        yield f"not read: {missing[0]!r}, but {whole[:80]!r}; said: {reasons[:2]}"
    if kind.wanted in ("line", "both") and not reasons:
        yield "no line says what was not read"
    if kind.wanted == "line" and whole:
        yield f"read as {whole[:80]!r}"
    if kind.wanted == "either" and missing and not reasons:
        yield f"wrong text and no line: {whole[:80]!r}"
    yield from _judge_words(kind, whole, said, told=bool(reasons))


def _judge_words(kind: Kind, whole: str, said: str, *, told: bool) -> Iterator[str]:
    if told and not said:
        yield "the line does not name the file"
    yield from (f"{words!r} was read" for words in kind.never if words in whole or words in said)


def _is_of(kind: Kind, path: str) -> bool:
    return kind.name in Path(path).parts
