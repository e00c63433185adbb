from datetime import timedelta

import pytest

from tests.factories import NOW
from themewatch.ui.moments import ago, ahead, how_long


@pytest.mark.parametrize(
    ("span", "said"),
    [
        (timedelta(seconds=5), "1 minute"),
        (timedelta(minutes=59), "59 minutes"),
        (timedelta(hours=23, minutes=59), "23 hours"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=40), "40 days"),
    ],
    ids=str,
)
def test_a_span_is_said_in_its_largest_unit(span, said):
    assert how_long(span) == said


def test_a_moment_is_said_from_now():
    assert ago(NOW - timedelta(hours=2), NOW) == "2 hours ago"
    assert ago(NOW, NOW) == "just now"
    assert ahead(NOW + timedelta(minutes=3), NOW) == "in 3 minutes"
    assert ahead(NOW - timedelta(days=1), NOW) == "now"
