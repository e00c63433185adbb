"""What is new on a theme since it was last looked at."""

from dataclasses import dataclass
from datetime import date, timedelta

from themewatch.domain.claim import Claim
from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note
from themewatch.domain.record import R, Record
from themewatch.domain.review import Review
from themewatch.domain.view import View

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ThemeNews:
    """Tests, views and claims of the days a review looks at, the newest first."""

    notes: tuple[Note, ...]
    views: tuple[View, ...]
    claims: tuple[Claim, ...]


def review_days(review: Review, today: date) -> tuple[date, date]:
    """Return the day of the map that is looked at, and the day it is compared with."""
    return min(review.ends_on, today), review.starts_on - DAY


def theme_news(
    evidence: Evidence, theme: str, *, since: date, until: date
) -> ThemeNews:
    """Return what happened after `since` until `until`, and what was logged late.

    What happened before and was first logged in these days nobody could look at then.
    A correction is no news, nor is a claim that came late with what is shipped.
    """
    notes = [n for n in evidence.notes if n.theme == theme]
    views = [v for v in evidence.views if v.theme == theme]
    claims = [c for c in evidence.claims if c.theme == theme]
    dated = [(evidence.claimed_on(c) or date.min, c) for c in claims]
    return ThemeNews(
        notes=_latest(
            [(n.tested_on, n) for n in notes if _is_new(n, n.tested_on, since, until)]
        ),
        views=_latest([(v.on, v) for v in views if _is_new(v, v.on, since, until)]),
        claims=_latest([(on, c) for on, c in dated if since < on <= until]),
    )


def _is_new(record: Record, happened: date, since: date, until: date) -> bool:
    if happened > since:
        return happened <= until
    is_first_word = record.supersedes is None
    return is_first_word and since < record.recorded_at.date() <= until


def _latest(dated: list[tuple[date, R]]) -> tuple[R, ...]:
    in_order = sorted(dated, key=lambda pair: (pair[0], pair[1].id), reverse=True)
    return tuple(record for _on, record in in_order)
