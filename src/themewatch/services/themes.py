"""Show why a theme stands where it does: its history, its evidence, its tools."""

from dataclasses import dataclass

import pandas as pd

from themewatch.domain.attribution import Attribution, Effect
from themewatch.domain.coverage import (
    Measure,
    SignalCoverage,
    ToolCoverage,
    signals_covered,
    tools_covered,
)
from themewatch.domain.history import (
    MOST_DAYS,
    claimed_steps,
    day_marks,
    month_marks,
)
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.standing import PathPoint, ThemeHistory, ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.domain.view import View
from themewatch.estimation import Estimate, movement
from themewatch.services.assessment import Assessment, leniency
from themewatch.services.maps import theme_standing
from themewatch.services.reference import evidence_weights


@dataclass(frozen=True)
class ThemeReport:
    """Everything the page of a theme shows."""

    standing: ThemeStanding
    history: ThemeHistory
    attribution: Attribution
    notes: tuple[Note, ...]
    views: tuple[View, ...]
    claims: tuple[JudgedClaim, ...]
    signals: tuple[SignalCoverage, ...]
    tools: tuple[ToolCoverage, ...]


def report_theme(assessment: Assessment, slug: str) -> ThemeReport:
    """Return the report of one theme; raises InputError for an unknown one."""
    theme = assessment.catalogue.theme(slug)
    evidence, then = assessment.evidence, assessment.then
    notes = [n for n in evidence.notes if n.theme == slug]
    judged = [j for j in assessment.judged if j.claim.theme == slug]
    measure = Measure(evidence, leniency(assessment.now), evidence_weights())
    moved = None if then is None else movement(assessment.now, then)[slug]
    return ThemeReport(
        standing=theme_standing(assessment, theme, moved),
        history=theme_history(assessment, theme),
        attribution=attribute(assessment, slug),
        notes=tuple(sorted(notes, key=lambda n: (n.tested_on, n.id), reverse=True)),
        views=tuple(v for v in evidence.views if v.theme == slug),
        claims=tuple(judged),
        signals=tuple(signals_covered(theme, notes, judged, measure)),
        tools=tuple(tools_covered(evidence, notes, measure)),
    )


def theme_history(assessment: Assessment, theme: Theme) -> ThemeHistory:
    """Return ● and ◇ through time, from the first evidence on any theme."""
    points = path_points(assessment.now.path(theme.slug))
    judged = [j for j in assessment.judged if j.claim.theme == theme.slug]
    start, end = points[0].on, assessment.as_of
    marks = day_marks(assessment.evidence, judged, theme.slug, start)
    return ThemeHistory(
        theme=theme,
        path=points,
        claimed=claimed_steps(judged, start, end),
        marks=month_marks(marks) if (end - start).days > MOST_DAYS else marks,
    )


def path_points(path: pd.DataFrame) -> tuple[PathPoint, ...]:
    """Return an estimate's path, or its forecast, as points."""
    days = [day.date() for day in path["on"]]
    columns = (path[name].tolist() for name in ("mean", "low", "high"))
    return tuple(map(PathPoint, days, *columns))


def attribute(
    assessment: Assessment, slug: str, estimate: Estimate | None = None
) -> Attribution:
    """Return a theme's position as the sum of its parts.

    That of the assessment's day, or of another estimate from some of its evidence.

    A pull is measured from what was thought before anything was known; on screen
    an effect is measured from the course's map of the theme it speaks of, and the
    start takes the difference. So a note below the map lowers, one above it lifts.
    """
    estimate, start, elsewhere = estimate or assessment.now, 0.0, 0.0
    own: dict[str, list[Effect]] = {"note": [], "view": []}
    for row in estimate.pulls(slug).to_dict("records"):
        kind, _, evidence_id = row["reading"].partition("/")
        if kind in ("prior", "baseline"):
            start += row["pull"]
            continue
        theme = assessment.readings[row["reading"]].theme
        baseline = assessment.catalogue.theme(theme).baseline
        from_map = row["weight"] * (baseline - estimate.settings.first_mean)
        start += from_map
        if theme == slug:
            own[kind].append(Effect(evidence_id, row["pull"] - from_map))
        else:
            elsewhere += row["pull"] - from_map
    return Attribution(start, tuple(own["note"]), tuple(own["view"]), elsewhere)
