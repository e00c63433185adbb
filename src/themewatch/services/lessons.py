"""What people's decisions taught, and letting it be forgotten without undoing them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import ceil

from themewatch.domain.activity import Act
from themewatch.domain.news import Decision
from themewatch.domain.person import Role
from themewatch.domain.story import Story
from themewatch.matching.lessons import Learned as Learned
from themewatch.services.matcher import matcher
from themewatch.services.own_name import own
from themewatch.services.rights import needs
from themewatch.services.triage import By, log_decisions
from themewatch.storage import decisions, stories
from themewatch.storage.engine import Session


@dataclass(frozen=True, slots=True)
class Taught:
    """A decision that teaches, or did until it was forgotten, and what it taught.

    Of themes, `right` were suggested and held right, `missed` only held right,
    `wrong` only suggested, where the person spoke of themes at all.
    """

    decision: Decision
    story: Story
    learned: tuple[Learned, ...] = ()

    @property
    def is_forgotten(self) -> bool:
        return self.decision.forgotten_at is not None

    @property
    def right(self) -> tuple[str, ...]:
        return tuple(t for t in self._held if t in self.story.match.themes)

    @property
    def missed(self) -> tuple[str, ...]:
        return tuple(t for t in self._held if t not in self.story.match.themes)

    @property
    def wrong(self) -> tuple[str, ...]:
        if self.decision.themes is None:
            return ()
        return tuple(t for t in self.story.match.themes if t not in self._held)

    @property
    def is_no_release(self) -> bool:
        return self.decision.is_release is False and self.story.match.is_release

    @property
    def _held(self) -> tuple[str, ...]:
        return self.decision.themes or ()


@dataclass(frozen=True, slots=True)
class Lessons:
    """One page of what was taught, the last first; `learned` is from all of it.

    `count` is of the decisions that teach, and those forgotten.
    """

    taught: tuple[Taught, ...]
    count: int
    learned: tuple[Learned, ...] = ()

    @property
    def pages(self) -> int:
        return ceil(self.count / decisions.LESSONS_A_PAGE)


@needs(Role.CONTRIBUTOR)
def list_taught(session: Session, *, page: int = 1) -> Lessons:
    """Return the decisions that teach, forgotten ones too."""
    teaching = decisions.list_teaching(session, page)
    found = stories.get_stories(session, {decision.story for decision in teaching})
    learned = _learned(session) if teaching else ()
    behind = _by_decision(learned)
    return Lessons(
        tuple(
            Taught(decision, found[decision.story], tuple(behind[decision.id]))
            for decision in teaching
        ),
        decisions.count_teaching(session),
        learned,
    )


def _learned(session: Session) -> tuple[Learned, ...]:
    return matcher().taught(decisions.list_lessons(session)).learned()


def _by_decision(learned: Iterable[Learned]) -> Mapping[str, list[Learned]]:
    """Return what was learned from each decision, the weightiest first."""
    found: defaultdict[str, list[Learned]] = defaultdict(list)
    for one in learned:
        for decision in one.lessons:
            found[decision].append(one)
    return found


@needs(Role.CONTRIBUTOR)
@own
def forget(session: Session, ids: Collection[str], by: By) -> None:
    """Let decisions teach nothing more; they stand."""
    decisions.forget(session, ids, by.now, by.person or None)
    log_decisions(session, Act.FORGOTTEN, ids, by)


@needs(Role.CONTRIBUTOR)
@own
def remember(session: Session, ids: Collection[str], by: By) -> None:
    """Let decisions that were forgotten teach again."""
    decisions.remember(session, ids)
    log_decisions(session, Act.REMEMBERED, ids, by)
