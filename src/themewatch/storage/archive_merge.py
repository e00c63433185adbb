"""Rows of another place added to those of this one: by their key, and never over any.

Evidence has rules of its own for this (`themewatch.domain.merging`), and what says
how this place itself stands is left out.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Table, UniqueConstraint, select, tuple_

from themewatch.domain.archive import Conflict
from themewatch.storage.archive_rows import (
    BATCH,
    Row,
    insert_rows,
    read_rows,
    tables_of,
    to_plain,
    typed_row,
)
from themewatch.storage.engine import Session
from themewatch.storage.rows import TABLES

EVIDENCE = {"records", "files", "withdrawals", *(t.name for t in TABLES.values())}
OF_A_PLACE = {"evidence_version", "house"}
WITH_ITS_OWNER = {
    *("fetches", "unmatched", "matches", "story_themes", "entry_revisions"),
}
"""What comes with the row it belongs to, and never to one that is here already."""
CHANGES_BY_ITSELF = {
    *("feeds", "stories", "entries", "people", "drafts", "current_journals"),
    "ended_sign_ins",
}
"""Whose rows differ between two places without anybody having contradicted another."""
NO_RIGHT = {"role": None, "is_role_claimed": False, "feed_key": None}
"""An import gives nobody a right: an admin of this place does."""

Key = tuple[Any, ...]


@dataclass(slots=True)
class Merged:
    """What came, by table: the keys of rows that are new, and of those left out.

    `there` counts the rows that were here already.
    """

    added: dict[str, set[Key]] = field(default_factory=dict)
    left_out: dict[str, set[Key]] = field(default_factory=dict)
    there: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def merge_places(source: Session, target: Session, *, writes: bool) -> Merged:
    """Add the rows of another place that are not here, evidence left out.

    Args:
        source: Reads the other place, of the same form.
        target: This place.
        writes: Whether to add them, or only to tell what would come.
    """
    merged = Merged()
    for table in tables_of(source):
        if table.name not in EVIDENCE | OF_A_PLACE:
            merged.added[table.name], merged.left_out[table.name] = set(), set()
            for batch in _batches(read_rows(source, table)):
                new = _new_rows(target, table, batch, merged)
                if writes:
                    insert_rows(target, table, new)
    return merged


def _batches(rows: Iterator[Row]) -> Iterator[list[Row]]:
    batch: list[Row] = []
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _new_rows(
    target: Session, table: Table, batch: list[Row], merged: Merged
) -> list[Row]:
    """Return those of some rows that are to be added, and tell of the others."""
    names = [column.name for column in table.primary_key.columns]
    here = {_key(row, names): row for row in _here(target, table, names, batch)}
    taken = _taken(target, table, batch)
    new = []
    for row in batch:
        key = _key(row, names)
        if key in here:
            merged.there += 1
            if table.name not in CHANGES_BY_ITSELF | WITH_ITS_OWNER:
                _compare(merged, table, row, here[key])
        elif _belongs_to_nothing_new(table, row, merged):
            merged.left_out[table.name].add(key)
        elif key in taken:
            merged.left_out[table.name].add(key)
            merged.conflicts.append(Conflict(table.name, _said(key), is_other=False))
        else:
            merged.added[table.name].add(key)
            new.append(row | NO_RIGHT if table.name == "people" else row)
    return new


def _compare(merged: Merged, table: Table, row: Row, here: Row) -> None:
    if row != here:
        key = _key(row, [column.name for column in table.primary_key.columns])
        merged.conflicts.append(Conflict(table.name, _said(key), is_other=True))


def _belongs_to_nothing_new(table: Table, row: Row, merged: Merged) -> bool:
    """Say whether what a row belongs to was left out, or was here before it."""
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            owner = constraint.referred_table.name
            key = tuple(row[column.name] for column in constraint.columns)
            if key in merged.left_out.get(owner, ()):
                return True
            if table.name in WITH_ITS_OWNER and key not in merged.added.get(owner, ()):
                return True
    return False


def _here(
    target: Session, table: Table, names: list[str], batch: list[Row]
) -> Iterable[Row]:
    """Yield the rows that are here under the values that some rows have in columns."""
    typed = [typed_row(table, row) for row in batch]
    wanted = [tuple(row[name] for name in names) for row in typed]
    columns = [table.c[name] for name in names]
    known = [column.name for column in table.c]
    for found in target.execute(select(table).where(tuple_(*columns).in_(wanted))):
        yield dict(zip(known, map(to_plain, found), strict=True))


def _taken(target: Session, table: Table, batch: list[Row]) -> set[Key]:
    """Return the keys of rows that have what another row here has and only one may."""
    found: set[Key] = set()
    key = [column.name for column in table.primary_key.columns]
    for names in _unique(table):
        told = [row for row in batch if all(row[name] is not None for name in names)]
        here = {_key(row, names) for row in _here(target, table, names, told)}
        found |= {_key(row, key) for row in told if _key(row, names) in here}
    return found


def _unique(table: Table) -> list[list[str]]:
    found = [
        [column.name for column in constraint.columns]
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
    ]
    indexes = [index for index in table.indexes if index.unique]
    return found + [[column.name for column in index.columns] for index in indexes]


def _key(row: Row, names: list[str]) -> Key:
    return tuple(row[name] for name in names)


def _said(key: Key) -> str:
    return ", ".join(map(str, key))
