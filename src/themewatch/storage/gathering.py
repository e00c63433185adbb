"""Stories that turn out to be one, and what each shows of its entries."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    bindparam,
    delete,
    insert,
    or_,
    select,
    update,
)

from themewatch.domain.identity import Namesake
from themewatch.domain.news import StoryState
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import (
    decisions,
    entries,
    matches,
    stories,
    story_themes,
)


def list_namesakes(session: Session, title_keys: Collection[str]) -> list[Namesake]:
    """Return the entries of these headlines that name models, the oldest first."""
    query = (
        select(
            entries.c.story,
            matches.c.title_key,
            entries.c.dated_at,
            matches.c.models,
        )
        .join_from(matches, entries, matches.c.entry == entries.c.id)
        .where(matches.c.title_key.in_(title_keys))
        .order_by(entries.c.dated_at, entries.c.id)
    )
    return [Namesake(*row) for row in session.execute(query)]


def list_decided(session: Session, ids: Collection[str]) -> set[str]:
    """Return those stories that somebody ever decided anything on."""
    story, into = decisions.c.story, decisions.c.into
    query = select(story, into).where(or_(story.in_(ids), into.in_(ids)))
    return {found for row in session.execute(query) for found in row} & set(ids)


def join_stories(session: Session, into: Mapping[str, str]) -> None:
    """Move the entries of stories into others, and let the stories go.

    `into` says where each one's entries belong; nobody decided on any that goes.
    """
    for gone, kept in into.items():
        if _stands(session, gone, StoryState.WAITING):
            woken = (stories.c.id == kept) & (stories.c.state == StoryState.STORED)
            session.execute(
                update(stories).where(woken).values(state=StoryState.WAITING)
            )
        moved = update(entries).where(entries.c.story == gone)
        session.execute(moved.values(story=kept))
        session.execute(delete(story_themes).where(story_themes.c.story == gone))
        session.execute(delete(stories).where(stories.c.id == gone))


def bring_back(session: Session, ids: Collection[str], now: datetime) -> None:
    """Let stories wait again, whatever was decided on them."""
    again = {"state": StoryState.WAITING, "waits_from": now}
    changed = update(stories).where(stories.c.id.in_(ids))
    session.execute(changed.values(**again, version=stories.c.version + 1))


def refresh_stories(session: Session, ids: Collection[str]) -> None:
    """Let stories show what their entries speak of together."""
    query = (
        select(
            entries.c.story,
            entries.c.dated_at,
            matches.c.themes,
            matches.c.is_release,
        )
        .outerjoin_from(entries, matches, matches.c.entry == entries.c.id)
        .where(entries.c.story.in_(ids))
        .order_by(entries.c.story)
    )
    rows = session.execute(query).all()
    told = [_told(story, list(its)) for story, its in groupby(rows, itemgetter(0))]
    session.execute(delete(story_themes).where(story_themes.c.story.in_(ids)))
    pairs = [
        {"story": row["of"], "theme": t} for row in told for t in row.pop("themes")
    ]
    if pairs:
        session.execute(insert(story_themes), pairs)
    if told:
        session.execute(_TELL, told)


def _stands(session: Session, story: str, state: StoryState) -> bool:
    query = select(stories.c.id).where(stories.c.id == story, stories.c.state == state)
    return session.scalar(query) is not None


def _told(story: str, rows: Sequence[Any]) -> dict[str, Any]:
    themes = {theme for row in rows for theme in row.themes or ()}
    is_release = any(row.is_release for row in rows)
    return {
        "of": story,
        "themes": sorted(themes),
        "dated": max(row.dated_at for row in rows),
        "release": is_release,
        "telling": bool(themes) or is_release,
    }


_TELL = (
    update(stories)
    .where(stories.c.id == bindparam("of"))
    .values(
        dated_at=bindparam("dated"),
        is_release=bindparam("release"),
        is_telling=bindparam("telling"),
    )
)
