"""What claims, tests and words over them move, and what they never move."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_claim, a_note, a_release, an_override
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.claim import Outcome
from themewatch.domain.claim_search import ClaimSearch
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.assessment import assess
from themewatch.services.claims import (
    find_claims,
    rank_vendors,
    write_claims,
    write_vendors,
)
from themewatch.services.log import log_records, take_back
from themewatch.services.maps import get_map
from themewatch.storage.engine import reading, writing

AS_OF = date(2026, 10, 1)
NOW_AND_THEN = st.integers(0, 60).map(lambda n: AS_OF - timedelta(days=n))

claims = st.builds(
    lambda theme, stage: a_claim(theme=theme, signal=None, claimed_stage=stage),
    st.sampled_from(SLUGS),
    st.sampled_from([*Stage, None]),
)
notes = st.builds(
    lambda theme, person, on, tries, share: a_note(
        theme=theme,
        person=person,
        tested_on=on,
        release="acme-vision-1",
        tool=None,
        tries=tries,
        acceptable=round(share * tries),
    ),
    st.sampled_from(SLUGS),
    st.sampled_from([CONTRIBUTOR, REVIEWER, VIEWER]),
    NOW_AND_THEN,
    st.integers(1, 12),
    st.floats(0, 1),
)
some_notes = st.lists(notes, min_size=1, max_size=8)
words = st.builds(
    lambda claim, outcome: an_override(claim=claim, outcome=outcome),
    st.sampled_from([f"c{n}" for n in range(7)]),
    st.sampled_from(Outcome),
)
ONE_EACH = [a_claim(id=f"c{n}", theme=t, signal=None) for n, t in enumerate(SLUGS)]


def weighed(*records):
    return assess(standing_evidence([a_release(), *records]), as_of=AS_OF)


@given(some_notes, st.lists(claims, max_size=30))
@settings(max_examples=40)
def test_logging_any_number_of_claims_never_moves_what_tests_show(notes, claims):
    before, after = weighed(*notes), weighed(*notes, *claims)
    assert after.now.positions == before.now.positions


@given(some_notes, st.lists(words, max_size=8))
@settings(max_examples=40)
def test_overruling_moves_neither_mark_nor_how_far_vendors_run_ahead(notes, words):
    heard = [word for word in words if word.outcome is not Outcome.UNTESTED]
    before, after = weighed(*ONE_EACH, *notes), weighed(*ONE_EACH, *notes, *heard)
    assert after.now.positions == before.now.positions
    assert [j.found for j in after.judged] == [j.found for j in before.judged]
    assert [j.lead for j in after.judged] == [j.lead for j in before.judged]


def test_taking_back_a_note_restores_the_former_map(keep, one_engine):
    def places():
        with reading(one_engine) as session:
            lanes = get_map(session, as_of=AS_OF).themes
        return {lane.theme.slug: lane for lane in lanes}

    keep(a_release(), *ONE_EACH)
    keep(*(a_note(theme=slug, tries=6, acceptable=3) for slug in SLUGS[:4]))
    before = places()
    keep(a_note(id="n1", theme=SLUGS[0], person=REVIEWER, tries=9, acceptable=9))
    assert places()[SLUGS[0]].position.mean > before[SLUGS[0]].position.mean + 0.05
    with writing(one_engine) as session:
        take_back(session, "n1", by=REVIEWER, now=a_note().recorded_at)
    for slug, lane in places().items():
        was = before[slug]
        assert lane.position.mean == pytest.approx(was.position.mean, abs=1e-9)
        assert lane.position.sd == pytest.approx(was.position.sd, abs=1e-9)
        assert (lane.claimed, lane.untested_claims) == (
            was.claimed,
            was.untested_claims,
        )


@given(st.lists(notes, min_size=0, max_size=30))
@settings(max_examples=40)
def test_two_tested_claims_give_no_verdict(notes):
    two = [
        a_claim(id="c1", theme=SLUGS[0], signal=None),
        a_claim(id="c2", theme=SLUGS[1], signal=None),
    ]
    [vendor] = rank_vendors(weighed(*two, *notes))
    assert vendor.tested <= 2
    assert not vendor.has_verdict


def test_what_happened_later_plays_no_part():
    early = assess(
        standing_evidence(
            [
                a_release(),
                *ONE_EACH,
                a_note(theme=SLUGS[0], tested_on=AS_OF, tries=6, acceptable=5),
                an_override(claim="c1", on=AS_OF),
            ]
        ),
        as_of=AS_OF - timedelta(days=1),
    )
    assert {j.outcome for j in find_claims(early, ClaimSearch())} == {Outcome.UNTESTED}


def test_a_vendor_nobody_knows_is_refused_in_a_sentence(session):
    log_records(session, [a_release(), *ONE_EACH])
    search = ClaimSearch(vendors=("Acme", "Nobody"))
    for write in (write_claims, write_vendors):
        with pytest.raises(InputError, match="vendor 'Nobody'") as refused:
            write(session, "json", as_of=AS_OF, search=search)
        assert len(refused.value.problems) == 1
