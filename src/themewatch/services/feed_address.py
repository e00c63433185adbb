"""Which address of a feed a person means, however it is typed."""

import re

from themewatch.errors import InputError
from themewatch.ingest.failures import FetchError
from themewatch.ingest.way import plain_address

_LONGEST = 2048
_FEED_SCHEME = re.compile(r"(feed:)?(//)?", re.IGNORECASE)


def feed_address(text: str) -> str:
    """Return the address a person means; raises InputError.

    >>> feed_address(" example.org/news ")
    'https://example.org/news'
    """
    text = _FEED_SCHEME.sub("", text.strip(), count=1)
    address = text if "://" in text else f"https://{text}"
    if len(address) > _LONGEST:
        raise InputError("This address is too long for a feed's.")
    try:
        return plain_address(address)
    except FetchError as error:
        raise InputError(
            f"{text or 'Nothing'} is no address of a feed: "
            "write it as https://example.org/feed."
        ) from error
