"""Whether a feed's bytes changed in anything but the dates of the feed itself."""

import re
from hashlib import blake2b

_FIRST_ENTRY = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)[\s/>]")
_DATES = re.compile(
    rb"<(?P<tag>(?:[\w.-]+:)?(?:lastBuildDate|pubDate|updated|modified|date))"
    rb"(?:\s[^<>]*)?>[^<]*</(?P=tag)\s*>",
    re.IGNORECASE,
)


def body_hash(body: bytes) -> str:
    """Return a hash that stays the same while only the feed's own dates change.

    Servers rebuild feeds daily and put the time of building in; most of such
    changes are no news. The dates of entries count.

    >>> a, b = b"<rss><pubDate>1</pubDate>", b"<rss><pubDate>2</pubDate>"
    >>> body_hash(a) == body_hash(b), body_hash(a + b"<item>") == body_hash(b"<item>")
    (True, False)
    """
    first = _FIRST_ENTRY.search(body)
    start = first.start() if first else len(body)
    end = max(body.rfind(b"item>"), body.rfind(b"entry>"), start)
    digest = blake2b(_DATES.sub(b"", body[:start]), digest_size=16)
    digest.update(memoryview(body)[start:end])
    digest.update(_DATES.sub(b"", body[end:]))
    return digest.hexdigest()
