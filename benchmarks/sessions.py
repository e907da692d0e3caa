"""A reader's session as the browser speaks it: Streamlit's messages over a websocket, and files by its way for uploads."""

import asyncio
import time
import urllib.request
import uuid
from collections.abc import Callable, Sequence
from typing import NamedTuple

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState

_PATIENCE = 120.0
_LARGEST_MESSAGE = 50_000_000
_XSRF = "_streamlit_xsrf"
_ENDS = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


class Rerun(NamedTuple):
    """One rerun: how long it took in seconds, the bytes it sent, and whether it showed an error."""

    seconds: float
    size: int
    failed: bool


class File(NamedTuple):
    """A file to upload."""

    name: str
    data: bytes


class Widget(NamedTuple):
    """A widget that a session was sent: its id, its kind, and the part of the page that is drawn again with it."""

    id: str
    kind: str
    fragment: str


class Session:
    """One reader's session with a page of a dashboard, over an open websocket."""

    def __init__(self, address: str, socket: websockets.ClientConnection, page: str) -> None:
        """Speak over a websocket to the dashboard at an address."""
        self._address, self._socket, self._page = address, socket, page
        self._name = ""
        self._seen: dict[str, Widget] = {}

    async def ask(self, query: str) -> Rerun:
        """Ask for the page with an address's query and take all its messages."""
        message = BackMsg()
        message.rerun_script.query_string = query
        return await self._run(message)

    async def set_widget(self, widget: Widget, state: WidgetState) -> Rerun:
        """Set a widget, as a reader who clicks or types does."""
        state.id = widget.id
        message = BackMsg()
        message.rerun_script.fragment_id = widget.fragment
        message.rerun_script.widget_states.widgets.append(state)
        return await self._run(message)

    def find(self, fits: Callable[[Widget], bool]) -> Widget:
        """Return a widget of the page; RuntimeError where it has none such."""
        for widget in self._seen.values():
            if fits(widget):
                return widget
        raise RuntimeError(f"the page has no such widget among {sorted(self._seen)}")

    async def upload(self, file: File) -> WidgetState:
        """Send a file to the server, and return what tells a widget of it."""
        ask = BackMsg()
        ask.file_urls_request.request_id = str(uuid.uuid4())
        ask.file_urls_request.file_names.append(file.name)
        ask.file_urls_request.session_id = self._name
        await self._socket.send(ask.SerializeToString())
        while not (answer := await self._take())[0].HasField("file_urls_response"):
            pass
        urls = answer[0].file_urls_response.file_urls[0]
        await asyncio.to_thread(send_file, self._address, urls.upload_url, file)
        return _tell_file(file, urls)

    async def _run(self, message: BackMsg) -> Rerun:
        message.rerun_script.page_name = self._page
        begun, size, failed = time.monotonic(), 0, False
        await self._socket.send(message.SerializeToString())
        while True:
            told, length = await self._take()
            size += length
            failed |= told.delta.new_element.HasField("exception")
            if told.HasField("script_finished") and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return Rerun(time.monotonic() - begun, size, failed or told.script_finished not in _ENDS)

    async def _take(self) -> tuple[ForwardMsg, int]:
        """Return the next message and its size, and note what it tells of the session and its widgets."""
        data = await asyncio.wait_for(self._socket.recv(), _PATIENCE)
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        if message.HasField("new_session"):
            self._name = message.new_session.initialize.session_id
        self._note(message.delta)
        return message, len(data)

    def _note(self, delta: Delta) -> None:
        kind = delta.new_element.WhichOneof("type")
        name = getattr(getattr(delta.new_element, kind), "id", "") if kind else ""
        if kind and isinstance(name, str) and name:
            self._seen[name] = Widget(name, kind, delta.fragment_id)


def open_socket(address: str) -> websockets.connect:
    """Return a websocket to the dashboard at an address, to be opened."""
    return websockets.connect(
        address.replace("http", "ws", 1) + "/_stcore/stream",
        origin=websockets.Origin(address),
        subprotocols=[websockets.Subprotocol("streamlit")],
        max_size=_LARGEST_MESSAGE,
        open_timeout=_PATIENCE,
    )


def send_file(address: str, place: str, file: File) -> None:
    """Send a file as the browser does, with the word that a page of the dashboard alone knows."""
    word = _read_cookie(address)
    edge = uuid.uuid4().hex
    head = f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="{file.name}"\r\n\r\n'
    body = head.encode() + file.data + f"\r\n--{edge}--\r\n".encode()
    request = urllib.request.Request(f"{address}{place}", data=body, method="PUT")  # noqa: S310 - our own address
    request.add_header("Content-Type", f"multipart/form-data; boundary={edge}")
    request.add_header("Cookie", f"{_XSRF}={word}")
    request.add_header("X-Xsrftoken", word)
    urllib.request.urlopen(request, timeout=_PATIENCE).close()  # noqa: S310


def _read_cookie(address: str) -> str:
    with urllib.request.urlopen(f"{address}/_stcore/health", timeout=_PATIENCE) as answer:  # noqa: S310
        cookies: Sequence[str] = answer.headers.get_all("Set-Cookie")
    return next(one for one in cookies if one.startswith(_XSRF)).partition("=")[2].partition(";")[0]


def _tell_file(file: File, urls: FileURLs) -> WidgetState:
    state = WidgetState()
    told = state.file_uploader_state_value.uploaded_file_info.add()
    told.name, told.size, told.file_id = file.name, len(file.data), urls.file_id
    told.file_urls.CopyFrom(urls)
    return state
