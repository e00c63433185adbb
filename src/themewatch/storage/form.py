"""Which form a database has, told without the machinery that changes it.

That machinery is a tenth of the memory and of the time of a start, and all but one
start in a version find nothing to do.
"""

from pathlib import Path

from sqlalchemy import Engine, column, inspect, select, table

from themewatch.storage.engine import Session, reading

VERSION_TABLE = "themewatch_version"
SCRIPTS = Path(__file__).parent / "migrations"
FORMS = frozenset(script.stem[1:5] for script in SCRIPTS.glob("versions/v*.py"))
NEWEST = max(FORMS)


def is_migrated(engine: Engine) -> bool:
    """Say whether the database was ever brought to a form of ours."""
    with reading(engine) as session:
        return form_of(session) is not None


def is_newest(engine: Engine) -> bool:
    """Say whether the database has the form this version of ours speaks of."""
    with reading(engine) as session:
        return form_of(session) == NEWEST


def form_of(session: Session) -> str | None:
    """Return the form of a database, or None where it never had one of ours."""
    if not inspect(session).has_table(VERSION_TABLE):
        return None
    return session.scalar(
        select(column("version_num")).select_from(table(VERSION_TABLE))
    )
