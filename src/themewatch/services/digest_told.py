"""Remember which days a digest has told, so that the next one goes on from there."""

from datetime import date, timedelta

from themewatch.domain.person import Role
from themewatch.services.rights import needs
from themewatch.storage.engine import Session
from themewatch.storage.house import DIGEST_TOLD_UNTIL, find_fact, keep_fact

WEEK = timedelta(days=7)
DAY = timedelta(days=1)


@needs(Role.VIEWER)
def days_to_tell(session: Session, *, today: date) -> tuple[date, date]:
    """Return `since` and `until` of the digest that goes on from the last one.

    It ends with yesterday: of today more may come, and would never be told. Before
    the first one it tells a week.
    """
    until = today - DAY
    told = find_fact(session, DIGEST_TOLD_UNTIL)
    return (date.fromisoformat(told) if told else until - WEEK), until


@needs(Role.ADMIN)
def keep_told(session: Session, until: date) -> None:
    """Remember that everything until a day was told; it never goes back."""
    told = find_fact(session, DIGEST_TOLD_UNTIL)
    if told is None or told < until.isoformat():
        keep_fact(session, DIGEST_TOLD_UNTIL, until.isoformat())
