"""Reviews, votes and decisions in words made from their figures."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.factories import NOW
from tests.people import CONTRIBUTOR, REVIEWER
from tests.reviewing import DAY, THEME, a_ballot, a_decision, a_review
from tests.unit.domain.test_agenda import topic
from themewatch.charts import review_words as words
from themewatch.domain.agreement import agreement
from themewatch.domain.review import DecisionKind, Use
from themewatch.domain.review_rounds import Eyes, votes_seen


def seen(*ballots, person="Eve", **changes):
    votes = votes_seen(a_review(**changes), (), ballots, Eyes(person, NOW))
    return votes[THEME].latest


def test_the_state_is_said_on_the_clock_of_who_looks():
    seoul = ZoneInfo("Asia/Seoul")
    until = "votes are taken until 2026-10-08 18:30 KST"
    assert words.review_state(a_review(), NOW, seoul) == until
    later = NOW + 8 * DAY
    assert "open for everybody to see" in words.review_state(a_review(), later)
    closed = a_review(closed_at=NOW)
    assert words.review_state(closed, later) == "closed on 2026-10-01"


def test_how_many_have_voted_is_said_of_how_many_are_invited():
    one, two = a_ballot(), a_ballot(person=REVIEWER)
    assert words.voted_words(seen(one)) == "1 of 2 has voted"
    assert words.voted_words(seen(one, two)) == "2 of 2 have voted"
    assert words.voted_words(seen(one, people=())) == "1 has voted"


def test_hidden_votes_say_how_many_and_when_and_nothing_of_them():
    vote = a_ballot(reason="Secret.", position=3.5)
    said = words.hidden_words(seen(vote, person=REVIEWER))
    assert said == (
        "1 of 2 has voted. Votes are hidden until you have voted, "
        "or 2026-10-08 09:30 UTC."
    )


def test_who_does_not_vote_is_not_told_to():
    vote = a_ballot()
    assert words.hidden_words(seen(vote)) == (
        "1 of 2 has voted. Votes are shown once all who are invited have voted, "
        "or on 2026-10-08 09:30 UTC."
    )
    assert words.hidden_words(seen(vote, person="", people=())) == (
        "1 has voted. Votes are shown on 2026-10-08 09:30 UTC, "
        "or once voting is closed."
    )


@pytest.mark.parametrize(
    ("places", "said"),
    [
        ([], "Nobody voted."),
        ([1.5], "One vote: Growing, middle third. There is nothing to agree on yet."),
        ([0.5, 2.5], "50 % agree: the two votes lie 2.0 stages apart."),
        (
            [1.5, 1.8],
            "100 % agree: 2 of 2 within half a stage of Growing, upper third.",
        ),
        (
            [1.5, 1.9, 3.5],
            "67 % agree: 2 of 3 within half a stage of Growing, upper third.",
        ),
    ],
)
def test_agreement_is_a_share_and_a_sentence(places, said):
    assert words.agreement_sentence(agreement(places)) == said


def test_an_agenda_gives_its_reasons():
    usual = topic(views=1, claims=3)
    assert list(words.topic_reasons(usual)) == [
        "2 new tests, 1 new view, 3 new claims",
        "◇ 1.0 stages above ●",
        "last decided 30 days ago",
    ]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"tests": 0}, "no new test, no new view"),
        ({"gap": -0.7}, "◇ 0.7 stages below ●"),
        ({"gap": 0.01}, "vendors and tests agree"),
        ({"looked_on": None}, "never decided before"),
        ({"looked_on": topic().on}, f"last decided {topic().on}"),
        ({"agreement": agreement([0.5, 2.5])}, "votes lie 2.0 stages apart"),
        ({"agreement": agreement([1.5, 1.5])}, "all votes in one place"),
    ],
    ids=str,
)
def test_each_reason_follows_its_figure(changes, said):
    assert said in list(words.topic_reasons(topic(**changes)))


def test_too_few_claims_give_no_reason():
    assert len(list(words.topic_reasons(topic(gap=None)))) == 2


def test_a_decision_says_its_place_and_what_we_do():
    said = words.decided_in_words(
        a_decision(kind=DecisionKind.UNCHANGED, use=Use.WAIT, reason="")
    )
    assert said == (
        f"Growing, middle third, no change · wait; {CONTRIBUTOR} sees to it, "
        f"again on 2026-10-31 ({REVIEWER}, 2026-10-01)"
    )


def test_a_review_is_told_in_one_line():
    said = words.review_in_words(a_review(people=(), until=NOW + timedelta(hours=1)))
    assert said == (
        "“September” · 2026-09-01 to 2026-09-30 · 2 themes · everybody may vote · "
        "until 2026-10-01 10:30 UTC"
    )
