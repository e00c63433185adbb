"""Examine an installation: what is wrong, and what to do about it."""

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from itertools import chain
from pathlib import Path

from themewatch import __version__
from themewatch.config import Settings
from themewatch.domain.evidence import Evidence
from themewatch.domain.record import FileRef
from themewatch.errors import ThemewatchError
from themewatch.services.evidence import get_evidence
from themewatch.services.findings import Finding
from themewatch.services.house import is_furnished, open_house
from themewatch.services.news_doctor import examine_news
from themewatch.services.reference import catalogue, evidence_weights, shipped_records
from themewatch.storage import attachments


def examine(settings: Settings, *, now: datetime) -> Iterator[Finding]:
    """Look at the program, its shipped data, the database, files and feeds in turn."""
    python = sys.version.split()[0]
    yield Finding(f"Program: themewatch {__version__} on Python {python}.")
    for look in (_shipped, _folder, _database):
        try:
            yield from look(settings, now)
        except ThemewatchError as error:
            yield Finding(f"Wrong: {error}", is_wrong=True)


def _shipped(_: Settings, __: datetime) -> Iterator[Finding]:
    evidence_weights()
    themes, records = len(catalogue().themes), len(list(shipped_records()))
    yield Finding(f"Shipped data: {themes} themes, {records} releases and claims.")


def _folder(settings: Settings, _: datetime) -> Iterator[Finding]:
    """Look at the nearest folder there is: a missing one is made when needed."""
    nearest = next(f for f in (settings.home, *settings.home.parents) if f.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        yield Finding(f"Folder: {settings.home} can be written to.")
    else:
        yield Finding(
            f"Wrong: {settings.home} cannot be written to. "
            "Choose another folder with THEMEWATCH_HOME.",
            is_wrong=True,
        )


def _database(settings: Settings, now: datetime) -> Iterator[Finding]:
    if not is_furnished(settings):
        yield Finding(
            f"Database: none yet at {settings.whereabouts}; `themewatch run` makes it."
        )
        return
    house = open_house(settings)
    try:
        with house.reading() as session:
            evidence = get_evidence(session)
            news = list(examine_news(session, now))
    finally:
        house.close()
    yield Finding(
        f"Database: {settings.whereabouts} holds {len(evidence.releases)} releases, "
        f"{len(evidence.claims)} claims, {len(evidence.notes)} test notes "
        f"and {len(evidence.views)} views."
    )
    yield from _files(settings.home, evidence)
    yield from news


def _files(home: Path, evidence: Evidence) -> Iterator[Finding]:
    refs = _kept_files(evidence)
    missing = sorted(r.name for r in refs if attachments.find(home, r) is None)
    if missing:
        yield Finding(
            f"Wrong: {len(missing)} of {len(refs)} files are not in "
            f"{home / 'attachments'}: {', '.join(missing[:5])}. "
            "Copy that folder from where the notes were written.",
            is_wrong=True,
        )
    elif refs:
        yield Finding(f"Files: {len(refs)}, all there.")


def _kept_files(evidence: Evidence) -> set[FileRef]:
    records = chain(evidence.releases.values(), evidence.notes, evidence.views)
    return {ref for record in records for ref in record.files}
