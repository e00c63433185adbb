"""A piece of news as the rules look at it."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from themewatch.domain.news import NewsText
from themewatch.matching.names import Name, Names

LONGEST = 20_000
_ENDS = re.compile(
    r"(?<=[.!?。…])[\s\"”’)]+|\n+|\s[-•*–—]\s|[;；]\s|(?<=[다요음함됨])\.\s"
)


@dataclass(frozen=True, slots=True)
class Story:
    """The text, its names and its sentences.

    `plain` is the text in lower case, letter for letter, in which every name is
    blotted out; `starts` are the places where sentences begin.
    """

    text: str
    plain: str
    names: list[Name]
    starts: list[int]
    title_end: int

    def sentence(self, place: int) -> int:
        """Return the number of the sentence that a place lies in."""
        return bisect_right(self.starts, place) - 1

    def begins_a_sentence(self, place: int) -> bool:
        """Whether nothing but signs stands before a place in its sentence."""
        before = self.plain[self.starts[self.sentence(place)] : place]
        return not any(map(str.isalnum, before))


def read_story(news: NewsText, names: Names) -> Story:
    """Return the news laid out; of a very long text only the beginning."""
    text = f"{news.title}\n{news.text}"[:LONGEST]
    lowered = lower(text)
    found = names.found_in(text, lowered)
    starts = [0, *(end.end() for end in _ENDS.finditer(text))]
    return Story(text, _blotted(lowered, found), found, starts, len(news.title))


def lower(text: str) -> str:
    """Return the text in lower case and one apostrophe, every letter at its place."""
    text = text.replace("’", "'")
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _blotted(lowered: str, names: list[Name]) -> str:
    pieces, end = [], 0
    for name in names:
        pieces += [lowered[end : name.start], "¤" * (name.end - name.start)]
        end = name.end
    return "".join([*pieces, lowered[end:]])
