"""Show why a theme stands where it does: its history, its evidence, its tools."""

from dataclasses import dataclass

from themewatch.domain.attribution import Attribution, Effect
from themewatch.domain.coverage import (
    Measure,
    SignalCoverage,
    ToolCoverage,
    signals_covered,
    tools_covered,
)
from themewatch.domain.history import claimed_steps, day_marks
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.standing import PathPoint, ThemeHistory, ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.domain.view import View
from themewatch.estimation import movement
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
    path = assessment.now.path(theme.slug)
    days = [day.date() for day in path["on"]]
    columns = (path[name].tolist() for name in ("mean", "low", "high"))
    points = tuple(map(PathPoint, days, *columns))
    judged = [j for j in assessment.judged if j.claim.theme == theme.slug]
    start, end = points[0].on, assessment.as_of
    return ThemeHistory(
        theme=theme,
        path=points,
        claimed=claimed_steps(judged, start, end),
        marks=day_marks(assessment.evidence, judged, theme.slug, start),
    )


def attribute(assessment: Assessment, slug: str) -> Attribution:
    """Return a theme's position as the sum of its parts."""
    start, elsewhere = 0.0, 0.0
    own: dict[str, list[Effect]] = {"note": [], "view": []}
    pulls = assessment.now.pulls(slug)
    for name, pull in zip(pulls["reading"], pulls["pull"].tolist(), strict=True):
        kind, _, evidence_id = name.partition("/")
        if name in ("prior", f"baseline/{slug}"):
            start += pull
        elif assessment.readings[name].theme == slug:
            own[kind].append(Effect(evidence_id, pull))
        else:
            elsewhere += pull
    return Attribution(start, tuple(own["note"]), tuple(own["view"]), elsewhere)
