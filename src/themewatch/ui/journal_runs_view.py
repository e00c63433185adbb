"""The runs of an entry: a small table for each fixed test, outputs, what is shared."""

from collections.abc import Iterator, Sequence
from itertools import groupby

import streamlit as st

from themewatch.charts.note_words import VERDICT_STAGE
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.theme import Theme
from themewatch.services.journal_runs import list_runs
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.files import show_files
from themewatch.ui.journal_compare_runs import run_name, show_side_by_side
from themewatch.ui.links import page_link
from themewatch.ui.text import plain
from themewatch.words import _

WIDEST = 240  # pixels a picture takes at least beside others


def show_runs(journal: Journal, entry: Entry) -> None:
    """Draw the runs by the test they are of, and the way to set two beside."""
    theme = catalogue().theme(journal.theme)
    places = {test.id: place for place, test in enumerate(journal.tests)}
    runs = sorted(entry.runs, key=lambda run: places.get(run.test or "", len(places)))
    for test_id, group in groupby(runs, key=lambda run: run.test):
        of_test = list(group)
        test = journal.test(test_id)
        title = test.title if test else _("Without a fixed test")
        st.markdown(f"**{plain(title)}**")
        _show_table(entry, of_test, theme)
        _show_more(of_test)
    _offer_comparison(journal, entry)


def _show_table(entry: Entry, runs: Sequence[Run], theme: Theme) -> None:
    """Draw the numbers; a column in which nothing stands is left out."""
    rows = [dict(_cells(entry, run, theme)) for run in runs]
    used = [name for name in rows[0] if any(row[name] for row in rows)]
    table = [{plain(name): plain(row[name]) for name in used} for row in rows]
    st.table(table, hide_index=True, alt=_("The runs in numbers"))


def _cells(entry: Entry, run: Run, theme: Theme) -> Iterator[tuple[str, str]]:
    yield _("Model or tool"), run.model
    yield _("Run on"), "" if run.on == entry.on else run.on.isoformat()
    counted = run.usable is not None and run.tries is not None
    template = _("{usable} of {tries}") if counted else _("{tries} tries")
    usable = template.format(usable=run.usable, tries=run.tries)
    yield _("Usable"), usable if run.tries is not None else ""
    words = theme.stage_words[VERDICT_STAGE[run.verdict]] if run.verdict else ""
    yield _("How it went"), _(words) if words else ""
    yield _("US$ each"), _number(run.price_usd)
    yield _("Seconds each"), _number(run.seconds)
    yield _("Measured against"), _("yes") if run.is_before else ""


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _show_more(runs: Sequence[Run]) -> None:
    """Draw what has no place in a table: settings, outputs, the note on the map."""
    for run in runs:
        if run.settings:
            said = _("{model}: {settings}")
            words = said.format(model=run.model, settings=run.settings)
            st.markdown(plain(words))
        if run.files:
            with st.grid(min_column_width=WIDEST):
                show_files(run.files)
        if run.note:
            said = _("Counts on the map: {model}")
            page_link("record", said.format(model=run.model), id=run.note)


def _offer_comparison(journal: Journal, entry: Entry) -> None:
    """Offer to set a run beside another one of the same fixed test."""
    own = {run.id: run for run in entry.runs if run.test}
    if not own:
        return
    with st.expander(
        _("Two runs side by side"), key=f"beside-{entry.id}", on_change="rerun"
    ) as opened:
        if opened.open:
            _compare(journal, entry, own)


def _compare(journal: Journal, entry: Entry, own: dict[str, Run]) -> None:
    with session.reading() as db:
        known = {ran.run.id: ran.run for ran in list_runs(db, journal)}
    left, right = st.columns(2)
    one = right.selectbox(
        _("This run"),
        list(own),
        index=_first(own, is_before=False),
        format_func=lambda run_id: run_name(own[run_id]),
        key=f"one-{entry.id}",
    )
    others = {
        run_id: run
        for run_id, run in known.items()
        if run.test == own[one].test and run_id != one
    }
    if not others:
        st.markdown(_("There is no other run of this fixed test yet."))
        return
    other = left.selectbox(
        _("Beside this one"),
        list(others),
        format_func=lambda run_id: run_name(others[run_id]),
        index=_first(others, is_before=True),
        key=f"other-{one}",
    )
    key = f"beside-{entry.id}"
    show_side_by_side(journal, others[other], own[one], key=key)


def _first(runs: dict[str, Run], *, is_before: bool) -> int:
    """Return the place of the first run that is the *before* or not, else 0."""
    places = (n for n, run in enumerate(runs.values()) if run.is_before is is_before)
    return next(places, 0)
