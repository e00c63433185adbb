"""A concrete improvement: what made it better, before and after, what it changes."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from themewatch.charts.run_words import improvement_name
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import (
    Entry,
    EntryKind,
    Improvement,
    ImprovementKind,
)
from themewatch.domain.month_facts import Ran
from themewatch.errors import InputError
from themewatch.services.journal_runs import list_runs
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.drafts import DraftForm
from themewatch.ui.forms import Part, together
from themewatch.ui.journal_entry_form import (
    ENTRY_FIELDS,
    ask_day,
    begin_entry,
    entry_form,
    offer_to_save,
    say_closed,
)
from themewatch.ui.journal_side_form import (
    ask_side,
    filled_side,
    side_fields,
    side_from,
)
from themewatch.words import _, mark

ABOUT = {
    ImprovementKind.MODEL: mark("The same test, on something that came out."),
    ImprovementKind.TECHNIQUE: mark("The same model, asked or set another way."),
    ImprovementKind.CHEAPER: mark("As good as before, for less."),
    ImprovementKind.NOT_BETTER: mark("Tried with care, and no better: worth knowing."),
}
SIDES = {"before": mark("Before"), "after": mark("After")}
FIELDS = ("kind", "signal", "change", *(f for s in SIDES for f in side_fields(s)))


def draw_improvement(journal: Journal, on: date, entry: Entry | None = None) -> None:
    """Draw the form of an improvement: a new one of a day, or one that is changed."""
    if say_closed(journal):
        return
    with session.reading() as db:
        runs = list_runs(db, journal)
    form = entry_form(EntryKind.IMPROVEMENT, journal, on, entry)
    form.resume(_beginning(on, entry, runs))
    with st.container(border=True):
        place = st.container()
        ask_day(form, journal)
        _ask_kind(form)
        _ask_signal(form, journal)
        _ask_sides(form, journal, runs)
        st.text_area(
            _("What does it change for your work?"),
            key=form.key("change"),
            height=100,
            placeholder=_("what you do now that you did not before, or what you leave"),
        )
        form.keep([*ENTRY_FIELDS, *FIELDS], place)
        offer_to_save(
            form, journal, entry, lambda: (_written(form, journal, entry), ())
        )


def _ask_sides(form: DraftForm, journal: Journal, runs: Sequence[Ran]) -> None:
    for column, (side, name) in zip(st.columns(2), SIDES.items(), strict=True):
        with column, st.container(border=True, key=form.key(side)):
            st.markdown(f"**{_(name)}**")
            ask_side(Part(form.name, side), journal, runs)


def _beginning(on: date, entry: Entry | None, runs: Sequence[Ran]) -> Mapping[str, Any]:
    fields = begin_entry(on, entry)
    if entry is None or entry.improvement is None:
        before = next((ran.run.id for ran in runs if ran.run.is_before), None)
        return {**fields, "before-run": before}
    known = entry.improvement
    return {
        **fields,
        "kind": known.kind,
        "signal": known.signal,
        "change": known.change,
        **filled_side("before", known.before),
        **filled_side("after", known.after),
    }


def _ask_kind(form: DraftForm) -> None:
    st.radio(
        _("What made it better, or did not?"),
        list(ImprovementKind),
        index=None,
        format_func=lambda kind: improvement_name(ImprovementKind(kind)),
        captions=[_(ABOUT[kind]) for kind in ImprovementKind],
        key=form.key("kind"),
    )


def _ask_signal(form: DraftForm, journal: Journal) -> None:
    signals = {s.slug: s for s in catalogue().theme(journal.theme).signals}
    st.selectbox(
        _("What was watched"),
        list(signals),
        index=None,
        format_func=lambda slug: _(signals[slug].name),
        key=form.key("signal"),
        placeholder=_("the theme as a whole"),
    )


def _written(form: DraftForm, journal: Journal, before: Entry | None) -> Entry:
    """Return the entry as typed; raises InputError with what is missing."""

    def side(name: str) -> dict[str, Any]:
        return {name: side_from(Part(form.name, name))}

    read = together([partial(_needed, form), *(partial(side, name) for name in SIDES)])
    parts = {name: value for part in read for name, value in part.items()}
    return Entry(
        id=before.id if before else form.record_id(),
        journal=journal.id,
        kind=EntryKind.IMPROVEMENT,
        on=parts.pop("on"),
        written_at=before.written_at if before else session.now(),
        improvement=Improvement(
            signal=form.value("signal"), change=form.text("change"), **parts
        ),
        version=form.value("version"),
    )


def _needed(form: DraftForm) -> dict[str, Any]:
    problems = []
    if form.value("on") is None:
        problems.append(_("The day is missing: choose it."))
    if form.value("kind") is None:
        problems.append(_("Choose what made it better, or that nothing did."))
    if problems:
        raise InputError(*problems)
    return {"on": form.value("on"), "kind": ImprovementKind(form.value("kind"))}
