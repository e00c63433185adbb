"""A place that everything of an archive comes into: empty before, complete after."""

from collections.abc import Collection

from sqlalchemy import MetaData, delete, inspect, select, text

from themewatch.errors import ConflictError, InputError
from themewatch.storage.archive_rows import count_rows, insert_rows, tables_of
from themewatch.storage.engine import Session
from themewatch.storage.form import VERSION_TABLE, form_of
from themewatch.storage.migrate import bring_to
from themewatch.storage.opened_archives import OpenedArchive, rows_of
from themewatch.storage.tables import records

_OF_ANY_PLACE = {"house", "evidence_version"}
_SHIPPED = {"records", "releases", "claims"}


def refuse_used(session: Session, shipped: Collection[str]) -> None:
    """Raise ConflictError where the database holds more than what is shipped.

    Args:
        session: Reads.
        shipped: The ids of the records that are shipped.
    """
    if form_of(session) is None:
        return
    for table in tables_of(session):
        if table.name in _OF_ANY_PLACE:
            continue
        is_used = (
            not set(session.scalars(select(records.c.id))) <= set(shipped)
            if table.name in _SHIPPED
            else count_rows(session, table) > 0
        )
        if is_used:
            raise ConflictError(
                f"There is something in this database already ({table.name}), and "
                "restoring would mix it up: name an empty one with --database and an "
                "empty folder with THEMEWATCH_HOME, or add to this one with "
                "`themewatch import`."
            )


def fill(session: Session, archive: OpenedArchive) -> None:
    """Make a locked database what the archive holds, in the newest form.

    The rows are put into tables of the form they had, which are then migrated.

    Raises:
        InputError: The archive's rows do not fit its form.
    """
    _clear(session)
    bring_to(session, archive.manifest.form)
    _insert(session, archive)
    if session.dialect.name == "postgresql":  # or the tables cannot be changed
        session.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    bring_to(session)


def _insert(session: Session, archive: OpenedArchive) -> None:
    tables = {table.name: table for table in tables_of(session)}
    named = {member.name: member for member in archive.manifest.tables}
    if tables.keys() != named.keys():
        differing = ", ".join(sorted(tables.keys() ^ named.keys()))
        raise InputError(f"The archive's tables do not fit its form: {differing}.")
    for name, table in tables.items():
        if count_rows(session, table):  # a migration's own, such as the counter
            session.execute(delete(table))
        insert_rows(session, table, rows_of(archive, named[name]))
        if count_rows(session, table) != named[name].rows:
            raise InputError(f"The archive holds other rows of {name} than it says.")


def _clear(session: Session) -> None:
    """Remove our tables from a place that nobody has used."""
    found = MetaData()
    ours = {table.name for table in tables_of(session)} | {VERSION_TABLE}
    found.reflect(session, only=lambda name, _: name in ours)
    found.drop_all(session)
    if session.dialect.name == "postgresql":
        for name in session.scalars(text(_FUNCTIONS)).all():
            session.execute(text(f'DROP FUNCTION "{name}"'))
    inspect(session).clear_cache()


_FUNCTIONS = r"""
SELECT proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace
WHERE nspname = current_schema() AND proname LIKE 'themewatch\_%'
"""
