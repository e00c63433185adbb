"""What moves the marks of a map, and what it knew on a past day."""

from datetime import date, timedelta

import pytest

from tests.factories import NOW, RECORDED_AT, RELEASE_ID, a_claim, a_note, a_release
from tests.factories import a_view as any_view
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.note import Verdict
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.errors import InputError
from themewatch.services.log import put_back, take_back
from themewatch.services.maps import get_map
from themewatch.services.reference import catalogue, shipped_records
from themewatch.storage.engine import reading, writing
from themewatch.storage.evidence import add_records

AS_OF = date(2026, 9, 1)
DAY = timedelta(days=1)
THEME = "consistency"


@pytest.fixture
def see(one_engine):
    """Return what draws the map of the house."""

    def see(as_of=AS_OF, **options):
        with reading(one_engine) as session:
            return get_map(session, as_of=as_of, **options)

    return see


@pytest.fixture
def lane(see):
    """Return what draws the lane of the theme that the factories speak of."""

    def lane(as_of=AS_OF, **options):
        [found] = [t for t in see(as_of, **options).themes if t.theme.slug == THEME]
        return found

    return lane


def means(maturity_map):
    return [lane.position.mean for lane in maturity_map.themes]


def test_before_any_test_every_theme_stands_where_the_course_drew_it(see):
    drawn = see(catalogue().baseline_on)
    assert [lane.theme.slug for lane in drawn.themes] == list(SLUGS)
    assert means(drawn) == pytest.approx([t.baseline for t in catalogue()], abs=0.002)
    assert all(lane.is_untested for lane in drawn.themes)


def test_before_the_course_drew_its_map_nothing_is_known(lane):
    early = lane(catalogue().baseline_on - DAY)
    assert early.last_evidence_on is None
    assert early.position.sd > 5


def test_releases_and_claims_never_move_what_tests_show(see, one_engine):
    before = see()
    with writing(one_engine) as session:
        add_records(session, list(shipped_records()))
    after = see()
    assert [t.position for t in after.themes] == [t.position for t in before.themes]
    assert all(t.claimed is None for t in before.themes)
    assert all(t.claimed is not None for t in after.themes)


def test_a_test_moves_its_theme_alone(see, keep):
    before = means(see())
    keep(a_note(verdict=Verdict.DEPENDABLE))
    moved = [now - was for was, now in zip(before, means(see()), strict=True)]
    assert moved[0] > 0.1
    assert moved[1:] == pytest.approx([0] * 6, abs=1e-9)


def test_a_test_moves_no_claim(lane, keep):
    keep(a_release(), *(a_claim() for _ in range(3)))
    before = lane().claimed
    keep(a_note(verdict=Verdict.BREAKS))
    assert lane().claimed == before


def test_a_view_moves_its_theme(lane, keep):
    before = lane().position.mean
    keep(any_view(position=3.0))
    assert lane().position.mean > before


def test_as_of_a_day_only_what_happened_by_then_counts(lane, keep):
    untouched = lane(date(2026, 8, 14))
    keep(a_note(tested_on=date(2026, 8, 15), verdict=Verdict.DEPENDABLE))
    assert lane(date(2026, 8, 14)) == untouched
    assert lane(date(2026, 8, 15)).notes == 1


def test_known_on_a_day_only_what_was_recorded_by_its_end_counts(lane, keep):
    keep(a_note(verdict=Verdict.DEPENDABLE))
    recorded_on = RECORDED_AT.date()
    assert lane(known_on=recorded_on - DAY).notes == 0
    assert lane(known_on=recorded_on).notes == 1


def test_before_a_correction_the_old_version_was_known(lane, keep):
    keep(a_note(id="old", verdict=Verdict.BREAKS))
    wrong = lane().position
    keep(a_note(supersedes="old", verdict=Verdict.DEPENDABLE, recorded_at=NOW))
    assert lane(known_on=NOW.date() - DAY).position == wrong
    assert lane(known_on=NOW.date()).position == lane().position
    assert lane().position.mean > wrong.mean + 0.2


def test_what_is_taken_back_leaves_no_trace_but_was_known(lane, keep, one_engine):
    before = lane()
    keep(a_note(id="n", verdict=Verdict.DEPENDABLE))
    with_note = lane()
    with writing(one_engine) as session:
        take_back(session, "n", by=CONTRIBUTOR, now=NOW)
    assert lane() == before
    assert lane(known_on=NOW.date() - DAY) == with_note
    with writing(one_engine) as session:
        put_back(session, "n", by=CONTRIBUTOR, now=NOW + DAY)
    assert lane() == with_note
    assert lane(known_on=NOW.date()) == before


def test_a_map_says_what_it_was_asked_for(see):
    drawn = see(AS_OF, known_on=NOW.date(), compare=AS_OF - DAY)
    assert (drawn.as_of, drawn.known_on) == (AS_OF, NOW.date())
    assert drawn.compared_with == AS_OF - DAY


def test_without_a_comparison_nothing_moved(lane):
    assert (lane().movement, lane().before, lane().new_notes) == (None, None, 0)


def test_a_movement_is_the_difference_of_the_two_maps(lane, keep):
    keep(a_note(verdict=Verdict.DEPENDABLE))
    since = date(2026, 8, 1)
    compared = lane(compare=since)
    assert compared.before == lane(since).position
    difference = lane().position.mean - lane(since).position.mean
    assert compared.movement.amount == pytest.approx(difference, abs=1e-12)
    assert compared.new_notes == 1


def test_notes_of_the_day_compared_with_are_not_new(lane, keep):
    keep(a_note(tested_on=date(2026, 8, 15)))
    assert lane(compare=date(2026, 8, 15)).new_notes == 0
    assert lane(compare=date(2026, 8, 14)).new_notes == 1


def test_a_map_cannot_be_compared_with_a_later_day(see):
    with pytest.raises(InputError, match="compare the other way"):
        see(AS_OF, compare=AS_OF + DAY)


def test_the_last_evidence_is_the_last_that_counted(lane, keep):
    assert lane().last_evidence_on == catalogue().baseline_on
    keep(
        a_note(tested_on=date(2026, 8, 10)),
        a_note(tested_on=date(2026, 8, 12), verdict=None),
        any_view(on=date(2026, 8, 14)),  # silent: they tested four days before
        any_view(on=date(2026, 8, 11), person=REVIEWER),
    )
    assert lane().last_evidence_on == date(2026, 8, 11)
    assert (lane().notes, lane().views) == (1, 2)


def test_a_note_without_a_result_is_no_test_of_its_theme(lane, keep):
    keep(a_note(verdict=None, observed="It looked fine."))
    compared = lane(compare=date(2026, 7, 1))
    assert compared.is_untested
    assert compared.new_notes == 0


def test_claims_nobody_tested_are_counted(lane, keep):
    keep(
        a_release(),
        a_claim(signal="style-lock"),
        a_claim(signal="character-consistency"),
        a_claim(theme="longer-video", signal=None),
    )
    assert (lane().claims, lane().untested_claims) == (2, 2)
    keep(a_note(tool=None, release=RELEASE_ID, signal="style-lock"))
    assert (lane().claims, lane().untested_claims) == (2, 1)


def test_a_claim_counts_from_its_release_s_day_on(lane, keep):
    bold = {"claimed_stage": Stage.MATURE}
    keep(a_release(), *(a_claim(**bold) for _ in range(3)))
    assert lane(a_release().released_on - DAY).claimed is None
    assert lane(a_release().released_on).claimed.value == 3.5
