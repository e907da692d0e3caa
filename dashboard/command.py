"""The `aidatlas` command: each subcommand is one call to the library and one sentence of output."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import geo
from dashboard.draw_options import add_draw_options
from dashboard.draw_requests import read_request
from dashboard.gates.options import add_door_options, read_door
from dashboard.journal import note, open_journal
from dashboard.limit_options import add_limit_options, read_limits
from dashboard.terminal import drop_output, hand_over, use_escapes
from dashboard.terminal import say as _say
from dashboard.terminal import warn as _warn
from dashboard.told_failures import count_unread, list_failures, summarise_failures
from dashboard.versions import read_version
from geo.base.errors import AmbiguousName, DrawingError, GeoError, NothingToRead
from geo.base.folders import find_seeds_folder
from geo.base.records import Failure
from geo.documents.reading import read_documents
from geo.exports import make_cells_plain
from geo.maps.boundaries import read_own_boundaries
from geo.reference.places import find_kind
from geo.statements.language_depths import find_depth
from geo.store import batch
from geo.store.corpus import Corpus, extract, open_corpus
from geo.store.corrections.files import gather_corrections
from geo.store.corrections.records import Correction
from geo.store.parts import is_corpus
from geo.store.tables import TABLES

_OWN_FILES = ("boundaries", "corrections")
_LONGEST_WORDS = 40
# What a shell takes for "ended by Ctrl+C".
_STOPPED = 130
_PATHS = "files or folders of documents, projects, or one extracted corpus"
_OWN_BOUNDARIES = "boundaries of your own: GeoJSON, TopoJSON or a Shapefile, keyed by ISO 3166-1 alpha-3"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; a mistake of the user or a fault of the machine ends in one line and status 2, Ctrl+C in status 130."""
    use_escapes()
    given = _make_parser().parse_args(sys.argv[1:] if arguments is None else arguments)
    try:
        given.run(given)
    except GeoError as error:
        sys.exit(_fail(str(error)))
    except KeyboardInterrupt:
        _warn(given.stopped)
        sys.exit(_STOPPED)
    except BrokenPipeError:
        # The reader of our output has gone (`aidatlas show … | head`): nothing is wrong.
        drop_output()
    except OSError as error:
        drop_output()
        sys.exit(_fail(_name_fault(error)))
    except MemoryError:
        sys.exit(_fail("the memory of this machine is not enough for that; give fewer documents at a time"))


def _name_fault(error: OSError) -> str:
    """Return which file a disk or device failed at, and how; without a name it was our own output."""
    reason = error.strerror or type(error).__name__
    return f"{error.filename or 'what is to be printed'}: cannot be read or written: {reason}"


