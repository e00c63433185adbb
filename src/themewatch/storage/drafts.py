"""What somebody typed and has not saved yet: kept by the name of its form."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update

from themewatch.storage.engine import Session
from themewatch.storage.journal_tables import drafts
from themewatch.storage.journals import insert_into


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of a form as they were left; `version` counts how often."""

    person: str
    name: str
    fields: dict[str, Any]
    saved_at: datetime
    version: int = 0


def find_draft(session: Session, person: str, name: str) -> Draft | None:
    query = select(drafts.c.body, drafts.c.saved_at, drafts.c.version)
    row = session.execute(query.where(*_here(person, name))).one_or_none()
    if row is None:
        return None
    fields = json.loads(row.body)
    return Draft(person, name, fields, row.saved_at, row.version)


def keep_draft(session: Session, draft: Draft) -> Draft | None:
    """Keep a draft over the version that was seen, 0 where there was none.

    Returns:
        It with its new version, or None where another window kept one meanwhile.
    """
    newer = replace(draft, version=draft.version + 1)
    values = {
        "saved_at": newer.saved_at,
        "version": newer.version,
        "body": json.dumps(newer.fields, ensure_ascii=False),
    }
    here = _here(draft.person, draft.name)
    seen = drafts.c.version == draft.version
    if session.execute(update(drafts).where(*here, seen).values(values)).rowcount:
        return newer
    if draft.version:
        return None
    row = {"person": draft.person, "name": draft.name, **values}
    first = insert_into(session, drafts).values(row).on_conflict_do_nothing()
    is_first = session.scalar(first.returning(drafts.c.version)) is not None
    return newer if is_first else None


def drop_draft(
    session: Session, person: str, name: str, version: int | None = None
) -> None:
    """Forget a draft; with a version, only if that is still the latest."""
    here = [*_here(person, name)]
    if version is not None:
        here.append(drafts.c.version == version)
    session.execute(delete(drafts).where(*here))


def _here(person: str, name: str) -> tuple[Any, Any]:
    return drafts.c.person == person, drafts.c.name == name
