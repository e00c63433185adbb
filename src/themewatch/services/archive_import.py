"""Add what an archive holds to a place that has things already: all of it, or nothing.

What is here stays as it is. An older archive is first put into a place of its own
and brought to the newest form there.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from themewatch.domain.about import counted
from themewatch.domain.activity import Act, Subject
from themewatch.domain.archive import Incoming
from themewatch.domain.kinds import RECORD_KINDS, kind_of
from themewatch.domain.lines import HEADER, read_lines, record_to_line
from themewatch.domain.merging import Merge, merge
from themewatch.domain.person import Role
from themewatch.errors import ConflictError, InputError
from themewatch.services.house import House
from themewatch.services.reference import catalogue
from themewatch.services.restoring import CONTRADICTS, put_attachments
from themewatch.services.rights import needs
from themewatch.storage import attachments, evidence
from themewatch.storage.activity import add_activity
from themewatch.storage.archive_checks import check_readable
from themewatch.storage.archive_merge import Merged, merge_places
from themewatch.storage.attachment_folder import is_whole, list_kept
from themewatch.storage.engine import (
    Engine,
    Session,
    open_engine,
    reading,
    writing,
)
from themewatch.storage.migrate import lock_form, prepare
from themewatch.storage.opened_archives import (
    OpenedArchive,
    opened_archive,
    pieces_of,
    verify,
)
from themewatch.storage.places import fill

_LINE = re.compile(r"^Line \d+: ")


@needs(Role.ADMIN)
def look_into(house: House, file: BinaryIO, *, now: datetime) -> Incoming:
    """Tell what an archive would bring; nothing is changed.

    Raises:
        InputError: The file is no archive, is damaged, or holds what cannot come.
    """
    with _opened(file, house.home) as other, house.reading() as target:
        return _bring(other, target, now=now, writes=False)


@needs(Role.ADMIN)
def import_archive(house: House, file: BinaryIO, *, now: datetime) -> Incoming:
    """Add what an archive holds and is not here, or nothing at all.

    All of it is looked at before its files are kept, and these before any row.

    Raises:
        InputError: The file is no archive, is damaged, or holds what cannot come.
        ConflictError: Somebody recorded the same at this moment: repeat it.
        StorageError: A file could not be kept.
    """
    with _opened(file, house.home) as other:
        with house.reading() as target:
            _bring(other, target, now=now, writes=False)
        for _put in put_attachments(other.archive, house.home):
            pass
        with house.writing() as target:
            incoming = _bring(other, target, now=now, writes=True)
            add_activity(target, Act.IMPORTED, now, _subject(incoming))
        return incoming


@dataclass(frozen=True, slots=True)
class _OtherPlace:
    """An archive that holds what it says, a session on its rows, its new files."""

    archive: OpenedArchive
    session: Session
    files: int


@contextmanager
def _opened(file: BinaryIO, home: Path) -> Iterator[_OtherPlace]:
    with opened_archive(file) as archive, TemporaryDirectory() as folder:
        verify(archive)
        files = _count_new_files(archive, home)
        engine = open_engine(f"sqlite:///{Path(folder) / 'other.sqlite'}")
        try:
            prepare(engine)
            _fill(engine, archive)
            with reading(engine) as session:
                check_readable(session)
                yield _OtherPlace(archive, session, files)
        finally:
            engine.dispose()


def _fill(engine: Engine, archive: OpenedArchive) -> None:
    try:
        with writing(engine) as session:
            lock_form(session)
            fill(session, archive)
    except ConflictError as error:
        raise InputError(CONTRADICTS) from error


def _count_new_files(archive: OpenedArchive, home: Path) -> int:
    """Count attachments that are not here, or not whole; each of a kind we keep."""
    here = {path.name: path for path in list_kept(home)}
    count = 0
    for member in archive.manifest.attachments:
        first = next(pieces_of(archive, member), b"")
        if attachments.media_type_of(first) is None:
            raise InputError(
                f"The attachment {member.sha256[:12]} in the archive is no image, "
                "video or audio: nothing was brought in."
            )
        path = here.get(member.sha256)
        count += path is None or not is_whole(path)
    return count


def _bring(
    other: _OtherPlace, target: Session, *, now: datetime, writes: bool
) -> Incoming:
    if writes:
        evidence.lock_evidence(target)
    records = _merge_evidence(other.session, target, now)
    if writes:
        evidence.add_records(target, list(records.added.values()))
        evidence.add_withdrawals(target, records.taken_back)
    rest = merge_places(other.session, target, writes=writes)
    return _incoming(other, records, rest)


def _merge_evidence(source: Session, target: Session, now: datetime) -> Merge:
    """Hold the evidence of an archive to the rules of every import."""
    written = map(record_to_line, evidence.list_everything(source))
    lines = read_lines(_headed(written), catalogue(), now)
    try:
        return merge(evidence.list_everything(target), lines)
    except InputError as error:
        told = [_LINE.sub("In the archive: ", problem) for problem in error.problems]
        raise InputError(*told[:20]) from error


def _headed(lines: Iterable[str]) -> Iterator[str]:
    yield HEADER
    yield from lines


def _incoming(other: _OtherPlace, records: Merge, rest: Merged) -> Incoming:
    counts = Counter(map(kind_of, records.added.values()))
    return Incoming(
        made_at=other.archive.manifest.made_at,
        records={kind: counts[kind] for kind in RECORD_KINDS if counts[kind]},
        rows={name: len(keys) for name, keys in rest.added.items() if keys},
        files=other.files,
        there=records.unchanged + rest.there,
        taken_back=len(records.taken_back),
        conflicts=tuple(rest.conflicts),
    )


def _subject(incoming: Incoming) -> Subject:
    feeds = incoming.rows.get("feeds", 0)
    counts = {
        **incoming.records,
        "taken-back": incoming.taken_back,
        "feed": feeds,
        "row": sum(incoming.rows.values()) - feeds,
        "file": incoming.files,
    }
    return Subject("archive", about=counted(counts))
