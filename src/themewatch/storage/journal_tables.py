"""The tables of journals: months, what is written into them, closed reports, drafts.

What is looked for has a column; everything else of a value is in its `body`, as JSON.
"""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, Table, Text

from themewatch.domain.journal_entry import EntryKind
from themewatch.storage.tables import metadata
from themewatch.storage.types import Choice, Instant

journals = Table(
    "journals",
    metadata,
    Column("id", Text, primary_key=True),
    Column("person", Text, nullable=False),
    Column("theme", Text, nullable=False),
    Column("started_on", Date, nullable=False),
    Column("closed_at", Instant),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_journals_person", "person"),
)

journal_entries = Table(
    "journal_entries",
    metadata,
    Column("id", Text, primary_key=True),
    Column("journal", Text, ForeignKey("journals.id"), nullable=False),
    Column("on", Date, nullable=False),
    Column("kind", Choice(EntryKind), nullable=False),
    Column("removed_at", Instant),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_journal_entries_journal", "journal"),
)

journal_reports = Table(
    "journal_reports",
    metadata,
    Column("journal", Text, ForeignKey("journals.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("closed_at", Instant, nullable=False),
    Column("body", Text, nullable=False),
)
"""Rows are added and never changed."""

current_journals = Table(
    "current_journals",
    metadata,
    Column("person", Text, primary_key=True),
    Column("journal", Text, ForeignKey("journals.id"), nullable=False),
)
"""Which of their open journals a person's strip speaks of."""

drafts = Table(
    "drafts",
    metadata,
    Column("person", Text, primary_key=True),
    Column("name", Text, primary_key=True),
    Column("saved_at", Instant, nullable=False),
    Column("version", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
"""What somebody typed and has not saved: by the name of the form it was typed into."""
