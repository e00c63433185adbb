"""After writing into a journal: what it taught and moved, with undo."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import streamlit as st

from themewatch.domain.journal import Journal, Moment
from themewatch.domain.journal_entry import Entry
from themewatch.errors import ThemewatchError
from themewatch.services.assessment import Assessment
from themewatch.services.journal_undoing import set_back
from themewatch.services.learned import learned_from_note, theme_change
from themewatch.ui import cache, session
from themewatch.ui.into_view import bring_into_view
from themewatch.ui.links import page_link
from themewatch.ui.saved import (
    PROBLEM,
    change_sentence,
    forget_saved,
    lesson_sentences,
    remember_said,
)
from themewatch.ui.text import plain
from themewatch.words import _


@dataclass(frozen=True, slots=True)
class Standing:
    """An entry as it stands or stood, and which of its runs counted on the map."""

    entry: Entry
    shared: frozenset[str]

    @classmethod
    def of(cls, entry: Entry) -> "Standing":
        """Return an entry as it stands now."""
        return cls(entry, frozenset(run.id for run in entry.runs if run.note))


@dataclass(frozen=True, slots=True)
class EntrySaved:
    """What was written last: how it stands, how it stood, and what to say of it."""

    journal: Journal
    now: Standing
    before: Standing
    sentences: tuple[str, ...] = ()
    is_undone: bool = False

    @property
    def record_ids(self) -> tuple[str, ...]:
        return (self.now.entry.id,)

    def show(self) -> None:
        """Say it, with the way back."""
        is_gone = self.now.entry.removed_at is not None
        with st.container(border=True, key="saved"):
            st.markdown(_headline(is_gone=is_gone, is_undone=self.is_undone))
            for sentence in () if self.is_undone else self.sentences:
                st.markdown(plain(sentence))
            with st.container(horizontal=True, vertical_alignment="center"):
                label = _undo_name(is_gone=is_gone, is_undone=self.is_undone)
                st.button(label, key="undo_entry", on_click=_undo, args=(self,))
                if self.now.shared:
                    page_link("map", _("See the map"))
                st.button(_("Close"), key="close_saved", on_click=forget_saved)
            bring_into_view("saved", f"{self.now.entry.id} {self.now.entry.version}")


def remember_written(
    journal: Journal, entry: Entry, before: Entry | None, known: Assessment | None
) -> None:
    """Keep what was written for the next run of the page to say.

    Args:
        journal: Where it stands.
        entry: As it was kept.
        before: As it stood; None for a new one.
        known: What was known before, where anything was or is shared.
    """
    gone = before or replace(entry, removed_at=session.now(), runs=())
    now, was = Standing.of(entry), Standing.of(gone)
    sentences = tuple(dict.fromkeys(_sentences(journal, now, was, known)))
    remember_said(EntrySaved(journal, now, was, sentences))


def _sentences(
    journal: Journal, now: Standing, before: Standing, known: Assessment | None
) -> Iterator[str]:
    """Say what newly counts on the map and what it moved, or that nothing does."""
    if known is None:
        if now.entry.runs:
            yield _("Private: nothing of it counts on the shared map.")
        return
    after = cache.todays_assessment()
    had = {run.note for run in before.entry.runs}
    new = {run.note for run in now.entry.runs if run.note} - had
    for note in after.evidence.notes:
        if note.id in new:
            yield from lesson_sentences(learned_from_note(note, known, after))
    if not new:
        yield change_sentence(theme_change(journal.theme, known, after))


def _headline(*, is_gone: bool, is_undone: bool) -> str:
    if is_gone:
        return _("**Removed.** Nothing of it counts now; it can be put back.")
    if is_undone:
        return _("**Undone.** It stands as it did before.")
    return _("**Saved.**")


def _undo_name(*, is_gone: bool, is_undone: bool) -> str:
    if is_gone:
        return _("Put it back")
    return _("Do it again") if is_undone else _("Undo")


def _undo(saved: EntrySaved) -> None:
    session.speak()
    before = saved.before
    wanted = replace(before.entry, version=saved.now.entry.version)
    moment = Moment(session.now(), session.today())
    try:
        with session.writing() as db:
            kept = set_back(db, saved.journal, wanted, before.shared, moment)
    except ThemewatchError as problem:
        st.session_state[PROBLEM] = problem
        return
    now = Standing(kept, before.shared)
    remember_said(
        replace(saved, now=now, before=saved.now, is_undone=not saved.is_undone)
    )
