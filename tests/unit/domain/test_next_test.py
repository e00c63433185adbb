"""In which order the tests of a theme are worth doing."""

from datetime import date

from tests.factories import a_claim, a_note, a_release, a_theme
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.next_test import Proposal, best_first, proposals
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Signal

TODAY = date(2026, 9, 1)
THEME = "consistency"
SIGNALS = ("style-lock", "character-consistency")


def a_proposal(name: str, **changes) -> Proposal:
    """Return a test of a claim nobody tested, on a release of its own."""
    claim = a_claim(id=name, claimed_stage=changes.pop("stage", Stage.MATURING))
    outcome = changes.pop("outcome", Outcome.UNTESTED)
    fields = {
        "claim": JudgedClaim(claim, TODAY, outcome, ()),
        "signal": claim.signal,
        "release": name,
        "released_on": TODAY,
        "tests": 0,
    }
    return Proposal(**fields | changes)


def order(*offered: Proposal, **surer: float) -> list[str]:
    """Return the names in order; all teach the same where nothing else is said."""
    teaches = {p.release: surer.get(p.release or "", 0.2) for p in offered}
    return [p.release for p in best_first(offered, teaches)]


def test_the_highest_claimed_stage_is_tested_first():
    bold = a_proposal("bold", stage=Stage.MATURE)
    assert order(a_proposal("modest"), bold) == ["bold", "modest"]


def test_then_the_signal_tested_least():
    fresh = a_proposal("fresh", tests=1, released_on=date(2026, 1, 1))
    assert order(a_proposal("known", tests=2), fresh) == ["fresh", "known"]


def test_then_the_newest_release():
    old = a_proposal("old", released_on=date(2026, 8, 31))
    assert order(old, a_proposal("new")) == ["new", "old"]


def test_of_equals_the_first_given_is_tested_first():
    assert order(a_proposal("one"), a_proposal("two")) == ["one", "two"]


def test_what_was_tested_once_comes_after_what_nobody_tested():
    once = a_proposal("once", stage=Stage.MATURE, outcome=Outcome.TESTED_ONCE)
    assert order(once, a_proposal("never")) == ["never", "once"]


def test_a_bare_signal_comes_after_untested_claims_and_before_tested_ones():
    bare = a_proposal("bare", claim=None)
    once = a_proposal("once", outcome=Outcome.TESTED_ONCE)
    early = a_proposal("early", stage=Stage.EARLY)
    assert order(once, bare, early) == ["early", "bare", "once"]


def test_a_claim_of_no_stage_comes_last():
    vague = a_proposal("vague", stage=None)
    assert order(vague, a_proposal("early", stage=Stage.EARLY)) == ["early", "vague"]


def test_what_teaches_clearly_less_comes_last():
    bold = a_proposal("bold", stage=Stage.MATURE)
    modest = a_proposal("modest")
    assert order(bold, modest, bold=0.17, modest=0.2) == ["modest", "bold"]
    assert order(bold, modest, bold=0.19, modest=0.2) == ["bold", "modest"]


def test_without_anything_to_test_there_is_no_order():
    assert best_first([], {}) == []


def under_theme(records, outcome=Outcome.UNTESTED) -> list[Proposal]:
    evidence = standing_evidence(records)
    judged = [JudgedClaim(c, TODAY, outcome, ()) for c in evidence.claims]
    signals = tuple(Signal(slug, slug, slug) for slug in SIGNALS)
    return proposals([a_theme(signals=signals)], judged, evidence)[THEME]


def test_a_claim_is_tested_on_its_own_release_a_bare_signal_on_the_newest():
    older = a_release()
    newer = a_release(id="newer", model="Vision 2", released_on=date(2026, 8, 20))
    elsewhere = a_release(id="elsewhere", released_on=date(2026, 8, 25))
    claims = [
        a_claim(release=older.id),
        a_claim(release=elsewhere.id, theme="lower-cost", signal=None),
    ]
    note = a_note(release=newer.id, signal=None)
    unheard = a_note(tool="Somebody's own", signal=None)
    catalogue = [
        a_theme(signals=(Signal("a-signal", "", ""),)),
        a_theme(slug="lower-cost"),
    ]
    evidence = standing_evidence([older, newer, elsewhere, *claims, note, unheard])
    judged = [JudgedClaim(c, TODAY, Outcome.UNTESTED, ()) for c in claims]
    claim, bare = proposals(catalogue, judged, evidence)[THEME]
    assert (claim.release, claim.claim.claim) == (older.id, claims[0])
    assert (bare.claim, bare.signal) == (None, "a-signal")
    assert (bare.release, bare.released_on) == ("newer", newer.released_on)


def test_a_bare_signal_nobody_released_anything_for_names_no_release():
    found = under_theme([])
    assert [p.signal for p in found] == list(SIGNALS)
    assert {(p.release, p.released_on, p.stage) for p in found} == {(None, None, None)}


def test_a_signal_somebody_claims_something_about_is_not_bare():
    found = under_theme([a_release(), a_claim(signal=SIGNALS[0])])
    assert [(p.claim is None, p.signal) for p in found] == [
        (False, SIGNALS[0]),
        (True, SIGNALS[1]),
    ]


def test_a_settled_claim_is_not_worth_testing_but_its_signal_is():
    records = [a_release(), a_claim(signal=SIGNALS[0])]
    [settled, _other] = under_theme(records, Outcome.PARTLY)
    assert (settled.claim, settled.signal) == (None, SIGNALS[0])
    [once, _other] = under_theme(records, Outcome.TESTED_ONCE)
    assert (once.claim.claim, once.signal) == (records[1], SIGNALS[0])


def test_tests_of_a_signal_are_counted_under_its_theme_alone():
    notes = [
        a_note(signal=SIGNALS[0]),
        a_note(signal=SIGNALS[0]),
        a_note(signal=SIGNALS[1]),
        a_note(signal=SIGNALS[0], theme="lower-cost"),
        a_note(signal=None),
    ]
    claims = [a_claim(signal=SIGNALS[0]), a_claim(signal=None)]
    found = under_theme([a_release(), *claims, *notes])
    tests = {p.signal: p.tests for p in found}
    assert tests == {SIGNALS[0]: 2, SIGNALS[1]: 1, None: 1}
    assert [p.is_untested for p in found] == [True, True, False]


def test_each_release_is_named_by_the_first_of_its_corrections():
    corrected = a_release(id="corrected", supersedes=a_release().id)
    claim = a_claim(release=corrected.id, signal=SIGNALS[0])
    [found, _bare] = under_theme([a_release(), corrected, claim])
    assert found.release == a_release().id
