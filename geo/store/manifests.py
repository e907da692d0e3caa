"""The manifest of a corpus on disk: what it was made from and by, its parts in order, and whether it is whole.

It is written when an extraction begins (not whole yet) and when it ends, each time under a temporary name and moved into
place. Only the parts that it names are opened: a file that was copied beside them doubles nothing.
"""

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from geo.base.corpus_folders import MANIFEST, MARK
from geo.base.errors import CorpusError
from geo.base.limits import LIMITS, Limits
from geo.store.fingerprints import hash_reading
from geo.store.tables import TABLES

FORMAT = 1
_HASH = re.compile("[0-9a-f]{20}")
# A corpus that was made before these were told was read by their defaults.
_SAID_LATER = {name: getattr(LIMITS, name) for name in ("row", "register")}
_AGAIN = "run aidatlas extract into a new folder"


class Part(NamedTuple):
    """One part of a corpus: its files are called after `name`.

    `asked` is the hash of its documents alone and `rules` that of what read them: the same documents read by other rules
    are another part. `sizes` has the bytes of its file in each table.
    """

    name: str
    asked: str
    rules: str
    documents: int
    sizes: Mapping[str, int]


class Made(NamedTuple):
    """What a corpus was read by: the hash of all that reads (None where nothing tells it), and the limits."""

    reading: str | None
    limits: Limits = LIMITS

    @property
    def by_earlier_version(self) -> bool:
        """Whether another version than this one read it: read again, its tables might differ."""
        return self.reading != hash_reading()


class Manifest(NamedTuple):
    """What a folder holds. `sources` is the hash of the paths asked for; None where it was not extracted from paths."""

    whole: bool
    made: Made
    parts: tuple[Part, ...] = ()
    sources: str | None = None

    def count_documents(self) -> int:
        """Return how many documents its parts hold."""
        return sum(part.documents for part in self.parts)


def write_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as JSON; its first key is the mark that a corpus is known by."""
    told = {
        MARK: FORMAT,
        "whole": manifest.whole,
        "documents": manifest.count_documents(),
        "reading": manifest.made.reading,
        "limits": manifest.made.limits._asdict(),
        "sources": manifest.sources,
        "parts": [part._asdict() for part in manifest.parts],
    }
    return json.dumps(told).encode()


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Let a folder have a manifest; raises OSError where it cannot be written."""
    unfinished = folder / f"{MANIFEST}.{os.getpid()}.tmp"
    unfinished.write_bytes(write_manifest(manifest))
    unfinished.replace(folder / MANIFEST)


def read_manifest(folder: Path) -> Manifest | None:
    """Return the manifest of a folder, None where it has none; raises CorpusError for a broken one."""
    file = folder / MANIFEST
    try:
        return _read(json.loads(file.read_bytes()))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CorpusError(f"{file}: it cannot be opened: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise CorpusError(f"{file}: this is no whole manifest of a corpus; {_AGAIN}") from error


def _read(told: Mapping[str, Any]) -> Manifest:
    """Return a manifest as it was told; raises ValueError, KeyError or TypeError where it is none."""
    if told[MARK] != FORMAT:
        raise ValueError("a later version wrote it")
    limits = {**_SAID_LATER, **told["limits"]}
    limits = {name: limits[name] for name in Limits._fields}
    if not all(most is None or isinstance(most, int | float) for most in limits.values()):
        raise ValueError("its limits are no numbers")
    return Manifest(
        told["whole"] is True,
        Made(_read_hash(told["reading"]), Limits(**limits)),
        tuple(map(_read_part, told["parts"])),
        _read_hash(told["sources"]),
    )


def _read_part(told: Mapping[str, Any]) -> Part:
    names = [told[name] for name in ("name", "asked", "rules")]
    # A name becomes a path: one with a folder in it is none of ours.
    if not all(isinstance(name, str) and _HASH.fullmatch(name) for name in names):
        raise ValueError("its part has no name of a part")
    sizes = {name: int(told["sizes"][name]) for name in TABLES}
    return Part(names[0], names[1], names[2], int(told["documents"]), sizes)


def _read_hash(told: object) -> str | None:
    return None if told is None else str(told)
