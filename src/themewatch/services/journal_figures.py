"""The figures of a month: ● and ◇ through it, and what its person's notes moved.

● of a day is what the map of that day showed, from what we know now: evidence that
happened later is left out. So a note moves it on the day on which it was tested.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from datetime import date

import pandas as pd

from themewatch.domain.history import claimed_steps
from themewatch.domain.journal import DAY, Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_marks import NoteEntries, month_marks
from themewatch.domain.journal_report import Figures, Point, TestedClaim
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.estimation import Estimate, Reading, estimate
from themewatch.services.assessment import Assessment
from themewatch.services.themes import attribute

MOST_DAYS = 32
"""On so many days ● is worked out anew at most; each is an estimate of its own."""


def month_end(journal: Journal, today: date) -> date:
    """Return the day a month's figures reach: today, or its last day once it is over.

    A journal that begins today, seen from further west, ends on the day it begins.
    """
    return max(min(today, journal.ends_on), journal.started_on)


def month_figures(
    assessment: Assessment, journal: Journal, entries: Sequence[Entry]
) -> Figures:
    """Return the figures of a month up to the day of an assessment.

    Args:
        assessment: What the evidence says on the day of `month_end`.
        journal: The month.
        entries: What stands in it, by day.
    """
    judged = [j for j in assessment.judged if j.claim.theme == journal.theme]
    notes = _notes_of_month(assessment, journal)
    own = [note for note in notes if note.person == journal.person]
    moved, narrowed = _own_effect(assessment, journal.theme, own)
    where = NoteEntries(entries)
    return Figures(
        tested=tuple(_tested(assessment, journal)),
        claimed=claimed_steps(judged, journal.started_on - DAY, assessment.as_of),
        marks=month_marks(assessment.evidence, judged, journal, entries),
        moved=moved,
        narrowed=narrowed,
        notes=len(own),
        others=len(notes) - len(own),
        strongest=tuple(_strongest(assessment, journal.theme, own, where)),
        claims=tuple(_tested_claims(assessment, judged, own, where)),
        untested=sum(j.is_untested for j in judged),
        evidence=_stands_on(assessment, journal.theme),
    )


def _notes_of_month(assessment: Assessment, journal: Journal) -> list[Note]:
    """Return the notes of the theme and the month that gave a result."""
    return [
        note
        for note in assessment.evidence.notes
        if note.theme == journal.theme
        and journal.holds(note.tested_on)
        and f"note/{note.id}" in assessment.readings
    ]


def _own_effect(
    assessment: Assessment, theme: str, own: Sequence[Note]
) -> tuple[float, float]:
    """Return how far notes moved ● and by which share they shrank its doubt.

    Exactly: the estimate with them against one from everything else.
    """
    if not own:
        return 0.0, 0.0
    left_out = {f"note/{note.id}" for note in own}
    others = [r for r in assessment.readings.values() if r.id not in left_out]
    there = assessment.now.positions[theme]
    without = estimate(others, as_of=assessment.as_of).positions[theme]
    return there.mean - without.mean, 1 - there.sd / without.sd


def _tested(assessment: Assessment, journal: Journal) -> Iterator[Point]:
    readings = assessment.readings.values()
    names = [field.name for field in fields(Reading)]
    frame = pd.DataFrame([asdict(reading) for reading in readings], columns=names)
    frame["on"] = pd.to_datetime(frame["on"])
    days = {r.on for r in readings if r.theme == journal.theme and journal.holds(r.on)}
    eve = journal.started_on - DAY
    for day in _thinned([eve, *sorted(days - {assessment.as_of}), assessment.as_of]):
        last = day == assessment.as_of
        found = assessment.now if last else estimate(frame, as_of=day)
        yield _point(found, journal.theme)


def _thinned(days: Sequence[date]) -> list[date]:
    """Keep the first and the last day, and between them at even distances."""
    if len(days) <= MOST_DAYS:
        return list(days)
    step = (len(days) - 1) / (MOST_DAYS - 1)
    return [days[round(place * step)] for place in range(MOST_DAYS)]


def _point(found: Estimate, theme: str) -> Point:
    position = found.positions[theme]
    return Point(
        on=found.as_of, value=position.mean, low=position.low, high=position.high
    )


def _strongest(
    assessment: Assessment, theme: str, own: Sequence[Note], where: NoteEntries
) -> dict[str, None]:
    """Return the entries behind own notes, the one with the largest effect first."""
    entries = {note.id: entry for note in own if (entry := where.find(note))}
    effects = attribute(assessment, theme).notes
    ranked = sorted(effects, key=lambda effect: (-abs(effect.amount), effect.evidence))
    return dict.fromkeys(
        entries[effect.evidence] for effect in ranked if effect.evidence in entries
    )


def _tested_claims(
    assessment: Assessment,
    judged: Sequence[JudgedClaim],
    own: Sequence[Note],
    where: NoteEntries,
) -> Iterator[TestedClaim]:
    """Yield the claims that own notes of the month speak of, by when they were made."""
    notes = {note.id: note for note in own}
    for one in reversed(judged):
        tests = [notes[note.id] for note in one.notes if note.id in notes]
        if not tests:
            continue
        last = max(tests, key=lambda note: (note.tested_on, note.id))
        release = assessment.evidence.release_of(one.claim)
        yield TestedClaim(
            id=one.claim.id,
            text=one.claim.text,
            model=release.model if release else one.claim.release,
            outcome=one.outcome,
            entry=where.find(last),
        )


def _stands_on(assessment: Assessment, theme: str) -> tuple[str, ...]:
    """Return the ids of the notes and views of a theme that hold ● where it is."""
    found = (
        r.id.partition("/") for r in assessment.readings.values() if r.theme == theme
    )
    return tuple(sorted(record for kind, _, record in found if kind != "baseline"))
