"""Hold every claim against the notes on what it speaks of."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from themewatch.domain.claim import Claim, Outcome, Result, outcome, tested_level
from themewatch.domain.evidence import Evidence
from themewatch.domain.note import Note
from themewatch.domain.override import Override
from themewatch.domain.weight import EvidenceWeights, Worth, note_worth


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with the day it was made, its outcome so far and the notes behind it.

    `tested` is where the notes' results put what it speaks of, None without any.
    `override` is the word of a person that stands over `found`, the outcome by tests.
    """

    claim: Claim
    on: date
    found: Outcome
    notes: tuple[Note, ...]
    tested: Worth | None = None
    override: Override | None = None

    @property
    def outcome(self) -> Outcome:
        return self.override.outcome if self.override else self.found

    @property
    def is_untested(self) -> bool:
        return self.outcome is Outcome.UNTESTED

    @property
    def lead(self) -> float | None:
        """How far it runs ahead of tests; None where that cannot be told."""
        stage = self.claim.claimed_stage
        if stage is None or self.tested is None or self.is_untested:
            return None
        return stage.midpoint - self.tested.value


def judge_claims(
    evidence: Evidence, leniency: Mapping[str, float], weights: EvidenceWeights
) -> list[JudgedClaim]:
    """Judge every claim that stands, the newest first.

    Notes count for a claim where release and theme are the same, and the signal
    too where both name one. Each tester's leniency is taken off.
    """
    notes_on: defaultdict[tuple[str | None, str], list[Note]] = defaultdict(list)
    for note in evidence.notes:
        notes_on[evidence.release_name(note), note.theme].append(note)
    judged = []
    for claim in evidence.claims:
        notes = [
            note
            for note in notes_on[evidence.release_name(claim), claim.theme]
            if speaks_of(note, claim)
        ]
        results = results_of(evidence, notes, leniency, weights)
        day = evidence.releases[evidence.release_names[claim.release]].released_on
        judged.append(
            JudgedClaim(
                claim,
                day,
                outcome(claim.claimed_stage, results),
                tuple(notes),
                _taken_together(results),
                evidence.overrides.get(claim.id),
            )
        )
    return sorted(judged, key=lambda j: (j.on, j.claim.id), reverse=True)


def _taken_together(results: Sequence[Result]) -> Worth | None:
    if not results:
        return None
    precision = sum(result.sd**-2 for result in results)
    return Worth(tested_level(results), precision**-0.5)


def speaks_of(note: Note, claim: Claim) -> bool:
    """Say whether a note on a claim's release and theme is about its signal too."""
    return None in (claim.signal, note.signal) or claim.signal == note.signal


def results_of(
    evidence: Evidence,
    notes: Sequence[Note],
    leniency: Mapping[str, float],
    weights: EvidenceWeights,
) -> list[Result]:
    """Return the result of each note that gave one, its tester's leniency off."""
    results = []
    for note in notes:
        release = evidence.release_of(note)
        worth = note_worth(weights, note, release.released_on if release else None)
        if worth is not None:
            value = worth.value - leniency.get(note.person, 0.0)
            results.append(Result(value, worth.sd, note.person, note.least_tries))
    return results
