"""A text with every bad kind of documents.csv beside it, and extracted corpora among the documents."""

import os
from pathlib import Path

from tests.hostile.kinds import Kind, of_files

_HEAD = "path,title,published,outlet,url\n"
_ROW = "note.txt,Aid,2020-03-26,Tanjug,https://example.org/a\n"
_LISTS: dict[str, bytes] = {
    "plain": (_HEAD + _ROW).encode(),
    "empty": b"",
    "of-blanks": b" \n\n",
    "head-alone": _HEAD.encode(),
    "of-bytes": bytes(range(256)) * 40,
    "picture": b"\x89PNG\r\n\x1a\n" + b"\0" * 999,
    "without-paths": b"title,published\nAid,2020-03-26\n",
    "unknown-file": (_HEAD + _ROW + "gone.txt,Gone,2020-03-26,,\n").encode(),
    "absolute": (_HEAD + "/etc/passwd,Secret,2020-03-26,,\n").encode(),
    "climbs-out": (_HEAD + "../../../../etc/passwd,Secret,2020-03-26,,\n").encode(),
    "two-rows": (_HEAD + _ROW + "note.txt,Other,2021-01-01,,\n").encode(),
    "no-date": (_HEAD + "note.txt,Aid,2020-02-31,,\nnote.txt,Aid,yesterday,,\n").encode(),
    "semicolons": (_HEAD + _ROW).replace(",", ";").encode(),
    "capitals": (_HEAD.title() + _ROW).encode(),
    "gb18030": (_HEAD + "note.txt,中国向塞尔维亚运送口罩和防护服,2020-03-26,新华社,\n").encode("gb18030"),
    "utf-16": (_HEAD + _ROW).encode("utf-16"),
    "mark-of-order": (_HEAD + _ROW).encode("utf-8-sig"),
    "unclosed-quote": (_HEAD + 'note.txt,"Aid,2020-03-26,,\nb.txt,B,,,\n').encode(),
    "long-field": (_HEAD + f"note.txt,{'x' * 200_000},2020-03-26,,\n").encode(),
    "nuls": (_HEAD + "note.txt,A\0id,2020-03-26,,\n").encode(),
    "uneven": (_HEAD + "note.txt\nnote.txt,a,b,c,d,e,f,g\n").encode(),
    "formula": (_HEAD + "note.txt,=1+1,2020-03-26,\x1b[31m,javascript:alert(1)\n").encode(),
    "script": (_HEAD + "note.txt,<script>alert(1)</script>,2020-03-26,$x$,//a\n").encode(),
}


def _of_list(name: str, content: bytes) -> Kind:
    return of_files(
        f"list-{name}", lambda s: {"note.txt": s.encode(), "documents.csv": content}, "text", never=("root:x:",)
    )


def _put_folder(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "documents.csv").mkdir()


def _put_pipe(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    os.mkfifo(folder / "documents.csv")


def _put_link(folder: Path, sentence: str) -> None:
    (folder / "note.txt").write_text(sentence)
    (folder / "documents.csv").symlink_to("/etc/passwd")


MANIFESTS = (
    *(_of_list(name, content) for name, content in _LISTS.items()),
    of_files(
        "list-of-a-million-rows",
        lambda s: {"note.txt": s.encode(), "documents.csv": (_HEAD + "x,y,,,\n" * 1_000_000).encode()},
        "text",
        slow=True,
    ),
    Kind("list-a-folder", _put_folder, "text"),
    Kind("list-a-pipe", _put_pipe, "text"),
    Kind("list-a-link-out", _put_link, "text", never=("root:x:",)),
)
