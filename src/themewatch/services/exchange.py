"""Take all evidence along, and bring it back: JSON Lines, all or nothing."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from themewatch.domain.about import counted
from themewatch.domain.activity import Act, Subject
from themewatch.domain.kinds import RECORD_KINDS, kind_of
from themewatch.domain.lines import HEADER, read_lines, record_to_line
from themewatch.domain.merging import merge
from themewatch.domain.person import Role
from themewatch.domain.theme import Catalogue
from themewatch.services.rights import needs
from themewatch.storage import evidence
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import brought: new records by kind, and how many were there already.

    `taken_back` counts records that were there and got a take-back or its reversal.
    """

    added: Mapping[str, int]
    unchanged: int
    taken_back: int = 0


@needs(Role.ADMIN)
def export_records(session: Session) -> Iterator[str]:
    """Yield the lines of all evidence, withdrawn and corrected records included."""
    yield HEADER
    yield from map(record_to_line, evidence.list_everything(session))


@needs(Role.ADMIN)
def import_records(
    session: Session, lines: Iterable[str], *, now: datetime, catalogue: Catalogue
) -> ImportResult:
    """Add what the lines hold and is not there yet, or nothing at all.

    Raises:
        InputError: One problem for each line that is wrong, with its number.
    """
    evidence.lock_evidence(session)
    merged = merge(evidence.list_everything(session), read_lines(lines, catalogue, now))
    evidence.add_records(session, list(merged.added.values()))
    evidence.add_withdrawals(session, merged.taken_back)
    counts = Counter(map(kind_of, merged.added.values()))
    result = ImportResult(
        added={kind: counts[kind] for kind in RECORD_KINDS},
        unchanged=merged.unchanged,
        taken_back=len(merged.taken_back),
    )
    about = counted({**result.added, "taken-back": result.taken_back})
    add_activity(session, Act.IMPORTED, now, Subject("evidence", about=about))
    return result


def in_words(result: ImportResult) -> str:
    """Say what an import brought, in a line."""
    added = [f"{n} {kind}{'s' * (n > 1)}" for kind, n in result.added.items() if n]
    return (
        f"Added: {', '.join(added) or 'nothing'}. There already: {result.unchanged}. "
        f"Taken back: {result.taken_back}."
    )
