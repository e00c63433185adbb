"""Editions for tests: valid by default, one keyword to vary."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import a_review
from tests.standings import CATALOGUE, CLAIMED_LEVELS, a_movement, a_position
from themewatch.domain.claim import ClaimedLevel
from themewatch.domain.edition import (
    Constant,
    Edition,
    FrozenPlace,
    FrozenTheme,
    Ground,
    Piece,
    PieceKind,
)
from themewatch.domain.review import Decision, DecisionKind, Use
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Theme
from themewatch.services.editions import Wish, publish
from themewatch.services.house import House
from themewatch.storage import reviews

OCTOBER = date(2026, 10, 1)
NOVEMBER = date(2026, 11, 1)


def a_place(mean: float = 1.5, sd: float = 0.3) -> FrozenPlace:
    found = a_position(mean, sd)
    chances = tuple(found.stage_probabilities[stage] for stage in Stage)
    return FrozenPlace(mean, sd, found.low, found.high, chances)


def a_frozen(
    slug: str = "consistency",
    *,
    mean: float = 1.5,
    sd: float = 0.3,
    moved: float = 0.0,
    **changes: Any,
) -> FrozenTheme:
    """Return a lane with six tests, moved so far since the edition before."""
    theme: Theme = CATALOGUE.theme(slug)
    level = CLAIMED_LEVELS[list(CATALOGUE.themes).index(slug)]
    frozen = FrozenTheme(
        slug=slug,
        name=theme.name,
        chart_name=theme.chart_name,
        about=theme.about,
        baseline=theme.baseline,
        stage_words=tuple(theme.stage_words[stage] for stage in Stage),
        position=a_place(mean, sd),
        published=mean,
        start=mean,
        elsewhere=0.0,
        notes=6,
        claims=12,
        views=1,
        untested_claims=9,
        new_notes=4,
        counts_successes=theme.counts_successes,
        before=a_place(mean - moved, sd),
        movement=a_movement(moved),
        claimed=ClaimedLevel(level, 12),
        last_evidence_on=date(2026, 9, 20),
    )
    return replace(frozen, **changes)


def an_edition(number: int = 1, **changes: Any) -> Edition:
    """Return an edition of October, or of as many months later, with every theme."""
    as_of = OCTOBER + (number - 1) * timedelta(days=31)
    edition = Edition(
        number=number,
        title="What September showed",
        note="Faces hold at last.",
        as_of=as_of,
        compared_with=as_of - timedelta(days=31),
        published_at=datetime(as_of.year, as_of.month, as_of.day, 15, tzinfo=UTC),
        published_by=REVIEWER,
        evidence_version=number,
        themes=tuple(a_frozen(slug) for slug in CATALOGUE.themes),
        settings=(Constant("model: volatility", "0.5"),),
        before=number - 1 or None,
    )
    return replace(edition, **changes)


def a_decided(theme: str = "consistency", **changes: Any) -> Decision:
    fields = {
        "review": "review-1",
        "theme": theme,
        "version": 1,
        "decided_at": datetime(2026, 10, 1, 12, tzinfo=UTC),
        "kind": DecisionKind.ESTIMATE,
        "position": 1.5,
        "reason": "Two of three clips hold.",
        "use": Use.TRY,
        "owner": CONTRIBUTOR,
        "revisit_on": date(2026, 12, 1),
        "decided_by": REVIEWER,
    }
    return Decision(**fields | changes)


def a_piece(piece_id: str = "note-1", **changes: Any) -> Piece:
    fields = {
        "id": piece_id,
        "root": piece_id,
        "kind": PieceKind.NOTE,
        "theme": "consistency",
        "on": date(2026, 9, 20),
        "about": "Vision 1",
        "person": CONTRIBUTOR,
        "words": "The jacket changes colour.",
        "effect": 0.1,
        "tries": 6,
        "acceptable": 3,
    }
    return Piece(**fields | changes)


def some_editions(house: House, *, name: str, words: str, now: datetime) -> None:
    """Publish two editions, the second with what a review decided on two themes."""
    earlier = now - timedelta(days=30)
    decided = {"owner": name, "reason": words, "decided_by": name, "decided_at": now}
    with house.writing() as session:
        publish(session, Wish(words[:120], earlier.date(), name, words), now=earlier)
        review = a_review(
            title=words[:80], opened_at=now, opened_by=name, people=(name,)
        )
        reviews.add_review(session, review)
        placed = a_decided(kind=DecisionKind.PLACE, position=2.5, **decided)
        reviews.add_decision(session, placed)
        reviews.add_decision(session, a_decided("longer-video", **decided))
        wish = Wish(words[:120], now.date(), name, words, review.id)
        publish(session, wish, now=now)


def a_ground(*pieces: Piece) -> Ground:
    return Ground(pieces)
