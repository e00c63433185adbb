"""The map's words set on lines, the same in each rendering."""

from collections.abc import Iterable
from itertools import chain
from textwrap import wrap

from themewatch.charts.geometry import Footing, Lane, MapGeometry
from themewatch.words import _

KeyLine = list[tuple[str, str]]
"""Glyphs, each with what it stands for."""


def key_words(geometry: MapGeometry) -> KeyLine:
    """Return the glyphs this map uses, each with what it stands for."""
    footings = {lane.footing for lane in geometry.lanes}
    is_made = any(lane.needed is not None for lane in geometry.lanes)
    entries = [
        ("◇", _("what vendors say"), True),
        ("●", _("what tests show"), True),
        ("▭", _("likely range (8 in 10)"), True),
        ("○", _("where it stood before"), geometry.compared_with is not None),
        ("▨", _("few tests"), Footing.FEW in footings),
        ("◌", _("not tested here yet"), Footing.UNTESTED in footings),
        ("[", _("enough for this work from here on"), is_made),
    ]
    return [(glyph, words) for glyph, words, is_used in entries if is_used]


def key_lines(geometry: MapGeometry, a_line: int) -> list[KeyLine]:
    """Return the key with so many entries to a line."""
    words = key_words(geometry)
    return [words[i : i + a_line] for i in range(0, len(words), a_line)]


def packed(sentences: Iterable[str], letters: int) -> list[str]:
    """Set sentences on lines of at most so many letters, broken between them first.

    >>> packed(["Vendors: Mature.", "Tests: Early.", "1 claim."], 30)
    ['Vendors: Mature. Tests: Early.', '1 claim.']
    """
    lines: list[str] = []
    for sentence in sentences:
        if lines and len(f"{lines[-1]} {sentence}") <= letters:
            lines[-1] += f" {sentence}"
        else:
            lines += wrap(sentence, letters)
    return lines


def lane_lines(lane: Lane, letters: int) -> tuple[list[str], list[str]]:
    """Return the lines of the lane's sentences, and of its changes: one each."""
    changes = chain.from_iterable(wrap(change, letters) for change in lane.changes)
    return packed(lane.sentences, letters), list(changes)
