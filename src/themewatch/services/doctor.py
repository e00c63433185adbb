"""Examine an installation: what is wrong, and what to do about it."""

import os
import sys
from collections.abc import Iterator, Sequence
from datetime import datetime

from themewatch import __version__
from themewatch.config import Settings
from themewatch.domain.evidence import Evidence
from themewatch.domain.person import Role
from themewatch.errors import ThemewatchError
from themewatch.services.data_doctor import (
    examine_backup,
    examine_engine,
    examine_room,
)
from themewatch.services.evidence import get_evidence
from themewatch.services.file_doctor import examine_files
from themewatch.services.findings import Finding
from themewatch.services.house import House, is_furnished, open_house
from themewatch.services.news_doctor import examine_news
from themewatch.services.reference import catalogue, evidence_weights, shipped_records
from themewatch.services.rights import needs
from themewatch.services.sign_in_doctor import examine_admin, examine_sign_in
from themewatch.storage.engine import open_engine, reading
from themewatch.storage.form import FORMS, NEWEST, form_of
from themewatch.words import _, ngettext


def examine(
    settings: Settings, *, now: datetime, deep: bool = False
) -> Iterator[Finding]:
    """Look at the program, its shipped data, the database, files and feeds in turn.

    Args:
        settings: Where the data lies.
        now: The moment.
        deep: Whether all of the database and of every attachment is read.
    """
    python = sys.version.split()[0]
    said = _("Program: themewatch {version} on Python {python}.")
    yield Finding(said.format(version=__version__, python=python))
    looks = (
        _shipped(),
        _folder(settings),
        _database(settings, now, deep=deep),
        examine_sign_in(settings, now),
    )
    for look in looks:
        try:
            yield from look
        except ThemewatchError as error:
            yield Finding(_("Wrong: {error}").format(error=error), is_wrong=True)


@needs(Role.ADMIN)
def examine_here(
    house: House, settings: Settings, *, now: datetime, deep: bool = False
) -> Sequence[Finding]:
    """Return what is found where a house that is open already lies."""
    del house  # it says who asks
    return tuple(examine(settings, now=now, deep=deep))


def _shipped() -> Iterator[Finding]:
    evidence_weights()
    themes, records = len(catalogue().themes), len(list(shipped_records()))
    said = _("Shipped data: {themes} themes, {records} releases and claims.")
    yield Finding(said.format(themes=themes, records=records))


def _folder(settings: Settings) -> Iterator[Finding]:
    """Look at the nearest folder there is: a missing one is made when needed."""
    home = settings.home
    nearest = next(f for f in (home, *home.parents) if f.exists())
    if os.access(nearest, os.W_OK | os.X_OK):
        yield Finding(_("Folder: {home} can be written to.").format(home=home))
    else:
        said = _(
            "Wrong: {home} cannot be written to. "
            "Choose another folder with THEMEWATCH_HOME."
        )
        yield Finding(said.format(home=home), is_wrong=True)
    yield from examine_room(home)


def _database(settings: Settings, now: datetime, *, deep: bool) -> Iterator[Finding]:
    if not is_furnished(settings):
        said = _("Database: none yet at {place}; `themewatch run` makes it.")
        yield Finding(said.format(place=settings.whereabouts))
        return
    form = _form(settings)
    if form in FORMS and form != NEWEST:
        said = _(
            "Database: {place} was written by an older themewatch (form {form}). The "
            "next start brings it to form {newest}. Copy it first, or make a backup "
            "with the version that wrote it."
        )
        told = said.format(place=settings.whereabouts, form=form, newest=NEWEST)
        yield Finding(told)
        return
    house = open_house(settings)
    try:
        yield from examine_house(house, settings, now=now, deep=deep)
    finally:
        house.close()


def _form(settings: Settings) -> str | None:
    engine = open_engine(settings.database_url)
    try:
        with reading(engine) as session:
            return form_of(session)
    finally:
        engine.dispose()


@needs(Role.ADMIN)
def examine_house(
    house: House, settings: Settings, *, now: datetime, deep: bool
) -> Iterator[Finding]:
    """Look at what is kept in an open house."""
    with house.reading() as session:
        evidence = get_evidence(session)
        said = _(
            "Database: {place} (form {form}) holds {releases}, {claims}, {notes} "
            "and {views}."
        )
        told = said.format(
            place=settings.whereabouts, form=NEWEST, **_counted(evidence)
        )
        yield Finding(told)
        yield from examine_engine(session, settings, deep=deep)
        yield from examine_files(session, settings.home, evidence, deep=deep)
        yield from examine_backup(session, now)
        yield from examine_news(session, now)
        yield from examine_admin(session, settings)


def _counted(evidence: Evidence) -> dict[str, str]:
    """Return how many of each kind there are, each ready to stand in a sentence."""
    releases, claims = len(evidence.releases), len(evidence.claims)
    notes, views = len(evidence.notes), len(evidence.views)
    return {
        "releases": ngettext("{n} release", "{n} releases", releases).format(
            n=releases
        ),
        "claims": ngettext("{n} claim", "{n} claims", claims).format(n=claims),
        "notes": ngettext("{n} test note", "{n} test notes", notes).format(n=notes),
        "views": ngettext("{n} view", "{n} views", views).format(n=views),
    }
