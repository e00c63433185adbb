"""An improvement as it was written down: what made it, before and after."""

from collections.abc import Iterator

import streamlit as st

from themewatch.charts.run_words import gone_run, improvement_name, run_result
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Improvement, Run, Side
from themewatch.services.journal_runs import list_runs
from themewatch.services.reference import catalogue
from themewatch.ui import session
from themewatch.ui.journal_compare_runs import (
    Beside,
    run_name,
    show_files_beside,
    show_side_by_side,
)
from themewatch.ui.simple_text import simple
from themewatch.ui.text import plain
from themewatch.words import _


def show_improvement(journal: Journal, improvement: Improvement, *, key: str) -> None:
    """Draw what made it better or did not, both sides, and what it changes."""
    st.markdown(plain(" · ".join(_facts(journal, improvement))))
    with session.reading() as db:
        runs = {ran.run.id: ran.run for ran in list_runs(db, journal)}
    sides = improvement.before, improvement.after
    one, other = (runs.get(side.run or "") for side in sides)
    if one is not None and other is not None:
        show_side_by_side(journal, one, other, key=f"sides-{key}")
    else:
        _show_sides(journal, sides, (one, other), key)
    if improvement.change:
        st.markdown(f"**{_('What it changes for my work')}**")
        st.markdown(simple(improvement.change))


def _facts(journal: Journal, improvement: Improvement) -> Iterator[str]:
    yield improvement_name(improvement.kind)
    if improvement.signal:
        yield _(catalogue().theme(journal.theme).signal(improvement.signal).name)


def _show_sides(
    journal: Journal,
    sides: tuple[Side, Side],
    runs: tuple[Run | None, Run | None],
    key: str,
) -> None:
    """Draw both sides where one of them is no run of this journal."""
    theme = catalogue().theme(journal.theme)
    for column, name, side, run in zip(
        st.columns(2), (_("Before"), _("After")), sides, runs, strict=True
    ):
        said = run_result(run, theme) if run else side.result
        lines = [f"**{plain(name)}**", plain(_name(side, run)), simple(said)]
        column.markdown("  \n".join(filter(None, lines)))
    show_files_beside(
        *(
            Beside(_name(side, run), run.files if run else side.files)
            for side, run in zip(sides, runs, strict=True)
        ),
        key=f"sides-{key}",
    )


def _name(side: Side, run: Run | None) -> str:
    """Say what a side was: its model and its day, as far as they were given."""
    if run is not None:
        return run_name(run)
    if side.run:
        return gone_run()
    return ", ".join(filter(None, [side.model, side.on.isoformat() if side.on else ""]))
