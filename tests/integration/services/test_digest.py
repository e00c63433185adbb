"""A digest gathers what happened in its days, and what was logged late."""

from datetime import date, datetime, timedelta

import pytest

from tests.factories import NOW, a_checkpoint, a_claim, a_forecast, a_note, a_release
from tests.news import put_stories
from themewatch.domain.claim import Outcome
from themewatch.errors import InputError
from themewatch.services.digest import get_digest
from themewatch.services.log import log_record, log_records
from themewatch.services.reference import shipped_records

SINCE, UNTIL = date(2026, 9, 1), date(2026, 10, 1)
BEFORE, DURING = date(2026, 8, 20), date(2026, 9, 20)
DAY = timedelta(days=1)


def the_digest(session, **changes):
    options = {"since": SINCE, "until": UNTIL, "now": NOW}
    return get_digest(session, **options | changes)


def at(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=NOW.tzinfo)


def a_test(on, **changes):
    return a_note(tested_on=on, **{"recorded_at": at(on)} | changes)


def ids(news):
    return [one.note.id for one in news]


def test_an_empty_house_has_nothing_to_tell(session):
    assert the_digest(session).is_empty


def test_tests_of_its_days_are_told_the_newest_first(session):
    days = {"before": SINCE, "first": SINCE + DAY, "last": UNTIL}
    log_records(session, [a_test(day, id=name) for name, day in days.items()])
    found = the_digest(session)
    assert ids(found.tests) == ["last", "first"]
    assert [s.theme.slug for s in found.moved] == ["consistency"]
    assert not found.is_empty


def test_what_was_tested_earlier_and_logged_in_its_days_is_told(session):
    log_records(
        session,
        [
            a_test(BEFORE, id="late", recorded_at=at(DURING)),
            a_test(BEFORE, id="old"),
        ],
    )
    assert ids(the_digest(session).tests) == ["late"]


def test_a_correction_of_an_old_test_is_no_news(session):
    log_record(session, a_test(BEFORE, id="old"))
    log_record(session, a_test(BEFORE, supersedes="old", recorded_at=at(DURING)))
    assert the_digest(session).is_empty


def test_claims_of_its_days_are_told_and_shipped_ones_only_of_theirs(session):
    log_record(session, a_release(released_on=DURING, recorded_at=at(DURING)))
    log_record(session, a_claim(recorded_at=at(DURING)))
    log_records(session, [*shipped_records()])
    long_ago = min(r.recorded_at for r in shipped_records()).date()
    found = the_digest(session, since=long_ago - DAY)
    assert "Vision 1" in {news.model for news in found.claims}
    assert all(news.judged.on > long_ago - DAY for news in found.claims)


def test_a_claim_tested_in_its_days_says_what_it_was_before(session):
    log_record(session, a_release(released_on=BEFORE))
    log_record(session, a_claim())
    test = a_test(DURING, release=a_release().id, tool=None, tries=8, acceptable=1)
    log_record(session, test)
    (news,) = the_digest(session).outcomes
    assert (news.was, news.model) == (Outcome.UNTESTED, "Vision 1")
    assert news.judged.outcome is Outcome.DOES_NOT_HOLD_UP


def test_checkpoints_that_fell_due_were_settled_or_come_soon_are_told(session):
    log_records(
        session,
        [
            a_checkpoint(id="overdue", due_on=SINCE),
            a_checkpoint(id="due", due_on=UNTIL),
            a_checkpoint(id="soon", due_on=UNTIL + 30 * DAY),
            a_checkpoint(id="later", due_on=UNTIL + 31 * DAY),
            a_checkpoint(id="open", due_on=None),
            settled("now", DURING, said=DURING),
            settled("said", BEFORE, said=DURING),
            settled("then", BEFORE, said=BEFORE),
        ],
    )
    found = the_digest(session).checkpoints
    assert [c.id for c in found.all] == ["due", "now", "said", "soon"]
    assert found.overdue == 1


def settled(name, on, said):
    return a_checkpoint(id=name, recorded_at=at(said), settled_on=on, result="x")


def test_forecasts_that_came_due_in_its_days_are_scored(session):
    days = {"before": SINCE, "during": DURING, "after": UNTIL + DAY}
    log_records(
        session,
        [
            a_forecast(id=n, by=day, on=BEFORE, recorded_at=at(BEFORE))
            for n, day in days.items()
        ],
    )
    (scored,) = the_digest(session).scored
    assert scored.forecast.id == "during"


def test_what_waits_in_the_inbox_is_counted(session):
    put_stories(session, 3)
    found = the_digest(session)
    assert (found.stories, found.are_more, found.is_empty) == (3, False, True)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"until": UNTIL + DAY}, "lies ahead"),
        ({"since": UNTIL}, "begin earlier"),
        ({"since": UNTIL, "until": SINCE}, "begin earlier"),
    ],
)
def test_days_that_are_none_are_refused(session, changes, said):
    with pytest.raises(InputError, match=said):
        the_digest(session, **changes)
