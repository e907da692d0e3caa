"""Extraction of many documents into a folder, part by part; a part that is done is not done again.

The folder keeps what it was made from: the same paths again go on where an extraction ended or was broken off, and read
anew only what has changed, in the files or in the rules; other paths are refused unless they are to take its place.
"""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tqdm import tqdm

from geo.base.errors import CorpusError
from geo.base.limits import LIMITS, Limits
from geo.base.records import Document, Failure
from geo.documents.reading import count_equal, read_documents
from geo.store import extraction, parts
from geo.store.corpus import open_corpus
from geo.store.corrections.acts import choose_acts
from geo.store.corrections.files import write_corrections
from geo.store.corrections.records import ACTS, Correction
from geo.store.fingerprints import hash_reading, hash_rules, hash_sources, hash_words
from geo.store.locks import hold_folder
from geo.store.manifests import Made, Manifest, Part, read_manifest, save_manifest

PART_SIZE = 500


class Report(NamedTuple):
    """What an extraction did: documents in the corpus, how many of them were done before, and the failures.

    The failures are those of files and those of documents, of the parts that were done before too. `unfit` are the
    corrections that fitted nothing. `read_again` is how many documents were read again because an earlier version had
    read them, or other limits held. `equal` is how many texts were left out because another had said the same; of which
    file they are, the failures of that kind say.
    """

    documents: int
    done_before: int
    failures: tuple[Failure, ...]
    unfit: tuple[Correction, ...] = ()
    read_again: int = 0
    equal: int = 0


class _Done(NamedTuple):
    """What was done of some documents: their part, whether it was there before, and which corrections fit."""

    part: Part
    failures: list[Failure]
    was_there: bool
    fitting: frozenset[Correction]


class _Run(NamedTuple):
    """One extraction: where to, how documents are read, and what the folder held before."""

    folder: Path
    made: Made
    sources: str
    own: Mapping[str, Sequence[Correction]]
    before: Manifest | None

    @property
    def rules(self) -> str:
        """The hash of what decides how a document is read."""
        return hash_rules(self.made.reading or "", self.made.limits)


def extract_to_folder(
    paths: Iterable[Path],
    folder: Path,
    progress: bool = False,
    corrections: Sequence[Correction] = (),
    limits: Limits = LIMITS,
    *,
    replace: bool = False,
) -> Report:
    """Write the tables of all documents under some paths to a folder and return a report.

    Each document is read with its corrections; those of acts are laid on when the folder is opened. Raises ReadError
    where nothing could be read, CorpusError where the folder holds something else, or the corpus of other paths and
    these are not to `replace` it, or where another extraction is writing there.
    """
    sources, failures = [*paths], list[Failure]()
    documents = tqdm(
        read_documents(*sources, on_failure=failures.append, limits=limits), unit=" documents", disable=not progress
    )
    parts.check_target(folder)
    with hold_folder(folder):
        own = extraction.group_corrections(one for one in corrections if one.change not in ACTS)
        made = Made(hash_reading(), limits)
        before = _read_before(folder, hash_sources(sources), replace)
        run = _Run(folder, made, hash_sources(sources), own, before)
        done = [*_extract_all(run, documents)]
        return _finish(run, done, failures, corrections)


def _read_before(folder: Path, sources: str, replace: bool) -> Manifest | None:
    """Return the manifest of what lies in a folder; raise CorpusError where that was made from other paths."""
    if replace:
        return _read_readable(folder)
    before = read_manifest(folder)
    if before is not None and before.sources == sources:
        return before
    if parts.is_corpus(folder):
        raise CorpusError(
            f"{folder}: holds the tables of other files; name another folder, or let these take their place: --replace"
        )
    return None


def _read_readable(folder: Path) -> Manifest | None:
    try:
        return read_manifest(folder)
    except CorpusError:
        return None


def _extract_all(run: _Run, documents: Iterable[Document]) -> Iterator[_Done]:
    for number, chunk in enumerate(_split(documents, PART_SIZE)):
        with parts.tell_faults(run.folder):
            # Not before a first document was read: a mistake leaves what was there as it was.
            if number == 0:
                parts.drop_unfinished(run.folder)
                earlier = run.before.parts if run.before else ()
                save_manifest(run.folder, Manifest(False, run.made, earlier, run.sources))
        yield _extract(run, chunk)


