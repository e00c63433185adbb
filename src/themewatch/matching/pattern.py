"""Wordings as a person writes them, searched for in lower-cased text.

A wording is words with spaces between them. `*` stands for any ending, `(a|b)` for
either, `(a)?` for something that may be missing, `+` for up to three other words, `~`
for up to forty other characters of the same sentence, `#` for a number, `&` for what
stands between the members of a list, `^` for the beginning of a Korean word. Between
two words there may be spaces or hyphens, or nothing. A word of Latin letters is found
only as a whole; one of another script also inside a longer word, as Korean and Chinese
need it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from themewatch.errors import ReferenceDataError

_PIECE = re.compile(r"\([^()]*\)\??|[~*#&+^]|\s+|[^\s()~*#&+^]+")
_MISTAKE = re.compile(r"[()]")
_LONE = re.compile(r"(?<!\))\?|[\[\]\\]")
_GAP = r"(?:[ \t\u00a0]{1,2}|[_‐-―-])?"
_SIGNS = {
    "*": r"\w{0,12}",
    "^": r"(?<![가-힣])",
    "+": r"(?:[\w'’-]{1,20}[ ,/]{1,2}){0,3}?",
    "~": r"(?:[^.!?\n。]|\.(?=\d)){0,40}?",
    "#": r"\d{1,9}(?:[.,]\d{1,9}){0,3}",
    "&": r"(?:[ \t\u00a0,/·+&|、-]|and |or |plus |와|과|및|하고){1,6}",
}


@dataclass(frozen=True)
class Wording:
    """One wording and the rule it belongs to."""

    text: str
    rule: int

    def __post_init__(self) -> None:
        if _MISTAKE.search(_PIECE.sub("", self.text)) or _LONE.search(self.text):
            raise ReferenceDataError(f"The wording {self.text!r} cannot be read.")

    @cached_property
    def expression(self) -> re.Pattern[str]:
        """The wording as a regular expression; no part of it can run away."""
        body = "".join(_part(piece) for piece in _PIECE.findall(self.text))
        return re.compile(_left(self.text) + body + _right(self.text))

    @property
    def needed(self) -> tuple[str, ...]:
        """Letters of which a text must hold one, or the wording is not in it."""
        return max(_literals(self.text), key=lambda these: min(map(len, these)))


def _part(piece: str) -> str:
    if piece.isspace():
        return _GAP
    if piece.startswith("("):
        inner, _, optional = piece[1:].rpartition(")")
        return f"(?:{'|'.join(map(_inside, inner.split('|')))}){optional}"
    return _SIGNS.get(piece) or re.escape(piece)


def _inside(words: str) -> str:
    return "".join(_part(piece) for piece in _PIECE.findall(words))


def _left(text: str) -> str:
    return r"(?<![a-z0-9])" if _is_latin(text.lstrip("(")[0]) else ""


def _right(text: str) -> str:
    return r"(?![a-z0-9])" if _is_latin(text.rstrip(")?")[-1]) else ""


def _is_latin(character: str) -> bool:
    return character.isascii() and (character.isalnum() or character == "#")


def _literals(text: str) -> Iterator[tuple[str, ...]]:
    """Yield for each piece that cannot be missing the letters it may stand as."""
    for piece in _PIECE.findall(text):
        if piece.startswith("(") and not piece.endswith("?"):
            yield tuple(_longest(words) for words in piece[1:-1].split("|"))
        elif not piece.startswith("(") and not piece.isspace():
            yield ("" if piece in _SIGNS else piece,)


def _longest(words: str) -> str:
    return max(re.split(r"[\s~*#&+^]+", words), key=len)


class Wordings:
    """Many wordings, of which only those a text could hold are searched for."""

    def __init__(self, wordings: Iterable[tuple[str, int]]) -> None:
        self._wordings = [Wording(text, rule) for text, rule in wordings]
        by_letters: dict[str, list[int]] = defaultdict(list)
        for number, wording in enumerate(self._wordings):
            for letters in dict.fromkeys(wording.needed):
                by_letters[letters].append(number)
        self._by_letters = list(by_letters.items())

    def found_in(self, lowered: str) -> Iterator[tuple[int, int, int]]:
        """Yield (rule, start, end) of every place a wording stands."""
        possible: set[int] = set()
        for letters, numbers in self._by_letters:
            if letters in lowered:
                possible.update(numbers)
        for number in sorted(possible):
            wording = self._wordings[number]
            for place in wording.expression.finditer(lowered):
                yield wording.rule, place.start(), place.end()
