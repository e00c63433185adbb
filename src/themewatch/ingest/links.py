"""Links of strangers: http and https only, and whole."""

import re
from urllib.parse import urljoin, urlsplit

MOST_BYTES = 2048
_ORDINARY = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?#][!-~]*)?")
_WEB = ("http://", "https://")
_INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_TOO_MANY_SLASHES = re.compile(r"^(https?://)/+", re.IGNORECASE)


def web_link(link: str | None, base: str = "") -> str | None:
    """Return a link that a browser may follow, None where it is none.

    A relative one is taken from `base`; without a base it is none.

    >>> web_link("/a b", "https://example.com/feed"), web_link("javascript:alert(1)")
    ('https://example.com/a%20b', None)
    """
    if not link:
        return None
    if len(link) <= MOST_BYTES and _ORDINARY.fullmatch(link):
        return link
    tidy = _INVISIBLE.sub("", link).strip().replace(" ", "%20")
    try:
        whole = _TOO_MANY_SLASHES.sub(r"\1", urljoin(base, tidy))
        is_web = whole.lower().startswith(_WEB) and urlsplit(whole).hostname
    except ValueError:
        return None
    return whole if is_web and len(whole.encode()) <= MOST_BYTES else None
