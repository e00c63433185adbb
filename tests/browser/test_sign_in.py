"""Signing in and out with a real provider, in a real browser."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest

from tests.browser.evidence import some_evidence
from tests.browser.provider import Provider
from tests.browser.server import Server, TimedServer
from tests.browser.team import as_team, let_in, sign_in, sign_out
from tests.browser.test_accessibility import faults
from tests.browser.window import Window
from tests.homes import settings_of
from tests.people import ADMIN, CONTRIBUTOR, REVIEWER, VIEWER, WAITING
from themewatch.domain.person import Role
from themewatch.services.house import open_house
from themewatch.storage import people

pytestmark = pytest.mark.browser
ATTACHED = "/record?id=n-hostile"
ENDED = "This sign-in has ended"


@pytest.fixture(scope="module")
def untouched_team(
    tmp_path_factory: pytest.TempPathFactory, provider: Provider
) -> Iterator[Server]:
    """Yield a server where the cast signs in, for those who change nothing of it."""
    home = tmp_path_factory.mktemp("team") / "home"
    with as_team(Server(home), provider, lasts="") as server:
        yield server


def give_role(server: Server, name: str, role: Role | None) -> None:
    """Give somebody another role, as an admin does elsewhere."""
    house = open_house(settings_of(server.home))
    with house.writing() as session:
        person = people.find_by_name(session, name)
        assert person is not None
        assert people.change_person(session, replace(person, role=role))
    house.close()


def media(window: Window) -> str:
    """Return the address of the sound that the page lets one hear."""
    source = window.page.locator("audio").first.get_attribute("src")
    assert source is not None
    return source


def test_after_signing_in_one_lands_on_the_page_one_asked_for(team_server, open_window):
    window = open_window(team_server)
    window.open("/theme?theme=consistency&show=tests")  # the server's first request
    window.see("this map belongs to a team").not_see("Consistency")
    let_in(window, CONTRIBUTOR)
    assert window.page.url == (
        f"{team_server.address}/theme?theme=consistency&show=tests"
    )
    window.see(CONTRIBUTOR, "contributor")


def test_a_way_back_that_nobody_asked_for_lets_nobody_in(untouched_team, open_window):
    window = open_window(untouched_team)
    window.open("/oauth2callback?code=stolen&state=forged")
    window.see("Signing in did not work this time")
    assert "_streamlit_user" not in {c["name"] for c in window.page.context.cookies()}
    let_in(window, VIEWER)
    window.see(VIEWER)


def test_a_provider_out_of_reach_is_said_on_the_page(tmp_path, open_window):
    gone = Provider()
    with as_team(Server(tmp_path / "home"), gone) as server:
        window = open_window(server).open("/claims")
        window.page.get_by_role("button", name="Sign in", exact=True).click()
        window.see("Signing in did not work this time")
        assert window.page.url == f"{server.address}/claims"


def test_a_sign_in_ends_with_the_time_the_provider_gave_it(
    tmp_path, provider, open_window
):
    server = TimedServer(tmp_path / "home", datetime.now(UTC).isoformat())
    with as_team(server, provider, lasts=""):
        window = sign_in(open_window(server), VIEWER, "/claims")
        late = datetime.now(UTC) + timedelta(seconds=provider.seconds)
        server.set_clock(late.isoformat())
        window.follow("Releases")
        window.see("Your sign-in has run out")
        window.page.reload()  # the cookie is there still
        window.see("Your sign-in has run out")


def test_who_signed_out_is_so_in_every_window_and_with_the_old_cookie(
    team_server, open_window
):
    window = sign_in(open_window(team_server), CONTRIBUTOR)
    other = Window(window.page.context.new_page(), team_server.address)
    other.open("/claims").see(CONTRIBUTOR)
    stolen = window.page.context.cookies()
    sign_out(window)
    other.follow("Releases")
    other.see(ENDED)
    window.page.context.add_cookies(stolen)
    window.open("/claims").see(ENDED)


def test_a_role_counts_from_the_next_click_on(team_server, open_window):
    window = sign_in(open_window(team_server), CONTRIBUTOR, "/log")
    give_role(team_server, CONTRIBUTOR, Role.VIEWER)
    window.follow("Claims")
    assert window.page.get_by_role("link", name="Log", exact=True).count() == 0
    window.open("/log").see("This needs the role of contributor")
    give_role(team_server, CONTRIBUTOR, None)
    window.open("/log").see("You wait for a role")
    window.not_see("Claims")


def test_who_comes_unannounced_waits_and_can_leave(untouched_team, open_window):
    window = sign_in(open_window(untouched_team), WAITING, "/claims")
    window.see("You wait for a role", "ede@example.org")
    sign_out(window, "Sign in as somebody else")
    window.see("this map belongs to a team")


def test_people_are_signed_in_side_by_side(untouched_team, open_window):
    ann = sign_in(open_window(untouched_team), CONTRIBUTOR)
    ben = sign_in(open_window(untouched_team), REVIEWER)
    ann.open("/claims").see(CONTRIBUTOR).not_see(REVIEWER)
    ben.open("/claims").see(REVIEWER).not_see(CONTRIBUTOR)


class TestFiles:
    @pytest.fixture
    def server(self, tmp_path: Path, provider: Provider) -> Iterator[Server]:
        home = tmp_path / "home"
        some_evidence(home)
        with as_team(Server(home), provider) as server:
            yield server

    def test_a_file_goes_to_who_was_shown_it_as_long_as_they_may(
        self, server, open_window
    ):
        ann = sign_in(open_window(server), CONTRIBUTOR, ATTACHED)
        address, signed = media(ann), cookies(ann)
        assert httpx.get(address, cookies=signed).is_success
        assert httpx.get(address).status_code == 403
        forged = {name: f"{value[:-2]}xx" for name, value in signed.items()}
        assert httpx.get(address, cookies=forged).status_code == 403
        ben = sign_in(open_window(server), REVIEWER, "/claims")
        assert httpx.get(address, cookies=cookies(ben)).status_code == 403
        give_role(server, CONTRIBUTOR, None)
        assert httpx.get(address, cookies=signed).status_code == 403
        give_role(server, CONTRIBUTOR, Role.CONTRIBUTOR)
        sign_out(ann)
        assert httpx.get(address, cookies=signed).status_code == 403


def cookies(window: Window) -> dict[str, str]:
    return {c["name"]: c["value"] for c in window.page.context.cookies()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_in_the_way_at_the_gate_and_among_people(
    untouched_team, chromium, scheme
):
    context = chromium.new_context(color_scheme=scheme, reduced_motion="reduce")
    window = Window(context.new_page(), untouched_team.address)
    window.open("/people")
    assert faults(window) == []
    let_in(window, ADMIN)
    window.unfold("What each role may do")
    window.page.get_by_role("button", name="More").first.click()
    window.see("This ends every sign-in of")
    assert faults(window) == []
    context.close()
