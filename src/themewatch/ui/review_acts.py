"""What buttons of a review do; why one was refused is said once, on the next run."""

from collections.abc import Callable, Mapping
from datetime import date, datetime

import streamlit as st

from themewatch.domain.review_board import ReviewBoard
from themewatch.errors import ThemewatchError
from themewatch.services.house import House
from themewatch.services.review_board import write_minutes
from themewatch.services.review_decisions import confirm_unchanged
from themewatch.services.review_votes import open_second_round
from themewatch.services.reviews import close_review
from themewatch.ui import session
from themewatch.ui.review_state import say
from themewatch.words import _, ngettext

_PROBLEM = "review-problem"


def take_problem() -> ThemewatchError | None:
    """Return why the last press was refused, once."""
    problem: ThemewatchError | None = st.session_state.pop(_PROBLEM, None)
    return problem


def write_down(house: House, review_id: str, name: str = "markdown") -> str:
    """Write the minutes as they stand at this moment."""
    with house.reading() as db:
        return write_minutes(db, review_id, name, now=session.now())


def close_voting(review_id: str) -> None:
    """End all voting of a review, and show every vote."""

    def close() -> None:
        with session.writing() as db:
            close_review(db, review_id, now=session.now())
        say(_("Voting is closed: all votes are shown."))

    _attempt(close)


def ask_again(board: ReviewBoard, theme: str, until: Callable[[], datetime]) -> None:
    """Open a second round on a theme."""

    def ask() -> None:
        with session.writing() as db:
            open_second_round(
                db, board.review.id, theme, until=until(), now=session.now()
            )
        say(_("The second round is open; the first is kept beside it."))

    _attempt(ask)


def confirm(review_id: str, estimated: Mapping[str, float], revisit_on: date) -> None:
    """Decide “no change” for all these themes at once."""

    def do() -> None:
        with session.writing() as db:
            done = confirm_unchanged(
                db, review_id, estimated, revisit_on=revisit_on, now=session.now()
            )
        said = ngettext(
            "{n} theme is confirmed: no change.",
            "{n} themes are confirmed: no change.",
            len(done),
        )
        say(said.format(n=len(done)))

    _attempt(do)


def _attempt(act: Callable[[], None]) -> None:
    session.speak()
    try:
        act()
    except ThemewatchError as problem:
        st.session_state[_PROBLEM] = problem
