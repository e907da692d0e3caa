"""How many texts are read exactly from their bytes: 14 languages in every encoding that holds them, by length.

    python -m benchmarks.encodings [--declared none right wrong] [--language ja] [--errors]

The texts are the sentences of tests/cases, shuffled and joined with a fixed seed, cut to 20, 60, 200, 1,000 and 8,000 characters; what an
encoding cannot hold is left out of a text before. `none` declares no encoding, `right` the true one, `wrong` each of
four that pages declare wrongly most often. A text counts that comes back equal in every character (accents composed).
The table is printed in Markdown; `--errors` prints what was read wrongly.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple
from unicodedata import normalize

from opencc import OpenCC

from geo.base.errors import ReadError
from geo.documents.encodings import decode

Declared = Literal["none", "right", "wrong"]

CASES = Path(__file__).parent.parent / "tests" / "cases"
LENGTHS = (20, 60, 200, 1_000, 8_000)
SAMPLES = {20: 8, 60: 8, 200: 6, 1_000: 3, 8_000: 1}
_EVERY = "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be utf-32 utf-32-le utf-32-be gb18030"
ENCODINGS = {
    language: (*_EVERY.split(), *encodings.split())
    for language, encodings in {
        "zh-Hans": "gb2312 gbk hz",
        "zh-Hant": "big5 big5hkscs",
        "ja": "shift_jis cp932 euc-jp iso-2022-jp",
        "ko": "euc-kr cp949 iso-2022-kr",
        "ru": "windows-1251 koi8-r iso-8859-5 mac-cyrillic cp866",
        "uk": "windows-1251 koi8-u iso-8859-5 mac-cyrillic",
        "fr": "windows-1252 iso-8859-1 iso-8859-15 mac-roman cp850",
        "de": "windows-1252 iso-8859-1 iso-8859-15 mac-roman cp850",
        "pl": "windows-1250 iso-8859-2 mac-latin2 cp852",
        "tr": "windows-1254 iso-8859-9 mac-turkish cp857",
        "el": "windows-1253 iso-8859-7 mac-greek",
        "ar": "windows-1256 iso-8859-6",
        "he": "windows-1255 iso-8859-8",
        "th": "cp874 tis-620",
        "vi": "windows-1258",
    }.items()
}
WRONG = ("iso-8859-1", "gb2312", "big5", "koi8-r")


class Sample(NamedTuple):
    """A text in an encoding and its bytes."""

    language: str
    encoding: str
    length: int
    text: str
    data: bytes


def main() -> None:
    """Read every sample and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--declared", nargs="+", default=["none", "right", "wrong"], choices=["none", "right", "wrong"])
    parser.add_argument("--language", nargs="+", default=list(ENCODINGS), choices=list(ENCODINGS))
    parser.add_argument("--errors", action="store_true", help="print what was read wrongly")
    given = parser.parse_args()
    right, tried = Counter[tuple[str, str, str, int]](), Counter[tuple[str, str, str, int]]()
    for sample in make_samples(given.language):
        for name in given.declared:
            for declared in list_declared(sample.encoding, name):
                key = (sample.language, sample.encoding, name, sample.length)
                tried[key] += 1
                right[key] += _is_read(sample, declared, given.errors)
    _print_table(right, tried)


def make_samples(languages: list[str]) -> Iterator[Sample]:
    """Yield the texts of some languages in all of their encodings."""
    for language in languages:
        for encoding in ENCODINGS[language]:
            chance = random.Random(f"{language} {encoding}")  # noqa: S311
            for length in LENGTHS:
                for _ in range(SAMPLES[length]):
                    text = _cut_text(language, length, chance)
                    data = _encode(text, encoding)
                    yield Sample(language, encoding, length, data.decode(encoding), data)


def list_declared(encoding: str, kind: Declared) -> list[str | None]:
    """Return what a page in an encoding may declare."""
    if kind == "wrong":
        return [name for name in WRONG if name != encoding]
    return [encoding if kind == "right" else None]


def _is_read(sample: Sample, declared: str | None, show: bool) -> bool:
    try:
        found = decode(sample.data, declared)
    except (ReadError, UnicodeError, LookupError) as error:
        found = f"{type(error).__name__}: {error}"
    exact = normalize("NFC", found) == normalize("NFC", sample.text)
    if show and not exact:
        print(sample.language, sample.encoding, sample.length, declared, repr(sample.text[:50]), repr(found[:50]))
    return exact


def _encode(text: str, encoding: str) -> bytes:
    # windows-1258 writes the tones of Vietnamese as signs of their own.
    return (
        "".join(map(_part_tone, text)).encode(encoding, "ignore")
        if encoding == "windows-1258"
        else text.encode(encoding, "ignore")
    )


def _part_tone(character: str) -> str:
    letter, tone = normalize("NFD", character)[:-1], normalize("NFD", character)[-1]
    return normalize("NFC", letter) + tone if tone in "\u0300\u0301\u0303\u0309\u0323" else character


def _cut_text(language: str, length: int, chance: random.Random) -> str:
    sentences = list(_read_sentences(language))
    chance.shuffle(sentences)
    repeated = sentences * (1 + length // sum(map(len, sentences)))
    return "\n".join(repeated)[:length]


@cache
def _read_sentences(language: str) -> tuple[str, ...]:
    """Return the sentences of a language among the cases of the tests."""
    name = language.removesuffix("-Hans").removesuffix("-Hant")
    files = sorted([*CASES.glob(f"{name}.jsonl"), *CASES.glob(f"{name}/*.jsonl")])
    lines = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    texts = dict.fromkeys(" ".join(line["text"].split()) for line in lines if isinstance(line.get("text"), str))
    return tuple(OpenCC("s2t").convert(text) if language == "zh-Hant" else text for text in texts)


def _print_table(right: Counter[tuple[str, str, str, int]], tried: Counter[tuple[str, str, str, int]]) -> None:
    print(
        f"| language | encoding | declared | {' | '.join(map(str, LENGTHS))} |\n|---|---|---|{'---:|' * len(LENGTHS)}"
    )
    rows = dict.fromkeys(key[:3] for key in tried)
    for row in rows:
        print(f"| {' | '.join(row)} | {' | '.join(_share([row], right, tried))} |")
    for name in dict.fromkeys(row[2] for row in rows):
        some = [row for row in rows if row[2] == name]
        print(f"| all | all | {name} | {' | '.join(_share(some, right, tried))} |")


def _share(
    rows: list[tuple[str, str, str]],
    right: Counter[tuple[str, str, str, int]],
    tried: Counter[tuple[str, str, str, int]],
) -> Iterator[str]:
    for length in LENGTHS:
        keys = [(*row, length) for row in rows]
        yield f"{100 * sum(right[key] for key in keys) / sum(tried[key] for key in keys):.1f}"


if __name__ == "__main__":
    main()
