"""One look at an address: asked politely, within limits, every hop vetted."""

from dataclasses import dataclass
from types import TracebackType

import httpcore
import httpx

from themewatch import __version__
from themewatch.domain.feed import Validators
from themewatch.ingest.address import host_name
from themewatch.ingest.answer import Answer as Answer
from themewatch.ingest.clock import Clock
from themewatch.ingest.connections import Connections
from themewatch.ingest.dial import Dialler, Resolve, resolve_by_system, time_limit
from themewatch.ingest.failures import FetchError, said_plainly
from themewatch.ingest.freshness import not_before, retry_after
from themewatch.ingest.payload import unpacked
from themewatch.ingest.reply import (
    FOUND,
    UNCHANGED,
    Reply,
    conditions,
    next_validators,
    plain_headers,
    problem_of,
)
from themewatch.ingest.turns import HostTurns
from themewatch.ingest.way import Way, parsed

PRODUCT = "https://github.com/themewatch/themewatch"
"""Where somebody who finds us in their server's log can read who we are."""
_ASK = [
    (b"User-Agent", f"themewatch/{__version__} (+{PRODUCT})".encode()),
    (
        b"Accept",
        b"application/atom+xml, application/rss+xml, application/feed+json,"
        b" application/xml;q=0.9, application/json;q=0.8, text/html;q=0.5, */*;q=0.1",
    ),
    (b"Accept-Encoding", b"gzip"),
]
_NONE_YET = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """How politely to ask, and how much to take.

    `allowed_hosts` are private hosts opened by name, `spacing` the seconds between
    two requests to one host, `most_seconds` what all hops may take together.
    """

    allowed_hosts: frozenset[str] = frozenset()
    spacing: float = 1.0
    hosts_at_once: int = 8
    most_bytes: int = 10 * 2**20
    most_seconds: float = 30.0
    most_redirects: int = 5


class Network:
    """The way out, for one run and any number of threads.

    It knows neither proxies of the environment nor cookies nor referrers.
    """

    def __init__(
        self,
        settings: FetchSettings,
        clock: Clock,
        resolve: Resolve = resolve_by_system,
    ) -> None:
        self._settings = settings
        self._clock = clock
        self._turns = HostTurns(settings.spacing, clock)
        self._connections = Connections(Dialler(settings.allowed_hosts, resolve))

    def __enter__(self) -> "Network":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._connections.close()

    def fetch(self, address: str, validators: Validators = _NONE_YET) -> Answer:
        """Look at an address; whatever goes wrong is said in the answer."""
        way = Way(address)
        try:
            reply = self._follow(way, validators)
        except FetchError as error:
            return Answer(
                address=way.address,
                validators=validators,
                seconds=way.seconds,
                problem=str(error),
            )
        now = self._clock.now()
        return Answer(
            address=way.address,
            status=reply.status,
            body=reply.body,
            content_type=reply.headers.get("content-type", ""),
            validators=next_validators(reply, validators),
            moved_to=way.moved_to,
            not_before=not_before(reply.headers, now),
            retry_after=retry_after(reply.headers, now),
            seconds=way.seconds,
            problem=problem_of(reply, validators),
        )

    def _follow(self, way: Way, validators: Validators) -> Reply:
        """Ask hop after hop until one is not a redirect."""
        for _ in range(self._settings.most_redirects + 1):
            url = parsed(way.address)
            with self._turns.turn(host_name(url.host)), way.timed():
                reply = self._ask(url, validators, way.seconds)
            if reply.target is None:
                return reply
            way.go_on(url, reply.target, is_permanent=reply.is_permanent)
        raise FetchError(
            f"The address redirects more than {self._settings.most_redirects} times."
        )

    def _ask(self, url: httpx.URL, validators: Validators, spent: float) -> Reply:
        request = _request(url, validators)
        with said_plainly(), time_limit(self._settings.most_seconds - spent):
            connection = self._connections.to(request.url.origin)
            response = connection.handle_request(request)
            try:
                return self._reply(response)
            finally:
                response.close()

    def _reply(self, response: httpcore.Response) -> Reply:
        headers = plain_headers(response.headers)
        body = b""
        if response.status in FOUND:
            packed = headers.get("content-encoding", "")
            body = unpacked(response.iter_stream(), packed, self._settings.most_bytes)
        elif response.status == UNCHANGED:
            response.read()  # to its end, which is here; else the connection is lost
        return Reply(response.status, headers, body)


def _request(url: httpx.URL, validators: Validators) -> httpcore.Request:
    target = httpcore.URL(
        scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path
    )
    headers = [(b"Host", url.netloc), *_ASK, *conditions(validators)]
    return httpcore.Request(b"GET", target, headers=headers)
