"""What is alike in all spellings of one name: its key, and the words that it is made of in whatever order.

A key has no case, accents, dots, hyphens or full-width signs, and only Simplified characters. The words of a name are
those of its key, each written in one way ("Rep." and "Republic" are one word), without articles and "of" and "and":
"Iran (Islamic Republic of)", "Iran, Islamic Rep." and "Islamic Republic of Iran" have the same ones.
"""

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache
from html import unescape
from itertools import islice, product
from unicodedata import normalize

from geo.base.folders import find_data_folder
from geo.base.rows import read_rows
from geo.text.scripts import map_characters
from geo.text.signs import UNSEEN

# Accents of Latin, Greek and Cyrillic, and the vowel signs that Arabic and Hebrew may leave out; those of other scripts tell.
_MARK = re.compile("[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0640\u064b-\u0655\u0670]|[" + UNSEEN + "]")
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ŧ": "t"}
    | {"ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ە": "ه"}
    | {"&": " and ", "+": " and "}
)
_HAN = re.compile("[\u3400-\u9fff]")
_INITIALS = re.compile(r"\b(?:[^\W\d_]\.\s?){2,}|\b(?:[^\W\d_]\.)+[^\W\d_]\b(?!\.)")
_ELISION = re.compile(r"\b([dl])['’ʼ`´]")
_APOSTROPHE = re.compile(r"['’ʻʼʹ‘`´ʾʿ]")
# In a short name accents tell: Malé is no Mali, and Çad is Turkish for Chad.
_SHORT = 4
# In these scripts vowels are marks, which are no letters for `re`: Indic ones, Thai, Lao, Tibetan, Burmese, Khmer …
_VOWELS = "\u07a6-\u07b0\u0900-\u109f\u1700-\u17ff\u1900-\u1aff\ua800-\uabff\U00011000-\U000117ff\U0001e900-\U0001e95f"
_OTHER_SIGN = re.compile(rf"(?:[^\w{_VOWELS}]|_)+")
# UTF-8 that was read as Windows-1252: "CÃ´te".
_GARBLED = re.compile("[ÃÂâ][\u0080-\u00bf\u0152-\u2122]")
# "Lao People s Democratic Republic": the apostrophe is lost.
_POSSESSIVE = re.compile(r"\bpeople s\b")
_MOST_FORMS = 16


def make_key(text: str) -> str:
    """Return a name as all its spellings are alike.

    >>> make_key("Côte d’Ivoire"), make_key("U. S. Virgin Is."), make_key("厄瓜多爾")
    ('cote d ivoire', 'us virgin is', '厄瓜多尔')
    """
    if text.isascii():
        plain = text.lower().translate(_LETTERS)
    else:
        plain = _MARK.sub("", normalize("NFKD", text.casefold())).translate(_LETTERS)
        if _HAN.search(plain):
            plain = plain.translate(map_characters())
    if "." in plain:
        plain = _INITIALS.sub(lambda found: "".join(re.findall(r"\w", found.group())) + " ", plain)
    if plain.isalnum():
        return normalize("NFC", text.lower()) if plain.isascii() and len(plain) <= _SHORT else plain
    if _APOSTROPHE.search(plain):
        plain = _APOSTROPHE.sub("", _ELISION.sub(r"\1 ", plain))
    return _OTHER_SIGN.sub(" ", plain).strip()


def clean(text: str) -> str:
    """Return a name as it is meant where a page or a program has written it in its own signs.

    >>> clean("Bosnia &amp; Herzegovina"), clean("CÃ´te d'Ivoire")
    ('Bosnia & Herzegovina', "Côte d'Ivoire")
    """
    return _mend(unescape(text) if "&" in text else text)


def _mend(text: str) -> str:
    """Return a text in UTF-8 that was once or twice read as Windows-1252 or Latin-1."""
    for codec in ("cp1252", "latin-1", "cp1252"):
        if not _GARBLED.search(text):
            break
        try:
            text = text.encode(codec).decode()
        except UnicodeError:
            continue
    return text


def list_words(key: str) -> tuple[str, ...]:
    """Return the words of a key that tell, each in its one way of writing, in order.

    >>> list_words(make_key("St. Vincent & the Grenadines"))
    ('saint', 'vincent', 'grenadines')
    """
    same, links = _read_same(), read_name_words("link")
    return tuple(same.get(word, word) for word in key.split() if word not in links)


def join_words(words: Iterator[str] | tuple[str, ...]) -> str:
    """Return words in whatever order as one text."""
    return " ".join(sorted(set(words)))


def list_written_out(key: str) -> Iterator[str]:
    """Yield the words of a key, joined, with its abbreviations written out in each way that they may be meant.

    >>> list(list_written_out("n korea")), list(list_written_out("lao pdr"))
    (['korea north', 'korea northern', 'korea new'], ['democratic lao people republic', 'lao pdr'])
    """
    words = _POSSESSIVE.sub("people", key).split()
    for ways in islice(product(*map(_list_ways, words)), _MOST_FORMS):
        yield join_words(list_words(" ".join(ways)))


def _list_ways(word: str) -> tuple[str, ...]:
    """Return what a word may be short for, and itself, unless it is a letter that has to be short for something."""
    short = _read_short().get(word, ())
    return short if short and len(word) == 1 and word not in read_name_words("link") else (*short, word)


@cache
def read_name_words(kind: str) -> Set[str]:
    """Return the words of one kind in data/names/name_words.csv."""
    return frozenset(word for word, own, _ in _read_table() if own == kind)


@cache
def _read_same() -> Mapping[str, str]:
    """Return the one way of writing of each word that has several."""
    return {word: means for word, kind, means in _read_table() if kind == "same"}


@cache
def _read_short() -> Mapping[str, tuple[str, ...]]:
    """Return what each abbreviation may be short for."""
    return {word: tuple(means.split("|")) for word, kind, means in _read_table() if kind == "short"}


@cache
def _read_table() -> tuple[tuple[str, str, str], ...]:
    file = find_data_folder() / "names" / "name_words.csv"
    return tuple(read_rows(file, lambda row: (make_key(row["word"]), row["kind"], row["means"])))
