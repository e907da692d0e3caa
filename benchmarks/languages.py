"""How well and how fast names are read in every language but Chinese and English, beside CLDR's names without rules.

    python -m benchmarks.languages FOLDER

FOLDER holds annotated texts as benchmarks.recognition describes them; the lines in Chinese and English are that
benchmark's. Three readings of each text: AidAtlas told the language, AidAtlas not told it, and CLDR's names of the
language in one automaton, the longest first. `names` counts without demonyms, which some corpora do not annotate. Speed is
in 10⁶ bytes of UTF-8 a processor second, all texts of a language once, the best of five readings. The table is printed in
Markdown; below it stands what the names of all these languages take of memory.
"""

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind
from babel import Locale

import geo
from benchmarks.counting import Hit, count_all
from benchmarks.rivals.timing import measure_memory
from benchmarks.texts import LANGUAGES, Text, read_texts
from geo.names.patterns import PLACE_RULES
from geo.reference.areas import read_areas
from geo.reference.places import list_named_languages

_READINGS = 5
Read = Callable[[Text], list[Hit]]


def main() -> None:
    """Measure all languages of a folder and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    texts = read_texts(parser.parse_args().folder, list_named_languages() - set(LANGUAGES))
    before = measure_memory()
    print("| corpus | texts | P | R | F1 | F1 names | F1 not told | F1 CLDR | MB/s |")
    print("|---|" + "---:|" * 8)
    for corpus, language in dict.fromkeys((text.corpus, text.language) for text in texts):
        some = [text for text in texts if (text.corpus, text.language) == (corpus, language)]
        print(f"| {corpus} {language} | {' | '.join(measure(some))} |", flush=True)
    after = measure_memory()
    if before is not None and after is not None:
        print(f"\n{len({text.language for text in texts})} languages take {(after - before) / 1e6:.0f} MB of memory.")


def measure(texts: Sequence[Text]) -> Iterator[str]:
    """Yield the cells of some texts in one language: how many, P, R, F1, F1 of the three other readings, speed."""
    told = count_all(texts, [_read_told(text) for text in texts])
    yield from (str(len(texts)), *(f"{figure:.3f}" for figure in (told.precision, told.recall, told.f1)))
    for read in (_read_names, _read_untold, _read_cldr):
        yield f"{count_all(texts, [read(text) for text in texts]).f1:.3f}"
    yield f"{_measure_speed(texts) / 1e6:.1f}"


def _read_told(text: Text) -> list[Hit]:
    return _find(text.text, text.language)


def _read_untold(text: Text) -> list[Hit]:
    return _find(text.text, None)


def _read_names(text: Text) -> list[Hit]:
    return _find(text.text, text.language, demonyms=False)


def _find(text: str, language: str | None, *, demonyms: bool = True) -> list[Hit]:
    found = (one for one in geo.find_mentions(text, language) if one.kind == "country" and one.rule not in PLACE_RULES)
    return [Hit(one.start, one.end, one.code) for one in found if demonyms or one.rule != "demonym"]


def _read_cldr(text: Text) -> list[Hit]:
    search, codes = _compile_cldr(text.language)
    return [Hit(start, end, codes[index]) for index, start, end in search.find_matches_as_indexes(text.text)]


@cache
def _compile_cldr(language: str) -> tuple[AhoCorasick, list[str]]:
    territories = Locale.parse(language).territories
    names = {territories[area.alpha_2]: area.code for area in read_areas().values() if area.alpha_2 in territories}
    return AhoCorasick(list(names), matchkind=MatchKind.LeftmostLongest), list(names.values())


def _measure_speed(texts: Sequence[Text]) -> float:
    """Return the bytes of UTF-8 that are read in a processor second, the language told."""
    size = sum(len(text.text.encode()) for text in texts)
    return size / min(_measure_once(texts) for _ in range(_READINGS))


def _measure_once(texts: Sequence[Text]) -> float:
    begun = time.process_time()
    for text in texts:
        geo.find_mentions(text.text, text.language)
    return time.process_time() - begun


if __name__ == "__main__":
    main()
