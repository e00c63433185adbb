"""Reports on screen: marked text whose links lead to the days of their entries."""

from collections.abc import Mapping
from urllib.parse import quote, urlencode

from themewatch.domain.journal import Journal
from themewatch.domain.journal_entry import Entry
from themewatch.domain.journal_report import ENTRY_LINK
from themewatch.domain.marked_text import Block, BlockKind, Line, Span, blocks
from themewatch.ui.text import plain

JOINER = "\u2060"
"""Of no width: beside a mark it makes it one whatever letter stands there."""


def report_markdown(text: str, journal: Journal, entries: Mapping[str, Entry]) -> str:
    """Return Markdown that shows a part of a report, everything else escaped.

    A link to an entry that is not there any more is words.
    """
    return "\n\n".join(_block(block, journal, entries) for block in blocks(text))


def _block(block: Block, journal: Journal, entries: Mapping[str, Entry]) -> str:
    lines = [_line(line, journal, entries) for line in block.lines]
    if block.kind is BlockKind.PARAGRAPH:
        return "  \n".join(lines)
    is_numbered = block.kind is BlockKind.NUMBERS
    signs = (f"{place}." if is_numbered else "-" for place in range(1, len(lines) + 1))
    return "\n".join(f"{sign} {line}" for sign, line in zip(signs, lines, strict=True))


def _line(line: Line, journal: Journal, entries: Mapping[str, Entry]) -> str:
    return JOINER.join(_span(span, journal, entries) for span in line)


def _span(span: Span, journal: Journal, entries: Mapping[str, Entry]) -> str:
    inner = span.text.strip()
    if not inner:
        return span.text
    before, _inner, after = span.text.partition(inner)
    words = plain(inner)
    if span.is_italic:
        words = f"*{words}*"
    if span.is_bold:
        words = f"**{words}**"
    if address := _address(span.target, journal, entries):
        words = f"[{words}]({address})"
    return f"{before}{words}{after}"


def _address(
    target: str | None, journal: Journal, entries: Mapping[str, Entry]
) -> str | None:
    """Return where a link leads: to the day of an entry, or to the web."""
    if target is None:
        return None
    if not target.startswith(ENTRY_LINK):
        return quote(target, safe="/:?=&;,@+-._~%#")
    entry = entries.get(target.removeprefix(ENTRY_LINK))
    if entry is None:
        return None
    query = {"view": "month", "journal": journal.id, "day": entry.on.isoformat()}
    return f"journal?{urlencode(query)}"
