"""What is published in tests: by whom, when, and in which house."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from tests.factories import NOW, a_note, a_view
from tests.people import REVIEWER
from themewatch.domain.edition import Edition, FrozenTheme
from themewatch.services.editions import Wish
from themewatch.services.log import log_records
from themewatch.services.reference import shipped_records
from themewatch.storage.engine import Session
from themewatch.storage.evidence import add_records

TODAY = NOW.date()
THEME = "consistency"
DAY = timedelta(days=1)


def a_wish(**changes: Any) -> Wish:
    wish = Wish("What September showed", TODAY, REVIEWER, "Faces hold at last.")
    return replace(wish, **changes)


def at(**later: float) -> datetime:
    return NOW + timedelta(**later)


def lane(edition: Edition, slug: str = THEME) -> FrozenTheme:
    return next(theme for theme in edition.themes if theme.slug == slug)


def some_evidence(session: Session) -> None:
    """Log two tests of a theme and a view of another, beside what vendors claim."""
    add_records(session, list(shipped_records()))
    notes = a_note(), a_note(person=REVIEWER, tries=8, acceptable=6)
    log_records(session, [*notes, a_view(theme="longer-video")])
