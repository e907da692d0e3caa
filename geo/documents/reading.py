"""Files and folders to documents: their normalised text, what is known of them, and their labelled lines.

A file ``documents.csv`` (path, title, published, outlet, url) beside the files supplies what they do not state
themselves; it is no document, and neither are a README or a licence in a folder. A text that was read before in the
same reading is not yielded again.
"""

import os
import warnings
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from geo.base.errors import NothingToRead, ReadError
from geo.base.records import Document, Failure
from geo.documents.article_documents import make_document
from geo.documents.articles import Article, Unread
from geo.documents.dates import parse_published
from geo.documents.document_names import clean_name, spell_path
from geo.documents.formats import read_article_bytes, read_articles
from geo.documents.metadata import Metadata
from geo.documents.projects import PROJECT_ENDING, read_project
from geo.documents.registers import REGISTER, is_register, read_register

_NO_DOCUMENTS = frozenset({"readme", "license", "licence", "changelog", "copying"})
NOTHING = Metadata()

OnFailure = Callable[[Failure], None]


def read_documents(
    *paths: str | Path, published: str | None = None, on_failure: OnFailure | None = None
) -> Iterator[Document]:
    """Give an iterator of the documents in files or folders, each folder in the order of its sorted paths.

    `published` is the date of documents that state none. What cannot be read is passed to `on_failure` (without one it
    is a warning) and the rest is read. Raises ReadError at once for a path that is not there or a `published` that is
    no date, and in the end when nothing at all could be read.
    """
    if published is not None and parse_published(published) is None:
        raise ReadError(f"published is {published!r}, which is no date; write it as 2020-03-26, 2020-03 or 2020")
    roots = [Path(path) for path in paths]
    for root in roots:
        _check_root(root)
    closed: list[Failure] = []
    files = [file for root in roots for file in _find_files(root, closed.append)]
    if not files and not closed:
        raise NothingToRead(f"{', '.join(map(spell_path, roots)) or 'no path given'}: there is nothing to read in it")
    return _read_files(files, closed, Metadata(published=parse_published(published or "")), on_failure or _warn)


def read_document_bytes(
    name: str, data: bytes, supplied: Metadata = NOTHING, on_failure: OnFailure | None = None
) -> Iterator[Document]:
    """Yield the documents of a file that lies on no disk; `supplied` is what is known of it, for what it does not state.

    What cannot be read is passed to `on_failure`, without one it is a warning.
    """
    path, seen = clean_name(name), set[str]()
    for article in _read_file(path, lambda: read_article_bytes(path, data), on_failure or _warn):
        document = make_document(article, path, supplied)
        if document.document not in seen:
            seen.add(document.document)
            yield document


def _warn(failure: Failure) -> None:
    warnings.warn(_describe(failure), stacklevel=2)


def _describe(failure: Failure) -> str:
    return f"{failure.path}{', ' + failure.place if failure.place else ''}: {failure.reason}"


def _check_root(root: Path) -> None:
    try:
        root.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadError(f"{spell_path(root)}: there is no such file or folder; check the path") from error
    except OSError as error:
        raise ReadError(f"{spell_path(root)}: it cannot be opened: {error.strerror}") from error


def _find_files(root: Path, on_failure: OnFailure) -> list[Path]:
    if not root.is_dir():
        return [root] if root.is_file() else []

    def tell(error: OSError) -> None:
        on_failure(Failure(spell_path(error.filename), None, f"the folder cannot be opened: {error.strerror}"))

    # Not rglob: it passes over a closed folder in silence.
    paths = sorted(Path(folder, name) for folder, _, names in os.walk(root, onerror=tell) for name in names)
    return [path for path in paths if _may_be_document(path.relative_to(root)) and path.is_file()]


def _may_be_document(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and not is_register(path.name) and path.stem.lower() not in _NO_DOCUMENTS


def _read_files(files: list[Path], closed: list[Failure], given: Metadata, on_failure: OnFailure) -> Iterator[Document]:
    failures: list[Failure] = []

    def fail(failure: Failure) -> None:
        failures.append(failure)
        on_failure(failure)

    for failure in closed:
        fail(failure)
    registers: dict[Path, dict[str, Metadata]] = {}
    seen: set[str] = set()
    for file in files:
        if file.parent not in registers:
            registers[file.parent] = read_register(file.parent / REGISTER, fail)
        supplied = registers[file.parent].get(file.name, Metadata()).fill(given)
        for document in _read_whole(file, supplied, fail):
            if document.document not in seen:
                seen.add(document.document)
                yield document
    if not seen:
        raise ReadError(f"nothing could be read: {_describe(failures[0])}")


def _read_whole(file: Path, supplied: Metadata, fail: OnFailure) -> Iterator[Document]:
    """Yield the documents of a file: those of its articles, or of a project as they were read before."""
    path = spell_path(file)
    if file.suffix.lower() != PROJECT_ENDING:
        for article in _read_file(path, partial(read_articles, file), fail):
            yield make_document(article, path, supplied)
        return
    try:
        yield from read_project(file.read_bytes()).documents
    except ReadError as error:
        fail(Failure(path, None, str(error)))
    except OSError as error:
        fail(Failure(path, None, f"the file cannot be opened: {error.strerror}"))


def _read_file(path: str, read: Callable[[], Iterator[Article | Unread]], fail: OnFailure) -> Iterator[Article]:
    article = None
    try:
        for article in read():
            if isinstance(article, Unread):
                fail(Failure(path, article.place, article.reason))
            else:
                yield article
        if article is None:
            fail(Failure(path, None, "there is no article in it"))
    except ReadError as error:
        fail(Failure(path, None, str(error)))
    except OSError as error:
        fail(Failure(path, None, f"the file cannot be opened: {error.strerror}"))
