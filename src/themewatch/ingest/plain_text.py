"""Plain text out of what strangers wrote, whatever markup is in it.

Nothing here makes text safe to show as HTML: what comes out is text, and may well
speak of <tags>. Whoever shows it shows it as text.
"""

import re

from themewatch.ingest.markup import words_of_html

TITLE_BYTES = 2 * 2**10
TEXT_BYTES = 512 * 2**10
_UNWANTED = re.compile(
    # Controls, surrogates, non-characters, and what turns the direction of writing.
    r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_CLOSED_TAG = re.compile(
    r"</(?:a|p|b|i|em|strong|div|span|li|ul)>|<br ?/?>", re.IGNORECASE
)


def title_text(title: str, *, is_html: bool) -> str:
    """Return a title as one line of plain text.

    >>> title_text("<b>Fish</b> &amp; chips", is_html=True)
    'Fish & chips'
    """
    plain = words_of_html(title, simply=True) if is_html else title
    return _cut(_line(plain), TITLE_BYTES)


def body_text(body: str, *, is_html: bool, simply: bool = False) -> str:
    """Return the words of a body; its blocks become lines.

    What calls itself text and closes a tag of HTML is HTML of somebody who forgot
    to say so.

    >>> body_text("<p>One</p><p>Two <i>and</i> three</p>", is_html=True).splitlines()
    ['One', 'Two and three']
    """
    begun = body[:TEXT_BYTES]
    is_markup = is_html or _CLOSED_TAG.search(begun) is not None
    plain = words_of_html(begun, simply=simply) if is_markup else begun
    lines = map(_line, filter(str.strip, plain.split("\n")))
    return _cut("\n".join(filter(None, lines)), TEXT_BYTES)


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if line.isprintable() else _UNWANTED.sub("", line).strip()


def _cut(text: str, most: int) -> str:
    """Return what fits into so many bytes, whole characters only."""
    if len(text) * 4 <= most:
        return text
    return text.encode("utf-8", "ignore")[:most].decode("utf-8", "ignore").rstrip()
