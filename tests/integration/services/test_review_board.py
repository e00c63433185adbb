"""The board of a review: its agenda, its minutes, and what neither gives away."""

import json
from datetime import date

import pytest

from tests.factories import NOW, a_note
from tests.people import CONTRIBUTOR
from tests.reviewing import ANN, BEN, CLEO, DAY, OTHER, THEME, a_ballot, a_decision
from tests.reviewing import a_review as review
from themewatch.domain.review import DecisionKind, Use
from themewatch.services.evidence import get_evidence
from themewatch.services.house import House
from themewatch.services.log import log_record
from themewatch.services.maps import get_map
from themewatch.services.review_board import get_board, next_period, write_minutes
from themewatch.services.review_decisions import decide
from themewatch.services.review_votes import cast_vote, open_second_round
from themewatch.services.reviews import close_review, open_review

TODAY = NOW.date()


@pytest.fixture
def house(sqlite_engine, home) -> House:
    house = House(sqlite_engine, home, is_new=False, has_reference=False)
    with house.acting(BEN).writing() as session:
        note = a_note(tested_on=date(2026, 9, 12), theme=OTHER, recorded_at=NOW)
        log_record(session, note)
        open_review(session, review(title="Sept *ember*"), now=NOW)
    return house


def vote(house, actor, **changes):
    with house.acting(actor).writing() as session:
        cast_vote(session, a_ballot(theme=OTHER, **changes), now=NOW)


def board_of(house, actor):
    with house.acting(actor).reading() as session:
        drawn = get_map(session, as_of=review().ends_on, compare=date(2026, 8, 31))
        evidence = get_evidence(session)
        return get_board(session, review(), evidence, drawn, now=NOW)


def minutes(house, name="markdown", actor=CLEO, now=NOW):
    with house.acting(actor).reading() as session:
        return write_minutes(session, "review-1", name, now=now)


def test_what_has_news_is_talked_about_and_the_rest_confirmed(house):
    board = board_of(house, CLEO)
    assert [t.theme for t in board.agenda.to_discuss] == [OTHER]
    assert board.to_confirm == (THEME,)
    assert board.topic(OTHER).tests == 1


def test_the_agenda_gives_no_hidden_vote_away(house):
    before = board_of(house, CLEO).agenda
    vote(house, ANN, position=0.5)
    assert board_of(house, CLEO).agenda == before == board_of(house, BEN).agenda


def test_what_was_decided_is_not_confirmed_again(house):
    with house.acting(BEN).writing() as session:
        decide(session, a_decision(), now=NOW)
    board = board_of(house, CLEO)
    assert board.to_confirm == ()
    assert board.decision(THEME).use is Use.TRY
    assert not board.is_decided


class TestMinutes:
    @pytest.fixture
    def held(self, house):
        """Return a review with two rounds and two decisions on one theme, closed."""
        vote(house, ANN, position=0.5)
        vote(house, BEN, position=2.5, reason="<b>Holds</b>")
        with house.acting(BEN).writing() as session:
            end = NOW + DAY
            open_second_round(session, "review-1", OTHER, until=end, now=NOW)
        vote(house, ANN, number=2, position=1.5)
        vote(house, BEN, number=2, position=1.8)
        with house.acting(BEN).writing() as session:
            first = a_decision(theme=OTHER, reason="At first.")
            decide(session, first, now=NOW)
            then = a_decision(
                theme=OTHER, version=1, kind=DecisionKind.ESTIMATE, use=Use.WAIT
            )
            decide(session, then, now=NOW)
            close_review(session, "review-1", now=NOW)
        return house

    def test_what_is_done_now_stands_first(self, held):
        text = minutes(held)
        assert text.startswith("# Minutes: Sept \\*ember\\*\n")
        assert text.index("## What we do now") < text.index("## Theme by theme")
        assert (
            f"- Wait: Longer, coherent video. {CONTRIBUTOR} sees to it, again on "
            "2026-10-31. Growing, middle third, as estimated."
        ) in text
        assert "Not decided: Consistency & control." in text

    def test_votes_of_both_rounds_stand_with_names_and_agreement(self, held):
        text = minutes(held)
        first, second = text.split("**Second round**")
        assert "- Ann Contributor: Early, middle third, fairly sure." in first
        assert "50 % agree: the two votes lie" in first
        assert "- Ben Reviewer: Growing, upper third, fairly sure." in second
        assert "100 % agree: 2 of 2 within half a stage" in second

    def test_what_was_decided_before_is_kept(self, held):
        assert "- before: Growing, middle third, a place of our own" in minutes(held)
        assert "“At first.”" in minutes(held)

    def test_what_people_wrote_is_never_markup(self, held):
        assert "<b>" not in minutes(held)

    def test_other_programs_get_the_same_as_json(self, held):
        document = json.loads(minutes(held, "json"))
        (longer, consistency) = document["themes"]
        assert (longer["theme"], consistency["theme"]) == (OTHER, THEME)
        assert [r["agreement"] for r in longer["rounds"]] == [0.5, 1.0]
        assert longer["rounds"][0]["votes"][1]["person"] == "Ben Reviewer"
        assert [d["kind"] for d in longer["decided"]] == ["estimate", "place"]
        assert longer["estimate"]["low"] < longer["estimate"]["high"]
        assert document["closed_by"] == "Ben Reviewer"

    @pytest.mark.parametrize("name", ["markdown", "json"])
    def test_hidden_votes_are_counted_and_not_told(self, house, name):
        vote(house, ANN, position=3.5, reason="Secretly superb.")
        said = minutes(house, name)
        assert "Secretly" not in said
        assert "Mature" not in said.replace("Maturing", "")

    def test_hidden_votes_say_when_they_are_shown(self, house):
        vote(house, ANN)
        assert "1 of 2 has voted. Votes are shown once all" in minutes(house)


def test_the_days_since_the_last_review_are_preset_at_first_a_month(house):
    with house.reading() as session:
        assert next_period(session, TODAY) == (date(2026, 10, 1), TODAY)
        assert next_period(session, date(2026, 9, 30)) == (
            date(2026, 8, 31),
            date(2026, 9, 30),
        )
