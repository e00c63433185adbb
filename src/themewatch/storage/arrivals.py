"""What a look at a feed brought: new entries with their stories, edits, new names."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    Executable,
    Table,
    and_,
    bindparam,
    case,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.domain.identity import Change, Placed
from themewatch.domain.news import StoryState
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import entries, entry_revisions, stories, unmatched
from themewatch.storage.types import Instant


def add_entries(
    session: Session, feed_id: str, placed: Sequence[Placed], now: datetime
) -> None:
    """Add entries, and stories for those that join none; they await matching."""
    own = [p for p in placed if p.story is None]
    _run(session, _ADD_STORY, [_story_row(p, now) for p in own])
    _run(session, _JOIN_STORY, [_join_row(p) for p in placed if p.story is not None])
    _run(session, _ADD_ENTRY, [_entry_row(feed_id, p, now) for p in placed])
    _run(session, _AWAIT, [{"entry": p.id} for p in placed])


def change_entries(session: Session, changes: Sequence[Change], now: datetime) -> None:
    """Keep what changed; an edit leaves a revision behind and awaits matching."""
    edits = [c for c in changes if c.is_edit]
    renamed = [c for c in changes if not c.is_edit]
    edited = [{"of": c.id, "now": now} for c in edits]
    _run(session, _KEEP_REVISION, edited)
    _run(session, _AWAIT_AGAIN[session.dialect.name], edited)
    _run(session, _EDIT, [_name_row(c) | _words_row(c) for c in edits])
    _run(session, _RENAME, [_name_row(c) for c in renamed])


def _run(session: Session, statement: Executable, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.execute(statement, rows)


def _story_row(placed: Placed, now: datetime) -> dict[str, Any]:
    """Return a story of one entry, which bears the entry's id."""
    return {
        "id": placed.id,
        "state": StoryState.WAITING if placed.waits else StoryState.STORED,
        "dated_at": placed.dated_at,
        "waits_from": now,
        "is_release": False,
        "is_telling": False,
        "version": 1,
    }


def _join_row(placed: Placed) -> dict[str, Any]:
    return {"of": placed.story, "dated": placed.dated_at, "waits": placed.waits}


def _entry_row(feed_id: str, placed: Placed, now: datetime) -> dict[str, Any]:
    found, entry = placed.found, placed.found.entry
    return {
        "id": placed.id,
        "feed": feed_id,
        "key": found.key,
        "alias": found.alias,
        "raw_id": entry.raw_id,
        "link": entry.link,
        "canonical_link": found.canonical_link,
        "title": entry.title,
        "text": entry.text,
        "content_hash": found.content,
        "published_at": entry.appeared_at,
        "seen_at": now,
        "dated_at": placed.dated_at,
        "is_rereleased": False,
        "is_volatile": False,
        "story": placed.story or placed.id,
    }


def _name_row(change: Change) -> dict[str, Any]:
    found = change.to
    return {
        "of": change.id,
        "new_key": found.key,
        "new_alias": found.alias,
        "new_raw_id": found.entry.raw_id,
        "new_link": found.entry.link,
        "new_canonical_link": found.canonical_link,
        "new_is_volatile": change.is_volatile,
    }


def _words_row(change: Change) -> dict[str, Any]:
    return {
        "new_title": change.to.entry.title,
        "new_text": change.to.entry.text,
        "new_content_hash": change.to.content,
        "is_rereleased_now": change.is_rereleased,
    }


# Prepared once, for speed: what is new of a feed is written in these.
_ADD_STORY = insert(stories)
_ADD_ENTRY = insert(entries)
_AWAIT = insert(unmatched)
_IS_NEWER = stories.c.dated_at < bindparam("dated")
_IS_WOKEN = and_(
    stories.c.state == StoryState.STORED, bindparam("waits", type_=Boolean)
)
_JOIN_STORY = (
    update(stories)
    .where(stories.c.id == bindparam("of"), or_(_IS_NEWER, _IS_WOKEN))
    .values(
        dated_at=case((_IS_NEWER, bindparam("dated")), else_=stories.c.dated_at),
        state=case((_IS_WOKEN, StoryState.WAITING), else_=stories.c.state),
    )
)
_OF = entries.c.id == bindparam("of")
_KEEP_REVISION = insert(entry_revisions).from_select(
    ["entry", "at", "title", "text"],
    select(
        entries.c.id, bindparam("now", type_=Instant), entries.c.title, entries.c.text
    ).where(_OF),
)
_NAMES = ("key", "alias", "raw_id", "link", "canonical_link", "is_volatile")
_WORDS = ("title", "text", "content_hash")
_RENAME = (
    update(entries)
    .where(_OF)
    .values({name: bindparam(f"new_{name}") for name in _NAMES})
)
_EDIT = (
    update(entries)
    .where(_OF)
    .values(
        {name: bindparam(f"new_{name}") for name in (*_NAMES, *_WORDS)}
        | {
            "is_rereleased": or_(
                entries.c.is_rereleased, bindparam("is_rereleased_now", type_=Boolean)
            )
        }
    )
)


def _await_again(
    dialect_insert: Callable[[Table], sqlite.Insert]
    | Callable[[Table], postgresql.Insert],
) -> Executable:
    """Let an entry await matching with the words it was matched by last."""
    added = dialect_insert(unmatched).from_select(
        ["entry", "was_title", "was_text"],
        select(entries.c.id, entries.c.title, entries.c.text).where(_OF),
    )
    return added.on_conflict_do_update(
        index_elements=[unmatched.c.entry],
        set_={
            name: func.coalesce(unmatched.c[name], added.excluded[name])
            for name in ("was_title", "was_text")
        },
    )


_AWAIT_AGAIN = {
    "sqlite": _await_again(sqlite.insert),
    "postgresql": _await_again(postgresql.insert),
}
