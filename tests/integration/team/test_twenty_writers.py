"""Twenty people write at once, from two processes, while news come in: nothing is lost.

THEMEWATCH_WRITERS_SECONDS says how long; `THEMEWATCH_WRITERS_SECONDS=60` is a minute
on each database.
"""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from sqlalchemy import func, select

from tests.feed_server import serve_feeds
from tests.integration.ingest.test_kills import PassingFeeds
from tests.integration.team.conftest import PEOPLE, STORIES
from tests.killed_worker import QuickClock
from tests.writing_people import TOGGLED
from tests.written import (
    ROOT,
    Said,
    corrections_there,
    counts,
    decisions_there,
    events_there,
    sorted_out,
    start_writers,
    versions_said,
    versions_there,
    votes_there,
)
from themewatch.domain.activity import Act
from themewatch.services.feeds import add_feed
from themewatch.services.house import House, Session
from themewatch.storage.news_tables import entries

SECONDS = float(os.environ.get("THEMEWATCH_WRITERS_SECONDS", "2"))
PROCESSES = 2
SAYS_BOTH = {
    "correct": "yours",
    "entry": "yours",
    "role": "You wanted",
    "decide": "Yours was to ",
    "toggle": "already",
}
"""What each act says of the two versions, by a word of it."""


def test_of_twenty_people_who_write_at_once_nobody_loses_anything(house):
    with house.reading() as session:
        before = counts(session)
    with news_coming_in(house):
        said = written(house)
    with house.reading() as session:
        assert_counted(said, counts(session) - before)
        assert_records(session, said)
        assert decisions_there(session) == {words[0] for words in said["decision"]}
        assert votes_there(session) == {tuple(words) for words in said["vote"]}
        for kind in ("draft", "entry", "person"):
            assert_no_gap(session, said, kind)
        assert session.scalar(select(func.count()).select_from(entries)) > STORIES
    assert said["error"] == []
    for act, sentence in said["refused"]:
        assert SAYS_BOTH[act] in sentence, (act, sentence)
    assert all(said[kind] for kind in ("note", "correction", "decision", "vote"))
    system = house.engine.dialect.name
    print(f"\n{system}: { ({kind: len(words) for kind, words in said.items()}) }")  # noqa: T201  with -s


def written(house: House) -> Said:
    """Let people write from several processes, and return all that they said."""
    each = PEOPLE // PROCESSES
    writers = [
        start_writers(house, first, first + each - 1, SECONDS)
        for first in range(0, PEOPLE, each)
    ]
    told = [writer.communicate(timeout=SECONDS + 120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * PROCESSES
    return sorted_out("".join(told).splitlines(keepends=True))


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
            stack.enter_context(worker_at(url))
        yield


@contextmanager
def worker_at(url: str) -> Iterator[None]:
    live = "import sys; from tests.killed_worker import live; live(sys.argv[1])"
    worker = subprocess.Popen([sys.executable, "-c", live, url], cwd=ROOT)
    try:
        yield
        assert worker.poll() is None, "a worker ended by itself"
    finally:
        worker.kill()
        worker.wait()


def assert_counted(said: Said, grown: Counter[str]) -> None:
    """Hold the lines of what was done, and the counter of changes, against all."""
    kept = sum(int(words[1]) for words in said["decision"])
    notes, corrections = len(said["note"]), len(said["correction"])
    events = len(said["taken"]) + len(said["toggled"])
    assert grown[Act.RECORDED] == notes + kept
    assert grown[Act.CORRECTED] == corrections
    assert grown[Act.TAKEN_BACK] + grown[Act.PUT_BACK] == events
    assert grown["evidence"] == notes + kept + corrections + events
    assert grown[Act.PERSON_CHANGED] == len(said["person"])


def assert_records(session: Session, said: Said) -> None:
    there = corrections_there(session)
    assert {words[0] for words in said["note"]} <= there.keys()
    for correction, corrected in said["correction"]:
        assert there[correction] == corrected
    corrected = Counter(old for old in there.values() if old is not None)
    assert set(corrected.values()) <= {1}, "a note was corrected twice"
    events = events_there(session)
    assert events.pop(TOGGLED, 0) == len(said["toggled"])
    assert events == Counter(words[0] for words in said["taken"])


def assert_no_gap(session: Session, said: Said, kind: str) -> None:
    """Each version of what is kept in place was acknowledged once, to the last."""
    last = versions_there(session, kind)
    for name, versions in versions_said(said, kind).items():
        begun = 2 if name.startswith("entry-") else 1
        assert sorted(versions) == list(range(begun, last[name] + 1)), (kind, name)
