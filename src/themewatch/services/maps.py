"""Draw up the map: where each theme stands, what moved, what nobody has tested."""

from datetime import date

from themewatch.domain.claim import claimed_level
from themewatch.domain.edition import edition_of
from themewatch.domain.person import Role
from themewatch.domain.stage import Movement
from themewatch.domain.standing import MaturityMap, ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.estimation import movement
from themewatch.services.assessment import Assessment, assess
from themewatch.services.evidence import get_evidence
from themewatch.services.rights import needs
from themewatch.storage.editions import list_heads
from themewatch.storage.engine import Session


@needs(Role.VIEWER)
def get_map(
    session: Session,
    *,
    as_of: date,
    known_on: date | None = None,
    compare: date | None = None,
) -> MaturityMap:
    """Return the map on a day, by what is known now or was known on `known_on`."""
    evidence = get_evidence(session, known_on=known_on)
    weighed = assess(evidence, as_of=as_of, known_on=known_on, compare=compare)
    return draw_map(weighed, since_edition=edition_of(list_heads(session), compare))


def draw_map(
    assessment: Assessment, *, since_edition: int | None = None
) -> MaturityMap:
    """Return the seven lanes of an assessment, in the lesson's order.

    `since_edition` names the edition published of the day it is compared with.
    """
    then = assessment.then
    moved = {} if then is None else movement(assessment.now, then)
    return MaturityMap(
        as_of=assessment.as_of,
        known_on=assessment.known_on,
        compared_with=assessment.compared_with,
        themes=tuple(
            theme_standing(assessment, theme, moved.get(theme.slug))
            for theme in assessment.catalogue
        ),
        since_edition=since_edition,
    )


def theme_standing(
    assessment: Assessment, theme: Theme, moved: Movement | None
) -> ThemeStanding:
    """Return one lane of the map."""
    evidence, then = assessment.evidence, assessment.then
    readings = assessment.readings
    notes = [
        n
        for n in evidence.notes
        if n.theme == theme.slug and f"note/{n.id}" in readings
    ]
    views = [v for v in evidence.views if v.theme == theme.slug]
    judged = [j for j in assessment.judged if j.claim.theme == theme.slug]
    since = assessment.compared_with
    return ThemeStanding(
        theme=theme,
        position=assessment.now.positions[theme.slug],
        before=None if then is None else then.positions[theme.slug],
        movement=moved,
        claimed=claimed_level(((j.on, j.claim) for j in judged), assessment.as_of),
        notes=len(notes),
        claims=len(judged),
        views=len(views),
        untested_claims=sum(j.is_untested for j in judged),
        new_notes=sum(since is not None and n.tested_on > since for n in notes),
        new_views=sum(
            since is not None and v.on > since and f"view/{v.id}" in readings
            for v in views
        ),
        last_evidence_on=max(
            (r.on for r in readings.values() if r.theme == theme.slug),
            default=None,
        ),
    )
