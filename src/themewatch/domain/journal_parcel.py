"""A journal with everything in it, as it travels, and what it has to fulfil."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite

from themewatch.domain.journal import Journal
from themewatch.domain.journal_checks import (
    LONGEST_MONTH,
    entry_problems,
    journal_problems,
)
from themewatch.domain.journal_entry import Entry, Run
from themewatch.domain.journal_report import Figures, Report
from themewatch.domain.record import FileRef
from themewatch.domain.rules import LONGEST_TEXT
from themewatch.domain.stage import SCALE_END
from themewatch.domain.theme import Catalogue

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,99}")
"""What an id may be: it stands in addresses and in links within a page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """A journal, its entries by day, and its closed versions, the first one first.

    `missing` are the hashes of files that were not there when it was packed.
    """

    journal: Journal
    entries: tuple[Entry, ...]
    reports: tuple[Report, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def runs(self) -> Iterator[Run]:
        return (run for entry in self.entries for run in entry.runs)


def files_of(entry: Entry) -> tuple[FileRef, ...]:
    """Return every file of an entry, its runs' and its improvement's too, once each."""
    found = [*entry.files, *(ref for run in entry.runs for ref in run.files)]
    if entry.improvement is not None:
        found += [*entry.improvement.before.files, *entry.improvement.after.files]
    return tuple({ref.sha256: ref for ref in found}.values())


def refs_of(entries: Iterable[Entry]) -> tuple[FileRef, ...]:
    """Return every file of some entries, once each."""
    found = {ref.sha256: ref for entry in entries for ref in files_of(entry)}
    return tuple(found.values())


def parcel_problems(
    parcel: Parcel, catalogue: Catalogue, latest: date
) -> Iterator[str]:
    """Say what stands in the way of taking a parcel in.

    Args:
        parcel: The journal as it came.
        catalogue: The themes there are.
        latest: The last day that has come anywhere.
    """
    journal = parcel.journal
    yield from journal_problems(journal, catalogue, latest)
    yield from _id_problems(parcel)
    for entry in parcel.entries:
        if entry.journal != journal.id:
            yield f"The entry of {entry.on} belongs to another journal."
        if entry.removed_at is not None:
            yield f"The entry of {entry.on} was removed."
        yield from entry_problems(entry, journal, catalogue, latest)
    yield from _report_problems(parcel)


def _id_problems(parcel: Parcel) -> Iterator[str]:
    ids = [parcel.journal.id, *(test.id for test in parcel.journal.tests)]
    ids += [entry.id for entry in parcel.entries]
    ids += [run.id for run in parcel.runs]
    for wrong in sorted({each for each in ids if not _ID.fullmatch(each)}):
        yield f"{wrong[:40]!r} is no id: letters, digits, dots and hyphens are."
    if len(set(ids)) < len(ids):
        yield "An id is there twice."


def _report_problems(parcel: Parcel) -> Iterator[str]:
    reports, journal = parcel.reports, parcel.journal
    if [report.number for report in reports] != list(range(1, len(reports) + 1)):
        yield "Its closed versions are not numbered 1, 2 and so on."
    if journal.is_closed and (
        not reports or reports[-1].closed_at != journal.closed_at
    ):
        yield "It is closed, but the report it was closed with is not there."
    for report in reports:
        name = f"Version {report.number}"
        if {report.journal, report.month.id} != {journal.id}:
            yield f"{name} belongs to another journal."
        yield from (f"{name}: {it}" for it in _month_problems(report.month, journal))
        if not 0 <= report.view.position <= SCALE_END:
            yield f"{name}: the view lies outside 0 to {SCALE_END:g}."
        texts = [report.view.reason, *(section.text for section in report.sections)]
        if any(len(text) > LONGEST_TEXT for text in texts):
            yield f"{name}: a part is longer than {LONGEST_TEXT} characters."
        yield from (f"{name}: {it}" for it in _figure_problems(report.figures))


def _month_problems(month: Journal, journal: Journal) -> Iterator[str]:
    """Say what in a journal as it was cannot have become the one it is."""
    if (month.person, month.theme) != (journal.person, journal.theme):
        yield "it is of another person or theme."
    if not month.started_on <= month.ends_on <= month.started_on + LONGEST_MONTH:
        yield "it ends before it begins, or lasts longer than a year."
    if not all(_ID.fullmatch(test.id) for test in month.tests):
        yield "a fixed test has no proper id."


def _figure_problems(figures: Figures) -> Iterator[str]:
    if not figures.tested or not figures.claimed:
        yield "its figures hold no day."
        return
    days = [point.on for point in figures.tested]
    if days != sorted(days) or days[-1].year - days[0].year > 2:  # noqa: PLR2004
        yield "the days of its figures do not follow one another."
    numbers = [n for p in figures.tested for n in (p.value, p.low, p.high)]
    numbers += [value for _on, value in figures.claimed if value is not None]
    if not all(map(isfinite, [*numbers, figures.moved, figures.narrowed])):
        yield "its figures hold what is no number."


def differences(parcel: Parcel, other: Parcel) -> Sequence[str]:
    """Name what two parcels of one journal do not have in common."""
    parts = {
        "the journal": parcel.journal == other.journal,
        "its entries": sorted(parcel.entries, key=_by_id)
        == sorted(other.entries, key=_by_id),
        "its closed versions": parcel.reports == other.reports,
    }
    return [name for name, is_same in parts.items() if not is_same]


def _by_id(entry: Entry) -> str:
    return entry.id
