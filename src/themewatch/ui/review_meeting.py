"""A meeting: one theme a screen, in the agenda's order, with the time that is left."""

import streamlit as st

from themewatch.charts.review_words import topic_reasons
from themewatch.charts.sentences import theme_name
from themewatch.domain.review_board import ReviewBoard
from themewatch.ui import session
from themewatch.ui.problems import show_problem
from themewatch.ui.review_acts import take_problem
from themewatch.ui.review_card import draw_card
from themewatch.ui.review_close import offer_closing
from themewatch.ui.review_confirm import draw_confirm
from themewatch.ui.review_outcome import draw_outcome, offer_edition
from themewatch.ui.review_pulse import watch
from themewatch.ui.review_state import (
    BEGAN,
    CONFIRM,
    END,
    MEET,
    REVIEW,
    asked,
    go,
    meeting_began,
    stops,
)
from themewatch.ui.text import plain
from themewatch.words import _, ngettext

MINUTES = 30
TICK = 20  # seconds
LOOKS = """<style>
.st-key-meeting [data-testid="stMarkdown"] :is(p, li) {
  font-size: 1.15rem; line-height: 1.5}
.st-key-meeting [data-testid="stCaptionContainer"] p {font-size: 0.9rem !important}
.st-key-meeting h2 {font-size: 2.25rem}
</style>"""


def draw_meeting(board: ReviewBoard) -> None:
    """Draw the stop that the address names, and the way to the next."""
    places = stops(board, meeting_began() or board.review.opened_at)
    here = asked(MEET) if asked(MEET) in (*places, *board.themes) else places[0]
    st.html(LOOKS)
    _show_steps(board, places, here)
    watch(board)
    if problem := take_problem():
        show_problem(problem)
    with st.container(key="meeting"):
        _draw_stop(board, here)


def _draw_stop(board: ReviewBoard, here: str) -> None:
    if here == CONFIRM:
        st.header(_("Nothing new"))
        draw_confirm(board)
    elif here == END:
        _draw_end(board)
    else:
        st.header(plain(theme_name(board.standing(here).theme)))
        st.markdown(plain(" · ".join(topic_reasons(board.topic(here)))))
        draw_card(board, here)


def _show_steps(board: ReviewBoard, places: tuple[str, ...], here: str) -> None:
    at = places.index(here) if here in places else 0
    with st.container(horizontal=True, vertical_alignment="center", key="steps"):
        _step(board, _("Back"), "K", places[max(at - 1, 0)], is_off=at == 0)
        last = len(places) - 1
        _step(board, _("Next"), "J", places[min(at + 1, last)], is_off=at == last)
        said = _("{place} of {n}").format(place=at + 1, n=len(places))
        st.markdown(plain(said), width="content")
        _show_time()
        st.button(
            _("Leave the meeting"),
            key="leave_meeting",
            type="tertiary",
            on_click=go,
            kwargs={REVIEW: board.review.id},
        )


def _step(board: ReviewBoard, label: str, key: str, stop: str, *, is_off: bool) -> None:
    began = {BEGAN: asked(BEGAN)} if asked(BEGAN) else {}
    st.button(
        label,
        key=f"meeting_{key}",
        shortcut=key,
        disabled=is_off,
        on_click=go,
        kwargs={REVIEW: board.review.id, MEET: stop, **began},
    )


@st.fragment(run_every=TICK)
def _show_time() -> None:
    """Say how many minutes are left, where it is known when the meeting began."""
    began = meeting_began()
    if began is None:
        return
    left = MINUTES - int((session.now() - began).total_seconds() // 60)
    if left > 0:
        said = ngettext(
            "{n} of 30 minutes left", "{n} of 30 minutes left", left
        ).format(n=min(left, MINUTES))
    else:
        said = _("Half an hour has passed: what is left can wait.")
    st.markdown(plain(said), width="content")


def _draw_end(board: ReviewBoard) -> None:
    """Draw what the meeting came to, and what is left to do."""
    draw_outcome(board)
    left = [t for t in board.themes if not board.versions[t]]
    if left:
        names = ", ".join(theme_name(board.standing(theme).theme) for theme in left)
        st.markdown(plain(_("Not decided yet: {themes}.").format(themes=names)))
    offer_edition(board)
    offer_closing(board.review)
