"""One side of an improvement: a run of this journal, or what was had elsewhere."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from themewatch.charts.run_words import run_result
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run, Side
from themewatch.domain.month_facts import Ran
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.forms import Part, part_field
from themewatch.ui.kept_files import (
    ask_for_kept_files,
    file_fields,
    filled_with,
    kept_files_from,
)
from themewatch.ui.model_field import ask_model, known_release
from themewatch.words import _, mark

FIELDS = ("run", "model", "on", "result", *file_fields("files"))

OUTPUTS = {
    "before": mark("What came out before: images, video or audio"),
    "after": mark("What came out after: images, video or audio"),
}


def side_fields(side: str) -> tuple[str, ...]:
    """Return what its fields are called in the form around them."""
    return tuple(part_field(side, field) for field in FIELDS)


def filled_side(side: str, known: Side) -> dict[str, Any]:
    """Return what its fields hold when an improvement is changed."""
    fields = {
        "run": known.run,
        "model": known_release(cache.evidence(), known.model) or known.model or None,
        "on": known.on,
        "result": known.result,
        **filled_with("files", known.files),
    }
    return {part_field(side, name): value for name, value in fields.items()}


def ask_side(form: Part, journal: Journal, runs: Sequence[Ran]) -> None:
    """Ask for a run of the journal, or for all that is known of another."""
    known = {ran.run.id: ran.run for ran in runs}
    if form.value("run") not in known:
        st.session_state[form.key("run")] = None
    if known:
        st.selectbox(
            _("A run of this journal"),
            list(reversed(known)),
            index=None,
            format_func=lambda run_id: _label(known[run_id], journal),
            key=form.key("run"),
            placeholder=_("none: I had it elsewhere"),
        )
    if form.value("run") is None:
        _ask_elsewhere(form)


def _label(run: Run, journal: Journal) -> str:
    theme, test = catalogue().theme(journal.theme), journal.test(run.test)
    said = [run.on.isoformat(), run.model, run_result(run, theme)]
    return " · ".join([*said, *([test.title] if test else [])])


def _ask_elsewhere(form: Part) -> None:
    ask_model(form.key("model"))
    st.date_input(
        _("When was that?"),
        value=None,
        max_value=session.today(),
        key=form.key("on"),
        format="YYYY-MM-DD",
    )
    st.text_area(
        _("The result"),
        key=form.key("result"),
        height=80,
        placeholder=_("how many tries were usable, or how it went"),
    )
    ask_for_kept_files(form, "files", _(OUTPUTS[form.part]))


def side_from(form: Part) -> Side:
    """Return the side as typed; raises InputError where there are too many files."""
    if form.value("run"):
        return Side(run=form.value("run"))
    model = form.text("model")
    release = known_release(cache.evidence(), model) if model else None
    return Side(
        model=cache.evidence().models.get(release or "", model),
        on=form.value("on"),
        result=form.text("result"),
        files=kept_files_from(form, "files"),
    )
