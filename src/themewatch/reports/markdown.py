"""Text from outside in Markdown files is never markup."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$!@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
"""With what many readers take for an address and make a link of."""


def escaped(text: str) -> str:
    r"""Let nothing in the text be markup or a link, and keep it on its line.

    >>> print(escaped("a*b | <i> http://a.example"))
    a\*b \| \<i\> http\://a.example
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))
