"""Which claims are found, in which order, and how they are counted."""

import pytest

from tests.factories import a_release
from tests.judged import DAY, ON, a_judged, an_overruled, an_untested, the_evidence
from themewatch.domain.claim import Outcome
from themewatch.domain.claim_search import (
    ClaimOrder,
    ClaimSearch,
    found_claims,
    outcome_counts,
)
from themewatch.domain.stage import Stage

RELEASE = a_release(model="Vision 1", vendor="Acme")


def finds(judged=None, **search):
    judged = judged or a_judged(text="Holds one look.", signal="style-lock")
    return ClaimSearch(**search).finds(judged, RELEASE)


def test_an_empty_search_finds_everything():
    assert finds()
    assert finds(an_untested(signal=None, claimed_stage=None, text=""))


@pytest.mark.parametrize("words", ["LOOK", "acme  look", "vision 1 holds"])
def test_all_words_must_stand_in_text_model_or_vendor(words):
    assert finds(words=words)
    assert not finds(words=f"{words} umbra")


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ({"themes": ("lower-cost", "consistency")}, True),
        ({"themes": ("lower-cost",)}, False),
        ({"signals": ("style-lock",)}, True),
        ({"signals": ("context-safe-editing",)}, False),
        ({"vendors": ("Umbra", "Acme")}, True),
        ({"vendors": ("acme",)}, True),
        ({"outcomes": (Outcome.PARTLY, Outcome.UNTESTED)}, True),
        ({"outcomes": (Outcome.UNTESTED,)}, False),
        ({"stages": (Stage.MATURE,)}, True),
        ({"stages": (Stage.EARLY, Stage.GROWING)}, False),
    ],
)
def test_every_given_condition_has_to_be_fulfilled(search, found):
    assert finds(**search) is found


def test_what_names_nothing_fits_no_choice():
    whole = an_untested(signal=None, claimed_stage=None)
    assert not finds(whole, signals=("style-lock",))
    assert not finds(whole, stages=tuple(Stage))


def test_the_stage_of_the_lowest_value_is_a_choice_like_others():
    assert finds(a_judged(claimed_stage=Stage.EARLY), stages=(Stage.EARLY,))
    assert not finds(a_judged(claimed_stage=Stage.GROWING), stages=(Stage.EARLY,))


def test_the_word_of_a_person_is_what_is_looked_for():
    assert finds(an_overruled(), outcomes=(Outcome.PARTLY,))
    assert not finds(an_overruled(), outcomes=(Outcome.HOLDS_UP,))


def order(*judged, by):
    evidence = the_evidence(*judged)
    return [j.claim.id for j in found_claims(judged, evidence, ClaimSearch(), by)]


BOLD = a_judged(id="bold", claimed_stage=Stage.MATURE, tested=3.4)
FAR = a_judged(id="far", claimed_stage=Stage.MATURING, tested=0.4)
MEEK = a_judged(id="meek", claimed_stage=Stage.EARLY, tested=3.0)
SILENT = a_judged(id="silent", claimed_stage=None)
WAITING = an_untested(id="waiting", claimed_stage=Stage.MATURING)


@pytest.mark.parametrize(
    ("by", "ids"),
    [
        (ClaimOrder.NEWEST, ["silent", "meek", "waiting", "far", "bold"]),
        (ClaimOrder.BOLDEST, ["bold", "waiting", "far", "meek", "silent"]),
        (ClaimOrder.AHEAD, ["far", "bold", "meek", "silent", "waiting"]),
    ],
)
def test_what_cannot_be_told_stands_last_and_the_newest_first_among_equals(by, ids):
    assert order(SILENT, MEEK, WAITING, FAR, BOLD, by=by) == ids


def test_a_claim_whose_release_does_not_stand_is_not_found():
    judged = a_judged(release="gone")
    assert found_claims([judged], the_evidence(), ClaimSearch()) == ()


def test_every_outcome_is_counted_that_of_none_too():
    counts = outcome_counts([a_judged(), an_overruled(), an_untested(on=ON + DAY)])
    assert counts == {
        Outcome.UNTESTED: 1,
        Outcome.TESTED_ONCE: 0,
        Outcome.HOLDS_UP: 0,
        Outcome.PARTLY: 2,
        Outcome.DOES_NOT_HOLD_UP: 0,
    }
    assert list(counts) == list(Outcome)
