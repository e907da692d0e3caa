"""What every answer tells the browser: to load, run and send nothing but the dashboard's own, and to let no other site in.

The policy names no site: only `'self'`, and blob: and data: for what a page makes of its own (the scripts of Streamlit's
components, pictures, downloads).
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

_CLOSED = ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone",
           "midi", "payment", "serial", "usb", "browsing-topics", "interest-cohort")  # fmt: skip


class SafeAnswers:
    """ASGI middleware: adds to every answer what guards its reader, and takes from it that any site may read it."""

    def __init__(self, app: ASGIApp, frames: Sequence[str] = ()) -> None:
        """Stand before an app that some sites may show in a frame."""
        self.app, self._told = app, write_headers(frames)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request as the app does, with these headers."""

        async def tell(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
                headers = MutableHeaders(scope=message)
                headers.update(self._told)
                if headers.get("Access-Control-Allow-Origin") == "*":
                    del headers["Access-Control-Allow-Origin"]
            await send(message)

        await self.app(scope, receive, tell)


def write_headers(frames: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the headers of every answer by their name; `frames` are the sites that may show the dashboard in a frame."""
    headers = {
        "Content-Security-Policy": write_policy(frames, find_inline_scripts()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _CLOSED),
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    # It knows no list of sites; a browser that knows the policy looks at that alone.
    return headers if frames else {**headers, "X-Frame-Options": "DENY"}


def write_policy(frames: Sequence[str], inline: Iterable[str]) -> str:
    """Return the Content-Security-Policy; `inline` are the scripts that stand in the page itself."""
    allowed = {
        "default-src": "'none'",
        # Streamlit runs the few words that call a component's script from a blob.
        "script-src": " ".join(["'self'", "blob:", *(f"'{hash_script(one)}'" for one in inline)]),
        # Streamlit and Plotly write the style of each part into the page.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": " ".join(frames) or "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in allowed.items())


def hash_script(text: str) -> str:
    """Return the name by which a policy knows a script that stands in a page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def find_inline_scripts() -> list[str]:
    """Return the scripts that stand in the page that Streamlit sends, to the letter: another version has others."""
    page = (Path(get_static_dir()) / "index.html").read_text(encoding="utf-8")
    return re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
