"""Log a test note: the quick part saves in four actions."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from themewatch.domain.claim import Claim
from themewatch.domain.evidence import Evidence
from themewatch.domain.note import LEAST_TRIES, Note, Rigor
from themewatch.domain.protocol import Protocol, Rubric
from themewatch.domain.theme import Theme
from themewatch.services.learned import learned_from_note
from themewatch.services.log import log_record
from themewatch.services.protocols import protocols
from themewatch.ui import cache, session
from themewatch.ui.address import YES
from themewatch.ui.choosing import choose_theme
from themewatch.ui.files import files_from
from themewatch.ui.forms import Form
from themewatch.ui.marks_form import rubrics_for
from themewatch.ui.note_form import draw_note_fields, note_from
from themewatch.ui.own_leniency import show_own_leniency
from themewatch.ui.protocol_card import show_protocol
from themewatch.ui.saved import lesson_sentences, remember_saved
from themewatch.ui.text import plain
from themewatch.words import _

ASKED_FOR = ("claim", "release", "signal")
"""What a link to this form may name: a claim to test, or a release, or a signal."""


def log_note_page() -> None:
    """Draw the form of a new note; each thing asked for has a form of its own."""
    evidence = cache.evidence()
    asked = {name: st.query_params.get(name, "") for name in ASKED_FOR}
    claim = _claim(asked["claim"], evidence)
    if claim is not None:
        _show_claim(claim, evidence)
    theme = choose_theme()
    signal = _signal(claim.signal if claim else asked["signal"], theme)
    protocol = protocols().for_claim(theme.slug, signal)
    is_ready = st.query_params.get("ready") == YES
    kind = "ready-note" if is_ready else "note"
    form = Form("-".join([kind, *filter(None, asked.values())]))
    form.begin(
        {
            "tested_on": session.today(),
            "model": _model(asked["release"], claim, evidence),
            "signal": signal,
            **(_presets(protocol, theme) if is_ready else {"rigor": Rigor.ONCE}),
        }
    )
    with st.expander(_("How to test it"), key="how_to_test", expanded=is_ready):
        show_protocol(protocol)
    form.show_problems()
    rubrics = rubrics_for(protocol)
    with st.form("note", border=True):
        draw_note_fields(form, theme, rubrics, is_ready=is_ready)
        st.form_submit_button(
            _("Save"),
            type="primary",
            on_click=form.attempt,
            args=(lambda: _save(form, theme, rubrics),),
        )
    show_own_leniency()


def _presets(protocol: Protocol, theme: Theme) -> dict[str, Any]:
    """Return what a ready test fills in: how often it is tried."""
    is_fixed = protocol.tries >= LEAST_TRIES[Rigor.FIXED]
    presets: dict[str, Any] = {"rigor": Rigor.FIXED if is_fixed else Rigor.FEW}
    return presets | ({"tries": protocol.tries} if theme.counts_successes else {})


def _claim(asked: str, evidence: Evidence) -> Claim | None:
    if not asked:
        return None
    return next((c for c in evidence.claims if c.id == asked), None)


def _signal(asked: str | None, theme: Theme) -> str | None:
    """Return what is watched, if the theme knows it: an address may say anything."""
    known = {signal.slug for signal in theme.signals}
    return asked if asked in known else None


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
    person = session.person()  # once: asking takes longer than comparing
    own = [n for n in evidence.notes if n.person == person] if person else ()
    last = max(own, key=lambda n: n.recorded_at, default=None)
    return None if last is None else evidence.release_name(last) or last.tool


def _save(form: Form, theme: Theme, rubrics: Sequence[Rubric]) -> None:
    fields = note_from(form, theme, rubrics)
    note = Note(
        id=form.record_id(), recorded_at=session.now(), files=files_from(form), **fields
    )
    session.remember(note.person)
    before = cache.todays_assessment()
    with session.writing() as db:
        log_record(db, note)
    lesson = learned_from_note(note, before, cache.todays_assessment())
    remember_saved([note.id], theme.slug, lesson_sentences(lesson))
