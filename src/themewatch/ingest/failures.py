"""What can go wrong on the way to a feed, each as a sentence for people."""

from collections.abc import Iterator
from contextlib import contextmanager

import httpcore

from themewatch.ingest.dial import UnreachableError
from themewatch.ingest.payload import PayloadError

_LONGEST = 300


class FetchError(Exception):
    """A look that came to nothing; says why in a sentence, fit to be kept and shown."""

    def __init__(self, problem: str) -> None:
        super().__init__("".join(filter(str.isprintable, problem))[:_LONGEST])


@contextmanager
def said_plainly() -> Iterator[None]:
    """Turn whatever the network raises into a sentence.

    Raises:
        FetchError: Always, if anything was raised.
    """
    try:
        yield
    except (UnreachableError, PayloadError) as error:
        raise FetchError(str(error)) from error
    except httpcore.TimeoutException as error:
        raise FetchError("The server takes too long.") from error
    except httpcore.ConnectError as error:
        raise FetchError(f"The server cannot be reached ({error}).") from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ValueError) as error:
        raise FetchError(f"The server breaks off ({error}).") from error
