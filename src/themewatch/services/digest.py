"""Gather what some days brought, for a mail or a page."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import cache

from themewatch.domain.awaited import awaited
from themewatch.domain.checkpoint import Checkpoint
from themewatch.domain.digest import (
    CheckpointNews,
    ClaimNews,
    Digest,
    Span,
    TestNews,
)
from themewatch.domain.evidence import Evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.person import Role
from themewatch.domain.record import Record
from themewatch.errors import InputError
from themewatch.reports.digest_html import digest_html
from themewatch.reports.digest_markdown import digest_markdown
from themewatch.services.assessment import Assessment, assess
from themewatch.services.digest_team import gather_team_news
from themewatch.services.evidence import get_evidence
from themewatch.services.forecasts import scored
from themewatch.services.inbox import MOST_COUNTED, count_waiting
from themewatch.services.maps import draw_map
from themewatch.services.reference import shipped_records
from themewatch.services.rights import needs
from themewatch.storage.engine import Session

SOON = timedelta(days=30)
FORMATS: Mapping[str, Callable[[Digest], str]] = {
    "markdown": digest_markdown,
    "html": digest_html,
}


@needs(Role.VIEWER)
def get_digest(
    session: Session,
    *,
    since: date,
    until: date,
    now: datetime,
    public_url: str | None = None,
) -> Digest:
    """Return what the days after `since` brought, until `until`, as known now.

    `public_url` is where people open the house; lines lead there if it is given.

    Raises:
        InputError: The days end before they begin, or tomorrow.
    """
    span = _span(since, until, now.date())
    evidence = get_evidence(session)
    here = assess(evidence, as_of=until, compare=since)
    before = assess(evidence, as_of=since)
    stories = count_waiting(session, now=now)
    return Digest(
        span=span,
        catalogue=here.catalogue,
        maturity_map=draw_map(here),
        tests=tuple(_tests(here.evidence, span)),
        claims=tuple(_claims(here, span)),
        outcomes=tuple(_outcomes(here, before)),
        checkpoints=_checkpoints(evidence.checkpoints, span),
        scored=tuple(s for s in scored(evidence, until) if span.holds(s.forecast.by)),
        stories=min(stories, MOST_COUNTED),
        are_more=stories > MOST_COUNTED,
        team=gather_team_news(session, span, now=now),
        public_url=public_url,
    )


def _span(since: date, until: date, today: date) -> Span:
    if until > today:
        raise InputError(f"{until} lies ahead: end on {today}, or earlier.")
    if since >= until:
        raise InputError(f"No day lies after {since} until {until}: begin earlier.")
    return Span(since, until)


def _is_news(record: Record, happened: date, span: Span) -> bool:
    """Say whether it happened in these days, or earlier and was first logged then.

    A correction, and what is shipped, is no news of the day it was recorded.
    """
    if span.holds(happened):
        return True
    is_first_word = record.supersedes is None and record.id not in _shipped()
    logged_late = is_first_word and span.holds(record.recorded_at.date())
    return logged_late and happened <= span.since


@cache
def _shipped() -> frozenset[str]:
    return frozenset(record.id for record in shipped_records())


def _tests(evidence: Evidence, span: Span) -> Iterator[TestNews]:
    for note in sorted(evidence.notes, key=lambda n: (n.tested_on, n.id), reverse=True):
        if _is_news(note, note.tested_on, span):
            yield TestNews(note, evidence.tool_label(note))


def _claims(here: Assessment, span: Span) -> Iterator[ClaimNews]:
    for judged in here.judged:
        if _is_news(judged.claim, judged.on, span):
            yield _news(judged, here.evidence)


def _outcomes(here: Assessment, before: Assessment) -> Iterator[ClaimNews]:
    """Return the claims that were made before and of which something else came."""
    was = {judged.claim.id: judged.outcome for judged in before.judged}
    for judged in here.judged:
        outcome = was.get(judged.claim.id, judged.outcome)
        if outcome is not judged.outcome:
            news = _news(judged, here.evidence)
            yield ClaimNews(judged, news.model, news.vendor, was=outcome)


def _news(judged: JudgedClaim, evidence: Evidence) -> ClaimNews:
    release = evidence.release_of(judged.claim)
    if release is None:
        return ClaimNews(judged, judged.claim.release, "")
    return ClaimNews(judged, release.model, release.vendor)


def _checkpoints(checkpoints: Iterable[Checkpoint], span: Span) -> CheckpointNews:
    found = awaited(checkpoints, span.until)
    horizon = span.until + SOON
    due = [c for c in found.due if c.due_on and span.holds(c.due_on)]
    return CheckpointNews(
        due=tuple(due),
        settled=tuple(c for c in found.settled if _was_settled(c, span)),
        coming=tuple(c for c in found.dated if c.due_on and c.due_on <= horizon),
        overdue=len(found.due) - len(due),
    )


def _was_settled(checkpoint: Checkpoint, span: Span) -> bool:
    """Say whether it was settled in these days, or earlier and said so then."""
    on, said = checkpoint.settled_on, checkpoint.recorded_at.date()
    return on is not None and (
        span.holds(on) or (on <= span.since and span.holds(said))
    )
