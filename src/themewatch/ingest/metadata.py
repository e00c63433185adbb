"""What a provider of sign-in says of itself, and which time it has.

Whoever runs the house named its address, which may lie inside the network: so it is
asked without the vetting that addresses of feeds pass through. Redirects are not
followed, as nobody named where they lead.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx

_SECONDS = 5.0
_MOST_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class Metadata:
    """The issuer as the provider writes it, and its time; or what went wrong.

    `can_authorize` says whether it names where people sign in. `at` is None where the
    answer bears no time.
    """

    issuer: str = ""
    can_authorize: bool = False
    at: datetime | None = None
    problem: str | None = None


def fetch_metadata(address: str) -> Metadata:
    """Ask a provider for what it says of itself; a failure is an answer too."""
    try:
        answer = httpx.get(
            address, timeout=_SECONDS, headers={"Accept": "application/json"}
        )
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        said = str(error) or type(error).__name__
        return Metadata(problem=f"it does not answer ({said})")
    if answer.status_code != HTTPStatus.OK:
        return Metadata(problem=f"it answers {answer.status_code}")
    if len(answer.content) > _MOST_BYTES:
        return Metadata(problem="it answers far too much")
    try:
        found = answer.json()
    except ValueError:
        found = None
    if not isinstance(found, dict) or not isinstance(found.get("issuer"), str):
        return Metadata(problem="what it answers describes no provider")
    return Metadata(
        issuer=found["issuer"],
        can_authorize=bool(found.get("authorization_endpoint")),
        at=_moment(answer.headers.get("date")),
    )


def answers(address: str) -> bool:
    """Say whether a server is there and well, as seen from this machine."""
    try:
        return httpx.get(address, timeout=_SECONDS).is_success
    except (httpx.HTTPError, httpx.InvalidURL):
        return False


def _moment(header: str | None) -> datetime | None:
    try:
        at = parsedate_to_datetime(header or "")
    except ValueError:
        return None
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at
