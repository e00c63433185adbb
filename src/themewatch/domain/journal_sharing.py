"""What of a journal becomes evidence: theme, model, day and result, and no word."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.note import LEAST_TRIES, Note, Rigor
from themewatch.domain.theme import Theme

FEW_TRIES = LEAST_TRIES[Rigor.FEW]
WHICH_TOOL = ("tool", "release")


def note_of(
    journal: Journal, run: Run, theme: Theme, *, note_id: str, now: datetime
) -> Note:
    """Return the note that counts a run on the shared map."""
    return Note(
        id=note_id,
        recorded_at=now,
        theme=theme.slug,
        person=journal.person,
        **what_counts(journal, run, theme),
    )


def what_counts(journal: Journal, run: Run, theme: Theme) -> Mapping[str, Any]:
    """Return what a note says of a run, by the names of a note's fields.

    Prompt, words, settings and files stay in the journal. Under a theme that asks
    for price and seconds instead of counting successes, these are not counted.
    """
    test = journal.test(run.test)
    return {
        "tested_on": run.on,
        "signal": test.signal if test else None,
        "tool": None if run.release else run.model,
        "release": run.release,
        "tries": run.tries,
        "acceptable": run.usable if theme.counts_successes else None,
        "verdict": run.verdict,
        "rigor": rigor_of(run),
        "price_usd": run.price_usd,
        "seconds": run.seconds,
    }


def note_corrected(
    note: Note,
    was: Mapping[str, Any],
    says: Mapping[str, Any],
    *,
    note_id: str,
    now: datetime,
) -> Note:
    """Return the correction of a note whose run was changed.

    Only what was changed in the run is: what somebody put right on the note's own
    page meanwhile stays. Which tool it was is said by two fields that go together.

    Args:
        note: Its latest version.
        was: What counted of the run before, as by `what_counts`.
        says: What counts of it now.
        note_id: The id of the correction.
        now: When it is made.
    """
    changed = {name: value for name, value in says.items() if value != was[name]}
    if any(name in changed for name in WHICH_TOOL):
        changed |= {name: says[name] for name in WHICH_TOOL}
    return replace(
        note,
        id=note_id,
        recorded_at=now,
        supersedes=note.id,
        withdrawals=(),
        **changed,
    )


def rigor_of(run: Run) -> Rigor:
    """Return how thorough a run is: a fixed test five times, a few tries, or one."""
    tries = run.tries or 1
    if run.test is not None and tries >= LEAST_TRIES[Rigor.FIXED]:
        return Rigor.FIXED
    return Rigor.FEW if tries >= FEW_TRIES else Rigor.ONCE


def has_result(run: Run, theme: Theme) -> bool:
    """Say whether a run can move the map: it counts tries, or says how it went."""
    is_counted = theme.counts_successes and run.usable is not None
    return is_counted or run.verdict is not None
