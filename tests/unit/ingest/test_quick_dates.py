"""How times are written, and that they mean what feedparser takes them for."""

from calendar import timegm

import pytest
from feedparser.datetimes import _parse_date
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.quick_dates import quick_seconds

ZONES = ["GMT", "UTC", "Z", "+0000", "+0900", "-0330", "-1200"]


@given(st.datetimes(), st.sampled_from(ZONES), st.sampled_from(["%a, ", ""]))
def test_the_time_of_an_rss_feed_is_the_one_feedparser_reads(at, zone, day):
    assert_same(at.strftime(f"{day}%d %b {at.year:04d} %H:%M:%S {zone}"))


@given(st.datetimes(), st.sampled_from(["Z", "", "+00:00", "+09:00", "-03:30"]))
def test_the_time_of_an_atom_feed_is_the_one_feedparser_reads(at, zone):
    assert_same(at.isoformat() + zone)


@pytest.mark.parametrize(
    "written",
    [
        *("", "garbage", "2026", "2026-13-01", "20261001", "2026-10-01T09:30:00+0900"),
        *("Thu, 1 October 2026 09:30:00 GMT", "Thu, 01 Oct 26 09:30:00 GMT"),
        *("Thu, 01 Oct 2026 09:30:00 EST", "Thu, 01 Oct 2026 24:00:00 GMT"),
        *("Thu, ٠١ Oct 2026 09:30:00 GMT", "목, 01 10월 2026"),
    ],
)
def test_what_is_written_otherwise_is_refused(written):
    with pytest.raises(ValueError, match=r"usual way|range|month|day|hour"):
        quick_seconds(written)


def assert_same(written):
    as_read = _parse_date(written)
    try:
        assert quick_seconds(written) == timegm(as_read)
    except (ValueError, OverflowError):
        assert as_read is None or not 2 <= as_read.tm_year <= 9998
