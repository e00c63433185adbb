"""A server on a home of its own, and a real Chromium to visit it with."""

import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    sync_playwright,
)

from tests.browser.evidence import HOSTILE, some_evidence
from tests.browser.places import KEEPER
from tests.browser.provider import Provider
from tests.browser.server import Server
from tests.browser.team import as_team
from tests.browser.window import Window
from tests.homes import settings_of
from tests.months import some_months
from tests.reviewed import some_reviews
from themewatch.services.editions import Wish, publish
from themewatch.services.house import open_house

ARGUMENTS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--disable-sync", "--process-per-site"),
)
LAPTOP = {"width": 1280, "height": 900}
OpenWindow = Callable[..., Window]


@pytest.fixture(scope="module")
def playwright() -> Iterator[Playwright]:
    """Yield Playwright for one file: its event loop is in the way of other tests."""
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="module")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Yield a browser, the machine's own or Playwright's."""
    browser = launched(playwright)
    yield browser
    browser.close()


def launched(playwright: Playwright, *more: str) -> Browser:
    """Start a browser, which takes further arguments; skips where there is none."""
    own = playwright.chromium.executable_path
    found = shutil.which("chromium") or (own if Path(own).exists() else None)
    if found is None:
        reason = "no Chromium: apt install chromium, or playwright install chromium"
        if "CI" in os.environ:
            pytest.fail(reason)
        pytest.skip(reason)
    arguments = (*ARGUMENTS, *more)
    return playwright.chromium.launch(executable_path=found, args=arguments)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """Yield a server at its first start."""
    with Server(tmp_path / "home") as server:
        yield server


@pytest.fixture(scope="session")
def provider() -> Iterator[Provider]:
    """Yield a provider of sign-in that knows the cast."""
    with Provider() as provider:
        yield provider


@pytest.fixture
def team_server(tmp_path: Path, provider: Provider) -> Iterator[Server]:
    """Yield a server at its first start where the cast signs in."""
    with as_team(Server(tmp_path / "home"), provider, lasts="") as server:
        yield server


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Yield a server at its first start, for those who only look."""
    with Server(tmp_path_factory.mktemp("untouched")) as server:
        yield server


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Yield a server with some evidence, for those who only look."""
    home = tmp_path_factory.mktemp("furnished")
    some_evidence(home)
    house = open_house(settings_of(home))
    some_months(house, KEEPER)
    present = datetime.now(UTC)
    some_reviews(house, name=KEEPER.name, words=HOSTILE, now=present)
    month_ago = present.date() - timedelta(days=30)  # as maps compare without any
    with house.writing() as session:
        wish = Wish(HOSTILE[:120], month_ago, KEEPER.name, HOSTILE)
        publish(session, wish, now=present)
    house.close()
    with Server(home) as server:
        yield server


@pytest.fixture(scope="module")
def usual(chromium: Browser) -> Iterator[BrowserContext]:
    """Yield the browser of one person, who has loaded Streamlit's scripts before."""
    context = chromium.new_context(
        viewport=LAPTOP,
        reduced_motion="reduce",
        permissions=["clipboard-read", "clipboard-write"],
    )
    _stay(context.new_page())
    yield context
    context.close()


def _stay(page: Page) -> None:
    """Keep the process of our address alive: to load all scripts anew takes long."""
    page.route("**", lambda route: route.fulfill(body=""))
    page.goto("http://127.0.0.1/")


@pytest.fixture
def open_window(chromium: Browser, usual: BrowserContext) -> Iterator[OpenWindow]:
    """Yield how to open windows: the first of somebody unknown, others of others."""
    usual.clear_cookies()
    contexts = [usual]

    def open_window(server: Server) -> Window:
        if usual.pages[1:]:
            contexts.append(chromium.new_context(reduced_motion="reduce"))
        return Window(contexts[-1].new_page(), server.address)

    yield open_window
    for page in usual.pages[1:]:
        page.close()
    for context in contexts[1:]:
        context.close()


@pytest.fixture
def window(open_window: OpenWindow, server: Server) -> Window:
    """Return a window on a server at its first start."""
    return open_window(server)
