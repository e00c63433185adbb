"""What is written into a journal: what was seen, runs of fixed tests, improvements."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from themewatch.domain.note import Verdict
from themewatch.domain.record import FileRef


class EntryKind(StrEnum):
    """What a day of the calendar holds."""

    CHECK_IN = "check-in"
    IMPROVEMENT = "improvement"
    PLANNED = "planned"
    SKIPPED = "skipped"


class ImprovementKind(StrEnum):
    """What made it better, or that nothing did, which is a result too."""

    MODEL = "model"
    TECHNIQUE = "technique"
    CHEAPER = "cheaper"
    NOT_BETTER = "not-better"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of a fixed test on a model, or of anything else where `test` is None.

    `release` is the name of the known release that `model` is. `price_usd` and
    `seconds` are per usable output. `note` is the id of the piece of evidence that
    counts the result on the shared map; None keeps it private. `is_before` marks the
    result the month is measured against.
    """

    id: str
    model: str
    on: date
    test: str | None = None
    release: str | None = None
    tries: int | None = None
    usable: int | None = None
    verdict: Verdict | None = None
    settings: str = ""
    price_usd: float | None = None
    seconds: float | None = None
    files: tuple[FileRef, ...] = ()
    note: str | None = None
    is_before: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of an improvement: a run of this journal, or what was had elsewhere."""

    run: str | None = None
    model: str = ""
    on: date | None = None
    result: str = ""
    files: tuple[FileRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Improvement:
    """A concrete improvement: before and after, and what it changes for the work."""

    kind: ImprovementKind
    before: Side
    after: Side
    signal: str | None = None
    change: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One piece of writing on one day; for a skipped day `text` is the reason.

    `version` grows with every change. One that was removed is kept, and can be put
    back.
    """

    id: str
    journal: str
    kind: EntryKind
    on: date
    written_at: datetime
    text: str = ""
    files: tuple[FileRef, ...] = ()
    runs: tuple[Run, ...] = ()
    improvement: Improvement | None = None
    removed_at: datetime | None = None
    version: int = 1

    @property
    def is_noted(self) -> bool:
        """Say whether something was seen, and not only planned or skipped."""
        return self.kind in (EntryKind.CHECK_IN, EntryKind.IMPROVEMENT)
