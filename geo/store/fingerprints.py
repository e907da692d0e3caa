"""What a corpus is made by and from, as short hashes: two corpora of one hash were read by the same rules."""

import hashlib
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from geo.base.folders import find_data_folder
from geo.base.limits import Limits

# The rooms whose modules all read, and of this one the modules that do.
_ROOMS = (
    *("base", "reference", "languages", "text", "numbers", "documents", "names", "nouns"),
    *("attachment", "modality", "clauses", "statements", "store/corrections"),
)
_MODULES = ("bodies", "body_readings", "document_rows", "extraction", "tables")
# What only the pages and pictures know of the world; the scripts that made the tables are none.
_SHOWN_DATA = frozenset({"boundaries", "fonts", "wording", "population.csv", "population.toml", "tiles.csv"})
_ENDINGS = frozenset({".py", ".csv", ".toml", ".json", ".npz"})
LIBRARIES = (
    *(
        "ahocorasick_rs",
        "babel",
        "chardet",
        "ftfy",
        "lxml",
        "numpy",
        "opencc",
        "orjson",
        "py3langid",
        "pyarrow",
        "pycountry",
    ),
    *("pypdfium2", "python_calamine", "rapidfuzz", "resiliparse", "striprtf"),
)


def hash_words(words: Iterable[str]) -> str:
    """Return the hash of some words in their order."""
    digest = hashlib.sha256()
    for word in words:
        data = word.encode(errors="surrogatepass")
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()[:20]


@cache
def hash_reading() -> str:
    """Return the hash of all that reads: our modules, the data that they read, and the libraries that matter."""
    digest = hashlib.sha256()
    for name, file in list_reading_files():
        digest.update(hash_words([name]).encode() + hashlib.sha256(file.read_bytes()).digest())
    libraries = [f"{library} {_find_version(library)}" for library in LIBRARIES]
    return hash_words([digest.hexdigest(), f"Python {sys.version_info.major}.{sys.version_info.minor}", *libraries])


def list_reading_files() -> Iterator[tuple[str, Path]]:
    """Yield the modules and the data that read, each with its name in the package, in one order on every machine."""
    package, data = Path(__file__).parents[1], find_data_folder()
    rooms = [file for room in _ROOMS for file in (package / room).rglob("*")]
    modules = [package / "store" / f"{module}.py" for module in _MODULES]
    yield from _name_files(package, [*rooms, *modules])
    shown = {data / name for name in _SHOWN_DATA}
    read = [file for file in data.rglob("*") if shown.isdisjoint([file, *file.parents])]
    yield from ((f"data/{name}", file) for name, file in _name_files(data, read))


def _name_files(folder: Path, files: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    for name, file in sorted((file.relative_to(folder).as_posix(), file) for file in files):
        # The scripts beside the data made it and read nothing.
        if file.suffix in _ENDINGS and not file.name.startswith("build_"):
            yield name, file


def _find_version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def hash_rules(reading: str, limits: Limits) -> str:
    """Return the hash of what decides how a document is read, beside its corrections."""
    return hash_words([reading, *map(repr, limits)])


def hash_sources(paths: Iterable[Path]) -> str:
    """Return the hash of the files and folders that a corpus was asked of, in whatever order and however spelt."""
    return hash_words(sorted({os.fsdecode(path.resolve()) for path in paths}))
