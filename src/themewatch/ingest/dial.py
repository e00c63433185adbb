"""Connections to vetted addresses only, and within the time that is left.

A name is resolved once; all it resolves to is vetted, and one of those very addresses
is dialled. A second look-up could give another address than the one vetted.
"""

import socket
import ssl
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from time import monotonic
from typing import Any

import httpcore

from themewatch.ingest.address import host_name, private_among

Resolve = Callable[[str, int], Sequence[str]]
"""From a host and a port to the addresses it has."""

_INSIDE = "lies inside the network"

_until: ContextVar[float] = ContextVar("until")
_PER_ADDRESS = 10.0
"""Seconds for one address of a host, so that another still gets its chance."""


class UnreachableError(httpcore.ConnectError):
    """There is no way to a host, or none that may be taken; says which."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Let everything the network does inside take this long at most, in all.

    A server that drips a byte a second would outlast any limit on a single step.
    """
    token = _until.set(monotonic() + seconds)
    try:
        yield
    finally:
        _until.reset(token)


def resolve_by_system(host: str, port: int) -> Sequence[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class Dialler(httpcore.NetworkBackend):
    """Dials public addresses, and private ones of hosts that are allowed by name."""

    def __init__(self, allowed_hosts: Collection[str], resolve: Resolve) -> None:
        self._allowed = {host_name(host) for host in allowed_hosts}
        self._resolve = resolve
        self._system = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002  the limit is one for all steps
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        problem: httpcore.ConnectError | httpcore.ConnectTimeout
        problem = UnreachableError(f"The name {host} leads nowhere.")
        for address in self._vetted(host, port):
            try:
                stream = self._system.connect_tcp(
                    address,
                    port,
                    min(_seconds_left(), _PER_ADDRESS),
                    local_address,
                    socket_options,
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return _Stream(stream)
        raise problem

    def _vetted(self, host: str, port: int) -> Sequence[str]:
        try:
            addresses = self._resolve(host, port)
        except (OSError, ValueError) as error:
            raise UnreachableError(f"The name {host} cannot be found.") from error
        if host_name(host) not in self._allowed:
            _refuse_private(host, addresses)
        return addresses


class _Stream(httpcore.NetworkStream):
    """A connection whose every step ends when the time is over."""

    def __init__(self, stream: httpcore.NetworkStream) -> None:
        self._stream = stream

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._stream.read(max_bytes, _seconds_left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self._stream.write(buffer, _seconds_left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ARG002
    ) -> httpcore.NetworkStream:
        left = _seconds_left()
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, left))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


def _refuse_private(host: str, addresses: Sequence[str]) -> None:
    if private := private_among(addresses):
        raise UnreachableError(
            f"{host} {_INSIDE} ({private}): allow it by name if it is to be asked "
            "(--allow-host, or THEMEWATCH_ALLOW_HOSTS)."
        )


def is_refusal(problem: str) -> bool:
    """Say whether an address was not asked because it lies inside the network."""
    return _INSIDE in problem


def _seconds_left() -> float:
    left = _until.get() - monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("The time is over.")
    return left
