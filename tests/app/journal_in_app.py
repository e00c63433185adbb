"""What the tests of journals share: a person with a name, a month, its page."""

from datetime import date
from typing import Any

from tests.app.conftest import Browser
from tests.app.visitor import Visitor
from tests.factories import NOW
from tests.people import CONTRIBUTOR
from themewatch.domain.journal import FixedTest, Journal
from themewatch.services.house import House
from themewatch.services.journals import begin_journal, list_own_journals, new_journal
from themewatch.ui import session

TODAY = NOW.date()
THEME = "longer-video"
FIXED = FixedTest(
    id="fixed-1",
    title="A walk through a market",
    prompt="A woman in a red coat walks through a market for ten seconds.",
    usable="The coat stays red and the face the same.",
    signal="identity-over-time",
)


def named(browser: Browser, person: str = CONTRIBUTOR) -> None:
    """Let a browser remember who visits."""
    browser.cookies = {"themewatch_name": person}


def a_month(
    house: House,
    *,
    started_on: date = TODAY,
    today: date = TODAY,
    person: str = CONTRIBUTOR,
    **fields: Any,
) -> Journal:
    """Begin a journal past the app, as its person did."""
    journal = new_journal(
        person=person,
        theme=fields.pop("theme", THEME),
        started_on=started_on,
        now=NOW,
        **{"tests": (FIXED,)} | fields,
    )
    with house.writing() as db:
        begin_journal(db, journal, today=today)
    return journal


def open_journal(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("journal", **query)
    assert visitor.title == "Journal"
    return visitor


def the_journals(person: str = CONTRIBUTOR) -> list[Journal]:
    with session.reading() as db:
        return list(list_own_journals(db, person))
