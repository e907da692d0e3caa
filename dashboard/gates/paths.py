"""Paths that no page of the dashboard has are not there (404), however they are spelt, and nothing is looked for on the disk."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# No file system takes a longer name; a path of ours is never as long as the other.
_LONGEST_NAME, _LONGEST = 255, 1000
# What Streamlit has there no page of ours asks for: its figures, for which it walks through all that is kept, programs that
# would steer the pages, and the ways to log in elsewhere.
_CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/auth/", "/oauth2callback")


class KnownPaths:
    """ASGI middleware: answers a path that no file or page of ours can have with 404."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on a request, or answer that there is nothing."""
        if scope["type"] in ("http", "websocket") and is_odd(scope["path"]):
            await PlainTextResponse("Not Found", 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_odd(path: str) -> bool:
    """Return whether a path is none of ours: too long, with signs of a file system, or closed.

    >>> [is_odd(path) for path in ("/world", "/app/static/../app.py", "/a%00", "/" + "a" * 300)]
    [False, True, False, True]
    """
    names = path.split("/")
    return (
        len(path) > _LONGEST
        or not path.isprintable()
        or any(sign in path for sign in "\\:")
        or path.startswith(("//", *_CLOSED))
        or any(name == ".." or len(name.encode()) > _LONGEST_NAME for name in names)
    )
