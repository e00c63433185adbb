"""What a server said, and what that means for a feed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http import HTTPStatus

from themewatch.domain.feed import Validators
from themewatch.ingest.status_words import status_problem

FOUND = (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION)
UNCHANGED = HTTPStatus.NOT_MODIFIED
_PERMANENT = (HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.PERMANENT_REDIRECT)
_TEMPORARY = (
    HTTPStatus.FOUND,
    HTTPStatus.SEE_OTHER,
    HTTPStatus.TEMPORARY_REDIRECT,
)


@dataclass(frozen=True, slots=True)
class Reply:
    """What one hop gave; the names of headers are in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes = b""

    @property
    def target(self) -> str | None:
        """Where it sends to, if it does."""
        if self.status not in (*_PERMANENT, *_TEMPORARY):
            return None
        target = self.headers.get("location")
        return target and target.encode("latin-1").decode("utf-8", "replace")

    @property
    def is_permanent(self) -> bool:
        return self.status in _PERMANENT


def plain_headers(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers as text that turns into the same bytes again; the first counts."""
    headers: dict[str, str] = {}
    for name, value in raw:
        headers.setdefault(name.decode("ascii").lower(), value.decode("latin-1"))
    return headers


def conditions(validators: Validators) -> list[tuple[bytes, bytes]]:
    """Return the headers that ask for what is new only."""
    asked = (
        (b"If-None-Match", validators.etag),
        (b"If-Modified-Since", validators.last_modified),
    )
    return [
        (name, value.encode("latin-1", "replace")) for name, value in asked if value
    ]


def next_validators(reply: Reply, sent: Validators) -> Validators:
    """Return what to ask with next; a 304 that leaves one out keeps it."""
    etag = reply.headers.get("etag")
    last_modified = reply.headers.get("last-modified")
    if reply.status in FOUND:
        return Validators(etag, last_modified)
    if reply.status == UNCHANGED:
        return Validators(etag or sent.etag, last_modified or sent.last_modified)
    return sent


def problem_of(reply: Reply, sent: Validators) -> str | None:
    """Return what is wrong; nothing, where a feed came or none had to."""
    if reply.status in FOUND or (reply.status == UNCHANGED and sent):
        return None
    return status_problem(reply.status)
