"""The figures of a month: exact, up to a day, and nothing of what came later."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.factories import a_note, a_view
from tests.homes import settings_of
from tests.journaling import END, START, THEME, a_journal
from tests.people import CONTRIBUTOR, REVIEWER
from tests.whole_month import LAST, RELEASE, Month, figures_of, live_a_month
from themewatch.domain.claim import Outcome
from themewatch.domain.evidence import happened_by
from themewatch.domain.journal_report import MarkOf
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.house import open_house
from themewatch.services.journal_figures import MOST_DAYS, month_end, month_figures
from themewatch.services.log import log_records, take_back

DAY = timedelta(days=1)


@pytest.fixture
def house(home):
    found = open_house(settings_of(home), reference=False)
    yield found
    found.close()


@pytest.fixture
def month(house):
    return live_a_month(house)


def position(evidence, on):
    return assess(evidence, as_of=on).now.positions[THEME]


def own(evidence):
    return [n for n in evidence.notes if n.person == CONTRIBUTOR and n.theme == THEME]


def figures(house, month, *, on=END):
    with house.reading() as session:
        return figures_of(session, month, on=on)


def test_what_own_notes_moved_is_the_estimate_with_them_less_the_one_without(
    house, month
):
    evidence, found = figures(house, month)
    others = tuple(n for n in evidence.notes if n not in own(evidence))
    without = position(replace(evidence, notes=others), END)
    there = position(evidence, END)
    assert found.notes == len(own(evidence)) == 4
    assert found.moved == pytest.approx(there.mean - without.mean, abs=1e-12)
    assert found.narrowed == pytest.approx(1 - there.sd / without.sd, abs=1e-12)
    assert abs(found.moved) > 0.1
    assert found.narrowed > 0.1


def test_notes_from_before_the_month_are_not_its_own(house, month):
    before = a_note(
        recorded_at=LAST.now,
        theme=THEME,
        tested_on=START - DAY,
        tries=9,
        acceptable=9,
        person=CONTRIBUTOR,
    )
    with house.writing() as session:
        log_records(session, [before])
    evidence, found = figures(house, month)
    assert found.notes == 4
    others = tuple(
        n for n in evidence.notes if n.tested_on < START or n.person == REVIEWER
    )
    without = position(replace(evidence, notes=others), END)
    assert found.moved == pytest.approx(position(evidence, END).mean - without.mean)


def test_a_view_that_own_notes_silence_stays_silent_without_them(house, month):
    _evidence, before = figures(house, month)
    view = a_view(theme=THEME, person=CONTRIBUTOR, on=END, position=3.9)
    with house.writing() as session:
        log_records(session, [replace(view, recorded_at=LAST.now)])
    _evidence, found = figures(house, month)
    assert found.moved == pytest.approx(before.moved, abs=1e-12)


def test_the_line_is_what_the_map_showed_on_each_day(house, month):
    evidence, found = figures(house, month)
    days = [point.on for point in found.tested]
    assert days[0] == START - DAY
    assert days[-1] == END
    assert {note.tested_on for note in evidence.notes} <= set(days)
    for point in found.tested:
        shown = position(happened_by(evidence, point.on), point.on)
        assert point.value == pytest.approx(shown.mean, abs=1e-9)
        assert (point.low, point.high) == pytest.approx((shown.low, shown.high))


def test_figures_reach_to_today_while_the_month_runs(house, month):
    today = START + 12 * DAY
    assert month_end(month.journal, today) == today
    assert month_end(month.journal, END + 9 * DAY) == END
    assert month_end(month.journal, START - DAY) == START
    _evidence, found = figures(house, month, on=today)
    assert found.end.on == today
    assert found.notes == 3
    assert max(mark.on for mark in found.marks if mark.entry is None) <= today


def test_a_month_with_nothing_in_it_has_figures_too(house):
    journal = a_journal()
    _evidence, found = figures(house, Month(journal, ()))
    assert (found.moved, found.narrowed, found.notes, found.marks) == (0, 0, 0, ())
    assert [point.on for point in found.tested] == [START - DAY, END]
    assert found.claimed[0] == (START - DAY, None)


def test_a_month_before_anything_was_known_has_figures_too(house):
    early = a_journal(
        started_on=START.replace(year=2020), ends_on=END.replace(year=2020)
    )
    _evidence, found = figures(house, Month(early, ()), on=early.ends_on)
    assert found.end.value == pytest.approx(1.5)


def test_a_year_of_daily_tests_is_worked_out_on_few_days(house):
    journal = a_journal(ends_on=START + 300 * DAY)
    notes = [
        a_note(theme=THEME, tested_on=START + n * DAY, recorded_at=LAST.now + 400 * DAY)
        for n in range(200)
    ]
    with house.writing() as session:
        log_records(session, notes)
    _evidence, found = figures(house, Month(journal, ()), on=journal.ends_on)
    days = [point.on for point in found.tested]
    assert len(days) == MOST_DAYS
    assert days == sorted(set(days))
    assert (days[0], days[-1]) == (START - DAY, journal.ends_on)


def test_claims_tested_say_how_they_held_and_where(house, month):
    _evidence, found = figures(house, month)
    [claim] = found.claims
    assert (claim.model, claim.outcome, claim.entry) == (
        "Long 2",
        Outcome.PARTLY,
        "entry-7",
    )
    assert found.untested == 0


def test_the_strongest_notes_come_first_and_private_ones_not_at_all(house, month):
    _evidence, found = figures(house, month)
    assert set(found.strongest) == {"entry-1", "entry-3", "entry-4", "entry-7"}
    assert found.strongest[0] in ("entry-4", "entry-7")
    private = [mark for mark in found.marks if mark.entry == "entry-5"]
    assert [mark.kind for mark in private] == [MarkOf.NOTE]


def test_they_stand_on_every_note_and_view_of_the_theme(house, month):
    evidence, found = figures(house, month)
    assert set(found.evidence) == {note.id for note in evidence.notes}


def test_what_was_taken_back_is_no_part_of_them(house, month):
    evidence, found = figures(house, month)
    with house.writing() as session:
        for note in own(evidence):
            take_back(session, note.id, by=CONTRIBUTOR, now=LAST.now)
        rest = get_evidence(session)
        assessment = assess(rest, as_of=END)
        later = month_figures(assessment, month.journal, month.entries)
    assert found.notes == 4
    assert later.notes == 0
    assert later.moved == 0
    releases = [mark.record for mark in later.marks_of(MarkOf.RELEASE)]
    assert releases == [RELEASE]
