"""What a headline names, beside its words."""

import re
import unicodedata

_VERSION = re.compile(r"(?<![\w.])v?\d+(?:\.\d+)+\w*|\bv\d+\b|(?<=[^\W\d_]-)\d+(?!\w)")
_SITE = re.compile(r"(?<=\S)\s+\|\s+(?:[^\s|]+\s*){1,3}$")
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def versions(title: str) -> frozenset[str]:
    """Return the versions a headline names; a year or a count is none.

    >>> sorted(versions("Acme-2 and Vision v1.5: 10 things to try in 2026"))
    ['1.5', '2']
    """
    return frozenset(v.removeprefix("v") for v in _VERSION.findall(title.casefold()))


def title_key(title: str) -> str:
    """Return a headline without what its spelling may vary in, and without its site.

    >>> title_key("Vision 1.5 – “now” in the API! | The Daily")
    'vision 1 5 now in the api'
    """
    plain = _SITE.sub("", unicodedata.normalize("NFKC", title).casefold())
    return _BETWEEN_WORDS.sub(" ", plain).strip()
