"""What was chosen for a place by its people: by name, with the version last seen."""

from dataclasses import dataclass

from sqlalchemy import select, update

from themewatch.storage.engine import Session
from themewatch.storage.journals import insert_into
from themewatch.storage.team_tables import settings

HOUSE_NAME = "house-name"


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice; `version` counts how often it was made, 0 where it never was."""

    name: str
    value: str = ""
    version: int = 0


def get_setting(session: Session, name: str) -> Setting:
    """Return a choice, empty where nobody made it."""
    query = select(settings.c.name, settings.c.value, settings.c.version)
    row = session.execute(query.where(settings.c.name == name)).one_or_none()
    return Setting(name) if row is None else Setting(*row)


def keep_setting(session: Session, setting: Setting) -> bool:
    """Keep a choice over the version that was seen; says whether nobody was quicker."""
    row = {"value": setting.value, "version": setting.version + 1}
    is_seen = (settings.c.name == setting.name, settings.c.version == setting.version)
    if session.execute(update(settings).where(*is_seen).values(row)).rowcount:
        return True
    if setting.version:
        return False
    first = insert_into(session, settings).values(name=setting.name, **row)
    kept = first.on_conflict_do_nothing().returning(settings.c.version)
    return session.scalar(kept) is not None
