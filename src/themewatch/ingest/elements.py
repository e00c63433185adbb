"""Reading XML elements strictly: whatever is unusual is refused, never guessed."""

import re
from collections.abc import Collection
from contextlib import suppress
from xml.etree.ElementTree import Element

from themewatch.ingest.quick_dates import quick_seconds

_C1 = re.compile(r"[\x80-\x9f]")


class UnusualError(Exception):
    """Something that feedparser had better look at."""


def entries_of(feed: Element, tag: str, with_parts: Collection[str]) -> list[Element]:
    """Return the entries, which must stand directly in their feed."""
    entries = []
    for child in feed:
        if child.tag == tag:
            entries.append(child)
        elif len(child) and child.tag not in with_parts:
            raise UnusualError
    return entries


def parts_of(
    entry: Element, read: Collection[str], passed_over: Collection[str]
) -> dict[str, Element]:
    """Return what is read of an entry, once each, if nothing strange is beside it."""
    found: dict[str, Element] = {}
    if entry.attrib:
        raise UnusualError
    for child in entry:
        if child.tag in read:
            if child.tag in found or len(child):
                raise UnusualError
            found[child.tag] = child
        elif child.tag not in passed_over or not _are_all_in(passed_over, child):
            raise UnusualError
    return found


def _are_all_in(tags: Collection[str], element: Element) -> bool:
    return not len(element) or all(part.tag in tags for part in element.iter())


def seconds_of(element: Element | None) -> int | None:
    if element is not None and element.attrib:
        raise UnusualError
    written = text_of(element)
    return quick_seconds(written) if written else None


def text_of(element: Element | None) -> str:
    """Return the text; text that was encoded twice is put right, as elsewhere."""
    if element is None or element.text is None:
        return ""
    text = element.text.strip()
    return text if text.isascii() else _put_right(text)


def _put_right(text: str) -> str:
    with suppress(UnicodeError):
        text = text.encode("latin-1").decode()
    if _C1.search(text):
        raise UnusualError
    return text
