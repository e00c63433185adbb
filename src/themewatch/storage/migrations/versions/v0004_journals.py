"""Journals: months with a theme, their entries and reports, and drafts."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    _create_journals()
    _create_entries()
    _create_reports()
    _create_current()
    _create_drafts()


def _create_journals() -> None:
    op.create_table(
        "journals",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journals"),
    )
    op.create_index("ix_journals_person", "journals", ["person"])


def _create_entries() -> None:
    op.create_table(
        "journal_entries",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("journal", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True)),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_journal_entries"),
        _of_a_journal("journal_entries"),
    )
    op.create_index("ix_journal_entries_journal", "journal_entries", ["journal"])


def _create_reports() -> None:
    op.create_table(
        "journal_reports",
        sa.Column("journal", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("journal", "number", name="pk_journal_reports"),
        _of_a_journal("journal_reports"),
    )


def _create_current() -> None:
    op.create_table(
        "current_journals",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("journal", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", name="pk_current_journals"),
        _of_a_journal("current_journals"),
    )


def _create_drafts() -> None:
    op.create_table(
        "drafts",
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("person", "name", name="pk_drafts"),
    )


def _of_a_journal(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["journal"], ["journals.id"], name=f"fk_{table}_journal"
    )
