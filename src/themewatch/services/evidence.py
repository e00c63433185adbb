"""Read all evidence that stands, as it is known now or was known on a past day."""

from datetime import UTC, date, datetime, time, timedelta

from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.domain.person import Role
from themewatch.domain.release import Release
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.evidence import evidence_version, list_everything, list_records


@needs(Role.VIEWER)
def get_evidence(session: Session, *, known_on: date | None = None) -> Evidence:
    """Return what stands: by all we know, or by what was known at a day's end.

    Days end at midnight UTC.
    """
    instant = None if known_on is None else end_of_day(known_on)
    return standing_evidence(list_everything(session), instant)


@needs(Role.VIEWER)
def get_releases(session: Session) -> Evidence:
    """Return the releases that stand by all we know, and nothing else."""
    return standing_evidence(list_records(session, Release))


@needs(Role.VIEWER)
def get_evidence_version(session: Session) -> int:
    """Return the number of changes so far: what was worked out before one is old."""
    return evidence_version(session)


def end_of_day(day: date) -> datetime:
    """Return the last instant of a day, UTC."""
    midnight = datetime.combine(day + timedelta(days=1), time(), UTC)
    return midnight - timedelta(microseconds=1)
