"""Tell a person, and nobody else, how their results sit beside others'."""

from themewatch.domain.leniency import ENOUGH_NOTES, Leniency, overlapping_notes
from themewatch.services.assessment import Assessment


def own_leniency(assessment: Assessment, person: str) -> Leniency | None:
    """Return it once ten notes with a result are on what others tested too."""
    weighed = [
        note
        for note in assessment.evidence.notes
        if f"note/{note.id}" in assessment.readings
    ]
    overlap = overlapping_notes(assessment.evidence, weighed, person)
    if len(overlap) < ENOUGH_NOTES:
        return None
    effects = assessment.now.effects
    own = effects[(effects["kind"] == "person") & (effects["name"] == person)]
    return Leniency(float(own["mean"].iloc[0]), float(own["sd"].iloc[0]), len(overlap))
