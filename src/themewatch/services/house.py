"""Open the house: a database that is there, up to date, and holds what is shipped."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from themewatch.config import Settings
from themewatch.domain.claim import Claim
from themewatch.domain.release import Release
from themewatch.services.reference import shipped_records
from themewatch.storage import engine as databases
from themewatch.storage.engine import Engine
from themewatch.storage.engine import Session as Session
from themewatch.storage.evidence import add_records, list_record_ids, lock_evidence
from themewatch.storage.form import is_migrated, is_newest
from themewatch.storage.house import (
    KEPT,
    LEFT_OUT,
    SHIPPED_RELEASES,
    find_fact,
    keep_fact,
)


@dataclass(frozen=True)
class House:
    """An open database, and the folder of attachments.

    `has_reference` says whether the shipped releases belong to it. Versions side by
    side replace each other's matcher once: `matchers_replaced` are those this process
    has.
    """

    engine: Engine
    home: Path
    is_new: bool
    has_reference: bool
    matchers_replaced: set[str] = field(default_factory=set, compare=False)

    def reading(self) -> AbstractContextManager[Session]:
        return databases.reading(self.engine)

    def writing(self) -> AbstractContextManager[Session]:
        return databases.writing(self.engine)

    def close(self) -> None:
        self.engine.dispose()


def open_house(settings: Settings, *, reference: bool = True) -> House:
    """Open the database, creating and migrating it where needed.

    Shipped records it has not seen are added by id, never over anybody's
    correction. What was chosen at its creation stays: `reference` decides then,
    once and for good, whether the shipped releases belong to it.
    """
    engine = databases.open_engine(settings.database_url)
    if not is_newest(engine):
        _bring_up_to_date(engine)
    with databases.reading(engine) as session:
        choice = find_fact(session, SHIPPED_RELEASES)
        is_complete = choice == LEFT_OUT or (choice == KEPT and not _unseen(session))
    if not is_complete:  # hardly ever: who only reads waits for nobody who writes
        choice = _furnish(engine, reference=reference)
    has_reference = reference if choice is None else choice == KEPT
    return House(engine, settings.home, choice is None, has_reference)


def is_furnished(settings: Settings) -> bool:
    """Say whether there is a database to open; makes and changes nothing.

    A file that is there is taken for one: opening it refuses what is not ours.

    Raises:
        StorageError: The database does not answer.
    """
    if settings.database_file is not None:
        return settings.database_file.exists()
    engine = databases.open_engine(settings.database_url)
    try:
        return is_migrated(engine)
    finally:
        engine.dispose()


def _furnish(engine: Engine, *, reference: bool) -> str | None:
    """Add what is missing, and return what had been chosen before, if anything."""
    with databases.writing(engine) as session:
        lock_evidence(session)
        before = find_fact(session, SHIPPED_RELEASES)
        choice = before or (KEPT if reference else LEFT_OUT)
        keep_fact(session, SHIPPED_RELEASES, choice)
        if choice == KEPT:
            add_records(session, _unseen(session))
    return before


def _bring_up_to_date(engine: Engine) -> None:
    from themewatch.storage.migrate import migrate  # noqa: PLC0415  see storage.form

    migrate(engine)


def _unseen(session: Session) -> Sequence[Release | Claim]:
    seen = list_record_ids(session)
    return [record for record in shipped_records() if record.id not in seen]
