"""One review: its state, what comes of it, and its agenda theme by theme."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from themewatch.charts.map_table import tested_place
from themewatch.charts.review_words import (
    agreement_sentence,
    decision_in_words,
    review_period,
    review_state,
    topic_reasons,
    voted_words,
    who_votes,
)
from themewatch.charts.sentences import theme_name
from themewatch.domain.agenda import Topic
from themewatch.domain.person import Role
from themewatch.domain.review_board import ReviewBoard
from themewatch.ui import session
from themewatch.ui.download import File, offer_file
from themewatch.ui.problems import show_problem
from themewatch.ui.review_acts import take_problem, write_down
from themewatch.ui.review_card import draw_card
from themewatch.ui.review_close import offer_closing
from themewatch.ui.review_confirm import draw_confirm
from themewatch.ui.review_outcome import draw_outcome, offer_edition
from themewatch.ui.review_pulse import watch
from themewatch.ui.review_state import BEGAN, MEET, REVIEW, THEME, asked, go, stops
from themewatch.ui.row import row
from themewatch.ui.text import plain
from themewatch.words import _, ngettext


def draw_board(board: ReviewBoard) -> None:
    """Draw a review; the theme that the address names stands open."""
    _show_head(board)
    watch(board)
    if problem := take_problem():
        show_problem(problem)
    _show_acts(board)
    if any(board.versions.values()):
        draw_outcome(board)
    _show_agenda(board)
    st.button(_("All reviews"), key="all_reviews", on_click=go, type="tertiary")


def _show_head(board: ReviewBoard) -> None:
    review = board.review
    st.header(plain(review.title))
    who = _("Votes: {people}").format(people=who_votes(review))
    facts = (review_period(review), review_state(review, board.at, session.zone()), who)
    st.markdown(plain(" · ".join(facts)))
    st.markdown(plain(" ".join(_progress(board))))


def _progress(board: ReviewBoard) -> Iterator[str]:
    waiting = [t for t in board.themes if board.votes[t].latest.may_vote]
    disputed = {topic.theme for topic in board.agenda.to_discuss}
    mine = len([theme for theme in waiting if theme in disputed])
    if mine:
        yield ngettext(
            "Your vote is asked for on {n} theme.",
            "Your vote is asked for on {n} themes.",
            mine,
        ).format(n=mine)
    decided = sum(bool(board.versions[theme]) for theme in board.themes)
    said = ngettext(
        "Decided: {decided} of {n} theme.",
        "Decided: {decided} of {n} themes.",
        len(board.themes),
    )
    yield said.format(decided=decided, n=len(board.themes))


def _show_acts(board: ReviewBoard) -> None:
    review = board.review
    with st.container(horizontal=True, key="review_acts"):
        if not offer_edition(board):
            _offer_meeting(board)
        if session.may(Role.REVIEWER) and not review.is_over(board.at):
            query = {REVIEW: review.id, "view": "change"}
            st.button(_("Change it"), key="change_review", on_click=go, kwargs=query)
        offer_file(
            _("Minutes"),
            partial(write_down, session.own_house(), review.id),
            File(
                name=f"themewatch-review-{review.ends_on}.md",
                media_type="text/markdown",
                key="minutes",
            ),
        )
        offer_closing(review)


def _offer_meeting(board: ReviewBoard) -> None:
    """Lead to the meeting, as what comes next until all is decided."""
    began = session.now().replace(second=0, microsecond=0)
    is_next = session.may(Role.REVIEWER) and not board.is_decided
    st.button(
        _("Start the meeting") if _takes_part(board) else _("Follow the meeting"),
        key="start_meeting",
        type="primary" if is_next else "secondary",
        on_click=go,
        kwargs={
            REVIEW: board.review.id,
            MEET: stops(board, began)[0],
            BEGAN: began.strftime("%Y-%m-%dT%H:%M"),
        },
    )


def _takes_part(board: ReviewBoard) -> bool:
    """Say whether the visitor may vote or decide in a review."""
    may_vote = session.may(Role.CONTRIBUTOR) and board.review.invites(session.person())
    return may_vote or session.may(Role.REVIEWER)


def _show_agenda(board: ReviewBoard) -> None:
    to_discuss, to_confirm = board.agenda.to_discuss, board.agenda.to_confirm
    st.header(_("To talk about"))
    if not to_discuss:
        st.markdown(
            _(
                "Nobody tested anything in these days, so there is nothing to talk "
                "about. Confirm the themes below, or log a test first."
            )
        )
    for number, topic in enumerate(to_discuss, start=1):
        _show_topic(board, topic, f"{number}. ")
    if to_confirm:
        st.header(_("Nothing new"))
        draw_confirm(board)
        _show_folded(board)


def _show_folded(board: ReviewBoard) -> None:
    """Fold what is confirmed at once; where the address names one, it stands open."""
    topics = board.agenda.to_confirm
    is_open = asked(THEME) in {topic.theme for topic in topics}
    with st.expander(
        _("Look at them one by one"),
        expanded=is_open,
        key="one_by_one",
        on_change="rerun",
    ) as folded:
        if folded.open:
            for topic in topics:
                _show_topic(board, topic)


def _show_topic(board: ReviewBoard, topic: Topic, number: str = "") -> None:
    is_open = asked(THEME) == topic.theme
    query = {REVIEW: board.review.id} | ({} if is_open else {THEME: topic.theme})
    with row(_topic_words(board, topic, number)):
        st.button(
            _("Fold up") if is_open else _topic_act(board, topic),
            key=f"topic_{topic.theme}",
            on_click=go,
            kwargs=query,
        )
    if is_open:
        with st.container(border=True, key="open_topic"):
            draw_card(board, topic.theme)


def _topic_act(board: ReviewBoard, topic: Topic) -> str:
    return _("Vote") if board.votes[topic.theme].latest.may_vote else _("Open")


def _topic_words(board: ReviewBoard, topic: Topic, number: str) -> str:
    standing = board.standing(topic.theme)
    name = plain(f"{number}{theme_name(standing.theme)}")
    where = _("● {place}").format(place=tested_place(standing))
    reasons = " · ".join((where, *topic_reasons(topic)))
    return "  \n".join((f"**{name}**", plain(reasons), plain(_state(board, topic))))


def _state(board: ReviewBoard, topic: Topic) -> str:
    """Say how far the team is with a theme."""
    if (decision := board.decision(topic.theme)) is not None:
        said = _("Decided: {decision}")
        return said.format(decision=decision_in_words(decision))
    seen = board.votes[topic.theme].latest
    if not seen.voted:
        return _("Nobody voted.") if seen.is_over else _("Nobody has voted yet.")
    if not seen.is_shown:
        return _("{voted}; votes are hidden.").format(voted=voted_words(seen))
    return agreement_sentence(seen.agreement)
