"""A vendor's bar on the axis that all share."""

import re
from itertools import pairwise

import pytest

from themewatch.charts.palette import LIGHT
from themewatch.charts.vendor_bar import LeadAxis, axis_head, lead_axis, lead_bar
from themewatch.domain.vendor import Lead, VendorRecord

AXIS = LeadAxis(-1, 2)


def a_record(lead, tested=5):
    return VendorRecord("Acme", 9, tested, lead)


def test_the_axis_holds_every_range_and_shows_what_is_level_with_tests():
    assert lead_axis([]) == AXIS
    assert lead_axis([a_record(Lead(0.5, 0.3))]) == AXIS
    assert lead_axis([a_record(Lead(2.4, 0.3)), a_record(Lead(-1.5, 0.3))]) == (
        LeadAxis(-2, 3)
    )


def test_who_has_no_verdict_widens_no_axis():
    assert lead_axis([a_record(Lead(3, 0.4), tested=4)]) == AXIS


def test_leads_lie_on_the_axis_in_proportion():
    places = [AXIS.share(lead) for lead in (-1, 0, 1, 2)]
    steps = {round(b - a, 1) for a, b in pairwise(places)}
    assert len(steps) == 1
    assert 0 < places[0] < places[-1] < 100


def test_a_bar_spans_the_likely_range_with_the_lead_in_it():
    lead = Lead(0.5, 0.3)
    html = lead_bar(lead, AXIS, LIGHT)
    left = AXIS.share(lead.low)
    assert f"left:{left}%;width:{AXIS.share(lead.high) - left:.2f}%" in html
    assert f"left:calc({AXIS.share(0.5)}% - " in html


def test_a_bar_says_in_words_what_it_shows():
    [label] = re.findall('aria-label="([^"]*)"', lead_bar(Lead(1, 0.2), AXIS, LIGHT))
    assert label == (
        "about a stage ahead of tests; likely range (8 in 10): +0.7 to +1.3 stages"
    )


def test_the_head_names_the_stages_nought_as_claimed():
    names = re.findall(r">([^<>]+)<", axis_head(AXIS, LIGHT))
    assert names == ["1 stage behind", "as claimed", "1 stage ahead", "2 ahead"]


@pytest.mark.parametrize("axis", [AXIS, LeadAxis(-2, 3)])
def test_the_head_and_the_bars_share_their_places(axis):
    head = set(re.findall(r"left:([\d.]+)%;transform", axis_head(axis, LIGHT)))
    bar = set(re.findall(r"left:calc\(([\d.]+)% ", lead_bar(Lead(9, 1), axis, LIGHT)))
    assert head <= bar
