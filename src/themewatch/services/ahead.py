"""Write down what lies ahead: how probable a stage is, and what to watch for."""

from collections.abc import Callable, Mapping
from datetime import date

from themewatch.domain.awaited import awaited
from themewatch.domain.months import MONTHS_A_YEAR, month_end
from themewatch.domain.person import Role
from themewatch.domain.stage import Stage
from themewatch.errors import InputError
from themewatch.reports.ahead_json import chances_json, checkpoints_json
from themewatch.reports.ahead_listing import (
    ChanceListing,
    CheckpointListing,
    ThemeChance,
)
from themewatch.reports.ahead_text import chances_text, checkpoints_text
from themewatch.services.assessment import Assessment, assess
from themewatch.services.evidence import get_evidence
from themewatch.services.forecast import (
    chance_by,
    chance_today,
    usual_day,
    usual_stage,
)
from themewatch.services.reference import catalogue
from themewatch.services.rights import needs
from themewatch.storage.engine import Session

CHANCES: Mapping[str, Callable[[ChanceListing], str]] = {
    "text": chances_text,
    "json": chances_json,
}
MOST_YEARS = 10
"""So far ahead a chance is given: beyond, what may come is all there is to say."""
CHECKPOINTS: Mapping[str, Callable[[CheckpointListing], str]] = {
    "text": checkpoints_text,
    "json": checkpoints_json,
}


@needs(Role.VIEWER)
def write_chances(
    session: Session,
    name: str,
    *,
    as_of: date,
    theme: str | None = None,
    sentence: tuple[Stage | None, date | None] = (None, None),
) -> str:
    """Write the chance of a stage by a day, of one theme or all, in one of CHANCES.

    The sentence's stage is each theme's next, its day a year's months on, where they
    are None.

    Raises:
        InputError: The day does not lie ahead, or so far that nobody can tell.
    """
    stage, by = sentence
    day = by or usual_day(as_of)
    if day <= as_of:
        raise InputError(f"{day} has come: choose a month that ends later.")
    if day > (last := month_end(as_of, MOST_YEARS * MONTHS_A_YEAR)):
        raise InputError(
            f"{day} lies too far ahead to tell anything of: choose a month until "
            f"{last:%Y-%m}."
        )
    now = assess(get_evidence(session), as_of=as_of)
    slugs = [theme] if theme else [one.slug for one in now.catalogue]
    chances = (_chance(now, slug, stage, day) for slug in slugs)
    return CHANCES[name](ChanceListing(as_of, tuple(chances)))


def _chance(now: Assessment, theme: str, stage: Stage | None, by: date) -> ThemeChance:
    asked = usual_stage(now.now.positions[theme]) if stage is None else stage
    return ThemeChance(
        theme=now.catalogue.theme(theme),
        stage=asked,
        by=by,
        chance=chance_by(now, theme, asked, by),
        today=chance_today(now, theme, asked),
    )


@needs(Role.VIEWER)
def write_checkpoints(
    session: Session, name: str, *, as_of: date, only_due: bool = False
) -> str:
    """Write what is watched for in one of CHECKPOINTS, what is due first."""
    found = awaited(get_evidence(session).checkpoints, as_of)
    others = () if only_due else (*found.dated, *found.undated, *found.settled)
    listing = CheckpointListing(as_of, catalogue(), (*found.due, *others))
    return CHECKPOINTS[name](listing)
