"""Read all evidence that stands, as it is known now or was known on a past day."""

from datetime import UTC, date, datetime, time, timedelta

from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.storage import evidence as records
from themewatch.storage.engine import Session


def get_evidence(session: Session, *, known_on: date | None = None) -> Evidence:
    """Return what stands: by all we know, or by what was known at a day's end.

    Days end at midnight UTC.
    """
    return standing_evidence(
        records.list_releases(session),
        records.list_claims(session),
        records.list_notes(session),
        records.list_views(session),
        None if known_on is None else end_of_day(known_on),
    )


def get_releases(session: Session) -> Evidence:
    """Return the releases that stand by all we know, and nothing else."""
    return standing_evidence(records.list_releases(session), (), (), ())


def get_evidence_version(session: Session) -> int:
    """Return the number of changes so far: what was worked out before one is old."""
    return records.evidence_version(session)


def end_of_day(day: date) -> datetime:
    """Return the last instant of a day, UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), UTC)
    return midnight - timedelta(microseconds=1)
