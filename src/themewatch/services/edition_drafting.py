"""Draft an edition: what would be published at a moment, from what is known then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from themewatch.domain.edition import MONTH, Constant, Edition, Ground
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.person import Role
from themewatch.domain.record import Record, roots
from themewatch.services.assessment import Assessment, assess
from themewatch.services.edition_freezing import (
    attributions,
    freeze_ground,
    freeze_themes,
)
from themewatch.services.edition_settings import settings_of
from themewatch.services.evidence import get_evidence_version
from themewatch.services.reference import evidence_weights
from themewatch.services.reviews import get_review, list_decisions
from themewatch.services.rights import needs
from themewatch.storage import editions
from themewatch.storage.engine import Session
from themewatch.storage.evidence import list_everything


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody wants to publish: its words, its day, the review it closes with.

    `number` is the edition they saw announced, None whichever comes next.
    """

    title: str
    as_of: date
    by: str = ""
    note: str = ""
    review: str | None = None
    number: int | None = None


@needs(Role.REVIEWER)
def draft_edition(
    session: Session,
    wish: Wish,
    *,
    now: datetime,
) -> tuple[Edition, Ground]:
    """Return the edition that would be published now, and what it rests on.

    It never speaks of a day before that of the last one.

    Raises:
        NotFoundError: There is no such review.
    """
    review = wish.review and get_review(session, wish.review)
    decisions = list_decisions(session, review.id) if review else ()
    last = editions.find_edition(session, editions.last_number(session))
    as_of = max(wish.as_of, last.as_of) if last else wish.as_of
    compared = last.as_of if last else as_of - MONTH
    recorded = list(list_everything(session))
    weighed = weigh(recorded, as_of=as_of, compare=compared, at=now)
    attributed = attributions(weighed)
    edition = Edition(
        number=last.number + 1 if last else 1,
        title=wish.title,
        note=wish.note,
        as_of=as_of,
        compared_with=compared,
        published_at=now,
        published_by=wish.by,
        evidence_version=get_evidence_version(session),
        themes=freeze_themes(weighed, attributed, decisions),
        settings=current_settings(weighed),
        decisions=tuple(decisions),
        review=wish.review,
        review_title=review.title if review else "",
        before=last.number if last else None,
    )
    return edition, freeze_ground(weighed, attributed, roots(recorded))


def weigh(
    recorded: Sequence[Record], *, as_of: date, compare: date, at: datetime
) -> Assessment:
    """Weigh what was known at an instant."""
    evidence = standing_evidence(recorded, at)
    return assess(evidence, as_of=as_of, compare=compare)


def current_settings(weighed: Assessment) -> tuple[Constant, ...]:
    """Return the settings that maps are made with today."""
    model = weighed.now.settings
    return settings_of(model, evidence_weights(), weighed.catalogue)
