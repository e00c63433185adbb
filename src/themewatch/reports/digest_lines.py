"""What a digest is made of: sections of lines, and the pages that lines lead to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from themewatch.domain.digest import Digest
from themewatch.words import ngettext

MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened: its name, what is said of it, where it was read.

    `page` is the address of a page of ours that tells more, where that is known.
    """

    name: str
    text: str
    link: str | None = None
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a digest; `nothing` is said where it has no line."""

    heading: str
    lines: tuple[Line, ...]
    nothing: str = ""
    after: str = ""


def section_of(heading: str, lines: Iterable[Line], nothing: str = "") -> Section:
    """Return a section of the first lines; how many were left out is said after it."""
    every: Sequence[Line] = tuple(lines)
    more = len(every) - MOST_LINES
    after = ngettext("And {n} more.", "And {n} more.", more) if more > 0 else ""
    return Section(heading, tuple(every[:MOST_LINES]), nothing, after.format(n=more))


def page(digest: Digest, script: str = "", **query: str) -> str | None:
    """Return the address of a page of ours, None where nobody told how we are reached.

    >>> from dataclasses import dataclass
    >>> @dataclass
    ... class Told:
    ...     public_url: str | None = None
    >>> page(Told("https://map.example.org"), "record", id="a b")
    'https://map.example.org/record?id=a+b'
    >>> page(Told())
    """
    if digest.public_url is None:
        return None
    asked = f"?{urlencode(query)}" if query else ""
    return f"{digest.public_url}/{script}{asked}"
