"""The shipped data are what the course names, and hang together."""

from datetime import UTC, date, datetime

import pytest

from tests.factories import NOW, a_note
from themewatch import resources
from themewatch.domain.checks import problems
from themewatch.domain.claim import Claim, claimed_level
from themewatch.domain.evidence import standing_evidence
from themewatch.domain.note import Rigor, Verdict
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.theme import SLUGS
from themewatch.domain.view import Confidence
from themewatch.services.reference import (
    catalogue,
    evidence_weights,
    shipped_records,
)

SIGNALS = {
    "consistency": (
        "character-consistency",
        "multi-shot-storyboarding",
        "style-lock",
        "context-safe-editing",
    ),
    "multimodality": (
        "unified-generation",
        "cross-modal-reasoning",
        "mixed-references",
    ),
    "native-audio": ("dialogue-lip-sync", "ambient-sound", "music-pacing"),
    "longer-video": (
        "longer-duration",
        "identity-over-time",
        "scene-transitions",
        "director-prompting",
    ),
    "text-rendering": (
        "multi-line-accuracy",
        "font-variety",
        "unusual-surfaces",
        "text-in-video",
    ),
    "lower-cost": ("fast-variants", "small-matches-large", "price-drop"),
    "editing-fidelity": (
        "seamless-inpainting",
        "object-insert-remove",
        "video-edit-stability",
    ),
}
BASELINE = (1.50, 1.39, 2.35, 1.28, 2.35, 2.25, 1.39)
CLAIMED = (2.70, 2.50, 2.90, 3.00, 3.50, 3.17, 3.21)
COMPILED_ON = date(2026, 8, 20)


@pytest.fixture(scope="module")
def shipped():
    return standing_evidence(shipped_records())


def levels(shipped, on):
    dated = [(shipped.claimed_on(claim), claim) for claim in shipped.claims]
    return [
        claimed_level([(day, c) for day, c in dated if c.theme == slug], on)
        for slug in SLUGS
    ]


def test_the_themes_are_the_seven_in_the_lesson_s_order():
    assert tuple(catalogue().themes) == SLUGS == tuple(SIGNALS)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_theme_has_the_signals_the_course_names(slug):
    signals = catalogue().theme(slug).signals
    assert tuple(signal.slug for signal in signals) == SIGNALS[slug]


def test_the_baseline_is_that_of_the_lesson_s_chart():
    assert catalogue().baseline_on == date(2026, 2, 1)
    assert tuple(theme.baseline for theme in catalogue()) == BASELINE


def test_every_theme_has_words_for_every_stage():
    for theme in catalogue():
        assert set(theme.stage_words) == set(Stage)
        assert all(theme.stage_words.values())


def test_only_lower_cost_counts_no_successes():
    assert [t.slug for t in catalogue() if not t.counts_successes] == ["lower-cost"]


def test_every_name_and_sentence_of_the_themes_is_there():
    for theme in catalogue():
        assert theme.name
        assert theme.chart_name
        assert theme.about.endswith(".")
        assert all(s.name and s.watch_for.endswith(".") for s in theme.signals)


def test_every_kind_of_evidence_has_a_doubt_above_nothing():
    weights = evidence_weights()
    tables = (
        (weights.verdict_value, Verdict),
        (weights.verdict_sd, Rigor),
        (weights.view_sd, Confidence),
    )
    for table, kinds in tables:
        assert set(table) == set(kinds)
        assert all(value > 0 for value in table.values())
    assert weights.count_sd[0][0] == 1
    assert list(weights.count_sd) == sorted(weights.count_sd)


def test_every_table_of_the_weights_gives_its_reasons():
    text = resources.data_file("evidence.toml").read_text("utf-8")
    tables = text.split("\n[")[1:]
    assert [table for table in tables if "  # " not in table] == []


def test_every_shipped_record_stands_by_the_rules():
    faults = {r.id: problems(r, catalogue(), NOW) for r in shipped_records()}
    assert {name: found for name, found in faults.items() if found} == {}


def test_no_two_shipped_records_share_an_id():
    ids = [record.id for record in shipped_records()]
    assert len(ids) == len(set(ids))


def test_every_claim_is_of_a_shipped_release():
    records = list(shipped_records())
    releases = {r.id for r in records if isinstance(r, Release)}
    claimed = {r.release for r in records if isinstance(r, Claim)}
    assert claimed <= releases


@pytest.mark.parametrize("typed", ["{r.model}", "{r.vendor} {r.model}"])
def test_a_shipped_release_is_found_by_its_typed_name(shipped, typed):
    missed = {
        r.id
        for r in shipped.releases.values()
        if shipped.release_name(a_note(tool=typed.format(r=r))) != r.id
    }
    assert missed == set()


def test_every_shipped_record_was_recorded_on_the_day_of_its_file():
    midnight = datetime(2026, 8, 20, tzinfo=UTC)
    assert {record.recorded_at for record in shipped_records()} == {midnight}


def test_no_shipped_release_is_younger_than_its_file(shipped):
    assert max(r.released_on for r in shipped.releases.values()) <= COMPILED_ON


def test_every_shipped_record_names_its_source():
    assert [r.id for r in shipped_records() if not r.source] == []


def test_on_the_day_of_their_file_claims_stand_where_the_design_says(shipped):
    found = levels(shipped, COMPILED_ON)
    assert tuple(round(level.value, 2) for level in found) == CLAIMED


def test_every_theme_is_claimed_to_stand_above_its_baseline(shipped):
    for theme, level in zip(catalogue(), levels(shipped, COMPILED_ON), strict=True):
        assert level.value > theme.baseline
