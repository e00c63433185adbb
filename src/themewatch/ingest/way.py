"""The way of one look: where it is, how it came there, and how long it took."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

import httpx

from themewatch.ingest.failures import FetchError


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
    return url
