"""Marks on notes; outcomes overruled, things to watch, and forecasts of people."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column(
        "notes",
        sa.Column("marks", sa.Text(), nullable=False, server_default="[]"),
    )
    _create_overrides()
    _create_checkpoints()
    _create_forecasts()


def _create_overrides() -> None:
    op.create_table(
        "overrides",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_overrides"),
        _refers("overrides", "id", "records"),
        _refers("overrides", "claim", "claims"),
    )


def _create_checkpoints() -> None:
    op.create_table(
        "checkpoints",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text()),
        sa.Column("due_on", sa.Date()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("settled_on", sa.Date()),
        sa.Column("result", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_checkpoints"),
        _refers("checkpoints", "id", "records"),
    )


def _create_forecasts() -> None:
    op.create_table(
        "forecasts",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("by", sa.Date(), nullable=False),
        sa.Column("chance", sa.Double(), nullable=False),
        sa.Column("estimated", sa.Double(), nullable=False),
        sa.Column("unchanged", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_forecasts"),
        _refers("forecasts", "id", "records"),
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=f"fk_{table}_{column}",
        deferrable=True,
        initially="DEFERRED",
    )
