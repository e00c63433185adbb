"""The votes on a theme: asked for unseen, shown all at once, the first round kept."""

from datetime import datetime, timedelta

import streamlit as st

from themewatch.charts.palette import palette_for
from themewatch.charts.review_words import (
    agreement_sentence,
    hidden_words,
    round_name,
    vote_in_words,
    voted_words,
)
from themewatch.charts.vote_strip import vote_strip
from themewatch.domain.person import Role
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import SeenRound
from themewatch.ui import session
from themewatch.ui.review_acts import ask_again
from themewatch.ui.review_name import ask_name
from themewatch.ui.review_vote import draw_vote, show_unsent
from themewatch.ui.text import plain
from themewatch.words import _, mark

UNTIL = {
    "hour": (mark("within an hour"), timedelta(hours=1)),
    "day": (mark("within a day"), timedelta(days=1)),
    "week": (mark("within a week"), timedelta(days=7)),
}
"""How long a second round can last."""


def draw_votes(board: ReviewBoard, theme: str) -> None:
    """Draw the round that is asked now first, those before it below."""
    votes = board.votes[theme]
    for seen in reversed(votes.rounds):
        st.subheader(round_name(seen.round.number))
        _draw_round(board, theme, seen)
    is_over = board.review.is_closed or board.decision(theme) is not None
    if votes.offers_second and not is_over:
        _offer_second(board, theme)


def _draw_round(board: ReviewBoard, theme: str, seen: SeenRound) -> None:
    if seen.is_shown:
        _reveal(board, theme, seen)
        show_unsent(seen)
        return
    st.markdown(plain(hidden_words(seen, session.zone())))
    if board.decision(theme) is not None:
        st.caption(_("It is decided: no vote is asked for any more."))
        show_unsent(seen)
    elif not session.may(Role.CONTRIBUTOR):
        st.caption(_("Contributors vote; you read along."))
    elif not session.person():
        why = _("Say who you are to vote: your name stands beside your vote.")
        ask_name(why, f"voter_{theme}")
    elif seen.may_vote:
        draw_vote(board, theme, seen.round)
    else:
        said = _("You are not invited to vote here: ask {person}, who opened it.")
        st.caption(plain(said.format(person=board.review.opened_by)))


def _reveal(board: ReviewBoard, theme: str, seen: SeenRound) -> None:
    """Show every vote with its name, the estimate, and how far they agree."""
    agreed = seen.agreement
    if agreed is None:
        st.markdown(_("Nobody voted in this round."))
        return
    position = board.standing(theme).position
    palette = palette_for(st.context.theme.type)
    st.html(vote_strip(seen.ballots, position, palette, agreed.median))
    st.caption(
        _(
            "● the estimate, the band its likely range; a filled mark is sure, an open "
            "one a guess. Between the dashed lines votes count as agreeing."
        )
    )
    st.markdown(f"**{plain(agreement_sentence(agreed))}**")
    st.markdown("\n".join(f"- {plain(vote_in_words(b))}" for b in seen.ballots))
    if not seen.is_over:
        said = _("{voted}. Who votes later does not see these before.")
        st.caption(plain(said.format(voted=voted_words(seen))))


def _offer_second(board: ReviewBoard, theme: str) -> None:
    st.markdown(
        _(
            "Under 70 % agree. Talk it over: say what you saw, then vote unseen once "
            "more. This round is kept."
        )
    )
    if not session.may(Role.REVIEWER):
        st.caption(_("A reviewer opens the second round."))
        return
    key = f"second_until_{theme}"
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            _("Vote again"),
            list(UNTIL),
            format_func=lambda name: _(UNTIL[name][0]),
            key=key,
            width=200,
        )
        st.button(
            _("Open a second round"),
            key=f"second_{theme}",
            on_click=ask_again,
            args=(board, theme, lambda: _until(key)),
        )


def _until(key: str) -> datetime:
    return session.now() + UNTIL[st.session_state[key]][1]
