"""When to look at a feed next, and when to stop looking; decided on values."""

from datetime import datetime, timedelta
from random import Random

from themewatch.domain.feed import Move

SOONEST = timedelta(minutes=30)
LATEST = timedelta(hours=24)
LONGEST = timedelta(days=7)
"""However often it failed, or however long it asks for, it is asked again."""
_SPREAD = 0.1
_BUSY = (429, 503)
_BUSY_WAIT = timedelta(hours=4)
_GONE = 410
_GONE_FOR = timedelta(days=1)
_MOVED_FOR = timedelta(days=7)
_MOVED_TIMES = 5
_MOST_DOUBLINGS = 16  # beyond them 2ⁿ half hours are longer than LONGEST anyway


def next_due(
    now: datetime,
    *,
    gap: timedelta | None,
    not_before: datetime | None = None,
    ttl: timedelta | None = None,
    chance: Random,
) -> datetime:
    """Return when to look again at a feed that answered.

    After half the usual gap between its entries, a little earlier or later by chance
    so that feeds do not come due together, and never before the server or the feed
    (`ttl`) wants it.

    Args:
        now: When it answered.
        gap: How far apart its entries usually are, None if that is not known.
        not_before: What the server asked for.
        ttl: What the feed asks for.
        chance: Where the spread comes from.
    """
    wished = [_usual_wait(gap) * (1 + chance.uniform(-_SPREAD, _SPREAD))]
    if not_before is not None:
        wished.append(not_before - now)
    if ttl is not None:
        wished.append(ttl)
    return now + min(max(wished), LONGEST)


def next_try(
    now: datetime,
    *,
    failures: int,
    status: int | None = None,
    retry_after: datetime | None = None,
    not_before: datetime | None = None,
) -> datetime:
    """Return when to look again at a feed that failed; it is never given up.

    Args:
        now: When it failed.
        failures: How often it had failed in a row before.
        status: The HTTP status, None where nothing answered.
        retry_after: When the server says to come back.
        not_before: The latest of what its headers ask for.

    >>> next_try(datetime(2026, 10, 1, 9), failures=2)
    datetime.datetime(2026, 10, 1, 11, 0)
    """
    wished = [SOONEST * (1 << min(failures, _MOST_DOUBLINGS))]
    if status in _BUSY and retry_after is None:
        wished.append(_BUSY_WAIT)
    wished += [at - now for at in (retry_after, not_before) if at is not None]
    return now + min(max(wished), LONGEST)


def gone_since(
    status: int | None, gone_at: datetime | None, now: datetime
) -> datetime | None:
    """Return since when the server says that a feed is gone, None if it does not."""
    if status != _GONE:
        return None
    return now if gone_at is None else gone_at


def is_gone_for_good(gone_at: datetime | None, now: datetime) -> bool:
    """Say whether it was said to be gone now and at least a day ago.

    `gone_at` is what `gone_since` returned for the present answer.

    >>> is_gone_for_good(datetime(2026, 10, 1), datetime(2026, 10, 2))
    True
    """
    return gone_at is not None and now - gone_at >= _GONE_FOR


def moved(move: Move | None, to: str | None, now: datetime) -> Move | None:
    """Return the move as it stands after an answer that came from `to`.

    An answer from the feed's own address, or from another one, starts anew.
    """
    if to is None:
        return None
    if move is None or move.to != to:
        return Move(to=to, times=1, since=now)
    return Move(to=to, times=move.times + 1, since=move.since)


def is_settled(move: Move | None, now: datetime) -> bool:
    """Say whether a move held five times over a week, so that it may be adopted.

    >>> week_ago = Move(to="https://b", times=5, since=datetime(2026, 10, 1))
    >>> is_settled(week_ago, datetime(2026, 10, 8))
    True
    """
    return (
        move is not None
        and move.times >= _MOVED_TIMES
        and now - move.since >= _MOVED_FOR
    )


def _usual_wait(gap: timedelta | None) -> timedelta:
    return LATEST if gap is None else min(max(gap / 2, SOONEST), LATEST)
