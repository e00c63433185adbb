"""What moved a theme between two days: the parts are the whole."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import a_note, a_view
from tests.people import CONTRIBUTOR, REVIEWER, VIEWER
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.moved import Moved
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.theme import SLUGS
from themewatch.domain.view import Confidence
from themewatch.errors import InputError
from themewatch.services.assessment import assess
from themewatch.services.moved import what_moved

AS_OF, SINCE = date(2026, 9, 1), date(2026, 8, 1)
OLD, NEW = date(2026, 7, 15), date(2026, 8, 15)
THEME, OTHER = "consistency", "longer-video"


def assessed(*records, since=SINCE):
    return assess(standing_evidence(records), as_of=AS_OF, compare=since)


def moved(*records, theme=THEME, since=SINCE) -> Moved:
    return what_moved(assessed(*records, since=since), theme)


def assert_adds_up(assessment, theme) -> None:
    found = what_moved(assessment, theme)
    then, now = assessment.then.positions[theme], assessment.now.positions[theme]
    assert found.before == pytest.approx(then.mean, abs=1e-9)
    assert found.after == pytest.approx(now.mean, abs=1e-9)
    assert found.amount == pytest.approx(now.mean - then.mean, abs=1e-9)


days = st.integers(0, 300).map(lambda ago: AS_OF - timedelta(days=ago))
people = st.sampled_from([CONTRIBUTOR, REVIEWER, VIEWER])
notes = st.builds(
    a_note,
    theme=st.sampled_from([THEME, OTHER]),
    person=people,
    tool=st.sampled_from(["A", "B", None]),
    tested_on=days,
    verdict=st.sampled_from([*Verdict, None]),
    rigor=st.sampled_from(Rigor),
)
views = st.builds(
    a_view,
    theme=st.sampled_from([THEME, OTHER]),
    person=people,
    on=days,
    position=st.floats(0, 4),
    confidence=st.sampled_from(Confidence),
)


@settings(max_examples=50)
@given(st.lists(st.one_of(notes, views), max_size=20), days)
def test_the_parts_of_a_movement_add_up_to_it(records, since):
    assessment = assessed(*records, since=since)
    for theme in (THEME, OTHER, "lower-cost"):
        assert_adds_up(assessment, theme)


@pytest.mark.parametrize("theme", SLUGS)
@pytest.mark.parametrize("since", [date(2019, 1, 1), date(2026, 2, 1), SINCE, AS_OF])
def test_they_add_up_for_any_two_days(theme, since):
    records = [
        a_note(theme=slug, person=person, tested_on=day)
        for slug in (THEME, OTHER)
        for person in (CONTRIBUTOR, REVIEWER)
        for day in (OLD, NEW)
    ]
    assert_adds_up(assessed(*records, a_view(person=VIEWER), since=since), theme)


def test_what_happened_since_is_new_and_what_was_there_is_not():
    found = moved(
        a_note(id="old", tested_on=OLD),
        a_note(id="new", tested_on=NEW, tries=9, acceptable=9),
        a_view(id="view", person=VIEWER, on=NEW),
    )
    news = {change.record.id: change.is_new for change in found.changes}
    assert news == {"old": False, "new": True, "view": True}
    assert found.was_tested


def test_the_largest_change_comes_first():
    found = moved(
        a_note(tested_on=NEW, tries=9, acceptable=9),
        a_note(tested_on=NEW, person=REVIEWER),
        a_note(tested_on=OLD, person=VIEWER),
    )
    sizes = [abs(change.amount) for change in found.changes]
    assert sizes == sorted(sizes, reverse=True)


def test_a_note_without_a_result_moved_nothing():
    assert moved(a_note(tested_on=NEW, verdict=None)).changes == ()


def test_only_the_theme_s_own_evidence_is_listed():
    other = a_note(theme=OTHER, tested_on=NEW, verdict=Verdict.DEPENDABLE)
    found = moved(a_note(id="own", tested_on=OLD), other)
    assert [change.record.id for change in found.changes] == ["own"]


def test_what_other_themes_changed_is_told_apart():
    own = a_note(tested_on=OLD, rigor=Rigor.FIXED)
    other = a_note(
        theme=OTHER, tested_on=NEW, verdict=Verdict.DEPENDABLE, rigor=Rigor.FIXED
    )
    assert moved(own).elsewhere == pytest.approx(0, abs=1e-9)
    assert abs(moved(own, other).elsewhere) > 0.01


def test_where_nothing_was_tested_by_then_that_is_known():
    found = moved(a_note(tested_on=NEW))
    assert (found.was_tested, found.was_known) == (False, True)


def test_before_the_course_s_map_nothing_was_known_and_the_start_moved():
    found = moved(theme="native-audio", since=date(2026, 1, 1))
    assert not found.was_known
    assert found.start == pytest.approx(found.after - found.before, abs=1e-9)


def test_between_a_day_and_itself_nothing_moved():
    found = moved(a_note(tested_on=OLD), since=AS_OF)
    assert found.amount == 0
    assert not any(change.is_new or change.amount for change in found.changes)


def test_without_a_day_to_compare_with_there_is_nothing_to_say():
    with pytest.raises(InputError, match="Choose a day to compare with"):
        moved(since=None)


def test_an_unknown_theme_did_not_move():
    with pytest.raises(InputError, match="There is no theme 'video'"):
        moved(theme="video")
