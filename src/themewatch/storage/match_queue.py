"""Entries that await matching, and what was made of them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.domain.news import Match, NewsText, StoryState
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import entries, feeds, matches, stories, unmatched
from themewatch.storage.reasons import reasons_to_text

_NEWS_LOCK = 0x6E657773  # any number nobody else locks; "news" in ASCII
_e = entries.c


@dataclass(frozen=True, slots=True)
class Awaiting:
    """An entry to be matched; `was` is what an edited one said when it was last."""

    entry: str
    story: str
    state: StoryState
    dated_at: datetime
    news: NewsText
    was: NewsText | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """An entry and what it speaks of; `title_key` only if it names a model."""

    entry: str
    match: Match
    title_key: str | None = None


def lock_news(session: Session) -> None:
    """Let nobody else put stories together until this session ends.

    On SQLite a writing session is alone from its beginning.
    """
    if session.dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(_NEWS_LOCK)))


def list_awaiting(
    session: Session, most: int, among: Collection[str] | None = None
) -> list[Awaiting]:
    """Return entries to match, the newest first; all of them, or some by their ids."""
    query = _AWAITING if among is None else _AWAITING.where(_e.id.in_(among))
    return [_awaiting(row) for row in session.execute(query.limit(most))]


def keep_matches(session: Session, matched: Sequence[Matched], version: str) -> None:
    """Keep what entries speak of; they await nothing more."""
    ids = [m.entry for m in matched]
    session.execute(delete(matches).where(matches.c.entry.in_(ids)))
    session.execute(insert(matches), [_match_row(m, version) for m in matched])
    session.execute(delete(unmatched).where(unmatched.c.entry.in_(ids)))


def requeue_all(session: Session) -> None:
    """Let every entry await matching again."""
    dialect = sqlite if session.dialect.name == "sqlite" else postgresql
    every = select(_e.id).where(_e.id.is_not(None))  # SQLite needs a WHERE before ON
    added = dialect.insert(unmatched).from_select(["entry"], every)
    session.execute(added.on_conflict_do_nothing())


def count_awaiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(unmatched)) or 0


_AWAITING = (
    select(
        _e.id,
        _e.story,
        stories.c.state,
        _e.dated_at,
        _e.title,
        _e.text,
        feeds.c.title.label("source"),
        unmatched.c.was_title,
        unmatched.c.was_text,
    )
    .join_from(unmatched, entries, unmatched.c.entry == _e.id)
    .join(feeds, feeds.c.id == _e.feed)
    .join(stories, stories.c.id == _e.story)
    .order_by(unmatched.c.entry.desc())
)


def _awaiting(row: Any) -> Awaiting:
    was = None
    if row.was_title is not None:
        was = NewsText(title=row.was_title, text=row.was_text, source=row.source)
    return Awaiting(
        entry=row.id,
        story=row.story,
        state=row.state,
        dated_at=row.dated_at,
        news=NewsText(title=row.title, text=row.text, source=row.source),
        was=was,
    )


def _match_row(matched: Matched, version: str) -> dict[str, Any]:
    return {
        **asdict(matched.match),
        "why": reasons_to_text(matched.match.why),
        "entry": matched.entry,
        "matcher": version,
        "title_key": matched.title_key,
    }
