"""What the inbox's keys and buttons do: write at once, and remember it for undo.

For `on_click`: nothing is drawn here. One press decides one story, and only one that
was before somebody's eyes.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from themewatch.domain.news import Act, Decision
from themewatch.domain.release import Release
from themewatch.domain.story import Story
from themewatch.domain.suggestion import SuggestedClaim, Suggestion
from themewatch.errors import ConflictError, ThemewatchError
from themewatch.services import triage, undoing
from themewatch.services.house import Session
from themewatch.services.learned import theme_change
from themewatch.services.triage import By, KnownRelease
from themewatch.ui import cache, inbox_state, session
from themewatch.ui.inbox_state import Done
from themewatch.ui.saved import claimed_sentence
from themewatch.words import _, ngettext

REASON = "inbox-reason"


def accept_as_suggested(story: Story, suggestion: Suggestion) -> None:
    """Keep a story as the release it suggests; where that cannot be, open a form."""
    session.speak()
    if suggestion.known:
        inbox_state.open_form("attach", story.id)
    elif suggestion.is_whole:
        release = Release(
            id="",
            recorded_at=session.now(),
            model=suggestion.model or "",
            vendor=suggestion.vendor or "",
            released_on=suggestion.released_on,
        )
        _once_seen(story, lambda: accept(story, release, suggestion.claims))
    else:
        inbox_state.open_form("accept", story.id)


def accept(story: Story, release: Release, claims: Sequence[SuggestedClaim]) -> None:
    """Keep a story as a release; raises what `triage.accept` raises."""
    said = _("Accepted: {model} by {vendor}.").format(
        model=release.model, vendor=release.vendor
    )
    _keep(
        story,
        Act.ACCEPT,
        [said, *_counted(claims)],
        claims,
        lambda db: triage.accept(db, story.seen, release, claims, _by()),
    )


def attach(story: Story, known: KnownRelease) -> None:
    """Let a story speak of a release; raises what `triage.attach` raises."""
    release = cache.releases().releases.get(known.release)
    model = release.model if release else known.release
    _keep(
        story,
        Act.ATTACH,
        [_("Attached to {model}.").format(model=model), *_counted(known.claims)],
        known.claims,
        lambda db: triage.attach(db, story.seen, known, _by()),
    )


def merge(story: Story, into: Story) -> None:
    """Show a story as part of another; raises what `triage.merge` raises."""
    with session.writing() as db:
        made = triage.merge(db, story.seen, into.id, _by())
    said = _("Merged into “{title}”.").format(title=into.lead.entry.title)
    _remember(Act.MERGE, story, [made], [said])


def dismiss(story: Story) -> None:
    """Let a story go."""
    session.speak()
    _once_seen(story, lambda: _dismiss([story]))


def dismiss_several(stories: Sequence[Story]) -> None:
    """Let stories go as one act, whether looked at or not."""
    session.speak()
    _attempt(lambda: _dismiss(stories))


def put_off(story: Story) -> None:
    """Let a story come back tomorrow."""
    session.speak()
    _once_seen(story, lambda: _put_off(story))


def undo() -> None:
    """Undo what was done last in this visit; its story stands before us again."""
    session.speak()
    if inbox_state.acts_done():
        _attempt(_undo)


def explain() -> None:
    """Keep the reason given for what was dismissed last."""
    session.speak()
    done, reason = inbox_state.acts_done()[-1], st.session_state.get(REASON)

    def keep() -> None:
        with session.writing() as db:
            triage.explain(db, done.decisions, reason or "", _by())

    _attempt(keep)


def _put_off(story: Story) -> None:
    with session.writing() as db:
        made = triage.put_off(db, story.seen, _by())
    title = story.lead.entry.title
    said = _("“{title}” comes back tomorrow.").format(title=title)
    _remember(Act.LATER, story, [made], [said])


def _dismiss(stories: Sequence[Story]) -> None:
    with session.writing() as db:
        made = triage.dismiss(db, [story.seen for story in stories], _by())
    _remember(Act.DISMISS, stories[0], made, list(_dismissed(stories, len(made))))


def _dismissed(stories: Sequence[Story], count: int) -> list[str]:
    if len(stories) == 1:
        title = stories[0].lead.entry.title
        return [_("Dismissed: “{title}”.").format(title=title)]
    said = ngettext("{n} story dismissed.", "{n} stories dismissed.", count)
    left = len(stories) - count
    more = ngettext(
        "{n} was decided on by somebody else meanwhile and left as it is.",
        "{n} were decided on by somebody else meanwhile and left as they are.",
        left,
    )
    return [said.format(n=count), *([more.format(n=left)] if left else [])]


def _undo() -> None:
    """Undo the last act; one that cannot be undone stands in no other's way."""
    done = inbox_state.acts_done()[-1]
    try:
        with session.writing() as db:
            undoing.undo(db, done.decisions, _by())
    except ConflictError:
        inbox_state.acts_done().pop()
        raise
    inbox_state.acts_done().pop()
    inbox_state.choose(done.story)


def _keep(
    story: Story,
    act: Act,
    sentences: list[str],
    claims: Sequence[SuggestedClaim],
    write: Callable[[Session], Decision],
) -> None:
    """Write what makes evidence; where a claim weighs, say how ◇ answered."""
    weighed = dict.fromkeys(c.theme for c in claims if c.claimed_stage is not None)
    before = cache.todays_assessment() if weighed else None
    with session.writing() as db:
        made = write(db)
    if before is not None:
        after = cache.todays_assessment()
        changes = [theme_change(theme, before, after) for theme in weighed]
        sentences = [*sentences, *map(claimed_sentence, changes)]
    _remember(act, story, [made], sentences)


def _counted(claims: Sequence[SuggestedClaim]) -> list[str]:
    """Say how many claims were kept, and whether they weigh."""
    light = sum(claim.claimed_stage is None for claim in claims)
    if not claims:
        return []
    said = ngettext("{n} claim kept", "{n} claims kept", len(claims))
    if light == len(claims):
        said = ngettext(
            "{n} claim kept, without weight", "{n} claims kept, without weight", light
        )
    return [said.format(n=len(claims)) + "."]


def _remember(
    act: Act, story: Story, made: Sequence[Decision], sentences: Sequence[str]
) -> None:
    ids = tuple(decision.id for decision in made)
    release = made[0].release or ""
    done = Done(ids, act, story.id, tuple(sentences), release)
    inbox_state.acts_done().append(done)
    inbox_state.close_form()
    st.session_state.pop(REASON, None)


def _once_seen(story: Story, act: Callable[[], None]) -> None:
    if inbox_state.was_seen(story.id):
        _attempt(act)


def _attempt(act: Callable[[], None]) -> None:
    try:
        act()
    except ThemewatchError as problem:
        inbox_state.note_problem(problem)


def _by() -> By:
    return By(session.person(), session.now())
