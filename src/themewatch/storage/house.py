"""Single facts about this installation: what was chosen or seen once and for all."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from themewatch.storage.engine import Session
from themewatch.storage.tables import house

SHIPPED_RELEASES = "shipped-releases"
"""Whether the shipped releases belong to this database: KEPT or LEFT_OUT."""
KEPT = "kept"
LEFT_OUT = "left-out"

DIGEST_TOLD_UNTIL = "digest-told-until"
"""The last day that a digest told, where each goes on from the one before."""
INGEST_RAN_AT = "ingest-ran-at"
"""When news were last looked for, as an ISO 8601 time."""
BACKED_UP_AT = "backed-up-at"
"""When a backup was made last, as an ISO 8601 time."""
MATCHER = "matcher"
"""The version of the matcher that all entries were, or await being, matched by."""


def find_fact(session: Session, name: str) -> str | None:
    return session.scalar(select(house.c.value).where(house.c.name == name))


def keep_fact(session: Session, name: str, value: str) -> None:
    """Keep a fact; what was kept under that name before is replaced."""
    on_sqlite = session.dialect.name == "sqlite"
    insert = (sqlite if on_sqlite else postgresql).insert(house)
    session.execute(
        insert.values(name=name, value=value).on_conflict_do_update(
            index_elements=[house.c.name], set_={"value": value}
        )
    )
