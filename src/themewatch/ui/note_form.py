"""The form of a test note: a quick part, and the detail for who wants it."""

from collections.abc import Iterator, Sequence
from typing import Any

import streamlit as st

from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note, Rigor, Verdict
from themewatch.domain.record import FileRef
from themewatch.domain.release import release_slug
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.errors import InputError
from themewatch.ui import session
from themewatch.ui.choices import RIGORS
from themewatch.ui.files import ask_for_files
from themewatch.ui.forms import Form
from themewatch.words import _

VERDICT_STAGE = dict(zip(Verdict, Stage, strict=True))
RESULTS = ("verdict", "observed", "tries", "price_usd", "seconds")


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
    }


def draw_note_fields(
    form: Form, theme: Theme, evidence: Evidence, kept: Sequence[FileRef] | None = None
) -> None:
    """Draw all fields of a note on a theme.

    Args:
        form: Where they live; a Streamlit form stands around them.
        theme: What was tested.
        evidence: Where known models are found.
        kept: The files of the note that is corrected; None for a new note, which
            asks for its tester's name too.
    """
    if kept is None:
        _ask_name(form)
    model, day = st.columns([3, 1])
    with model:
        _ask_model(form, evidence)
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
        _ask_cost(form)
    st.text_input(
        _("In one line"),
        key=form.key("observed"),
        placeholder=_("what you asked for, and what came out"),
        max_chars=500,
    )
    with st.expander(_("Add detail"), key=form.key("detail")):
        _ask_detail(form, theme, kept or ())


def _ask_name(form: Form) -> None:
    if not session.person():
        st.text_input(
            _("Your name"),
            key=form.key("person"),
            max_chars=80,
            help=_("It stands under the note; set it once in the sidebar."),
        )


def _ask_model(form: Form, evidence: Evidence) -> None:
    releases = sorted(
        evidence.releases.items(), key=lambda r: r[1].released_on, reverse=True
    )
    labels = {name: f"{r.model} · {r.vendor}" for name, r in releases}
    typed = form.value("model")
    options = list(labels) if typed is None or typed in labels else [typed, *labels]
    st.selectbox(
        _("Model or tool"),
        options,
        index=None,
        format_func=lambda name: labels.get(name, name),
        key=form.key("model"),
        placeholder=_("type part of its name"),
        accept_new_options=True,
        filter_mode="contains",
        help=_("A name that is not listed is kept as typed."),
    )


def _ask_cost(form: Form) -> None:
    price, seconds = st.columns(2)
    _number(
        price,
        form,
        "price_usd",
        _("Price of one usable output, US$"),
        help=_("All tries it took, divided by what you could use."),
    )
    _number(seconds, form, "seconds", _("Seconds to one usable output"))


def _ask_detail(form: Form, theme: Theme, kept: Sequence[FileRef]) -> None:
    signals = {signal.slug: signal for signal in theme.signals}
    st.selectbox(
        _("What did you watch?"),
        list(signals),
        index=None,
        format_func=lambda slug: _(signals[slug].name),
        key=form.key("signal"),
        placeholder=_("the theme as a whole"),
    )
    st.radio(
        _("How thoroughly?"),
        list(Rigor),
        format_func=lambda rigor: _(RIGORS[rigor]),
        key=form.key("rigor"),
        horizontal=True,
    )
    if theme.counts_successes:
        tries, acceptable = st.columns(2)
        _number(tries, form, "tries", _("Tries"), step=1)
        _number(acceptable, form, "acceptable", _("of these acceptable"), step=1)
    st.text_area(_("What still fails?"), key=form.key("limits"), height=80)
    st.text_area(_("What got better?"), key=form.key("improvement"), height=80)
    st.text_input(_("Link"), key=form.key("link"), placeholder="https://")
    if theme.counts_successes:
        _ask_cost(form)
    ask_for_files(form, kept)


def _number(place: Any, form: Form, field: str, label: str, **options: Any) -> None:
    place.number_input(label, value=None, key=form.key(field), **options)


def note_from(form: Form, theme: Theme, evidence: Evidence) -> dict[str, Any]:
    """Return a note's own fields as typed.

    Raises:
        InputError: With a sentence for everything that is missing.
    """
    if missing := list(_missing(form)):
        raise InputError(*missing)
    model = form.text("model")
    release = _known_release(evidence, model)
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
        "link": form.text("link") or None,
    }


def _known_release(evidence: Evidence, model: str) -> str | None:
    if model in evidence.releases:
        return model
    return evidence.release_by_slug.get(release_slug("", model))


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
