"""What a person typed, with bold, italics, lists and web links, and nothing else.

Every word is escaped, as all text from outside is, and every mark written anew. So no
image, HTML, formula, colour, icon, heading or table comes through, and no link leads
anywhere but to the web, or where the page itself says.
"""

import re
from collections.abc import Callable, Iterable
from urllib.parse import quote, urlsplit

from themewatch.domain.marked_text import Block, BlockKind, Line, Span, as_typed, blocks
from themewatch.ui.text import plain

_APART = "\u200c"
"""Of no width: parts a mark from a sign beside it that would make it none."""
_IN_ADDRESSES = "/?#=;,:@+&%"

Lead = Callable[[str], str | None]
"""Takes a link's target, gives the address it leads to; None: it leads nowhere."""


def simple(text: str) -> str:
    r"""Return Markdown that shows a text with the marks its writer may use.

    They are `**bold**`, `*italics*`, lists by `-` or `1.`, `[words](https://…)` and
    addresses that stand alone. Lines are kept; an empty one begins a paragraph.

    >>> print(simple("- **better**, <b>"))
    - **better**, \<b\>
    """
    return shown(blocks(as_typed(text)), web_address)


def shown(parts: Iterable[Block], lead: Lead) -> str:
    """Return Markdown that shows marked text, its links leading where `lead` says."""
    return "\n\n".join(_block(part, lead) for part in parts)


def web_address(target: str) -> str | None:
    """Return the address of a page of the web as a link may hold it, else None.

    Who names somebody before the host (`https://bank.example@evil.example`) means to
    deceive.

    >>> web_address("https://a.example/x_(1)?b=c&d")
    'https://a.example/x_%281%29?b=c&amp;d'
    """
    try:
        parts = urlsplit(target)
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    is_host = re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", host)
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or not is_host:
        return None
    rest = target[target.index("//") + 2 + len(parts.netloc) :]
    whole = re.sub("%(?![0-9A-Fa-f]{2})", "%25", rest)
    path = quote(whole, safe=_IN_ADDRESSES).replace("&", "&amp;")
    return f"{parts.scheme}://{host}{port}{path}"


def _block(part: Block, lead: Lead) -> str:
    lines = [_line(line, lead) for line in part.lines]
    if part.kind is BlockKind.PARAGRAPH:
        return "  \n".join(lines)
    numbered = part.kind is BlockKind.NUMBERS
    signs = (f"{n}." if numbered else "-" for n in range(1, len(lines) + 1))
    return "\n".join(f"{sign} {line}" for sign, line in zip(signs, lines, strict=True))


def _line(line: Line, lead: Lead) -> str:
    said = ""
    for span in line:
        words = _span(span, lead)
        touches = said.endswith("*") and words.startswith("*")
        said += f"{_APART}{words}" if touches else words
    return said


def _span(span: Span, lead: Lead) -> str:
    """Return words in their marks, the spaces around them outside."""
    words = _escaped(span.text)
    if not words:
        return " " if span.text else ""
    if span.target and (address := lead(span.target)):
        words = f"[{words}]({address})"
    if sign := "**" * span.is_bold + "*" * span.is_italic:
        before = "" if words[0].isalnum() else _APART
        after = "" if words[-1].isalnum() else _APART
        words = f"{sign}{before}{words}{after}{sign}"
    first = " " if span.text[0].isspace() else ""
    last = " " if span.text[-1].isspace() else ""
    return f"{first}{words}{last}"


def _escaped(words: str) -> str:
    """Return words as they stand; a line of `=` makes no heading of the one above."""
    return plain(words).replace("=", r"\=")
