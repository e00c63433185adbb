"""Who writes is killed in the midst of it: what was acknowledged is there.

The next start opens the database by itself, and finds nothing half-written.
"""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from time import monotonic, sleep

from websockets.exceptions import WebSocketException

from benchmarks.wire import visiting
from tests.browser.server import Server
from tests.integration.team.conftest import STORIES
from tests.written import (
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
from themewatch.config import DATABASE, HOME, Settings
from themewatch.domain.activity import Act
from themewatch.domain.news import StoryState
from themewatch.services.evidence import get_evidence
from themewatch.services.house import House, Session, open_house
from themewatch.storage.decisions import get_decisions
from themewatch.storage.stories import get_stories

KILLS, ENOUGH = 3, 40
"""So often; each time after so many writes were acknowledged."""
PATIENCE = 20  # seconds
VISITORS, PRESSES, A_LOOK = 4, 2, 0.4
"""A press that comes sooner after a story is shown decides nothing."""


def test_what_was_acknowledged_is_there_though_its_process_was_killed(house):
    with house.reading() as session:
        before = counts(session)
    lines = [line for kill in range(KILLS) for line in said_until_killed(house, kill)]
    said = sorted_out(lines)
    with opened_again(house) as again, again.reading() as session:
        assert_all_there(session, said)
        assert_nothing_half_written(session, counts(session) - before)
    assert said["error"] == []


def said_until_killed(house: House, kill: int) -> list[str]:
    """Let three people write in four windows, and kill them all at once."""
    writer = start_writers(house, 3 * kill, 3 * kill + 2, PATIENCE)
    assert writer.stdout is not None
    lines = [writer.stdout.readline() for _line in range(ENOUGH)]
    writer.kill()
    lines += writer.stdout.readlines()
    writer.communicate()
    return lines


@contextmanager
def opened_again(house: House) -> Iterator[House]:
    """Yield the house as the next start opens it."""
    url = house.engine.url.render_as_string(hide_password=False)
    with closing(open_house(Settings(url, house.home))) as again:
        yield again


def assert_all_there(session: Session, said: Said) -> None:
    there = corrections_there(session)
    assert {words[0] for words in said["note"]} <= there.keys()
    for correction, corrected in said["correction"]:
        assert there[correction] == corrected
    events = Counter(words[0] for words in (*said["taken"], *said["toggled"]))
    assert events <= events_there(session)
    assert {words[0] for words in said["decision"]} <= decisions_there(session)
    assert {tuple(words) for words in said["vote"]} <= votes_there(session)
    for kind in ("draft", "entry", "person"):
        last = versions_there(session, kind)
        for name, versions in versions_said(said, kind).items():
            assert max(versions) <= last[name]


def assert_nothing_half_written(session: Session, grown: Counter[str]) -> None:
    """Each change has its line of what was done; each decision what it made."""
    get_evidence(session)
    changes = (Act.RECORDED, Act.CORRECTED, Act.TAKEN_BACK, Act.PUT_BACK)
    assert grown["evidence"] == sum(grown[act] for act in changes)
    decided = get_decisions(session, decisions_there(session))
    made = {record for decision in decided for record in decision.records}
    assert made <= corrections_there(session).keys()
    acts = (Act.ACCEPTED, Act.DISMISSED, Act.PUT_OFF)
    assert len(decided) == sum(grown[act] for act in acts)
    states = get_stories(session, {decision.story for decision in decided}).values()
    gone = sum(story.state is not StoryState.WAITING for story in states)
    assert gone == grown[Act.ACCEPTED] + grown[Act.DISMISSED]


def test_what_a_page_has_said_to_be_decided_is_so_though_the_server_was_killed(house):
    url = house.engine.url.render_as_string(hide_password=False)
    server = Server(house.home)
    server.variables = {HOME: str(house.home), DATABASE: url}
    with server, ThreadPoolExecutor(VISITORS) as pool:
        names = [f"Visitor{number}" for number in range(VISITORS)]
        visits = [pool.submit(dismissed, server, name) for name in names]
        wait_for_decisions(house, VISITORS * PRESSES)
        server.process.kill()
        acknowledged = {
            name: visit.result() for name, visit in zip(names, visits, strict=True)
        }
    with opened_again(house) as again, again.reading() as session:
        decided = get_decisions(session, decisions_there(session))
        by = Counter(decision.by for decision in decided)
        assert all(by[name] >= count for name, count in acknowledged.items()), by
        assert by.total() <= sum(acknowledged.values()) + VISITORS
    left = STORIES - by.total()
    with server, visiting(server.address, "inbox") as visitor:
        visitor.run()
        assert f"**{left} stories left**" in [
            m.body for m in visitor.elements("markdown")
        ]


def dismissed(server: Server, name: str) -> int:
    """Dismiss one story after another until the server is gone; return how many."""
    done = 0
    with visiting(server.address, "inbox", name) as visitor:
        try:
            visitor.run()
            while True:
                sleep(A_LOOK)
                visitor.run(visitor.button("Dismiss"))
                said = [alert.body for alert in visitor.elements("alert")]
                done += not any("meanwhile" in body for body in said)
        except WebSocketException:
            return done


def wait_for_decisions(house: House, enough: int) -> None:
    give_up = monotonic() + PATIENCE
    while True:
        with house.reading() as session:
            if len(decisions_there(session)) >= enough:
                return
        assert monotonic() < give_up, "hardly anything was decided"
        sleep(0.05)
