"""Examine attachments: all there, all whole, none that belongs to nothing."""

from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from themewatch.charts.size_words import size
from themewatch.domain.evidence import Evidence
from themewatch.domain.person import Role
from themewatch.domain.record import FileRef
from themewatch.services.findings import Finding
from themewatch.services.rights import needs
from themewatch.storage import attachments
from themewatch.storage.archive_rows import tables_of
from themewatch.storage.attachment_folder import is_whole, list_kept, list_spoken_of
from themewatch.storage.engine import Session
from themewatch.words import _, ngettext

SAMPLE = 25
_MOST_NAMED = 5


@needs(Role.ADMIN)
def examine_files(
    session: Session, home: Path, evidence: Evidence, *, deep: bool
) -> Iterator[Finding]:
    """Look at what is spoken of, what lies there, and the content of some, or all."""
    kept = {path.name: path for path in list_kept(home)}
    spoken_of = list_spoken_of(session, tables_of(session))
    yield from _missing(home, evidence, spoken_of, kept)
    yield from _damaged(kept, deep=deep)
    yield from _left_over(kept, spoken_of)


def _missing(
    home: Path, evidence: Evidence, spoken_of: set[str], kept: dict[str, Path]
) -> Iterator[Finding]:
    """Name files of evidence that are not there; of journals, only how many."""
    refs = {ref for ref in _refs(evidence) if attachments.find(home, ref) is None}
    absent = (spoken_of - kept.keys()) | {ref.sha256 for ref in refs}
    if not absent:
        if spoken_of:
            said = ngettext(
                "Files: {n}, all there.", "Files: {n}, all there.", len(spoken_of)
            )
            yield Finding(said.format(n=len(spoken_of)))
        return
    named = sorted(ref.name for ref in refs)[:_MOST_NAMED]
    private = len(absent - {ref.sha256 for ref in refs})
    if private:
        of_journals = ngettext("{n} of journals", "{n} of journals", private)
        named.append(of_journals.format(n=private))
    said = _(
        "Wrong: {n} of {all} files are not in {folder}: {names}. Copy that folder "
        "from where the notes were written, or bring them in from a backup with "
        "`themewatch import`."
    )
    told = said.format(
        n=len(absent),
        all=len(spoken_of),
        folder=home / "attachments",
        names=", ".join(named),
    )
    yield Finding(told, is_wrong=True)


def _damaged(kept: dict[str, Path], *, deep: bool) -> Iterator[Finding]:
    looked_at = list(kept.values() if deep else _sample(kept))
    damaged = [path.name for path in looked_at if not is_whole(path)]
    if damaged:
        said = _(
            "Wrong: the content of {n} files is damaged: {names}. Bring them in from "
            "a backup with `themewatch import`."
        )
        names = ", ".join(name[:12] for name in damaged[:_MOST_NAMED])
        yield Finding(said.format(n=len(damaged), names=names), is_wrong=True)
    elif deep and kept:
        said = ngettext(
            "Files: {n} was read and is whole.",
            "Files: {n} were read and are whole.",
            len(kept),
        )
        yield Finding(said.format(n=len(kept)))


def _sample(kept: dict[str, Path]) -> Iterator[Path]:
    """Yield some files, spread over all: their names are as good as drawn by lot."""
    return islice(kept.values(), 0, None, max(1, len(kept) // SAMPLE))


def _left_over(kept: dict[str, Path], spoken_of: set[str]) -> Iterator[Finding]:
    left = kept.keys() - spoken_of
    if left:
        taken = sum(kept[name].stat().st_size for name in left)
        said = ngettext(
            "Files: {n} more ({size}) belongs to nothing that was saved. It "
            "does no harm and stays where it is.",
            "Files: {n} more ({size}) belong to nothing that was saved. They "
            "do no harm and stay where they are.",
            len(left),
        )
        yield Finding(said.format(n=len(left), size=size(taken)))


def _refs(evidence: Evidence) -> set[FileRef]:
    records = chain(evidence.releases.values(), evidence.notes, evidence.views)
    return {ref for record in records for ref in record.files}
