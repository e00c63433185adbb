"""What was known at a day's end."""

from datetime import UTC, date, datetime

from tests.factories import a_note
from themewatch.services.evidence import end_of_day, get_evidence
from themewatch.storage.evidence import add_record

DAY = date(2026, 9, 1)
LAST_INSTANT = datetime(2026, 9, 1, 23, 59, 59, 999999, tzinfo=UTC)
MIDNIGHT = datetime(2026, 9, 2, tzinfo=UTC)


def test_a_day_ends_at_midnight_utc():
    assert end_of_day(DAY) == LAST_INSTANT


def test_what_was_recorded_in_the_last_instant_of_a_day_was_known_that_day(session):
    add_record(session, a_note(id="last", recorded_at=LAST_INSTANT))
    add_record(session, a_note(id="next", recorded_at=MIDNIGHT))
    assert [n.id for n in get_evidence(session, known_on=DAY).notes] == ["last"]
    assert len(get_evidence(session).notes) == 2
