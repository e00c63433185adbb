"""What tells two runs apart, in words a person would use."""

import pytest

from tests.factories import a_theme
from tests.journaling import a_run
from themewatch.charts.run_difference_words import difference_rows
from themewatch.domain.note import Verdict

BARE = {"tries": None, "usable": None}


def difference(one, other):
    """Return the words of each row by its name."""
    rows = difference_rows(a_run(**BARE | one), a_run(**BARE | other), a_theme())
    return {name: said for name, _one, _other, said in rows}


@pytest.mark.parametrize(
    ("one", "other", "said"),
    [
        ((0, 5), (5, 5), "more often: 100 % instead of 0 %"),
        ((9, 9), (1, 9), "less often: 11 % instead of 100 %"),
        ((1, 5), (2, 5), "more often: 40 % instead of 20 %; with so few tries it may "),
        ((2, 4), (3, 6), "as often: 50 %"),
    ],
)
def test_usable_tries_are_compared_as_shares(one, other, said):
    counts = [{"usable": usable, "tries": tries} for usable, tries in (one, other)]
    assert difference(*counts)["Usable"].startswith(said)


@pytest.mark.parametrize(
    ("price", "said"), [(0.2, "50 % cheaper"), (0.6, "50 % dearer"), (0.4, "the same")]
)
def test_prices_are_compared_by_share(price, said):
    assert difference({"price_usd": 0.4}, {"price_usd": price}) == {
        "US$ per usable output": said
    }


def test_seconds_are_compared_by_share():
    said = difference({"seconds": 100.0}, {"seconds": 75.0})
    assert said == {"Seconds per usable output": "25 % less time"}


def test_words_are_better_worse_or_the_same():
    usual = {"verdict": Verdict.USUALLY}
    assert difference({"verdict": Verdict.BREAKS}, usual)["How it went"] == "better"
    assert difference({"verdict": Verdict.DEPENDABLE}, usual)["How it went"] == "worse"
    assert difference(usual, usual)["How it went"] == "the same"


def test_what_only_one_of_them_tells_stands_without_a_difference():
    rows = difference_rows(a_run(price_usd=0.4), a_run(**BARE), a_theme())
    assert rows == [
        ("Usable", "2 of 5", "", ""),
        ("US$ per usable output", "0.4", "", ""),
    ]


def test_what_neither_tells_has_no_row():
    assert difference({}, {}) == {}
