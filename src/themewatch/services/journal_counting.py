"""Count runs of a journal on the shared map, and take them off it again."""

from dataclasses import dataclass, replace
from datetime import datetime

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Run
from themewatch.domain.journal_sharing import (
    has_result,
    note_corrected,
    note_of,
    what_counts,
)
from themewatch.domain.note import Note
from themewatch.domain.theme import Theme
from themewatch.errors import InputError
from themewatch.services.log import log_record, new_id, take_back
from themewatch.services.records import get_history
from themewatch.services.reference import catalogue
from themewatch.storage.engine import Session
from themewatch.storage.evidence import is_recorded


@dataclass(frozen=True, slots=True)
class Counting:
    """What makes notes of a journal's runs; `session` writes, at `now`."""

    session: Session
    journal: Journal
    now: datetime

    @property
    def theme(self) -> Theme:
        return catalogue().theme(self.journal.theme)

    def count(self, run: Run, before: Run | None) -> Run:
        """Return a run with the note that counts it, new or corrected.

        A note whose run says what it said before is left alone: it may have been put
        right on its own page. One that was taken back there is not touched again;
        the run gets another.

        Raises:
            InputError: It has no result, or its note cannot stand.
        """
        self._refuse_empty(run)
        standing = self._standing(before)
        theme, note_id = self.theme, new_id()
        if before is None or standing is None:
            note = note_of(self.journal, run, theme, note_id=note_id, now=self.now)
            return self._log(run, note)
        was = what_counts(self.journal, before, theme)
        says = what_counts(self.journal, run, theme)
        if was == says:
            return replace(run, note=before.note)
        note = note_corrected(standing, was, says, note_id=note_id, now=self.now)
        return self._log(run, note)

    def take_off(self, before: Run | None) -> None:
        """Take back the note of a run, unless it was taken back already."""
        if (standing := self._standing(before)) is not None:
            take_back(self.session, standing.id, by=self.journal.person, now=self.now)

    def _refuse_empty(self, run: Run) -> None:
        if has_result(run, self.theme):
            return
        if self.theme.counts_successes:
            raise InputError(
                "A result that counts on the shared map needs tries with how many "
                "were usable, or how it went in a word."
            )
        raise InputError(
            "A result that counts on the shared map needs how it went in a word."
        )

    def _log(self, run: Run, note: Note) -> Run:
        log_record(self.session, note)
        return replace(run, note=note.id)

    def _standing(self, run: Run | None) -> Note | None:
        """Return the last version of a run's note, unless it was taken back."""
        if run is None or run.note is None or not is_recorded(self.session, run.note):
            return None
        latest = get_history(self.session, run.note).latest
        if not isinstance(latest, Note) or latest.is_withdrawn():
            return None
        return latest
