"""Files on their way to the browser are packed, each once: Streamlit sends its scripts as they are, 3 MB for a first page.

Nothing is opened here. What the app answers is packed when it is whole, so only what the app would send is sent.
"""

import asyncio
import gzip
import hashlib
from collections import OrderedDict

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

# What is made for one reader or one moment is no file, and Streamlit packs it where that helps.
_NO_FILES = ("/_stcore/", "/media/", "/component/")
_TEXTS = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")
_LEVEL = 9
# A shorter answer gains nothing; a longer one is passed on as it comes. Together the packed ones hold no more than this.
_LEAST, _MOST, _KEPT = 500, 8_000_000, 24_000_000


class PackedFiles:
    """ASGI middleware: packs texts that lie in files for browsers that take gzip, and keeps what it has packed."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self.app = app
        self._packed: OrderedDict[bytes, bytes] = OrderedDict()
        self.size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the app does, a file packed."""
        if _asks_packed_file(scope):
            await self.app(_ask_plainly(scope), receive, _Answer(self, send))
        else:
            await self.app(scope, receive, send)

    async def pack(self, body: bytes) -> bytes:
        """Return the packed bytes of a file, those from before where they are kept; they are known by their content."""
        # Of Starlette's names for a state of a file (ETag) two files may have the same.
        key = hashlib.sha256(body).digest()
        if key not in self._packed:
            self._keep(key, await asyncio.to_thread(gzip.compress, body, _LEVEL, mtime=0))
        self._packed.move_to_end(key)
        return self._packed[key]

    def _keep(self, key: bytes, packed: bytes) -> None:
        """Keep packed bytes, and let go of what was not asked for longest where there is too much."""
        if key in self._packed:
            return
        self._packed[key] = packed
        self.size += len(packed)
        while self.size > _KEPT:
            self.size -= len(self._packed.popitem(last=False)[1])


class _Answer:
    """One answer of the app: held until it is whole and sent packed, or passed on as it comes."""

    def __init__(self, files: PackedFiles, send: Send) -> None:
        self._files, self._send = files, send
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        """Take one message of the app."""
        if message["type"] == "http.response.start":
            self._start = message if _can_pack(message) else None
            if self._start is not None:
                return
        if self._start is None:
            await self._send(message)
            return
        self._body += message.get("body", b"")
        if not message.get("more_body"):
            await self._send_packed(self._start)

    async def _send_packed(self, start: Message) -> None:
        packed = await self._files.pack(bytes(self._body))
        headers = MutableHeaders(scope=start)
        if "accept-encoding" not in headers.get("Vary", "").lower():
            headers.add_vary_header("Accept-Encoding")
        headers["Content-Encoding"], headers["Content-Length"] = "gzip", str(len(packed))
        # A part of the file is no part of the packed one, which is the same in content only: a weak name.
        del headers["Accept-Ranges"]
        if (name := headers.get("ETag")) and not name.startswith("W/"):
            headers["ETag"] = f"W/{name}"
        await self._send(start)
        await self._send({"type": "http.response.body", "body": packed})


def _asks_packed_file(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or scope["path"].startswith(_NO_FILES):
        return False
    headers = Headers(scope=scope)
    return "range" not in headers and _takes_gzip(headers.get("accept-encoding", ""))


def _takes_gzip(accepted: str) -> bool:
    """Return whether a browser takes gzip; with a quality of 0 it says that it does not."""
    offers = (offer.replace(" ", "").lower().partition(";q=") for offer in accepted.split(","))
    return any(name == "gzip" and (not quality or bool(quality.strip("0."))) for name, _, quality in offers)


def _ask_plainly(scope: Scope) -> Scope:
    """Return a request that the app answers with the file as it is, byte for byte."""
    headers = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
    return {**scope, "headers": headers, "extensions": {}}


def _can_pack(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    length = headers.get("content-length", "")
    return (
        start["status"] == 200
        and "content-encoding" not in headers
        and headers.get("content-type", "").startswith(_TEXTS)
        and length.isdecimal()
        and _LEAST <= int(length) <= _MOST
    )
