"""A team's two app processes behind nginx, which reads deploy/nginx.conf."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from time import sleep

import pytest
from playwright.sync_api import Browser, Playwright

from tests.browser.conftest import LAPTOP, launched
from tests.browser.provider import Provider
from tests.browser.proxy import ADDRESS, HOST, NGINX, proxy
from tests.browser.server import FIRST_PORT, Server
from tests.browser.team import add_the_cast, let_in
from tests.browser.test_files import upload
from tests.browser.window import Window
from tests.media import a_wav
from tests.people import CONTRIBUTOR
from themewatch.serve import free_port

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        NGINX is None and "CI" not in os.environ, reason="no nginx: apt install nginx"
    ),
]
SECONDS = 120.0
"""Of silence: 2 MB, more than nginx takes unless it is told."""
FORGIVES = 6
"""Seconds until nginx asks a process again that did not answer."""
SIZE = "source => fetch(source).then(a => a.arrayBuffer()).then(b => b.byteLength)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("behind")


@pytest.fixture(scope="module")
def servers(folder: Path, provider: Provider) -> Iterator[list[Server]]:
    """Yield two processes of one house."""
    home = folder / "home"
    add_the_cast(home, provider)
    with ExitStack() as stack:
        started = []
        for _process in range(2):
            server = Server(home)
            server.variables = provider.variables(ADDRESS)
            started.append(stack.enter_context(server))
        yield started


@pytest.fixture(scope="module")
def browser(
    folder: Path, playwright: Playwright, servers: list[Server]
) -> Iterator[Browser]:
    """Yield a browser that finds the team's host behind nginx on this machine."""
    port = free_port(FIRST_PORT + 7000)
    browser = launched(
        playwright, f"--host-resolver-rules=MAP {HOST}:443 127.0.0.1:{port}"
    )
    with proxy(folder, port, [server.port for server in servers]):
        yield browser
    browser.close()


@pytest.fixture
def window(browser: Browser) -> Iterator[Window]:
    context = browser.new_context(
        viewport=LAPTOP, reduced_motion="reduce", ignore_https_errors=True
    )
    yield Window(context.new_page(), ADDRESS)
    context.close()


def test_one_signs_in_over_https_and_no_cookie_travels_in_the_open(window):
    window.open("/theme?theme=consistency")
    let_in(window, CONTRIBUTOR)
    window.see(CONTRIBUTOR)
    assert window.page.url == f"{ADDRESS}/theme?theme=consistency"
    cookies = window.page.context.cookies(ADDRESS)
    assert "_streamlit_user" in {cookie["name"] for cookie in cookies}
    assert [cookie["name"] for cookie in cookies if not cookie["secure"]] == []


def test_a_large_file_gets_through_and_back(window):
    window.open("/log?theme=longer-video")
    let_in(window, CONTRIBUTOR).choose_model("Veo 3.1")
    window.page.get_by_role("radio", name="usually works").click()
    window.unfold("Add detail")
    sound = a_wav(SECONDS)
    upload(window, {"name": "hum.wav", "mimeType": "audio/wav", "buffer": sound})
    window.press("Save").press("Look at it")
    source = window.page.locator("audio").get_attribute("src")
    assert window.page.evaluate(SIZE, source) == len(sound)


def test_a_killed_process_takes_nobody_with_it(window, servers):
    """The other one answers, to whoever is signed in, until it is back."""
    window.open("/claims")
    let_in(window, CONTRIBUTOR)
    for server in servers:
        server.process.kill()
        server.process.wait()
        window.open("/releases").see(CONTRIBUTOR)
        server.__enter__()
        sleep(FORGIVES)
