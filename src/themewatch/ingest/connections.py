"""Open connections, one a thread, kept while the next request goes the same way."""

import ssl
from functools import cached_property
from threading import get_ident

import httpcore
import httpx

_KEPT = 5.0
"""Seconds that an idle connection is trusted to be still open."""


class Connections:
    """Lends each thread its connection, at two thirds of what a pool costs."""

    def __init__(self, backend: httpcore.NetworkBackend) -> None:
        self._backend = backend
        self._kept: dict[int, httpcore.HTTPConnection] = {}

    def to(self, origin: httpcore.Origin) -> httpcore.HTTPConnection:
        """Return a connection that may be asked, opened when it is."""
        kept = self._kept.get(get_ident())
        if kept is not None:
            if kept.can_handle_request(origin) and _is_good(kept):
                return kept
            kept.close()
        new = self._kept[get_ident()] = httpcore.HTTPConnection(
            origin,
            ssl_context=self._ssl_context if origin.scheme == b"https" else None,
            keepalive_expiry=_KEPT,
            network_backend=self._backend,
        )
        return new

    def close(self) -> None:
        """Close what is open; nobody may be using it."""
        while self._kept:
            self._kept.popitem()[1].close()

    @cached_property
    def _ssl_context(self) -> ssl.SSLContext:
        return httpx.create_ssl_context(trust_env=False)


def _is_good(connection: httpcore.HTTPConnection) -> bool:
    return connection.is_available() and not connection.has_expired()
