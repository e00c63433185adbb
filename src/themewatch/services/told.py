"""The stories that stand behind themes and releases: accepted, or attached."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from themewatch.domain.news import Decision
from themewatch.domain.person import Role
from themewatch.services.rights import needs
from themewatch.storage import decisions, stories
from themewatch.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Told:
    """A story somebody kept: when and where it appeared, and of which release."""

    story: str
    on: date
    title: str
    source: str
    link: str | None
    release: str


@needs(Role.VIEWER)
def told_of_theme(session: Session, theme: str) -> list[Told]:
    """Return the stories kept under a theme, the last kept first."""
    return _told(session, decisions.list_keeping(session, theme=theme))


@needs(Role.VIEWER)
def told_of_release(session: Session, ids: Collection[str]) -> list[Told]:
    """Return the stories kept of a release, given all the ids of its chain."""
    return _told(session, decisions.list_keeping(session, releases=ids))


def _told(session: Session, kept: Collection[Decision]) -> list[Told]:
    found = stories.get_stories(session, {decision.story for decision in kept})
    return [
        Told(
            story=story.id,
            on=story.dated_at.date(),
            title=story.lead.entry.title,
            source=story.lead.source,
            link=story.link,
            release=decision.release or "",
        )
        for decision in kept
        if (story := found.get(decision.story))
    ]
