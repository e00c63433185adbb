"""The runs of a check-in: as many as wanted, each removed and put back by itself."""

from collections.abc import Iterator
from datetime import date
from functools import partial

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_checks import MOST_RUNS
from themewatch.domain.journal_entry import Entry, Run
from themewatch.services.journal_runs import list_runs
from themewatch.services.journals import new_id
from themewatch.ui import cache, session
from themewatch.ui.forms import Form, Part, together
from themewatch.ui.journal_run_form import draw_run, run_fields
from themewatch.ui.journal_run_typed import run_from, run_title
from themewatch.ui.text import plain
from themewatch.words import _

RUNS, REMOVED = "runs", "removed"


def draw_runs(form: Form, journal: Journal, on: date, entry: Entry | None) -> None:
    """Draw every run of the form, and the way to one more."""
    before = dict(_before_elsewhere(journal, entry) if _runs(form) else ())
    marked = {run.value("test"): run.part for run in _runs(form) if _is_before(run)}
    for number, run in enumerate(_runs(form), start=1):
        test = run.value("test")
        has_before = (before | marked).get(test, run.part) != run.part
        with st.container(border=True):
            _draw_head(form, run, run_title(run, number, journal, on))
            draw_run(run, number, journal, on, has_before=has_before)
    if removed := form.value(REMOVED):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(plain(_("The run is removed.")), width="content")
            st.button(
                _("Put it back"),
                key=form.key("put_back_run"),
                on_click=_put_back,
                args=(form, *removed),
            )
    st.button(
        _("Add a run"),
        key=form.key("add_run"),
        icon=":material/add:",
        on_click=_add,
        args=(form, journal),
        disabled=len(_runs(form)) >= MOST_RUNS,
        help=_("Of a fixed test, or of anything else you tried."),
    )


def fields_of_runs(form: Form) -> Iterator[str]:
    """Yield what a draft keeps of the runs."""
    yield RUNS
    for run in _runs(form):
        yield from run_fields(run.part)


def runs_from(form: Form, journal: Journal, on: date) -> tuple[Run, ...]:
    """Return the runs as typed; raises InputError with what is missing in all."""

    def read(number: int, run: Part) -> dict[str, Run]:
        return {"run": run_from(run, number, journal, on)}

    numbered = enumerate(_runs(form), start=1)
    found = together(partial(read, number, run) for number, run in numbered)
    return tuple(part["run"] for part in found)


def shared_runs(form: Form) -> set[str]:
    """Return the ids of the runs that are to count on the shared map."""
    return {run.part for run in _runs(form) if run.value("is_shared")}


def _runs(form: Form) -> list[Part]:
    return [Part(form.name, run_id) for run_id in form.value(RUNS) or ()]


def _is_before(run: Part) -> bool:
    return bool(run.value("is_before") and run.value("test"))


def _before_elsewhere(
    journal: Journal, entry: Entry | None
) -> Iterator[tuple[str | None, str]]:
    """Yield the tests that have a *before* in another entry, and that run."""
    with session.reading() as db:
        runs = list_runs(db, journal)
    for ran in runs:
        if ran.run.is_before and (entry is None or ran.entry != entry.id):
            yield ran.run.test, ran.run.id


def _draw_head(form: Form, run: Part, title: str) -> None:
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.markdown(f"**{plain(title)}**", width="content")
        st.button(
            _("Remove this run"),
            key=run.key("remove"),
            type="tertiary",
            icon=":material/close:",
            on_click=_remove,
            args=(form, run.part),
        )


def _add(form: Form, journal: Journal) -> None:
    """Add a run like the last one: of the same test, on the model used last."""
    last = _runs(form)[-1:]
    run = Part(form.name, new_id())
    first = journal.tests[0].id if journal.tests else None
    test = last[0].value("test") if last else first
    model = last[0].value("model") if last else last_model(journal)
    st.session_state[run.key("test")] = test
    st.session_state[run.key("model")] = model
    _set(form, RUNS, [*(form.value(RUNS) or ()), run.part])
    _set(form, REMOVED, None)


def last_model(journal: Journal) -> str | None:
    """Return the model this person used last: in the journal, else in a note."""
    with session.reading() as db:
        runs = list_runs(db, journal)
    if runs:
        return runs[-1].run.release or runs[-1].run.model
    evidence = cache.evidence()
    own = [note for note in evidence.notes if note.person == journal.person]
    last = max(own, key=lambda note: note.recorded_at, default=None)
    return None if last is None else evidence.release_name(last) or last.tool


def _remove(form: Form, run_id: str) -> None:
    runs = list(form.value(RUNS) or ())
    place = runs.index(run_id)
    _set(form, RUNS, runs[:place] + runs[place + 1 :])
    _set(form, REMOVED, (place, run_id))


def _put_back(form: Form, place: int, run_id: str) -> None:
    runs = list(form.value(RUNS) or ())
    _set(form, RUNS, [*runs[:place], run_id, *runs[place:]])
    _set(form, REMOVED, None)


def _set(form: Form, field: str, value: object) -> None:
    st.session_state[form.key(field)] = value
