"""Judged claims as values, for those who search, draw and tell them."""

from datetime import date, timedelta
from typing import Any

from tests.factories import RELEASE_ID, a_claim, a_note, a_release, an_override
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.override import Override
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.weight import Worth

ON = date(2026, 8, 1)
DAY = timedelta(days=1)


def a_judged(
    outcome: Outcome = Outcome.PARTLY,
    *,
    tested: float | None = 1.7,
    on: date = ON,
    notes: int = 1,
    override: Override | None = None,
    **claim: Any,
) -> JudgedClaim:
    """Return a claim of which this came; `tested` is where tests put it."""
    stage = {"claimed_stage": Stage.MATURE}
    return JudgedClaim(
        claim=a_claim(**stage | claim),
        on=on,
        found=outcome,
        notes=tuple(a_note() for _note in range(notes)),
        tested=None if tested is None else Worth(tested, 0.4),
        override=override,
    )


def an_untested(**claim: Any) -> JudgedClaim:
    return a_judged(Outcome.UNTESTED, tested=None, notes=0, **claim)


def an_overruled(**changes: Any) -> JudgedClaim:
    """Return a claim that holds up by tests, and partly by a person's word."""
    return a_judged(Outcome.HOLDS_UP, override=an_override(**changes))


def the_evidence(*judged: JudgedClaim, releases: tuple[Release, ...] = ()) -> Evidence:
    """Return evidence in which these claims stand under their releases."""
    known = releases or (a_release(id=RELEASE_ID),)
    return standing_evidence([*known, *(j.claim for j in judged)])
