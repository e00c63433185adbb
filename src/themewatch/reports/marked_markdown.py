"""Marked text as Markdown that reads the same everywhere: its few marks alone."""

import re
from collections.abc import Collection, Iterator

from themewatch.domain.journal_report import ENTRY_LINK
from themewatch.domain.marked_text import Block, BlockKind, Line, Span, blocks
from themewatch.reports.markdown import escaped


def marked_markdown(text: str, entries: Collection[str] = ()) -> str:
    r"""Return paragraphs and lists; a link to an entry leads to its anchor.

    `entries` are the ids of those that are there: other links to entries are words.

    >>> print(marked_markdown("**Held** [then](entry:7) <b>", ["7"]))
    **Held** [then](#entry-7) \<b\>
    """
    return "\n\n".join("\n".join(_block(block, entries)) for block in blocks(text))


def _block(block: Block, entries: Collection[str]) -> Iterator[str]:
    last = len(block.lines) - 1
    for place, line in enumerate(block.lines):
        words = _line(line, entries)
        if block.kind is BlockKind.BULLETS:
            yield f"- {words}"
        elif block.kind is BlockKind.NUMBERS:
            yield f"{place + 1}. {words}"
        else:
            words = _no_list(words)
            yield words if place == last else f"{words}\\"


def _no_list(line: str) -> str:
    r"""Let no line of a paragraph begin a list, or make a heading of the one above.

    >>> print(_no_list("2026. It held."), _no_list("--"))
    2026\. It held. \--
    """
    line = re.sub(r"^(\d+)([.)])", r"\1\\\2", line)
    return re.sub(r"^([-+=])", r"\\\1", line)


def _line(line: Line, entries: Collection[str]) -> str:
    return "".join(_span(span, entries) for span in line)


def _span(span: Span, entries: Collection[str]) -> str:
    """Write words with their marks outside, and spaces outside the marks."""
    inner = span.text.strip()
    if not inner:
        return span.text
    before, _words, after = span.text.partition(inner)
    words = escaped(inner)
    if span.is_italic:
        words = f"*{words}*"
    if span.is_bold:
        words = f"**{words}**"
    address = _address(span.target, entries)
    if address:
        words = f"[{words}]({address})"
    return f"{before}{words}{after}"


def _address(target: str | None, entries: Collection[str]) -> str | None:
    if target is None or not target.startswith(ENTRY_LINK):
        return target
    entry = target.removeprefix(ENTRY_LINK)
    return f"#entry-{entry}" if entry in entries else None
