"""Pages × roles and files × people, through the running server, with sign-in."""

import re
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, expect

from tests.browser.conftest import LAPTOP
from tests.browser.evidence import some_evidence
from tests.browser.places import JOURNAL, KEEPER
from tests.browser.provider import Provider
from tests.browser.server import Server
from tests.browser.team import as_team, sign_in
from tests.browser.window import Window
from tests.homes import settings_of
from tests.months import some_months
from tests.people import NAMES
from themewatch.domain.activity import Act, Sought
from themewatch.domain.person import Role
from themewatch.services.house import open_house
from themewatch.storage.activity import list_activity
from themewatch.ui.pages import PAGES

pytestmark = pytest.mark.browser
ASKED = {"theme": "?theme=consistency", "record": "?id=n-first"} | {
    "release": "?release=acme-vision-1"
}


@pytest.fixture(scope="module")
def team(
    tmp_path_factory: pytest.TempPathFactory, provider: Provider
) -> Iterator[Server]:
    """Yield a server with evidence and a contributor's months, where one signs in."""
    home = tmp_path_factory.mktemp("team")
    some_evidence(home)
    house = open_house(settings_of(home))
    some_months(house, KEEPER)
    house.close()
    with as_team(Server(home), provider) as server:
        yield server


@pytest.fixture(scope="module")
def people(chromium: Browser, team: Server) -> Iterator[dict[Role, Window]]:
    """Yield a browser for each of the cast, signed in."""
    contexts: list[BrowserContext] = []
    windows = {}
    for role in Role:
        contexts.append(chromium.new_context(viewport=LAPTOP, reduced_motion="reduce"))
        window = Window(contexts[-1].new_page(), team.address)
        windows[role] = sign_in(window, NAMES[role], "/releases")
    yield windows
    for context in contexts:
        context.close()


def refusals(home: Path) -> set[tuple[str, str]]:
    house = open_house(settings_of(home))
    with house.reading() as db:
        lines = list_activity(db, Sought(acts=(Act.REFUSED,)), limit=1000)
    house.close()
    return {(line.person, line.subject.about) for line in lines}


def address(script: str) -> str:
    home = next(entry.script for entry in PAGES if entry.is_home)
    return f"/{'' if script == home else script}{ASKED.get(script, '')}"


@pytest.mark.parametrize("role", Role)
def test_each_page_for_each_role_by_the_menu_or_its_address(team, people, role):
    window = people[role].open("/releases")
    for entry in PAGES:
        link = menu_link(window, entry.title)
        is_allowed = role.holds(entry.role)
        assert link.count() == (1 if entry.is_listed and is_allowed else 0)
        if is_allowed and entry.is_listed:
            link.click()
            window.settle()
        else:
            window.open(address(entry.script))
        refused = window.page.get_by_text("ask an admin for it")
        if is_allowed:
            expect(refused).to_have_count(0)
        else:
            expect(refused.first).to_be_visible()
            expect(window.heading).to_have_text(entry.title)
            assert (NAMES[role], f"page {entry.script}") in refusals(team.home)


def menu_link(window: Window, title: str) -> Locator:
    menu = window.page.get_by_test_id("stSidebarNav")
    return menu.get_by_role("link", name=title, exact=True)


@pytest.mark.parametrize("script", ["theme", "journal", "people"])
def test_nobody_opens_a_page_by_its_address(team, open_window, script):
    window = open_window(team)
    window.open(address(script)).see("This map belongs to a team")
    expect(window.heading).to_have_text("Sign in")


def cookies(window: Window) -> dict[str, str]:
    return {c["name"]: c["value"] for c in window.page.context.cookies()}


def test_what_lies_in_a_journal_goes_to_its_person_alone(team, people):
    ann, others = people[Role.CONTRIBUTOR], [Role.VIEWER, Role.REVIEWER, Role.ADMIN]
    ann.open(JOURNAL["journal-entry"])
    picture = ann.page.locator('img[src*="/media/"]').first
    expect(picture).to_be_visible()
    link = picture.get_attribute("src")
    assert link is not None
    link = link if link.startswith("http") else f"{team.address}{link}"
    assert httpx.get(link, cookies=cookies(ann)).is_success
    assert httpx.get(link).status_code == 403
    for role in others:
        assert httpx.get(link, cookies=cookies(people[role])).status_code == 403
    for role in (Role.REVIEWER, Role.ADMIN):
        window = people[role].open(JOURNAL["journal-entry"])
        expect(window.page.locator('img[src*="/media/"]')).to_have_count(0)
        window.not_see(re.compile("Day 9 of"))


def download(window: Window, name: str) -> bytes:
    with window.page.expect_download() as coming:
        window.page.get_by_role("button", name=name, exact=True).click()
    return coming.value.path().read_bytes()


def test_files_one_may_have_come_down_for_who_is_signed_in(people):
    ann = people[Role.CONTRIBUTOR]
    ann.open(JOURNAL["journal-out"])
    assert download(ann, "Everything, to bring in elsewhere (zip)").startswith(b"PK")
    assert b"<html" in download(ann, "One web page (HTML)")
    ann.open("/feeds")
    assert b"<opml" in download(ann, "Export the list")
    cleo = people[Role.VIEWER].open("/history")
    assert b"person" in download(cleo, "All of it (CSV)")


def test_a_file_made_for_one_is_nobody_elses(people):
    """Its address is known to who was handed it, and could be passed on."""
    ann = people[Role.CONTRIBUTOR].open("/feeds")
    asked: list[str] = []
    ann.page.on("request", lambda request: asked.append(request.url))
    download(ann, "Export the list")
    link = next(url for url in asked if "/media/" in url)
    assert httpx.get(link, cookies=cookies(ann)).is_success
    for role in (Role.VIEWER, Role.ADMIN):
        assert httpx.get(link, cookies=cookies(people[role])).status_code == 403
    assert httpx.get(link).status_code == 403


def test_the_feed_of_editions_is_read_by_who_has_a_key_alone(team, people):
    feed = f"{team.address}/atom.xml"
    assert httpx.get(feed).status_code == 401
    assert httpx.get(feed, params={"key": "guessed"}).status_code == 404
    assert httpx.get(feed, cookies=cookies(people[Role.ADMIN])).status_code == 401
