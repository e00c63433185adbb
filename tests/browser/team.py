"""A team's server, and signing in to it: a provider, a house that asks, the cast.

    def test_x(team_server, open_window):
        ann = sign_in(open_window(team_server), CONTRIBUTOR, "/log?log=view")
        ben = sign_in(open_window(team_server), REVIEWER)

`team_server` is a fixture: a server at its first start where each of the cast is
known with their role; `Ede Waiting` is not. Every further window of `open_window`
is another browser, so that several people can be signed in side by side. For screens
that go by another day take `as_team(TimedServer(home, at), provider)`: sign-ins last
years there, whatever the clock says.
"""

from pathlib import Path
from typing import TypeVar

from playwright.sync_api import expect

from tests.browser.provider import PEOPLE, Provider
from tests.browser.server import Server
from tests.browser.window import Window
from tests.factories import NOW
from tests.homes import settings_of
from tests.people import MAILS, NAMES
from themewatch.domain.person import Person
from themewatch.services.house import open_house
from themewatch.storage import people

YEARS = "100000"
S = TypeVar("S", bound=Server)


def as_team(server: S, provider: Provider, *, lasts: str = YEARS) -> S:
    """Return a server, not started yet, where the cast signs in.

    `lasts` is for how many hours; empty: as long as the provider says.
    """
    add_the_cast(server.home, provider)
    server.variables = provider.variables(server.address)
    if lasts:
        server.variables["THEMEWATCH_SIGN_IN_HOURS"] = lasts
    return server


def add_the_cast(home: Path, provider: Provider) -> None:
    """Let everybody of the cast have come before: what bears their name is theirs."""
    house = open_house(settings_of(home))
    with house.writing() as session:
        for role, mail in MAILS.items():
            name = NAMES[role]
            person = Person(
                mail,
                name,
                mail,
                NOW,
                role=role,
                issuer=provider.address,
                subject=PEOPLE[name]["sub"],
            )
            people.add_person(session, person)
    house.close()


def sign_in(window: Window, person: str, path: str = "/") -> Window:
    """Open a page as one of the cast, who has to sign in first, and land on it."""
    window.open(path)
    return let_in(window, person)


def let_in(window: Window, person: str) -> Window:
    """Press the button of the sign-in page, and be somebody for the provider."""
    page = window.page
    keep_to_this_machine(window)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url("**/oauth2/authorize**")
    subject = PEOPLE[person]["sub"]
    page.get_by_role("button", name=subject, exact=True).first.click()
    page.wait_for_url(f"{window.address}/**")
    expect(page.locator("h1").first).to_be_visible()
    return window.settle()


def sign_out(window: Window, button: str = "Sign out") -> Window:
    """Sign out, of the provider too, and be back at the sign-in page."""
    page = window.page
    page.get_by_role("button", name=button, exact=True).click()
    page.wait_for_url("**/oauth2/end_session**")
    page.get_by_role("button").first.click()
    page.wait_for_url(f"{window.address}/**")
    return window.see("Sign in")


def keep_to_this_machine(window: Window) -> None:
    """Let the provider's pages do without the style they fetch from elsewhere."""
    window.page.route(
        lambda url: url.startswith("https://") and not url.startswith(window.address),
        lambda route: route.abort(),
    )
