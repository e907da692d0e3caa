"""How well and how fast countries and areas are recognised: AidAtlas beside other programs, in one run.

    python -m benchmarks.recognition [FOLDER] [--environments FOLDER] [--json FILE]

Each program is installed from the package index into an environment of its own (--environments keeps them for the next
run), reads the same texts, one a call, and is stopped after five minutes. The tables are printed in Markdown.

FOLDER holds annotated texts as jsonl files, other people's, which the project does not carry; without it the project's
own language cases are read, which AidAtlas was made with: they compare nothing. A line is an object with `text`, `lang`
(zh or en, else the file's name; others are passed over), and one of these:

- `gold`: a list of {start, end, iso3, kind} in characters. Recall counts the kinds name (the default) and abbr; others
  (a demonym, a name inside another) may be found. Lists of {start, end}: what touches `ignore` is not judged, `neg` are
  persons, cities and the like. Where `complete` is false (default true), only what touches `neg` is wrong elsewhere.
- `must` and `may`, or `gold` and `optional`, or `codes`: lists of alpha-3 codes that have to, or may, be found.

benchmarks.counting says what is right. Towns that stand for their country are left out, for every program. Speed is in
10⁶ bytes of UTF-8 a processor second; memory is what loading and the first call add. All seconds are the processor's.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks.counting import Count, Hit, count_all
from benchmarks.environments import install
from benchmarks.rivals.timing import Raw, Result, Task
from benchmarks.texts import LANGUAGES, Text, read_texts
from geo import find_code
from geo.reference.areas import read_areas

_PROJECT = Path(__file__).resolve().parent.parent
_CASES = _PROJECT / "tests" / "cases"
_SECONDS = 300
_NOTE = """
¹ gives codes without places: each code counts once a text.
² the names as Babel carries them: one a country in English, simplified and traditional Chinese, no short forms (香港).
³ recorded before, on 2,994 other texts in ten languages (F1 0.84 over all ten): its dictionaries are not in this run.
Left out: programs whose models have to be downloaded (spaCy), and taggers that do not say which country a place is."""


class Entry(NamedTuple):
    """A program to measure: its module in benchmarks.rivals, what to install (None: it runs in our own environment)."""

    name: str
    module: str
    distribution: str | None = None
    told: bool = True


_ENTRIES = (
    Entry("AidAtlas", "aidatlas"),
    Entry("AidAtlas, language not told", "aidatlas", told=False),
    Entry("CLDR names, no rules ²", "cldr"),
    Entry("country-named-entity-recognition", "country_named_entity_recognition", "country-named-entity-recognition"),
    Entry("flashgeotext", "flashgeotext", "flashgeotext"),
    Entry("geotext", "geotext", "geotext"),
    Entry("countrytagger ¹", "countrytagger", "countrytagger"),
)
_LIMIT = Entry("bare search for AidAtlas's patterns", "scan")


class Measured(NamedTuple):
    """A program's result, or why there is none."""

    entry: Entry
    result: Result | None
    reason: str = ""


