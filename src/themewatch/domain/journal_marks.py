"""What happened in a month, as its chart marks it: each opens its entry or page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from themewatch.domain.evidence import Evidence
from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry, EntryKind, Run
from themewatch.domain.journal_report import Mark, MarkOf
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.marked_text import as_typed, plain_words
from themewatch.domain.note import Note

LONGEST_TITLE = 60


class NoteEntries:
    """Where in a journal a note stands, by the note."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = {
            run.note: entry.id for entry in entries for run in entry.runs if run.note
        }

    def find(self, note: Note) -> str | None:
        """Return the entry whose run a note counts, also one corrected since."""
        found = self._entries.get(note.id)
        return found or self._entries.get(note.supersedes or "")


def month_marks(
    evidence: Evidence,
    judged: Sequence[JudgedClaim],
    journal: Journal,
    entries: Sequence[Entry],
) -> tuple[Mark, ...]:
    """Return what happened in a month, by day and kind.

    Args:
        evidence: What happened by the day the month is looked at.
        judged: The claims under the journal's theme.
        journal: The month.
        entries: What stands in it.
    """
    where = NoteEntries(entries)
    own_and_others = [
        note
        for note in evidence.notes
        if note.theme == journal.theme and journal.holds(note.tested_on)
    ]
    found = [
        *_releases(evidence, judged, journal),
        *_notes(evidence, own_and_others, journal, where),
        *_claims(judged, journal, where),
        *(mark for entry in entries for mark in _written(entry)),
    ]
    order = list(MarkOf)
    return tuple(sorted(found, key=lambda m: (m.on, order.index(m.kind), m.title)))


def _releases(
    evidence: Evidence, judged: Iterable[JudgedClaim], journal: Journal
) -> Iterator[Mark]:
    """Mark each release that claims something about the theme."""
    days = {evidence.release_names[j.claim.release]: j.on for j in judged}
    for name, on in days.items():
        if journal.holds(on):
            title = evidence.releases[name].model
            yield Mark(on=on, kind=MarkOf.RELEASE, title=title, record=name)


def _notes(
    evidence: Evidence, notes: Iterable[Note], journal: Journal, where: NoteEntries
) -> Iterator[Mark]:
    """Mark the tests of others, and own ones that stand in no entry."""
    for note in notes:
        is_own = note.person == journal.person
        if is_own and where.find(note) is not None:
            continue  # its entry is marked
        yield Mark(
            on=note.tested_on,
            kind=MarkOf.NOTE if is_own else MarkOf.OTHER,
            title=evidence.tool_label(note),
            record=note.id,
        )


def _claims(
    judged: Iterable[JudgedClaim], journal: Journal, where: NoteEntries
) -> Iterator[Mark]:
    """Mark each claim on each day on which the person tested it."""
    for one in judged:
        for note in one.notes:
            if note.person == journal.person and journal.holds(note.tested_on):
                yield Mark(
                    on=note.tested_on,
                    kind=MarkOf.CLAIM,
                    title=_short(one.claim.text),
                    entry=where.find(note),
                    record=one.claim.id,
                )


def _written(entry: Entry) -> Iterator[Mark]:
    kinds: Mapping[EntryKind, MarkOf] = {
        EntryKind.CHECK_IN: MarkOf.NOTE,
        EntryKind.IMPROVEMENT: MarkOf.IMPROVEMENT,
    }
    if (kind := kinds.get(entry.kind)) is not None:
        yield Mark(on=entry.on, kind=kind, title=_title(entry), entry=entry.id)


def _title(entry: Entry) -> str:
    if entry.improvement is not None and entry.improvement.change:
        return _short(entry.improvement.change)
    if entry.runs:
        return "; ".join(_ran(run) for run in entry.runs)
    return _short(plain_words(as_typed(entry.text)))


def _ran(run: Run) -> str:
    """Name a model and its counts, in figures alone: no word to translate."""
    if run.usable is None or run.tries is None:
        return run.model
    return f"{run.model} {run.usable}/{run.tries}"


def _short(text: str) -> str:
    words = " ".join(text.split())
    if len(words) <= LONGEST_TITLE:
        return words
    return f"{words[:LONGEST_TITLE].rsplit(' ', 1)[0]}…"
