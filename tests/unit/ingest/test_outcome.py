"""How often a feed speaks, by the dates of its entries."""

from datetime import timedelta

from tests.factories import NOW
from themewatch.domain.entry import DocumentEntry, FeedDocument
from themewatch.ingest.outcome import usual_gap

HOUR = timedelta(hours=1)


def gap_of(*dates):
    entries = tuple(DocumentEntry(updated_at=date) for date in dates)
    return usual_gap(FeedDocument(entries=entries), NOW)


def test_only_the_last_twenty_entries_tell_the_usual_gap():
    last = [NOW - 10 * HOUR * n for n in range(20)]
    older = [NOW - 9999 * HOUR - HOUR * n for n in range(200)]
    assert gap_of(*older, *last) == 10 * HOUR


def test_entries_of_one_time_are_not_taken_for_a_gap_unknown():
    assert gap_of(NOW, NOW, NOW) == timedelta()
    assert gap_of(NOW) is gap_of() is None
