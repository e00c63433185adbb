"""Evidence becomes readings: dated values on the scale, each with its doubt."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note
from themewatch.domain.theme import Catalogue
from themewatch.domain.view import View
from themewatch.domain.weight import EvidenceWeights, note_worth
from themewatch.estimation import Reading


def to_readings(
    evidence: Evidence, catalogue: Catalogue, weights: EvidenceWeights
) -> list[Reading]:
    """Return the baseline, every note with a result, and every view that counts.

    A reading's id tells where it comes from: `baseline/<theme>`, `note/<id>`,
    `view/<id>`.
    """
    return [
        *_baseline(catalogue, weights),
        *_of_notes(evidence, weights),
        *_of_views(evidence, weights),
    ]


def _baseline(catalogue: Catalogue, weights: EvidenceWeights) -> Iterator[Reading]:
    for theme in catalogue:
        yield Reading(
            id=f"baseline/{theme.slug}",
            theme=theme.slug,
            on=catalogue.baseline_on,
            value=theme.baseline,
            sd=weights.baseline_sd,
        )


def _of_notes(evidence: Evidence, weights: EvidenceWeights) -> Iterator[Reading]:
    for note in evidence.notes:
        release = evidence.release_of(note)
        worth = note_worth(weights, note, release.released_on if release else None)
        if worth is not None:
            yield Reading(
                id=f"note/{note.id}",
                theme=note.theme,
                on=note.tested_on,
                value=worth.value,
                sd=worth.sd,
                person=note.person,
                tool=evidence.tool_of(note),
            )


def _of_views(evidence: Evidence, weights: EvidenceWeights) -> Iterator[Reading]:
    for view in counting_views(evidence.views, evidence.notes, weights):
        yield Reading(
            id=f"view/{view.id}",
            theme=view.theme,
            on=view.on,
            value=view.position,
            sd=weights.view_sd[view.confidence],
            person=view.person,
        )


def counting_views(
    views: Iterable[View], notes: Iterable[Note], weights: EvidenceWeights
) -> Iterator[View]:
    """Leave out the views of people who tested that theme shortly before."""
    tested: defaultdict[tuple[str, str], list[date]] = defaultdict(list)
    for note in notes:
        tested[note.person, note.theme].append(note.tested_on)
    for days in tested.values():
        days.sort()
    for view in views:
        days = tested.get((view.person, view.theme), [])
        since = bisect_right(days, view.on - weights.silent_after_note)
        if since == bisect_right(days, view.on):
            yield view
