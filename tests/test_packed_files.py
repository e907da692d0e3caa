"""Files are sent packed to who takes them so, once and for all, and nothing else is sent than the app would send."""

import asyncio
import gzip
import signal
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from email.message import Message as Head
from pathlib import Path

import pytest
from starlette.datastructures import Headers
from starlette.types import Message, Receive, Scope, Send

from dashboard import packed_files
from dashboard.packed_files import PackedFiles
from tests.servers import start_dashboard

TEXT = b"let plain = 1; " * 100


class App:
    """An app that answers everything with one file in two parts, and notes what it was asked."""

    def __init__(self, body: bytes = TEXT, **headers: str) -> None:
        """Take the file and further headers, with _ for a hyphen."""
        self.asked: list[Headers] = []
        self.body = body
        told = {"content-type": "application/javascript", "content-length": str(len(body)), "etag": '"a"'}
        self.headers = Headers(told | {name.replace("_", "-"): value for name, value in headers.items()})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer."""
        self.asked.append(Headers(scope=scope))
        await send({"type": "http.response.start", "status": 200, "headers": self.headers.raw})
        await send({"type": "http.response.body", "body": self.body[:50], "more_body": True})
        await send({"type": "http.response.body", "body": self.body[50:]})


def ask(
    files: PackedFiles, path: str = "/static/js/a.js", method: str = "GET", **headers: str
) -> tuple[Headers, bytes]:
    """Return the headers and the body of an answer to a browser that takes gzip."""
    told: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        told.append(message)

    asked = Headers({"accept-encoding": "gzip, deflate, br", **headers})
    scope = {"type": "http", "method": method, "path": path, "headers": asked.raw}
    # A browser of another test may have a loop running in this thread.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(files(scope, receive, send))).result()
    return Headers(raw=told[0]["headers"]), b"".join(one["body"] for one in told[1:])


def test_a_text_is_packed_and_its_headers_say_so() -> None:
    app = App(cache_control="public, immutable", accept_ranges="bytes")
    headers, body = ask(PackedFiles(app))
    assert gzip.decompress(body) == TEXT
    assert (headers["content-encoding"], headers["content-length"]) == ("gzip", str(len(body)))
    assert (headers["vary"], headers["cache-control"], headers["etag"]) == (
        "Accept-Encoding",
        "public, immutable",
        'W/"a"',
    )
    assert "accept-ranges" not in headers


def test_a_file_is_packed_once_and_a_changed_one_again(monkeypatch: pytest.MonkeyPatch) -> None:
    packed, pack, app = list[bytes](), gzip.compress, App()

    def note(data: bytes, level: int, *, mtime: float) -> bytes:
        packed.append(data)
        return pack(data, level, mtime=mtime)

    monkeypatch.setattr(gzip, "compress", note)
    files = PackedFiles(app)
    assert ask(files)[1] == ask(files)[1]
    app.body = TEXT.upper()
    assert gzip.decompress(ask(files)[1]) == TEXT.upper()
    assert packed == [TEXT, TEXT.upper()]


def test_no_more_is_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_files, "_KEPT", 300)
    app = App()
    files = PackedFiles(app)
    for number in range(50):
        app.body = TEXT[:-5] + b"%05d" % number
        assert gzip.decompress(ask(files)[1]) == app.body
        assert 0 < files.size <= 300


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity, gzip;q=0.0"])
def test_who_does_not_take_gzip_gets_the_file_as_it_is(accepted: str) -> None:
    app = App()
    headers, body = ask(PackedFiles(app), **{"accept-encoding": accepted})
    assert (body, "content-encoding" in headers, app.asked[0]["accept-encoding"]) == (TEXT, False, accepted)


@pytest.mark.parametrize("accepted", ["gzip", "br;q=1, GZIP; q=0.5"])
def test_who_takes_gzip_gets_it(accepted: str) -> None:
    assert ask(PackedFiles(App()), **{"accept-encoding": accepted})[0]["content-encoding"] == "gzip"


@pytest.mark.parametrize("kind", ["image/png", "font/woff2", "application/octet-stream"])
def test_pictures_and_fonts_are_sent_as_they_are(kind: str) -> None:
    headers, body = ask(PackedFiles(App(content_type=kind)))
    assert (body, "content-encoding" in headers, headers["etag"]) == (TEXT, False, '"a"')


def test_what_is_packed_or_short_or_of_unknown_length_is_sent_as_it_is() -> None:
    for app in (App(content_encoding="br"), App(b"short" * 9), App(content_length="")):
        assert ask(PackedFiles(app))[1] == app.body


@pytest.mark.parametrize("path", ["/_stcore/health", "/media/a.csv", "/component/a.js"])
def test_what_is_made_for_one_reader_is_left_to_the_app(path: str) -> None:
    app = App()
    assert ask(PackedFiles(app), path)[1] == TEXT
    assert "gzip" in app.asked[0]["accept-encoding"]


def test_a_part_of_a_file_and_its_headers_alone_are_left_to_the_app() -> None:
    files = PackedFiles(App())
    assert ask(files, range="bytes=0-9")[1] == TEXT
    assert ask(files, method="HEAD")[1] == TEXT


def fetch(address: str, **headers: str) -> tuple[int, Head, bytes]:
    """Return status, headers and body of an answer of the running dashboard."""
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 - our own address
    try:
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("path", ["/", "/world", "/app/static/plot.js", "/app/static/boundaries/world_50m.json"])
def test_the_dashboard_sends_its_files_packed(dashboard: str, path: str) -> None:
    _, _, plain = fetch(dashboard + path)
    status, headers, packed = fetch(dashboard + path, **{"Accept-Encoding": "gzip"})
    assert (status, gzip.decompress(packed), headers["Vary"]) == (200, plain, "Accept-Encoding")


def test_who_has_a_file_already_is_told_so(dashboard: str) -> None:
    name = fetch(dashboard, **{"Accept-Encoding": "gzip"})[1]["ETag"]
    assert fetch(dashboard, **{"Accept-Encoding": "gzip", "If-None-Match": name})[::2] == (304, b"")


@pytest.mark.parametrize(
    "path", ["/app/static/../command.py", "/app/static/%2e%2e/command.py", "/static/..%2f..%2fcli.py"]
)
def test_nothing_outside_the_folders_of_static_files_can_be_read(dashboard: str, path: str) -> None:
    body = fetch(dashboard + path, **{"Accept-Encoding": "gzip"})[2]
    text = gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body
    assert b"import" not in text or text.startswith(b"<!doctype html>")


def test_ctrl_c_ends_the_dashboard_with_the_status_that_a_shell_expects(made_folder: Path) -> None:
    with start_dashboard(made_folder) as server:
        server.process.send_signal(signal.SIGINT)
        assert server.process.wait() == 130
