"""The inbox: one story before us, the others in a row, a key for each thing to do.

All of it is one fragment, so that a decision redraws nothing else. Callbacks write
before it is drawn, so that the next story is there at once.
"""

from collections.abc import Callable

import streamlit as st

from themewatch.domain.story import Story, StorySearch
from themewatch.domain.suggestion import Suggestion, suggest
from themewatch.services.inbox import MOST_COUNTED, Inbox, open_inbox
from themewatch.services.reference import catalogue
from themewatch.ui import cache, inbox_state, session
from themewatch.ui.caught_up import show_caught_up
from themewatch.ui.gate import ask_again
from themewatch.ui.inbox_done import show_done
from themewatch.ui.inbox_keys import show_keys, show_steps
from themewatch.ui.inbox_search import ask_search, hide_again, show_hidden
from themewatch.ui.inbox_status import show_status
from themewatch.ui.keyboard import mind_keyboard, resume
from themewatch.ui.story_card import show_story
from themewatch.ui.story_forms import show_form
from themewatch.ui.story_queue import show_queue
from themewatch.words import _, ngettext

LOOKS = """<style>
.st-key-story h2, .st-key-story_form h2, .st-key-caught_up h2 {
  font-size: 1.4rem; line-height: 1.3; padding: 0 0 0.35rem}
.st-key-story .stMarkdownColoredBackground {
  border-bottom: 2px solid #b98900; border-radius: 3px 3px 0 0;
  padding-inline: 0.1em !important; margin: 0 !important}
.st-key-story h2, .st-key-queue strong {
  display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3;
  overflow: hidden; overflow-wrap: anywhere}
.st-key-done {min-height: 3rem; scroll-margin-top: 4rem; flex-wrap: nowrap}
.st-key-said, .st-key-said_short {flex: 1 1 0; min-width: 0}
.st-key-said_short p {white-space: nowrap; overflow: hidden; text-overflow: ellipsis}
.st-key-queue button {padding-inline: 0.75rem}
.st-key-queue button span {width: 100%; text-align: left; justify-content: flex-start}
.st-key-queue p {font-size: 0.875rem; line-height: 1.35}
.st-key-counts button p {text-decoration: underline}
@media (max-width: 720px) {
  .stMainBlockContainer {padding-top: 4.25rem}
  .stMainBlockContainer > .stVerticalBlock {gap: 0.25rem}
  .stMain h1 {font-size: 1.5rem; padding: 0}
  .st-key-counts {flex: 1 1 0; gap: 0.5rem}
  .st-key-counts p {font-size: 0.875rem}
  .st-key-done {gap: 0.5rem}
  .st-key-inbox-reason {flex: 0 0 8rem !important; min-width: 0}
}
</style>"""
"""What decided is marked by a line too, not by colour alone; the place of what was
done is as high when it is empty; a row of the queue has its title on lines of its
own, three at most."""


@st.fragment
def show_inbox(*, is_narrow: bool) -> None:
    """Draw what waits, or that nothing does."""
    ask_again()
    st.html(LOOKS)
    if not show_status() and not _has_stories():
        return
    resume()
    with st.container(horizontal=is_narrow, vertical_alignment="center", key="head"):
        search = ask_search(is_narrow=is_narrow)
        with session.reading() as db:
            page = st.session_state[inbox_state.PAGE]
            inbox = open_inbox(db, search, now=session.now(), page=page)
        _show_counts(search, inbox)
    show_done(hint=_hint(is_narrow=is_narrow) if inbox.stories else "")
    if not inbox.stories:
        show_caught_up(search, inbox)
        return
    story = inbox_state.current_of(inbox.stories)
    inbox_state.note_shown(story)
    suggestion = suggest(story, cache.releases(), catalogue())
    _show_work(inbox, story, suggestion, is_narrow=is_narrow)
    mind_keyboard(inbox, story)


def _hint(*, is_narrow: bool) -> str:
    if is_narrow:
        return _("One press each, and each can be undone.")
    return _("One key each: they stand on the buttons. U undoes the last.")


def _has_stories() -> bool:
    """Say whether anything waits, of sources that are followed no more too."""
    with session.reading() as db:
        return open_inbox(db, StorySearch(everything=True), now=session.now()).left > 0


def _show_counts(search: StorySearch, inbox: Inbox) -> None:
    """Say how many are left, and how many more can be shown.

    What is hidden has neither theme nor release: looking for either leaves it hidden.
    """
    with st.container(horizontal=True, vertical_alignment="center", key="counts"):
        if inbox.stories:
            left = ngettext("{n} story left", "{n} stories left", inbox.left)
            st.markdown(f"**{left.format(n=_number(inbox.left))}**", width="content")
        if inbox.hidden and not (search.theme or search.is_release):
            said = ngettext("{n} other hidden", "{n} others hidden", inbox.hidden)
            st.markdown(said.format(n=_number(inbox.hidden)), width="content")
            _quiet_button(_("show"), show_hidden)
        elif search.everything:
            _quiet_button(_("hide what has no theme and no release"), hide_again)


def _quiet_button(label: str, act: Callable[[], None]) -> None:
    st.button(label, key="hidden_ones", type="tertiary", on_click=act)


def _number(count: int) -> str:
    if count > MOST_COUNTED:
        return _("more than {n}").format(n=MOST_COUNTED)
    return str(count)


def _show_work(
    inbox: Inbox, story: Story, suggestion: Suggestion, *, is_narrow: bool
) -> None:
    """Draw the story, with the row of others or a form beside it."""
    form = inbox_state.form_open_for(story.id)
    if form and is_narrow:
        show_form(form, story, suggestion, inbox.stories)
        show_story(story, suggestion)
        return
    left, right = st.columns([1, 1] if form else [2, 1], gap="medium")
    with left:
        if not form:
            show_keys(story, suggestion)
            if is_narrow:
                show_steps(inbox)
        show_story(story, suggestion)
    with right:
        if form:
            show_form(form, story, suggestion, inbox.stories)
        else:
            if not is_narrow:
                show_steps(inbox)
            show_queue(inbox, story)
