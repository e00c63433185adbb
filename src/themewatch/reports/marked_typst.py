"""Marked text as typst source: every word a string, so that none is markup."""

import re
from collections.abc import Collection

from themewatch.domain.journal_report import ENTRY_LINK
from themewatch.domain.marked_text import Block, BlockKind, Line, Span, blocks

CALLS = {BlockKind.BULLETS: "list", BlockKind.NUMBERS: "enum"}


def string(text: str) -> str:
    r"""Return a string of typst that holds a text as it stands.

    >>> print(string('a "b" \\ #c'))
    "a \"b\" \\ #c"
    """
    kept = re.sub(r"[\x00-\x1f\x7f]+", " ", text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'


def label(entry: str) -> str:
    """Return the label of an entry's place in the document.

    >>> label("0199-a7")
    'label("entry-0199-a7")'
    """
    return f"label({string(f'entry-{entry}')})"


def marked_typst(text: str, entries: Collection[str] = ()) -> str:
    """Return paragraphs and lists as markup that holds calls alone.

    `entries` are the ids of those that are there: other links to entries are words.

    >>> marked_typst("**Held** [then](entry:7)", ["7"])
    '#par[#strong("Held")#(" ")#link(label("entry-7"), "then")]'
    """
    return "\n".join(_block(block, entries) for block in blocks(text))


def _block(block: Block, entries: Collection[str]) -> str:
    lines = [_line(line, entries) for line in block.lines]
    if block.kind is BlockKind.PARAGRAPH:
        return f"#par[{'#linebreak()'.join(lines)}]"
    items = ", ".join(f"[{line}]" for line in lines)
    return f"#{CALLS[block.kind]}({items})"


def _line(line: Line, entries: Collection[str]) -> str:
    return "".join(f"#{_span(span, entries)}" for span in line)


def _span(span: Span, entries: Collection[str]) -> str:
    words = string(span.text)
    plain = words
    if span.is_italic:
        words = f"emph({words})"
    if span.is_bold:
        words = f"strong({words})"
    if span.target is not None:
        words = _link(span.target, words, entries)
    return f"({words})" if words == plain else words


def _link(target: str, words: str, entries: Collection[str]) -> str:
    if not target.startswith(ENTRY_LINK):
        return f"link({string(target)}, {words})"
    entry = target.removeprefix(ENTRY_LINK)
    return f"link({label(entry)}, {words})" if entry in entries else words
