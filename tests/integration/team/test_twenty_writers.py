"""Twenty people write at once, from two processes, while news come in: nothing is lost.

THEMEWATCH_WRITERS_SECONDS says how long; `THEMEWATCH_WRITERS_SECONDS=60` is a minute
on each database.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import func, select

from tests.factories import a_note
from tests.feed_server import serve_feeds
from tests.integration.ingest.test_kills import PassingFeeds
from tests.journaling import an_entry
from tests.killed_worker import QuickClock
from tests.news import pieces, put_story
from tests.reviewing import DAY, a_review
from tests.writing_people import (
    BEGAN,
    NEWCOMER,
    SHARED,
    TODAY,
    TOGGLED,
    journal_of,
    name_of,
    person_of,
)
from themewatch.config import Settings
from themewatch.domain.activity import Act
from themewatch.domain.person import Person
from themewatch.domain.theme import SLUGS
from themewatch.services.feeds import add_feed
from themewatch.services.house import House, Session, open_house
from themewatch.services.log import log_records
from themewatch.services.reviews import open_review
from themewatch.storage import journals, people
from themewatch.storage.evidence import evidence_version
from themewatch.storage.journal_tables import drafts, journal_entries
from themewatch.storage.news_tables import decisions, entries
from themewatch.storage.tables import records, withdrawals
from themewatch.storage.team_tables import activity, ballots
from themewatch.storage.team_tables import people as people_table

SECONDS = float(os.environ.get("THEMEWATCH_WRITERS_SECONDS", "3"))
PEOPLE, PROCESSES, STORIES = 20, 2, 400
ROOT = Path(__file__).parents[3]
SAYS_BOTH = {
    "correct": "yours",
    "entry": "yours",
    "role": "You wanted",
    "decide": "meanwhile",
    "toggle": "already",
}
"""What each act says of the two versions, by a word of it."""


@pytest.fixture
def house(engine, home) -> Iterator[House]:
    """Yield a house in which twenty people can begin to write."""
    engine.dispose()
    url = engine.url.render_as_string(hide_password=False)
    with closing(open_house(Settings(url, home), reference=False)) as house:
        with house.writing() as session:
            furnish(session)
        yield house


def furnish(session: Session) -> None:
    for number in range(PEOPLE):
        people.add_person(session, person_of(number))
        journal = journal_of(name_of(number))
        journals.add_journal(session, journal)
        entry = an_entry(journal, id=f"entry-{name_of(number)}", on=TODAY, version=1)
        journals.add_entry(session, replace(entry, written_at=BEGAN))
    people.add_person(session, Person(NEWCOMER, "New", "new@example.org", BEGAN))
    notes = [a_note(id=name, recorded_at=BEGAN) for name in (*SHARED, TOGGLED)]
    log_records(session, [replace(note, tested_on=BEGAN.date()) for note in notes])
    for number, piece in enumerate(pieces(STORIES)):
        put_story(session, f"s{number}", replace(piece, at=BEGAN))
    days = {
        "starts_on": BEGAN.date(),
        "ends_on": BEGAN.date(),
        "until": BEGAN + 30 * DAY,
    }
    review = a_review(themes=SLUGS, people=(), opened_at=BEGAN, **days)
    open_review(session, review, now=BEGAN)


def test_of_twenty_people_who_write_at_once_nobody_loses_anything(house):
    with house.reading() as session:
        before = counts(session)
    with news_coming_in(house):
        said = written(house)
    with house.reading() as session:
        assert_kept(session, said, before)
        assert session.scalar(select(func.count()).select_from(entries)) > STORIES
    refused = [line for line in said if line[0] == "refused"]
    for _, act, sentence in refused:
        assert SAYS_BOTH[act] in sentence, (act, sentence)
    assert [line for line in said if line[0] == "error"] == []
    kinds = Counter(line[0] for line in said)
    print(f"\n{house.engine.dialect.name}: {dict(kinds)}")  # noqa: T201  with -s
    assert min(kinds[kind] for kind in ("note", "correction", "decision", "vote")) > 0


def written(house: House) -> list[list[str]]:
    """Let people write from several processes, and return all that they said."""
    url = house.engine.url.render_as_string(hide_password=False)
    each = PEOPLE // PROCESSES
    writers = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.writing_people", url),
                *(str(first), str(first + each - 1), str(SECONDS)),
            ],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
        )
        for first in range(0, PEOPLE, each)
    ]
    said = [writer.communicate(timeout=SECONDS + 120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * PROCESSES
    return [line.split("\t") for text in said for line in text.splitlines()]


@contextmanager
def news_coming_in(house: House) -> Iterator[None]:
    """Let workers ingest all the time: four on a server, one beside a file."""
    url = house.engine.url.render_as_string(hide_password=False)
    workers = 1 if house.engine.dialect.name == "sqlite" else 4
    with serve_feeds() as server, ExitStack() as stack:
        passing = PassingFeeds(server)
        with house.writing() as session:
            for number in range(workers + 1):
                address = passing.address(number)
                add_feed(session, address, by="", now=QuickClock().now())
        for _worker in range(workers):
            stack.enter_context(_worker_at(url))
        yield


@contextmanager
def _worker_at(url: str) -> Iterator[None]:
    live = "import sys; from tests.killed_worker import live; live(sys.argv[1])"
    worker = subprocess.Popen([sys.executable, "-c", live, url], cwd=ROOT)
    try:
        yield
        assert worker.poll() is None, "a worker ended by itself"
    finally:
        worker.kill()
        worker.wait()


def counts(session: Session) -> Counter[str]:
    """Count what only grows."""
    found = session.execute(select(activity.c.act, func.count()).group_by("act"))
    return Counter(dict(found.all())) + Counter({"evidence": evidence_version(session)})


def assert_kept(session: Session, said: list[list[str]], before: Counter[str]) -> None:
    """Hold what is there against everything that was acknowledged, both ways."""
    acknowledged: dict[str, list[list[str]]] = {}
    for kind, *words in said:
        acknowledged.setdefault(kind, []).append(words)
    grown = counts(session) - before
    kept = sum(int(words[1]) for words in acknowledged.get("decision", ()))
    notes, corrections, taken, toggled = (
        len(acknowledged.get(kind, ()))
        for kind in ("note", "correction", "taken", "toggled")
    )
    assert grown[Act.RECORDED] == notes + kept
    assert grown[Act.CORRECTED] == corrections
    assert grown[Act.TAKEN_BACK] + grown[Act.PUT_BACK] == taken + toggled
    assert grown["evidence"] == notes + kept + corrections + taken + toggled
    assert_records(session, acknowledged)
    ids = set(session.scalars(select(decisions.c.id)))
    assert ids == {words[0] for words in acknowledged.get("decision", ())}
    votes = Counter(
        map(tuple, session.execute(select(ballots.c.theme, ballots.c.person)))
    )
    assert votes == Counter({tuple(words) for words in acknowledged.get("vote", ())})
    assert_versions(session, acknowledged)


def assert_records(session: Session, acknowledged: dict[str, list[list[str]]]) -> None:
    there = dict(session.execute(select(records.c.id, records.c.supersedes)).all())
    assert {words[0] for words in acknowledged.get("note", ())} <= there.keys()
    for correction, corrected in acknowledged.get("correction", ()):
        assert there[correction] == corrected
    corrected = Counter(old for old in there.values() if old is not None)
    assert set(corrected.values()) <= {1}, "a note was corrected twice"
    events = Counter(session.scalars(select(withdrawals.c.record_id)))
    toggled = len(acknowledged.get("toggled", ()))
    assert events.pop(TOGGLED, 0) == toggled
    assert events == Counter(words[0] for words in acknowledged.get("taken", ()))


def assert_versions(session: Session, acknowledged: dict[str, list[list[str]]]) -> None:
    """Each version of what is kept in place was acknowledged once, without a gap."""
    for kind, table, key, first in (
        ("draft", drafts, drafts.c.person, 1),
        ("entry", journal_entries, journal_entries.c.id, 1),
        ("person", people_table, people_table.c.id, 1),
    ):
        got: dict[str, list[int]] = {}
        for name, version in acknowledged.get(kind, ()):
            got.setdefault(name, []).append(int(version))
        last = dict(session.execute(select(key, table.c.version)).all())
        for name, versions in got.items():
            begun = 2 if name.startswith("entry-") else first
            assert sorted(versions) == list(range(begun, last[name] + 1)), (kind, name)
