"""How the processor time of the whole extraction grows with the length of one document that repeats one thing.

    python -m benchmarks.linear_time [CHARACTERS] [--only PIECE]

What the rules look for is repeated, as one endless line and one a line, above and under a sentence of prose, to documents
of a sixteenth, a quarter and all of CHARACTERS (1,000,000), which are read from a folder and extracted as users do. A
table gives the seconds at each size and how the last grew beside the one before it, divided by four: 1.0 is linear. What
grew most is printed again at the end. A document that took ten times as long as one of a quarter of its length is not
made longer. All of it takes some hours; --only measures one piece, 40000 all of them in a quarter of an hour.

The pieces are those of tests/test_linear_time.py, one for every kind of thing that the rooms look for, and one for every
table of geo/languages, with a word of each of its lists beside a number and a place.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, cast

import geo
from benchmarks.speeds import write_speed
from geo.languages.packs import read_pack
from tests.test_linear_time import PIECES

_LARGEST = 1_000_000
_STEPS = (16, 4, 1)
_FAR = 10  # times as long for four times the length: there is no need to see more
_WORST = 10
_SHOWN = 40  # characters of a piece in the table
# Tells the language, which a piece alone may not, and has a page above it and one below.
_PROSE = {
    "zh": "\n\n中国政府今天向许多国家提供了援助物资，并将继续提供帮助，直到它们不再需要为止。\n\n",
    "en": "\n\nThe government of the country has said that it will send the aid to all of the others this week.\n\n",
}
_FRAMES = {"zh": "{}20个国家在中国，", "en": "{} 20 countries in Kenya, "}
_TABLES = ("articles", "furniture", "links", "modality", "nouns", "numbers", "running_totals", "tables")
_OF_ONE = {"zh": ("measures", "currencies"), "en": ("hyphens", "persons", "units", "currencies")}
_SIGNS = frozenset("\\[](){}?*+|^$<>.")

# What the rooms look for beside the words of the tables, "/" between two pieces.
_ROOMS: Mapping[str, Mapping[str, str]] = {
    "zh": {
        "names": "中国/中/中美/巴方/在中/日本/海南非/中非、/印度洋/驻意大利使馆/广东省/联合国/亚洲国家/《中国》",
        "numbers": "一/万/20/20,/1 2 /2万至/二十至三十个/20多/20%/20万美元/《一/20-30个",
        "counts": "20名学生/学生300名/20名来自意大利的学生/国家（20个）/23个省份/两国/这三个国家/另有5国/新增10国",
        "attachment": "亚洲（28国）、/中国：20人，/来自加纳的40人，/其余5个/中国、美国、日本分别为20、8、5人。/中国、美国、",
        "breakdowns": "共28个国家，其中亚洲20个、欧洲8个。/亚洲20个、欧洲8个，共28个国家。/亚洲20个，其余8个。/中国20，美国30，合计50。",
        "lists": "中国、美国、日本等3国。/3个国家：中国、美国、日本。/包括中国、美国在内的2国/中国20国、",
        "running totals": "截至3月26日，累计向80个国家提供/已向80个国家提供援助。/也已运到/三个组织也已提供。",
        "events": "中国政府向意大利捐赠口罩。/中国医疗队抵达意大利。/中国同意大利通电话。/中国将向意大利派出专家组，/援建医院/由中国/愿/该国",
        "clauses": "没有向20国/如果/但/，/、/；/：/。/（/“/的",
        "dates": "3月26日/3月26日，中国向意大利提供口罩。/2020年/2020-03-26/同一天，/新华社北京3月26日电",
        "pages": "来源：新华网/责任编辑：王一/相关阅读/3月26日\n中国向意大利提供口罩。\n/◆ 中国/- 亚洲：28国/1. /\u3000/2020-03-26 10:00\n中国向意大利派出\n",
        "tables": "| 亚洲 | 28 |/亚洲\t28/亚洲   28/亚洲 28/国家\t人数\n亚洲\t10\n欧洲\t20\n合计\t30\n\n",
    },
    "en": {
        "names": "China/US /Chad Smith /Athens, Georgia /French and /the Chinese ambassador /Xi Jinping /the European Union (EU) ",
        "numbers": "1,/1 2 /20 /twenty /one hundred and /more than /2 to /between 20 and /US$20 million /20 per cent /20 to 30 countries ",
        "counts": "20 students /students from Ghana /Member states (14) /the two countries /another 5 countries /one country, ",
        "attachment": "40 from Ghana and /Chad (20), /Kenya: 20; /the remaining 5 /20, 8 and 5 respectively /China, Peru and /Norway sent 20, Sweden 30. ",
        "breakdowns": "A total of 28 countries: 20 in Asia, 8 in Europe. /20 in Asia and 8 in Europe, 28 in total. /20 in Asia, the rest in Europe. /of whom 7 ",
        "lists": "China, Japan and Peru, 3 countries. /3 countries: China, Japan and Peru. /including China, Peru, /China 20, ",
        "running totals": "China has sent aid to 80 countries so far. /ten more countries /Four organisations had done so too. ",
        "events": "China sent masks to Italy. /China's medical team arrived in Italy. /China spoke by phone with Italy. /donated /given to China: /to the country ",
        "clauses": "not if will that, /said that /, and /, /; /: /. /( /\" /which ",
        "dates": "26 March /On 26 March 2020, China sent aid. /2020-03-26 /the same day, /BEIJING, March 26 (Xinhua) -- ",
        "pages": "Source: Xinhua /By John Smith /Related articles /Share /Home News World /- China\n/coun-\n/ /\t/\n/26 March 2020\nChina sent aid.\n/a@b.org ",
        "tables": "| Asia | 28 |/Asia\t28/Asia   28/Norway 120/|/Country\tStudents\nNorway\t20\nSweden\t30\nTotal\t50\n\n",
    },
}  # fmt: skip


class Piece(NamedTuple):
    """What is repeated, in a language, and the room or table that looks for it."""

    language: str
    room: str
    text: str


class Growth(NamedTuple):
    """The processor seconds that documents of one piece took, the shortest first."""

    piece: Piece
    seconds: Sequence[float]

    @property
    def ratio(self) -> float:
        """Return how much longer the last took than the one before it, divided by four."""
        return self.seconds[-1] / self.seconds[-2] / 4


def main() -> None:
    """Measure every piece and print a line for each, then those that grew most."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("characters", nargs="?", type=int, default=_LARGEST)
    parser.add_argument("--only", metavar="PIECE")
    given = parser.parse_args()
    sizes = [given.characters // step for step in _STEPS]
    pieces = [piece for piece in list_pieces() if given.only in (None, piece.text.strip())]
    if not pieces:
        sys.exit(f"{given.only}: no such piece; see benchmarks/linear_time.py for those there are")
    print(write_speed())
    print(
        f"{len(pieces)} pieces; processor seconds for "
        + ", ".join(f"{size:,}" for size in sizes)
        + " characters, growth"
    )
    _measure(pieces[0], min(sizes))  # loads what is loaded once
    found = []
    for piece in pieces:
        found.append(Growth(piece, list(_measure_sizes(piece, sizes))))
        print(_write(found[-1]), flush=True)
    print("\ngrew most")
    for growth in sorted(found, key=lambda one: one.ratio, reverse=True)[:_WORST]:
        print(_write(growth))


def list_pieces() -> list[Piece]:
    """Return every piece, as one endless line and one a line, each once."""
    given = [Piece(language, "tests", text) for language, texts in PIECES.items() for text in texts]
    rooms = [
        Piece(language, room, text)
        for language, named in _ROOMS.items()
        for room, texts in named.items()
        for text in texts.split("/")
    ]
    tables = [
        Piece(
            language, table, "".join(_FRAMES[language].format(word) for word in _list_words(read_pack(language, table)))
        )
        for language, others in _OF_ONE.items()
        for table in (*_TABLES, *others)
    ]
    lines = [
        one._replace(text=f"{one.text.rstrip(' ')}\n") for one in (*given, *rooms, *tables) if one.text[-1:] != "\n"
    ]
    return list({(one.language, one.text): one for one in (*given, *rooms, *tables, *lines) if one.text}.values())


def _list_words(table: object) -> Iterator[str]:
    """Yield a word of each list of a table, however deep: the first that is no regular expression."""
    if isinstance(table, Mapping):
        for below in table.values():
            yield from _list_words(below)
    elif isinstance(table, list | tuple):
        words = [one for one in cast(Sequence[object], table) if isinstance(one, str) and not _SIGNS & set(one)]
        yield from words[:1]


def _measure_sizes(piece: Piece, sizes: Sequence[int]) -> Iterator[float]:
    last = None
    for size in sizes:
        seconds = _measure(piece, size)
        yield seconds
        if last is not None and seconds > _FAR * last:
            return
        last = seconds


def _measure(piece: Piece, size: int) -> float:
    """Return the processor seconds that reading and extracting one document takes."""
    with tempfile.TemporaryDirectory() as folder:
        half = piece.text * max(1, size // len(piece.text) // 2)
        Path(folder, "document.txt").write_text(half + _PROSE[piece.language] + half, encoding="utf-8")
        begun = time.process_time()
        geo.extract(geo.read_documents(folder))
        return time.process_time() - begun


def _write(growth: Growth) -> str:
    cells = [f"{seconds:8.2f}" for seconds in growth.seconds] + ["       -"] * (len(_STEPS) - len(growth.seconds))
    piece = growth.piece
    return f"{' '.join(cells)} {growth.ratio:6.2f}  {piece.language} {piece.room:14s} {piece.text[:_SHOWN]!r}"


if __name__ == "__main__":
    main()