def main() -> None:
    """Measure all programs; print the tables and, if asked, write all figures to a file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=_CASES)
    parser.add_argument("--environments", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    texts = read_texts(given.folder)
    if not texts:
        sys.exit(f"{given.folder}: no annotated text in zh or en; see benchmarks/recognition.py for the form")
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        measured = [_measure(entry, texts, given.environments or work, work) for entry in (*_ENTRIES, _LIMIT)]
    print("\n".join(_write_report(measured, texts)))
    if given.json:
        given.json.write_text(json.dumps(_list_figures(measured, texts), indent=1), encoding="utf-8")


def _measure(entry: Entry, texts: Sequence[Text], environments: Path, work: Path) -> Measured:
    """Return what came of a program, run in its own environment."""
    print(f"{entry.name} …", file=sys.stderr, flush=True)
    task, result = work / "task.json", work / "result.json"
    by_language = {key: [text.text for text in texts if text.language == key] for key in LANGUAGES}
    asked = Task(texts={key: some for key, some in by_language.items() if some}, told=entry.told)
    task.write_text(json.dumps(asked), encoding="utf-8")
    try:
        python = install(entry.distribution, environments, _SECONDS) if entry.distribution else Path(sys.executable)
        _run(python, entry.module, task, result)
    except subprocess.TimeoutExpired:
        return Measured(entry, None, f"stopped after {_SECONDS} s")
    except subprocess.CalledProcessError as error:
        last = str(error.stderr).strip().splitlines()[-1:]
        return Measured(entry, None, f"failed: {' '.join(last)}")
    return Measured(entry, json.loads(result.read_text(encoding="utf-8")))


def _run(python: Path, module: str, task: Path, result: Path) -> None:
    """Run a program; what is installed elsewhere must not help it."""
    command = [str(python), "-m", f"benchmarks.rivals.{module}", str(task), str(result)]
    alone = {key: setting for key, setting in os.environ.items() if key != "PYTHONPATH"}
    subprocess.run(  # noqa: S603 - our own command
        command, check=True, capture_output=True, text=True, cwd=_PROJECT, env=alone, timeout=_SECONDS
    )


def _write_report(measured: Sequence[Measured], texts: Sequence[Text]) -> Iterator[str]:
    """Yield the lines of both tables and of the notes."""
    yield from _describe_texts(texts)
    yield ""
    head = [f"{key} {figure}" for key in LANGUAGES for figure in ("P", "R", "F1")]
    yield from _head(["program", *head, "zh MB/s", "en MB/s", "import s", "first call s", "memory MB"])
    for program in measured:
        yield _row([_name(program), *_write_accuracy(program, texts), *_write_costs(program)])
    yield _row(["newsmap, recorded ³", "", "", "0.88", *[""] * 8])
    yield ""
    yield from _write_ratio(measured[0], measured[-1])
    yield ""
    corpora = list(dict.fromkeys((text.corpus, text.language) for text in texts))
    yield from _head(["F1", *(f"{corpus} {language}" for corpus, language in corpora)])
    for program in measured[:-1]:
        yield _row([_name(program), *(_write_f1(program, texts, *corpus) for corpus in corpora)])
    yield _NOTE


def _describe_texts(texts: Sequence[Text]) -> Iterator[str]:
    for key in LANGUAGES:
        some = [text for text in texts if text.language == key]
        size = sum(len(text.text.encode()) for text in some)
        yield f"{key}: {len(some)} texts, {size / 1e6:.2f} MB, {size / max(1, len(some)):.0f} bytes a text on average"


def _name(program: Measured) -> str:
    version = program.result["version"] if program.result else None
    return f"{program.entry.name} {version}" if version else program.entry.name


def _write_accuracy(program: Measured, texts: Sequence[Text]) -> list[str]:
    """Return the cells of precision, recall and F1 in each language, empty for the bare search."""
    if program.result is None or program.entry is _LIMIT:
        return [program.reason] + [""] * (3 * len(LANGUAGES) - 1)
    counts = [_count(program.result, texts, key) for key in LANGUAGES]
    return [f"{figure:.3f}" for count in counts for figure in (count.precision, count.recall, count.f1)]


def _write_costs(program: Measured) -> list[str]:
    """Return the cells of speed, loading and memory."""
    result = program.result
    if result is None:
        return [""] * (len(LANGUAGES) + 3)
    speeds = [f"{result['speed'][key] / 1e6:.2f}" if key in result["speed"] else "" for key in LANGUAGES]
    if program.entry is _LIMIT:
        return [*speeds, "", "", ""]
    loading, calling = result["import_bytes"], result["first_bytes"]
    memory = "unknown" if loading is None or calling is None else f"{loading / 1e6:.0f} + {calling / 1e6:.0f}"
    return [*speeds, f"{result['import_seconds']:.2f}", f"{result['first_seconds']:.2f}", memory]


def _write_ratio(program: Measured, limit: Measured) -> Iterator[str]:
    """Yield a line for each language: the speed as a share of the bare search's."""
    if program.result and limit.result:
        for key, speed in program.result["speed"].items():
            share = speed / limit.result["speed"][key]
            yield f"{key}: {program.entry.name} reads at {share:.2f} of the speed of the bare search."


def _write_f1(program: Measured, texts: Sequence[Text], corpus: str, language: str) -> str:
    return f"{_count(program.result, texts, language, corpus).f1:.3f}" if program.result else ""


def _count(result: Result, texts: Sequence[Text], language: str, corpus: str | None = None) -> Count:
    """Return the count over the texts of a language, or of one corpus in it."""
    same = [text for text in texts if text.language == language]
    read = zip(same, result["hits"].get(language, []), strict=True)
    kept = [(text, list(_code_hits(raws))) for text, raws in read if corpus in (None, text.corpus)]
    return count_all([text for text, _ in kept], [hits for _, hits in kept])


def _code_hits(raws: Iterable[Raw]) -> Iterator[Hit]:
    """Yield the hits with alpha-3 codes; what has none (Abkhazia) is left out."""
    for start, end, name in raws:
        code = _find_code(name)
        if code:
            yield Hit(start, end, code)


@cache
def _find_code(name: str) -> str | None:
    """Return the alpha-3 code of an English name, or of a code of two or three letters."""
    if len(name) > 3:
        return find_code(name, "en")
    # Not find_code: it would have to ask whether AU is Australia or the African Union.
    return next((area.code for area in read_areas().values() if name.upper() in (area.alpha_2, area.code)), None)


def _list_figures(measured: Sequence[Measured], texts: Sequence[Text]) -> list[dict[str, object]]:
    """Return all figures, without the hits, as they go into a file."""
    return [_list_program(program, texts) for program in measured]


def _list_program(program: Measured, texts: Sequence[Text]) -> dict[str, object]:
    if program.result is None:
        return {"program": program.entry.name, "reason": program.reason}
    costs: dict[str, object] = {key: figure for key, figure in program.result.items() if key != "hits"}
    if program.entry is _LIMIT:
        return {"program": program.entry.name, **costs}
    corpora = dict.fromkeys((text.corpus, text.language) for text in texts)
    counts = {f"{corpus} {key}": _count(program.result, texts, key, corpus)._asdict() for corpus, key in corpora}
    return {"program": program.entry.name, **costs, "counts": counts}


def _head(cells: Sequence[str]) -> Iterator[str]:
    yield _row(cells)
    yield _row(["---", *["---:"] * (len(cells) - 1)])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
