"""Names of models and tools in a text, known ones and such as look like one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

LONGEST = 60
_VERSION = r"(?:[ \-‑]?v?\d{1,4}(?:\.\d{1,4}){0,3}(?![a-z0-9]*%)[a-z]{0,2})?"
_BRACKET = r"(?: ?\[[a-z]{2,10}\])?"
_TOKEN = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-.+][A-Za-z0-9]+)*")
_PIECE = re.compile(r"[A-Za-z]{1,2}2[A-Za-z](?![a-z])|[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_BEHIND = re.compile(r"(?: v?\d+(?:\.\d+)*[A-Za-z]?(?![\w%]))")


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, and who makes what it names, if that is known."""

    start: int
    end: int
    vendor: str | None
    is_tool: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownNames:
    """The names that are known, and what an unknown one looks like.

    Attributes:
        vendors: who makes each family, by its name in lower case; "" if unknown.
        tools: names of tools in lower case.
        variants: words behind a name that belong to it.
        parts: parts of an unknown name that show that it makes media.
        sure: those of them that do so without a number or a hyphen beside them.
        in_source: parts of a source's name that do.
        plain: ordinary words that hold such a part.
        words: names that are also words, and names only with a capital.
    """

    vendors: Mapping[str, str]
    tools: frozenset[str]
    variants: tuple[str, ...]
    parts: frozenset[str]
    sure: frozenset[str]
    in_source: frozenset[str]
    plain: frozenset[str]
    words: frozenset[str]


class Names:
    """Finds names in a text."""

    def __init__(self, known: KnownNames) -> None:
        self._known = known
        tail = _tail(known.variants)
        self._families = {
            name: re.compile(_whole(name) + tail)
            for name in (*known.vendors, *known.tools)
        }

    def found_in(self, text: str, lowered: str) -> list[Name]:
        """Return the names in order; none overlaps another."""
        found = [*self._familiar(text, lowered), *self._unknown(text)]
        return list(_apart(sorted(found, key=lambda n: (n.start, -n.end))))

    def is_media_source(self, source: str, lowered: str) -> bool:
        """Whether the name of a source holds a model's, or tells what is made there."""
        pieces = {piece.lower() for piece in _PIECE.findall(source)}
        told = bool(pieces & self._known.in_source)
        return told or bool(self.found_in(source, lowered))

    def _familiar(self, text: str, lowered: str) -> Iterator[Name]:
        known = self._known
        for name, expression in self._families.items():
            if name not in lowered:
                continue
            vendor, is_tool = known.vendors.get(name) or None, name in known.tools
            for place in expression.finditer(lowered):
                if name not in known.words or text[place.start()].isupper():
                    yield Name(place.start(), place.end(), vendor, is_tool)

    def _unknown(self, text: str) -> Iterator[Name]:
        for token in _TOKEN.finditer(text):
            if self._looks_like_a_model(token[0]):
                behind = _BEHIND.match(text, token.end())
                end = behind.end() if behind else token.end()
                yield Name(token.start(), end, None)

    def _looks_like_a_model(self, token: str) -> bool:
        """Whether it is no word, and holds a part that shows what it makes."""
        if len(token) > LONGEST or token.islower():
            return False
        if token.isalpha() and (token[1:].islower() or token.isupper()):
            return False
        pieces = {p.lower() for p in _PIECE.findall(token) if not p.islower()}
        words = set(re.split(r"[-.+]", token.lower()))
        if "to" in words or self._known.plain >= words:
            return False
        return bool(
            pieces & (self._known.sure if token.isalpha() else self._known.parts)
        )


def _tail(variants: Iterable[str]) -> str:
    """Return what may stand behind a name: versions, sizes and variants."""
    words = "|".join(sorted(map(re.escape, variants), key=len, reverse=True))
    variant = rf"(?:[ \-‑](?:\d{{1,3}}b|{words})(?![a-z0-9]))?"
    return rf"(?:\.\d{{1,4}}(?![a-z\d]))?(?:{_VERSION}{_BRACKET}{variant}){{0,4}}"


def _whole(name: str) -> str:
    escaped = re.escape(name)
    return rf"(?<![a-z0-9]){escaped}(?![a-z])" if name[0].isascii() else escaped


def _apart(names: Iterable[Name]) -> Iterator[Name]:
    end = -1
    for name in names:
        if name.start >= end:
            yield name
            end = name.end
