"""Correct a piece of evidence: a new version stands, the old ones stay readable."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.claim import Claim
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.protocol import Rubric
from themewatch.domain.record import Record
from themewatch.domain.release import Release
from themewatch.domain.view import View
from themewatch.services.log import log_record
from themewatch.services.protocols import protocols
from themewatch.services.records import History
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.checkpoint_form import (
    checkpoint_from,
    draw_checkpoint_fields,
    fields_of_checkpoint,
)
from themewatch.ui.claim_form import claim_from, draw_claim_fields, fields_of_claim
from themewatch.ui.files import files_from
from themewatch.ui.forms import Form
from themewatch.ui.marks_form import rubrics_for
from themewatch.ui.note_form import draw_note_fields, fields_of_note, note_from
from themewatch.ui.override_form import (
    draw_override_fields,
    fields_of_override,
    override_from,
)
from themewatch.ui.release_form import (
    draw_release_fields,
    fields_of_release,
    release_from,
)
from themewatch.ui.view_form import draw_view_fields, fields_of_view, view_from
from themewatch.words import _


def correct(history: History) -> None:
    """Draw the form that corrects the latest version."""
    latest = history.latest
    form = Form(f"correct-{history.versions[0].id}")
    form.begin(_filled(latest))
    form.show_problems()
    _draw(form, latest)
    st.button(
        _("Save the correction"),
        type="primary",
        key=form.key("save"),
        on_click=form.attempt,
        args=(lambda: _save(form, latest),),
    )


def _filled(record: Record) -> Mapping[str, Any]:
    match record:
        case Note():
            return fields_of_note(record)
        case View():
            return fields_of_view(record)
        case Claim():
            return fields_of_claim(record)
        case Override():
            return fields_of_override(record)
        case Release():
            return fields_of_release(record)
        case Checkpoint():
            return fields_of_checkpoint(record)
    raise TypeError(record)


def _draw(form: Form, record: Record) -> None:
    match record:
        case Note():
            theme = catalogue().theme(record.theme)
            draw_note_fields(form, theme, _rubrics(record), kept=record.files)
        case View():
            draw_view_fields(form)
        case Claim():
            draw_claim_fields(form)
        case Override():
            draw_override_fields(form)
        case Release():
            draw_release_fields(form, cache.evidence())
        case Checkpoint():
            draw_checkpoint_fields(form, is_settled=record.is_settled)


def _changed(form: Form, record: Record) -> dict[str, Any]:
    match record:
        case Note():
            theme = catalogue().theme(record.theme)
            fields = note_from(form, theme, _rubrics(record), record.marks)
            return {
                **fields,
                "person": record.person,
                "files": files_from(form, record.files),
            }
        case View():
            return {**view_from(form, record.theme), "person": record.person}
        case Claim():
            return claim_from(form)
        case Override():
            return {**override_from(form), "person": record.person}
        case Release():
            return release_from(form)
        case Checkpoint():
            return checkpoint_from(form)
    raise TypeError(record)


def _rubrics(note: Note) -> list[Rubric]:
    return rubrics_for(protocols().for_claim(note.theme, note.signal), note.marks)


def _save(form: Form, record: Record) -> None:
    correction = replace(
        record,
        id=form.record_id(),
        recorded_at=session.now(),
        supersedes=record.id,
        withdrawals=(),
        **_changed(form, record),
    )
    with session.writing() as db:
        log_record(db, correction)
