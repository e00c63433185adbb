"""Tell a person, and nobody else, how their results sit beside others'."""

from collections.abc import Mapping, Sequence
from statistics import fmean

from themewatch.domain.leniency import ENOUGH_NOTES, Leniency, others_on_the_same
from themewatch.services.assessment import Assessment, leniency


def own_leniency(assessment: Assessment, person: str) -> Leniency | None:
    """Return it once ten notes with a result are on what others tested too."""
    weighed = [
        note
        for note in assessment.evidence.notes
        if f"note/{note.id}" in assessment.readings
    ]
    others = others_on_the_same(assessment.evidence, weighed, person)
    if len(others) < ENOUGH_NOTES:
        return None
    effects = assessment.now.effects
    own = effects[(effects["kind"] == "person") & (effects["name"] == person)]
    mean = leniency(assessment.now)
    beside = mean[person] - _on_average(others, mean)
    return Leniency(beside, float(own["sd"].iloc[0]), len(others))


def _on_average(others: Sequence[frozenset[str]], mean: Mapping[str, float]) -> float:
    """Return where others' results lie, each note of one's own counting as much.

    They need not lie at nought: where tests put a theme below the course's map,
    everybody's effect is negative.
    """
    return fmean(fmean(mean[other] for other in testers) for testers in others)
