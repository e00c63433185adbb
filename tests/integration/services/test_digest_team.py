"""A digest gathers what a team published, votes on, and is to look at again."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW
from tests.people import REVIEWER
from tests.reviewing import ANN, BEN, OTHER, THEME, a_ballot, a_decision, a_review
from themewatch.domain.digest import Span
from themewatch.services.digest import get_digest
from themewatch.services.digest_told import WEEK, days_to_tell, keep_told
from themewatch.services.edition_drafting import Wish
from themewatch.services.editions import publish
from themewatch.services.review_decisions import decide
from themewatch.services.review_votes import cast_vote
from themewatch.services.reviews import close_review, open_review
from themewatch.storage.acting import act_as

DAY = timedelta(days=1)
TODAY = NOW.date()
SINCE = TODAY - 7 * DAY


def news(session, **changes):
    options = {"since": SINCE, "until": TODAY, "now": NOW}
    return get_digest(session, **options | changes).team


@pytest.fixture
def review(session):
    act_as(session, BEN)
    return open_review(session, a_review(), now=NOW)


def test_a_team_that_did_nothing_has_no_news(session):
    found = get_digest(session, since=SINCE, until=TODAY, now=NOW)
    assert found.team == type(found.team)()
    assert found.is_empty


@pytest.mark.usefixtures("review")
def test_an_open_review_counts_who_has_not_voted(session):
    act_as(session, ANN)
    for theme in (THEME, OTHER):
        cast_vote(session, a_ballot(theme=theme), now=NOW)
    (opened,) = news(session).reviews
    assert (opened.voted, opened.missing) == (1, 1)


def test_a_review_that_is_closed_waits_for_nobody(session, review):
    close_review(session, review.id, now=NOW)
    assert news(session).reviews == ()


@pytest.mark.usefixtures("review")
@pytest.mark.parametrize(
    ("revisit_on", "told", "overdue"),
    [
        (SINCE, 0, 1),
        (SINCE + DAY, 1, 0),
        (TODAY, 1, 0),
        (TODAY + DAY, 0, 0),
    ],
)
def test_a_decision_is_told_when_its_day_comes(session, revisit_on, told, overdue):
    before = NOW - 30 * DAY
    decide(session, a_decision(revisit_on=revisit_on), now=before)
    found = news(session)
    assert (len(found.revisit), found.overdue) == (told, overdue)


def test_what_was_published_in_its_days_is_told(session):
    act_as(session, BEN)
    publish(session, Wish("What September showed", TODAY - DAY), now=NOW - DAY)
    (head,) = news(session).editions
    assert (head.number, head.title) == (1, "What September showed")
    assert head.published_by == REVIEWER
    assert news(session, until=TODAY - 2 * DAY).editions == ()


class TestGoingOn:
    def test_the_first_tells_a_week_until_yesterday(self, session):
        since, until = days_to_tell(session, today=TODAY)
        assert (until, until - since) == (TODAY - DAY, WEEK)

    def test_each_goes_on_where_the_one_before_ended(self, session):
        keep_told(session, TODAY - 3 * DAY)
        since, until = days_to_tell(session, today=TODAY)
        days = [TODAY - n * DAY for n in range(5)]
        assert [day for day in days if Span(since, until).holds(day)] == [
            TODAY - DAY,
            TODAY - 2 * DAY,
        ]

    def test_it_never_goes_back(self, session):
        keep_told(session, TODAY)
        keep_told(session, date(2026, 1, 1))
        assert days_to_tell(session, today=TODAY)[0] == TODAY
