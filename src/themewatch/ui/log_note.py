"""Log a test note: the quick part saves in four actions."""

import streamlit as st

from themewatch.domain.claim import Claim
from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note, Rigor
from themewatch.domain.theme import Theme
from themewatch.services.learned import learned_from_note
from themewatch.services.log import log_record
from themewatch.ui import cache, session
from themewatch.ui.choosing import choose_theme
from themewatch.ui.files import files_from
from themewatch.ui.forms import Form
from themewatch.ui.note_form import draw_note_fields, note_from
from themewatch.ui.saved import lesson_sentences, remember_saved
from themewatch.ui.text import plain
from themewatch.words import _

ASKED_FOR = ("claim", "release", "signal")
"""What a link to this form may name: a claim to test, or a release, or a signal."""


def log_note_page() -> None:
    """Draw the form of a new note; each thing asked for has a form of its own."""
    evidence = cache.evidence()
    asked = {name: st.query_params.get(name, "") for name in ASKED_FOR}
    claim = next((c for c in evidence.claims if c.id == asked["claim"]), None)
    if claim is not None:
        _show_claim(claim, evidence)
    theme = choose_theme()
    form = Form("-".join(["note", *filter(None, asked.values())]))
    form.begin(
        {
            "tested_on": session.today(),
            "rigor": Rigor.ONCE,
            "model": _model(asked["release"], claim, evidence),
            "signal": claim.signal if claim else asked["signal"] or None,
        }
    )
    form.show_problems()
    with st.form("note", border=True):
        draw_note_fields(form, theme, evidence)
        st.form_submit_button(
            _("Save"),
            type="primary",
            on_click=form.attempt,
            args=(lambda: _save(form, theme),),
        )


def _show_claim(claim: Claim, evidence: Evidence) -> None:
    """Say what is to be tested; a claim brings its own theme."""
    st.query_params["theme"] = claim.theme
    release = evidence.release_of(claim)
    words = _("To test: {model} claims “{text}”").format(
        model=release.model if release else claim.release, text=claim.text
    )
    st.info(plain(words), icon=":material/target:")


def _model(asked: str, claim: Claim | None, evidence: Evidence) -> str | None:
    """Return the model to begin with: the one asked for, else this person's last."""
    if claim is not None:
        return evidence.release_name(claim)
    if asked in evidence.releases:
        return asked
    own = [n for n in evidence.notes if n.person == session.person()]
    last = max(own, key=lambda n: n.recorded_at, default=None)
    return None if last is None else evidence.release_name(last) or last.tool


def _save(form: Form, theme: Theme) -> None:
    fields = note_from(form, theme, cache.evidence())
    note = Note(
        id=form.record_id(), recorded_at=session.now(), files=files_from(form), **fields
    )
    session.remember(note.person)
    before = cache.todays_assessment()
    with session.writing() as db:
        log_record(db, note)
    lesson = learned_from_note(note, before, cache.todays_assessment())
    remember_saved([note.id], theme.slug, lesson_sentences(lesson))
