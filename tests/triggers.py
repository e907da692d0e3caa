"""The words that the rules look for, taken from the tables of the languages and the names, and lines of any number of things."""

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import geo.languages

LANGUAGES = ("zh", "en", "es", "fr", "pt", "ru", "ar", "de")
_TABLES = Path(geo.languages.__file__).parent
_NAMES = Path(__file__).parent.parent / "data" / "names"
# What stands between the signs of a regular expression: the words of a form.
_WORDS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
# Marks that begin, end, join or part something, or look like the beginning of it.
SIGNS = (
    "\n", " ", "\t", "-", "=", "|", ".", "。", ",", "，", "、", "(", "（", ")", '"', "“", "《", "*", "#", ">", "/", ":", "：", "'",
    "•", "$", "%", "1", "一", "1,", "1.", "1-", "A.", "a-", "V-", "No. ", "- ", "| ", "1月", "第", "<", "&", "@", "http://", "\u00ad",
    "\u200b", "\u3000", "\r", "\x0b", "e\u0301", "ﬁ",
)  # fmt: skip


def list_tables(language: str) -> list[str]:
    """Return the tables of a language: the files of its folder, and its files of names."""
    packs = [file.stem for file in sorted((_TABLES / language).glob("*.toml")) if file.stem != "SOURCES"]
    return [*packs, *(file.name for file in sorted(_NAMES.glob(f"{language}*.csv")))]


def list_triggers(language: str, table: str) -> list[str]:
    """Return the words of a table, each once."""
    if table.endswith(".csv"):
        with (_NAMES / table).open(encoding="utf-8", newline="") as rows:
            return list(dict.fromkeys(row[0] for row in csv.reader(rows)))
    tables = tomllib.loads((_TABLES / language / f"{table}.toml").read_text(encoding="utf-8"))
    return list(dict.fromkeys(_list_words(tables)))


def _list_words(table: object) -> Iterator[str]:
    if isinstance(table, Mapping):
        table = list(table.values())
    if isinstance(table, list):
        for below in table:
            yield from _list_words(below)
    elif isinstance(table, str):
        yield from _WORDS.findall(table)


def write_line(line: Callable[[int], str], size: int) -> str:
    """Return so many characters of lines or clauses that are all different, as a function writes the nth."""
    lines: list[str] = []
    length = number = 0
    while length < size:
        lines.append(line(number))
        length += len(lines[-1])
        number += 1
    return "".join(lines)


_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wu", "za")
_CHARACTERS = "伟强明丽华军杰娟涛超艳敏磊勇芳静洋波鹏辉"


def name(number: int) -> str:
    """Return a name that nobody bears, another for each number up to 4,096."""
    return "".join(_SYLLABLES[number >> shift & 15] for shift in (0, 4, 8)).capitalize()


def han(number: int) -> str:
    """Return a Chinese given name, another for each number up to 400."""
    return _CHARACTERS[number % 20] + _CHARACTERS[number // 20 % 20]


def _day(number: int) -> str:
    return f"{number % 28 + 1} March {1950 + number // 28 % 80}"


# Texts of which no two lines are alike: what a document has named, told or counted before may be looked through for
# each thing that comes, which a text that repeats one thing does not show.
LINES: Mapping[str, Callable[[int], str]] = {
    "persons": lambda n: f"President {name(n)} of Japan met Minister {name(n + 2000)} of Kenya. {name(n)} sent masks to Chad.\n",
    "persons, in Chinese": lambda n: f"日本总统{han(n)}会见了法国外长{han(n + 211)}。{han(n)}向乍得捐赠口罩。\n",
    "acronyms": lambda n: f"The {name(n)} Agency ({name(n).upper()}) of Japan gave {n} masks to Kenya. {name(n).upper()} gave more.\n",
    "nouns": lambda n: f"Japan sent {n + 2} {name(n).lower()}s to Kenya and {n + 3} {name(n + 9).lower()}s to the Chad camp.\n",
    "dates": lambda n: f"On {_day(n)}, Japan sent {n + 2} masks to Kenya.\n",
    "day headings": lambda n: f"{_day(n)}\nThe government of Japan has sent {n + 2} masks to Kenya.\n",
    "dates, in Chinese": lambda n: f"{1950 + n % 70}年{n % 12 + 1}月{n % 28 + 1}日，日本向乍得捐赠{n + 2}只口罩。\n",
    "offices": lambda n: f"Kenya's deputy minister of {name(n).lower()} came. The minister of {name(n).lower()} gave masks to Chad.\n",
    "acts taken back": lambda n: f"Japan gave {n} masks to Kenya. Peru gave rice to Chad. It later denied that.\n",
    "places in one line": lambda n: f"the {n + 2} in Kenya, the {n + 3} in Chad, ",
    "places in one line, in Chinese": lambda n: f"肯尼亚{n + 2}人、乍得{n + 3}人、",
    "rows": lambda n: f"{name(n)} {n}\n",
    "tables": lambda n: f"| Kenya {name(n)} | Year {n} | {n * 2} |\n\nJapan gave {n} masks to Kenya.\n\n",
    "quotations": lambda n: f'"{name(n)} gave the {n}," said {name(n + 5)} of Japan. ',
    "bullets": lambda n: " " * (n % 40) + f"- {name(n)}: the government of Japan gave {n} masks:\n",
    "sums": lambda n: f"It was a total of {2 * n + 5} countries: {n + 2} in Asia, {n + 3} in Europe. ",
    "sums, in Chinese": lambda n: f"共{2 * n + 5}国，其中亚洲{n + 2}国、欧洲{n + 3}国。",
    "cut words": lambda n: f"The Ken-\nyan team gave {n},\n000 masks to the coun-\ntries of Asia\n",
    "two languages": lambda n: (
        f"Le ministère a envoyé {n} médecins à la France et des vivres à la population de la région.\n"
        if n % 2
        else f"Japan gave {n} masks to Kenya this week, the government said.\n"
    ),
}  # fmt: skip
