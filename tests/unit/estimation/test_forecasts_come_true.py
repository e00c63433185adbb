"""Of forecasts said at about 80 %, about 80 % come true, where the model is right."""

from dataclasses import replace

import pytest

from benchmarks.forecasts import NORMAL, SAID, STUDENT, Forecasts, fair, forecasts
from themewatch.estimation import EstimationSettings

WORLDS = range(1000, 1050)  # others than those whose figures are told


def said_in_fair_worlds(
    drawn: EstimationSettings, believed: EstimationSettings
) -> Forecasts:
    return forecasts(replace(fair("", drawn), settings=believed), WORLDS)


def keeps_its_word(found: Forecasts) -> bool:
    likely, unlikely = found.said(*SAID), found.said(0.15, 0.25)
    return 0.74 <= likely.share_true <= 0.86 and 0.14 <= unlikely.share_true <= 0.26


@pytest.mark.parametrize("settings", [NORMAL, STUDENT], ids=["normal", "student"])
def test_forecasts_keep_their_word_in_worlds_as_the_model_believes(settings):
    found = said_in_fair_worlds(settings, settings)
    assert len(found.said(*SAID)) >= 100
    assert keeps_its_word(found)
    ours, no_change = found.brier
    assert ours < no_change


@pytest.mark.parametrize(
    "wrong", [{"volatility": 1.5}, {"volatility": 0.2, "drift_sd": 0.05}], ids=str
)
def test_a_model_that_believes_otherwise_would_be_found_out(wrong):
    found = said_in_fair_worlds(NORMAL, replace(NORMAL, **wrong))
    assert not keeps_its_word(found)
