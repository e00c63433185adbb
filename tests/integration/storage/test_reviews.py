"""Reviews, votes and decisions come back as they were, and none is kept twice."""

from dataclasses import replace

import pytest

from tests.factories import NOW
from tests.people import REVIEWER
from tests.reviewing import HOUR, THEME, a_ballot, a_decision, a_review
from themewatch.domain.review import SECOND, Round
from themewatch.errors import NotFoundError
from themewatch.storage import reviews


@pytest.fixture
def kept(session):
    reviews.add_review(session, a_review())
    return session


def test_every_field_of_a_review_comes_back(session):
    review = a_review(closed_at=NOW, closed_by=REVIEWER, version=4)
    assert reviews.add_review(session, review)
    assert reviews.get_review(session, review.id) == review
    assert reviews.get_review(session, review.id, lock=True) == review


def test_a_review_is_opened_once(kept):
    assert not reviews.add_review(kept, a_review(title="Again"))
    assert reviews.get_review(kept, "review-1").title == "September"


def test_the_review_opened_last_stands_first(kept):
    later = a_review(id="review-2", opened_at=NOW + HOUR)
    reviews.add_review(kept, later)
    assert [r.id for r in reviews.list_reviews(kept)] == ["review-2", "review-1"]


def test_a_review_nobody_knows_is_told(session):
    with pytest.raises(NotFoundError, match="no such review"):
        reviews.get_review(session, "nope")


def test_a_change_over_another_version_than_was_seen_is_not_kept(kept):
    seen = reviews.get_review(kept, "review-1")
    changed = reviews.change_review(kept, replace(seen, title="Sept"))
    assert changed == replace(seen, title="Sept", version=2)
    assert reviews.change_review(kept, replace(seen, title="9/26")) is None
    assert reviews.get_review(kept, "review-1") == changed


def test_a_vote_is_kept_once_for_each_person_and_round(kept):
    assert reviews.add_ballot(kept, a_ballot())
    assert not reviews.add_ballot(kept, a_ballot(position=3.5))
    assert reviews.add_ballot(kept, a_ballot(number=SECOND, cast_at=NOW + HOUR))
    found = reviews.list_ballots(kept, "review-1")
    assert found == [a_ballot(), a_ballot(number=SECOND, cast_at=NOW + HOUR)]


def test_a_second_round_is_opened_once(kept):
    second = Round(
        review="review-1",
        theme=THEME,
        number=SECOND,
        opened_by=REVIEWER,
        opened_at=NOW,
        until=NOW + HOUR,
    )
    assert reviews.add_round(kept, second)
    assert not reviews.add_round(kept, replace(second, until=NOW))
    assert reviews.list_rounds(kept, "review-1") == [second]


def test_every_version_of_a_decision_is_kept(kept):
    first, then = a_decision(version=1), a_decision(version=2, decided_at=NOW + HOUR)
    assert reviews.add_decision(kept, first)
    assert reviews.add_decision(kept, then)
    assert not reviews.add_decision(kept, replace(then, reason="Otherwise."))
    assert reviews.list_decisions(kept, "review-1") == [first, then]
    assert reviews.list_decisions(kept) == [first, then]
    assert reviews.list_decisions(kept, "other") == []
