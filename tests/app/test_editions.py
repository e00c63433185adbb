"""The Editions page, and what editions change on the map and on a theme's page."""

from datetime import date, timedelta

import pytest

from tests.app.conftest import Keep
from tests.app.visitor import Visitor
from tests.factories import NOW, a_note
from tests.people import REVIEWER
from themewatch.services.editions import Wish, publish
from themewatch.services.house import House

TODAY = NOW.date()
BEFORE = TODAY - timedelta(days=20)


@pytest.fixture
def published(house: House, keep: Keep) -> date:
    """Return the day of an edition, since which a test came."""
    at = NOW - timedelta(days=20)
    keep(a_note(recorded_at=at - timedelta(days=1)))
    with house.writing() as db:
        publish(db, Wish("Summer", BEFORE, REVIEWER, "It was quiet."), now=at)
    keep(a_note(tested_on=TODAY, recorded_at=NOW - timedelta(hours=1)))
    return BEFORE


def test_the_map_is_compared_with_the_last_edition(
    visitor: Visitor, published: date
) -> None:
    visitor.open("map")
    assert visitor.field("Compare with").value == published
    assert "1 test since edition 1" in visitor.text
    assert "since edition 1" in visitor.chart_alt


def test_a_day_before_the_first_edition_is_compared_with_a_month_before(
    visitor: Visitor, published: date
) -> None:
    day = published - timedelta(days=1)
    visitor.open("map", as_of=day.isoformat())
    assert visitor.field("Compare with").value == day - timedelta(days=30)
    assert "since edition" not in visitor.text


def test_a_theme_says_what_changed_since_the_edition(
    visitor: Visitor, published: date
) -> None:
    visitor.open("theme", theme="consistency")
    assert visitor.field("Compare with").value == published
    assert "Since edition 1" in visitor.text
