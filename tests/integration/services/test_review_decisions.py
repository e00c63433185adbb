"""A decision stands beside the estimate: kept in every version, and no evidence."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import NOW, a_note
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import ANN, BEN, DAY, HOUR, OTHER, THEME, a_decision, a_review
from themewatch.domain.activity import Act, Sought
from themewatch.domain.review import DecisionKind, Use
from themewatch.errors import (
    ConflictError,
    ForbiddenError,
    InputError,
    NotFoundError,
)
from themewatch.services.house import House
from themewatch.services.log import log_record
from themewatch.services.maps import get_map
from themewatch.services.review_decided import (
    decisions_due,
    standing_decisions,
)
from themewatch.services.review_decisions import confirm_unchanged, decide
from themewatch.services.reviews import close_review, list_decisions, open_review
from themewatch.storage import reviews
from themewatch.storage.activity import list_activity
from themewatch.storage.evidence import evidence_version

SOON = date(2026, 11, 1)


@pytest.fixture
def house(engine, home) -> House:
    house = House(engine, home, is_new=False, has_reference=False)
    open_one(house)
    return house


def open_one(house, now=NOW, **changes):
    with house.acting(BEN).writing() as session:
        return open_review(session, a_review(**changes), now=now)


def decide_as(house, actor=BEN, now=NOW, **changes):
    with house.acting(actor).writing() as session:
        return decide(session, a_decision(**changes), now=now)


def confirm(house, estimated, review="review-1", now=NOW):
    with house.acting(BEN).writing() as session:
        return confirm_unchanged(session, review, estimated, revisit_on=SOON, now=now)


def decided(house, review="review-1"):
    with house.reading() as session:
        return list_decisions(session, review)


def test_it_is_kept_under_the_name_of_who_decides(house):
    kept = decide_as(house, decided_by="Somebody else")
    assert (kept.decided_by, kept.version, kept.use) == (REVIEWER, 1, Use.TRY)
    assert decided(house) == [kept]
    with house.reading() as session:
        (line,) = list_activity(session, Sought(acts=(Act.DECIDED,)))
    assert line.subject.about == "September · consistency"


def test_it_adds_no_evidence_and_moves_neither_mark(house):
    with house.writing() as session:
        log_record(session, a_note())
    with house.reading() as session:
        before = get_map(session, as_of=NOW.date()), evidence_version(session)
    decide_as(house, position=3.9)
    confirm(house, {OTHER: 1.3})
    with house.reading() as session:
        after = get_map(session, as_of=NOW.date()), evidence_version(session)
    assert after == before


def test_the_estimate_is_taken_as_it_stands(house):
    kept = decide_as(
        house, kind=DecisionKind.ESTIMATE, position=0.0, estimated=1.4, reason=""
    )
    assert (kept.position, kept.estimated) == (1.4, 1.4)


def test_a_place_of_ones_own_needs_a_reason(house):
    with pytest.raises(InputError, match="Say why"):
        decide_as(house, reason=" ")
    assert decided(house) == []


def test_it_is_looked_at_again_on_a_day_to_come(house):
    with pytest.raises(InputError, match="a day to come"):
        decide_as(house, revisit_on=NOW.date() - DAY)


def test_who_decides_sees_to_it_where_nobody_is_named(house):
    assert decide_as(house, owner=" ").owner == REVIEWER


def test_deciding_again_keeps_what_was_decided_before(house):
    first = decide_as(house)
    then = decide_as(house, version=1, use=Use.WAIT, now=NOW + HOUR)
    assert decided(house) == [then]
    with house.reading() as session:
        assert reviews.list_decisions(session, "review-1") == [first, then]


def test_a_stale_decision_is_told_with_both_in_words(house):
    decide_as(house, reason="Mine.")
    with pytest.raises(ConflictError) as told:
        decide_as(house, use=Use.WAIT, position=0.5)
    said = str(told.value)
    assert "Ben Reviewer decided this meanwhile: Growing, middle third" in said
    assert "“Mine.”" in said
    assert "Yours would be: Early, middle third" in said
    assert "wait; Ann Contributor sees to it, again on 2026-10-31" in said


def test_pressing_twice_is_one_decision(house):
    first = decide_as(house)
    assert decide_as(house, now=NOW + HOUR) == first
    with house.reading() as session:
        assert len(reviews.list_decisions(session, "review-1")) == 1


def test_nobody_decides_without_a_name(house):
    with pytest.raises(InputError, match="Your name is missing"):
        decide_as(house, actor=replace(BEN, name=""))


def test_a_contributor_decides_nothing(house):
    with pytest.raises(ForbiddenError, match="role of reviewer"):
        decide_as(house, actor=ANN)


def test_a_theme_that_is_not_looked_at_is_not_decided(house):
    with pytest.raises(NotFoundError, match="that theme"):
        decide_as(house, theme="lower-cost")


def test_after_voting_is_closed_it_can_be_decided(house):
    with house.acting(BEN).writing() as session:
        close_review(session, "review-1", now=NOW)
    assert decide_as(house).version == 1


class TestNoChange:
    def test_what_was_decided_last_stands_with_what_we_do(self, house):
        decide_as(house, use=Use.WAIT, position=0.5)
        open_one(house, NOW + 30 * DAY, id="review-2", until=NOW + 40 * DAY)
        (kept,) = confirm(house, {THEME: 1.4}, "review-2", NOW + 30 * DAY)
        assert (kept.kind, kept.position) == (DecisionKind.UNCHANGED, 0.5)
        assert (kept.use, kept.owner, kept.revisit_on) == (Use.WAIT, CONTRIBUTOR, SOON)
        assert kept.estimated == 1.4

    def test_where_nothing_was_decided_it_is_the_estimate_and_what_is_usual(
        self, house
    ):
        kept = {d.theme: d for d in confirm(house, {THEME: 2.4, OTHER: -0.1})}
        assert (kept[THEME].position, kept[THEME].use) == (2.4, Use.USE)
        assert (kept[OTHER].position, kept[OTHER].use) == (0.0, Use.WAIT)
        assert kept[THEME].owner == REVIEWER

    def test_what_somebody_decided_meanwhile_is_left_as_it_is(self, house):
        mine = decide_as(house)
        (other,) = confirm(house, {THEME: 2.4, OTHER: 1.3})
        assert decided(house) == [mine, other]
        assert confirm(house, {THEME: 2.4, OTHER: 1.3}) == []


class TestOverAllReviews:
    def test_the_decision_of_the_newest_review_stands(self, house):
        first = decide_as(house)
        second = open_one(house, NOW + DAY, id="review-2", until=NOW + 9 * DAY)
        then = decide_as(house, review="review-2", now=NOW + DAY)
        with house.reading() as session:
            assert standing_decisions(session) == {THEME: then}
            assert standing_decisions(session, before=second) == {THEME: first}

    def test_what_is_to_be_looked_at_again_is_due_on_its_day(self, house):
        first = decide_as(house, revisit_on=SOON)
        with house.reading() as session:
            assert decisions_due(session, on=SOON - DAY) == []
            assert decisions_due(session, on=SOON) == [first]
        open_one(house, NOW + DAY, id="review-2", until=NOW + 9 * DAY)
        decide_as(house, review="review-2", now=NOW + DAY, revisit_on=SOON + 30 * DAY)
        with house.reading() as session:
            assert decisions_due(session, on=SOON) == []


def test_of_twenty_who_decide_at_once_one_is_kept_and_all_others_told(house, together):
    def press(number):
        try:
            decide_as(house, reason=f"Reason {number}.")
        except ConflictError as told:
            return str(told)
        return None

    answers = together(press)
    (kept,) = decided(house)
    assert kept.reason == f"Reason {answers.index(None)}."
    for number, told in enumerate(answers):
        assert told is None or f"“{kept.reason}”" in told
        assert told is None or f"“Reason {number}.”" in told
    assert answers.count(None) == 1
