"""The settings a map is made with, by name: what an edition keeps of its method."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from themewatch.domain import claim
from themewatch.domain.edition import Constant
from themewatch.domain.stage import CLEAR_AT, LEAST_MOVEMENT
from themewatch.domain.theme import Catalogue
from themewatch.domain.weight import EvidenceWeights
from themewatch.estimation.settings import EstimationSettings


def settings_of(
    model: EstimationSettings, weights: EvidenceWeights, themes: Catalogue
) -> tuple[Constant, ...]:
    """Return every number the figures of a map depend on besides the evidence."""
    parts: dict[str, Any] = {
        "model": asdict(model),
        "movement": {"clear at": CLEAR_AT, "least": LEAST_MOVEMENT},
        "evidence": asdict(weights),
        "claims": {
            "window": claim.CLAIM_WINDOW,
            "fewest": claim.FEWEST_CLAIMS,
            "boldest share": claim.BOLDEST_SHARE,
        },
        "course map": {
            "day": themes.baseline_on,
            **{theme.slug: theme.baseline for theme in themes},
        },
    }
    return tuple(_constants(parts))


def _constants(value: Any, name: str = "") -> Iterator[Constant]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            words = str(key).replace("_", " ")
            yield from _constants(inner, f"{name}: {words}" if name else words)
    else:
        yield Constant(name, _written(value))


def _written(value: Any) -> str:
    if isinstance(value, timedelta):
        return f"{value / timedelta(days=1):g} days"
    if isinstance(value, date):
        return value.isoformat()
    return json.dumps(value)
