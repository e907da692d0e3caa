"""Whether all that AidAtlas needs is here and works: each finding is fine, or says what to do."""

import base64
import hashlib
import os
import platform
import shutil
import socket
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, files
from pathlib import Path
from typing import NamedTuple

from matplotlib.ft2font import FT2Font

from dashboard.versions import find_version, list_libraries, read_version
from geo.base.errors import GeoError
from geo.base.folders import find_data_folder
from geo.base.isolation import CAN_FORK, Ended, Helper, Limits
from geo.maps.boundaries import read_boundaries
from geo.store.isolated_reading import Sent, read_sent

_PACKAGE = Path(__file__).resolve().parents[1]
_REINSTALL = "install AidAtlas again"
_LEAST_MEMORY, _LEAST_ROOM = 2 * 2**30, 2**30
_AREAS = 250
# A letter of each kind that the fonts of pictures are to have.
_LETTERS = {
    "aidatlas-sans": "aж中",
    "aidatlas-sans-bold": "aж中",
    "aidatlas-sans-arabic": "ع",
    "aidatlas-sans-arabic-bold": "ع",
}
_TRIALS = "geo.base.isolation_trials"
_LIMITS = Limits(processor=20, clock=60, memory=2**29, answer=2**20)
_PORTS = range(8501, 8521)


class Finding(NamedTuple):
    """What was looked at, whether it is fine, and what was found or is to be done."""

    name: str
    fine: bool
    said: str


def examine() -> Iterator[Finding]:
    """Yield what is found of each thing, one after the other: some of them take a second."""
    for look in _LOOKS:
        yield from look()


def write_finding(finding: Finding) -> str:
    """Return a finding as a line."""
    return f"{'ok' if finding.fine else 'TO DO':6} {finding.name}: {finding.said}"


# --- what is installed -----------------------------------------------------------------------------------------------


def _look_at_versions() -> Iterator[Finding]:
    yield Finding("AidAtlas", True, read_version())
    fine = sys.version_info >= (3, 11)
    yield Finding("Python", fine, platform.python_version() if fine else "older than 3.11; install a newer one")
    yield Finding("system", True, f"{platform.system()} {platform.release()}, {platform.machine()}")


def _look_at_libraries() -> Iterator[Finding]:
    for wish in list_libraries():
        found = find_version(wish.name)
        fine = found is not None and wish.specifier.contains(found, prereleases=True)
        yield Finding(
            wish.name, fine, found if fine and found else f"{found or 'missing'}; {_REINSTALL}: it asks for {wish}"
        )


# --- whether it is whole ---------------------------------------------------------------------------------------------


def _look_at_data() -> Iterator[Finding]:
    recorded = [*_list_sources(), *_list_installed()]
    torn = [file.name for file, digest in recorded if not file.is_file() or _hash(file) != digest]
    said = (
        f"{', '.join(torn[:5])} differ from what is recorded; {_REINSTALL}"
        if torn
        else f"{len(recorded)} files as recorded"
    )
    yield Finding("data", not torn, said)


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _list_sources() -> Iterator[tuple[Path, str]]:
    """Yield the computed and fetched files of data/, whose hashes stand beside them."""
    for sources in sorted(find_data_folder().rglob("SOURCES.toml")):
        said = tomllib.loads(sources.read_text(encoding="utf-8"))
        yield from ((_find_file(one["path"]), one["sha256"]) for one in said.get("file", ()))
        yield from ((sources.parent / one["file"], one["sha256"]) for one in said.get("fonts", ()))


def _find_file(path: str) -> Path:
    """Return a file by its path in the project; what is installed has data/ inside the library."""
    inner = Path(path)
    return find_data_folder() / inner.relative_to("data") if inner.parts[0] == "data" else _PACKAGE / inner


def _list_installed() -> Iterator[tuple[Path, str]]:
    """Yield every file that was installed from a wheel, with the hash that the installer recorded."""
    try:
        recorded = files("aidatlas") or []
    except PackageNotFoundError:
        return
    for one in recorded:
        if one.hash is not None and one.hash.mode == "sha256" and one.parts[0] in ("geo", "dashboard"):
            digest = base64.urlsafe_b64decode(f"{one.hash.value}===").hex()
            yield Path(str(one.locate())), digest


def _look_at_fonts() -> Iterator[Finding]:
    for name, letters in _LETTERS.items():
        found = next((find_data_folder() / "fonts").glob(f"{name}.?tf"), None)
        lacking = letters if found is None else _list_lacking(found, letters)
        yield Finding(f"font {name}", not lacking, f"lacks {lacking}; {_REINSTALL}" if lacking else "has its letters")


def _list_lacking(font: Path, letters: str) -> str:
    try:
        known = FT2Font(str(font)).get_charmap()
    except (RuntimeError, OSError):
        return letters
    return "".join(letter for letter in letters if ord(letter) not in known)


