"""The same story across feeds: entries are put together, never thrown away."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from urllib.parse import parse_qsl, urlencode

from themewatch.domain.identity import Identified, Linked, Namesake

SAME_NEWS_WITHIN = timedelta(hours=72)

_TRACKING = re.compile(
    r"utm_\w*|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|mkt_tok|cmpid"
    r"|_hsenc|_hsmi|ref|source",
    re.IGNORECASE,
)
_USUAL_PORTS = (":80", ":443")


def canonical_link(link: str) -> str:
    """Return what links to the same page have in common.

    >>> canonical_link("http://Example.org:80/news/?id=7&utm_source=feed#top")
    'example.org/news?id=7'
    """
    place, _, query = link.partition("#")[0].partition("?")
    host, _, path = place.partition("://")[2].partition("/")
    query = _telling(query) if query else ""
    return f"{_host(host)}/{path.rstrip('/')}{query and '?'}{query}"


def is_front_page(canonical: str) -> bool:
    """Say whether a canonical link is a site's front page, which tells no story.

    >>> is_front_page(canonical_link("https://example.org"))
    True
    """
    return canonical.endswith("/")


def story_to_join(linked: Linked | None) -> str | None:
    """Return the story that a new entry is part of by its link.

    A feed whose entries share a link tells different stories with them, and a link
    that several stories share tells of none.

    >>> story_to_join(Linked("s1"))
    's1'
    >>> story_to_join(Linked("s1", is_shared=True)), story_to_join(None)
    (None, None)
    """
    if linked is None or linked.is_shared or linked.is_own:
        return None
    return linked.story


def places(new: Sequence[Identified], kept: Mapping[str, Linked]) -> list[str | None]:
    """Return for each new entry of a feed the story it joins, or None for its own.

    `kept` holds what is kept under canonical links.
    """
    shares = Counter(found.canonical_link for found in new)
    return [
        story_to_join(kept.get(found.canonical_link))
        if found.canonical_link and shares[found.canonical_link] == 1
        else None
        for found in new
    ]


def joined(namesakes: Iterable[Namesake], decided: Collection[str]) -> dict[str, str]:
    """Return for each story that is to go the one that its entries belong to.

    A story somebody decided on stays, and takes in others; two such stay apart. Of
    the rest the first one stays.

    Args:
        namesakes: Entries, the oldest first; those of one headline are compared.
        decided: The stories somebody decided on.
    """
    into: dict[str, str] = {}
    for one, other in _same_news(namesakes):
        first, second = _end(into, one.story), _end(into, other.story)
        if second in decided:
            first, second = second, first
        if first != second and second not in decided:
            into[second] = first
    return {story: _end(into, story) for story in into}


def _same_news(namesakes: Iterable[Namesake]) -> Iterator[tuple[Namesake, Namesake]]:
    """Yield the pairs near in time that name a model in common.

    "Release notes" alone is no story.
    """
    by_title: defaultdict[str, list[Namesake]] = defaultdict(list)
    for other in namesakes:
        for one in reversed(by_title[other.title_key]):
            if other.dated_at - one.dated_at > SAME_NEWS_WITHIN:
                break
            if not _folded(one.models).isdisjoint(_folded(other.models)):
                yield one, other
        by_title[other.title_key].append(other)


def _end(into: Mapping[str, str], story: str) -> str:
    while story in into:
        story = into[story]
    return story


def _host(host: str) -> str:
    host = host.lower()
    for port in _USUAL_PORTS:
        host = host.removesuffix(port)
    return host


def _telling(query: str) -> str:
    """Leave out what only says where a reader came from."""
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return urlencode(kept)


def _folded(models: Collection[str]) -> set[str]:
    return {model.casefold() for model in models}
