"""Marked text as HTML: its few marks, and everything else escaped."""

import re
from collections.abc import Collection
from html import escape

from themewatch.domain.journal_report import ENTRY_LINK
from themewatch.domain.marked_text import Block, BlockKind, Line, Span, blocks

TAGS = {BlockKind.BULLETS: "ul", BlockKind.NUMBERS: "ol"}


def marked_html(text: str, entries: Collection[str] = ()) -> str:
    """Return paragraphs and lists; a link to an entry leads to its place on the page.

    `entries` are the ids of those that are there: other links to entries are words.

    >>> marked_html("**Held** [then](entry:7) & <now>", ["7"])
    '<p><strong>Held</strong> <a href="#entry-7">then</a> &amp; &lt;now&gt;</p>'
    """
    return "\n".join(_block(block, entries) for block in blocks(text))


def _block(block: Block, entries: Collection[str]) -> str:
    lines = [_line(line, entries) for line in block.lines]
    if block.kind is BlockKind.PARAGRAPH:
        return f"<p>{'<br>'.join(lines)}</p>"
    tag = TAGS[block.kind]
    items = "".join(f"<li>{line}</li>" for line in lines)
    return f"<{tag}>{items}</{tag}>"


def _line(line: Line, entries: Collection[str]) -> str:
    return "".join(_span(span, entries) for span in line)


def _span(span: Span, entries: Collection[str]) -> str:
    words = dated(span.text)
    if span.is_italic:
        words = f"<em>{words}</em>"
    if span.is_bold:
        words = f"<strong>{words}</strong>"
    address = _address(span.target, entries)
    return f'<a href="{escape(address)}">{words}</a>' if address else words


def dated(text: str) -> str:
    """Escape a text, and keep its dates in one piece.

    >>> dated("<b> on 2026-10-09")
    '&lt;b&gt; on <time>2026-10-09</time>'
    """
    return re.sub(r"\d{4}-\d\d-\d\d", r"<time>\g<0></time>", escape(text, quote=False))


def _address(target: str | None, entries: Collection[str]) -> str | None:
    if target is None or not target.startswith(ENTRY_LINK):
        return target
    entry = target.removeprefix(ENTRY_LINK)
    return f"#entry-{entry}" if entry in entries else None
