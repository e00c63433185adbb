"""The words in HTML of strangers, taken out in bounded time.

The parser of HTML takes time that grows with the square of the tags left open and of
the attributes in one tag: half a megabyte can take 40 seconds. So the work that texts
may make is reckoned first, and where it is too much their tags are simply cut out.
"""

import re
from html import unescape

import nh3

MOST_WORK = 100_000_000
"""Of all texts of a document together, as `work` reckons it: about half a second."""

_BLOCKS = {
    *("p", "br", "div", "li", "ul", "ol", "tr", "table", "blockquote", "pre", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "figure", "dt", "dd"),
    *("header", "footer", "aside", "figcaption", "details", "summary"),
}
_BLOCK = re.compile(rf"</?(?:{'|'.join(sorted(_BLOCKS))})\b[^<>]*>", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_LEFT_BY_PARSER = re.compile(r"<[^>]*>")
_UNREAD = re.compile(
    r"<(script|style)\b.*?(?:</\1\s*>|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL
)
_CHARACTERS_LIKE_A_TAG = 10


def words_of_html(html: str, *, simply: bool = False) -> str:
    """Return the text of HTML, blocks on lines of their own.

    What only looks like a tag stays. `simply` knows tags, comments and scripts, but
    not how they nest.

    >>> words_of_html("<b>1 < 2</b> &amp; 3<script>4</script>")
    '1 < 2 & 3'
    """
    if "<" not in html or not _MARKUP.search(html):
        return unescape(html) if "&" in html else html
    flat = html.replace("\n", " ")
    return unescape(_cut_out(flat) if simply else _parsed(flat))


def work(html: str) -> int:
    """Return how much work HTML makes at worst: its tags and attributes, squared."""
    if "<" not in html:
        return 0
    longest = max(map(len, html.split(">")))
    tags = html.count("<") + html.count(">")
    return (tags + longest // _CHARACTERS_LIKE_A_TAG) ** 2


def _parsed(html: str) -> str:
    clean = nh3.clean(html, tags=_BLOCKS, attributes={}, link_rel=None)
    return _LEFT_BY_PARSER.sub("\n", clean)


def _cut_out(html: str) -> str:
    return _MARKUP.sub("", _BLOCK.sub("\n", _UNREAD.sub("", html)))
