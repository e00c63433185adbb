"""The fields of one run in the form of a check-in."""

from datetime import date
from typing import Any

import streamlit as st

from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.domain.journal import FixedTest, Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.note import Verdict
from themewatch.domain.theme import Theme
from themewatch.services.reference import catalogue
from themewatch.ui import cache, session
from themewatch.ui.forms import Part, part_field
from themewatch.ui.journal_run_typed import typed_run
from themewatch.ui.journal_shared import show_what_is_shared
from themewatch.ui.kept_files import (
    ask_for_kept_files,
    file_fields,
    filled_with,
)
from themewatch.ui.model_field import ask_model
from themewatch.ui.note_detail import ask_cost
from themewatch.ui.text import plain
from themewatch.words import _

FIELDS = (
    *("test", "model", "on", "tries", "usable", "verdict", "settings"),
    *("price_usd", "seconds", "is_before", "is_shared"),
    *file_fields("files"),
)


def run_fields(run_id: str) -> tuple[str, ...]:
    """Return what a run's fields are called in the form around them."""
    return tuple(part_field(run_id, field) for field in FIELDS)


def filled_from(run: Run, on: date) -> dict[str, Any]:
    """Return what the fields hold when an entry of a day is changed."""
    kept = ("test", "tries", "usable", "verdict", "settings", "price_usd", "seconds")
    releases = cache.evidence().releases
    fields: dict[str, Any] = {
        **{name: getattr(run, name) for name in kept},
        "model": run.release if run.release in releases else run.model,
        "on": None if run.on == on else run.on,
        "is_before": run.is_before,
        "is_shared": run.note is not None,
        **filled_with("files", run.files),
    }
    return {part_field(run.id, name): value for name, value in fields.items()}


def draw_run(
    form: Part, number: int, journal: Journal, on: date, *, has_before: bool
) -> None:
    """Draw the fields of one run.

    Args:
        form: Where they live.
        number: Of the run in its entry, from 1.
        journal: Whose tests may have been run.
        on: The day of the entry: a run is of that day unless another is given.
        has_before: Whether another run is what this one's test is held against.
    """
    theme = catalogue().theme(journal.theme)
    which, model = st.columns(2)
    with which:
        test = _ask_test(form, journal)
    with model:
        ask_model(form.key("model"))
    _ask_result(form, theme)
    if test is not None and not has_before:
        _ask_before(form, on)
    with st.expander(_("Prompt, outputs, settings, cost"), key=form.key("detail")):
        outputs = _("Outputs of run {n}: images, video or audio").format(n=number)
        ask_for_kept_files(form, "files", outputs)
        _ask_detail(form, theme, test, on)
    show_what_is_shared(form, journal, typed_run(form, journal, on))


def _ask_test(form: Part, journal: Journal) -> FixedTest | None:
    tests = {test.id: test for test in journal.tests}
    chosen = st.selectbox(
        _("Fixed test"),
        list(tests),
        index=None,
        format_func=lambda name: tests[name].title if name in tests else "",
        key=form.key("test"),
        placeholder=_("none: I tried something else"),
    )
    test = tests.get(chosen) if chosen else None
    if test is not None:
        st.caption(plain(_("Usable: {words}").format(words=test.usable)))
    return test


def _ask_result(form: Part, theme: Theme) -> None:
    if theme.counts_successes:
        tries, usable, words = st.columns([1, 1, 3])
        _ask_counts(form, tries, usable)
    else:
        ask_cost(form)
        words = st.container()
    words.pills(
        _("How did it go?"),
        list(Verdict),
        format_func=lambda v: _(theme.stage_words[VERDICT_STAGE[Verdict(v)]]),
        key=form.key("verdict"),
    )


def _ask_counts(form: Part, tries: Any, usable: Any) -> None:
    number: dict[str, Any] = {"value": None, "min_value": 0, "step": 1}
    tries.number_input(_("Tries"), key=form.key("tries"), **number)
    usable.number_input(_("of these usable"), key=form.key("usable"), **number)


def _ask_before(form: Part, on: date) -> None:
    st.toggle(
        _("This is my *before*"),
        key=form.key("is_before"),
        help=_("The month is measured against it: one run of each fixed test."),
    )
    if form.value("is_before"):
        _ask_day(form, on)


def _ask_day(form: Part, on: date) -> None:
    st.date_input(
        _("Run on another day?"),
        value=None,
        max_value=max(session.today(), on),
        key=form.key("on"),
        format="YYYY-MM-DD",
        width=220,
        help=_("Leave it empty if it was run on the day of this entry."),
    )


def _ask_detail(form: Part, theme: Theme, test: FixedTest | None, on: date) -> None:
    if test is not None:
        st.caption(_("The prompt of the fixed test, to copy"))
        st.code(test.prompt, language=None, wrap_lines=True)
    st.text_area(
        _("Settings"),
        key=form.key("settings"),
        height=80,
        placeholder=(test and test.settings) or _("what was set differently"),
    )
    if theme.counts_successes:
        ask_cost(form)
    else:
        _ask_counts(form, *st.columns(2))
    if not form.value("is_before"):
        _ask_day(form, on)
