"""How long servers ask to be left alone, in every form."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from themewatch.ingest.freshness import MOST, not_before, retry_after

NOW = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("1.5", 1),
        ("Thu, 01 Oct 2026 10:30:00 GMT", 3600),
        ("Thursday, 01-Oct-26 10:30:00 GMT", 3600),
        ("Thu, 01 Oct 2026 12:30:00 +0200", 3600),
        ("Thu, 01 Oct 2020 10:30:00 GMT", 0),
        ("99999999999", MOST.total_seconds()),
        ("Fri, 31 Dec 9999 23:59:59 GMT", MOST.total_seconds()),
    ],
)
def test_retry_after_is_said_in_seconds_or_as_a_date(value, seconds):
    asked = retry_after({"retry-after": value}, NOW)
    assert asked == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "-5", "1 hour", "٣", "Thu, 99 Foo 2026"])
def test_a_retry_after_that_says_nothing_counts_for_nothing(value):
    assert retry_after({"retry-after": value}, NOW) is None


@pytest.mark.parametrize(
    ("headers", "minutes"),
    [
        ({"cache-control": "public, max-age=600"}, 10),
        ({"cache-control": 'MAX-AGE="600"'}, 10),
        ({"cache-control": "max-age=600", "age": "300"}, 5),
        ({"cache-control": "max-age=600", "age": "900"}, 0),
        ({"expires": "Thu, 01 Oct 2026 10:00:00 GMT"}, 30),
        (
            {
                "expires": "Wed, 30 Sep 2026 10:00:00 GMT",
                "date": "Wed, 30 Sep 2026 09:00:00 GMT",
            },
            60,
        ),
        ({"expires": "Thu, 19 Nov 1981 08:52:00 GMT"}, 0),
        ({"cache-control": "max-age=60", "retry-after": "3600"}, 60),
        ({"cache-control": "max-age=31536000"}, 7 * 24 * 60),
    ],
)
def test_the_latest_of_all_wishes_counts(headers, minutes):
    assert not_before(headers, NOW) == NOW + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"cache-control": "no-cache"},
        {"cache-control": "s-maxage=600"},
        {"expires": "0"},
        {"expires": "-1"},
    ],
)
def test_nothing_asked_is_nothing(headers):
    assert not_before(headers, NOW) is None


@given(
    st.dictionaries(
        st.sampled_from(["cache-control", "age", "expires", "date", "retry-after"]),
        st.text(max_size=40)
        | st.integers().map(str)
        | st.integers().map("max-age={}".format)
        | st.datetimes().map("{:%a, %d %b %Y %H:%M:%S -2359}".format),
    )
)
def test_whatever_is_said_the_wait_is_within_a_week(headers):
    asked = not_before(headers, NOW)
    assert asked is None or NOW <= asked <= NOW + MOST
