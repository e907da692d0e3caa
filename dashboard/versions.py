"""Which versions are installed: of AidAtlas, and of what it is built on."""

import re
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement

_NAME = "aidatlas"


def read_version() -> str:
    """Return the version of AidAtlas that is installed; of a folder that nothing was installed from, none is known."""
    return find_version(_NAME) or "(not installed)"


def find_version(package: str) -> str | None:
    """Return the version of a package, None where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def list_libraries() -> list[Requirement]:
    """Return what AidAtlas asks for where it is used, without what its tests need."""
    try:
        wishes = requires(_NAME) or []
    except PackageNotFoundError:
        return []
    return [Requirement(wish) for wish in wishes if not re.search(r"\bextra\b", wish)]
