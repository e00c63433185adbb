"""The Atom feed through the running server: read back, asked again, and kept shut."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import feedparser
import httpx
import pytest

from tests.browser.server import Server
from tests.factories import NOW, a_note
from tests.homes import settings_of
from tests.people import REVIEWER, VIEWER
from themewatch.domain.note import Verdict
from themewatch.domain.person import Actor, Person, Role
from themewatch.services.edition_feed import own_feed_key, renew_feed_key
from themewatch.services.editions import Wish, publish
from themewatch.services.house import House, open_house
from themewatch.services.log import log_records
from themewatch.storage import people

DAY = timedelta(days=1)
CLEO = Actor(VIEWER, Role.VIEWER, "cleo", NOW)
SIGN_IN = {
    "THEMEWATCH_OIDC_ISSUER": "http://127.0.0.1:9/realm",
    "THEMEWATCH_OIDC_CLIENT_ID": "themewatch",
    "THEMEWATCH_OIDC_CLIENT_SECRET": "secret",
    "THEMEWATCH_COOKIE_SECRET": "0123456789abcdef" * 4,
    "THEMEWATCH_PUBLIC_URL": "https://maps.example.org",
    "THEMEWATCH_ADMIN": "dag@example.org",
}


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Yield a house with two editions, between which a theme went up."""
    found = open_house(settings_of(tmp_path_factory.mktemp("atom") / "home"))
    later = NOW + 30 * DAY
    with found.writing() as session:
        publish(session, Wish("September", NOW.date(), REVIEWER), now=NOW)
        for person in ("Cem", "Dee", "Eva"):
            dependable = a_note(
                person=person,
                tested_on=later.date() - DAY,
                recorded_at=later - DAY,
                verdict=Verdict.DEPENDABLE,
                tries=20,
                acceptable=19,
            )
            log_records(session, [dependable])
        publish(session, Wish("October", later.date(), REVIEWER), now=later)
        cleo = Person("cleo", VIEWER, "cleo@example.org", NOW, role=Role.VIEWER)
        people.add_person(session, cleo)
    yield found
    found.close()


@pytest.fixture(scope="module")
def open_address(house: House) -> Iterator[str]:
    with Server(Path(house.home)) as server:
        yield server.address


def test_editions_and_moves_are_read_back(open_address):
    found = feedparser.parse(get(f"{open_address}/atom.xml").text)
    assert not found.bozo
    titles = [entry.title for entry in found.entries]
    assert (titles[0], titles[-1]) == ("Edition 2: October", "Edition 1: September")
    assert titles[1].startswith("Consistency & control: ▲ up")
    assert found.entries[0].link == f"{open_address}/editions?edition=2"
    assert found.feed.links[0].href == f"{open_address}/atom.xml"


def test_a_reader_that_has_it_is_sent_nothing(open_address):
    first = get(f"{open_address}/atom.xml")
    assert first.headers["content-type"].startswith("application/atom+xml")
    for name, header in (
        ("If-None-Match", first.headers["etag"]),
        ("If-None-Match", f'W/{first.headers["etag"]}, "another"'),
        ("If-Modified-Since", first.headers["last-modified"]),
    ):
        again = get(f"{open_address}/atom.xml", **{name: header})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]


def test_a_reader_that_has_something_else_is_sent_all(open_address):
    for name, header in (
        ("If-None-Match", '"another"'),
        ("If-Modified-Since", "Thu, 01 Jan 2026 00:00:00 GMT"),
        ("If-Modified-Since", "yesterday"),
    ):
        assert get(f"{open_address}/atom.xml", **{name: header}).status_code == 200


@pytest.fixture(scope="module")
def guarded_address(house: House) -> Iterator[str]:
    server = Server(Path(house.home))
    server.variables = SIGN_IN
    with server:
        yield server.address


def test_it_needs_the_key_of_somebody_with_a_role(house, guarded_address):
    feed = f"{guarded_address}/atom.xml"
    assert get(feed).status_code == 401
    assert get(f"{feed}?key=").status_code == 401
    assert get(f"{feed}?key=guessed").status_code == 404
    key = key_of(house)
    answer = get(f"{feed}?key={key}")
    found = feedparser.parse(answer.text)
    assert (answer.status_code, len(found.entries)) == (200, 3)
    assert found.entries[0].link.startswith("https://maps.example.org/editions")
    assert "private" in answer.headers["cache-control"]


def test_another_address_ends_the_former_one(house, guarded_address):
    key = key_of(house)
    with house.acting(CLEO).writing() as session:
        newer = renew_feed_key(session, now=NOW)
    assert get(f"{guarded_address}/atom.xml?key={key}").status_code == 404
    assert get(f"{guarded_address}/atom.xml?key={newer}").status_code == 200


def test_a_role_that_is_removed_ends_it(house, guarded_address):
    key = key_of(house)
    give_role(house, None)
    assert get(f"{guarded_address}/atom.xml?key={key}").status_code == 404
    give_role(house, Role.VIEWER)
    assert get(f"{guarded_address}/atom.xml?key={key}").status_code == 200


def get(address: str, **headers: str) -> httpx.Response:
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return httpx.get(address, headers=names, trust_env=False)


def key_of(house: House) -> str:
    with house.acting(CLEO).writing() as session:
        key = own_feed_key(session)
        assert own_feed_key(session) == key
    return key


def give_role(house: House, role: Role | None) -> None:
    with house.writing() as session:
        cleo = people.find_person(session, "cleo")
        assert people.change_person(session, replace(cleo, role=role))
