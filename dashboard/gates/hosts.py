"""Only who calls the dashboard by a name of its own is answered, and only pages that it has sent itself may ask on.

A page of another site could let its own name stand for this machine (DNS rebinding) and read the documents by it: the
browser then sends that name as Host and as Origin. Streamlit, left to judge an Origin, asks an outside server for this
machine's address; what passes here has an Origin that Streamlit takes without a look.
"""

from collections.abc import Collection
from typing import NamedTuple

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from dashboard.gates.doors import split_host
from dashboard.journal import note_refusal


class Refusal(NamedTuple):
    """Why a request is not answered: the header that is at fault, the status, and the words for who reads them."""

    header: str
    status: int
    words: str


_LONGEST_TOLD = 100
_OTHER_HOST = Refusal("host", 421, "AidAtlas does not answer to this name. Start it with `--host NAME` to let it.\n")
_OTHER_ORIGIN = Refusal("origin", 403, "AidAtlas answers only pages that it has sent itself.\n")


class AllowedHosts:
    """ASGI middleware: refuses a request or websocket under another name, or from the page of another site."""

    def __init__(self, app: ASGIApp, names: Collection[str]) -> None:
        """Stand before an app that is called by some names."""
        self.app, self._names = app, names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or answer it with a refusal."""
        asks = scope["type"] in ("http", "websocket")
        refusal = find_refusal(Headers(scope=scope), self._names) if asks else None
        if refusal is None:
            await self.app(scope, receive, send)
        else:
            told = ", ".join(Headers(scope=scope).getlist(refusal.header))
            note_refusal(refusal.header, {refusal.header: told[:_LONGEST_TOLD]})
            await PlainTextResponse(refusal.words, refusal.status)(scope, receive, send)


def find_refusal(headers: Headers, names: Collection[str]) -> Refusal | None:
    """Return why a request with these headers is refused; None where it is not."""
    hosts, origins = headers.getlist("host"), headers.getlist("origin")
    if len(hosts) != 1 or split_host(hosts[0]) not in names:
        return _OTHER_HOST
    # To the letter, as browsers write both: where they differ in a capital Streamlit would begin to ask.
    if origins and origins not in ([f"http://{hosts[0]}"], [f"https://{hosts[0]}"]):
        return _OTHER_ORIGIN
    return None
