"""A key and a button for each thing one can do with the story before us."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from themewatch.domain.story import Story
from themewatch.domain.suggestion import Suggestion
from themewatch.services.inbox import PAGE, Inbox
from themewatch.ui import inbox_acts, inbox_state
from themewatch.ui.inbox_done import TOO_SOON
from themewatch.ui.text import plain
from themewatch.words import _


def _once_seen(story: Story, act: Callable[[], None]) -> None:
    """Act on what was before somebody's eyes; say so where it was not yet."""
    if inbox_state.was_seen(story.id):
        act()
    else:
        st.session_state[TOO_SOON] = True


def show_keys(story: Story, suggestion: Suggestion) -> None:
    """Draw the buttons; each is of this story, so no press reaches another."""
    open_form = partial(partial, inbox_state.open_form)
    with st.container(horizontal=True, gap="xsmall", key="keys"):
        _key(
            _("Accept"),
            "A",
            story,
            partial(inbox_acts.accept_as_suggested, story, suggestion),
        )
        _key(_("Details"), "D", story, open_form("accept", story.id))
        _key(_("Attach"), "T", story, open_form("attach", story.id))
        _key(_("Dismiss"), "X", story, partial(inbox_acts.dismiss, story))
        _key(_("Merge"), "M", story, open_form("merge", story.id))
        _key(_("Later"), "L", story, partial(inbox_acts.put_off, story))


def show_steps(inbox: Inbox) -> None:
    """Draw the way to the next story and back, and say where we are."""
    place = (inbox.page - 1) * PAGE + st.session_state[inbox_state.PLACE] + 1
    with st.container(
        horizontal=True, vertical_alignment="center", gap="xsmall", key="steps"
    ):
        st.button(_("Back"), shortcut="K", key="back", on_click=_step, args=(inbox, -1))
        st.button(_("Next"), shortcut="J", key="next", on_click=_step, args=(inbox, 1))
        said = _("{place} of {left}").format(place=place, left=inbox.left)
        st.caption(plain(said), width="content")


def _key(label: str, key: str, story: Story, act: Callable[[], None]) -> None:
    st.button(
        label,
        shortcut=key,
        key=f"key-{key}-{story.id}",
        on_click=_once_seen,
        args=(story, act),
    )


def _step(inbox: Inbox, by: int) -> None:
    """Go to the next story or the one before, on another page where this one ends."""
    place = st.session_state.get(inbox_state.PLACE, 0) + by
    if 0 <= place < len(inbox.stories):
        inbox_state.choose(inbox.stories[place].id)
    elif 1 <= inbox.page + by <= inbox.pages:
        inbox_state.turn_page(inbox.page + by, 0 if by > 0 else PAGE - 1)
