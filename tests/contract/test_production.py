"""The shipped stages of production hang together, and each judgement has a reason."""

from copy import deepcopy

import pytest

from themewatch import resources
from themewatch.domain.production import MAKES
from themewatch.domain.stage import Stage
from themewatch.errors import ReferenceDataError
from themewatch.services.production import FILE, production, stages_of
from themewatch.services.reference import catalogue

TABLE = resources.read_toml(FILE)
WORKS = list(production().values())
NEEDS = [(work, need) for work in WORKS for need in work.needs]


def test_the_stages_of_production_are_the_three_in_the_order_of_work():
    assert tuple(TABLE) == tuple(production()) == MAKES
    assert [work.slug for work in WORKS] == list(MAKES)


def test_every_theme_bears_on_something_that_is_made():
    assert {need.theme for _work, need in NEEDS} == set(catalogue().themes)


def test_a_work_asks_of_a_theme_only_once():
    for work in WORKS:
        themes = [need.theme for need in work.needs]
        assert len(set(themes)) == len(themes) > 1


def test_every_need_names_signals_of_its_theme():
    for _work, need in NEEDS:
        assert need.signals
        assert all(catalogue().theme(need.theme).signal(s) for s in need.signals)


def test_every_text_is_there_and_a_sentence():
    for work in WORKS:
        assert work.name
        texts = (work.asks, work.before, work.now, work.gain)
        assert all(text.endswith(".") for text in texts)
    for _work, need in NEEDS:
        assert need.asks.endswith(".")
        assert need.because.endswith(".")


def test_the_yardstick_tells_works_apart():
    asked = {
        (work.slug, need.theme): need.stage
        for work, need in NEEDS
        if need.theme in {"editing-fidelity", "lower-cost"}
    }
    assert asked["storyboarding", "editing-fidelity"] is Stage.GROWING
    assert asked["visual-effects", "editing-fidelity"] is Stage.MATURE
    assert Stage.EARLY not in {need.stage for _work, need in NEEDS}


def test_the_origin_of_the_file_is_told():
    readme = resources.data_file("README.md").read_text("utf-8")
    assert f"`{FILE}`" in readme


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("theme", "smell", "no theme 'smell'"),
        ("signals", ["style-lock", "odour"], "no signal 'odour'"),
        ("stage", "ripe", "ripe"),
    ],
)
def test_what_is_not_there_is_refused_by_its_name(field, value, named):
    table = deepcopy(TABLE)
    table["storyboarding"]["needs"][0][field] = value
    with pytest.raises(ReferenceDataError, match=f"^data/{FILE} is damaged .*{named}"):
        stages_of(table)


@pytest.mark.parametrize("field", ["name", "gain", "needs"])
def test_a_work_that_leaves_something_out_is_refused(field):
    table = deepcopy(TABLE)
    del table["b-roll"][field]
    with pytest.raises(ReferenceDataError, match=field):
        stages_of(table)


def test_a_work_that_is_missing_is_refused():
    table = {slug: row for slug, row in TABLE.items() if slug != "visual-effects"}
    with pytest.raises(ReferenceDataError, match="visual-effects"):
        stages_of(table)