def _look_at_boundaries() -> Iterator[Finding]:
    try:
        areas = len(read_boundaries())
    except (GeoError, OSError, ValueError) as error:
        yield Finding("boundaries", False, f"cannot be read ({type(error).__name__}); {_REINSTALL}")
        return
    yield Finding(
        "boundaries", areas == _AREAS, f"{areas} countries and areas" + ("" if areas == _AREAS else f"; {_REINSTALL}")
    )


# --- whether it works ------------------------------------------------------------------------------------------------


def _look_at_reading() -> Iterator[Finding]:
    taken = read_sent(Sent("trial.txt", b"Serbia thanked Italy for 12 masks."), _LIMITS)
    mentions = taken.tables["mentions"].num_rows
    failed = "; ".join(failure.reason for failure in taken.failures) or "no name was found"
    yield Finding("reading a file apart", mentions == 2, "two names found" if mentions == 2 else failed)


def _look_at_isolation() -> Iterator[Finding]:
    if not CAN_FORK:
        yield Finding("limits of reading", True, "this system limits its time alone; add files of strangers on another")
        return
    helper = Helper()
    for name, trial, wanted in (("a crash", "crash", "broken"), ("too much memory", "take_memory", "memory")):
        ended = _try(helper, trial)
        fine = ended == wanted
        said = (
            "ends there and nowhere else"
            if fine
            else f"ended as {ended!r}; run on Linux without changed limits (ulimit)"
        )
        yield Finding(f"{name} while reading", fine, said)
    opened = _try(helper, "try_doors")
    said = f"it could open a {opened.replace(' ', ', a ')}; report this" if opened else "no connection, file or program"
    yield Finding("what a reader may open", not opened, said)


def _try(helper: Helper, trial: str) -> str:
    """Return what a trial says, or how it ended."""
    try:
        return helper.call(f"{_TRIALS}:{trial}", b"", _LIMITS).decode()
    except Ended as error:
        return error.trouble


# --- the machine -----------------------------------------------------------------------------------------------------


def _look_at_machine() -> Iterator[Finding]:
    yield Finding("processors", True, str(os.cpu_count() or "unknown"))
    memory = _measure_memory()
    if memory is None:
        yield Finding("memory", True, "this system does not tell")
    else:
        enough = memory >= _LEAST_MEMORY
        said = f"{memory / 2**30:.1f} GB free"
        yield Finding("memory", enough, said if enough else f"{said}; 2 GB are wanted: end other programs")


def _measure_memory() -> int | None:
    """Return how many bytes are free, within what a container may have; None where the system does not tell."""
    free = _read_number(Path("/proc/meminfo"), "MemAvailable:", 1024)
    most, used = (_read_number(Path("/sys/fs/cgroup") / name, "", 1) for name in ("memory.max", "memory.current"))
    held = None if most is None or used is None else most - used
    return min((one for one in (free, held) if one is not None), default=None)


def _read_number(file: Path, before: str, unit: int) -> int | None:
    """Return the number that follows a word in a file of the system's."""
    try:
        words = file.read_text(encoding="ascii").partition(before)[2].split() if before else file.read_text().split()
    except (OSError, ValueError):
        return None
    return int(words[0]) * unit if words and words[0].isdecimal() else None


def _look_at_folder() -> Iterator[Finding]:
    folder = tempfile.gettempdir()
    try:
        with tempfile.TemporaryFile() as file:
            file.write(bytes(2**20))
        room = shutil.disk_usage(folder).free
    except OSError as error:
        yield Finding("temporary folder", False, f"{error.strerror}; name another in TMPDIR")
        return
    fine = room >= _LEAST_ROOM
    yield Finding(
        "temporary folder", fine, f"{room / 2**30:.1f} GB free" + ("" if fine else "; name another in TMPDIR")
    )


def _look_at_port() -> Iterator[Finding]:
    free = next((port for port in _PORTS if _is_free(port)), None)
    said = f"{free} is free" if free else f"{_PORTS[0]} to {_PORTS[-1]} are taken; choose another with --port"
    yield Finding("port", free is not None, said)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _look_at_terminal() -> Iterator[Finding]:
    encoding = (sys.stdout.encoding or "unknown").lower().replace("_", "-")
    shown = (
        "shows every letter"
        if encoding in ("utf-8", "utf8")
        else "shows some letters as escapes; PYTHONUTF8=1 mends it"
    )
    yield Finding("terminal", True, f"{encoding}, {shown}")
    language = next((os.environ[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if os.environ.get(name)), "none set")
    yield Finding("locale", True, language)


_LOOKS: tuple[Callable[[], Iterator[Finding]], ...] = (
    _look_at_versions,
    _look_at_libraries,
    _look_at_data,
    _look_at_fonts,
    _look_at_boundaries,
    _look_at_reading,
    _look_at_isolation,
    _look_at_machine,
    _look_at_folder,
    _look_at_port,
    _look_at_terminal,
)
