"""The tables of a team: people, what was done, reviews, editions, settings.

What is looked for has a column; everything else of a value is in its `body`, as JSON.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    Double,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from themewatch.domain.activity import Act
from themewatch.domain.person import Role
from themewatch.domain.view import Confidence
from themewatch.storage.tables import metadata
from themewatch.storage.types import Choice, Instant

people = Table(
    "people",
    metadata,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("email", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("role", Choice(Role)),
    Column("is_role_claimed", Boolean, nullable=False),
    Column("issuer", Text),
    Column("subject", Text),
    Column("seen_at", Instant),
    Column("signed_out_at", Instant),
    Column("feed_key", Text, unique=True),
    Column("version", Integer, nullable=False),
    UniqueConstraint("issuer", "subject"),
)

ended_sign_ins = Table(
    "ended_sign_ins",
    metadata,
    Column("person", Text, ForeignKey("people.id"), primary_key=True),
    Column("signed_in_at", Instant, primary_key=True),
    Column("ended_at", Instant, nullable=False),
)
"""Sign-ins that were ended one by one: their cookie may still be about."""

activity = Table(
    "activity",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("person", Text, nullable=False),
    Column("act", Choice(Act), nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("about", Text, nullable=False),
    Index("ix_activity_at", "at"),
    Index("ix_activity_subject", "subject"),
)
"""Rows are added and never changed."""

reviews = Table(
    "reviews",
    metadata,
    Column("id", Text, primary_key=True),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("opened_at", Instant, nullable=False),
    Column("until", Instant, nullable=False),
    Column("closed_at", Instant),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
)

review_rounds = Table(
    "review_rounds",
    metadata,
    Column("review", Text, ForeignKey("reviews.id"), primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("opened_at", Instant, nullable=False),
    Column("opened_by", Text, nullable=False),
    Column("until", Instant, nullable=False),
)
"""Second rounds; the first of every theme opens with its review."""

ballots = Table(
    "ballots",
    metadata,
    Column("review", Text, ForeignKey("reviews.id"), primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("person", Text, primary_key=True),
    Column("position", Double, nullable=False),
    Column("confidence", Choice(Confidence), nullable=False),
    Column("reason", Text, nullable=False),
    Column("cast_at", Instant, nullable=False),
)
"""Rows are added and never changed: a vote that was cast stands for its round."""

review_decisions = Table(
    "review_decisions",
    metadata,
    Column("review", Text, ForeignKey("reviews.id"), primary_key=True),
    Column("theme", Text, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("decided_at", Instant, nullable=False),
    Column("decided_by", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""The highest version stands, those before it are kept."""

editions = Table(
    "editions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("title", Text, nullable=False),
    Column("as_of", Date, nullable=False),
    Column("published_at", Instant, nullable=False),
    Column("published_by", Text, nullable=False),
    Column("review", Text, ForeignKey("reviews.id")),
    Column("evidence_version", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("ground", Text, nullable=False),
)
"""Rows are added and never changed; `ground` is the evidence each rests on."""

settings = Table(
    "settings",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
    Column("version", Integer, nullable=False),
)
