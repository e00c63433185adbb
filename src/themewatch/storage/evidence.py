"""Evidence as it was recorded: added, taken back, put back, never rewritten.

Lists hold every row ever recorded; `themewatch.domain.record` says which of them
stand. Every change locks the counter of changes first, so that changes follow one
another, and bumps it, so that whoever keeps results knows when they are old.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select, update

from themewatch.domain.about import about_record
from themewatch.domain.activity import Act, Subject
from themewatch.domain.claim import Claim
from themewatch.domain.kinds import RECORD_KINDS, kind_of
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.record import R, Record, Withdrawal
from themewatch.domain.release import Release
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.storage import tables
from themewatch.storage.activity import add_activity
from themewatch.storage.editions import last_published_at
from themewatch.storage.engine import Session
from themewatch.storage.rows import insert_records, insert_withdrawals, read_records

_TICK = timedelta(microseconds=1)


def list_records(session: Session, record_type: type[R]) -> list[R]:
    """Return every row of a kind ever recorded, oldest first."""
    return read_records(session, record_type)


def list_everything(session: Session) -> Iterator[Record]:
    """Yield every row of every kind, what is referred to first."""
    for record_type in RECORD_KINDS.values():
        yield from read_records(session, record_type)


def list_record_ids(session: Session) -> set[str]:
    """Return the id of every record ever added, of any kind."""
    return set(session.scalars(select(tables.records.c.id)))


def is_recorded(session: Session, record_id: str) -> bool:
    return _find_kind(session, record_id) is not None


def get_record(session: Session, record_id: str) -> Record:
    """Return a record of any kind; raises NotFoundError."""
    kind = _find_kind(session, record_id)
    if kind is None:
        raise NotFoundError(f"There is no record {record_id!r}: it was never recorded.")
    return read_records(session, RECORD_KINDS[kind], record_id)[0]


def find_successor(session: Session, record_id: str) -> str | None:
    """Return the id of the correction of a record, if it has one."""
    query = select(tables.records.c.id).where(tables.records.c.supersedes == record_id)
    return session.scalar(query)


def evidence_version(session: Session) -> int:
    """Return the number of changes so far: results kept from an older one are old."""
    query = select(tables.evidence_version.c.version)
    return int(session.execute(query).scalar_one())


def lock_evidence(session: Session) -> None:
    """Let nobody else change evidence until this session ends.

    On SQLite a writing session is alone from its beginning.
    """
    session.execute(select(tables.evidence_version.c.version).with_for_update())


def add_record(session: Session, record: Record) -> None:
    """Add a record a person has just made, as the latest version of its chain.

    What waited while an edition was published was recorded after it, whatever it says.

    Raises:
        ConflictError: Its id is taken, or what it corrects was corrected or taken
            back already.
        InputError: It refers to what was never recorded.
    """
    lock_evidence(session)
    if _find_kind(session, record.id) is not None:
        raise ConflictError(f"There is a record {record.id!r} already: open that one.")
    _check_references(session, record)
    if record.supersedes is not None:
        _check_correction(session, record, record.supersedes)
    record = replace(record, recorded_at=_after_last(session, record.recorded_at))
    insert_records(session, [record])
    act = Act.RECORDED if record.supersedes is None else Act.CORRECTED
    add_activity(session, act, record.recorded_at, _subject(session, record))
    _bump(session)


def add_records(session: Session, records: Sequence[Record]) -> None:
    """Add many records as they are; whoever calls has checked them.

    They may refer to each other in any order.
    """
    if records:
        insert_records(session, records)
        _bump(session)


def withdraw_record(
    session: Session, record_id: str, at: datetime, by: str | None
) -> None:
    """Take a record back, and with a correction its whole chain.

    Raises:
        NotFoundError: There is no such record.
        ConflictError: It was corrected or taken back already.
    """
    lock_evidence(session)
    record = get_record(session, record_id)
    _refuse_superseded(session, record)
    if record.is_withdrawn():
        raise ConflictError(f"This {kind_of(record)} was taken back already.")
    _add_event(session, record, Withdrawal(at, by=by))


def restore_record(
    session: Session, record_id: str, at: datetime, by: str | None
) -> None:
    """Put back a record that was taken back.

    Raises:
        NotFoundError: There is no such record.
        ConflictError: It stands, or was corrected since.
    """
    lock_evidence(session)
    record = get_record(session, record_id)
    _refuse_superseded(session, record)
    if not record.is_withdrawn():
        raise ConflictError(f"This {kind_of(record)} stands: it was put back already.")
    _add_event(session, record, Withdrawal(at, is_reversal=True, by=by))


def add_withdrawals(
    session: Session, by_record: Mapping[str, Iterable[Withdrawal]]
) -> None:
    """Add take-backs and reversals as they are; whoever calls has checked them."""
    if by_record:
        insert_withdrawals(session, by_record)
        _bump(session)


def _find_kind(session: Session, record_id: str) -> str | None:
    query = select(tables.records.c.kind).where(tables.records.c.id == record_id)
    return session.scalar(query)


def _check_references(session: Session, record: Record) -> None:
    release = record.release if isinstance(record, Claim | Note) else None
    if release is not None and _find_kind(session, release) != "release":
        raise InputError(f"There is no release {release!r}: log it first.")
    claim = record.claim if isinstance(record, Override) else None
    if claim is not None and _find_kind(session, claim) != "claim":
        raise InputError(f"There is no claim {claim!r}: log it first.")


def _check_correction(session: Session, record: Record, old_id: str) -> None:
    kind = kind_of(record)
    if _find_kind(session, old_id) != kind:
        raise InputError(f"There is no {kind} {old_id!r} to correct.")
    old = get_record(session, old_id)
    _refuse_superseded(session, old)
    if old.is_withdrawn():
        raise ConflictError(f"This {kind} was taken back: put it back to correct it.")
    if record.recorded_at < old.recorded_at:
        raise InputError(
            f"This {kind} was recorded later than its correction: check the clock."
        )


def _refuse_superseded(session: Session, record: Record) -> None:
    if find_successor(session, record.id) is not None:
        raise ConflictError(
            f"This {kind_of(record)} was corrected meanwhile: open its latest version."
        )


def _add_event(session: Session, record: Record, event: Withdrawal) -> None:
    """Add an event as the last one, even when the clock was put back."""
    earliest = max([record.recorded_at, *(w.at + _TICK for w in record.withdrawals)])
    at = max(_after_last(session, event.at), earliest)
    insert_withdrawals(
        session, {record.id: [Withdrawal(at, event.is_reversal, event.by)]}
    )
    act = Act.PUT_BACK if event.is_reversal else Act.TAKEN_BACK
    add_activity(session, act, at, _subject(session, record))
    _bump(session)


def _after_last(session: Session, at: datetime) -> datetime:
    """Return a moment, or the first one after the last edition was published."""
    published = last_published_at(session)
    return at if published is None else max(at, published + _TICK)


def _subject(session: Session, record: Record) -> Subject:
    named = about_record(record, _referred_to(session, record))
    return Subject(kind_of(record), record.id, named)


def _referred_to(session: Session, record: Record) -> str:
    """Return what a record refers to: the model of its release, or its claim's text."""
    if isinstance(record, Note | Claim) and record.release is not None:
        release = get_record(session, record.release)
        return release.model if isinstance(release, Release) else ""
    if isinstance(record, Override):
        claim = get_record(session, record.claim)
        return claim.text if isinstance(claim, Claim) else ""
    return ""


def _bump(session: Session) -> None:
    counter = tables.evidence_version
    session.execute(update(counter).values(version=counter.c.version + 1))
