"""Make geo/languages/zh/words.csv: the words by which Chinese noun phrases are cut, with kind and frequency.

    python geo/languages/zh/build_words.py             compare with the stored table; exit status 0 if they are equal
    python geo/languages/zh/build_words.py --write     replace the stored table and the account of it in SOURCES.toml

The words are those of jieba's dictionary (`pip install -r geo/languages/zh/requirements.txt`; MIT, see
LICENSE), less names of persons, numerals and what is rare.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

FOLDER = Path(__file__).parent
LEAST = 20
LONGEST = 5
# jieba's tags, by the first that fits, and the kind of word that each means here.
KINDS = (
    ("nr", None),
    ("ns", "place"),
    ("n", "noun"),
    ("vn", "act"),
    ("v", "verb"),
    ("ad", "adverb"),
    ("an", "quality"),
    ("a", "quality"),
    ("b", "quality"),
    ("z", "quality"),
    ("s", "quality"),
    ("t", "quality"),
    ("i", "quality"),
    ("l", "noun"),
    ("j", "noun"),
    ("d", "adverb"),
    ("p", "link"),
    ("c", "and"),
    ("u", "particle"),
    ("q", "particle"),
    ("f", "particle"),
    ("r", "pronoun"),
)
SOURCES = """\
# Written by build_words.py --write; do not edit.

[[file]]
path = "geo/languages/zh/words.csv"
content = "Chinese words of up to {longest} characters found {least} times and more, with kind and frequency"
producer = "jieba, by Sun Junyi and others; selected for this project, its tags made into kinds"
address = "https://github.com/fxsjy/jieba"
version = "0.42.1"
packages = ["jieba 0.42.1"]
licence = "MIT, Copyright (c) 2013 Sun Junyi"
script = "geo/languages/zh/build_words.py"
date = 2026-11-28
sha256 = "{digest}"
"""


def main() -> int:
    """Compare the table with what the dictionary gives, or replace it; return the exit status."""
    parser = argparse.ArgumentParser(description="Make the table of Chinese words.")
    parser.add_argument("--write", action="store_true", help="replace the stored table")
    write = parser.parse_args().write
    table = "word,kind,count\n" + "".join(sorted(_list_rows()))
    stored = FOLDER / "words.csv"
    if not write:
        return 0 if stored.read_text(encoding="utf-8") == table else 1
    stored.write_text(table, encoding="utf-8")
    digest = hashlib.sha256(table.encode()).hexdigest()
    account = SOURCES.format(longest=LONGEST, least=LEAST, digest=digest)
    (FOLDER / "SOURCES.toml").write_text(account, encoding="utf-8")
    return 0


def _list_rows() -> Iterator[str]:
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise SystemExit("jieba is missing; install it with: pip install -r geo/languages/zh/requirements.txt")
    for line in Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, tag = line.split(" ")
        kind = next((kind for start, kind in KINDS if tag.startswith(start)), None)
        if kind and len(word) <= LONGEST and int(count) >= LEAST and "一" <= word[0] <= "龥":
            yield f"{word},{kind},{count}\n"


if __name__ == "__main__":
    sys.exit(main())
