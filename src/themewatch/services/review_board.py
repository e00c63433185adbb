"""Bring together what a team needs in front of it, or wants to keep of it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from themewatch.domain.agenda import Agenda, Topic, agenda
from themewatch.domain.evidence import Evidence
from themewatch.domain.person import Role
from themewatch.domain.review import Decision, Review
from themewatch.domain.review_board import ReviewBoard
from themewatch.domain.review_news import ThemeNews, review_days, theme_news
from themewatch.domain.review_rounds import ThemeVotes
from themewatch.domain.standing import MaturityMap
from themewatch.reports.review_json import minutes_json
from themewatch.reports.review_minutes import minutes_markdown
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.maps import draw_map
from themewatch.services.reference import catalogue
from themewatch.services.review_decided import standing_decisions
from themewatch.services.review_votes import list_votes
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.engine import Session

DAY, MONTH = timedelta(days=1), timedelta(days=30)
FORMATS: Mapping[str, Callable[[ReviewBoard], str]] = {
    "markdown": minutes_markdown,
    "json": minutes_json,
}


@needs(Role.VIEWER)
def write_minutes(session: Session, review_id: str, name: str, *, now: datetime) -> str:
    """Write the minutes of a review in one of FORMATS; raises NotFoundError."""
    review = reviews.get_review(session, review_id)
    as_of, since = review_days(review, now.date())
    evidence = get_evidence(session)
    drawn = draw_map(assess(evidence, as_of=as_of, compare=since))
    return FORMATS[name](get_board(session, review, evidence, drawn, now=now))


@needs(Role.VIEWER)
def get_board(
    session: Session,
    review: Review,
    evidence: Evidence,
    maturity_map: MaturityMap,
    *,
    now: datetime,
) -> ReviewBoard:
    """Return a review as whoever acts sees it, given the map of `review_days`."""
    as_of, since = maturity_map.as_of, review_days(review, maturity_map.as_of)[1]
    news = {
        slug: theme_news(evidence, slug, since=since, until=as_of)
        for slug in review.themes
    }
    votes = list_votes(session, review.id, now=now)
    former = standing_decisions(session, before=review)
    return ReviewBoard(
        review=review,
        at=now,
        agenda=_agenda(maturity_map, news, votes, former),
        maturity_map=maturity_map,
        news=news,
        votes=votes,
        versions=_versions(session, review),
        former=former,
    )


@needs(Role.VIEWER)
def count_acts(session: Session, review_id: str) -> int:
    """Return how much was done in a review, as `ReviewBoard.acts` counts it."""
    return reviews.count_acts(session, review_id)


@needs(Role.VIEWER)
def next_period(
    session: Session, today: date, edition_on: date | None = None
) -> tuple[date, date]:
    """Return the days since the last review or edition, until today.

    At first a month.
    """
    ends = [review.ends_on for review in reviews.list_reviews(session)]
    looked = [day for day in (*ends, edition_on) if day is not None and day < today]
    return max(looked, default=today - MONTH - DAY) + DAY, today


def _agenda(
    maturity_map: MaturityMap,
    news: Mapping[str, ThemeNews],
    votes: Mapping[str, ThemeVotes],
    former: Mapping[str, Decision],
) -> Agenda:
    lanes = [s for s in maturity_map.themes if s.theme.slug in news]
    return agenda(
        Topic(
            theme=lane.theme.slug,
            on=maturity_map.as_of,
            tests=len(news[lane.theme.slug].notes),
            views=len(news[lane.theme.slug].views),
            claims=len(news[lane.theme.slug].claims),
            gap=lane.gap,
            agreement=votes[lane.theme.slug].latest.agreement,
            looked_on=_looked_on(former.get(lane.theme.slug)),
            first_on=catalogue().baseline_on,
        )
        for lane in lanes
    )


def _looked_on(decision: Decision | None) -> date | None:
    return decision.decided_at.date() if decision else None


def _versions(session: Session, review: Review) -> dict[str, tuple[Decision, ...]]:
    found = reviews.list_decisions(session, review.id)
    return {
        theme: tuple(d for d in reversed(found) if d.theme == theme)
        for theme in review.themes
    }
