"""What came of a thing to watch is said once, by whoever is first."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW, a_checkpoint, a_note
from tests.people import CONTRIBUTOR
from themewatch.errors import ConflictError, InputError, NotFoundError
from themewatch.services.checkpoints import Settlement, settle
from themewatch.services.corrections import correct_back
from themewatch.services.evidence import get_evidence
from themewatch.services.log import log_record, put_back, take_back
from themewatch.services.records import get_history

RULED = date(2026, 9, 30)
MINUTE = timedelta(minutes=1)


def said(name="s1", **changes):
    fields = {"recorded_at": NOW, "settled_on": RULED, "result": "Put off."}
    return Settlement(id=name, **fields | changes)


def the_checkpoint(session):
    (checkpoint,) = get_evidence(session).checkpoints
    return checkpoint


@pytest.fixture
def awaiting(session):
    log_record(session, a_checkpoint(id="k1"))
    return session


def test_it_is_settled_and_its_history_stays(awaiting):
    settle(awaiting, "k1", said())
    found = the_checkpoint(awaiting)
    assert (found.settled_on, found.result) == (RULED, "Put off.")
    assert found.title == a_checkpoint().title
    assert [v.id for v in get_history(awaiting, "k1").versions] == ["k1", "s1"]


def test_of_two_who_say_it_the_second_is_told_and_loses_nothing(awaiting):
    settle(awaiting, "k1", said())
    with pytest.raises(ConflictError) as refused:
        settle(awaiting, "k1", said("s2", result="Upheld."))
    assert "said meanwhile" in str(refused.value)
    assert "You typed: “Upheld.”" in str(refused.value)
    assert the_checkpoint(awaiting).result == "Put off."


def test_saved_twice_under_one_id_it_is_kept_once(awaiting):
    settle(awaiting, "k1", said())
    settle(awaiting, "k1", said())
    assert len(get_history(awaiting, "k1").versions) == 2


def test_what_was_corrected_meanwhile_stays_corrected(awaiting):
    log_record(awaiting, a_checkpoint(id="k2", supersedes="k1", title="The ruling"))
    settle(awaiting, "k1", said())
    found = the_checkpoint(awaiting)
    assert (found.title, found.is_settled) == ("The ruling", True)


def test_what_was_taken_back_meanwhile_is_not_settled(awaiting):
    take_back(awaiting, "k1", by=CONTRIBUTOR, now=NOW)
    with pytest.raises(ConflictError, match="back meanwhile"):
        settle(awaiting, "k1", said())


def test_what_was_put_back_can_be_settled(awaiting):
    take_back(awaiting, "k1", by=CONTRIBUTOR, now=NOW)
    put_back(awaiting, "k1", by=CONTRIBUTOR, now=NOW + MINUTE)
    settle(awaiting, "k1", said())
    assert the_checkpoint(awaiting).is_settled


def test_nothing_said_and_a_day_to_come_are_refused(awaiting):
    with pytest.raises(InputError) as refused:
        settle(awaiting, "k1", said(result=" ", settled_on=date(2027, 1, 1)))
    assert [p.split()[0] for p in refused.value.problems] == ["Settled", "Result"]


def test_only_checkpoints_are_settled(session):
    log_record(session, a_note(id="n1"))
    with pytest.raises(NotFoundError, match="no checkpoint"):
        settle(session, "n1", said())


class TestUndoing:
    def test_it_awaits_again_and_undone_again_it_is_settled(self, awaiting):
        settle(awaiting, "k1", said())
        undone = correct_back(awaiting, "s1", now=NOW + MINUTE)
        assert not the_checkpoint(awaiting).is_settled
        correct_back(awaiting, undone, now=NOW + 2 * MINUTE)
        assert the_checkpoint(awaiting).result == "Put off."
        assert len(get_history(awaiting, "k1").versions) == 4

    def test_what_was_corrected_since_stays(self, awaiting):
        settle(awaiting, "k1", said())
        correct_back(awaiting, "s1", now=NOW + MINUTE)
        with pytest.raises(ConflictError, match="corrected meanwhile"):
            correct_back(awaiting, "s1", now=NOW + 2 * MINUTE)

    def test_what_corrects_nothing_is_refused(self, awaiting):
        with pytest.raises(InputError, match="take it back"):
            correct_back(awaiting, "k1", now=NOW)
