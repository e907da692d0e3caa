"""Archives, pictures and programs under every name."""

import base64
import bz2
import gzip
import io
import lzma
import stat
import struct
import tarfile
import zipfile

from tests.hostile.kinds import Kind, of_file
from tests.hostile.packages import pack


def _nested(sentence: str, depth: int) -> bytes:
    inner = pack({"note.txt": sentence})
    for _ in range(depth):
        inner = pack({"inner.zip": inner})
    return inner


def _as_42(_: str) -> bytes:
    """Return an archive of archives, each of which unpacks to much more than it is."""
    inner = pack({"zeros.txt": b"0" * 2**24})
    middle = pack({f"{number}.zip": inner for number in range(16)})
    return pack({f"{number}.zip": middle for number in range(16)})


def _linked(sentence: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("secret.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("note.txt", sentence)
    return out.getvalue()


def _twice(sentence: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("note.txt", sentence)
        archive.writestr("note.txX", f"{sentence} Once more.")
    return out.getvalue().replace(b"note.txX", b"note.txt")


def _overlapping(sentence: str) -> bytes:
    """Return an archive whose second name stands for the bytes of its first."""
    whole = pack({"a.txt": sentence, "b.txt": sentence})
    second = whole.rindex(b"PK\x01\x02")
    return whole[: second + 42] + struct.pack("<L", 0) + whole[second + 46 :]


def _locked(sentence: str) -> bytes:
    """Return an archive that says its only part is encrypted."""
    whole = bytearray(pack({"note.txt": sentence}))
    whole[6] |= 1
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def _named_in_gbk(sentence: str) -> bytes:
    return pack({"xxxx.txt": sentence}).replace(b"xxxx", "口罩".encode("gbk"))


def _tar(sentence: str, name: str = "note.txt") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(sentence.encode())
        archive.addfile(entry, io.BytesIO(sentence.encode()))
    return out.getvalue()


_NEVER = ("root:x:", "PK\x03\x04")
_ARCHIVES = (
    of_file("zip-plain", "notes.zip", lambda s: pack({"note.txt": s}), "either"),
    of_file("zip-empty", "notes.zip", lambda _: pack({}), "line"),
    of_file("zip-torn", "notes.zip", lambda s: pack({"note.txt": s})[:40], "line"),
    of_file("zip-climbs-out", "notes.zip", lambda s: pack({"../../hostile-escaped.txt": s}), "either"),
    of_file("zip-absolute", "notes.zip", lambda s: pack({"/tmp/hostile-escaped.txt": s}), "either"),  # noqa: S108
    of_file("zip-link", "notes.zip", _linked, "either", never=_NEVER),
    of_file("zip-overlapping", "notes.zip", _overlapping, "either"),
    of_file("zip-two-of-one-name", "notes.zip", _twice, "either"),
    of_file("zip-locked", "notes.zip", _locked, "line"),
    of_file("zip-names-in-gbk", "notes.zip", _named_in_gbk, "either"),
    of_file("zip-deep", "notes.zip", lambda s: _nested(s, 50), "either"),
    of_file("zip-as-42", "notes.zip", _as_42, "line"),
    of_file(
        "zip-60000-entries",
        "notes.zip",
        lambda s: pack({"note.txt": s, **{f"{n}.txt": "" for n in range(60_000)}}),
        "either",
        slow=True,
    ),
    of_file("zip-bomb", "notes.zip", lambda _: pack({"a.txt": b"0" * 2**28}), "line", slow=True),
    of_file("zip-as-docx", "note.docx", lambda s: pack({"note.txt": s}), "either"),
    of_file("zip-as-text", "note.txt", lambda s: pack({"note.txt": s}), "either", never=_NEVER),
    of_file("tar", "notes.tar.gz", _tar, "either"),
    of_file("tar-climbs-out", "notes.tar.gz", lambda s: _tar(s, "../../hostile-escaped.txt"), "either"),
    of_file("gzip", "note.txt.gz", lambda s: gzip.compress(s.encode()), "either"),
    of_file("gzip-as-text", "note.txt", lambda s: gzip.compress(s.encode()), "either"),
    of_file("gzip-bomb", "note.txt.gz", lambda _: gzip.compress(b"0" * 2**28), "line", slow=True),
    of_file("bzip2", "note.txt.bz2", lambda s: bz2.compress(s.encode()), "either"),
    of_file("xz", "note.txt.xz", lambda s: lzma.compress(s.encode()), "either"),
    of_file("seven-zip", "notes.7z", lambda _: b"7z\xbc\xaf\x27\x1c" + b"\0" * 60, "line"),
    of_file("rar", "notes.rar", lambda _: b"Rar!\x1a\x07\x01\0" + b"\0" * 60, "line"),
)

_PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
_THINGS = {
    "picture": _PICTURE * 40,
    "program": b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 40,
    "database": b"SQLite format 3\0" + bytes(range(256)) * 40,
    "film": b"\0\0\0\x20ftypisom" + bytes(range(256)) * 40,
}
_ENDINGS = ("txt", "csv", "html", "pdf", "docx", "json", "jsonl", "eml", "rtf", "xlsx", "parquet", "png", "xml", "epub")


def _things(thing: str, content: bytes) -> tuple[Kind, ...]:
    return tuple(of_file(f"{thing}-as-{ending}", f"x.{ending}", lambda _: content, "line") for ending in _ENDINGS)


ARCHIVES = (*_ARCHIVES, *(kind for thing, content in _THINGS.items() for kind in _things(thing, content)))
