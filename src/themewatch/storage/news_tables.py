"""The tables of news: sources, what they published, stories, what people decided.

A column bears the name of the domain field it keeps. Nothing here is evidence:
accepting a story makes evidence, in the tables of evidence.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
)

from themewatch.domain.news import Act, StoryState
from themewatch.storage.tables import metadata
from themewatch.storage.types import Choice, Duration, Instant, Words

feeds = Table(
    "feeds",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("site", Text),
    Column("added_at", Instant, nullable=False),
    Column("added_by", Text),
    Column("due_at", Instant, nullable=False),
    Column("etag", Text),
    Column("last_modified", Text),
    Column("body_hash", Text),
    Column("key_level", Integer, nullable=False),
    Column("ttl", Duration),
    Column("gap", Duration),
    Column("looks", Integer, nullable=False, default=0),
    Column("is_new", Boolean, nullable=False, default=True),
    Column("fetched_at", Instant),
    Column("answered_at", Instant),
    Column("failures", Integer, nullable=False),
    Column("failing_since", Instant),
    Column("problem", Text),
    Column("gone_at", Instant),
    Column("moved_to", Text),
    Column("moved_times", Integer),
    Column("moved_since", Instant),
    Column("former_address", Text),
    Column("refused_move", Text),
    Column("offers", Words, nullable=False),
    Column("paused_at", Instant),
    Column("paused_because", Text),
    Column("removed_at", Instant),
    Column("lease_token", Text),
    Column("leased_until", Instant),
    Column("version", Integer, nullable=False),
    Index("ix_feeds_due_at", "due_at"),
)
"""The row of a feed is also the job: whoever holds its lease may look at it."""

fetches = Table(
    "fetches",
    metadata,
    Column("feed", Text, ForeignKey("feeds.id"), primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("at", Instant, nullable=False),
    Column("status", Integer),
    Column("seconds", Double, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("new", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("problem", Text),
    sqlite_with_rowid=False,
)
"""A ring: a look takes the place of the one LOGGED looks before it."""

stories = Table(
    "stories",
    metadata,
    Column("id", Text, primary_key=True),
    Column("state", Choice(StoryState), nullable=False),
    Column("dated_at", Instant, nullable=False),
    Column("waits_from", Instant, nullable=False),
    Column("is_release", Boolean, nullable=False),
    Column("is_telling", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Index("ix_stories_waiting", "state", "is_telling", "dated_at", "waits_from"),
    Index("ix_stories_dated", "state", "dated_at"),
)
"""One row for the same story across feeds.

`is_telling`: it has a theme or a release, so the inbox opens on it. `dated_at` is
when its newest entry appeared, `waits_from` when it is to be shown (again).
"""

story_themes = Table(
    "story_themes",
    metadata,
    Column("story", Text, ForeignKey("stories.id"), primary_key=True),
    Column("theme", Text, primary_key=True),
    Index("ix_story_themes_theme", "theme", "story"),
    sqlite_with_rowid=False,
)

entries = Table(
    "entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("feed", Text, ForeignKey("feeds.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("alias", Text, nullable=False),
    Column("raw_id", Text),
    Column("link", Text),
    Column("canonical_link", Text),
    Column("content_hash", Text, nullable=False),
    Column("published_at", Instant),
    Column("seen_at", Instant, nullable=False),
    Column("dated_at", Instant, nullable=False),
    Column("is_rereleased", Boolean, nullable=False),
    Column("is_volatile", Boolean, nullable=False),
    Column("story", Text, ForeignKey("stories.id"), nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    Index("ix_entries_feed_key", "feed", "key", unique=True),
    Index("ix_entries_feed_alias", "feed", "alias"),
    Index("ix_entries_feed_dated_at", "feed", "dated_at"),
    Index("ix_entries_canonical_link", "canonical_link", "feed", "story"),
    Index("ix_entries_story", "story"),
)
"""`key` is what an entry is known by in its feed, `alias` what it is known by should
its id change: hashes both, since ids and links can be longer than an index takes.
The text stands last: SQLite walks through all of it to what comes after.
"""

entry_revisions = Table(
    "entry_revisions",
    metadata,
    Column("entry", Text, ForeignKey("entries.id"), primary_key=True),
    Column("at", Instant, primary_key=True),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
)
"""What an entry said until then."""

unmatched = Table(
    "unmatched",
    metadata,
    Column("entry", Text, ForeignKey("entries.id"), primary_key=True),
    Column("was_title", Text),
    Column("was_text", Text),
    sqlite_with_rowid=False,
)
"""Entries that await matching: a state, not an event.

`was_title` and `was_text` are what an entry that was edited said when it was matched
last; a new entry, and one that a newer matcher is to look at, has none.
"""

matches = Table(
    "matches",
    metadata,
    Column("entry", Text, ForeignKey("entries.id"), primary_key=True),
    Column("matcher", Text, nullable=False),
    Column("themes", Words, nullable=False),
    Column("signals", Words, nullable=False),
    Column("is_release", Boolean, nullable=False),
    Column("models", Words, nullable=False),
    Column("vendor", Text),
    Column("why", Text, nullable=False),
    Column("title_key", Text),
    Index("ix_matches_title_key", "title_key"),
)
"""`title_key` is None unless a model is named: nothing is put together without one."""

decisions = Table(
    "decisions",
    metadata,
    Column("id", Text, primary_key=True),
    Column("story", Text, ForeignKey("stories.id"), nullable=False),
    Column("act", Choice(Act), nullable=False),
    Column("at", Instant, nullable=False),
    Column("by", Text),
    Column("reason", Text, nullable=False),
    Column("release", Text),
    Column("records", Words, nullable=False),
    Column("into", Text, ForeignKey("stories.id")),
    Column("themes", Words),
    Column("is_release", Boolean),
    Column("was", Choice(StoryState), nullable=False),
    Column("undone_at", Instant),
    Column("undone_by", Text),
    Column("forgotten_at", Instant),
    Column("forgotten_by", Text),
    Index("ix_decisions_story", "story"),
    Index("ix_decisions_at", "at"),
    Index("ix_decisions_into", "into"),
)
