"""What people who write said, against what is there."""

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from sqlalchemy import func, select

from themewatch.services.house import House, Session
from themewatch.storage.evidence import evidence_version
from themewatch.storage.journal_tables import drafts, journal_entries
from themewatch.storage.news_tables import decisions
from themewatch.storage.tables import records, withdrawals
from themewatch.storage.team_tables import activity, ballots
from themewatch.storage.team_tables import people as people_table

ROOT = Path(__file__).parents[1]
Said = Mapping[str, Sequence[Sequence[str]]]
"""The words of each line said, by its kind."""

_KEPT_IN_PLACE = {
    "draft": (drafts, drafts.c.person),
    "entry": (journal_entries, journal_entries.c.id),
    "person": (people_table, people_table.c.id),
}


def start_writers(
    house: House, first: int, last: int, seconds: float
) -> subprocess.Popen[str]:
    """Let people with these numbers write from a process of their own."""
    url = house.engine.url.render_as_string(hide_password=False)
    people = map(str, (first, last, seconds))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.writing_people", url, *people],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def sorted_out(lines: Sequence[str]) -> Said:
    """Return lines by their kind; one that was cut off says nothing."""
    said: dict[str, list[list[str]]] = defaultdict(list)
    for line in lines:
        if line.endswith("\n"):
            kind, *words = line.rstrip("\n").split("\t")
            said[kind].append(words)
    return said


def counts(session: Session) -> Counter[str]:
    """Count what only grows: acts by their name, and changes of evidence."""
    query = select(activity.c.act, func.count()).group_by(activity.c.act)
    acts = {str(row.act): row.count for row in session.execute(query)}
    return Counter({**acts, "evidence": evidence_version(session)})


def corrections_there(session: Session) -> dict[str, str | None]:
    """Return every record with what it corrects."""
    query = select(records.c.id, records.c.supersedes)
    return {row.id: row.supersedes for row in session.execute(query)}


def events_there(session: Session) -> Counter[str]:
    """Return how often each record was taken or put back."""
    return Counter(session.scalars(select(withdrawals.c.record_id)))


def decisions_there(session: Session) -> set[str]:
    return set(session.scalars(select(decisions.c.id)))


def votes_there(session: Session) -> set[tuple[str, str]]:
    query = select(ballots.c.theme, ballots.c.person)
    return {(row.theme, row.person) for row in session.execute(query)}


def versions_there(session: Session, kind: str) -> dict[str, int]:
    """Return the version of each draft, entry or person."""
    table, key = _KEPT_IN_PLACE[kind]
    query = select(key.label("name"), table.c.version)
    return {row.name: row.version for row in session.execute(query)}


def versions_said(said: Said, kind: str) -> dict[str, list[int]]:
    """Return the versions that were acknowledged of each draft, entry or person."""
    versions: dict[str, list[int]] = defaultdict(list)
    for name, version in said[kind]:
        versions[name].append(int(version))
    return versions
