"""A review as one person sees it at a moment: everything its page and minutes say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from themewatch.domain.agenda import Agenda, Topic
from themewatch.domain.review import Decision, Review
from themewatch.domain.review_news import ThemeNews
from themewatch.domain.review_rounds import ThemeVotes
from themewatch.domain.standing import MaturityMap, ThemeStanding


@dataclass(frozen=True, slots=True)
class ReviewBoard:
    """A review with its agenda, and what is known of each theme of it.

    `maturity_map` is of the review's last day, compared with the one before its
    first. `versions` hold what was decided in the review, the last first; `former`
    what was decided last before it.
    """

    review: Review
    at: datetime
    agenda: Agenda
    maturity_map: MaturityMap
    news: Mapping[str, ThemeNews]
    votes: Mapping[str, ThemeVotes]
    versions: Mapping[str, tuple[Decision, ...]]
    former: Mapping[str, Decision]

    @property
    def themes(self) -> tuple[str, ...]:
        """The slugs of its themes, in the order of the agenda."""
        return tuple(topic.theme for topic in self.agenda.topics)

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """Themes with nothing new that nobody has decided yet."""
        topics = self.agenda.to_confirm
        return tuple(t.theme for t in topics if not self.versions[t.theme])

    @property
    def is_decided(self) -> bool:
        return all(self.versions[theme] for theme in self.themes)

    @property
    def acts(self) -> int:
        """How much was done in it: another number once anything more is."""
        seen = [one for votes in self.votes.values() for one in votes.rounds]
        further = len(seen) - len(self.votes)
        decided = sum(map(len, self.versions.values()))
        return self.review.version + further + decided + sum(s.voted for s in seen)

    def topic(self, theme: str) -> Topic:
        return next(t for t in self.agenda.topics if t.theme == theme)

    def standing(self, theme: str) -> ThemeStanding:
        """Return where a theme stands on the review's last day."""
        return next(s for s in self.maturity_map.themes if s.theme.slug == theme)

    def decision(self, theme: str) -> Decision | None:
        """Return what was decided last of a theme in this review."""
        return next(iter(self.versions[theme]), None)
