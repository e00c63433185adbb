"""What the tests of the log share: its page, and what the map says of it."""

from typing import Any

from tests.app.visitor import Visitor
from themewatch.domain.note import Note
from themewatch.ui import cache

NAME = "Ann Contributor"


def open_log(visitor: Visitor, **query: Any) -> Visitor:
    visitor.open("log", **query)
    assert visitor.title == "Log what you saw"
    return visitor


def the_note() -> Note:
    (note,) = cache.evidence().notes
    return note


def position(theme: str) -> float:
    return cache.todays_assessment().now.positions[theme].mean


def claimed(theme: str) -> float:
    """Return where ◇ stands, as the map draws it."""
    today = cache.todays_assessment()
    themes = cache.maturity_map(today.as_of).themes
    (standing,) = (s for s in themes if s.theme.slug == theme)
    assert standing.claimed is not None
    return standing.claimed.value
