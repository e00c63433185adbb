"""The form of one vote: a place, how sure, one sentence; kept as typed, sent once."""

import streamlit as st

from themewatch.charts.palette import palette_for
from themewatch.charts.sentences import place
from themewatch.charts.vote_strip import stage_axis
from themewatch.domain.person import Role
from themewatch.domain.review import Ballot, Round
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_rounds import SeenRound
from themewatch.domain.view import Confidence
from themewatch.errors import InputError
from themewatch.services.review_votes import cast_vote
from themewatch.ui import session
from themewatch.ui.choices import CONFIDENCES
from themewatch.ui.drafts import DraftForm
from themewatch.ui.review_state import say
from themewatch.ui.view_form import PLACES
from themewatch.words import _

LONGEST = 300  # one sentence
FIELDS = ("position", "confidence", "reason")
BEGINNING = {
    "position": PLACES[len(PLACES) // 2 - 1],
    "confidence": None,  # to be said: an untouched form is no vote
    "reason": "",
}


def draw_vote(board: ReviewBoard, theme: str, a_round: Round) -> None:
    """Ask the visitor, who is known by name, for their vote in a round."""
    form = _form(a_round)
    form.resume(BEGINNING)
    draft = st.container()
    form.show_problems()
    with st.container(border=True):
        _ask(form, board, theme)
        st.button(
            _("Send my vote"),
            type="primary",
            key=form.key("save"),
            on_click=form.once(lambda: _vote(form, a_round)),
        )
        st.caption(_("A vote stands once it is sent: all votes are given unseen."))
    form.keep(FIELDS, draft)


def show_unsent(seen: SeenRound) -> None:
    """Show the sentence of a vote that was begun and came too late to be sent."""
    if not (session.person() and session.may(Role.CONTRIBUTOR)):
        return
    reason = str(_form(seen.round).typed.get("reason") or "").strip()
    if reason and (seen.own is None or seen.own.reason != reason):
        st.markdown(_("What you had begun here was not sent any more:"))
        st.code(reason, language=None, wrap_lines=True)


def _form(a_round: Round) -> DraftForm:
    return DraftForm(f"vote-{a_round.review}-{a_round.theme}-{a_round.number}")


def _ask(form: DraftForm, board: ReviewBoard, theme: str) -> None:
    st.select_slider(
        _("Where does it stand for you?"),
        PLACES,
        format_func=place,
        key=form.key("position"),
    )
    palette = palette_for(st.context.theme.type)
    st.html(stage_axis(board.standing(theme).theme, palette))
    st.radio(
        _("How sure are you?"),
        list(Confidence),
        format_func=lambda confidence: _(CONFIDENCES[confidence]),
        key=form.key("confidence"),
        index=None,
        horizontal=True,
    )
    st.text_input(_("Why, in one sentence?"), key=form.key("reason"), max_chars=LONGEST)


def _vote(form: DraftForm, a_round: Round) -> None:
    confidence = form.value("confidence")
    if confidence is None:
        raise InputError(_("Say how sure you are: a vote stands once it is sent."))
    ballot = Ballot(
        review=a_round.review,
        theme=a_round.theme,
        number=a_round.number,
        person=session.person(),
        position=form.value("position"),
        confidence=Confidence(confidence),
        reason=form.text("reason"),
        cast_at=session.now(),
    )
    with session.writing() as db:
        cast_vote(db, ballot, now=session.now())
        form.drop(db)
    say(_("Your vote is kept."))
