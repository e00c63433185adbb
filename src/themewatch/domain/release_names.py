"""The names under which people speak of a release, and the one they mean."""

import re
from collections.abc import Iterator
from functools import lru_cache

from themewatch.domain.evidence import Evidence
from themewatch.domain.release import release_slug

_IN_PARENTHESES = re.compile(r"\s*\(([^)]*)\)")
_SIZE = re.compile(r"(?i)[ -]a?\d+(\.\d+)?b$")
_MADE = re.compile(r"(?<=\d)\s+(image|video)s?$")
_BEFORE_NUMBER = re.compile(r"(?<=[^\W\d])-(?=\d)")
_NOUGHT = re.compile(r"(?<=\d)-0$")


def find_release(releases: Evidence, vendor: str | None, model: str) -> str | None:
    """Return the name of the release that stands under these names, if one does.

    A shorter name is taken for it where only one release bears it.
    """
    slugs = [release_slug(vendor, model)] if vendor else []
    for slug in (*slugs, release_slug("", model)):
        name = releases.release_by_slug.get(slug, slug)
        if name in releases.releases:
            return name
    wanted = _key(vendor or "", model), _key("", model)
    found = {
        name
        for name, release in releases.releases.items()
        if not _keys(release.vendor, release.model).isdisjoint(wanted)
    }
    return found.pop() if len(found) == 1 else None


def without_what_it_makes(model: str) -> str:
    """Return a model's name without the common word for what it makes.

    >>> [without_what_it_makes(name) for name in ("Kite 9 image", "Kite 2.7 Image")]
    ['Kite 9', 'Kite 2.7 Image']
    """
    return _MADE.sub("", model)


def is_whole_name(vendor: str, model: str) -> bool:
    """Whether a name tells one model of a vendor's from its others: it has a number.

    >>> [is_whole_name("Runway", name) for name in ("Gen-4.5", "Runway", "Aleph")]
    [True, False, False]
    """
    has_number = any(letter.isdigit() for letter in model)
    return has_number and release_slug("", vendor) != release_slug("", model)


@lru_cache(4096)
def _keys(vendor: str, model: str) -> frozenset[str]:
    names = [*_names(model)]
    short = [_SIZE.sub("", name) for name in names]
    return frozenset(_key(by, n) for n in (*names, *short) for by in ("", vendor))


def _names(model: str) -> Iterator[str]:
    """Return a model's name in full, without and inside parentheses, and parts of it.

    Of what stands in parentheses only a name with a number is one.
    """
    short = _IN_PARENTHESES.sub("", model)
    yield from (model, short)
    yield from (n for n in _IN_PARENTHESES.findall(model) if re.search(r"\d", n))
    first, *others = short.split(" and ")
    if others:
        yield first
    yield from (_as_first(first, other) for other in others)


def _as_first(first: str, other: str) -> str:
    """Return the second of two names with what it leaves out of the first.

    >>> _as_first("Kling 3.0", "3.0 Omni"), _as_first("Vidu Q2 Turbo", "Pro")
    ('Kling 3.0 Omni', 'Vidu Q2 Pro')
    """
    words, last = first.split(), other.split()
    same = words.index(last[0]) if last[0] in words else len(words) - len(last)
    return " ".join([*words[: max(same, 0)], *last])


def _key(vendor: str, model: str) -> str:
    """Return a name as it is compared: "Wan2.1" is Wan 2.1, and 3 is 3.0."""
    slug = _BEFORE_NUMBER.sub("", release_slug(vendor, model))
    return _NOUGHT.sub("", slug)
