"""Two runs are told apart by counts, and luck is not taken for a difference."""

from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from tests.journaling import a_run
from themewatch.domain.run_difference import (
    chance_of_as_much,
    change,
    usable_shares,
)

COUNTS = st.integers(1, 30).flatmap(
    lambda tries: st.tuples(st.integers(0, tries), st.just(tries))
)


@given(COUNTS, COUNTS)
def test_it_is_fishers_exact_test(one, other):
    table = [[n, tries - n] for n, tries in (one, other)]
    expected = fisher_exact(table).pvalue
    assert isclose(chance_of_as_much(one, other), expected, rel_tol=1e-6)


@given(COUNTS, COUNTS)
def test_which_comes_first_makes_no_difference(one, other):
    assert isclose(chance_of_as_much(one, other), chance_of_as_much(other, one))


def test_five_of_five_against_none_is_no_luck():
    shares = usable_shares(a_run(tries=5, usable=0), a_run(tries=5, usable=5))
    assert shares is not None
    assert (shares.one, shares.other) == (0, 1)
    assert not shares.may_be_luck


def test_one_more_of_five_may_be_luck():
    shares = usable_shares(a_run(tries=5, usable=2), a_run(tries=5, usable=3))
    assert shares is not None
    assert shares.may_be_luck


@pytest.mark.parametrize(
    "uncounted", [{"tries": None, "usable": None}, {"usable": None}]
)
def test_what_was_not_counted_has_no_share(uncounted):
    assert usable_shares(a_run(), a_run(**uncounted)) is None
    assert usable_shares(a_run(**uncounted), a_run()) is None


def test_a_change_needs_both_and_something_to_begin_from():
    assert change(2.0, 3.0) == 0.5
    assert change(None, 3.0) is None
    assert change(2.0, None) is None
    assert change(0.0, 3.0) is None
