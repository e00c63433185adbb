"""Teams: people, what was done, reviews, editions, settings."""

from datetime import datetime

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_NEVER_CHANGED = ("activity", "ballots", "editions")
"""Tables whose rows are added, and by the database itself never changed or removed."""
_REFUSED = "themewatch_refuse_change"


def upgrade() -> None:
    _create_people()
    _create_activity()
    _create_reviews()
    _create_votes()
    _create_decisions()
    _create_editions()
    op.create_table(
        "settings",
        _text("name"),
        _text("value"),
        _number("version"),
        sa.PrimaryKeyConstraint("name", name="pk_settings"),
    )
    if op.get_context().dialect.name == "sqlite":
        _refuse_changes_on_sqlite()
    else:
        _refuse_changes_on_postgresql()


def _create_people() -> None:
    op.create_table(
        "people",
        *(_text("id"), _text("name"), _text("email"), _instant("created_at")),
        sa.Column("role", sa.Text()),
        sa.Column("is_role_claimed", sa.Boolean(), nullable=False),
        sa.Column("issuer", sa.Text()),
        sa.Column("subject", sa.Text()),
        sa.Column("seen_at", sa.DateTime(timezone=True)),
        sa.Column("signed_out_at", sa.DateTime(timezone=True)),
        sa.Column("feed_key", sa.Text()),
        _number("version"),
        sa.PrimaryKeyConstraint("id", name="pk_people"),
        sa.UniqueConstraint("name", name="uq_people_name"),
        sa.UniqueConstraint("feed_key", name="uq_people_feed_key"),
        sa.UniqueConstraint("issuer", "subject", name="uq_people_issuer"),
    )
    op.create_table(
        "ended_sign_ins",
        *(_text("person"), _instant("signed_in_at"), _instant("ended_at")),
        sa.PrimaryKeyConstraint("person", "signed_in_at", name="pk_ended_sign_ins"),
        sa.ForeignKeyConstraint(
            ["person"], ["people.id"], name="fk_ended_sign_ins_person"
        ),
    )


def _create_activity() -> None:
    op.create_table(
        "activity",
        *(_text("id"), _instant("at"), _text("person"), _text("act")),
        *(_text("kind"), _text("subject"), _text("about")),
        sa.PrimaryKeyConstraint("id", name="pk_activity"),
    )
    op.create_index("ix_activity_at", "activity", ["at"])
    op.create_index("ix_activity_subject", "activity", ["subject"])


def _create_reviews() -> None:
    op.create_table(
        "reviews",
        _text("id"),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        *(_instant("opened_at"), _instant("until")),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
        *(_number("version"), _text("body")),
        sa.PrimaryKeyConstraint("id", name="pk_reviews"),
    )
    op.create_table(
        "review_rounds",
        *(_text("review"), _text("theme"), _number("number")),
        *(_instant("opened_at"), _text("opened_by"), _instant("until")),
        sa.PrimaryKeyConstraint("review", "theme", "number", name="pk_review_rounds"),
        _of_a_review("review_rounds"),
    )


def _create_votes() -> None:
    op.create_table(
        "ballots",
        *(_text("review"), _text("theme"), _number("number"), _text("person")),
        sa.Column("position", sa.Double(), nullable=False),
        *(_text("confidence"), _text("reason"), _instant("cast_at")),
        sa.PrimaryKeyConstraint(
            "review", "theme", "number", "person", name="pk_ballots"
        ),
        _of_a_review("ballots"),
    )


def _create_decisions() -> None:
    op.create_table(
        "review_decisions",
        *(_text("review"), _text("theme"), _number("version")),
        *(_instant("decided_at"), _text("decided_by"), _text("body")),
        sa.PrimaryKeyConstraint(
            "review", "theme", "version", name="pk_review_decisions"
        ),
        _of_a_review("review_decisions"),
    )


def _create_editions() -> None:
    op.create_table(
        "editions",
        *(_number("number"), _text("title")),
        sa.Column("as_of", sa.Date(), nullable=False),
        *(_instant("published_at"), _text("published_by")),
        sa.Column("review", sa.Text()),
        sa.Column("evidence_version", sa.BigInteger(), nullable=False),
        *(_text("body"), _text("ground")),
        sa.PrimaryKeyConstraint("number", name="pk_editions"),
        _of_a_review("editions"),
    )


def _refuse_changes_on_sqlite() -> None:
    for table in _NEVER_CHANGED:
        for change in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_never_{change} BEFORE {change} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is never changed'); END"
            )


def _refuse_changes_on_postgresql() -> None:
    """Refuse as what one is not privileged to do: a bug, and no conflict."""
    op.execute(
        f"CREATE FUNCTION {_REFUSED}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "RAISE EXCEPTION USING ERRCODE = 'insufficient_privilege', "
        "MESSAGE = TG_TABLE_NAME || ' is never changed'; END $$"
    )
    for table in _NEVER_CHANGED:
        op.execute(
            f"CREATE TRIGGER {table}_never_changed "
            f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION {_REFUSED}()"
        )


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=False)


def _instant(name: str) -> sa.Column[datetime]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _of_a_review(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["review"], ["reviews.id"], name=f"fk_{table}_review"
    )
