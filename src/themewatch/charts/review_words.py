"""What is said of reviews, votes and decisions, each sentence made from its figures."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo

from themewatch.charts.confidence_words import CONFIDENCES
from themewatch.charts.sentences import place
from themewatch.domain.agenda import Topic
from themewatch.domain.agreement import Agreement
from themewatch.domain.review import (
    FIRST,
    Ballot,
    Decision,
    DecisionKind,
    Review,
    Use,
)
from themewatch.domain.review_rounds import SeenRound
from themewatch.words import _, mark, ngettext

USES = {Use.USE: mark("use it"), Use.TRY: mark("try it"), Use.WAIT: mark("wait")}
"""What a team can do now, in words."""
PLACES_DECIDED = {
    DecisionKind.ESTIMATE: mark("{place}, as estimated"),
    DecisionKind.PLACE: mark("{place}, a place of our own"),
    DecisionKind.UNCHANGED: mark("{place}, no change"),
}
HUNDRED = 100
PAIR = 2
CLOSE = 0.05  # stages: less apart is one place


def use_name(use: Use) -> str:
    return _(USES[use])


def review_state(review: Review, now: datetime, zone: tzinfo = UTC) -> str:
    """Say whether votes are taken, and until when, on the clock of a place."""
    if review.closed_at is not None:
        day = review.closed_at.date().isoformat()
        return _("closed on {day}").format(day=day)
    if review.is_over(now):
        return _("votes are open for everybody to see")
    until = moment(review.until, zone)
    return _("votes are taken until {moment}").format(moment=until)


def moment(at: datetime, zone: tzinfo = UTC) -> str:
    """Say a moment on the clock of a place, which it names.

    >>> moment(datetime(2026, 10, 1, 9, 30, tzinfo=UTC))
    '2026-10-01 09:30 UTC'
    """
    return at.astimezone(zone).strftime("%Y-%m-%d %H:%M %Z")


def review_period(review: Review) -> str:
    return _("{start} to {end}").format(
        start=review.starts_on.isoformat(), end=review.ends_on.isoformat()
    )


def who_votes(review: Review) -> str:
    """Say who is invited to vote."""
    if not review.people:
        return _("everybody may vote")
    return ", ".join(review.people)


def review_in_words(review: Review) -> str:
    """Say all that can be changed of a review, in one line."""
    themes = ngettext("{n} theme", "{n} themes", len(review.themes))
    facts = (
        f"“{review.title}”",
        review_period(review),
        themes.format(n=len(review.themes)),
        who_votes(review),
        _("until {moment}").format(moment=moment(review.until)),
    )
    return " · ".join(facts)


def voted_words(seen: SeenRound) -> str:
    """Say how many have voted, of how many where that is known."""
    if seen.invited is None:
        return ngettext("{n} has voted", "{n} have voted", seen.voted).format(
            n=seen.voted
        )
    return ngettext(
        "{n} of {invited} has voted", "{n} of {invited} have voted", seen.voted
    ).format(n=seen.voted, invited=seen.invited)


def vote_words(ballot: Ballot) -> str:
    """Say a vote: who, where, how sure."""
    return _("{person}: {place}, {sure}").format(
        person=ballot.person,
        place=place(ballot.position),
        sure=_(CONFIDENCES[ballot.confidence]),
    )


def vote_in_words(ballot: Ballot) -> str:
    """Say a vote with its sentence."""
    said = vote_words(ballot)
    return f"{said}. “{ballot.reason}”" if ballot.reason else said


def round_name(number: int) -> str:
    return _("Second round") if number > FIRST else _("First round")


def hidden_words(seen: SeenRound, zone: tzinfo = UTC) -> str:
    """Say how many have voted, and when the votes are shown."""
    if seen.may_vote:
        said = _("{voted}. Votes are hidden until you have voted, or {moment}.")
    elif seen.invited is not None:
        said = _(
            "{voted}. Votes are shown once all who are invited have voted, "
            "or on {moment}."
        )
    else:
        said = _("{voted}. Votes are shown on {moment}, or once voting is closed.")
    return said.format(voted=voted_words(seen), moment=moment(seen.round.until, zone))


def agreement_sentence(agreed: Agreement | None) -> str:
    """Say how far votes agree.

    >>> agreement_sentence(Agreement(4, 3, 1.5, 1.0))
    '75 % agree: 3 of 4 within half a stage of Growing, middle third.'
    """
    if agreed is None:
        return _("Nobody voted.")
    where = place(agreed.median)
    if agreed.votes == 1:
        return _("One vote: {place}. There is nothing to agree on yet.").format(
            place=where
        )
    if agreed.near < agreed.votes == PAIR:  # neither of two is the middle
        said = _("{percent} % agree: the two votes lie {n} stages apart.")
        return said.format(
            percent=round(HUNDRED * agreed.share), n=f"{agreed.apart:.1f}"
        )
    return _(
        "{percent} % agree: {near} of {votes} within half a stage of {place}."
    ).format(
        percent=round(HUNDRED * agreed.share),
        near=agreed.near,
        votes=agreed.votes,
        place=where,
    )


def topic_reasons(topic: Topic) -> Iterator[str]:
    """Say why a theme stands where it stands on the agenda."""
    yield _news(topic)
    if topic.agreement is not None and topic.agreement.votes > 1:
        yield _votes_apart(topic.apart)
    elif topic.gap is not None:
        yield _gap(topic.gap)
    yield _looked(topic)


def _news(topic: Topic) -> str:
    said = []
    if topic.tests:
        said.append(
            ngettext("{n} new test", "{n} new tests", topic.tests).format(n=topic.tests)
        )
    if topic.views:
        said.append(
            ngettext("{n} new view", "{n} new views", topic.views).format(n=topic.views)
        )
    if not said:
        said.append(_("no new test, no new view"))
    if topic.claims:
        claims = ngettext("{n} new claim", "{n} new claims", topic.claims)
        said.append(claims.format(n=topic.claims))
    return ", ".join(said)


def _votes_apart(apart: float) -> str:
    if apart < CLOSE:
        return _("all votes in one place")
    return _("votes lie {n} stages apart").format(n=f"{apart:.1f}")


def _gap(gap: float) -> str:
    if abs(gap) < CLOSE:
        return _("vendors and tests agree")
    said = _("◇ {n} stages above ●") if gap > 0 else _("◇ {n} stages below ●")
    return said.format(n=f"{abs(gap):.1f}")


def _looked(topic: Topic) -> str:
    if topic.looked_on is None:
        return _("never decided before")
    if topic.looked_on >= topic.on:
        return _("last decided {day}").format(day=topic.looked_on.isoformat())
    said = ngettext("last decided {n} day ago", "last decided {n} days ago", topic.days)
    return said.format(n=topic.days)


def decided_place(decision: Decision) -> str:
    """Say the place that was decided, and how it came about."""
    said = _(PLACES_DECIDED[decision.kind])
    return said.format(place=place(decision.position))


def what_we_do(decision: Decision) -> str:
    """Say what the team does now, who sees to it, and until when."""
    return _("{use}; {owner} sees to it, again on {day}").format(
        use=use_name(decision.use),
        owner=decision.owner,
        day=decision.revisit_on.isoformat(),
    )


def decision_in_words(decision: Decision) -> str:
    """Say a whole decision in one line."""
    said = [decided_place(decision), what_we_do(decision)]
    if decision.reason.strip():
        said.append(f"“{decision.reason.strip()}”")
    return " · ".join(said)


def decided_in_words(decision: Decision) -> str:
    """Say a whole decision, with who decided it and when."""
    return _("{decision} ({person}, {day})").format(
        decision=decision_in_words(decision),
        person=decision.decided_by,
        day=decision.decided_at.date().isoformat(),
    )
