"""Text from outside in Markdown files is never markup."""

import re


def escaped(text: str) -> str:
    r"""Let nothing in the text be markup, and keep it on its line.

    >>> print(escaped("a*b | <i>"))
    a\*b \| \<i\>
    """
    return re.sub(r"([\\`*_{}\[\]<>#|~$!])", r"\\\1", " ".join(text.split()))
