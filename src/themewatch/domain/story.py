"""A story: the same piece of news across feeds, and who looks for which."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from themewatch.domain.entry import Entry
from themewatch.domain.news import Match, Reason, StoryState
from themewatch.domain.theme import SLUGS

NO_MATCH = Match()
LEAST_LETTERS = 3  # of a word that says something


class Seen(NamedTuple):
    """A story as somebody saw it: who decides on another version is told so."""

    story: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry of a story, what its feed is called, and what it speaks of."""

    entry: Entry
    source: str
    match: Match = NO_MATCH

    @property
    def is_telling(self) -> bool:
        return bool(self.match.themes) or self.match.is_release


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One row of the inbox; its members are the newest first, and never none."""

    id: str
    state: StoryState
    dated_at: datetime
    version: int
    members: tuple[Member, ...]

    @property
    def seen(self) -> Seen:
        return Seen(self.id, self.version)

    @property
    def lead(self) -> Member:
        """The member that stands for all: the newest one that tells something."""
        return next((m for m in self.members if m.is_telling), self.members[0])

    @property
    def others(self) -> tuple[Member, ...]:
        return tuple(m for m in self.members if m is not self.lead)

    @property
    def link(self) -> str | None:
        members = (self.lead, *self.others)
        return next((m.entry.link for m in members if m.entry.link), None)

    @property
    def match(self) -> Match:
        """What its members speak of together, the lead's first."""
        matches = [m.match for m in (self.lead, *self.others)]
        found = {theme for match in matches for theme in match.themes}
        return Match(
            themes=tuple(slug for slug in SLUGS if slug in found),
            signals=_once(s for match in matches for s in match.signals),
            is_release=any(match.is_release for match in matches),
            models=_once(name for match in matches for name in match.models),
            vendor=next((match.vendor for match in matches if match.vendor), None),
            why=tuple(reason for match in matches for reason in match.why),
        )


def deciding_words(why: Iterable[Reason], theme: str | None = None) -> tuple[str, ...]:
    """Return the words that decided for a theme, or for a release, each once.

    >>> deciding_words([Reason("lower-cost", ("turbo",)), Reason(None, ("now",))])
    ('now',)
    """
    return _once(w for reason in why if reason.theme == theme for w in reason.words)


def all_words(why: Iterable[Reason]) -> tuple[str, ...]:
    """Return every word that decided anything, each once."""
    return _once(word for reason in why for word in reason.words)


def _once(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


@dataclass(frozen=True, slots=True)
class StorySearch:
    """Which stories somebody wants to see; what is empty does not matter.

    Words are looked for in titles, in every story nobody has decided on, old ones
    too. Without words it is those that wait; with `everything` also those that
    have neither theme nor release.
    """

    theme: str = ""
    source: str = ""
    is_release: bool = False
    everything: bool = False
    words: str = ""


def likest(story: Story, others: Iterable[Story]) -> list[Story]:
    """Return other stories, those first that share models and words of the title."""
    models = set(story.match.models)
    words = _title_words(story)

    def shared(other: Story) -> tuple[int, int]:
        return len(models & {*other.match.models}), len(words & _title_words(other))

    apart = [other for other in others if other.id != story.id]
    return sorted(apart, key=shared, reverse=True)


def _title_words(story: Story) -> set[str]:
    words = story.lead.entry.title.casefold().split()
    return {word for word in words if len(word) >= LEAST_LETTERS}
