"""Where the data and the seeds lie: inside an installed package, or beside it in a checkout."""

from functools import cache
from pathlib import Path

from geo.base.errors import DataError


def find_data_folder() -> Path:
    """Return the folder of the reference tables: inside an installed package, or beside it in a checkout."""
    return _find_folder("data")


def find_seeds_folder() -> Path:
    """Return the folder of the documents the dashboard opens with."""
    return _find_folder("seeds")


@cache
def _find_folder(name: str) -> Path:
    """Return a folder of the installed package, or else of the checkout."""
    package = Path(__file__).parents[1]
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise DataError(f"the folder {name}/ stands neither in nor beside {package}; install the package again")
