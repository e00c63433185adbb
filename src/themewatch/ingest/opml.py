"""Lists of feeds as other readers exchange them (OPML), read row by row.

Real lists are often not well-formed, and one bad row must not cost the others: so they
are read as tags, one after the other. Entities of a document's own mean nothing here.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import quoteattr

from themewatch.ingest.links import web_link
from themewatch.ingest.tags import Tag, tags_in

LARGEST = 2 * 2**20
"""Bytes; a list of ten thousand feeds is half as long."""
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding=[\"']([\w.-]+)[\"']")
_FEED_SCHEME = re.compile(r"^feed:(//)?(?=https?:)|^feed:(?=//)", re.IGNORECASE)
_FEED_TYPES = ("rss", "atom", "feed")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpmlRow:
    """One feed of a list, or what is wrong with it; `line` counts from 1."""

    line: int
    address: str | None = None
    title: str = ""
    site: str | None = None
    problem: str | None = None


def read_opml(body: bytes) -> Sequence[OpmlRow]:
    """Return every feed of a list, in its order; what is wrong is said row by row.

    >>> [row.address for row in read_opml(b'<opml><outline xmlUrl="https://a.org/f"/>')]
    ['https://a.org/f']
    """
    if len(body) > LARGEST:
        return [OpmlRow(line=1, problem=f"It is larger than {LARGEST // 2**20} MB.")]
    tags = list(tags_in(_text(body), ("opml", "outline")))
    if not any(tag.name == "opml" for tag in tags):
        return [OpmlRow(line=1, problem="This is no list of feeds (OPML).")]
    rows = [_row(tag) for tag in tags if tag.name == "outline" and _names_feed(tag)]
    if not rows:
        return [OpmlRow(line=1, problem="There is no feed in this list.")]
    return list(_each_once(rows))


def write_opml(rows: Iterable[OpmlRow], title: str = "themewatch") -> str:
    """Return the list as a document that other readers take."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n  <head>'
    lines = [f"{head}\n    <title>{_escaped(title)}</title>\n  </head>\n  <body>"]
    lines += [f"    {_outline(row)}" for row in rows if row.address]
    return "\n".join([*lines, "  </body>\n</opml>\n"])


def _names_feed(outline: Tag) -> bool:
    """Say whether it names a feed, or ought to; the others are folders."""
    told = outline.attributes
    return "xmlurl" in told or told.get("type", "").lower() in _FEED_TYPES


def _row(outline: Tag) -> OpmlRow:
    told = outline.attributes
    written = told.get("xmlurl", "")
    address = web_link(_FEED_SCHEME.sub(_https, written))
    problem = f"{written[:200]} is no http or https address."
    if not written:
        problem = "The row names no address (xmlUrl)."
    return OpmlRow(
        line=outline.line,
        address=address,
        title=told.get("title") or told.get("text") or "",
        site=web_link(told.get("htmlurl")),
        problem=None if address else problem,
    )


def _each_once(rows: Iterable[OpmlRow]) -> Iterator[OpmlRow]:
    seen: dict[str, int] = {}
    for row in rows:
        line = seen.setdefault(row.address, row.line) if row.address else row.line
        again = f"The same address stands in line {line}."
        yield row if line == row.line else replace(row, problem=again)


def _https(scheme: re.Match[str]) -> str:
    """Return what `feed:` stands for: https, if nothing else is said."""
    return "https:" if scheme[0].lower() == "feed:" and not scheme[1] else ""


def _text(body: bytes) -> str:
    declared = _ENCODING.match(body)
    for encoding in (
        "utf-8-sig",
        declared[1].decode("ascii") if declared else "utf-16",
    ):
        try:
            return body.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return body.decode("cp1252", "replace")


def _outline(row: OpmlRow) -> str:
    told = {
        "type": "rss",
        "text": row.title or row.address,
        "xmlUrl": row.address,
        "htmlUrl": row.site,
    }
    written = (f"{name}={quoteattr(value)}" for name, value in told.items() if value)
    return f"<outline {' '.join(written)}/>"


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
