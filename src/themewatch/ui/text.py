"""Text from outside is never markup."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")
_ADDRESS = re.compile(r"(?i)(:(?=[a-z/])|\bwww(?=\.)|@(?=\S))")
_JOINER = "\u2060"
"""Of no width: what would read as an address, an icon or an emoji's name is one no
more, and looks the same."""


def plain(text: str) -> str:
    r"""Return text that Streamlit shows as it stands, on one line.

    >>> print(plain("![x](c) $y$"))
    \!\[x\]\(c\) \$y\$
    """
    on_one_line = " ".join(text.split())
    return _MARKUP.sub(r"\\\1", _ADDRESS.sub(rf"\1{_JOINER}", on_one_line))


def as_code(text: str) -> str:
    r"""Return text shown as it stands, and copied without what has no width.

    >>> print(as_code("https://a.example/b`c"))
    `` https://a.example/b`c ``
    """
    on_one_line = " ".join(text.split())
    longest = max(map(len, re.findall("`+", on_one_line)), default=0)
    if not longest:
        return f"`{on_one_line}`" if on_one_line else ""
    fence = "`" * (longest + 1)
    return f"{fence} {on_one_line} {fence}"
