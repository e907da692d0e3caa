"""What tells the part of speech of an English word: itself, its neighbours, and the tags given before it.

Every feature is a short string, "kind of feature, sign, value": the model holds a row of weights for each. The model and
the script that trains it take them from here. A word stands in lower case with its digits as 0; a name of a place that
the caller has fixed stands as NAME, whatever it is.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

Case = Literal["text", "title", "lower", "upper"]

NAME = "<name>"
OUTSIDE = "<outside>"
# Parts of a word that the model knows not: its ending says which tags are likely.
_ENDINGS = ("ed", "ing", "s", "ly")
# Digits are alike, and so are the signs that the press sets and those of a keyboard.
_ALIKE = str.maketrans("123456789‘’“”–—", "000000000''\"\"--")
_BOUNDARY_TAGS = frozenset({"PUNCT", "SCONJ", "CCONJ"})
_BOUNDARY_WORDS = frozenset({"who", "which", "that", "whose", "where", ",", ";", ":", ".", "-", "--", "and", "but"})
_FINITE = ("AUX", "VERB:fin")


class Word(NamedTuple):
    """A word as the model sees it: its form, its kind (the tags it may bear), its case, and whether it opens the text.

    `part` is what it is to its clause: "," parts two clauses, "+" may be a finite verb, "" is neither.
    """

    form: str
    kind: str
    case: str
    first: bool
    part: str


def find_case(words: Sequence[str]) -> Case:
    """Return how a text is written: as a headline in Title Case, all in small letters or in capitals, or as a text.

    >>> find_case(["Japan", "Sends", "Doctors", "to", "Chad"]), find_case(["japan", "sends", "doctors"])
    ('title', 'lower')
    """
    letters = [word for word in words if word[:1].isalpha()]
    if not any(word[0].isupper() for word in letters):
        return "lower"
    if len(letters) > 2 and all(word.isupper() for word in letters):
        return "upper"
    long = [word for word in letters if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long)
    return "title" if len(long) > 2 and capitals >= 0.8 * len(long) else "text"


def describe_word(word: str, case: Case, first: bool, kinds: Mapping[str, str]) -> Word:
    """Return a word as the model sees it; `kinds` gives the tags of the words that it knows well."""
    form = word if word in (NAME, OUTSIDE) else word.lower().translate(_ALIKE)
    kind = kinds.get(form) or _guess_kind(form)
    shape = "A" if len(word) > 1 and word.isupper() else "a" if word.islower() else "Aa" if word[:1].isupper() else "."
    mixed = "" if word.isalpha() else "-" if "-" in word else "'" if "'" in word or "’" in word else "0"
    part = "," if form in _BOUNDARY_WORDS else "+" if kind == "?ed" or any(tag in kind for tag in _FINITE) else ""
    return Word(form, kind, f"{case}{shape}{mixed}", first, part)


def _guess_kind(form: str) -> str:
    if form in (NAME, OUTSIDE):
        return form
    if "0" in form:
        return "?0"
    return "?" + next((ending for ending in _ENDINGS if form.endswith(ending)), "" if form.isalpha() else ".")


def list_own(word: Word) -> list[str]:
    """Return the features of a word by itself."""
    form, kind, case, first = word[:4]
    return [
        "bias",
        f"w={form}",
        f"s4={form[-4:]}",
        f"s3={form[-3:]}",
        f"s2={form[-2:]}",
        f"s1={form[-1:]}",
        f"p2={form[:2]}",
        f"p3={form[:3]}",
        f"k={kind}",
        f"c={case}{first}",
        f"ck={case}{first}{kind}",
        f"cs={case}{form[-2:]}",
    ]


def list_beside(word: Word, distance: Literal[-2, -1, 1, 2]) -> list[str]:
    """Return the features that a word lends to the one that stands so many words behind (1, 2) or before it (-1, -2)."""
    near = [f"{distance}s={word.form[-3:]}", f"{distance}c={word.case}"] if abs(distance) == 1 else []
    return [f"{distance}w={word.form}", f"{distance}k={word.kind}", *near]


def list_pairs(before: Word, word: Word, after: Word, second: Word) -> list[str]:
    """Return the features of two words together: a word with each neighbour, its neighbours, and the two after it."""
    return [
        f"bw={before.form} {word.form}",
        f"wn={word.form} {after.form}",
        f"bn={before.kind} {word.kind} {after.kind}",
        f"kn={word.kind} {after.kind} {second.kind}",
    ]


def list_tagged(word: Word, tag: str) -> list[str]:
    """Return the features of a word together with the tag before it."""
    return [f"tw={tag} {word.form}", f"ts={tag} {word.form[-3:]}"]


def list_settings(kind: str, tags: tuple[str, str], clause: str) -> list[str]:
    """Return the features of where a word stands: its kind, the two tags before it, its clause."""
    second, first = tags
    return [
        f"t={first}",
        f"tt={first} {second}",
        f"tk={first} {kind}",
        f"ttk={first} {second} {kind}",
        f"h={clause} {kind}",
        f"ht={clause} {first} {kind}",
    ]


def find_ahead(words: Sequence[Word]) -> list[str]:
    """Return for each word "+" if a word that may be a finite verb comes after it in its clause, else "-"."""
    ahead, signs = "-", []
    for word in reversed(words):
        signs.append(ahead)
        if word.part:
            ahead = "+" if word.part == "+" else "-"
    return signs[::-1]


def follow_clause(clause: str, tag: str, word: Word) -> str:
    """Return what a clause holds after one more word: "f" once it has its finite verb, "" while it has not."""
    if word.part == "," or tag in _BOUNDARY_TAGS:
        return ""
    return "f" if tag in _FINITE else clause


def list_kinds(counts: Mapping[str, Mapping[str, int]], least: int) -> dict[str, str]:
    """Return the tags of each word found so many times, those that it bears in a tenth of the places at least.

    >>> list_kinds({"aid": {"NOUN": 40, "VERB:inf": 10}, "the": {"DET": 900}, "ibex": {"NOUN": 1}}, least=3)
    {'aid': 'NOUN|VERB:inf', 'the': 'DET'}
    """
    kinds = {}
    for form, tags in counts.items():
        total = sum(tags.values())
        if total >= least:
            kinds[form] = "|".join(sorted(tag for tag, count in tags.items() if count * 10 >= total))
    return kinds
