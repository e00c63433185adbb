"""Records valid by default; one keyword varies one field."""

from datetime import UTC, date, datetime
from typing import Any

from tests.people import CONTRIBUTOR, REVIEWER
from themewatch.domain.checkpoint import Checkpoint, Subject
from themewatch.domain.claim import Claim, Outcome
from themewatch.domain.forecast import Forecast
from themewatch.domain.note import Note, Verdict
from themewatch.domain.override import Override
from themewatch.domain.record import FileRef
from themewatch.domain.release import Release
from themewatch.domain.stage import Stage
from themewatch.domain.theme import Catalogue, Signal, Theme
from themewatch.domain.view import Confidence, View
from themewatch.storage.ids import new_id

NOW = datetime(2026, 10, 1, 9, 30, tzinfo=UTC)
"""A present for tests: every record below was recorded before it."""
RECORDED_AT = datetime(2026, 9, 1, 12, 0, 0, 123456, tzinfo=UTC)
RELEASE_ID = "acme-vision-1"
CLAIM_ID = "acme-vision-1/consistency/style-lock"


def a_release(**changes: Any) -> Release:
    fields = {
        "id": RELEASE_ID,
        "recorded_at": RECORDED_AT,
        "model": "Vision 1",
        "vendor": "Acme",
        "released_on": date(2026, 8, 1),
        "kind": "api",
        "modalities_in": ("text", "image"),
        "modalities_out": ("video",),
    }
    return Release(**fields | changes)


def a_claim(**changes: Any) -> Claim:
    """Return a claim of `a_release`, which has to be there too."""
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "release": RELEASE_ID,
        "theme": "consistency",
        "signal": "style-lock",
        "claimed_stage": Stage.MATURING,
        "text": "Holds one look over many shots.",
        "confidence": Confidence.FAIR,
    }
    return Claim(**fields | changes)


def a_note(**changes: Any) -> Note:
    """Return a note on a tool whose release nobody logged."""
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "theme": "consistency",
        "person": CONTRIBUTOR,
        "tested_on": date(2026, 8, 15),
        "tool": "Vision 1",
        "verdict": Verdict.SOMETIMES,
        "observed": "The jacket changes colour in the third shot.",
    }
    return Note(**fields | changes)


def a_view(**changes: Any) -> View:
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "theme": "consistency",
        "person": CONTRIBUTOR,
        "on": date(2026, 8, 20),
        "position": 1.5,
        "confidence": Confidence.FAIR,
        "reason": "Works with one person in view, not with two.",
    }
    return View(**fields | changes)


def an_override(**changes: Any) -> Override:
    """Return an overruling of the claim `CLAIM_ID`, which has to be there too."""
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "claim": CLAIM_ID,
        "person": REVIEWER,
        "on": date(2026, 8, 25),
        "outcome": Outcome.PARTLY,
        "reason": "Only with one person in view.",
    }
    return Override(**fields | changes)


def a_checkpoint(**changes: Any) -> Checkpoint:
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "title": "A ruling on training data",
        "subject": Subject.RULING,
        "person": CONTRIBUTOR,
        "theme": "consistency",
        "due_on": date(2027, 1, 15),
        "text": "Who is paid decides who goes on.",
    }
    return Checkpoint(**fields | changes)


def a_forecast(**changes: Any) -> Forecast:
    fields = {
        "id": new_id(),
        "recorded_at": RECORDED_AT,
        "theme": "consistency",
        "person": CONTRIBUTOR,
        "on": date(2026, 9, 1),
        "stage": Stage.MATURING,
        "by": date(2027, 6, 30),
        "chance": 0.4,
        "estimated": 0.22,
        "unchanged": 0.03,
    }
    return Forecast(**fields | changes)


def a_file(**changes: Any) -> FileRef:
    fields = {
        "sha256": "0123456789abcdef" * 4,
        "name": "third shot.png",
        "media_type": "image/png",
        "size": 2048,
    }
    return FileRef(**fields | changes)


def a_catalogue() -> Catalogue:
    """Return two themes, one with and one without a signal."""
    style_lock = Signal("style-lock", "Style lock", "One look over many outputs.")
    themes = (
        a_theme(slug="consistency", signals=(style_lock,)),
        a_theme(slug="lower-cost", counts_successes=False),
    )
    return Catalogue({theme.slug: theme for theme in themes}, date(2026, 2, 1))


def a_theme(**changes: Any) -> Theme:
    words = ("breaks", "sometimes works", "usually works", "dependable")
    fields = {
        "slug": "consistency",
        "name": "Consistency & control",
        "chart_name": "Consistency",
        "about": "The same person from one output to the next.",
        "baseline": 1.5,
        "stage_words": dict(zip(Stage, words, strict=True)),
        "signals": (),
    }
    return Theme(**fields | changes)
