"""What was tested, signal by signal and tool by tool."""

from datetime import date

import pytest

from tests.factories import RELEASE_ID, a_claim, a_note, a_release, a_theme
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.coverage import Measure, signals_covered, tools_covered
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.theme import Signal
from themewatch.services.reference import evidence_weights


def measure(*notes, releases=(), leniency=None) -> Measure:
    evidence = standing_evidence([*releases, *notes])
    return Measure(evidence, leniency or {}, evidence_weights())


def counted(acceptable: int, tries: int, **changes):
    return a_note(acceptable=acceptable, tries=tries, verdict=None, **changes)


def tools(*notes, releases=()):
    adds_up = measure(*notes, releases=releases)
    return tools_covered(adds_up.evidence, notes, adds_up)


def test_nothing_tested_adds_up_to_nothing():
    tested = measure()([])
    assert (tested.notes, tested.tries, tested.level, tested.last_on) == (
        0,
        0,
        None,
        None,
    )
    assert not tested.is_comparable


def test_counts_add_up_and_words_stand_for_their_fewest_tries():
    tested = measure()(
        [
            counted(3, 4),
            counted(1, 2, person=REVIEWER),
            a_note(rigor=Rigor.FEW, tested_on=date(2026, 9, 1)),
        ]
    )
    assert (tested.notes, tested.people) == (3, 2)
    assert (tested.acceptable, tested.tries, tested.least_tries) == (4, 6, 8)
    assert tested.last_on == date(2026, 9, 1)


def test_notes_without_a_result_are_counted_and_give_no_level():
    tested = measure()([a_note(verdict=None)])
    assert (tested.notes, tested.level, tested.least_tries) == (1, None, 0)


def test_leniency_is_taken_off_the_level():
    notes = [a_note(verdict=Verdict.USUALLY)]
    assert measure(leniency={CONTRIBUTOR: 0.3})(notes).level == pytest.approx(2.2)


def test_five_tries_can_be_compared():
    assert measure()([counted(1, 5)]).is_comparable
    assert not measure()([counted(1, 4)]).is_comparable


def test_each_signal_has_its_own_notes_and_claims():
    signals = (Signal("a", "A", "Watch a."), Signal("b", "B", "Watch b."))
    claims = [
        JudgedClaim(a_claim(signal="a"), date(2026, 8, 1), outcome, ())
        for outcome in (Outcome.UNTESTED, Outcome.PARTLY)
    ]
    first, second = signals_covered(
        a_theme(signals=signals),
        [a_note(signal="b"), a_note(signal="b"), a_note(signal=None)],
        claims,
        measure(),
    )
    assert (first.signal.slug, first.tested.notes, first.untested_claims) == ("a", 0, 1)
    assert (second.signal.slug, second.tested.notes, second.claims) == ("b", 2, ())


def test_the_best_tool_comes_first_and_those_with_few_tries_last():
    found = tools(
        counted(2, 8, tool="Weak"),
        counted(4, 4, tool="Little tried"),
        counted(7, 8, tool="Strong"),
    )
    assert [tool.label for tool in found] == ["Strong", "Weak", "Little tried"]


def test_a_typed_tool_and_its_release_are_one():
    notes = counted(2, 4), counted(2, 4, tool=None, release=RELEASE_ID)
    [tool] = tools(*notes, releases=[a_release()])
    assert (tool.release, tool.label, tool.tested.tries) == (RELEASE_ID, "Vision 1", 8)


def test_a_tool_known_by_its_typed_name_only_has_no_release():
    [tool] = tools(a_note(tool="Brush 2"))
    assert (tool.tool, tool.label, tool.release) == ("brush-2", "Brush 2", None)


def test_a_note_without_a_tool_covers_none():
    assert tools(a_note(tool=None)) == []


def test_a_tool_costs_what_was_noted_last():
    old = a_note(
        tested_on=date(2026, 8, 1), price_usd=0.5, seconds=40.0, limits="Hands"
    )
    new = a_note(tested_on=date(2026, 9, 1), price_usd=0.0, limits="Text")
    [tool] = tools(old, new)
    assert (tool.price_usd, tool.seconds) == (0.0, 40.0)
    assert tool.limits == ("Text", "Hands")
