"""An app to visit: a furnished home for each test, and a present of the tests' own."""

import gc
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.runtime import context

from tests.app.signed_in import asks_for_sign_in as asks_for_sign_in
from tests.app.signed_in import signed_in as signed_in
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.homes import copy_database, go_to, settings_of
from themewatch.domain.record import Record
from themewatch.services.house import House, open_house
from themewatch.services.log import log_records
from themewatch.ui import session

Keep = Callable[..., None]


class Clock:
    """Says a moment of the tests' present, and a later one each time it is asked."""

    def __init__(self) -> None:
        self.moment = NOW

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


class Browser:
    """What a visitor's browser sends along; AppTest has none of its own."""

    def __init__(self) -> None:
        self.cookies: dict[str, str] = {}
        self.headers: list[tuple[str, str]] = []


@pytest.fixture(scope="session", autouse=True)
def _light_collections() -> Iterator[None]:
    """Let what pytest has loaded be walked once, not whenever evidence changes."""
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "unfreeze", lambda: None)
        yield
    gc.unfreeze()


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the home of a first start, whose database is copied."""
    return _new_home(tmp_path_factory.mktemp("furnished"), reference=True)


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a home without the shipped releases, whose database is copied."""
    return _new_home(tmp_path_factory.mktemp("bare"), reference=False)


def _new_home(folder: Path, *, reference: bool) -> Path:
    open_house(settings_of(folder), reference=reference).close()
    return folder


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(session, "now", clock.now)
    return clock


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    browser = Browser()
    monkeypatch.setattr(context, "_get_client_context", lambda: browser)
    return browser


@pytest.fixture
def is_bare() -> bool:
    """Say whether the app begins without the shipped releases; tests may override."""
    return False


@pytest.fixture
def house(
    request: pytest.FixtureRequest,
    is_bare: bool,
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[House]:
    """Yield the database behind the app, opened as another process opens it."""
    home.mkdir()
    template: Path = request.getfixturevalue("bare" if is_bare else "furnished")
    copy_database(template, home)
    go_to(home, monkeypatch)
    st.cache_resource.clear()
    elsewhere = open_house(settings_of(home))
    yield elsewhere
    elsewhere.close()
    session.house().close()
    st.cache_resource.clear()


@pytest.fixture
def visitor(house: House, clock: Clock, browser: Browser) -> Visitor:  # noqa: ARG001  they stand behind the app
    """Return somebody who has not opened anything yet."""
    return Visitor()


@pytest.fixture
def keep(house: House) -> Keep:
    """Return how somebody elsewhere logs records, past the app."""

    def keep(*records: Record) -> None:
        with house.writing() as db:
            log_records(db, records)

    return keep
