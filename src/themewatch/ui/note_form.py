"""The form of a test note: a quick part, and the detail for who wants it."""

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from themewatch.domain.note import Mark, Note, Rigor, Verdict
from themewatch.domain.protocol import Rubric
from themewatch.domain.record import FileRef
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.errors import InputError
from themewatch.ui import cache, session
from themewatch.ui.forms import Form
from themewatch.ui.marks_form import ask_for_marks, fields_of_marks, marks_from
from themewatch.ui.model_field import ask_model, known_release
from themewatch.ui.note_detail import ask_cost, ask_detail
from themewatch.words import _

VERDICT_STAGE = dict(zip(Verdict, Stage, strict=True))
RESULTS = ("verdict", "observed", "acceptable", "price_usd", "seconds")
"""Any of them says what happened; how often it was tried does not."""


def fields_of_note(note: Note) -> dict[str, Any]:
    """Return what the form's fields hold when a note is corrected."""
    return {
        "person": note.person,
        "model": note.release or note.tool,
        "tested_on": note.tested_on,
        "verdict": note.verdict,
        "observed": note.observed,
        "rigor": note.rigor,
        "tries": note.tries,
        "acceptable": note.acceptable,
        "signal": note.signal,
        "limits": note.limits,
        "improvement": note.improvement,
        "link": note.link or "",
        "price_usd": note.price_usd,
        "seconds": note.seconds,
        **fields_of_marks(note.marks),
    }


def draw_note_fields(
    form: Form,
    theme: Theme,
    rubrics: Sequence[Rubric],
    *,
    kept: Sequence[FileRef] | None = None,
    is_ready: bool = False,
) -> None:
    """Draw all fields of a note on a theme.

    Args:
        form: Where they live; a Streamlit form stands around them.
        theme: What was tested.
        rubrics: What it can be marked by.
        kept: The files of the note that is corrected; None for a new note, which
            asks for its tester's name too.
        is_ready: Whether a ready test is followed, whose fields lie in the detail.
    """
    if kept is None:
        _ask_name(form)
    model, day = st.columns([3, 1])
    with model:
        ask_model(form.key("model"))
    day.date_input(
        _("Tested on"),
        key=form.key("tested_on"),
        format="YYYY-MM-DD",
        help=_("Choose a past day to log an older test."),
    )
    st.pills(
        _("What happened?"),
        list(Verdict),
        format_func=lambda v: _(theme.stage_words[VERDICT_STAGE[v]]),
        key=form.key("verdict"),
    )
    if not theme.counts_successes:
        ask_cost(form)
    st.text_input(
        _("In one line"),
        key=form.key("observed"),
        placeholder=_("what you asked for, and what came out"),
        max_chars=500,
    )
    with st.expander(_("Add detail"), key=form.key("detail"), expanded=is_ready):
        ask_detail(form, theme, kept or ())
    ask_for_marks(form, rubrics, is_open=is_ready)


def _ask_name(form: Form) -> None:
    if not session.person():
        st.text_input(
            _("Your name"),
            key=form.key("person"),
            max_chars=80,
            help=_("It stands under the note; set it once in the sidebar."),
        )


def note_from(
    form: Form, theme: Theme, rubrics: Sequence[Rubric], marked: Sequence[Mark] = ()
) -> dict[str, Any]:
    """Return a note's own fields as typed; `marked` are its marks before.

    Raises:
        InputError: With a sentence for everything that is missing.
    """
    if missing := list(_missing(form)):
        raise InputError(*missing)
    model = form.text("model")
    release = known_release(cache.evidence(), model)
    return {
        "theme": theme.slug,
        "person": _tester(form),
        "tested_on": form.value("tested_on"),
        "signal": form.value("signal"),
        "tool": None if release else model,
        "release": release,
        "tries": form.value("tries"),
        "acceptable": form.value("acceptable"),
        "verdict": form.value("verdict"),
        "rigor": form.value("rigor") or Rigor.ONCE,
        "observed": form.text("observed"),
        "improvement": form.text("improvement"),
        "limits": form.text("limits"),
        "price_usd": form.value("price_usd"),
        "seconds": form.value("seconds"),
        "marks": marks_from(form, rubrics, marked),
        "link": form.text("link") or None,
    }


def _tester(form: Form) -> str:
    return session.person() or form.text("person")


def _missing(form: Form) -> Iterator[str]:
    if not _tester(form):
        yield _("Your name is missing: it stands under the note.")
    if not form.text("model"):
        yield _("The model or tool is missing: choose it, or type its name.")
    if form.value("tested_on") is None:
        yield _("The day of the test is missing: choose it.")
    if all(form.value(field) in (None, "") for field in RESULTS):
        yield _("What happened is missing: choose one of the four, or write a line.")
