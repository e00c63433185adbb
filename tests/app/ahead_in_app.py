"""What the tests of what lies ahead share: its page, and the order of words on it."""

from tests.app.visitor import Visitor


def open_ahead(visitor: Visitor, **query: str) -> Visitor:
    visitor.open("ahead", **query)
    assert visitor.title == "What lies ahead"
    return visitor


def order(text: str, *words: str) -> list[int]:
    """Return where words stand in a text."""
    places = [text.index(word) for word in words]
    assert len(set(places)) == len(words)
    return places
