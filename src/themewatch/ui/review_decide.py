"""What is decided of a theme: its place, and what we do now; every version is kept."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import streamlit as st

from themewatch.charts.review_words import decided_in_words, use_name
from themewatch.charts.sentences import place
from themewatch.domain.person import Role
from themewatch.domain.review import Decision, DecisionKind, Use
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.stage import Stage
from themewatch.errors import InputError
from themewatch.services.review_decisions import USUAL, decide
from themewatch.ui import session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.review_name import ask_name
from themewatch.ui.review_state import say
from themewatch.ui.text import plain
from themewatch.ui.view_form import PLACES
from themewatch.words import _, mark

REVISIT = timedelta(days=30)
FIELDS = ("kind", "position", "reason", "use", "owner", "revisit_on")
KINDS = {
    DecisionKind.ESTIMATE: mark("take the estimate: {place}"),
    DecisionKind.PLACE: mark("another place"),
    DecisionKind.UNCHANGED: mark("no change: {place}"),
}


def draw_decision(board: ReviewBoard, theme: str) -> None:
    """Say what is decided, and let a reviewer decide, or decide again."""
    st.subheader(_("Decision"))
    decision = board.decision(theme)
    is_shown = board.votes[theme].latest.is_shown
    if decision is not None:
        _show_decided(board.versions[theme])
    if not session.may(Role.REVIEWER):
        if decision is None:
            st.markdown(_("Nothing is decided yet: a reviewer decides."))
    elif not session.person():
        _ask_who(theme, is_asked_above=not is_shown)
    elif decision is None and is_shown:
        _draw_form(board, theme)
    else:
        _fold_form(board, theme)


def _ask_who(theme: str, *, is_asked_above: bool) -> None:
    why = _("Say who you are to decide: your name stands beside the decision.")
    if is_asked_above:
        st.markdown(why)
    else:
        ask_name(why, f"decider_{theme}")


def _fold_form(board: ReviewBoard, theme: str) -> None:
    """Keep the form out of the way where it is decided, or votes are hidden still."""
    is_decided = board.decision(theme) is not None
    label = _("Decide again") if is_decided else _("Decide without waiting for votes")
    is_refused = _form(board, theme).was_refused  # why must not be folded away
    with st.expander(
        label, expanded=is_refused, key=f"again_{theme}", on_change="rerun"
    ) as folded:
        if folded.open:
            _draw_form(board, theme)


def _form(board: ReviewBoard, theme: str) -> DraftForm:
    return DraftForm(f"decide-{board.review.id}-{theme}")


def _show_decided(versions: tuple[Decision, ...]) -> None:
    last, *earlier = versions
    st.markdown(f"**{plain(decided_in_words(last))}**")
    for decision in earlier:
        said = _("Before: {decision}").format(decision=decided_in_words(decision))
        st.caption(plain(said))


def _draw_form(board: ReviewBoard, theme: str) -> None:
    form = _form(board, theme)
    form.resume(_beginning(board, theme))
    draft = st.container()
    form.show_problems()
    _ask_place(form, board, theme)
    _ask_what_we_do(form, board)
    st.button(
        _("Decide"),
        type="primary",
        key=form.key("save"),
        on_click=form.once(lambda: _decide(form, board, theme)),
    )
    st.caption(_("It stands beside the estimate, and moves neither ● nor ◇."))
    form.keep(FIELDS, draft)


def _ask_place(form: DraftForm, board: ReviewBoard, theme: str) -> None:
    options = {
        kind: _(label).format(place=place(_place_of(board, theme, kind)))
        for kind, label in KINDS.items()
        if kind is not DecisionKind.UNCHANGED or _before(board, theme) is not None
    }
    st.radio(
        _("Where does it stand for the team?"),
        list(options),
        format_func=lambda kind: options[DecisionKind(kind)],
        key=form.key("kind"),
    )
    is_own = form.value("kind") == DecisionKind.PLACE
    if is_own:
        st.select_slider(
            _("The place"), PLACES, format_func=place, key=form.key("position")
        )
    st.text_input(
        _("Why there?") if is_own else _("Why? (optional)"),
        key=form.key("reason"),
        max_chars=1000,
    )


def _ask_what_we_do(form: DraftForm, board: ReviewBoard) -> None:
    use, owner, again = st.columns(3)
    use.radio(
        _("What we do now"),
        list(Use),
        format_func=lambda name: use_name(Use(name)),
        key=form.key("use"),
        horizontal=True,
    )
    people = {*board.review.people, session.person(), form.text("owner")} - {""}
    owner.selectbox(
        _("Who sees to it"),
        sorted(people, key=str.casefold),
        key=form.key("owner"),
        accept_new_options=True,
    )
    again.date_input(
        _("Look at it again on"), key=form.key("revisit_on"), format="YYYY-MM-DD"
    )


def _beginning(board: ReviewBoard, theme: str) -> Mapping[str, Any]:
    """Return what the form holds at first: what stands, else what is usual."""
    last = board.decision(theme) or board.former.get(theme)
    estimated = _estimated(board, theme)
    kind = board.versions[theme][0].kind if board.versions[theme] else None
    return {
        "kind": (kind or DecisionKind.ESTIMATE).value,
        "position": _nearest(_suggested(board, theme)),
        "reason": "",
        "use": (last.use if last else USUAL[Stage.at(estimated)]).value,
        "owner": last.owner if last else session.person(),
        "revisit_on": session.today() + REVISIT,
    }


def _suggested(board: ReviewBoard, theme: str) -> float:
    """Return the place a decision of one's own begins at: the votes' median."""
    agreed = board.votes[theme].latest.agreement
    return agreed.median if agreed else _estimated(board, theme)


def _nearest(position: float) -> float:
    return min(PLACES, key=lambda at: abs(at - position))


def _estimated(board: ReviewBoard, theme: str) -> float:
    return float(board.standing(theme).position.mean)


def _place_of(board: ReviewBoard, theme: str, kind: DecisionKind) -> float:
    before = _before(board, theme)
    if kind is DecisionKind.UNCHANGED and before is not None:
        return before.position
    return _estimated(board, theme)


def _before(board: ReviewBoard, theme: str) -> Decision | None:
    """Return what “no change” leaves as it is: an earlier review's word first."""
    return board.former.get(theme) or board.decision(theme)


def _decide(form: DraftForm, board: ReviewBoard, theme: str) -> None:
    if form.value("revisit_on") is None:
        raise InputError(_("The day to look at it again is missing: choose it."))
    seen = board.decision(theme)
    proposed = Decision(
        review=board.review.id,
        theme=theme,
        version=seen.version if seen else 0,
        decided_by=session.person(),
        decided_at=session.now(),
        kind=DecisionKind(form.value("kind")),
        position=form.value("position", _nearest(_suggested(board, theme))),
        reason=form.text("reason"),
        use=Use(form.value("use")),
        owner=form.text("owner"),
        revisit_on=form.value("revisit_on"),
        estimated=_estimated(board, theme),
    )
    with session.writing() as db:
        decide(db, proposed, now=session.now())
        form.drop(db)
    say(_("The decision is kept."))
