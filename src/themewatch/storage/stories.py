"""Stories as they are looked for and decided on: a page of them, never row by row."""

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, select, update

from themewatch.domain.news import StoryState
from themewatch.domain.story import Seen, Story, StorySearch
from themewatch.errors import NotFoundError
from themewatch.storage.engine import Session
from themewatch.storage.news_tables import (
    entries,
    feeds,
    stories,
    story_themes,
)
from themewatch.storage.story_members import with_members

PAGE = 30
MOST_COUNTED = 999
"""Counting goes no further, so that it costs the same however much waits."""
UNDECIDED = (StoryState.WAITING, StoryState.STORED)


def list_stories(
    session: Session, search: StorySearch, now: datetime, page: int = 1
) -> list[Story]:
    """Return one page of the stories looked for, the newest first."""
    query = (
        select(stories)
        .where(*_wanted(search, now))
        .order_by(stories.c.dated_at.desc(), stories.c.id.desc())
        .limit(PAGE)
        .offset((page - 1) * PAGE)
    )
    return with_members(session, session.execute(query).all())


def count_stories(session: Session, search: StorySearch, now: datetime) -> int:
    """Return how many there are, or one more than MOST_COUNTED."""
    found = select(stories.c.id).where(*_wanted(search, now)).limit(MOST_COUNTED + 1)
    return session.scalar(select(func.count()).select_from(found.subquery())) or 0


def count_hidden(session: Session, source: str, now: datetime) -> int:
    """Return how many wait that have neither theme nor release."""
    found = (
        select(stories.c.id)
        .where(
            stories.c.state == StoryState.WAITING,
            stories.c.is_telling.is_(False),
            stories.c.waits_from <= now,
            *_narrowed(StorySearch(source=source)),
        )
        .limit(MOST_COUNTED + 1)
    )
    return session.scalar(select(func.count()).select_from(found.subquery())) or 0


def get_story(session: Session, story_id: str) -> Story:
    """Return a story; raises NotFoundError."""
    return get_stories(session, [story_id])[story_id]


def get_stories(session: Session, ids: Collection[str]) -> dict[str, Story]:
    """Return stories by their ids; raises NotFoundError for one that is not there."""
    rows = session.execute(select(stories).where(stories.c.id.in_(ids))).all()
    found = {story.id: story for story in with_members(session, rows)}
    if missing := set(ids) - found.keys():
        raise NotFoundError(f"There is no story {missing.pop()!r}: look at the inbox.")
    return found


def get_text(session: Session, entry_id: str) -> str:
    """Return all that an entry says; raises NotFoundError."""
    query = select(entries.c.text).where(entries.c.id == entry_id)
    text: str | None = session.scalar(query)
    if text is None:
        raise NotFoundError(f"There is no entry {entry_id!r}: look at the inbox.")
    return text


def list_titles(session: Session, ids: Collection[str]) -> dict[str, str]:
    """Return a title for each story: its newest entry's."""
    query = (
        select(entries.c.story, entries.c.title)
        .where(entries.c.story.in_(ids))
        .order_by(entries.c.seen_at, entries.c.id)
    )
    return dict.fromkeys(ids, "") | {r.story: r.title for r in session.execute(query)}


def list_sources(session: Session) -> dict[str, str]:
    """Return what each feed is called, by its id, in the order of their names."""
    query = select(feeds.c.id, feeds.c.title, feeds.c.address).where(
        feeds.c.removed_at.is_(None)
    )
    names = {row.id: row.title or row.address for row in session.execute(query)}
    return dict(sorted(names.items(), key=lambda named: named[1].casefold()))


def set_state(
    session: Session, seen: Seen, state: StoryState, waits_from: datetime | None = None
) -> bool:
    """Let a story stand elsewhere; says False if it is not as it was seen."""
    changes: dict[str, Any] = {"state": state, "version": seen.version + 1}
    if waits_from is not None:
        changes["waits_from"] = waits_from
    is_as_seen = (stories.c.id == seen.story) & (stories.c.version == seen.version)
    done = session.execute(update(stories).where(is_as_seen).values(**changes))
    return done.rowcount == 1


def _wanted(search: StorySearch, now: datetime) -> Iterator[ColumnElement[bool]]:
    if search.words:
        titled = select(entries.c.story).where(*_in_title(search.words))
        yield stories.c.state.in_(UNDECIDED)
        yield stories.c.id.in_(titled)
    else:
        yield stories.c.state == StoryState.WAITING
        yield stories.c.waits_from <= now
        if not search.everything:
            yield stories.c.is_telling
    yield from _narrowed(search)


def _narrowed(search: StorySearch) -> Iterator[ColumnElement[bool]]:
    if search.is_release:
        yield stories.c.is_release
    if search.theme:
        on_theme = story_themes.c.theme == search.theme
        yield stories.c.id.in_(select(story_themes.c.story).where(on_theme))
    if search.source:
        from_source = entries.c.feed == search.source
        yield stories.c.id.in_(select(entries.c.story).where(from_source))


def _in_title(words: str) -> Iterator[ColumnElement[bool]]:
    for word in words.split():
        yield entries.c.title.icontains(word, autoescape=True)
