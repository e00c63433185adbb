"""Editions, and what moved from one to the next, as an Atom feed (RFC 4287).

Every entry has an address of its own in this house, and an id that stays the same
wherever the house is reached, moved or restored: readers show nothing twice.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlencode
from uuid import NAMESPACE_OID, uuid5
from xml.etree import ElementTree

from themewatch.charts.comparison_words import change_words, doubt_words
from themewatch.charts.edition_words import edition_title, names, what_now
from themewatch.charts.headline import headline
from themewatch.charts.sentences import theme_name
from themewatch.domain.edition import Edition, Ground
from themewatch.domain.edition_comparison import (
    EditionComparison,
    ThemeComparison,
    compare_editions,
)
from themewatch.words import _

ATOM = "http://www.w3.org/2005/Atom"
MEDIA_TYPE = "application/atom+xml; charset=utf-8"
MOST_EDITIONS = 24
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
BEFORE_ANY = datetime(2026, 2, 1, tzinfo=UTC)
"""The moment of a feed in which nothing was published yet: the course's map."""


def atom_feed(
    published: Sequence[Edition],
    *,
    base: str,
    own: str,
    name: str = "themewatch",
    language: str = "en",
) -> str:
    """Return the feed of the last editions, the newest first.

    Args:
        published: Every edition, the newest first.
        base: Where the house is reached, without a slash at its end.
        own: The address of the feed itself.
        name: What the house is called.
        language: The tag of the language its words are in.
    """
    ElementTree.register_namespace("", ATOM)
    house = _house(published)
    feed = ElementTree.Element(_tag("feed"), {"xml:lang": language})
    _add(feed, "id", _id(house, "feed"))
    _add(feed, "title", _("{house}: editions and what moved").format(house=name))
    _add(feed, "subtitle", _("What vendors say, and what tests show"))
    _add(feed, "updated", updated_at(published).isoformat())
    _link(feed, own, "self", "application/atom+xml")
    _link(feed, f"{base}/editions", "alternate", "text/html")
    for edition in published[:MOST_EDITIONS]:
        before = next((e for e in published if e.number == edition.before), None)
        for entry in _entries(edition, before, base, house):
            feed.append(entry)
    ElementTree.indent(feed)
    written = ElementTree.tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'


def updated_at(published: Sequence[Edition]) -> datetime:
    """Return when the feed changed last."""
    return published[0].published_at if published else BEFORE_ANY


def moves_between(earlier: Edition, later: Edition) -> list[ThemeComparison]:
    """Return what is a move: another stage, or a clear change."""
    found: EditionComparison = compare_editions((earlier, Ground()), (later, Ground()))
    return [theme for theme in found.themes if theme.has_moved or theme.stages]


def _entries(
    edition: Edition, before: Edition | None, base: str, house: str
) -> Iterator[ElementTree.Element]:
    """Yield an edition's entry, then one for each theme that moved."""
    address = f"{base}/editions?{urlencode({'edition': edition.number})}"
    title = edition_title(edition)
    number = f"edition/{edition.number}"
    moved = moves_between(before, edition) if before else []
    told = "\n".join(_told(edition, moved))
    yield _entry(edition, _id(house, number), title, address, told)
    for theme in moved:
        slug = theme.later.slug
        asked = {
            "theme": slug,
            "day": edition.as_of.isoformat(),
            "since": edition.compared_with.isoformat(),
        }
        name = theme_name(theme.later.theme)
        said = _("{theme}: {change}").format(theme=name, change=change_words(theme))
        yield _entry(
            edition,
            _id(house, f"{number}/{slug}"),
            said,
            f"{base}/theme?{urlencode(asked)}",
            f"{said}; {doubt_words(theme.narrowed)}.",
        )


def _told(edition: Edition, moved: Sequence[ThemeComparison]) -> Iterator[str]:
    """Yield what an edition says: its note, the map in a line, what we do now."""
    if edition.note:
        yield edition.note
    yield headline(edition.maturity_map, name=theme_name)
    if moved:
        themes = names([theme.later.theme for theme in moved])
        yield _("Moved: {themes}.").format(themes=themes)
    found = {theme.slug: theme.theme for theme in edition.themes}
    for decision in edition.decisions:
        said = _("{theme}: {now}.")
        name = theme_name(found[decision.theme])
        yield said.format(theme=name, now=what_now(decision))


def _entry(
    edition: Edition, entry_id: str, title: str, address: str, told: str
) -> ElementTree.Element:
    entry = ElementTree.Element(_tag("entry"))
    _add(entry, "id", entry_id)
    _add(entry, "title", title)
    at = edition.published_at.isoformat()
    _add(entry, "published", at)
    _add(entry, "updated", at)
    _link(entry, address, "alternate", "text/html")
    author = ElementTree.SubElement(entry, _tag("author"))
    _add(author, "name", edition.published_by or "themewatch")
    _add(entry, "summary", told)
    return entry


def _house(published: Sequence[Edition]) -> str:
    """Return a name of the house that goes with its editions: that of the first."""
    first = published[-1].published_at.isoformat() if published else ""
    return str(uuid5(NAMESPACE_OID, f"themewatch {first}"))


def _id(house: str, what: str) -> str:
    return f"tag:themewatch.invalid,2026:{house}/{what}"


def _add(parent: ElementTree.Element, name: str, text: str) -> None:
    """Add text as it stands; what XML cannot hold is left out."""
    ElementTree.SubElement(parent, _tag(name)).text = _NO_XML.sub("", text)


def _link(parent: ElementTree.Element, href: str, rel: str, kind: str) -> None:
    ElementTree.SubElement(
        parent, _tag("link"), {"rel": rel, "type": kind, "href": href}
    )


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"
