"""The way of one look: where it is, how it came there, and how long it took."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Address
from time import monotonic

import httpx

from themewatch.ingest.failures import FetchError

_HOST = re.compile(rb"(?=.{1,253}$)(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?")
_LAST_PORT = 65535
_NUMBER = re.compile(r"\d+|0x[\da-f]*")


class Way:
    """From an address over its redirects; it never comes by the same place twice."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.seconds = 0.0
        self._been_at = {address}
        self._permanent: list[bool] = []

    @property
    def moved_to(self) -> str | None:
        return self.address if self._permanent and all(self._permanent) else None

    @contextmanager
    def timed(self) -> Iterator[None]:
        started = monotonic()
        try:
            yield
        finally:
            self.seconds += monotonic() - started

    def go_on(self, url: httpx.URL, target: str, *, is_permanent: bool) -> None:
        try:
            self.address = str(url.join(target))
        except (httpx.InvalidURL, ValueError) as error:
            raise FetchError("The address redirects to no address at all.") from error
        if self.address in self._been_at:
            raise FetchError("The address redirects in a circle.")
        self._been_at.add(self.address)
        self._permanent.append(is_permanent)


def parsed(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address)
        is_web = url.scheme in ("http", "https") and bool(url.host)
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{address} is not an address.") from error
    if not is_web:
        raise FetchError(f"Only http and https addresses are asked, not {address}.")
    if ":" not in url.host and not _HOST.fullmatch(url.raw_host):
        raise FetchError(f"{address} is not an address.")
    return url


def plain_address(address: str) -> str:
    """Return the one spelling of an address that is to be asked again and again.

    Neither spaces may stand in it, nor a name with a password, which nobody is sent,
    nor a number that only some systems take for a host.

    >>> plain_address("HTTPS://Example.ORG:443/Feed#top")
    'https://example.org/Feed'

    Raises:
        FetchError: That is none.
    """
    url = parsed(address)
    is_whole = not any(character.isspace() for character in address)
    is_port = url.port is None or 0 < url.port <= _LAST_PORT
    if url.userinfo or not (is_whole and is_port and _is_host(url.host)):
        raise FetchError(f"{address} is not an address.")
    return str(url.copy_with(fragment=None))


def _is_host(host: str) -> bool:
    """Say whether a host is a name, or an IP address written as such."""
    if not _NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]):
        return True
    try:
        return bool(IPv4Address(host))
    except ValueError:
        return False