def _extract(run: _Run, chunk: list[Document]) -> _Done:
    """Return what was done of some documents: their part is written where it is not there."""
    corrections = [one for document in chunk for one in run.own.get(document.document, ())]
    name = hash_words([run.rules, *itertools.chain.from_iterable(map(_tell, chunk)), _write(corrections)])
    told = parts.find_done(run.folder, name)
    failures = _write_part(run, name, chunk, corrections) if told is None else told
    with parts.tell_faults(run.folder):
        sizes = parts.measure_part(run.folder, name)
    asked = hash_words(document.document for document in chunk)
    part = Part(name, asked, run.rules, len(chunk), sizes)
    return _Done(part, failures, told is not None, _list_fitting(run, chunk))


def _write_part(run: _Run, name: str, chunk: list[Document], corrections: Sequence[Correction]) -> list[Failure]:
    """Extract some documents and write their part; return what could not be read of them."""
    tables = extraction.extract_tables(chunk, corrections=corrections, limits=run.made.limits)
    with parts.tell_faults(run.folder):
        parts.write_part(tables, run.folder, name)
    return parts.list_failures(tables["failures"])


def _tell(document: Document) -> Iterator[str]:
    """Yield all that a document's rows are made of: its text, what is known of it, and which lines are its body."""
    known = (document.title, document.published, document.outlet, document.url, document.language, document.path)
    yield document.document
    yield repr((*known, document.story, document.published_from))
    yield "\n".join(line.rule if line.page is None else f"{line.rule} {line.page}" for line in document.lines)


def _write(corrections: Sequence[Correction]) -> str:
    return write_corrections(corrections).decode() if corrections else ""


def _list_fitting(run: _Run, chunk: list[Document]) -> frozenset[Correction]:
    """Return the corrections that fit these documents; the few that have any are read for it once more."""
    corrected = [(run.own[one.document], one) for one in chunk if one.document in run.own]
    read = ((own, extraction.read_guarded(one, own, run.made.limits)) for own, one in corrected)
    return frozenset(one for own, reading in read for one in own if one not in reading.unfit)


def _finish(run: _Run, done: Sequence[_Done], failures: Sequence[Failure], corrections: Sequence[Correction]) -> Report:
    with parts.tell_faults(run.folder):
        written = [one.part for one in done]
        # Without any part there would be no tables.
        if failures or not written:
            written.append(_write_failures(run, failures))
        parts.write_corrections(run.folder, corrections)
        save_manifest(run.folder, Manifest(True, run.made, tuple(written), run.sources))
        parts.drop_other_parts(run.folder, [part.name for part in written])
    fitting = {one for each in done for one in each.fitting}
    own = {one for found in run.own.values() for one in found}
    unfit = [one for one in corrections if one in own and one not in fitting]
    if choose_acts(corrections):
        unfit += open_corpus(run.folder).unfit
    return Report(
        sum(one.part.documents for one in done),
        sum(one.part.documents for one in done if one.was_there),
        (*failures, *(failure for one in done for failure in one.failures)),
        tuple(unfit),
        _count_read_again(run, done),
        count_equal(failures),
    )


def _write_failures(run: _Run, failures: Sequence[Failure]) -> Part:
    """Write a part without documents: what could not be read as any."""
    name = hash_words(["failures", *map(repr, failures)])
    parts.write_part(extraction.extract_tables((), failures), run.folder, name)
    return Part(name, hash_words(()), run.rules, 0, parts.measure_part(run.folder, name))


def _count_read_again(run: _Run, done: Sequence[_Done]) -> int:
    earlier = {part.asked for part in run.before.parts if part.rules != run.rules} if run.before else set[str]()
    return sum(one.part.documents for one in done if not one.was_there and one.part.asked in earlier)


def _split(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    iterator = iter(documents)
    while chunk := list(itertools.islice(iterator, size)):
        yield chunk
