"""Log what somebody saw, what was released, where somebody places a theme.

What is logged is checked as a whole first: an InputError holds a sentence for each
thing to put right, and nothing is kept.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

from themewatch.domain.checks import problems
from themewatch.domain.forecast import Forecast
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.errors import ConflictError, InputError
from themewatch.services.meanwhile import corrected_meanwhile
from themewatch.services.own_name import own, require_own_record, require_right_to
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import (
    add_record,
    get_record,
    is_recorded,
    restore_record,
    withdraw_record,
)
from themewatch.storage.ids import new_id as new_id


@needs(Role.CONTRIBUTOR)
def log_record(session: Session, record: Record) -> None:
    """Keep a new piece of evidence, or a correction of one.

    Raises:
        InputError: With everything there is to put right.
        ConflictError: It is there already, or what it corrects was corrected or
            taken back meanwhile.
    """
    log_records(session, [record])


@needs(Role.CONTRIBUTOR)
def log_records(session: Session, records: Sequence[Record]) -> None:
    """Keep several that belong together, such as a release and its claims, or none.

    What is there already under its minted id was saved by an earlier press of the
    same button, and is left as it is; a release's id is its name.

    Raises:
        ForbiddenError: One bears a name that whoever signed in may not write under.
        InputError: With everything there is to put right.
        ConflictError: There is such a release already.
    """
    for record in records:
        require_own_record(session, record)
    if found := [sentence for record in records for sentence in faults(record)]:
        raise InputError(*found)
    for record in records:
        if isinstance(record, Release) or not is_recorded(session, record.id):
            _add(session, record)


@needs(Role.CONTRIBUTOR)
@own
def take_back(session: Session, record_id: str, *, by: str, now: datetime) -> None:
    """Take a piece of evidence back; its history stays.

    Raises:
        NotFoundError: There is no such record.
        ConflictError: It was corrected or taken back already, or is a forecast that
            stands for good.
    """
    record = get_record(session, record_id)
    require_right_to(session, record, "take back")
    _refuse_fixed(record, now)
    withdraw_record(session, record_id, now, by or None)


@needs(Role.CONTRIBUTOR)
@own
def put_back(session: Session, record_id: str, *, by: str, now: datetime) -> None:
    """Put back what was taken back.

    Raises:
        NotFoundError: There is no such record.
        ConflictError: It stands, or was corrected since, or is a forecast that was
            taken back for good.
    """
    record = get_record(session, record_id)
    require_right_to(session, record, "put back")
    _refuse_fixed(record, now)
    restore_record(session, record_id, now, by or None)


def faults(record: Record) -> list[str]:
    """Return what there is to put right, a sentence each."""
    found = problems(record, catalogue(), record.recorded_at)
    said_late = _forecast_faults(record) if isinstance(record, Forecast) else ()
    return [*map(_sentence, found), *said_late]


def _add(session: Session, record: Record) -> None:
    try:
        add_record(session, record)
    except ConflictError as error:
        if (both := corrected_meanwhile(session, record)) is not None:
            raise both from error
        raise


def _forecast_faults(forecast: Forecast) -> Iterator[str]:
    if forecast.supersedes is not None:
        yield "A forecast stays as it was said: give another one, and both are scored."
    if forecast.has_come(forecast.recorded_at.date()):
        yield f"{forecast.by} has come: forecast a day that lies ahead."


def _refuse_fixed(record: Record, now: datetime) -> None:
    """Refuse to change a forecast when that would make its score look better."""
    if isinstance(record, Forecast) and record.is_fixed(now):
        raise ConflictError(
            "This forecast stands: one may be taken back, or put back, only within a "
            "day of being kept and before its own day comes. Give another one instead."
        )


def _sentence(problem: str) -> str:
    """Say a field's name, which a problem begins with, as words."""
    name, space, rest = problem.partition(" ")
    return f"{name[0].upper()}{name[1:].replace('_', ' ')}{space}{rest}."
