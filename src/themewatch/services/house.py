"""Open the house: a database that is there, up to date, and holds what is shipped."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from themewatch.config import Settings
from themewatch.domain.claim import Claim
from themewatch.domain.person import Actor
from themewatch.domain.release import Release
from themewatch.services.reference import shipped_records
from themewatch.services.rights import current_actor
from themewatch.storage import engine as databases
from themewatch.storage.acting import act_as
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

    `has_reference` says whether the shipped releases belong to it. `actor` is whose
    doing its sessions are; None is the house itself. Versions side by side replace
    each other's matcher once: `matchers_replaced` are those this process has.
    """

    engine: Engine
    home: Path
    is_new: bool
    has_reference: bool
    matchers_replaced: set[str] = field(default_factory=set, compare=False)
    actor: Actor | None = None

    def acting(self, actor: Actor) -> "House":
        """Return the same house for somebody: their role decides what they may do."""
        return replace(self, actor=actor)

    def reading(self) -> AbstractContextManager[Session]:
        return self._entered(databases.reading(self.engine))

    def writing(self) -> AbstractContextManager[Session]:
        return self._entered(databases.writing(self.engine))

    @contextmanager
    def _entered(self, opened: AbstractContextManager[Session]) -> Iterator[Session]:
        """Let a session act for its actor, with the role they have by now."""
        with opened as session:
            if self.actor is not None:
                act_as(session, current_actor(session, self.actor))
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_house(settings: Settings, *, reference: bool = True) -> House:
    """Open the database, creating and migrating it where needed.

    Shipped records it has not seen are added by id, never over anybody's
    correction. What was chosen at its creation stays: `reference` decides then,
    once and for good, whether the shipped releases belong to it.
    """
    engine = databases.open_engine(settings.database_url)
    try:
        return _opened(engine, settings.home, reference=reference)
    except BaseException:
        engine.dispose()
        raise


def _opened(engine: Engine, home: Path, *, reference: bool) -> House:
    if not is_newest(engine):
        _bring_up_to_date(engine)
    with databases.reading(engine) as session:
        choice = find_fact(session, SHIPPED_RELEASES)
        is_complete = choice == LEFT_OUT or (choice == KEPT and not _unseen(session))
    if not is_complete:  # hardly ever: who only reads waits for nobody who writes
        choice = _furnish(engine, reference=reference)
    has_reference = reference if choice is None else choice == KEPT
    return House(engine, home, choice is None, has_reference)


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
