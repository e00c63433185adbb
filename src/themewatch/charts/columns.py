"""The map's four columns: a stage each, and what the stage means."""

from collections.abc import Iterable
from dataclasses import dataclass

from themewatch.charts.sentences import stage_name
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.words import _, mark

ACCEPTABLE = {
    Stage.EARLY: mark("1 in 8 tries"),
    Stage.GROWING: mark("1 in 3 tries"),
    Stage.MATURING: mark("2 in 3 tries"),
    Stage.MATURE: mark("9 in 10 tries"),
}
"""About how many tries come out acceptable in a stage."""


@dataclass(frozen=True, slots=True)
class Column:
    """A stage's quarter of the map; `meaning` says it in use, `share` in counts."""

    stage: Stage
    name: str
    meaning: str
    share: str


def columns(themes: Iterable[Theme]) -> tuple[Column, ...]:
    """Head the columns in the words of those themes whose notes count successes."""
    words = next(theme.stage_words for theme in themes if theme.counts_successes)
    return tuple(
        Column(stage, stage_name(stage), _(words[stage]), _(ACCEPTABLE[stage]))
        for stage in Stage
    )
