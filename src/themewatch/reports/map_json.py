"""The map as JSON: the form other programs build on."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from themewatch.domain.bearing import NeedStanding
from themewatch.domain.production import ProductionStage
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap, ThemeStanding

DECIMALS = 12  # sums still add up to 1e-9; the last bits differ between machines


def map_json(maturity_map: MaturityMap) -> str:
    document = map_document(maturity_map)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def map_document(maturity_map: MaturityMap) -> dict[str, Any]:
    """Return the map as lists and numbers; `low` and `high` bound 8 in 10.

    `claimed` is null without enough claims, `movement` without a comparison.
    Drawn for what one makes, `make` names it, and its themes say what it needs.
    """
    made = maturity_map.made
    return {
        "as_of": maturity_map.as_of.isoformat(),
        "known_on": _day(maturity_map.known_on),
        "compared_with": _day(maturity_map.compared_with),
        **_since_edition(maturity_map),
        **({"make": made.slug} if made else {}),
        "themes": [
            _theme(standing) | _needed(standing, made)
            for standing in maturity_map.themes
        ],
    }


def _since_edition(maturity_map: MaturityMap) -> dict[str, int]:
    """Name the edition it is compared with, where it is one."""
    number = maturity_map.since_edition
    return {} if number is None else {"compared_with_edition": number}


def _theme(standing: ThemeStanding) -> dict[str, Any]:
    position, movement = standing.position, standing.movement
    return {
        "theme": standing.theme.slug,
        "name": standing.theme.name,
        "position": _number(position.mean),
        "sd": _number(position.sd),
        "low": _number(position.low),
        "high": _number(position.high),
        "stage": position.stage.slug,
        "stage_probabilities": _probabilities(position.stage_probabilities),
        "movement": _number(movement.amount) if movement else None,
        "movement_is_clear": movement is not None and movement.is_clear,
        **_claimed(standing),
        "notes": standing.notes,
        "claims": standing.claims,
        "views": standing.views,
        "last_evidence_on": _day(standing.last_evidence_on),
    }


def _needed(
    standing: ThemeStanding, made: ProductionStage | None
) -> dict[str, str | None]:
    """From which stage on it is enough, and whether it is: by whose word."""
    need = made.need(standing.theme.slug) if made else None
    if need is None:
        return {}
    return {
        "needed_stage": need.stage.slug,
        "enough_by": NeedStanding(need, standing).ground.value,
    }


def _claimed(standing: ThemeStanding) -> dict[str, Any]:
    level = standing.claimed
    return {
        "claimed": _number(level.value) if level else None,
        "claimed_stage": level.stage.slug if level else None,
    }


def _probabilities(probabilities: Mapping[Stage, float]) -> dict[str, float]:
    return {stage.slug: _number(probabilities[stage]) for stage in Stage}


def _number(value: float) -> float:
    """Round, as a plain number of Python's whatever computed it."""
    return round(float(value), DECIMALS)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
