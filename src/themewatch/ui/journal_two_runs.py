"""Two runs of one fixed test, chosen and set beside each other."""

from collections.abc import Sequence

import streamlit as st

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, Run
from themewatch.services.journal_entries import list_own_entries
from themewatch.ui import session
from themewatch.ui.address import choice
from themewatch.ui.journal_compare_runs import show_side_by_side
from themewatch.words import _


def draw_two_runs(journal: Journal) -> None:
    """Ask for a fixed test and two of its runs, the first and the last at first."""
    with session.reading() as db:
        runs = _runs_of(list_own_entries(db, journal))
    tests = {t.id: t.title for t in journal.tests if len(_of(runs, t.id)) > 1}
    if not tests:
        st.markdown(
            _(
                "Two runs of one fixed test can be set beside each other here. "
                "Run your fixed test a second time, on the same model or another."
            )
        )
        return
    first = next(iter(tests))
    chosen = st.selectbox(
        _("Fixed test"),
        list(tests),
        format_func=tests.__getitem__,
        **choice("test", tests, first),
    )
    here = {run.id: run for run in _of(runs, chosen)}
    one, other = st.columns(2)
    with one:
        left = _ask(_("This run"), "one", here, next(iter(here)))
    with other:
        right = _ask(_("beside this one"), "other", here, list(here)[-1])
    if left == right:
        st.markdown(_("Choose two different runs."))
        return
    show_side_by_side(journal, here[left], here[right])


def _ask(label: str, name: str, runs: dict[str, Run], default: str) -> str:
    chosen: str = st.selectbox(
        label,
        list(runs),
        format_func=lambda run: _label(runs[run]),
        **choice(name, runs, default),
    )
    return chosen


def _label(run: Run) -> str:
    label = f"{run.on.isoformat()} · {run.model}"
    return _("{run} (before)").format(run=label) if run.is_before else label


def _runs_of(entries: Sequence[Entry]) -> list[Run]:
    runs = (run for entry in entries for run in entry.runs)
    return sorted(runs, key=lambda run: (not run.is_before, run.on))


def _of(runs: Sequence[Run], test: str) -> list[Run]:
    return [run for run in runs if run.test == test]
