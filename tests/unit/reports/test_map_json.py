import json
from datetime import date

import pytest

from tests.standings import a_map, a_rich_map, a_standing
from themewatch.reports.map_json import map_document, map_json

THEME_KEYS = [
    "theme",
    "name",
    "position",
    "sd",
    "low",
    "high",
    "stage",
    "stage_probabilities",
    "movement",
    "movement_is_clear",
    "claimed",
    "claimed_stage",
    "notes",
    "claims",
    "views",
    "last_evidence_on",
]


def test_the_document_has_exactly_the_promised_keys_in_their_order():
    document = map_document(a_rich_map())
    assert list(document) == ["as_of", "known_on", "compared_with", "themes"]
    for theme in document["themes"]:
        assert list(theme) == THEME_KEYS
        stages = list(theme["stage_probabilities"])
        assert stages == ["early", "growing", "maturing", "mature"]


def test_a_theme_tells_its_figures():
    standing = a_standing("lower-cost", mean=2.25, sd=0.3, claimed=3.17, moved=0.3)
    [theme] = map_document(a_map(standing))["themes"]
    assert theme["theme"] == "lower-cost"
    assert theme["name"] == "Lower-cost inference"
    assert (theme["position"], theme["sd"]) == (2.25, 0.3)
    assert theme["low"] == pytest.approx(1.8655, abs=1e-4)
    assert (theme["stage"], theme["claimed_stage"]) == ("maturing", "mature")
    assert (theme["movement"], theme["movement_is_clear"]) == (0.3, True)
    assert sum(theme["stage_probabilities"].values()) == pytest.approx(1)
    assert theme["last_evidence_on"] == "2026-11-20"


def test_without_enough_claims_claimed_is_null():
    [theme] = map_document(a_map(a_standing(claimed=None)))["themes"]
    assert theme["claimed"] is None
    assert theme["claimed_stage"] is None


def test_without_a_comparison_movement_is_null():
    document = map_document(a_map(a_standing()))
    assert document["compared_with"] is None
    assert document["themes"][0]["movement"] is None
    assert document["themes"][0]["movement_is_clear"] is False


def test_dates_are_iso_and_null_where_there_is_none():
    maturity_map = a_map(a_standing(last_evidence_on=None), known_on=date(2026, 11, 1))
    document = map_document(maturity_map)
    assert (document["as_of"], document["known_on"]) == ("2026-11-20", "2026-11-01")
    assert document["themes"][0]["last_evidence_on"] is None


def test_the_text_is_the_document():
    assert json.loads(map_json(a_rich_map())) == map_document(a_rich_map())
