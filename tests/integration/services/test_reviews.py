"""A review is opened, changed and closed by who may, and nobody overwrites another."""

from dataclasses import replace
from datetime import date

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import ANN, BEN, DAY, HOUR, OTHER, THEME, a_ballot, a_review
from themewatch.domain.activity import Act, Sought
from themewatch.errors import ConflictError, ForbiddenError, InputError
from themewatch.services.house import House
from themewatch.services.review_votes import cast_vote
from themewatch.services.reviews import (
    change_review,
    close_review,
    get_review,
    list_reviews,
    open_review,
)
from themewatch.storage.activity import list_activity

LATER = NOW + 8 * DAY


@pytest.fixture
def house(engine, home) -> House:
    return House(engine, home, is_new=False, has_reference=False)


@pytest.fixture
def opened(house):
    open_as(house, BEN)
    return house


def open_as(house, actor, **changes):
    with house.acting(actor).writing() as session:
        return open_review(session, a_review(**changes), now=NOW)


def change(house, review, actor=BEN, now=NOW, **changes):
    with house.acting(actor).writing() as session:
        return change_review(session, replace(review, **changes), now=now)


def vote(house, actor, **changes):
    with house.acting(actor).writing() as session:
        cast_vote(session, a_ballot(**changes), now=NOW)


def acts(house):
    with house.reading() as session:
        return [line.act for line in list_activity(session, Sought())]


def test_it_is_opened_under_the_name_of_who_acts(house):
    opened = open_as(house, BEN, opened_by="Somebody else", title="  Our  month ")
    assert (opened.opened_by, opened.title) == (REVIEWER, "Our month")
    with house.reading() as session:
        assert list_reviews(session) == [opened] == [get_review(session, opened.id)]
    assert acts(house) == [Act.ROUND_OPENED]


def test_pressing_twice_opens_it_once(opened):
    again = open_as(opened, BEN, title="Another title")
    assert again.title == "September"
    assert acts(opened) == [Act.ROUND_OPENED]


def test_a_contributor_opens_changes_and_closes_none(opened):
    for act in (
        lambda: open_as(opened, ANN, id="review-2"),
        lambda: change(opened, a_review(), actor=ANN, title="Mine"),
        lambda: close_as(opened, ANN),
    ):
        with pytest.raises(ForbiddenError, match="role of reviewer"):
            act()
    assert acts(opened) == [Act.ROUND_OPENED]


def close_as(house, actor, now=NOW):
    with house.acting(actor).writing() as session:
        return close_review(session, "review-1", now=now)


def test_everything_to_put_right_is_said_at_once(house):
    with pytest.raises(InputError) as refused:
        open_as(house, BEN, title=" ", themes=(), until=NOW, people=("Ann", "Ann"))
    assert len(refused.value.problems) == 4


def test_a_change_is_kept_with_a_new_version(opened):
    changed = change(opened, a_review(), title="Early autumn", until=NOW + 2 * DAY)
    assert (changed.title, changed.version) == ("Early autumn", 2)
    assert acts(opened)[0] is Act.ROUND_CHANGED


def test_a_stale_change_is_told_with_both_versions_in_words(opened):
    change(opened, a_review(), title="Early autumn")
    with pytest.raises(ConflictError) as told:
        change(opened, a_review(), title="Harvest")
    assert "now: “Early autumn” · 2026-09-01 to 2026-09-30" in str(told.value)
    assert "Yours would be: “Harvest”" in str(told.value)


def test_who_opened_it_and_when_is_not_changed(opened):
    changed = change(opened, a_review(), opened_by="Eve", closed_at=NOW)
    assert (changed.opened_by, changed.closed_at) == (REVIEWER, None)


def test_what_was_voted_on_stays_in_with_who_voted(opened):
    vote(opened, ANN)
    with pytest.raises(InputError, match="theme that you left out"):
        change(opened, a_review(), themes=(OTHER,))
    with pytest.raises(InputError, match="Ann Contributor voted already"):
        change(opened, a_review(), people=(REVIEWER,))
    assert change(opened, a_review(), themes=(THEME,)).themes == (THEME,)


def test_nobody_joins_once_votes_are_shown(opened):
    vote(opened, ANN)
    joined = change(opened, a_review(), people=(CONTRIBUTOR, REVIEWER, "Eve"))
    back = change(opened, joined, people=(CONTRIBUTOR, REVIEWER))
    vote(opened, BEN)
    with pytest.raises(InputError, match="might have seen"):
        change(opened, back, people=(CONTRIBUTOR, REVIEWER, "Eve"))
    with pytest.raises(InputError, match="might have seen"):
        change(opened, back, people=())
    assert change(opened, back, title="Anything else").version == 4


def test_once_its_votes_are_shown_it_is_not_opened_again_by_another_end(opened):
    with pytest.raises(ConflictError, match="shown to everybody"):
        change(opened, a_review(), now=LATER, until=LATER + DAY)
    closed = close_as(opened, BEN)
    with pytest.raises(ConflictError, match="shown to everybody"):
        change(opened, closed, title="After")


def test_closing_it_says_who_and_when_and_again_changes_nothing(opened):
    closed = close_as(opened, BEN, NOW + HOUR)
    assert (closed.closed_by, closed.closed_at) == (REVIEWER, NOW + HOUR)
    assert close_as(opened, BEN, LATER) == closed
    assert acts(opened) == [Act.ROUND_CLOSED, Act.ROUND_OPENED]


def test_nobody_acts_without_a_name(opened):
    nobody = replace(BEN, name=" ")
    for act in (
        lambda: open_as(opened, nobody, id="review-2"),
        lambda: close_as(opened, nobody),
    ):
        with pytest.raises(InputError, match="Your name is missing"):
            act()
    assert acts(opened) == [Act.ROUND_OPENED]


def test_a_review_looks_at_days_that_have_come(house):
    with pytest.raises(InputError, match="end today, or earlier"):
        open_as(house, BEN, ends_on=date(2026, 10, 20))
    with pytest.raises(InputError, match="begin before they end"):
        open_as(house, BEN, starts_on=date(2026, 10, 1))


def test_of_twenty_who_change_it_at_once_one_is_kept(opened, together):
    def rename(number):
        try:
            change(opened, a_review(), title=f"Title {number}")
        except ConflictError as told:
            return str(told)
        return None

    answers = together(rename)
    assert answers.count(None) == 1
    assert all(told is None or "Yours would be" in told for told in answers)
    with opened.reading() as session:
        kept = get_review(session, "review-1")
    assert (kept.title, kept.version) == (f"Title {answers.index(None)}", 2)
