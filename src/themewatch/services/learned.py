"""What one more piece of evidence taught: two assessments, before and after it."""

from dataclasses import dataclass

from themewatch.domain.claim import ClaimedLevel, Outcome
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.stage import Position
from themewatch.domain.theme import Theme
from themewatch.domain.weight import is_older_model, note_worth, results_disagree
from themewatch.services.assessment import Assessment
from themewatch.services.maps import theme_standing
from themewatch.services.reference import evidence_weights


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """How the two marks of one theme answered."""

    theme: Theme
    before: Position
    after: Position
    claimed_before: ClaimedLevel | None
    claimed_after: ClaimedLevel | None

    @property
    def amount(self) -> float:
        return self.after.mean - self.before.mean

    @property
    def narrowed(self) -> float:
        return 1 - self.after.sd / self.before.sd


@dataclass(frozen=True, slots=True)
class NoteLesson:
    """What a note taught.

    `claims` are those it bears on, each with what tests had said of it before.
    `unknown_tool` is the name as typed where no release bears it.
    `has_result` is false for a note without counts or verdict: it moves nothing.
    """

    change: ThemeChange
    claims: tuple[tuple[JudgedClaim, Outcome], ...]
    is_first_test: bool
    has_result: bool
    disagrees: bool
    is_older_model: bool
    unknown_tool: str | None


def learned_from_note(note: Note, before: Assessment, after: Assessment) -> NoteLesson:
    """Return what a note taught that only the later assessment holds."""
    weights = evidence_weights()
    release = after.evidence.release_of(note)
    released_on = release.released_on if release else None
    known = {j.claim.id: j.found for j in before.judged}
    return NoteLesson(
        change=theme_change(note.theme, before, after),
        claims=tuple(
            (j, known.get(j.claim.id, Outcome.UNTESTED))
            for j in after.judged
            if any(n.id == note.id for n in j.notes)
        ),
        is_first_test=not any(n.theme == note.theme for n in before.evidence.notes),
        has_result=note_worth(weights, note, released_on) is not None,
        disagrees=results_disagree(weights, note),
        is_older_model=is_older_model(weights, note.tested_on, released_on),
        unknown_tool=None if release else note.tool,
    )


def theme_change(slug: str, before: Assessment, after: Assessment) -> ThemeChange:
    """Return how ● and ◇ of a theme answered."""
    theme = after.catalogue.theme(slug)
    was, is_now = (
        theme_standing(before, theme, None),
        theme_standing(after, theme, None),
    )
    return ThemeChange(
        theme, was.position, is_now.position, was.claimed, is_now.claimed
    )
