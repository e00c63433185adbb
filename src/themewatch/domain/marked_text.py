r"""Text with the few marks people may use: bold, italics, lists and links.

`**bold**`, `*italics*` or `_italics_`, lines that begin with `- ` or `1. `, and
`[words](https://…)`; in reports `[words](entry:ID)` too. A backslash takes a sign
as it stands. Everything else is plain words: no images, no HTML, no formulas.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

_SIGN = r"\\."
_INLINE = re.compile(
    rf"""
    \\(?P<sign>[!-/:-@\[-`{{-~])
  | \*\*\*(?P<both>(?!\s)(?:{_SIGN}|[^\\*])+)\*\*\*
  | \*\*(?P<bold>(?!\s)(?:{_SIGN}|[^\\*]|\*(?!\*))+)\*\*
  | (?<!\w)__(?P<strong>(?!\s)(?:{_SIGN}|[^\\_])+)__(?!\w)
  | \*(?P<italic>(?!\s)(?:{_SIGN}|[^\\*])+)(?<!\s)\*
  | (?<!\w)_(?P<slanted>(?!\s)(?:{_SIGN}|[^\\_])+)_(?!\w)
  | \[(?P<words>(?:{_SIGN}|[^\\\[\]])+)\]\((?P<target>(?:https?://|entry:)[^\s()<>]+)\)
  | (?P<address>https?://[^\s<>"“”]*[^\s<>"“”.,;:!?'*_()\[\]])
    """,
    re.VERBOSE,
)
_ITEM = re.compile(r"\s*(?:(?P<bullet>[-*•])|(?P<number>\d{1,3})[.)])\s+(?P<rest>.*)")


class BlockKind(StrEnum):
    """What lines belong to."""

    PARAGRAPH = "paragraph"
    BULLETS = "bullets"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that look alike; `target` is where they lead, if anywhere."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    target: str | None = None


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph by its lines, or a list by its items."""

    kind: BlockKind
    lines: tuple[Line, ...]


def blocks(text: str) -> tuple[Block, ...]:
    r"""Return the paragraphs and lists of a text.

    >>> [block.kind.value for block in blocks("Seen:\n- a hand\n- a door")]
    ['paragraph', 'bullets']
    """
    return tuple(
        Block(kind, tuple(tuple(spans(line)) for line in lines))
        for kind, lines in _grouped(text)
    )


def _grouped(text: str) -> Iterator[tuple[BlockKind, list[str]]]:
    kind, lines = BlockKind.PARAGRAPH, list[str]()
    for line in [*text.splitlines(), ""]:
        found, words = _line(line)
        if lines and (found is not kind or not words):
            yield kind, lines
            lines = []
        if words:
            kind = found
            lines.append(words)


def _line(line: str) -> tuple[BlockKind, str]:
    item = _ITEM.fullmatch(line)
    if item is None:
        return BlockKind.PARAGRAPH, line.strip()
    kind = BlockKind.BULLETS if item["bullet"] else BlockKind.NUMBERS
    return kind, item["rest"].strip()


def spans(line: str) -> Iterator[Span]:
    r"""Yield the words of one line, each run with how it looks.

    >>> found = spans(r"**Now** [it](entry:7) \*works")
    >>> [(s.text, s.is_bold, s.target) for s in found if s.text.strip()]
    [('Now', True, None), ('it', False, 'entry:7'), (' *works', False, None)]
    """
    pending = ""
    for span in _tokens(line):
        if span == Span(span.text):
            pending += span.text
            continue
        if pending:
            yield Span(pending)
        pending = ""
        yield span
    if pending:
        yield Span(pending)


def _tokens(line: str) -> Iterator[Span]:
    at = 0
    for found in _INLINE.finditer(line):
        if found.start() > at:
            yield Span(line[at : found.start()])
        yield from _token(found)
        at = found.end()
    if at < len(line):
        yield Span(line[at:])


def _token(found: re.Match[str]) -> Iterator[Span]:
    match found.lastgroup:
        case "sign":
            yield Span(found["sign"])
        case "address":
            yield Span(found["address"], target=found["address"])
        case "target":
            for span in spans(found["words"]):
                yield replace(span, target=found["target"])
        case name:
            for span in spans(found[name or 0]):
                yield replace(
                    span,
                    is_bold=span.is_bold or name in ("both", "bold", "strong"),
                    is_italic=span.is_italic or name in ("both", "italic", "slanted"),
                )


def as_typed(text: str) -> str:
    r"""Return text whose writer knew of no backslash that takes a sign.

    >>> [span.text for span in spans(as_typed(r"C:\clips"))]
    ['C:\\clips']
    """
    return text.replace("\\", "\\\\")


def unmarked(text: str) -> str:
    r"""Return text for within a line of marked text, where it stands as it is.

    >>> print(unmarked("snake_case [1]\n*x*"))
    snake\_case \[1\] \*x\*
    """
    return re.sub(r"([\\*_\[\]])", r"\\\1", " ".join(text.split()))


def plain_lines(text: str) -> str:
    r"""Return the words of a marked text without its marks, a line for each.

    >>> print(plain_lines("- **Two** people?\n- [Rain](entry:7)"))
    Two people?
    Rain
    """
    lines = (line for block in blocks(text) for line in block.lines)
    return "\n".join("".join(span.text for span in line) for line in lines)


def plain_words(text: str) -> str:
    r"""Return the words of a marked text on one line, without its marks.

    >>> plain_words("**Held** for\n- 10 s")
    'Held for 10 s'
    """
    return " ".join(plain_lines(text).splitlines())
