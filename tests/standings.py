"""Standings, maps and histories for tests: valid by default, one keyword to vary."""

from dataclasses import replace
from datetime import date, timedelta
from statistics import NormalDist
from typing import Any

from themewatch.domain.claim import ClaimedLevel
from themewatch.domain.stage import SCALE_END, Movement, Position, Stage
from themewatch.domain.standing import (
    DayMark,
    MarkKind,
    MaturityMap,
    PathPoint,
    ThemeHistory,
    ThemeStanding,
)
from themewatch.domain.theme import Catalogue, Signal, Theme

BASELINE_ON = date(2026, 2, 1)
TODAY = date(2026, 11, 20)
SINCE = date(2026, 10, 21)
WORDS = ("breaks", "sometimes works", "usually works", "dependable")
COST_WORDS = ("too dear to explore", "only for finals", "a few variants", "plenty")

_ROWS = (
    ("consistency", "Consistency & control", "Consistency", 1.50),
    ("multimodality", "Multimodality", "Multimodality", 1.39),
    ("native-audio", "Native audio in video", "Native Audio (Video)", 2.35),
    ("longer-video", "Longer, coherent video", "Longer Video", 1.28),
    ("text-rendering", "Text rendering", "Text Rendering", 2.35),
    ("lower-cost", "Lower-cost inference", "Lower-Cost Inference", 2.25),
    ("editing-fidelity", "Editing fidelity", "Editing Fidelity", 1.39),
)
CLAIMED_LEVELS = (2.70, 2.50, 2.90, 3.00, 3.50, 3.17, 3.21)


def _theme(slug: str, name: str, chart_name: str, baseline: float) -> Theme:
    words = COST_WORDS if slug == "lower-cost" else WORDS
    return Theme(
        slug=slug,
        name=name,
        chart_name=chart_name,
        about="What it is about.",
        baseline=baseline,
        stage_words=dict(zip(Stage, words, strict=True)),
        signals=(Signal("first", "First", "What to watch."),),
        counts_successes=slug != "lower-cost",
    )


CATALOGUE = Catalogue({row[0]: _theme(*row) for row in _ROWS}, BASELINE_ON)


def a_theme(slug: str = "consistency", **changes: Any) -> Theme:
    return replace(CATALOGUE.theme(slug), **changes)


def a_position(mean: float = 1.5, sd: float = 0.3) -> Position:
    """Return the position of N(mean, sd²), truncated to the scale."""
    normal = NormalDist(mean, sd)
    start, end = normal.cdf(0), normal.cdf(SCALE_END)
    inside = end - start
    return Position(
        mean=mean,
        sd=sd,
        low=normal.inv_cdf(start + 0.1 * inside),
        high=normal.inv_cdf(start + 0.9 * inside),
        stage=Stage.at(mean),
        stage_probabilities={
            stage: (normal.cdf(stage + 1) - normal.cdf(stage)) / inside
            for stage in Stage
        },
    )


def a_movement(amount: float = 0.3, **changes: Any) -> Movement:
    clear = abs(amount) >= 0.1
    return replace(Movement(amount, sd=0.1, is_clear=clear, narrowed=0.0), **changes)


def a_standing(
    slug: str = "consistency",
    *,
    mean: float = 1.5,
    sd: float = 0.3,
    moved: float | None = None,
    claimed: float | None = 2.7,
    narrowed: float = 0.0,
    **changes: Any,
) -> ThemeStanding:
    """Return a standing with six tests; `moved` compares it with a day before."""
    standing = ThemeStanding(
        theme=CATALOGUE.theme(slug),
        position=a_position(mean, sd),
        before=None if moved is None else a_position(mean - moved, sd),
        movement=None if moved is None else a_movement(moved, narrowed=narrowed),
        claimed=None if claimed is None else ClaimedLevel(claimed, 12),
        notes=6,
        claims=12,
        views=1,
        untested_claims=9,
        new_notes=0 if moved is None else 4,
        last_evidence_on=TODAY,
    )
    return replace(standing, **changes)


