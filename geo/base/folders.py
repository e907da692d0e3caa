"""Where the data and the seeds lie: inside an installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path

from geo.base.corpus_folders import is_corpus
from geo.base.errors import DataError

# The folders that a corpus of before there were manifests has.
_CORPUS_FOLDERS = ("documents", "lines", "sentences", "mentions")


def find_data_folder() -> Path:
    """Return the folder of the reference tables: inside an installed package, or beside it in a checkout."""
    return _find_folder("data")


def find_seeds_folder() -> Path:
    """Return the folder of the documents the dashboard opens with."""
    return _find_folder("seeds")


def looks_like_corpus(folder: Path) -> bool:
    """Tell a folder that an extraction writes its tables to: it holds no documents of its own."""
    return is_corpus(folder) or all((folder / name).is_dir() for name in _CORPUS_FOLDERS)


@cache
def _find_folder(name: str) -> Path:
    """Return a folder of the installed package, or else of the checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise DataError(f"the folder {name}/ stands neither in nor beside {package}; install the package again")
