"""What waits in the inbox, what was decided, and what there is to choose from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from themewatch.domain.news import Act, Decision
from themewatch.domain.person import Role
from themewatch.domain.story import Story, StorySearch
from themewatch.services.rights import needs
from themewatch.storage import decisions, stories
from themewatch.storage.engine import Session
from themewatch.storage.stories import MOST_COUNTED as MOST_COUNTED
from themewatch.storage.stories import PAGE as PAGE


@dataclass(frozen=True, slots=True)
class Inbox:
    """One page of stories; `left` counts all that were looked for.

    `hidden` counts those that wait without a theme or a release. Either may be one
    more than MOST_COUNTED, which means: more than that.
    """

    stories: tuple[Story, ...]
    left: int
    hidden: int
    page: int

    @property
    def pages(self) -> int:
        return max(ceil(self.left / PAGE), 1)


@needs(Role.CONTRIBUTOR)
def open_inbox(
    session: Session, search: StorySearch, *, now: datetime, page: int = 1
) -> Inbox:
    """Return a page of what is looked for; beyond the last page, the last one."""
    left = stories.count_stories(session, search, now)
    last = max(ceil(left / PAGE), 1)
    shown = min(max(page, 1), last)
    found = stories.list_stories(session, search, now, shown) if left else []
    is_whole = search.everything or search.words
    hidden = 0 if is_whole else stories.count_hidden(session, search.source, now)
    return Inbox(tuple(found), left, hidden, shown)


@needs(Role.VIEWER)
def count_waiting(session: Session, *, now: datetime) -> int:
    """Return how many stories with a theme or a release wait."""
    return stories.count_stories(session, StorySearch(), now)


@needs(Role.CONTRIBUTOR)
def count_decided(session: Session, *, since: datetime) -> Mapping[Act, int]:
    """Return how many stories were decided on since then, by what was done."""
    return decisions.count_decided(session, since)


@dataclass(frozen=True, slots=True)
class PastAct:
    """One thing somebody did, to one story or to several at once.

    `into` is the title of the story it was merged into, if it was.
    """

    decisions: tuple[Decision, ...]
    titles: tuple[str, ...]
    into: str = ""

    @property
    def first(self) -> Decision:
        return self.decisions[0]

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(decision.id for decision in self.decisions)


@dataclass(frozen=True, slots=True)
class Decided:
    """One page of what was decided, the last first."""

    acts: tuple[PastAct, ...]
    pages: int


@needs(Role.CONTRIBUTOR)
def list_decided(session: Session, *, page: int = 1) -> Decided:
    """Return what was decided, undone decisions too."""
    acts = decisions.list_acts(session, page)
    named = {name for act in acts for d in act for name in (d.story, d.into) if name}
    titles = stories.list_titles(session, named)
    return Decided(
        acts=tuple(
            PastAct(
                decisions=tuple(act),
                titles=tuple(titles[d.story] for d in act),
                into=titles[act[0].into] if act[0].into else "",
            )
            for act in acts
        ),
        pages=ceil(decisions.count_acts(session) / decisions.ACTS_A_PAGE),
    )


@needs(Role.CONTRIBUTOR)
def get_text(session: Session, entry_id: str) -> str:
    """Return the whole text of an entry; lists bear a part of a long one."""
    return stories.get_text(session, entry_id)


@needs(Role.CONTRIBUTOR)
def list_sources(session: Session) -> Mapping[str, str]:
    """Return what each feed is called, by its id, in the order of their names."""
    return stories.list_sources(session)
