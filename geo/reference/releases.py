"""Which release of the software and of its tables is at work: what a count is to be cited with."""

import hashlib
from functools import cache
from importlib import metadata

from geo.base.folders import find_data_folder

_TABLES = (".csv", ".toml", ".geojson", ".parquet")


def find_version() -> str | None:
    """Return the version of the installed package; None where it runs without having been installed."""
    try:
        return metadata.version("aidatlas")
    except metadata.PackageNotFoundError:
        return None


@cache
def hash_tables() -> str:
    """Return the SHA-256 of all tables of data/, in the order of their names."""
    folder, digest = find_data_folder(), hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in _TABLES):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
