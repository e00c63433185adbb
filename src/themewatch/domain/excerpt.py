"""Text cut and marked for a reader: which parts decided, and what to show of it."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

SHORT = 420  # characters: what is read at a glance
AROUND = 80  # characters on either side of a word shown from further down
MOST_LATER = 2
LONGEST_CLAIM = 480  # of 500 that the field holds
LONGEST_NAME = 60
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?![a-z])|(?<=[。！？])\s*|\s+[•·|]\s+")


def on_one_line(text: str) -> str:
    r"""Return text without line breaks, and without what no screen shows.

    >>> on_one_line("One\n two\x00")
    'One two'
    """
    line = " ".join(text.split())
    if line.isprintable():
        return line
    return "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cs"})


def shortened(text: str, most: int = LONGEST_NAME) -> str:
    """Return a name that fits on a line.

    >>> shortened("Lab news of everything", most=9)
    'Lab news…'
    """
    line = on_one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def without_traces(text: str) -> str:
    r"""Return what was typed or pasted without signs of no width.

    >>> without_traces(" https:\u2060//a.example ")
    'https://a.example'
    """
    return "".join(c for c in text if unicodedata.category(c) != "Cf").strip()


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
    spans = _with_later((0, _word_end(line, 0, most)), line, words)
    parts = [line[start:stop] for start, stop in spans]
    is_cut = spans[-1][1] < len(line)
    return " … ".join([*parts, ""] if is_cut else parts).rstrip()


def _with_later(
    beginning: tuple[int, int], line: str, words: Iterable[str]
) -> list[tuple[int, int]]:
    """Return spans that do not touch: the beginning, then those around words."""
    spans, shown = [beginning], 0
    for start, stop in sorted(span for w in words for span in _first(line, w)):
        if stop <= spans[-1][1] or shown == MOST_LATER:
            continue
        shown += 1
        opens, closes = _around(line, start, stop)
        if opens <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], closes)
        else:
            spans.append((opens, closes))
    return spans


def _first(line: str, word: str) -> list[tuple[int, int]]:
    return list(_places(line, [word]))[:1]


def _cut(line: str, most: int) -> str:
    whole_words = line[:most].rsplit(" ", 1)[0]
    return f"{whole_words} …"


def _around(line: str, start: int, stop: int) -> tuple[int, int]:
    """Return what stands around a word, in whole words where there are spaces."""
    opens = max(start - AROUND, 0)
    space = line.find(" ", opens, start)
    return (opens if space < 0 else space + 1), _word_end(line, stop, stop + AROUND)


def _word_end(line: str, start: int, most: int) -> int:
    """Return where the last whole word ends, or `most` where there are no spaces."""
    if most >= len(line):
        return len(line)
    space = line.rfind(" ", start, most + 1)
    return most if space <= start else space


def sentences_about(text: str, words: Iterable[str]) -> list[str]:
    """Return the sentences that hold one of the words, each once and whole.

    One that no claim could hold is cut.

    >>> sentences_about("It is out. Clips run 15 s now! Try it.", ["15 s"])
    ['Clips run 15 s now!']
    """
    wanted = [on_one_line(word) for word in words]
    found = [
        sentence
        for paragraph in text.splitlines()
        for sentence in _SENTENCE_END.split(on_one_line(paragraph))
        if any(word and word in sentence for word in wanted)
    ]
    return [
        _cut(sentence, LONGEST_CLAIM) if len(sentence) > LONGEST_CLAIM else sentence
        for sentence in dict.fromkeys(found)
    ]
