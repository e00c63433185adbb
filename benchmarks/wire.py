"""A visitor without a browser: Streamlit's own messages over its WebSocket.

Twenty of them weigh less than one Chromium, so that what is timed is the server. They
take in all that is sent, and draw nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from google.protobuf.message import Message
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PATIENCE = 120  # seconds, for one run


@contextmanager
def visiting(address: str, page: str = "", name: str = "") -> Iterator["Wire"]:
    """Yield a visitor's connection to a page; they have this name if one is given."""
    cookie = {"Cookie": f"themewatch_name={name}"} if name else {}
    with connect(
        f"ws://{urlsplit(address).netloc}/_stcore/stream",
        additional_headers=cookie,
        max_size=None,
        open_timeout=PATIENCE,
    ) as socket:
        yield Wire(socket, page)


class Wire:
    """One visitor's connection to a served app, and what its last run sent."""

    def __init__(self, socket: ClientConnection, page: str) -> None:
        self._socket = socket
        self._page = page
        self._script = ""
        self.sent: list[ForwardMsg] = []

    def run(self, pressed: str = "") -> None:
        """Let the page run, once it is opened again, and wait until it has.

        `pressed` is the id of a button that is pressed; fields keep what they begin
        with. Raises ConnectionClosed where the server goes away.
        """
        self._socket.send(self._asked(pressed).SerializeToString())
        self.sent = []
        while True:
            message = ForwardMsg()
            message.ParseFromString(self._socket.recv(PATIENCE, decode=False))
            self.sent.append(message)
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._script = message.navigation.page_script_hash
            elif kind == "script_finished" and not message.script_finished:
                return

    def _asked(self, pressed: str) -> BackMsg:
        asked = BackMsg()
        client = asked.rerun_script
        client.page_script_hash = self._script
        client.page_name = "" if self._script else self._page
        client.context_info.timezone = "UTC"
        client.context_info.locale = "en-US"
        if pressed:
            state = client.widget_states.widgets.add()
            state.id, state.trigger_value = pressed, True
        return asked

    def elements(self, kind: str) -> Iterator[Any]:
        """Yield what the last run drew of a kind, as Streamlit names it."""
        for message in self.sent:
            if message.WhichOneof("type") == "delta":
                delta = message.delta
                if delta.WhichOneof("type") == "new_element":
                    element: Message = delta.new_element
                    if element.WhichOneof("type") == kind:
                        yield getattr(element, kind)

    def button(self, label: str) -> str:
        """Return the id of a button by its label, empty where there is none."""
        return next((b.id for b in self.elements("button") if b.label == label), "")
