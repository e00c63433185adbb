"""The constants of the model, each with what it stands for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EstimationSettings:
    """What is believed before any evidence, and how far evidence is trusted.

    Attributes:
        volatility: How far a theme wanders, in stages per square root of a year.
        first_mean: Where a theme is thought to stand before any evidence.
        first_sd: The doubt of that: wide enough to say nothing.
        drift_sd: How steadily a theme may rise or fall, in stages a year.
        person_sd: How far one person's notes typically sit above others'.
        tool_sd: How far one tool typically stands above its theme.
        nu: Degrees of freedom of Student's t; None trusts every reading fully.
        rounds: How often the weights are worked out anew, starting from 1.
        effects: Whether people and tools have effects of their own.
        knot_days: Days between two knots of a theme's path.
    """

    volatility: float = 0.5
    first_mean: float = 1.5
    first_sd: float = 10.0
    drift_sd: float = 0.3
    person_sd: float = 0.3
    tool_sd: float = 0.4
    nu: float | None = 5
    rounds: int = 5
    effects: bool = True
    knot_days: int = 7


DEFAULTS = EstimationSettings()
