"""The files under the paths that somebody names, and what there is passed over; nothing outside of them is opened."""

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from geo.base.errors import ReadError
from geo.base.folders import looks_like_corpus
from geo.base.records import Failure
from geo.documents.document_names import spell_path
from geo.documents.left_out import find_reason
from geo.documents.registers import is_register

OnFailure = Callable[[Failure], None]


class Source(NamedTuple):
    """A file to be read, and the folder that was named; `named` where the file was, and not a folder that it lies in."""

    path: Path
    top: Path
    named: bool = False


def find_sources(roots: list[Path], on_failure: OnFailure) -> list[Source]:
    """Return the files under some paths, those of a folder by their sorted paths, a file that two paths lead to once.

    What is passed over is told to `on_failure`. Raises ReadError for a path that is not there or cannot be opened.
    """
    for root in roots:
        _check_root(root)
    inside, found = [root.resolve() for root in roots], dict[str, Source]()
    for root in roots:
        for source in _find_under(root, inside, on_failure):
            found.setdefault(os.path.abspath(source.path), source)  # noqa: PTH100 - not resolve(): links are no matter here
    return list(found.values())


def _check_root(root: Path) -> None:
    try:
        root.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(f"{spell_path(root)}: there is no such file or folder; check the path") from error
    except (OSError, ValueError) as error:
        raise ReadError(
            f"{spell_path(root)}: it cannot be opened: {getattr(error, 'strerror', None) or error}"
        ) from error


def _find_under(root: Path, inside: list[Path], on_failure: OnFailure) -> Iterator[Source]:
    if root.is_dir():
        yield from (Source(path, root) for path in sorted(_walk(root, inside, on_failure)))
    elif root.is_file():
        yield Source(root, root.parent, named=True)
    else:
        on_failure(Failure(spell_path(root), None, "it is a pipe or device, and no file", "passed over"))


def _walk(root: Path, inside: list[Path], on_failure: OnFailure) -> Iterator[Path]:
    """Yield the files of a folder and of the folders in it, in no order."""
    seen, folders = set[tuple[int, int]](), [root]
    while folders:
        folder = folders.pop()
        known = folder.stat()
        if (known.st_dev, known.st_ino) in seen:
            continue  # a link has led here once more
        seen.add((known.st_dev, known.st_ino))
        for path in _list_folder(folder, on_failure):
            reason = _find_reason(path, root, inside)
            if reason is not None:
                on_failure(Failure(spell_path(path), None, reason, "passed over"))
            elif path.is_dir():
                folders.append(path)
            elif not is_register(path.name):
                yield path


def _list_folder(folder: Path, on_failure: OnFailure) -> list[Path]:
    try:
        return [Path(entry) for entry in os.scandir(folder)]
    except OSError as error:
        on_failure(Failure(spell_path(folder), None, f"the folder cannot be opened: {error.strerror}"))
        return []


def _find_reason(path: Path, root: Path, inside: list[Path]) -> str | None:
    """Return why a file or folder is passed over; None where it is read."""
    named = find_reason(path.relative_to(root))
    if named is not None:
        return named
    try:
        if path.is_symlink() and not any(path.resolve(strict=True).is_relative_to(one) for one in inside):
            return "it is a link out of the folder; name what it leads to"
        kind = path.stat().st_mode
    except (OSError, RuntimeError):
        return "it is a link that leads nowhere"
    if stat.S_ISDIR(kind):
        return "it is an extracted corpus; give it alone" if looks_like_corpus(path) else None
    return None if stat.S_ISREG(kind) else "it is a pipe or device, and no file"
