"""The weighing that maps and theme pages share."""

from datetime import date, timedelta

import pytest

from tests.factories import a_claim, a_note, a_release, a_view
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Rigor, Verdict
from themewatch.services.assessment import assess, leniency

AS_OF = date(2026, 9, 1)
DAY = timedelta(days=1)


def assessed(notes=(), views=(), releases=(), claims=(), **options):
    evidence = standing_evidence([*releases, *claims, *notes, *views])
    return assess(evidence, **{"as_of": AS_OF} | options)


def test_only_what_happened_by_the_day_is_weighed():
    notes = [a_note(id="now"), a_note(id="later", tested_on=AS_OF + DAY)]
    found = assessed(notes)
    assert [note.id for note in found.evidence.notes] == ["now"]
    assert "note/now" in found.readings
    assert "note/later" not in found.readings


def test_without_a_comparison_there_is_no_earlier_estimate():
    assert assessed().then is None
    assert assessed(compare=AS_OF - DAY).then.as_of == AS_OF - DAY


def test_the_earlier_estimate_knows_nothing_of_later_tests():
    then = assessed([a_note()], compare=date(2026, 8, 14)).then
    alone = assessed(as_of=date(2026, 8, 14)).now
    assert then.positions == alone.positions


def test_whoever_sits_above_others_is_lenient():
    notes = [
        a_note(person=person, verdict=verdict, rigor=Rigor.FIXED)
        for person, verdict in [
            (CONTRIBUTOR, Verdict.SOMETIMES),
            (REVIEWER, Verdict.USUALLY),
        ]
        for _ in range(5)
    ]
    found = leniency(assessed(notes).now)
    assert found.keys() == {CONTRIBUTOR, REVIEWER}
    assert found[REVIEWER] > 0.1 > -0.1 > found[CONTRIBUTOR]


def test_whoever_only_viewed_has_a_leniency_too():
    assert leniency(assessed(views=[a_view()]).now).keys() == {CONTRIBUTOR}


def test_where_everybody_finds_less_than_the_course_drew_nobody_is_called_strict():
    """Nor is what they found lifted, and vendors seem less ahead than they are."""
    notes = [
        a_note(person=person, verdict=Verdict.BREAKS, rigor=Rigor.FIXED)
        for person in (CONTRIBUTOR, REVIEWER)
        for _ in range(10)
    ]
    found = assessed(notes, (), [a_release()], [a_claim()])
    assert found.now.effects["mean"].min() < -0.1, "below the course's map"
    assert leniency(found.now) == pytest.approx({CONTRIBUTOR: 0, REVIEWER: 0})
    (judged,) = found.judged
    (levels,) = {found.readings[f"note/{n.id}"].value for n in judged.notes}
    assert judged.tested.value == pytest.approx(levels)


def test_nobody_is_lenient_before_anybody_tested():
    assert leniency(assessed().now) == {}


@pytest.mark.parametrize(
    ("as_of", "outcome"),
    [(date(2026, 8, 14), Outcome.UNTESTED), (AS_OF, Outcome.TESTED_ONCE)],
)
def test_claims_are_judged_by_what_happened_by_the_day(as_of, outcome):
    found = assessed([a_note()], (), [a_release()], [a_claim()], as_of=as_of)
    assert [j.outcome for j in found.judged] == [outcome]


def test_claims_are_judged_with_their_testers_leniency_off():
    maturing = a_note(person=REVIEWER, tries=11, acceptable=8)
    others = [
        a_note(person=person, verdict=verdict, rigor=Rigor.FIXED, tool="Other")
        for person, verdict in [
            (CONTRIBUTOR, Verdict.SOMETIMES),
            (REVIEWER, Verdict.DEPENDABLE),
        ]
        for _ in range(5)
    ]
    about = {"releases": [a_release()], "claims": [a_claim()]}
    [alone] = assessed([maturing], **about).judged
    [known_lenient] = assessed([maturing, *others], **about).judged
    assert alone.outcome is Outcome.HOLDS_UP
    assert known_lenient.outcome is Outcome.PARTLY
