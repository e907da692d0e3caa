"""Files and folders to documents: their normalised text, what is known of them, and their labelled lines.

A file ``documents.csv`` (path, title, published, outlet, url) beside the files supplies what they do not state
themselves; it is no document, and neither are a README or a licence in a folder. A text that was read before in the
same reading is not yielded again. Whatever a file makes of its reader ends that file alone.
"""

import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from geo.base.errors import NothingToRead, ReadError
from geo.base.guards import Trouble, attempt, attempt_each
from geo.base.limits import LIMITS, Limits
from geo.base.records import Document, Failure
from geo.documents.article_documents import make_document, put_title_in_front
from geo.documents.articles import Article, Found, Unread
from geo.documents.dates import parse_published
from geo.documents.document_names import clean_name, name_document, spell_path
from geo.documents.file_articles import name_kind, read_article_bytes
from geo.documents.many_files import place_file, read_each
from geo.documents.metadata import Metadata
from geo.documents.projects import PROJECT_ENDING, read_project
from geo.documents.registers import Registers
from geo.documents.repeated_lines import NOTHING_REPEATED
from geo.documents.sites import NO_SITES, Folders, Sites, look_ahead, name_site
from geo.documents.sources import OnFailure, Source, find_sources

NOTHING = Metadata()
_EQUAL = "texts that were read before: "


class Known(NamedTuple):
    """What is known of the articles of a file beside their texts: what is supplied, and what their sites have in common."""

    supplied: Metadata
    sites: Sites = NO_SITES


def read_documents(
    *paths: str | Path,
    published: str | None = None,
    on_failure: OnFailure | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Document]:
    """Give an iterator of the documents in files or folders, each folder in the order of its sorted paths.

    `published` is the date of documents that state none. What cannot be read or is passed over is given to `on_failure`
    (without one it is a warning) and the rest is read. `limits` say how large a file may be and how long it may take; other
    limits are those of geo.extract. Raises ReadError at once for a path that is not there or a
    `published` that is no date, and in the end when nothing at all could be read.
    """
    if published is not None and parse_published(published) is None:
        raise ReadError(f"published is {published!r}, which is no date; write it as 2020-03-26, 2020-03 or 2020")
    passed: list[Failure] = []
    sources = find_sources([Path(path) for path in paths], passed.append)
    if not sources and not any(failure.kind == "unread" for failure in passed):
        named = ", ".join(spell_path(path) for path in paths) or "no path given"
        raise NothingToRead(f"{named}: there is nothing to read in it")
    given = Metadata(published=parse_published(published or ""))
    return _tell(_read_sources(sources, given, passed, limits), on_failure or _warn)


def read_document_bytes(
    name: str, data: bytes, supplied: Metadata = NOTHING, on_failure: OnFailure | None = None
) -> Iterator[Document]:
    """Yield the documents of a file that lies on no disk; `supplied` is what is known of it, for what it does not state.

    What cannot be read is passed to `on_failure`, without one it is a warning.
    """
    path = clean_name(name)
    found = _make_documents(path, read_article_bytes(path, data), Known(supplied), set())
    yield from _hand_on(found, on_failure or _warn)


def _tell(read: Iterator[Document | Failure], on_failure: OnFailure) -> Iterator[Document]:
    """Yield the documents and tell the failures; raises ReadError in the end where there is no document."""
    failures: list[Failure] = []
    none = True

    def tell(failure: Failure) -> None:
        if none and not (failures and failures[0].kind == "unread"):
            failures[:] = [failure]
        on_failure(failure)

    for document in _hand_on(read, tell):
        none = False
        yield document
    if none and failures:
        raise ReadError(f"nothing could be read: {_describe(failures[0])}")


def _hand_on(read: Iterator[Document | Failure], on_failure: OnFailure) -> Iterator[Document]:
    for found in read:
        if isinstance(found, Failure):
            on_failure(found)
        else:
            yield found


def _warn(failure: Failure) -> None:
    warnings.warn(_describe(failure), stacklevel=2)


def _describe(failure: Failure) -> str:
    return f"{failure.path}{', ' + failure.place if failure.place else ''}: {failure.reason}"


def _read_sources(
    sources: list[Source], given: Metadata, passed: list[Failure], limits: Limits
) -> Iterator[Document | Failure]:
    yield from passed
    registers, told = Registers(limits.register), list[Failure]()

    def supply(source: Source) -> Metadata:
        return registers.find(source.path, source.top, told.append).fill(given)

    seen: set[str] = set()
    folders = Folders([source for source in sources if not _is_project(source)], supply, limits)
    rest = (source for source in sources if not _is_project(source) and not folders.has_ahead(source))
    read = read_each((place_file(source.path, named=source.named) for source in rest), limits)
    for source in sources:
        if _is_project(source):
            yield from _read_project(source, seen)
            continue
        known = Known(supply(source), folders.find(source))
        yield from told
        told.clear()
        found = folders.take(source) if folders.has_ahead(source) else next(read)
        yield from _make_documents(spell_path(source.path), found, known, seen)


def _is_project(source: Source) -> bool:
    return source.path.suffix.lower() == PROJECT_ENDING


def _read_project(source: Source, seen: set[str]) -> Iterator[Document | Failure]:
    """Yield the documents of a project as they were read before."""
    path = spell_path(source.path)
    project = attempt(lambda: read_project(source.path.read_bytes()))
    if isinstance(project, Trouble):
        yield Failure(path, None, project.words)
        return
    new = [document for document in project.documents if document.document not in seen]
    seen.update(document.document for document in new)
    yield from new
    yield from _count_equal(path, len(project.documents) - len(new))


def _make_documents(
    path: str, found: Iterator[Found | Trouble], known: Known, seen: set[str]
) -> Iterator[Document | Failure]:
    """Yield the documents of a file's articles, but of those read before only how many they are."""
    equal, empty = 0, True
    found, sites = look_ahead(attempt_each(found), known.supplied, known.sites)
    for one in found:
        empty = False
        if isinstance(one, Trouble):
            yield Failure(path, None, one.words, name_kind(one))
        elif isinstance(one, Unread):
            yield Failure(_join(path, one.inside), one.place, one.reason, one.kind)
        else:
            article = put_title_in_front(one)
            name = name_document(article.text)
            if name in seen:
                equal += 1
                continue
            seen.add(name)
            yield _make_document(article, _join(path, one.inside), Known(known.supplied, sites))
    if empty:
        yield Failure(path, None, "there is no article in it")
    yield from _count_equal(path, equal)


def _make_document(article: Article, path: str, known: Known) -> Document | Failure:
    supplied = article.supplied.fill(known.supplied)
    repeated = known.sites.get(name_site(article.metadata.fill(supplied)), NOTHING_REPEATED)
    made = attempt(lambda: make_document(article, path, supplied, repeated))
    return Failure(path, article.place, made.words) if isinstance(made, Trouble) else made


def _join(path: str, inside: str | None) -> str:
    return path if inside is None else f"{path}/{inside}"


def _count_equal(path: str, count: int) -> Iterator[Failure]:
    if count:
        yield Failure(path, None, f"{_EQUAL}{count}", "equal")


def count_equal(failures: Iterable[Failure]) -> int:
    """Return how many texts were left out because the same text was read before."""
    return sum(int(failure.reason.removeprefix(_EQUAL)) for failure in failures if failure.kind == "equal")
