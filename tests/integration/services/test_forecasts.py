"""Forecasts are kept beside the map's chance, stand for good, and are scored."""

from datetime import date, timedelta

import pytest

from tests.factories import (
    NOW,
    RECORDED_AT,
    a_catalogue,
    a_forecast,
    a_note,
    a_release,
    a_view,
)
from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.lines import HEADER, record_to_line
from themewatch.domain.note import Verdict
from themewatch.domain.record import Withdrawal
from themewatch.domain.stage import Stage
from themewatch.errors import ConflictError, InputError
from themewatch.services.assessment import assess
from themewatch.services.evidence import get_evidence
from themewatch.services.exchange import import_records
from themewatch.services.forecasts import (
    chances_on_map,
    known_by,
    open_forecasts,
    scored,
    stages_by,
)
from themewatch.services.log import log_record, log_records, put_back, take_back

BY = date(2026, 9, 30)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SOON = RECORDED_AT + HOUR
TOMORROW = RECORDED_AT + DAY


def kept(session, **changes):
    forecast = a_forecast(id="f1", **changes)
    log_record(session, forecast)
    return forecast


class TestChances:
    def test_they_are_those_of_the_map_at_that_moment(self, session):
        log_record(session, a_note(verdict=Verdict.USUALLY))
        now = assess(get_evidence(session), as_of=date(2026, 9, 1))
        by = date(2027, 6, 30)
        found = chances_on_map(now, "consistency", Stage.MATURING, by)
        estimate = now.now
        assert found.estimated == pytest.approx(
            estimate.chance("consistency", Stage.MATURING, by), abs=1e-6
        )
        assert found.unchanged == pytest.approx(
            estimate.chance("consistency", Stage.MATURING, now.as_of), abs=1e-6
        )
        assert found.estimated > found.unchanged

    def test_what_is_certain_is_one_and_no_more(self, session):
        now = assess(get_evidence(session), as_of=date(2026, 9, 1))
        found = chances_on_map(now, "consistency", Stage.EARLY, date(2027, 6, 30))
        assert found == (1.0, 1.0)


class TestStandingForGood:
    def test_within_a_day_one_is_taken_back_and_put_back(self, session):
        kept(session)
        take_back(session, "f1", by=CONTRIBUTOR, now=SOON)
        assert get_evidence(session).forecasts == ()
        put_back(session, "f1", by=CONTRIBUTOR, now=SOON + HOUR)
        assert len(get_evidence(session).forecasts) == 1

    def test_after_a_day_it_is_not_taken_back(self, session):
        kept(session)
        with pytest.raises(ConflictError, match="stands"):
            take_back(session, "f1", by=CONTRIBUTOR, now=TOMORROW)
        assert len(get_evidence(session).forecasts) == 1

    def test_after_a_day_it_is_not_put_back_where_it_would_come_true(self, session):
        kept(session)
        take_back(session, "f1", by=CONTRIBUTOR, now=SOON)
        with pytest.raises(ConflictError, match="stands"):
            put_back(session, "f1", by=CONTRIBUTOR, now=TOMORROW)

    def test_on_its_own_day_it_is_not_taken_back(self, session):
        kept(session, by=RECORDED_AT.date() + DAY)
        midnight = (RECORDED_AT + DAY).replace(hour=0)
        with pytest.raises(ConflictError, match="its own day"):
            take_back(session, "f1", by=CONTRIBUTOR, now=midnight)

    def test_it_is_never_corrected(self, session):
        kept(session)
        with pytest.raises(InputError, match="give another"):
            log_record(session, a_forecast(id="f2", supersedes="f1", chance=0.9))

    def test_none_is_kept_of_a_day_that_has_come(self, session):
        with pytest.raises(InputError, match="has come"):
            kept(session, recorded_at=NOW, by=NOW.date())

    def test_a_file_brings_the_take_backs_it_tells_of(self, session):
        kept(session)
        withdrawn = a_forecast(id="f1", withdrawals=(Withdrawal(SOON),))
        lines = [HEADER, record_to_line(withdrawn)]
        import_records(session, lines, now=NOW, catalogue=a_catalogue())
        assert get_evidence(session).forecasts == ()


class TestScoring:
    @pytest.fixture
    def dependable(self, session):
        """Let many find the theme dependable on its day."""
        notes = [
            a_note(
                person=f"P{n}",
                tested_on=BY,
                verdict=None,
                tries=20,
                acceptable=20,
                recorded_at=NOW,
            )
            for n in range(12)
        ]
        log_records(session, notes)
        return session

    def test_one_whose_day_lies_ahead_is_not_scored(self, session):
        kept(session, by=BY)
        evidence = get_evidence(session)
        assert scored(evidence, BY - DAY) == []
        assert [f.id for f in open_forecasts(evidence.forecasts, BY - DAY)] == ["f1"]

    def test_on_its_day_it_is_scored_and_open_no_more(self, session):
        kept(session, by=BY)
        evidence = get_evidence(session)
        (found,) = scored(evidence, BY)
        assert (found.forecast.id, found.came_true) == ("f1", False)
        assert open_forecasts(evidence.forecasts, BY) == []

    @pytest.mark.parametrize(
        ("stage", "came_true"),
        [(Stage.GROWING, True), (Stage.MATURING, True), (Stage.MATURE, False)],
    )
    def test_it_came_true_in_its_stage_or_beyond(self, dependable, stage, came_true):
        kept(dependable, by=BY, stage=stage)
        evidence = get_evidence(dependable)
        assert stages_by(known_by(evidence, BY), BY)["consistency"] is Stage.MATURING
        assert [s.came_true for s in scored(evidence, BY)] == [came_true]

    def test_what_happened_after_its_day_plays_no_part(self, dependable):
        kept(dependable, by=BY - DAY, stage=Stage.MATURING)
        (found,) = scored(get_evidence(dependable), BY + DAY)
        assert not found.came_true

    def test_what_is_told_of_a_day_is_the_same_once_later_days_are_known(self, session):
        release = a_release(released_on=BY + DAY, recorded_at=NOW)
        early, old = BY - 30 * DAY, BY - 400 * DAY
        on_release = {"release": release.id, "tool": None}
        log_records(
            session,
            [
                release,
                a_note(tested_on=early, **on_release),
                a_note(tested_on=old, tool="Vision 1"),
                a_note(tested_on=BY + DAY, recorded_at=NOW, **on_release),
                a_view(on=early + DAY),
                a_view(on=BY, person=REVIEWER, recorded_at=NOW),
            ],
        )
        evidence = get_evidence(session)
        later = known_by(evidence, BY + 60 * DAY)
        assert [r for r in later if r.on <= BY] == known_by(evidence, BY)

    def test_a_day_is_estimated_once_for_all_its_forecasts(self, session):
        days = (BY, BY, BY - DAY)
        log_records(session, [a_forecast(by=by) for by in days])
        evidence, asked = get_evidence(session), []

        def stages_on(day):
            asked.append(day)
            return stages_by(known_by(evidence, day), day)

        assert len(scored(evidence, BY, stages_on)) == 3
        assert sorted(asked) == [BY - DAY, BY]

    def test_the_latest_day_stands_first_and_the_nearest_ahead(self, session):
        for number, by in enumerate((BY - DAY, BY, BY + DAY, BY + 3 * DAY)):
            log_record(session, a_forecast(id=f"f{number}", by=by))
        evidence = get_evidence(session)
        assert [s.forecast.id for s in scored(evidence, BY)] == ["f1", "f0"]
        ahead = open_forecasts(evidence.forecasts, BY)
        assert [f.id for f in ahead] == ["f2", "f3"]
