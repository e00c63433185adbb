"""What one look at an address gave; a failure is an answer too."""

from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from themewatch.domain.feed import Validators

_NONE_YET = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came back, and what it asks of the next look.

    `address` is the last hop's. `status` is None where nothing answered.
    `moved_to` is where the way led, if every hop of it was permanent. `not_before`
    is the latest of what max-age, Expires and Retry-After ask for; `retry_after`
    that of Retry-After alone. `seconds` is time on the network, without waiting for
    a turn. `problem` is a sentence for people, None where all is well.
    """

    address: str
    status: int | None = None
    body: bytes = b""
    content_type: str = ""
    validators: Validators = _NONE_YET
    moved_to: str | None = None
    not_before: datetime | None = None
    retry_after: datetime | None = None
    seconds: float = 0.0
    problem: str | None = None

    @property
    def is_unchanged(self) -> bool:
        """Whether the server says that nothing is new."""
        return self.status == HTTPStatus.NOT_MODIFIED and self.problem is None
