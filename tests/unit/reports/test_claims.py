"""Claims and vendors as text and as JSON."""

import json
from datetime import date

import pytest

from tests.factories import a_release
from tests.judged import a_judged, an_overruled, an_untested, the_evidence
from tests.standings import CATALOGUE
from themewatch.domain.claim import Outcome
from themewatch.domain.vendor import VendorWeights, vendor_records
from themewatch.reports.claims_json import claims_json, vendors_json
from themewatch.reports.claims_text import claims_text, vendors_text
from themewatch.reports.listing import ClaimListing, VendorListing

AS_OF = date(2026, 9, 1)
WEIGHTS = VendorWeights(mean=0.3, sd=0.4, spread=0.5)


def listing(*judged, **options):
    evidence = the_evidence(*judged, **options)
    return ClaimListing(AS_OF, CATALOGUE, evidence, tuple(judged))


def vendors(*judged, **options):
    evidence = the_evidence(*judged, **options)
    records = vendor_records(judged, evidence, WEIGHTS)
    return VendorListing(AS_OF, tuple(records), WEIGHTS)


def test_text_counts_then_tells_each_claim():
    judged = an_overruled(person="Ben", reason="By day.")
    assert claims_text(listing(a_judged(signal="first"), an_untested(signal=None))) == (
        """\
2 claims: 1 untested, 1 partly.

2026-08-01 · Vision 1 · Acme · Consistency & control · First
  Holds one look over many shots.
  vendor says: Mature (dependable) · tests put it at Growing, upper third
  ◑ partly

2026-08-01 · Vision 1 · Acme · Consistency & control
  Holds one look over many shots.
  vendor says: Mature (dependable)
  ◇ untested
"""
    )
    assert "  overruled by Ben: partly — By day; tests say: holds up\n" in claims_text(
        listing(a_judged(signal=None, override=judged.override, outcome=judged.found))
    )


def test_no_line_of_text_is_wider_than_a_terminal():
    text = claims_text(listing(a_judged(text="word " * 90, signal=None)))
    assert max(map(len, text.splitlines())) <= 88


def test_text_holds_nothing_a_terminal_would_obey():
    evil = a_release(model="\x1b[2JVision", vendor="Ac\u202eme")
    judged = a_judged(text="One\x1b]0;x\x07 look", signal=None)
    text = claims_text(listing(judged, releases=(evil,)))
    text += vendors_text(vendors(judged, releases=(evil,)))
    assert all(line.isprintable() for line in text.splitlines())


def test_without_claims_text_says_so():
    assert claims_text(listing()) == "No claims.\n"
    assert vendors_text(vendors()) == "No claims.\n"


def test_vendors_stand_in_columns_with_what_it_rests_on_below():
    far = [a_judged(tested=1.0) for _claim in range(5)]
    near = an_untested(release="near")
    releases = (a_release(), a_release(id="near", model="Near", vendor="Umbra Labs"))
    lines = vendors_text(vendors(*far, near, releases=releases)).splitlines()
    assert lines[0].startswith("Acme         about two stages ahead of tests")
    assert "5 of 5 claims tested   likely range (8 in 10): +" in lines[0]
    assert lines[1].startswith("Umbra Labs   too few to say (none tested)")
    assert lines[2] == ""
    assert lines[3].startswith("A claim counts as the stage it names less where tests")


def test_json_tells_all_there_is_of_a_claim():
    judged = a_judged(id="c1", signal="style-lock", tested=1.23456)
    document = json.loads(claims_json(listing(judged)))
    assert document["as_of"] == "2026-09-01"
    assert document["outcomes"] == {
        "untested": 0,
        "tested-once": 0,
        "holds-up": 0,
        "partly": 1,
        "does-not-hold-up": 0,
    }
    [claim] = document["claims"]
    assert claim == {
        "claim": "c1",
        "release": "acme-vision-1",
        "model": "Vision 1",
        "vendor": "Acme",
        "on": "2026-08-01",
        "theme": "consistency",
        "signal": "style-lock",
        "text": "Holds one look over many shots.",
        "claimed_stage": "mature",
        "outcome": "partly",
        "outcome_by_tests": "partly",
        "tested": 1.235,
        "tested_sd": 0.4,
        "lead": 2.265,
        "notes": [judged.notes[0].id],
        "overruled": None,
    }


def test_json_says_null_where_nothing_can_be_told():
    judged = an_untested(claimed_stage=None, signal=None)
    [claim] = json.loads(claims_json(listing(judged)))["claims"]
    nothing = ("signal", "claimed_stage", "tested", "tested_sd", "lead", "overruled")
    assert [claim[name] for name in nothing] == [None] * len(nothing)


def test_json_tells_both_a_person_s_word_and_what_tests_say():
    judged = an_overruled(id="o1", person="Ben", reason="By day.")
    [claim] = json.loads(claims_json(listing(judged)))["claims"]
    assert (claim["outcome"], claim["outcome_by_tests"]) == ("partly", "holds-up")
    assert claim["overruled"] == {
        "record": "o1",
        "by": "Ben",
        "on": "2026-08-25",
        "outcome": "partly",
        "reason": "By day.",
    }


@pytest.mark.parametrize(("tested", "has_verdict"), [(2, False), (4, False), (5, True)])
def test_json_gives_a_vendor_no_figure_before_its_verdict(tested, has_verdict):
    judged = [a_judged(tested=2.0) for _claim in range(tested)]
    document = json.loads(vendors_json(vendors(*judged, an_untested())))
    assert document["expected"] == 0.3
    [vendor] = document["vendors"]
    assert (vendor["vendor"], vendor["claims"]) == ("Acme", tested + 1)
    assert (vendor["tested"], vendor["has_verdict"]) == (tested, has_verdict)
    figures = [vendor[name] for name in ("low", "lead", "high")]
    if has_verdict:
        assert figures == sorted(figures)
        assert figures[1] == round(figures[1], 3)
    else:
        assert figures == [None, None, None]


def test_json_keeps_letters_of_all_languages():
    judged = a_judged(text="한 번에 1분", outcome=Outcome.HOLDS_UP)
    assert "한 번에 1분" in claims_json(listing(judged))
