"""Decide: the place a team gives a theme, and what it does now.

A decision adds no evidence: it stands beside the estimate, and in editions.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from themewatch.charts.review_words import decision_in_words
from themewatch.domain.about import joined
from themewatch.domain.activity import Act, Subject
from themewatch.domain.person import Role
from themewatch.domain.review import (
    Decision,
    DecisionKind,
    Review,
    Use,
    last_versions,
)
from themewatch.domain.review_checks import decision_problems
from themewatch.domain.stage import SCALE_END, Stage
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.acting_name import required_name
from themewatch.services.review_decided import standing_decisions
from themewatch.services.rights import needs
from themewatch.storage import reviews
from themewatch.storage.activity import add_activity
from themewatch.storage.engine import Session

KIND = "review"
USUAL = {
    Stage.EARLY: Use.WAIT,
    Stage.GROWING: Use.TRY,
    Stage.MATURING: Use.USE,
    Stage.MATURE: Use.USE,
}
"""What is done with a theme in a stage where nobody has decided otherwise."""


@needs(Role.REVIEWER)
def decide(session: Session, proposed: Decision, *, now: datetime) -> Decision:
    """Keep a decision over the version that was seen, and return it as it is kept.

    `proposed.version` is that of the decision before somebody's eyes, 0 for none. The
    same again, as by a second press, is the first.

    Raises:
        ConflictError: Somebody decided it meanwhile; says what both are.
        InputError: With everything there is to put right.
    """
    review = reviews.get_review(session, proposed.review, lock=True)
    if proposed.theme not in review.themes:
        raise NotFoundError("This review does not look at that theme.")
    newer = _as_kept(session, review, proposed, now)
    if problems := list(decision_problems(newer)):
        raise InputError(*problems)
    last = last_versions(reviews.list_decisions(session, review.id)).get(newer.theme)
    if last is not None and _says_the_same(last, newer):
        return last
    if (last.version if last else 0) != proposed.version:
        raise _conflict(last, newer)
    if not reviews.add_decision(session, newer):
        raise ConflictError("Somebody decided this meanwhile: look at it again.")
    add_activity(session, Act.DECIDED, now, _subject(review, newer.theme))
    return newer


@needs(Role.REVIEWER)
def confirm_unchanged(
    session: Session,
    review_id: str,
    estimated: Mapping[str, float],
    *,
    revisit_on: date,
    now: datetime,
) -> list[Decision]:
    """Decide “no change” for several themes at once.

    What we do now stays as it was decided last, else as is usual in the theme's
    stage. What somebody decided meanwhile is left as it is.

    `estimated` says where ● stands, for each theme to confirm.
    """
    review = reviews.get_review(session, review_id, lock=True)
    done = {d.theme for d in reviews.list_decisions(session, review_id)}
    former = standing_decisions(session, before=review)
    return [
        decide(
            session,
            unchanged(review, theme, place, former.get(theme), revisit_on=revisit_on),
            now=now,
        )
        for theme, place in estimated.items()
        if theme not in done
    ]


def unchanged(
    review: Review,
    theme: str,
    estimated: float,
    former: Decision | None,
    *,
    revisit_on: date,
) -> Decision:
    """Return the decision that nothing changes; nobody's yet."""
    use = former.use if former else USUAL[Stage.at(estimated)]
    return Decision(
        review=review.id,
        theme=theme,
        version=0,
        decided_by=review.opened_by,
        decided_at=review.opened_at,
        kind=DecisionKind.UNCHANGED,
        position=former.position if former else estimated,
        reason="",
        use=use,
        owner=former.owner if former else "",
        revisit_on=revisit_on,
        estimated=estimated,
    )


def _as_kept(
    session: Session, review: Review, proposed: Decision, now: datetime
) -> Decision:
    """Return a decision under its number, by who acts, at its place."""
    by = required_name(session, proposed.decided_by)
    return replace(
        proposed,
        version=proposed.version + 1,
        decided_by=by,
        decided_at=now,
        position=_place(session, review, proposed),
        reason=proposed.reason.strip(),
        owner=" ".join(proposed.owner.split()) or by,
    )


def _place(session: Session, review: Review, proposed: Decision) -> float:
    if proposed.kind is DecisionKind.PLACE or proposed.estimated is None:
        return proposed.position
    here = last_versions(reviews.list_decisions(session, review.id))
    former = standing_decisions(session, before=review)
    before = former.get(proposed.theme) or here.get(proposed.theme)
    if proposed.kind is DecisionKind.UNCHANGED and before is not None:
        return before.position
    return min(max(proposed.estimated, 0.0), SCALE_END)


def _says_the_same(last: Decision, newer: Decision) -> bool:
    kept = {"version": last.version, "decided_at": last.decided_at}
    return replace(newer, **kept, estimated=last.estimated) == last  # type: ignore[arg-type]


def _conflict(last: Decision | None, newer: Decision) -> ConflictError:
    if last is None:
        return ConflictError("What you changed is not there: look at it again.")
    return ConflictError(
        f"{last.decided_by} decided this meanwhile: {decision_in_words(last)}. "
        f"Yours would be: {decision_in_words(newer)}. "
        "Look at theirs; what you typed is kept here."
    )


def _subject(review: Review, theme: str) -> Subject:
    return Subject(KIND, review.id, joined(review.title, theme))
