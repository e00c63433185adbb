"""Match what awaits it, and let stories show what their entries speak of.

A result is written and its entry taken off the list in one transaction: whoever is
killed leaves every entry either matched or waiting.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from themewatch.domain.headline import title_key, versions
from themewatch.domain.news import Match, NewsText, StoryState
from themewatch.domain.person import Role
from themewatch.ingest.cluster import joined
from themewatch.matching.matcher import Matcher
from themewatch.services.house import House
from themewatch.services.rights import needs
from themewatch.storage import gathering, match_queue
from themewatch.storage.decisions import list_lessons
from themewatch.storage.engine import Session
from themewatch.storage.house import MATCHER, find_fact, keep_fact
from themewatch.storage.match_queue import Awaiting, Matched

AT_ONCE = 50
_LONGEST_KEY = 200
_DECIDED = (StoryState.ACCEPTED, StoryState.DISMISSED)


@needs(Role.ADMIN)
def match_awaiting(house: House, matcher: Matcher, *, now: datetime) -> Iterator[int]:
    """Match what awaits it, some at a time; yields how many were.

    With another matcher than the last one, all that is kept awaits it again. Nobody is
    kept from writing while it thinks: what changed meanwhile is matched once more.
    """
    with house.writing() as session:
        _requeue_for(session, matcher.version, house.matchers_replaced)
        taught = matcher.taught(list_lessons(session))
    while awaiting := _list_awaiting(house):
        thought = {a.entry: (a, _think(a, taught)) for a in awaiting}
        with house.writing() as session:
            match_queue.lock_news(session)
            again = match_queue.list_awaiting(session, AT_ONCE, thought)
            kept = [(a, thought[a.entry][1]) for a in again if a == thought[a.entry][0]]
            if kept:
                _keep(session, kept, matcher.version, now)
        yield len(kept)


@dataclass(frozen=True, slots=True)
class Thought:
    """What an entry speaks of, and whether it says what it did not say before."""

    match: Match
    is_news_again: bool = False


@needs(Role.CONTRIBUTOR)
def count_awaiting(session: Session) -> int:
    """Return how many entries await matching."""
    return match_queue.count_awaiting(session)


def is_news_again(was: NewsText, before: Match, news: NewsText, after: Match) -> bool:
    """Say whether an edit tells what was not told before: other themes, a new version.

    Both texts are matched by the same matcher, so that its changes are no news.
    """
    other_themes = set(before.themes) != set(after.themes)
    return other_themes or is_other_version(was.title, news.title)


def is_other_version(was: str, title: str) -> bool:
    """Say whether a headline names another version than it did."""
    return versions(was) != versions(title)


def _requeue_for(session: Session, version: str, replaced: set[str]) -> None:
    last = find_fact(session, MATCHER) or ""
    if last != version and last not in replaced:
        match_queue.requeue_all(session)
        keep_fact(session, MATCHER, version)
        replaced.add(last)


def _list_awaiting(house: House) -> list[Awaiting]:
    with house.reading() as session:
        return match_queue.list_awaiting(session, AT_ONCE)


def _think(awaiting: Awaiting, matcher: Matcher) -> Thought:
    after, was = matcher.match(awaiting.news), awaiting.was
    if was is None:
        return Thought(after)
    if awaiting.state is StoryState.STORED:
        return Thought(after, is_other_version(was.title, awaiting.news.title))
    if awaiting.state not in _DECIDED:
        return Thought(after)
    return Thought(after, is_news_again(was, matcher.match(was), awaiting.news, after))


def _keep(
    session: Session,
    kept: Sequence[tuple[Awaiting, Thought]],
    version: str,
    now: datetime,
) -> None:
    matched = [_matched(awaiting, thought.match) for awaiting, thought in kept]
    match_queue.keep_matches(session, matched, version)
    again = {awaiting.story for awaiting, thought in kept if thought.is_news_again}
    if again:
        gathering.bring_back(session, again, now)
    gone = _join(session, {m.title_key for m in matched if m.title_key})
    stories = {awaiting.story for awaiting, _ in kept}
    gathering.refresh_stories(session, {gone.get(story, story) for story in stories})


def _matched(awaiting: Awaiting, match: Match) -> Matched:
    key = title_key(awaiting.news.title)[:_LONGEST_KEY] if match.models else None
    return Matched(awaiting.entry, match, key or None)


def _join(session: Session, title_keys: Collection[str]) -> dict[str, str]:
    """Put stories together that are one, and return which went into which."""
    if not title_keys:
        return {}
    namesakes = gathering.list_namesakes(session, title_keys)
    stories = {namesake.story for namesake in namesakes}
    into = joined(namesakes, gathering.list_decided(session, stories))
    gathering.join_stories(session, into)
    return into
