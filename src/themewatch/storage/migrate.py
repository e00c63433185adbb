"""Bring a database to the newest form, in one transaction.

Whoever starts first does it, others wait and find it done. A database of another
program, or of a newer themewatch, is left untouched.
"""

from collections.abc import Iterator
from threading import Lock
from typing import Any

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext, MigrationStep
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from themewatch.errors import StorageError
from themewatch.storage.engine import Session, reading, write_ahead, writing
from themewatch.storage.failures import database_name
from themewatch.storage.form import SCRIPTS, VERSION_TABLE

_SERVER_LOCK = 0x7468656D65  # any number nobody else locks; "theme" in ASCII
_one_at_a_time = Lock()  # Alembic's `op` is one for the whole process


def migrate(engine: Engine, to: str = "heads") -> bool:
    """Bring the database to the newest form, or to a named revision of it.

    Returns:
        Whether the database was new.
    """
    with _one_at_a_time:
        prepare(engine)
        with writing(engine) as session:
            lock_form(session)
            return _upgrade(session, to)


def prepare(engine: Engine) -> None:
    """Refuse a database that is not ours, and let SQLite's readers be at once."""
    with reading(engine) as session:
        _refuse_foreign(session)
    if engine.dialect.name == "sqlite":
        write_ahead(engine)


def lock_form(session: Session) -> None:
    """Let nobody else bring the database to a form until the session ends.

    On SQLite a writing session is alone from its beginning.
    """
    if session.dialect.name == "postgresql":
        session.execute(text(f"SELECT pg_advisory_xact_lock({_SERVER_LOCK})"))


def bring_to(session: Session, to: str = "heads") -> None:
    """Bring a locked database to a form within the session."""
    with _one_at_a_time:
        _upgrade(session, to)


def _upgrade(session: Session, to: str) -> bool:
    context = migration_context(session, to)
    was_new = context.get_current_revision() is None
    with Operations.context(context):
        context.run_migrations()
    return was_new


def migration_context(session: Session, to: str = "heads") -> MigrationContext:
    """Return Alembic's view of the database a session speaks to."""

    def steps(current: Any, _context: MigrationContext) -> Iterator[MigrationStep]:
        scripts = scripts_folder()
        revisions = scripts.iterate_revisions(to, current, implicit_base=True)
        for script in reversed(list(revisions)):
            yield MigrationStep.upgrade_from_script(scripts.revision_map, script)

    return MigrationContext.configure(
        session, opts={"version_table": VERSION_TABLE, "fn": steps}
    )


def scripts_folder() -> ScriptDirectory:
    return ScriptDirectory(SCRIPTS)


def _refuse_foreign(session: Session) -> None:
    found = migration_context(session).get_current_revision()
    name = database_name(session.engine.url)
    tables = set(inspect(session).get_table_names()) - {VERSION_TABLE}
    if found is None and tables:
        raise StorageError(
            f"The database {name} holds tables of another program. "
            "Choose another one for themewatch."
        )
    known = {script.revision for script in scripts_folder().walk_revisions()}
    if found is not None and found not in known:
        raise StorageError(
            f"The database {name} was written by a newer themewatch. "
            "Install the newest themewatch to open it."
        )
