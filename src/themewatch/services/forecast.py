"""Say how probable it is that a theme stands in a stage by a day to come."""

from dataclasses import dataclass
from datetime import date

from themewatch.domain.months import MONTHS_A_YEAR, coming_month_ends, month_end
from themewatch.domain.stage import Position, Stage
from themewatch.domain.standing import PathPoint
from themewatch.services.assessment import Assessment
from themewatch.services.themes import path_points

MOST_MONTHS = 24
STAGES = (Stage.GROWING, Stage.MATURING, Stage.MATURE)
"""What can be asked for: to stand in the first stage, or beyond, is certain."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """A theme beyond the day of an assessment, and one sentence about it.

    `chance` is that it stands in the stage, or beyond, by then; `today` that it
    stands there already. `path` begins with the day of the assessment.
    """

    stage: Stage
    by: date
    chance: float
    today: float
    path: tuple[PathPoint, ...]


def look_ahead(assessment: Assessment, theme: str, stage: Stage, by: date) -> Outlook:
    """Return a theme's path to a day to come, and the chance of a stage by then.

    Raises:
        InputError: For an unknown theme, or a day before the assessment's.
    """
    return Outlook(
        stage=stage,
        by=by,
        chance=chance_by(assessment, theme, stage, by),
        today=chance_today(assessment, theme, stage),
        path=path_points(assessment.now.forecast(theme, by)),
    )


def chance_by(assessment: Assessment, theme: str, stage: Stage, by: date) -> float:
    """Return the chance that a theme stands in a stage, or beyond, on a day to come.

    It goes on as it has, with all its doubt; what happened after the day of the
    assessment plays no part.
    """
    return assessment.now.chance(theme, stage, by)


def chance_today(assessment: Assessment, theme: str, stage: Stage) -> float:
    """Return the chance that a theme stands in a stage, or beyond, already."""
    return assessment.now.chance(theme, stage, assessment.as_of)


def usual_stage(position: Position) -> Stage:
    """Return the stage to ask for where nobody chose one: the next."""
    return Stage(min(position.stage + 1, Stage.MATURE))


def usual_day(as_of: date) -> date:
    """Return the day to ask for where nobody chose one: a year's months on."""
    return month_end(as_of, MONTHS_A_YEAR)


def offered_days(as_of: date) -> tuple[date, ...]:
    """Return the days one may ask for."""
    return coming_month_ends(as_of, MOST_MONTHS)
