"""What an HTTP status means for a feed, in a sentence for people."""

from collections.abc import Mapping

_MEANINGS: Mapping[int, str] = {
    304: "nothing is new, though everything was asked for",
    401: "it wants a name and a password",
    403: "it refuses to hand out the feed",
    404: "the feed is not there",
    410: "the feed is gone for good",
    429: "it was asked too often",
    503: "it is out of service for now",
}
_MEANINGS_OF_CLASSES: Mapping[int, str] = {
    4: "it does not take the question",
    5: "something is wrong on its side",
}


def status_problem(status: int) -> str:
    """Return what is wrong, of a status that brings no feed.

    >>> status_problem(404)
    'The server answers 404: the feed is not there.'
    """
    of_class = _MEANINGS_OF_CLASSES.get(status // 100, "that brings no feed")
    return f"The server answers {status}: {_MEANINGS.get(status, of_class)}."