def _fail(message: str) -> int:
    _warn(message)
    return 2


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, and where the options are told."""

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        sys.exit(_fail(f"{message}; `{self.prog} --help` tells the options"))


def _make_parser() -> argparse.ArgumentParser:
    parser = _Parser("aidatlas", description="Put press documents in; get a map you can trust.")
    parser.add_argument("--version", action="version", version=f"aidatlas {read_version()}")
    parser.set_defaults(run=_serve, paths=[], boundaries=None, corrections=None, log=None, stopped="stopped.")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    serve = _add_command(commands, "serve", _serve, "open the dashboard on documents, or on an extracted corpus")
    serve.add_argument("paths", nargs="*", type=Path, metavar="PATH", help=_PATHS)
    serve.add_argument("--boundaries", type=Path, metavar="FILE", help=_OWN_BOUNDARIES)
    _add_corrections(serve)
    add_door_options(serve)
    serve.add_argument(
        "--log", metavar="FILE", help="a file for the log, a line of JSON an event; - for the standard error"
    )
    serve.add_argument("--log-names", action="store_true", help="tell the names of files in the log too")
    to_folder = _add_command(
        commands, "extract", _extract, "documents to Parquet tables; what is done is not done again"
    )
    to_folder.set_defaults(stopped="stopped; the same command goes on where it was stopped.")
    to_folder.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_PATHS)
    to_folder.add_argument("--to", required=True, type=Path, metavar="FOLDER", help="where the tables are to lie")
    to_folder.add_argument(
        "--replace", action="store_true", help="let these documents take the place of others that FOLDER holds"
    )
    to_folder.add_argument(
        "--details",
        action="store_true",
        help="say of each file by itself why it was not read, instead of a line a kind",
    )
    _add_corrections(to_folder)
    add_limit_options(to_folder)
    show = _add_command(commands, "show", _show, "print one table of documents, or of an extracted corpus")
    show.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=_PATHS)
    show.add_argument("--table", required=True, choices=list(TABLES), help="which table")
    show.add_argument("--format", default="table", choices=["table", "csv", "json"], help="how it is printed")
    _add_corrections(show)
    draw = _add_command(
        commands, "draw", _draw, "draw a chart of documents, or of an extracted corpus, as a picture or web page"
    )
    add_draw_options(draw)
    _add_corrections(draw)
    _add_command(commands, "doctor", _examine, "tell whether all that AidAtlas needs is here and works")
    code = _add_command(commands, "code", _code, "print the code of each name")
    code.add_argument("names", nargs="+", metavar="NAME", help="a name of a country, area, region or organisation")
    code.add_argument(
        "--to", default="iso3", help="iso3, iso2, numeric (UN M49) or name:LANGUAGE, as name:fr; without it iso3"
    )
    code.add_argument("--language", help="the one language that names are read in, as fr; without it all")
    code.add_argument("--fuzzy", action="store_true", help="take a misspelt name for the one it is most like")
    return parser


def _add_corrections(command: argparse.ArgumentParser) -> None:
    says = "corrections of what was read, in CSV, as the dashboard writes them"
    command.add_argument("--corrections", type=Path, metavar="FILE", help=says)


def _add_command(
    commands: "argparse._SubParsersAction[_Parser]",
    name: str,
    run: Callable[[argparse.Namespace], None],
    says: str,
) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=says, description=says[0].upper() + says[1:] + ".")
    parser.set_defaults(run=run)
    return parser


def _open(paths: Sequence[Path], corrections: Path | None) -> Corpus:
    """Return the corpus of some paths with corrections; what could not be read is said in a line each."""
    said = gather_corrections(paths, corrections)
    if len(paths) == 1 and is_corpus(paths[0]):
        corpus = _open_folder(paths[0])
    else:
        failures: list[Failure] = []
        corpus = extract(list(read_documents(*paths, on_failure=failures.append)), failures)
        for line in summarise_failures(failures):
            _warn(line)
    if not said:
        return corpus
    corrected = corpus.correct(said)
    unfit = {*corrected.unfit}
    _warn(_tell_corrections(said, [one for one in said if one in unfit]))
    return corrected


def _open_folder(folder: Path) -> Corpus:
    """Return the corpus of a folder; one that an earlier version read is said to be so."""
    corpus = open_corpus(folder)
    if corpus.made.by_earlier_version:
        _warn(f"{folder} was read by another version of AidAtlas; the same aidatlas extract into it reads it again.")
    return corpus


def _tell_corrections(said: Sequence[Correction], unfit: Sequence[Correction]) -> str:
    """Return how many corrections were applied, and which fit nothing."""
    applied = f"{len(said) - len(unfit)} of {len(said)} corrections were applied"
    return f"{applied}; these fit nothing: {'; '.join(map(_name, unfit))}." if unfit else f"{applied}."


def _name(correction: Correction) -> str:
    place = "" if correction.start is None else f" at {correction.start}-{correction.end}"
    words = "" if correction.words is None else f" ({' '.join(correction.words.split())[:_LONGEST_WORDS]})"
    return f"{correction.change} of {correction.table} in {correction.document}{place}{words}"


def _extract(given: argparse.Namespace) -> None:
    said = gather_corrections(given.paths, given.corrections)
    report = batch.extract_to_folder(
        given.paths, given.to, sys.stderr.isatty(), said, read_limits(given), replace=given.replace
    )
    for line in list_failures(report.failures) if given.details else summarise_failures(report.failures):
        _warn(line)
    before = _tell_before(report)
    corrected = f" {_tell_corrections(said, report.unfit)}" if said else ""
    unread = f"{count_unread(report.failures)} could not be read."
    _say(
        f"{report.documents} documents{before} lie as tables in {given.to}; {unread}{corrected}{_tell_other(given.to)}"
    )


def _tell_before(report: batch.Report) -> str:
    """Say how many documents were done before, and how many were read again because they had been read by other rules."""
    done = f"{report.done_before} of them done before" if report.done_before else ""
    again = f"{report.read_again} of them read again, by the rules and limits of now" if report.read_again else ""
    said = ", ".join(filter(None, (done, again)))
    return f" ({said})" if said else ""


def _tell_other(folder: Path) -> str:
    """Say how many documents are in no language whose names are known, nothing where there are none."""
    corpus = open_corpus(folder)
    counted = corpus.count_languages()
    documents = dict(zip(counted["language"], counted["documents"], strict=True))
    read = sum(int(count) for language, count in documents.items() if find_depth(language) != "acronyms")
    other = corpus.count("documents") - read
    told = "is in a language that is not read" if other == 1 else "are in languages that are not read"
    return f" {other} {told}: only acronyms of organisations are known there." if other else ""


def _show(given: argparse.Namespace) -> None:
    table = _open(given.paths, given.corrections).table(given.table)
    if given.format == "csv":
        hand_over(make_cells_plain(table).to_csv(index=False, lineterminator="\n").rstrip("\n"))
    elif given.format == "json":
        hand_over(table.to_json(orient="records", lines=True, force_ascii=False, date_format="iso").rstrip("\n"))
    else:
        _say(table.to_string(index=False, max_colwidth=60) if len(table) else f"{given.table}: no rows")


def _draw(given: argparse.Namespace) -> None:
    request = read_request(given)
    from dashboard.chart_files import chart_file  # Plotly takes its time to import: only who draws waits for it

    corpus = _open(given.paths, given.corrections)
    data = chart_file(request, corpus).write(request)
    try:
        given.to.write_bytes(data)
    except OSError as error:
        raise DrawingError(f"{given.to}: the picture cannot be written there: {error.strerror}") from error
    _say(f"The picture of {corpus.count('documents')} documents lies in {given.to}.")


def _code(given: argparse.Namespace) -> None:
    geo.convert([], to=given.to)
    if given.language:
        geo.name("CHN", given.language)
    unknown = [name for name in given.names if not _tell_code(name, given)]
    if unknown:
        sys.exit(1)


def _tell_code(name: str, given: argparse.Namespace) -> bool:
    """Print what a name stands for, as it was asked for; tell whether it stands for one thing."""
    try:
        code = geo.find_code(name, given.language, given.fuzzy)
    except AmbiguousName as error:
        _say(f"{name}\t{' or '.join(_write_code(one, given.to) for one in error.codes)}")
        return False
    _say(f"{name}\t{_write_code(code, given.to) if code else 'unknown'}")
    return code is not None


def _write_code(code: str, to: str) -> str:
    """Return a code as it was asked for, or what it is called; a region or organisation has one code alone."""
    if to.startswith("name:"):
        return geo.name(code, to.removeprefix("name:"))
    return geo.convert(code, to) or f"{code} (no {to})" if find_kind(code) == "country" else code


def _examine(given: argparse.Namespace) -> None:
    from dashboard.doctor import examine, write_finding  # it tries everything: only who asks for that waits for it

    wrong = 0
    for finding in examine():
        _say(write_finding(finding))
        wrong += not finding.fine
    _say(f"{wrong} of these want something done." if wrong else "All is well.")
    if wrong:
        sys.exit(1)


def _serve(given: argparse.Namespace) -> None:
    """Open the dashboard; the documents are read once first, so that a mistake ends here in one line."""
    from dashboard.serving import run_dashboard  # Streamlit takes a second to import: only who serves waits for it

    paths = given.paths or [find_seeds_folder()]
    own = [f"--{name}={file.resolve()}" for name in _OWN_FILES if (file := getattr(given, name))]
    if given.boundaries:
        read_own_boundaries(given.boundaries)
    said = gather_corrections(given.paths, given.corrections)
    if len(paths) == 1 and is_corpus(paths[0]):
        _open_folder(paths[0])
    else:
        _try(paths)
    door = read_door(given)
    if given.log:
        open_journal(given.log, given.log_names)
    named = {"paths": len(paths), "files": [str(path) for path in paths]}
    note("start", {"version": read_version(), "address": door.address, "port": door.port, **named})
    if said:
        _say(f"{len(said)} corrections are laid over the documents; the pages tell which fit nothing.")
    _say(door.welcome)
    if door.warning:
        _warn(door.warning)
    run_dashboard([*own, *(str(Path(path).resolve()) for path in paths)], door)
    # It returns where Ctrl+C ended it; who ends it otherwise (SIGTERM) gets status 0.
    raise KeyboardInterrupt


def _try(paths: Sequence[Path]) -> None:
    """Read a first document, so that a mistake is told before the browser opens; of empty folders it is told and no more."""
    try:
        next(iter(read_documents(*paths, on_failure=lambda failure: None)))
    except NothingToRead as error:
        _warn(f"{error}; documents are added in the browser.")


if __name__ == "__main__":
    main()
