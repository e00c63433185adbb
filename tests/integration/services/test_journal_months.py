"""Closed months are laid beside each other by their last reports."""

import pytest

from tests.homes import settings_of
from tests.people import CONTRIBUTOR
from tests.whole_month import close_the_month, live_a_month
from themewatch.services.house import open_house
from themewatch.services.journal_months import closed_months
from themewatch.services.journals import list_own_journals


@pytest.fixture
def house(home):
    found = open_house(settings_of(home), reference=False)
    yield found
    found.close()


def months(house):
    with house.reading() as session:
        return closed_months(session, list_own_journals(session, CONTRIBUTOR))


def test_only_closed_ones_are_compared(house):
    month = live_a_month(house)
    assert months(house) == []
    report = close_the_month(house, month)
    [found] = months(house)
    assert found.report == report
    assert (found.facts.tries, found.facts.improved) == (19, 1)
