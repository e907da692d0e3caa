"""The sentences of a treebank in CoNLL-U (https://universaldependencies.org/format.html), with the tags of the tagger."""

import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_FORMS = (
    ("VerbForm=Inf", "inf"),
    ("VerbForm=Ger", "ger"),
    ("Tense=Past|VerbForm=Part", "part"),
    ("VerbForm=Part", "ger"),
)
_PLAIN_FORMS = {"VBN": "part", "VBG": "ger", "VB": "inf"}


class Token(NamedTuple):
    """A word of a treebank: form, tag, number of its head, whether a blank follows; `whole` is the word it begins."""

    number: int
    form: str
    lemma: str
    tag: str
    features: str
    head: int
    spaced: bool
    whole: str
    whole_end: int


def read_treebank(file: Path) -> Iterator[list[Token]]:
    """Yield the sentences of a file, plain or packed by xz."""
    for block in read_plain(file).decode("utf-8").split("\n\n"):
        sentence = list(_read_tokens(block))
        if sentence:
            yield sentence


def read_plain(file: Path) -> bytes:
    """Return the content of a file, unpacked if its name ends in .xz."""
    return lzma.decompress(file.read_bytes()) if file.suffix == ".xz" else file.read_bytes()


def _read_tokens(block: str) -> Iterator[Token]:
    whole, end = "", 0
    for line in block.splitlines():
        if not line or line[0] == "#":
            continue
        cells = line.split("\t")
        if "-" in cells[0]:
            whole, end = cells[1], int(cells[0].split("-")[1])
        elif "." not in cells[0]:
            spaced = "SpaceAfter=No" not in cells[9]
            tag = find_tag(cells[3], cells[4], cells[5])
            yield Token(int(cells[0]), cells[1], cells[2], tag, cells[5], int(cells[6]), spaced, whole, end)
            whole, end = "", 0


def find_tag(part: str, plain: str, features: str) -> str:
    """Return the tag of a word by its universal tag, its tag in the Penn treebank and its features.

    >>> find_tag("VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"), find_tag("NOUN", "NN", "Number=Sing")
    ('VERB:part', 'NOUN')
    """
    if part != "VERB":
        return part
    if "VerbForm=" not in features:
        return f"VERB:{_PLAIN_FORMS.get(plain, 'fin')}"
    features = features.replace("|Typo=Yes", "")
    return "VERB:" + next((form for feature, form in _FORMS if feature in features), "fin")


def join_parts(sentence: Sequence[Token]) -> list[Token]:
    """Return a sentence whose contractions ("don't") and words with hyphens are one word each.

    A contraction bears the tag of its first part, a word with hyphens that of the part on which the others hang.
    """
    joined: list[Token] = []
    for token in sentence:
        last = joined[-1] if joined else None
        if last and last.whole and token.number <= last.whole_end:
            joined[-1] = last._replace(form=last.whole, spaced=token.spaced)
        elif last and not last.spaced and (token.form == "-" or last.form.endswith("-")) and len(last.form) > 1:
            heads_it = last.head == token.number
            tag = token.tag if heads_it and token.form != "-" else last.tag
            joined[-1] = token._replace(
                form=last.form + token.form, tag=tag, head=token.head if heads_it else last.head
            )
        else:
            joined.append(token)
    return joined
