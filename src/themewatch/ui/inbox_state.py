"""Where somebody is in the inbox: the story before them, and what they did last."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

import streamlit as st

from themewatch.domain.news import Act
from themewatch.domain.story import Story
from themewatch.errors import ThemewatchError
from themewatch.ui import session

CURRENT, PLACE, SHOWN = "inbox-current", "inbox-place", "inbox-shown"
FORM, DONE, PROBLEM = "inbox-form", "inbox-done", "inbox-problem"
OPENINGS = "inbox-openings"
PAGE = "inbox-page"
LEAST_LOOK = timedelta(seconds=0.3)
"""A story decided on sooner than that was not seen: it was the press before."""

FormKind = Literal["accept", "attach", "merge"]


@dataclass(frozen=True, slots=True)
class Done:
    """One act of this visit, with what to say of it."""

    decisions: tuple[str, ...]
    act: Act
    story: str
    sentences: tuple[str, ...]
    release: str = ""


def current_of(stories: tuple[Story, ...]) -> Story:
    """Return the story to look at: the one chosen, else what took its place."""
    ids = [story.id for story in stories]
    chosen = st.session_state.get(CURRENT)
    place: int = st.session_state.get(PLACE, 0)
    place = ids.index(chosen) if chosen in ids else min(place, len(ids) - 1)
    st.session_state[PLACE] = place
    st.session_state[CURRENT] = ids[place]
    return stories[place]


def note_shown(story: Story) -> None:
    """Remember since when a story is before somebody's eyes."""
    shown: tuple[str, datetime] | None = st.session_state.get(SHOWN)
    if shown is None or shown[0] != story.id:
        st.session_state[SHOWN] = story.id, session.now()


def was_seen(story: str) -> bool:
    """Say whether a story was before somebody's eyes when they pressed."""
    shown: tuple[str, datetime] | None = st.session_state.get(SHOWN)
    return (
        shown is not None
        and shown[0] == story
        and session.now() - shown[1] >= LEAST_LOOK
    )


def choose(story: str) -> None:
    st.session_state[CURRENT] = story
    close_form()


def turn_page(page: int, place: int) -> None:
    """Go to a page, and to a place on it."""
    st.session_state[PAGE] = page
    st.session_state[PLACE] = place
    st.session_state.pop(CURRENT, None)
    close_form()


def open_form(kind: FormKind, story: str) -> None:
    st.session_state[FORM] = kind, story
    st.session_state[OPENINGS] = openings() + 1


def openings() -> int:
    """Return how often a form was opened in this visit."""
    count: int = st.session_state.get(OPENINGS, 0)
    return count


def close_form() -> None:
    st.session_state.pop(FORM, None)


def form_open_for(story: str) -> FormKind | None:
    """Return which form is open beside a story."""
    kind, about = st.session_state.get(FORM, (None, None))
    return kind if about == story else None


def acts_done() -> list[Done]:
    """Return what was done in this visit and not undone, the last one last."""
    done: list[Done] = st.session_state.setdefault(DONE, [])
    return done


def note_problem(problem: ThemewatchError) -> None:
    st.session_state[PROBLEM] = problem


def take_problem() -> ThemewatchError | None:
    """Return why the last act was refused, once."""
    problem: ThemewatchError | None = st.session_state.pop(PROBLEM, None)
    return problem
