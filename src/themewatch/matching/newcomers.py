"""Names of models that are in no list, by how a headline or a sentence speaks of them.

A name like that fills in a form and tells two stories apart: it is never blotted out,
and does not make a text one about generated media.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from themewatch.matching.announcing import (
    NUMBER,
    has_kind_before,
    is_new_in_text,
    is_new_in_title,
    is_of_a_place,
)
from themewatch.matching.names import Name

READ = 2_000
MOST_WORDS = 4
SHORT = 4
_WORD = r"(?:[A-Z]|[a-z]{1,5}[A-Z])[A-Za-z0-9.+’'-]*(?<![.’'-])"
_RUN = re.compile(rf"(?<![\w-]){_WORD}(?: (?:{_WORD}|{NUMBER}))*")
_SEPARATE = re.compile(r"\S+")
_HANGUL = re.compile(
    r"(?<![\w])[가-힣]{2,12} ?v?\d{1,2}(?:\.\d{1,2})?"
    r"(?=[을를이가은는의와과로]?(?:[\s,.…'’”\"·]|$))"
)
_QUOTED = re.compile(
    r"['‘“\"「『《<]([^'‘’“”\"「」『』《》<>?!,…\n]{2,24})['’”\"」』》>]"
)
_SPEECH = re.compile(r"(?:[다요까라자네것듯서로에을를만해고]|시대|혁명|전쟁|경쟁)$")
_LEADING = re.compile(r"([가-힣A-Za-z][가-힣\w .]{1,14}),\s")
_OF_A_FEATURE = re.compile(r"(?:기능|모드|옵션|업데이트|서비스)(?:을|를)? ?\S{0,4}$")

Place = tuple[int, int]


class Newcomers:
    """Finds names nobody listed, where something says that they are there now."""

    def __init__(
        self, plain: Iterable[str], makers: Iterable[str], variants: Iterable[str]
    ) -> None:
        self._plain = frozenset(plain)
        self._makers = frozenset(makers)
        self._variants = frozenset(variants)

    def found_in(
        self, text: str, title_end: int, verbs: Sequence[Place]
    ) -> tuple[Name, ...]:
        """Return the names of the headline, or else those of the text.

        Args:
            text: The headline and the text.
            title_end: Where the headline ends.
            verbs: The places of words that say that something is there now.
        """
        title = text[: min(title_end, READ)]
        verbs = [verb for verb in verbs if not is_of_a_place(text, verb)]
        in_title = [verb for verb in verbs if verb[0] < len(title)]
        found = list(self._in_headline(title, in_title)) if in_title else []
        if not found:
            rest = [verb for verb in verbs if title_end <= verb[0] < READ]
            found = list(self._in_sentences(text[:READ], rest))
        return tuple(Name(start, end, None) for start, end in sorted(set(found)))

    def _in_headline(self, title: str, verbs: Sequence[Place]) -> Iterator[Place]:
        runs = list(self._runs(title, verbs))
        named = [r for r in runs if is_new_in_title(title, r, verbs)]
        named += [place.span() for place in _HANGUL.finditer(title)]
        named += self._quoted(title)
        named = [place for place in named if self._is_name(title, place)]
        yield from _longest(named) or self._leading(title, verbs)

    def _in_sentences(self, text: str, verbs: Sequence[Place]) -> Iterator[Place]:
        for run in self._runs(text, verbs):
            if is_new_in_text(text, run, verbs):
                yield run
        for quote in self._quoted(text):
            if has_kind_before(text, quote[0] - 1):
                yield quote

    def _runs(self, text: str, verbs: Sequence[Place]) -> Iterator[Place]:
        """Yield where capitalised words stand, cut at ordinary ones and at verbs."""
        for run in _RUN.finditer(text):
            words = [w.span() for w in _SEPARATE.finditer(text, *run.span())]
            is_cut = [self._is_ordinary(text, word, verbs) for word in words]
            for n in range(1, len(words)):
                if is_cut[n] and self._is_variant(text, words[n:]):
                    is_cut[n] = is_cut[n - 1]
            for piece in _cut(words, is_cut):
                if len(piece) <= MOST_WORDS and not text[piece[0][0]].isdigit():
                    yield piece[0][0], piece[-1][1]

    def _is_variant(self, text: str, words: Sequence[Place]) -> bool:
        """Whether an ordinary word behind a name belongs to it: "Edit", "Image 4"."""
        (start, end), *behind = words
        is_numbered = bool(behind) and text[behind[0][0]].isdigit()
        return is_numbered or text[start:end].lower() in self._variants

    def _is_ordinary(self, text: str, word: Place, verbs: Sequence[Place]) -> bool:
        written = text[word[0] : word[1]]
        lowered = written.lower()
        parts = lowered.split("-")
        is_joined = len(parts) > 1 and written.rpartition("-")[2].islower()
        return (
            lowered in self._plain
            or lowered in self._makers
            or any(verb[0] <= word[0] < verb[1] for verb in verbs)
            or is_joined
            or lowered.endswith(("'s", "’s"))
            or self._plain >= set(parts)
        )

    def _quoted(self, text: str) -> Iterator[Place]:
        for quote in _QUOTED.finditer(text):
            inner = quote[1]
            is_short = len(inner) <= SHORT and inner.isalpha()
            if len(inner.split()) < MOST_WORDS and (
                is_short or not _SPEECH.search(inner)
            ):
                yield quote.span(1)

    def _is_name(self, title: str, place: Place) -> bool:
        words = title[place[0] : place[1]].lower().split()
        return words[0] not in self._plain and " ".join(words) not in self._makers

    def _leading(self, title: str, verbs: Sequence[Place]) -> list[Place]:
        """Return what a Korean headline begins with, if a feature of it is new."""
        lead = _LEADING.match(title)
        if lead is None or not self._is_name(title, lead.span(1)):
            return []
        is_feature = any(
            _OF_A_FEATURE.search(title, lead.end(), end) for _, end in verbs
        )
        return [lead.span(1)] if is_feature else []


def newcomers_from(table: Mapping[str, Any], common: Iterable[str]) -> Newcomers:
    """Return what finds names, by the table of models and the common words."""
    vendors = (vendor.lower() for vendor in table["families"])
    unknown = table["unknown"]
    return Newcomers(
        plain={*common, *unknown["plain"], *unknown["ordinary"]},
        makers={*vendors, *unknown["makers"]},
        variants={*table["variants"], *unknown["parts"], *unknown["behind"]},
    )


def _cut(words: Sequence[Place], is_cut: Sequence[bool]) -> Iterator[list[Place]]:
    piece: list[Place] = []
    for word, cut in zip(words, is_cut, strict=True):
        if cut and piece:
            yield piece
        piece = [] if cut else [*piece, word]
    if piece:
        yield piece


def _longest(places: Sequence[Place]) -> list[Place]:
    """Leave out the places that lie within another."""
    return [
        (a, b)
        for a, b in places
        if not any(c <= a and b <= d and (a, b) != (c, d) for c, d in places)
    ]