def a_map(*standings: ThemeStanding, **changes: Any) -> MaturityMap:
    """Return a map of these standings, compared where they hold a movement."""
    compared = any(standing.movement for standing in standings)
    since = SINCE if compared else None
    return replace(MaturityMap(TODAY, None, since, standings), **changes)


def the_baseline_map(*, claimed: bool = True) -> MaturityMap:
    """Return the map before anybody tested anything."""
    standings = (
        a_standing(
            theme.slug,
            mean=theme.baseline,
            claimed=level if claimed else None,
            notes=0,
            views=0,
            claims=28 if claimed else 0,
            untested_claims=28 if claimed else 0,
            last_evidence_on=BASELINE_ON,
        )
        for theme, level in zip(CATALOGUE, CLAIMED_LEVELS, strict=True)
    )
    return a_map(*standings, as_of=date(2026, 3, 1))


def a_rich_map() -> MaturityMap:
    """Return a map that shows every state a lane can be in."""
    few = {"notes": 2, "new_notes": 2, "untested_claims": 21, "claims": 23}
    untested = {"notes": 0, "new_notes": 0, "views": 0, "untested_claims": 1}
    return a_map(
        a_standing("consistency", mean=1.72, sd=0.15, moved=0.29, narrowed=0.3),
        a_standing("multimodality", mean=1.45, moved=0.05, claimed=None, **few),
        a_standing("native-audio", mean=2.05, sd=0.2, moved=-0.32, claimed=2.9),
        a_standing("longer-video", mean=1.28, moved=0.0, claimed=3.0, **untested),
        a_standing("text-rendering", mean=3.4, sd=0.12, moved=0.8, claimed=3.5),
        a_standing("lower-cost", mean=3.05, sd=0.4, moved=0.12, claimed=3.17, **few),
        a_standing(
            "editing-fidelity",
            mean=1.35,
            sd=0.1,
            moved=-0.04,
            claimed=3.21,
            notes=240,
            claims=128,
            untested_claims=104,
            new_notes=31,
            narrowed=0.5,
        ),
    )


def a_history(slug: str = "longer-video", **changes: Any) -> ThemeHistory:
    """Return a theme's weeks from the baseline on."""
    weeks = [BASELINE_ON + timedelta(weeks=n) for n in range(42)]
    path = tuple(
        PathPoint(on, 1.28 + 0.02 * n, 0.9 + 0.022 * n, 1.68 + 0.018 * n)
        for n, on in enumerate(weeks)
    )
    claimed = (
        (date(2026, 2, 20), 2.5),
        (date(2026, 5, 3), 3.0),
        (date(2026, 8, 1), None),
        (date(2026, 9, 14), 3.5),
    )
    marks = (
        DayMark(date(2026, 2, 20), MarkKind.RELEASE, ("Reel 2",), ("reel-2",)),
        DayMark(date(2026, 5, 3), MarkKind.RELEASE, ("A", "B"), ("a", "b")),
        DayMark(date(2026, 6, 9), MarkKind.NOTE, ("Ann: 3 of 8",), ("n1",)),
        DayMark(date(2026, 9, 14), MarkKind.RELEASE, ("Reel 3",), ("reel-3",)),
        DayMark(date(2026, 10, 30), MarkKind.NOTE, ("1", "2", "3"), ("1", "2", "3")),
        DayMark(date(2026, 11, 2), MarkKind.VIEW, ("Bo",), ("v1",)),
        DayMark(date(2026, 11, 4), MarkKind.STORY, ("Reel 4 is out",), ("s1",)),
        DayMark(date(2027, 1, 15), MarkKind.CHECKPOINT, ("A ruling",), ("k1",)),
    )
    history = ThemeHistory(CATALOGUE.theme(slug), path, claimed, marks)
    return replace(history, **changes)
