"""Evidence, what happens to it, and a few facts of the house."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_records()
    _create_releases()
    _create_claims()
    _create_notes()
    _create_views()
    _create_files()
    _create_withdrawals()
    _create_house()


def _create_records() -> None:
    op.create_table(
        "records",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        _instant("recorded_at"),
        sa.Column("supersedes", sa.Text()),
        sa.Column("link", sa.Text()),
        sa.Column("source", sa.Text()),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
        sa.UniqueConstraint("supersedes", name="uq_records_supersedes"),
        _refers("records", "supersedes", "records"),
    )


def _create_releases() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("vendor", sa.Text(), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text()),
        sa.Column("modalities_in", sa.Text(), nullable=False),
        sa.Column("modalities_out", sa.Text(), nullable=False),
        sa.Column("url", sa.Text()),
        sa.Column("price_usd", sa.Double()),
        sa.Column("price_unit", sa.Text()),
        sa.Column("price_as_of", sa.Date()),
        *_is_a_record("releases"),
    )


def _create_claims() -> None:
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("release", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("signal", sa.Text()),
        sa.Column("claimed_stage", sa.Text()),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Text()),
        *_is_a_record("claims"),
        _refers("claims", "release", "releases"),
    )


def _create_notes() -> None:
    op.create_table(
        "notes",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("tested_on", sa.Date(), nullable=False),
        sa.Column("signal", sa.Text()),
        sa.Column("tool", sa.Text()),
        sa.Column("release", sa.Text()),
        sa.Column("tries", sa.Integer()),
        sa.Column("acceptable", sa.Integer()),
        sa.Column("verdict", sa.Text()),
        sa.Column("rigor", sa.Text(), nullable=False),
        sa.Column("observed", sa.Text(), nullable=False),
        sa.Column("improvement", sa.Text(), nullable=False),
        sa.Column("limits", sa.Text(), nullable=False),
        sa.Column("price_usd", sa.Double()),
        sa.Column("seconds", sa.Double()),
        *_is_a_record("notes"),
        _refers("notes", "release", "releases"),
    )


def _create_views() -> None:
    op.create_table(
        "views",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("theme", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("position", sa.Double(), nullable=False),
        sa.Column("confidence", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_is_a_record("views"),
    )


def _create_files() -> None:
    op.create_table(
        "files",
        sa.Column("record_id", sa.Text(), nullable=False),
        sa.Column("place", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", "place", name="pk_files"),
        _refers("files", "record_id", "records"),
    )


def _create_withdrawals() -> None:
    op.create_table(
        "withdrawals",
        sa.Column("record_id", sa.Text(), nullable=False),
        _instant("at"),
        sa.Column("is_reversal", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Text()),
        sa.PrimaryKeyConstraint("record_id", "at", name="pk_withdrawals"),
        _refers("withdrawals", "record_id", "records"),
    )


def _create_house() -> None:
    counter = op.create_table(
        "evidence_version",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("only", name="pk_evidence_version"),
    )
    op.bulk_insert(counter, [{"only": 1, "version": 0}])
    op.create_table(
        "house",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_house"),
    )


def _instant(name: str) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _is_a_record(table: str) -> tuple[sa.PrimaryKeyConstraint, sa.Constraint]:
    return (
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _refers(table, "id", "records"),
    )


def _refers(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column],
        [f"{to}.id"],
        name=f"fk_{table}_{column}",
        deferrable=True,
        initially="DEFERRED",
    )
