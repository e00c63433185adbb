"""Say what came of a thing to watch."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, NotFoundError
from themewatch.services.log import log_record
from themewatch.services.records import get_history
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import lock_evidence


@dataclass(frozen=True, slots=True)
class Settlement:
    """What came of a checkpoint and on which day; `id` is that of the correction."""

    id: str
    recorded_at: datetime
    settled_on: date
    result: str


@needs(Role.CONTRIBUTOR)
def settle(session: Session, checkpoint: str, said: Settlement) -> None:
    """Say what came of a checkpoint, as a correction of its latest version.

    Asked for by the id of any version: what was corrected meanwhile stays corrected.
    The same settlement again, from a button pressed twice, changes nothing.

    Raises:
        NotFoundError: There is no such checkpoint.
        InputError: With everything there is to put right.
        ConflictError: Somebody said it meanwhile, or took the checkpoint back.
    """
    lock_evidence(session)
    latest = get_history(session, checkpoint).latest
    if not isinstance(latest, Checkpoint):
        raise NotFoundError(f"There is no checkpoint {checkpoint!r}.")
    if latest.id == said.id:
        return
    _refuse_late(latest, said.result)
    correction = replace(
        latest,
        id=said.id,
        recorded_at=said.recorded_at,
        supersedes=latest.id,
        withdrawals=(),
        settled_on=said.settled_on,
        result=said.result,
    )
    log_record(session, correction)


def _refuse_late(latest: Checkpoint, result: str) -> None:
    """Refuse what somebody was faster with, and say what was typed: it is not lost."""
    if latest.is_withdrawn():
        raise ConflictError(
            f"Somebody took “{latest.title}” back meanwhile. You typed: “{result}”. "
            "Put it back on its own page to say what came of it."
        )
    if latest.is_settled:
        raise ConflictError(
            f"Somebody has said meanwhile what came of “{latest.title}”: "
            f"“{latest.result}”. You typed: “{result}”. Correct it on its own page."
        )
