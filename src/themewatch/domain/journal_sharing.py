"""What of a journal becomes evidence: theme, model, day and result, and no word."""

from datetime import datetime

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.note import LEAST_TRIES, Note, Rigor

FEW_TRIES = LEAST_TRIES[Rigor.FEW]


def note_of(
    journal: Journal, run: Run, *, note_id: str, now: datetime, corrects: str | None
) -> Note:
    """Return the note that counts a run on the shared map.

    Prompt, words, settings and files stay in the journal. `corrects` is the note
    that counted it before it was changed.
    """
    test = journal.test(run.test)
    return Note(
        id=note_id,
        recorded_at=now,
        supersedes=corrects,
        theme=journal.theme,
        person=journal.person,
        tested_on=run.on,
        signal=test.signal if test else None,
        tool=None if run.release else run.model,
        release=run.release,
        tries=run.tries,
        acceptable=run.usable,
        verdict=run.verdict,
        rigor=rigor_of(run),
        price_usd=run.price_usd,
        seconds=run.seconds,
    )


def rigor_of(run: Run) -> Rigor:
    """Return how thorough a run is: a fixed test five times, a few tries, or one."""
    tries = run.tries or 1
    if run.test is not None and tries >= LEAST_TRIES[Rigor.FIXED]:
        return Rigor.FIXED
    return Rigor.FEW if tries >= FEW_TRIES else Rigor.ONCE


def has_result(run: Run) -> bool:
    """Say whether a run can move the map: it counts tries, or says how it went."""
    return run.usable is not None or run.verdict is not None
