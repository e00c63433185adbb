"""What a journal asks of notes on every page: few rows, without reading all evidence.

A note stands where nothing corrects it and its last take-back, if any, was reversed.
"""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, select

from themewatch.storage.engine import Session
from themewatch.storage.tables import notes, records, withdrawals


def list_tested(session: Session, theme: str) -> list[tuple[date, str, str | None]]:
    """Return day, person and signal of every note that stands under a theme."""
    query = select(notes.c.tested_on, notes.c.person, notes.c.signal)
    rows = session.execute(query.where(notes.c.theme == theme, _stands(notes.c.id)))
    return [(row.tested_on, row.person, row.signal) for row in rows]


def list_counted(session: Session, ids: Collection[str]) -> set[str]:
    """Return those of some notes that stand, in whatever version."""
    if not ids:
        return set()
    first = select(records.c.id.label("asked"), records.c.id.label("version"))
    chain = first.where(records.c.id.in_(ids)).cte("chain", recursive=True)
    later = select(chain.c.asked, records.c.id)
    chain = chain.union_all(later.where(records.c.supersedes == chain.c.version))
    query = select(chain.c.asked).where(_stands(chain.c.version))
    return set(session.scalars(query))


def _stands(note_id: ColumnElement[Any]) -> ColumnElement[bool]:
    correction, event, later = records.alias(), withdrawals.alias(), withdrawals.alias()
    is_corrected = exists().where(correction.c.supersedes == note_id)
    has_later = exists().where(
        later.c.record_id == event.c.record_id, later.c.at > event.c.at
    )
    is_taken_back = exists().where(
        event.c.record_id == note_id, ~event.c.is_reversal, ~has_later
    )
    return and_(~is_corrected, ~is_taken_back)
