"""The words that decided a match, as the text that is kept and back."""

import json
from collections.abc import Iterable

from themewatch.domain.news import Reason


def reasons_to_text(why: Iterable[Reason]) -> str:
    r"""Return reasons as a JSON list of pairs.

    >>> reasons_to_text([Reason("lower-cost", ("8 steps",))])
    '[["lower-cost", ["8 steps"]]]'
    """
    return json.dumps([(reason.theme, reason.words) for reason in why])


def reasons_from_text(text: str) -> tuple[Reason, ...]:
    return tuple(Reason(theme, tuple(words)) for theme, words in json.loads(text))
