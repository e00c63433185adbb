"""A feed server on loopback that behaves as it is told, and writes down who asked.

with serve_feeds() as server:
    server.answer("/feed", body=a_feed, etag='"1"')
    network.fetch(server.url("/feed"))
    assert server.requests[0].headers["User-Agent"].startswith("themewatch/")
"""

import gzip
import socket
import struct
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

RSS = "application/rss+xml; charset=utf-8"
A_SECOND_LATER = 0.02  # between two looks at whether the server is to stop


@dataclass(frozen=True, kw_only=True)
class Served:
    """What a path answers with.

    With `etag` or `last_modified` it answers 304 to who sends them back. `drip` is
    seconds between two bytes; `endless` repeats the body for ever; `reset` breaks off
    after the body's half; `length` is a Content-Length that need not be true; `packed`
    sends gzip. `wait` is seconds before anything is said.
    """

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    content_type: str = RSS
    etag: str | None = None
    last_modified: str | None = None
    wait: float = 0.0
    drip: float | None = None
    endless: bool = False
    reset: bool = False
    length: int | None = None
    packed: bool = False


@dataclass(frozen=True)
class Seen:
    """A request as it came."""

    path: str
    headers: Message
    at: datetime

    @property
    def is_conditional(self) -> bool:
        return "If-None-Match" in self.headers or "If-Modified-Since" in self.headers


class FeedServer:
    """What is served, and `requests`: all that was asked so far, oldest first."""

    def __init__(self, port: int, now: Callable[[], datetime]) -> None:
        self.requests: list[Seen] = []
        self.port = port
        self.now = now
        self.is_over = Event()
        self._served: dict[str, Served] = {}

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def answer(self, path: str, body: bytes | str = b"", **how: Any) -> str:
        """Answer at a path from now on, as `Served` tells; return its address."""
        packed = body.encode() if isinstance(body, str) else body
        self._served[path] = Served(body=packed, **how)
        return self.url(path)

    def redirect(self, path: str, to: str, status: int = 301) -> str:
        return self.answer(path, status=status, headers={"Location": to})

    def served_at(self, path: str) -> Served:
        return self._served.get(path, Served(status=404))

    def requests_to(self, path: str) -> list[Seen]:
        return [seen for seen in self.requests if seen.path == path]


@contextmanager
def serve_feeds(
    port: int = 0, now: Callable[[], datetime] = lambda: datetime.now(UTC)
) -> Iterator[FeedServer]:
    """Yield a server on a free port; `now` dates the requests it writes down."""
    http = _Server(("127.0.0.1", port), _Handler)
    http.feeds = FeedServer(http.server_address[1], now)
    thread = Thread(target=http.serve_forever, args=(A_SECOND_LATER,), daemon=True)
    thread.start()
    try:
        yield http.feeds
    finally:
        http.feeds.is_over.set()
        http.shutdown()
        http.server_close()
        thread.join()


def gzip_bomb(size: int) -> bytes:
    """Return a few bytes that unpack to `size`; serve with Content-Encoding: gzip."""
    return gzip.compress(bytes(size), compresslevel=9)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 256
    feeds: FeedServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: whoever is served badly on purpose hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 20
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        feeds = self.server.feeds
        feeds.requests.append(Seen(self.path, self.headers, feeds.now()))
        served = feeds.served_at(self.path)
        feeds.is_over.wait(served.wait)
        if self._is_known(served):
            self._begin(served, 304)
        else:
            body = gzip.compress(served.body) if served.packed else served.body
            self._begin(served, served.status, body)
            self._send(served, body)

    def log_message(self, *_words: object) -> None:
        """Say nothing: the requests are written down."""

    def _is_known(self, served: Served) -> bool:
        if (etag := self.headers.get("If-None-Match")) is not None:
            return etag == served.etag
        since = self.headers.get("If-Modified-Since")
        return since is not None and since == served.last_modified

    def _begin(self, served: Served, status: int, body: bytes | None = None) -> None:
        self.send_response(status)
        length = None if body is None else served.length or len(body)
        told = {
            "Content-Type": served.content_type,
            "ETag": served.etag,
            "Last-Modified": served.last_modified,
            "Content-Encoding": "gzip" if served.packed else None,
            "Content-Length": None if served.endless else length,
        }
        for name, value in (told | dict(served.headers)).items():
            if value is not None:
                self.send_header(name, str(value))
        self.end_headers()

    def _send(self, served: Served, body: bytes) -> None:
        if served.endless:
            self._send_for_ever(body or b" " * 65536)
        elif served.drip is not None:
            self._drip(body, served.drip)
        elif served.reset:
            self._break_off(body)
        else:
            self.wfile.write(body)
        if served.length is not None:
            self.close_connection = True

    def _send_for_ever(self, body: bytes) -> None:
        self.close_connection = True
        while not self.server.feeds.is_over.is_set():
            self.wfile.write(body)
            self.wfile.flush()

    def _drip(self, body: bytes, pause: float) -> None:
        for byte in body:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            if self.server.feeds.is_over.wait(pause):
                return

    def _break_off(self, body: bytes) -> None:
        self.wfile.write(body[: len(body) // 2])
        self.wfile.flush()
        # Lingering for zero seconds sends a reset instead of an orderly end.
        linger = struct.pack("ii", 1, 0)
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        socket.close(self.connection.detach())
        self.close_connection = True
