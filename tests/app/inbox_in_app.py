"""What the tests of the inbox share: opening it, and what stands before us."""

from typing import Any

from tests.app.visitor import Visitor, unescaped
from themewatch.services.house import House
from themewatch.services.inbox import count_waiting
from themewatch.ui import session

KITE = "acme-pictures-kite-2"


def open_inbox(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("inbox", **query)
    assert visitor.title == "Inbox"
    return visitor


def current(visitor: Visitor) -> str:
    """Return the title of the story before us."""
    return unescaped(visitor.app.header[0].value)


def waiting(house: House) -> int:
    with house.reading() as db:
        return count_waiting(db, now=session.now())
