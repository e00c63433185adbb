"""How far vendors' claims ran ahead of tests, and from when that is said."""

from datetime import date

import pytest

from tests.factories import a_claim, a_release
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.stage import Stage
from themewatch.domain.vendor import Lead, VendorWeights, lead_of, vendor_records
from themewatch.domain.weight import Worth
from themewatch.services.reference import vendor_weights

WEIGHTS = VendorWeights(mean=0.3, sd=0.4, spread=0.5)


def judged(lead, *, release="acme-vision-1", sd=0.4, stage=Stage.MATURE):
    """Return a claim that runs that far ahead of tests; None: nobody tested it."""
    claim = a_claim(release=release, claimed_stage=stage)
    if lead is None:
        return JudgedClaim(claim, date(2026, 8, 1), Outcome.UNTESTED, ())
    tested = Worth(stage.midpoint - lead, sd)
    return JudgedClaim(claim, date(2026, 8, 1), Outcome.PARTLY, (), tested)


def records(*claims, releases=None):
    evidence = standing_evidence(
        [*(releases or [a_release()]), *(c.claim for c in claims)]
    )
    return vendor_records(claims, evidence, WEIGHTS)


def test_without_tests_a_vendor_is_thought_of_as_vendors_are():
    assert lead_of([judged(None)], WEIGHTS) == Lead(0.3, pytest.approx(0.4))


def test_one_tested_claim_moves_it_by_its_share_of_what_is_known():
    known, said = 0.4**-2, 1 / (0.3**2 + 0.5**2)
    expected = (0.3 * known + 2.0 * said) / (known + said)
    found = lead_of([judged(2.0, sd=0.3)], WEIGHTS)
    assert found.mean == pytest.approx(expected)
    assert found.sd == pytest.approx((known + said) ** -0.5)


def test_many_tested_claims_are_believed():
    found = lead_of([judged(1.5)] * 30, WEIGHTS)
    assert found.mean == pytest.approx(1.5, abs=0.1)
    assert found.sd < 0.12


def test_the_likely_range_holds_eight_in_ten():
    lead = Lead(1.0, 0.5)
    assert (lead.low, lead.high) == (
        pytest.approx(0.359, abs=1e-3),
        pytest.approx(1.641, abs=1e-3),
    )


@pytest.mark.parametrize(("tested", "has_verdict"), [(0, False), (4, False), (5, True)])
def test_a_verdict_needs_five_tested_claims(tested, has_verdict):
    [found] = records(*[judged(1.0)] * tested, judged(None), judged(None))
    assert (found.tested, found.claims) == (tested, tested + 2)
    assert found.has_verdict is has_verdict


def test_a_claim_that_names_no_stage_is_counted_but_tests_nothing():
    claim = a_claim(claimed_stage=None)
    tested = JudgedClaim(claim, date(2026, 8, 1), Outcome.TESTED_ONCE, (), Worth(1, 1))
    [found] = records(tested)
    assert (found.claims, found.tested) == (1, 0)


def test_who_runs_furthest_ahead_stands_first_and_who_is_hardly_tested_last():
    vendors = ("Few", "Far", "Near", "None")
    releases = [a_release(id=v, vendor=v, model=v) for v in vendors]
    claims = [
        *[judged(2.0, release="Few")] * 4,
        *[judged(1.5, release="Far")] * 5,
        *[judged(0.0, release="Near")] * 5,
        judged(None, release="None"),
    ]
    found = records(*claims, releases=releases)
    assert [r.vendor for r in found] == ["Far", "Near", "Few", "None"]


def test_the_shipped_expectation_has_a_doubt():
    weights = vendor_weights()
    assert (weights.mean, weights.sd) == (0.3, 0.4)
    assert weights.spread > 0
