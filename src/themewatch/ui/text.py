"""Text from outside is never markup."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&])")


def plain(text: str) -> str:
    r"""Return text that Streamlit shows as it stands, on one line.

    >>> print(plain("![x](http://a.b)"))
    \!\[x\]\(http\://a\.b\)
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
