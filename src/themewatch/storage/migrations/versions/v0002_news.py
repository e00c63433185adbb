"""Sources of news, what they publish, stories, and what people decide on them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    _create_feeds()
    _create_fetches()
    _create_stories()
    _create_story_themes()
    _create_entries()
    _create_entry_revisions()
    _create_unmatched()
    _create_matches()
    _create_decisions()


def _create_feeds() -> None:
    op.create_table(
        "feeds",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("site", sa.Text()),
        _instant("added_at"),
        sa.Column("added_by", sa.Text()),
        _instant("due_at"),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("body_hash", sa.Text()),
        sa.Column("key_level", sa.Integer(), nullable=False),
        sa.Column("ttl", sa.Integer()),
        sa.Column("gap", sa.Integer()),
        sa.Column("looks", sa.Integer(), nullable=False),
        sa.Column("is_new", sa.Boolean(), nullable=False),
        _instant("fetched_at", nullable=True),
        _instant("answered_at", nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        _instant("failing_since", nullable=True),
        sa.Column("problem", sa.Text()),
        _instant("gone_at", nullable=True),
        sa.Column("moved_to", sa.Text()),
        sa.Column("moved_times", sa.Integer()),
        _instant("moved_since", nullable=True),
        sa.Column("former_address", sa.Text()),
        sa.Column("refused_move", sa.Text()),
        sa.Column("offers", sa.Text(), nullable=False),
        _instant("paused_at", nullable=True),
        sa.Column("paused_because", sa.Text()),
        _instant("removed_at", nullable=True),
        sa.Column("lease_token", sa.Text()),
        _instant("leased_until", nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feeds"),
        sa.UniqueConstraint("address", name="uq_feeds_address"),
    )
    _index("feeds", "due_at", ["due_at"])


def _create_fetches() -> None:
    op.create_table(
        "fetches",
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        _instant("at"),
        sa.Column("status", sa.Integer()),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("new", sa.Integer(), nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("problem", sa.Text()),
        sa.ForeignKeyConstraint(["feed"], ["feeds.id"], name="fk_fetches_feed"),
        sa.PrimaryKeyConstraint("feed", "place", name="pk_fetches"),
        sqlite_with_rowid=False,
    )


def _create_stories() -> None:
    op.create_table(
        "stories",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        _instant("dated_at"),
        _instant("waits_from"),
        sa.Column("is_release", sa.Boolean(), nullable=False),
        sa.Column("is_telling", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stories"),
        sqlite_with_rowid=False,
    )
    _index("stories", "waiting", ["state", "is_telling", "dated_at", "waits_from"])
    _index("stories", "dated", ["state", "dated_at"])


def _create_story_themes() -> None:
    op.create_table(
        "story_themes",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["story"], ["stories.id"], name="fk_story_themes_story"
        ),
        sa.PrimaryKeyConstraint("story", "theme", name="pk_story_themes"),
        sqlite_with_rowid=False,
    )
    _index("story_themes", "theme", ["theme", "story"])


def _create_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("feed", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("raw_id", sa.Text()),
        sa.Column("link", sa.Text()),
        sa.Column("canonical_link", sa.Text()),
        sa.Column("content_hash", sa.Text(), nullable=False),
        _instant("published_at", nullable=True),
        _instant("seen_at"),
        _instant("dated_at"),
        sa.Column("is_rereleased", sa.Boolean(), nullable=False),
        sa.Column("is_volatile", sa.Boolean(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["feed"], ["feeds.id"], name="fk_entries_feed"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_entries_story"),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
    )
    _index("entries", "feed_key", ["feed", "key"], unique=True)
    _index("entries", "feed_alias", ["feed", "alias"])
    _index("entries", "feed_dated_at", ["feed", "dated_at"])
    _index("entries", "canonical_link", ["canonical_link", "feed", "story"])
    _index("entries", "story", ["story"])


def _create_entry_revisions() -> None:
    op.create_table(
        "entry_revisions",
        sa.Column("entry", sa.Text(), nullable=False),
        _instant("at"),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["entry"], ["entries.id"], name="fk_entry_revisions_entry"
        ),
        sa.PrimaryKeyConstraint("entry", "at", name="pk_entry_revisions"),
    )


def _create_unmatched() -> None:
    op.create_table(
        "unmatched",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("was_title", sa.Text()),
        sa.Column("was_text", sa.Text()),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_unmatched_entry"),
        sa.PrimaryKeyConstraint("entry", name="pk_unmatched"),
        sqlite_with_rowid=False,
    )


def _create_matches() -> None:
    op.create_table(
        "matches",
        sa.Column("entry", sa.Text(), nullable=False),
        sa.Column("matcher", sa.Text(), nullable=False),
        sa.Column("themes", sa.Text(), nullable=False),
        sa.Column("signals", sa.Text(), nullable=False),
        sa.Column("is_release", sa.Boolean(), nullable=False),
        sa.Column("models", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text()),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("title_key", sa.Text()),
        sa.ForeignKeyConstraint(["entry"], ["entries.id"], name="fk_matches_entry"),
        sa.PrimaryKeyConstraint("entry", name="pk_matches"),
    )
    _index("matches", "title_key", ["title_key"])


def _create_decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        _instant("at"),
        sa.Column("by", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("release", sa.Text()),
        sa.Column("records", sa.Text(), nullable=False),
        sa.Column("into", sa.Text()),
        sa.Column("themes", sa.Text()),
        sa.Column("is_release", sa.Boolean()),
        sa.Column("was", sa.Text(), nullable=False),
        _instant("undone_at", nullable=True),
        sa.Column("undone_by", sa.Text()),
        _instant("forgotten_at", nullable=True),
        sa.Column("forgotten_by", sa.Text()),
        sa.ForeignKeyConstraint(["into"], ["stories.id"], name="fk_decisions_into"),
        sa.ForeignKeyConstraint(["story"], ["stories.id"], name="fk_decisions_story"),
        sa.PrimaryKeyConstraint("id", name="pk_decisions"),
    )
    _index("decisions", "at", ["at"])
    _index("decisions", "into", ["into"])
    _index("decisions", "story", ["story"])


def _instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _index(table: str, name: str, columns: list[str], *, unique: bool = False) -> None:
    op.create_index(f"ix_{table}_{name}", table, columns, unique=unique)
