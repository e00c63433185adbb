"""Text cut and marked for a reader: which parts decided, and what to show of it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

SHORT = 420  # characters: what is read at a glance
AROUND = 80  # characters on either side of a word shown from further down
MOST_LATER = 2
LONGEST_CLAIM = 300
_SENTENCE_END = re.compile(r"(?<=[.!?。…])\s+|\s+[•·|]\s+")


def on_one_line(text: str) -> str:
    r"""Return text without line breaks, and without what no screen shows.

    >>> on_one_line("One\n two\x00")
    'One two'
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cs"})


def marked_pieces(text: str, words: Iterable[str]) -> list[tuple[str, bool]]:
    """Cut a text into what decided (True) and what lies between; nothing is lost.

    A word is looked for as a whole, and inside others only where it stands
    nowhere alone, as in Korean.

    >>> marked_pieces("Now 15-second clips", ["15-second"])
    [('Now ', False), ('15-second', True), (' clips', False)]
    """
    pieces, end = [], 0
    for start, stop in _joined(sorted(_places(text, words))):
        pieces += [(text[end:start], False), (text[start:stop], True)]
        end = stop
    pieces.append((text[end:], False))
    return [(piece, is_marked) for piece, is_marked in pieces if piece]


def _places(text: str, words: Iterable[str]) -> Iterable[tuple[int, int]]:
    for word in filter(None, map(on_one_line, words)):
        exact = re.escape(word)
        whole = list(re.finditer(rf"(?<!\w){exact}(?!\w)", text))
        for found in whole or re.finditer(exact, text):
            yield found.span()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join spans that overlap."""
    joined: list[tuple[int, int]] = []
    for start, stop in spans:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(stop, joined[-1][1]))
        else:
            joined.append((start, stop))
    return joined


def excerpt(text: str, words: Iterable[str], most: int = SHORT) -> str:
    """Return a text's beginning, and what stands around words further down.

    >>> excerpt("One two three four five", [], most=12)
    'One two …'
    """
    line = on_one_line(text)
    if len(line) <= most:
        return line
    beginning = _cut(line, most)
    later = [
        start
        for word in words
        if word not in beginning
        for start, _stop in list(_places(line, [word]))[:1]
    ]
    parts = [_around(line, start) for start in sorted(later)[:MOST_LATER]]
    return " ".join([beginning, *(part for part in dict.fromkeys(parts))])


def _cut(line: str, most: int) -> str:
    whole_words = line[:most].rsplit(" ", 1)[0]
    return f"{whole_words} …"


def _around(line: str, place: int) -> str:
    start = max(line.find(" ", max(place - AROUND, 0)) + 1, 0)
    stop = line.find(" ", place + AROUND)
    return f"{line[min(start, place) : len(line) if stop < 0 else stop]} …"


def sentence_about(text: str, words: Iterable[str]) -> str:
    """Return the first sentence that holds one of the words, or an empty string.

    >>> sentence_about("It is out. Clips run 15 s now! Try it.", ["15 s"])
    'Clips run 15 s now!'
    """
    wanted = [on_one_line(word) for word in words]
    for sentence in _SENTENCE_END.split(on_one_line(text)):
        if any(word and word in sentence for word in wanted):
            is_long = len(sentence) > LONGEST_CLAIM
            return _cut(sentence, LONGEST_CLAIM) if is_long else sentence
    return ""
