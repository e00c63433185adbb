"""After saving: what was learned, what moved, and undo."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import streamlit as st

from themewatch.charts.claim_words import outcome_name, overruled_words
from themewatch.charts.sentences import narrowed_words, place, theme_name
from themewatch.charts.signed import signed
from themewatch.domain.claim import Outcome
from themewatch.errors import ThemewatchError
from themewatch.services.corrections import correct_back
from themewatch.services.house import Session
from themewatch.services.learned import NoteLesson, ThemeChange
from themewatch.services.log import put_back, take_back
from themewatch.ui import session
from themewatch.ui.links import page_link, turn_to
from themewatch.ui.problems import show_problem
from themewatch.ui.rights import may_log
from themewatch.ui.text import plain
from themewatch.words import _

SAVED = "saved"
PROBLEM = "saved-problem"
"""Why an act on what was recorded was refused, to be said once."""
HARDLY = 0.005  # stages: less is not worth a sentence


@dataclass(frozen=True, slots=True)
class Saved:
    """What was saved last, and what to say of it."""

    record_ids: tuple[str, ...]
    theme: str | None
    sentences: tuple[str, ...]
    is_undone: bool = False
    is_correction: bool = False


class Said(Protocol):
    """Something else that was saved, and says so itself: its ids are `record_ids`."""

    @property
    def record_ids(self) -> tuple[str, ...]: ...

    def show(self) -> None: ...


def remember_said(said: Said) -> None:
    """Keep what was saved last, where it is no evidence, to be said likewise."""
    st.session_state[SAVED] = said


def remember_saved(
    record_ids: Sequence[str],
    theme: str | None,
    sentences: Iterable[str],
    *,
    is_correction: bool = False,
) -> None:
    """Keep what was saved for the next run of the page to say.

    A correction is undone by saying again what stood before it.
    """
    st.session_state[SAVED] = Saved(
        tuple(record_ids), theme, tuple(sentences), is_correction=is_correction
    )


def show_saved(about: Collection[str] | None = None) -> None:
    """Say what was saved last, with its undo, and why that was refused.

    Args:
        about: The ids of what the page speaks of: only what was saved of that is
            said. None says it whatever it was.
    """
    saved: Saved | Said | None = st.session_state.get(SAVED)
    if saved and (about is None or not set(about).isdisjoint(saved.record_ids)):
        _show(saved) if isinstance(saved, Saved) else saved.show()
    if problem := st.session_state.pop(PROBLEM, None):
        show_problem(problem)


def _show(saved: Saved) -> None:
    with st.container(border=True, key="saved"):
        st.markdown(_headline(saved))
        for sentence in () if saved.is_undone else saved.sentences:
            st.markdown(plain(sentence))
        with st.container(horizontal=True, vertical_alignment="center"):
            label = _("Put it back") if saved.is_undone else _("Undo")
            if may_log():
                st.button(label, key="undo", on_click=_undo, args=(saved,))
            page_link("map", _("See the map"))
            if saved.theme:
                page_link(
                    "theme",
                    _("Open the theme"),
                    theme=saved.theme,
                )
            turn_to("record", _("Look at it"), "look_at_saved", id=saved.record_ids[0])
            st.button(_("Close"), key="close_saved", on_click=forget_saved)


def _headline(saved: Saved) -> str:
    if not saved.is_undone:
        return _("**Saved.**")
    if saved.is_correction:
        return _("**Undone.** It stands as it did before; its history stays.")
    return _("**Taken back.** It counts for nothing now; its history stays.")


def _undo(saved: Saved) -> None:
    try:
        with session.writing() as db:
            ids = tuple(_turn(db, saved, record_id) for record_id in saved.record_ids)
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
        return
    st.session_state[SAVED] = replace(
        saved, record_ids=ids, is_undone=not saved.is_undone
    )


def _turn(db: Session, saved: Saved, record_id: str) -> str:
    """Undo, or put back, one record; returns the id it now stands under."""
    if saved.is_correction:
        return correct_back(db, record_id, now=session.now())
    change = put_back if saved.is_undone else take_back
    change(db, record_id, by=session.person(), now=session.now())
    return record_id


def forget_saved() -> None:
    st.session_state.pop(SAVED, None)


def lesson_sentences(lesson: NoteLesson) -> Iterator[str]:
    """Say what a note taught."""
    if lesson.is_first_test:
        yield _("The first test here of this theme.")
    for judged, was in lesson.claims:
        template = (
            _("First test here of the claim “{claim}”: {outcome}.")
            if was is Outcome.UNTESTED
            else _("The claim “{claim}” by now: {outcome}.")
        )
        outcome = overruled_words(judged) or outcome_name(judged.outcome)
        yield template.format(claim=judged.claim.text, outcome=outcome)
    if lesson.unknown_tool:
        said = _("No release is called “{tool}”: the name is kept as typed.")
        yield said.format(tool=lesson.unknown_tool)
    if lesson.disagrees:
        yield _("Counts and words lie more than a stage apart: the counts count.")
    if lesson.is_older_model:
        yield _("An older model: kept in full, counts less on today's map.")
    if lesson.has_result:
        yield change_sentence(lesson.change)
    else:
        yield _("It gives no result, so it is kept and moves nothing.")


def change_sentence(change: ThemeChange) -> str:
    """Say how ● answered."""
    name, where = theme_name(change.theme), place(change.after.mean)
    if abs(change.amount) < HARDLY:
        said = _("{theme}: ● stays at {place}").format(theme=name, place=where)
    else:
        said = _("{theme}: ● moved {amount} to {place}").format(
            theme=name, amount=signed(change.amount), place=where
        )
    narrowed = narrowed_words(change.narrowed)
    return f"{said}; {narrowed}." if narrowed else f"{said}."


def claimed_sentence(change: ThemeChange) -> str:
    """Say how ◇ answered; ● never does."""
    if change.claimed_after is None:
        return _("{theme}: too few claims for ◇ yet; ● stays.").format(
            theme=theme_name(change.theme)
        )
    before = change.claimed_before.value if change.claimed_before else None
    after = change.claimed_after.value
    template = (
        _("{theme}: ◇ stays at {place}; ● stays: no claim moves it.")
        if before is not None and abs(after - before) < HARDLY
        else _("{theme}: ◇ moved to {place}; ● stays: no claim moves it.")
    )
    return template.format(theme=theme_name(change.theme), place=place(after))
