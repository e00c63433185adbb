"""A person's word against what tests make of a claim, with the reason."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.claim import Outcome
from themewatch.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Override(Record):
    """An outcome that stands over the one found from notes.

    It moves neither ● nor ◇. With `Outcome.UNTESTED` it says that the notes speak
    of something else.
    """

    claim: str
    person: str
    on: date
    outcome: Outcome
    reason: str
