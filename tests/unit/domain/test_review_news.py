"""What is new since it was last looked at: what happened, and what was logged late."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import RECORDED_AT, a_claim, a_note, a_release, a_view
from tests.reviewing import a_review
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.review_news import review_days, theme_news

SINCE, UNTIL = date(2026, 8, 31), date(2026, 9, 30)
IN_PERIOD = datetime(2026, 9, 12, 9, tzinfo=RECORDED_AT.tzinfo)
BEFORE = datetime(2026, 8, 20, 9, tzinfo=RECORDED_AT.tzinfo)


def news(*records):
    return theme_news(
        standing_evidence(records), "consistency", since=SINCE, until=UNTIL
    )


def note(on, recorded_at=IN_PERIOD, **changes):
    return a_note(tested_on=on, recorded_at=recorded_at, **changes)


@pytest.mark.parametrize(
    ("on", "recorded_at", "is_new"),
    [
        (SINCE, BEFORE, False),
        (SINCE + timedelta(days=1), IN_PERIOD, True),
        (UNTIL, IN_PERIOD, True),
        (UNTIL + timedelta(days=1), IN_PERIOD, False),
        (date(2026, 8, 1), BEFORE, False),
        (date(2026, 8, 1), IN_PERIOD, True),
    ],
)
def test_a_test_is_new_that_happened_or_was_first_logged_then(on, recorded_at, is_new):
    assert bool(news(note(on, recorded_at)).notes) is is_new


def test_a_correction_of_what_was_known_is_no_news():
    first = note(date(2026, 8, 1), BEFORE, id="first")
    assert news(first, note(date(2026, 8, 1), id="then", supersedes="first")) == news()


def test_only_what_speaks_of_the_theme_counts():
    assert news(note(UNTIL, theme="longer-video")).notes == ()


def test_the_newest_stands_first():
    older, newer = note(date(2026, 9, 2), id="b"), note(date(2026, 9, 9), id="a")
    assert news(older, newer).notes == (newer, older)


def test_views_are_news_and_claims_of_that_days_releases():
    view = a_view(on=date(2026, 9, 9))
    release = a_release(released_on=date(2026, 9, 3))
    found = news(view, release, a_claim(id="c"))
    assert found.views == (view,)
    assert [c.id for c in found.claims] == ["c"]
    assert news(a_release(released_on=SINCE), a_claim()).claims == ()


def test_a_review_of_days_that_lie_ahead_looks_at_today():
    review = a_review()
    assert review_days(review, date(2026, 10, 1)) == (date(2026, 9, 30), SINCE)
    assert review_days(review, date(2026, 9, 20)) == (date(2026, 9, 20), SINCE)
