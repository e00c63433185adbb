"""The row of stories that wait: one each, and several to be let go at once."""

from collections.abc import Sequence

import streamlit as st

from themewatch.charts.sentences import short_name
from themewatch.domain.excerpt import shortened
from themewatch.domain.story import Story
from themewatch.services.inbox import Inbox
from themewatch.services.reference import catalogue
from themewatch.ui import inbox_acts, inbox_state
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

SEVERAL = "inbox-several"


def show_queue(inbox: Inbox, current: Story) -> None:
    """Draw a row for each story of the page; pressing one brings it before us."""
    is_several = st.toggle(_("Several at once"), key=SEVERAL)
    if is_several:
        _show_several(inbox.stories)
    with st.container(key="queue", gap="xxsmall"):
        for story in inbox.stories:
            if is_several:
                st.checkbox(_row_words(story), key=_tick(story))
            else:
                _row_button(story, is_current=story.id == current.id)
    if inbox.pages > 1:
        _show_pages(inbox)


def _row_button(story: Story, *, is_current: bool) -> None:
    st.button(
        _row_words(story),
        key=f"row-{story.id}",
        type="secondary" if is_current else "tertiary",
        on_click=inbox_state.choose,
        args=(story.id,),
        width="stretch",
        wrap=True,
    )


def _row_words(story: Story) -> str:
    match = story.match
    facts = [shortened(story.lead.source), story.dated_at.strftime("%m-%d")]
    if story.others:
        more = ngettext("+{n} more", "+{n} more", len(story.others))
        facts.append(more.format(n=len(story.others)))
    if match.is_release:
        facts.append(_("release"))
    facts += [short_name(catalogue().theme(slug)) for slug in match.themes]
    title = story.lead.entry.title or _("no title")
    return f"**{plain(title)}** {plain(' · '.join(facts))}"


def _show_several(stories: Sequence[Story]) -> None:
    ticked = [story for story in stories if st.session_state.get(_tick(story))]
    with st.container(horizontal=True):
        said = ngettext("Dismiss {n} ticked", "Dismiss {n} ticked", len(ticked))
        st.button(
            said.format(n=len(ticked)),
            key="dismiss_ticked",
            disabled=not ticked,
            on_click=inbox_acts.dismiss_several,
            args=(ticked,),
        )
        said = ngettext("Dismiss the one shown", "Dismiss all {n} shown", len(stories))
        st.button(
            said.format(n=len(stories)),
            key="dismiss_all",
            on_click=inbox_acts.dismiss_several,
            args=(list(stories),),
        )


def _tick(story: Story) -> str:
    return f"tick-{story.id}"


def _show_pages(inbox: Inbox) -> None:
    """Offer the pages; a key for each, as a widget may be given its value but once."""
    key = f"pages-{inbox.page}"
    st.pagination(
        inbox.pages,
        default=inbox.page,
        key=key,
        on_change=lambda: inbox_state.turn_page(st.session_state[key], 0),
    )
