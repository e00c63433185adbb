"""The server of the database is gone for a while: a sentence says so, and it recovers.

Whoever was there before goes on at the next click, without a restart of anything.
"""

import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime
from time import monotonic, sleep
from typing import Any

import pytest

from benchmarks.wire import Wire, visiting
from tests.browser.server import THEMEWATCH, Server
from tests.factories import a_note
from tests.postgres import postgres
from themewatch.cli import main
from themewatch.config import DATABASE, HOME, Settings
from themewatch.errors import StorageError
from themewatch.services.evidence import get_evidence
from themewatch.services.feeds import last_ingest_at
from themewatch.services.house import House, open_house
from themewatch.services.log import log_record

PATIENCE = 30  # seconds
SENTENCE = "Check its address, and that its server is running."


@pytest.fixture
def settings(migrated_postgres, home) -> Settings:
    return Settings(migrated_postgres, home)


@pytest.fixture
def house(settings):
    house = open_house(settings)
    yield house
    house.close()


@pytest.fixture
def variables(settings) -> dict[str, str]:
    return {HOME: str(settings.home), DATABASE: settings.database_url}


def test_what_is_asked_and_written_meanwhile_is_refused_and_works_again_after(house):
    keep(house, a_note(id="before"))
    with postgres().away():
        with pytest.raises(StorageError, match=SENTENCE):
            keep(house, a_note(id="meanwhile"))
        with pytest.raises(StorageError, match=SENTENCE), house.reading():
            pass
    keep(house, a_note(id="after"))
    assert notes(house) == {"before", "after"}


def test_what_was_half_written_when_it_went_is_not_there(house):
    with pytest.raises(StorageError):
        keep_around(house, postgres().away())
    assert notes(house) == set()


@pytest.mark.parametrize("command", [["map"], ["run", "--no-ingest"]])
def test_a_command_says_it_in_a_sentence(
    settings, variables, monkeypatch, capsys, command
):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    open_house(settings).close()
    with postgres().away():
        assert main(command) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.endswith(f"{SENTENCE}\n")
    assert main(["map"]) == 0


def test_a_page_says_it_and_comes_back_at_the_next_click(settings, variables):
    open_house(settings).close()
    server = Server(settings.home)
    server.variables = variables
    with server, visiting(server.address) as visitor:
        visitor.run()
        assert "What vendors say, and what tests show" in headings(visitor)
        with postgres().away():
            visitor.run()
            [alert] = visitor.elements("alert")
            assert alert.body.endswith(SENTENCE.replace(".", "\\."))
        visitor.run()
        assert list(visitor.elements("alert")) == []
        assert "What vendors say, and what tests show" in headings(visitor)


def test_who_fetches_news_tries_again_until_it_is_back(house, variables):
    fetching = subprocess.Popen(
        [*THEMEWATCH, "ingest", "--every", "1s", "--until-eof"],
        env=variables | {"PATH": "", "HOME": str(house.home)},
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        before = soon(lambda: last_ingest(house))
        with postgres().away():
            said = next(line for line in fetching.stderr if "tried again" in line)
        assert said.endswith(f"{SENTENCE} It is tried again.\n")
        assert soon(lambda: last_ingest(house) != before)
    finally:
        fetching.kill()
        fetching.communicate()


def soon(ask: Callable[[], Any]) -> Any:
    give_up = monotonic() + PATIENCE
    while not (answer := ask()):
        assert monotonic() < give_up
        sleep(0.05)
    return answer


def last_ingest(house: House) -> datetime | None:
    with house.reading() as session:
        return last_ingest_at(session)


def keep(house: House, note) -> None:
    with house.writing() as session:
        log_record(session, note)


def keep_around(house: House, gap: AbstractContextManager[None]) -> None:
    """Keep two notes in one session, and let the server go between them."""
    with house.writing() as session:
        log_record(session, a_note(id="half"))
        with gap:
            pass
        log_record(session, a_note(id="whole"))


def notes(house: House) -> set[str]:
    with house.reading() as session:
        return {note.id for note in get_evidence(session).notes}


def headings(visitor: Wire) -> list[str]:
    return [heading.body for heading in visitor.elements("heading")]
