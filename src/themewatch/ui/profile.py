"""What held and what did not: the marks of a note, rubric by rubric."""

from collections.abc import Iterator, Mapping

import streamlit as st

from themewatch.services.protocols import protocols
from themewatch.ui.text import plain
from themewatch.words import _

FILLED, EMPTY = "▰", "▱"
COLUMN = 280  # pixels: the longest line there is, unbroken


def show_profile(marks: Mapping[str, int]) -> None:
    """Draw the marks given, each with its word; what was not marked is left out."""
    with st.grid(min_column_width=COLUMN, gap=("small", "medium")):
        for heading, lines in _parts(marks):
            st.markdown("  \n".join([f"**{plain(heading)}**", *lines]))


def _parts(marks: Mapping[str, int]) -> Iterator[tuple[str, list[str]]]:
    """Yield each rubric that was touched; last what another version brought along."""
    left = dict(marks)
    for rubric in protocols().rubrics.values():
        lines = [
            _line(_(dimension.name), left.pop(dimension.slug))
            for dimension in rubric.dimensions
            if dimension.slug in left
        ]
        if lines:
            yield _(rubric.name), lines
    if left:
        yield _("Other marks"), [_line(slug, mark) for slug, mark in left.items()]


def _line(name: str, mark: int) -> str:
    words = protocols().marks
    bar = FILLED * mark + EMPTY * (len(words) - 1 - mark)
    return f"{bar} {plain(name)}: {plain(_(words[mark].word))}"
