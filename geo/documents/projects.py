"""A project: documents as they were read, in one file that can be sent and opened again (".aidatlas").

It is a ZIP of ``project.json`` (the number of the format, the title), ``documents.jsonl`` (a document a line, its lines
with the rule that set each apart) and, where there are some, ``corrections.csv``. An entry is asked for by its name and
none is ever unpacked to a path; sizes are held to before anything is unpacked and again while it is.
"""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast, get_args

from geo.base.errors import ReadError
from geo.base.records import DateSource, Document, Line
from geo.documents.dates import parse_published
from geo.documents.document_names import clean_name, name_document
from geo.documents.encodings import normalise
from geo.documents.metadata import check_address

PROJECT_ENDING = ".aidatlas"
_FORMAT = 1
_ABOUT, _DOCUMENTS, _CORRECTIONS = "project.json", "documents.jsonl", "corrections.csv"
_MOST_ENTRIES = 16
_LARGEST: Mapping[str, int] = {_ABOUT: 2**16, _DOCUMENTS: 100 * 2**20, _CORRECTIONS: 10 * 2**20}
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 1
# The same documents give the same bytes: no entry says when it was made.
_NO_TIME = (2000, 1, 1, 0, 0, 0)
_LONGEST, _LONGEST_RULE = 10_000, 64
_BROKEN = "this is no whole AidAtlas project: {}; save the project again"


class Project(NamedTuple):
    """The documents of a project, its title, and its corrections as the bytes of their file."""

    documents: tuple[Document, ...]
    title: str | None = None
    corrections: bytes | None = None


def write_project(project: Project) -> bytes:
    """Return a project as a file; the same project gives the same bytes."""
    about = {"format": _FORMAT, "title": project.title}
    documents = "".join(f"{json.dumps(_list_document(one), ensure_ascii=False)}\n" for one in project.documents)
    entries = {_ABOUT: json.dumps(about, ensure_ascii=False).encode(), _DOCUMENTS: documents.encode()}
    if project.corrections is not None:
        entries[_CORRECTIONS] = project.corrections
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in entries.items():
            entry = zipfile.ZipInfo(name, _NO_TIME)
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def _list_document(document: Document) -> Mapping[str, object]:
    names = ("title", "published", "published_from", "outlet", "url", "language", "path", "story")
    known = {name: value for name in names if (value := getattr(document, name)) is not None}
    # "id" was the document's own in the first projects that were saved.
    own = {} if document.id is None else {"own_id": document.id}
    return {"id": document.document, **own, **known, "lines": [_list_line(line) for line in document.lines]}


def _list_line(line: Line) -> Mapping[str, object]:
    rule = {"rule": line.rule} if line.rule else {}
    return {"text": line.text} | rule | ({} if line.page is None else {"page": line.page})


def read_project(data: bytes) -> Project:
    """Return the project that a file holds; raises ReadError where it holds none, or one of another format."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            if len(archive.infolist()) > _MOST_ENTRIES:
                raise ReadError(_BROKEN.format("it has too many entries"))
            about = _read_about(_read_entry(archive, entries, _ABOUT))
            documents = _read_entry(archive, entries, _DOCUMENTS)
            corrections = _read_entry(archive, entries, _CORRECTIONS) if _CORRECTIONS in entries else None
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError) as error:
        raise ReadError(_BROKEN.format("it is no ZIP archive")) from error
    return Project(tuple(_read_documents(documents)), _clean(about.get("title")), corrections)


def _read_entry(archive: zipfile.ZipFile, entries: Mapping[str, zipfile.ZipInfo], name: str) -> bytes:
    """Return the bytes of an entry; what it says of its size is not believed."""
    entry = entries.get(name)
    if entry is None or entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
        raise ReadError(_BROKEN.format(f"its {name} is missing or locked"))
    most = _LARGEST[name]
    with archive.open(entry) as file:
        found = file.read(most + 1) if entry.file_size <= most else None
    if found is None or len(found) > most:
        raise ReadError(f"its {name} is larger than {most / 2**20:.0f} MB; divide the documents among several projects")
    return found


def _read_about(data: bytes) -> Mapping[str, object]:
    about = _read_json(data, _ABOUT)
    if about.get("format") != _FORMAT:
        raise ReadError(
            f"this is a project of format {str(about.get('format'))[:20]}, and this AidAtlas reads format {_FORMAT}; "
            "open it with the AidAtlas that saved it"
        )
    return about


def _read_json(data: bytes, place: str) -> Mapping[str, object]:
    try:
        found = json.loads(data.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReadError(_BROKEN.format(f"{place} is no JSON")) from error
    if not isinstance(found, dict):
        raise ReadError(_BROKEN.format(f"{place} is no JSON object"))
    return found


def _read_documents(data: bytes) -> Iterator[Document]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            place = f"{_DOCUMENTS}, line {number}"
            yield _read_document(_read_json(line, place), place)


def _read_document(row: Mapping[str, object], place: str) -> Document:
    """Return a document as it was read; the hash is that of its text, whatever the file says."""
    listed = row.get("lines")
    if not isinstance(listed, list) or not all(isinstance(line, dict) for line in listed):
        raise ReadError(_BROKEN.format(f"{place} has no lines"))
    lines = tuple(_place_lines(listed, place))
    text = "\n".join(line.text for line in lines)
    language, source = _clean(row.get("language")), row.get("published_from")
    published = parse_published(_clean(row.get("published")) or "")
    return Document(
        document=name_document(text),
        text=text,
        lines=lines,
        title=_clean(row.get("title")),
        published=published,
        outlet=_clean(row.get("outlet")),
        url=check_address(_clean(row.get("url"))),
        language=language if language and re.fullmatch("[a-z]{2,3}", language) else None,
        path=clean_name(_clean(row.get("path")) or "") or None,
        story=_clean(row.get("story")),
        id=_clean(row.get("own_id")),
        published_from=cast(DateSource, source) if published and source in get_args(DateSource) else None,
    )


def _place_lines(listed: list[Mapping[str, object]], place: str) -> Iterator[Line]:
    start = 0
    for row in listed:
        text, rule, page = row.get("text"), row.get("rule", ""), row.get("page")
        if not isinstance(text, str) or "\n" in normalise(text) or not isinstance(rule, str):
            raise ReadError(_BROKEN.format(f"{place} has a line without text"))
        plain = normalise(text)
        yield Line(start, start + len(plain), plain, rule[:_LONGEST_RULE], page if _is_page(page) else None)  # type: ignore[arg-type]
        start += len(plain) + 1


def _is_page(page: object) -> bool:
    return isinstance(page, int) and not isinstance(page, bool) and 0 <= page < 2**31


def _clean(value: object) -> str | None:
    """Return what a field says as one line of text; None where it says nothing."""
    return normalise(value).replace("\n", " ")[:_LONGEST] or None if isinstance(value, str) else None
