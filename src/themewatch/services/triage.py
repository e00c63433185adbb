"""Decide on stories: accept, attach, dismiss, merge, later.

A decision is made on a story as it was seen. Whoever comes second is told both: what
was done before, by whom, and what they would have done, of which nothing is kept.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from themewatch.domain import activity
from themewatch.domain.about import cut, so_many
from themewatch.domain.activity import Subject
from themewatch.domain.news import Act, Decision, StoryState
from themewatch.domain.person import Role
from themewatch.domain.release import Release
from themewatch.domain.story import Seen, Story
from themewatch.domain.suggestion import SuggestedClaim
from themewatch.errors import ConflictError, InputError
from themewatch.services.log import new_id
from themewatch.services.own_name import own, require_own_or_reviewer
from themewatch.services.rights import needs
from themewatch.services.story_evidence import By as By
from themewatch.services.story_evidence import keep_claims, keep_release
from themewatch.storage import decisions, stories
from themewatch.storage.activity import add_activities
from themewatch.storage.engine import Session
from themewatch.storage.evidence import is_recorded

LATER = timedelta(days=1)
OFF_TOPIC, NO_RELEASE = "off-topic", "no-release"
"""Reasons that say what was matched wrongly; each teaches that, and nothing else."""
SEEN_BEFORE, SAYS_LITTLE = "seen-before", "says-little"
"""Reasons that say the story was not needed: like one that is typed, and like none,
they teach nothing."""

_LOGGED = {
    Act.ACCEPT: activity.Act.ACCEPTED,
    Act.ATTACH: activity.Act.ATTACHED,
    Act.DISMISS: activity.Act.DISMISSED,
    Act.MERGE: activity.Act.MERGED,
    Act.LATER: activity.Act.PUT_OFF,
}
DONE = {
    Act.ACCEPT: "accepted",
    Act.ATTACH: "attached to a release",
    Act.DISMISS: "dismissed",
    Act.MERGE: "merged into another",
    Act.LATER: "put off",
}


@dataclass(frozen=True, slots=True)
class KnownRelease:
    """A release that stands, with the themes a story speaks of it, and its claims."""

    release: str
    themes: tuple[str, ...]
    claims: tuple[SuggestedClaim, ...] = ()


@needs(Role.CONTRIBUTOR)
@own
def accept(
    session: Session,
    seen: Seen,
    release: Release,
    claims: Sequence[SuggestedClaim],
    by: By,
) -> Decision:
    """Keep a story as a release with what it claims.

    The release's id, link and source are given here, whatever it bears.

    Raises:
        InputError: With everything there is to put right.
        ConflictError: Such a release stands already, or somebody decided meanwhile.
    """
    yours = f"to accept it as {release.model} by {release.vendor}{_with(claims)}"
    story = _take(session, seen, StoryState.ACCEPTED, yours)
    name, kept = keep_release(session, story, release, by)
    claimed = keep_claims(session, story, name, claims, by)
    return _decide(
        session,
        story,
        by,
        act=Act.ACCEPT,
        release=name,
        records=(kept, *claimed),
        themes=_themes(claims),
        is_release=True,
    )


@needs(Role.CONTRIBUTOR)
@own
def attach(
    session: Session,
    seen: Seen,
    known: KnownRelease,
    by: By,
) -> Decision:
    """Let a story speak of a release that stands already.

    Raises:
        InputError: There is no such release, or a claim cannot stand.
        ConflictError: Somebody decided meanwhile.
    """
    yours = f"to attach it to {known.release}{_with(known.claims)}"
    story = _take(session, seen, StoryState.ACCEPTED, yours)
    if not is_recorded(session, known.release):
        raise InputError(f"There is no release {known.release!r}: choose another.")
    claimed = keep_claims(session, story, known.release, known.claims, by)
    return _decide(
        session,
        story,
        by,
        act=Act.ATTACH,
        release=known.release,
        records=claimed,
        themes=known.themes,
        is_release=story.match.is_release,
    )


@needs(Role.CONTRIBUTOR)
@own
def dismiss(session: Session, seen: Collection[Seen], by: By) -> list[Decision]:
    """Let stories go for good, as one act; what changed meanwhile is left out.

    That they are not wanted says nothing of what they speak of: nothing is taught.

    Raises:
        ConflictError: All of them changed meanwhile.
    """
    taken = []
    for one in seen:
        try:
            taken.append(_take(session, one, StoryState.DISMISSED, "to dismiss it"))
        except ConflictError:
            if len(seen) == 1:
                raise
    if not taken:
        raise ConflictError("All of these were decided on meanwhile: look again.")
    made = [_decision(story, by, act=Act.DISMISS) for story in taken]
    decisions.add_decisions(session, made)
    add_activities(session, activity.Act.DISMISSED, by.now, map(subject_of, taken))
    return made


@needs(Role.CONTRIBUTOR)
@own
def explain(session: Session, ids: Collection[str], reason: str, by: By) -> None:
    """Say why stories were dismissed; of several at once it teaches nothing."""
    for decision in decisions.get_decisions(session, ids):
        require_own_or_reviewer(session, decision.by, f"explain {decision.id}")
    log_decisions(session, activity.Act.EXPLAINED, ids, by)
    is_lesson = len(ids) == 1
    decisions.give_reason(
        session,
        ids,
        reason.strip(),
        themes=() if is_lesson and reason == OFF_TOPIC else None,
        is_release=False if is_lesson and reason == NO_RELEASE else None,
    )


@needs(Role.CONTRIBUTOR)
@own
def merge(session: Session, seen: Seen, into: str, by: By) -> Decision:
    """Show a story as part of another that waits.

    Raises:
        InputError: It is the same one.
        ConflictError: Either was decided on meanwhile.
    """
    if seen.story == into:
        raise InputError("A story cannot be merged into itself: choose another.")
    other = stories.get_story(session, into)
    if other.state not in stories.UNDECIDED:
        raise ConflictError(said_meanwhile(session, other, "to merge another into it"))
    yours = f"to merge it into “{other.lead.entry.title}”"
    story = _take(session, seen, StoryState.MERGED, yours)
    return _decide(session, story, by, act=Act.MERGE, into=into)


@needs(Role.CONTRIBUTOR)
@own
def put_off(session: Session, seen: Seen, by: By) -> Decision:
    """Let a story come back after a day; raises ConflictError."""
    back = by.now + LATER
    story = _take(session, seen, StoryState.WAITING, "to put it off", back)
    return _decide(session, story, by, act=Act.LATER)


def _take(
    session: Session,
    seen: Seen,
    state: StoryState,
    yours: str,
    waits_from: datetime | None = None,
) -> Story:
    """Return a story after putting it elsewhere; raises ConflictError.

    `yours` says what is to be done to it.
    """
    story = stories.get_story(session, seen.story)
    is_free = story.state in stories.UNDECIDED and story.version == seen.version
    if not (is_free and stories.set_state(session, seen, state, waits_from)):
        raise ConflictError(said_meanwhile(session, story, yours))
    return story


@needs(Role.CONTRIBUTOR)
def said_meanwhile(session: Session, story: Story, yours: str) -> str:
    """Say who decided what on a story since it was seen, and what was not done."""
    title, last = story.lead.entry.title, decisions.find_last(session, story.id)
    lost = f"Yours was {yours}; nothing of it was kept."
    if last is None:
        return f"“{title}” changed meanwhile: look at it again. {lost}"
    by = last.by or "somebody"
    return f"“{title}” was {DONE[last.act]} by {by} meanwhile: that stands. {lost}"


@needs(Role.CONTRIBUTOR)
@own
def log_decisions(
    session: Session, act: activity.Act, ids: Collection[str], by: By
) -> None:
    """Keep what was done to decisions, each by its story."""
    decided = {d.story for d in decisions.get_decisions(session, ids)}
    found = stories.get_stories(session, decided).values()
    add_activities(session, act, by.now, map(subject_of, found))


def subject_of(story: Story) -> Subject:
    """Return a story as what something was done to."""
    return Subject("story", story.id, cut(story.lead.entry.title))


def _with(claims: Sequence[SuggestedClaim]) -> str:
    return f" with {so_many(len(claims), 'claim')}" if claims else ""


def _themes(claims: Iterable[SuggestedClaim]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(claim.theme for claim in claims))


def _decide(session: Session, story: Story, by: By, **said: Any) -> Decision:
    decision = _decision(story, by, **said)
    decisions.add_decisions(session, [decision])
    add_activities(session, _LOGGED[decision.act], by.now, [subject_of(story)])
    return decision


def _decision(story: Story, by: By, **said: Any) -> Decision:
    return Decision(
        id=new_id(),
        story=story.id,
        at=by.now,
        by=by.person or None,
        was=story.state,
        **said,
    )
