"""Annotated texts, read from lines of JSON; benchmarks.recognition says how they are written."""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict

LANGUAGES = ("zh", "en")
# A name inside another name, a demonym and a short form may be found; whether they must be, corpora see differently.
_COUNTED = frozenset({"name", "abbr"})


class Place(NamedTuple):
    """A country or area named in a text; `counts` tells whether recall counts it."""

    start: int
    end: int
    code: str
    counts: bool


class Text(NamedTuple):
    """One annotated text.

    `places` is None where only its codes are known. `wanted` are the codes that should be found, once for each place
    that counts, `allowed` those that may be. What touches `ignored` is not judged; `others` are persons, cities and
    the like. `complete` says that no country is named but those given.
    """

    corpus: str
    language: str
    text: str
    places: tuple[Place, ...] | None
    wanted: tuple[str, ...]
    allowed: frozenset[str]
    ignored: tuple[tuple[int, int], ...]
    others: tuple[tuple[int, int], ...]
    complete: bool


class Span(TypedDict, total=False):
    """A span as it stands in a file."""

    start: int
    end: int
    iso3: str
    kind: str


class Line(TypedDict, total=False):
    """A line as it stands in a file."""

    lang: str
    text: str
    gold: list[Span | str]
    must: list[str]
    may: list[str]
    optional: list[str]
    codes: list[str]
    ignore: list[Span]
    neg: list[Span]
    complete: bool


def read_texts(folder: Path, languages: Collection[str] = LANGUAGES) -> list[Text]:
    """Return the texts of a folder's jsonl files in some languages; other lines are passed over."""
    return [text for file in sorted(folder.glob("*.jsonl")) for text in _read_file(file, languages)]


def _read_file(file: Path, languages: Collection[str]) -> Iterator[Text]:
    with file.open(encoding="utf-8") as lines:
        for written in lines:
            line: Line = json.loads(written)
            language = line.get("lang", file.stem).split("_")[0]
            if language in languages and any(key in line for key in ("gold", "must", "codes")):
                yield make_text(line, file.stem, language)


def make_text(line: Line, corpus: str, language: str) -> Text:
    """Return the text of a line."""
    spans = [span for span in line.get("gold", []) if isinstance(span, dict)]
    codes = line.get("must", line.get("codes", [code for code in line.get("gold", []) if isinstance(code, str)]))
    by_code = "must" in line or "codes" in line or "optional" in line or bool(codes)
    places = tuple(Place(s["start"], s["end"], s["iso3"], s.get("kind", "name") in _COUNTED) for s in spans)
    # The project's own cases have regions and organisations too.
    must = tuple(code for code in dict.fromkeys(codes) if len(code) == 3 and code.isalpha())
    wanted = must if by_code else tuple(place.code for place in places if place.counts)
    others = (*must, *line.get("may", []), *line.get("optional", [])) if by_code else (place.code for place in places)
    return Text(
        corpus=corpus,
        language=language,
        text=line["text"],
        places=None if by_code else places,
        wanted=wanted,
        allowed=frozenset(others),
        ignored=_list_spans(line.get("ignore", [])),
        others=_list_spans(line.get("neg", [])),
        complete=by_code or line.get("complete", True),
    )


def _list_spans(spans: list[Span]) -> tuple[tuple[int, int], ...]:
    return tuple((span["start"], span["end"]) for span in spans)
