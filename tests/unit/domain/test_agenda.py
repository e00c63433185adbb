"""What is disputed, new and was left lying comes first; nothing new is one click."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.domain.agenda import Topic, agenda
from themewatch.domain.agreement import agreement

TODAY = date(2026, 10, 1)
DAY = timedelta(days=1)


def topic(**changes):
    fields = {
        "theme": "consistency",
        "on": TODAY,
        "tests": 2,
        "views": 0,
        "claims": 0,
        "gap": 1.0,
        "agreement": None,
        "looked_on": TODAY - 30 * DAY,
        "first_on": date(2026, 2, 1),
    }
    return Topic(**fields | changes)


MORE = {
    "more disagreement": {"gap": 2.0},
    "vendors below tests as much": {"gap": -2.0},
    "votes that lie apart": {"agreement": agreement([0.5, 3.5])},
    "more new tests": {"tests": 3},
    "a new view": {"views": 1},
    "longer not looked at": {"looked_on": TODAY - 31 * DAY},
    "never looked at": {"looked_on": None},
}


@pytest.mark.parametrize("changes", MORE.values(), ids=MORE)
def test_it_comes_first_with(changes):
    usual, more = topic(theme="usual"), topic(theme="more", **changes)
    assert [t.theme for t in agenda([usual, more]).to_discuss] == ["more", "usual"]


def test_what_weighs_the_same_stays_as_it_came():
    topics = [topic(theme=name) for name in "cab"]
    assert [t.theme for t in agenda(topics).topics] == ["c", "a", "b"]


def test_without_a_new_test_or_view_it_is_confirmed_whatever_vendors_claim():
    found = agenda([topic(tests=0, claims=12, gap=3.0)])
    assert found.to_discuss == ()
    assert len(found.to_confirm) == 1


def test_votes_seen_to_disagree_are_talked_about_even_so():
    found = agenda([topic(tests=0, agreement=agreement([0.5, 2.5]))])
    assert len(found.to_discuss) == 1


def test_votes_count_once_there_are_two():
    assert topic(agreement=agreement([3.5])).apart == 1.0
    assert topic(agreement=agreement([3.5, 3.5])).apart == 0.0


def test_too_few_claims_leave_some_disagreement():
    assert topic(gap=None).weight > 0


def test_decided_today_is_looked_at_a_day_ago():
    assert topic(looked_on=TODAY).days == topic(looked_on=TODAY + DAY).days == 1


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.floats(-4, 4), st.integers(0, 400)), max_size=7
    )
)
def test_every_theme_is_there_once_and_the_weightiest_first(given_topics):
    topics = [
        topic(theme=str(n), tests=tests, gap=gap, looked_on=TODAY - days * DAY)
        for n, (tests, gap, days) in enumerate(given_topics)
    ]
    found = agenda(topics)
    weights = [t.weight for t in found.to_discuss]
    assert weights == sorted(weights, reverse=True)
    assert sorted(t.theme for t in found.topics) == [t.theme for t in topics]
    assert not any(t.is_open for t in found.to_confirm)
