"""Freeze a map: an assessment becomes values that need nothing else to be shown."""

from collections.abc import Iterable, Iterator, Mapping

from themewatch.domain.attribution import Attribution
from themewatch.domain.edition import (
    FrozenPlace,
    FrozenTheme,
    Ground,
    Piece,
    PieceKind,
)
from themewatch.domain.judging import JudgedClaim
from themewatch.domain.note import Note
from themewatch.domain.review import Decision, DecisionKind
from themewatch.domain.stage import Position, Stage
from themewatch.domain.standing import ThemeStanding
from themewatch.domain.theme import Theme
from themewatch.domain.view import View
from themewatch.services.assessment import Assessment
from themewatch.services.maps import draw_map
from themewatch.services.themes import attribute

Attributions = Mapping[str, Attribution]


def attributions(assessment: Assessment) -> Attributions:
    """Return what each theme's position is the sum of."""
    themes = assessment.catalogue.themes
    return {slug: attribute(assessment, slug) for slug in themes}


def freeze_themes(
    assessment: Assessment,
    attributed: Attributions,
    decisions: Iterable[Decision] = (),
) -> tuple[FrozenTheme, ...]:
    """Return the lanes of a map, each with the place published of it."""
    decided = {decision.theme: decision for decision in decisions}
    return tuple(
        _frozen(
            standing,
            attributed[standing.theme.slug],
            _published(standing, decided.get(standing.theme.slug)),
        )
        for standing in draw_map(assessment).themes
    )


def _published(standing: ThemeStanding, decided: Decision | None) -> float:
    """Return the place an edition gives a theme: the team's word, else ●."""
    if decided is None or decided.kind is DecisionKind.ESTIMATE:
        return standing.position.mean
    return decided.position


def _frozen(
    standing: ThemeStanding, attributed: Attribution, published: float
) -> FrozenTheme:
    theme, before = standing.theme, standing.before
    return FrozenTheme(
        slug=theme.slug,
        name=theme.name,
        chart_name=theme.chart_name,
        about=theme.about,
        baseline=theme.baseline,
        stage_words=tuple(theme.stage_words[stage] for stage in Stage),
        position=_place(standing.position),
        published=published,
        start=attributed.start,
        elsewhere=attributed.elsewhere,
        notes=standing.notes,
        claims=standing.claims,
        views=standing.views,
        untested_claims=standing.untested_claims,
        new_notes=standing.new_notes,
        new_views=standing.new_views,
        counts_successes=theme.counts_successes,
        before=_place(before) if before else None,
        movement=standing.movement,
        claimed=standing.claimed,
        last_evidence_on=standing.last_evidence_on,
    )


def _place(position: Position) -> FrozenPlace:
    chances = tuple(float(position.stage_probabilities[stage]) for stage in Stage)
    return FrozenPlace(position.mean, position.sd, position.low, position.high, chances)


def freeze_ground(
    assessment: Assessment, attributed: Attributions, roots: Mapping[str, str]
) -> Ground:
    """Return every piece of evidence by the day of the map, with its effect on ●.

    `roots` names the chain of each record, which a correction keeps.
    """
    effects = {
        effect.evidence: effect.amount
        for parts in attributed.values()
        for effect in (*parts.notes, *parts.views)
    }
    return Ground(tuple(_pieces(assessment, effects, roots)))


def _pieces(
    assessment: Assessment, effects: Mapping[str, float], roots: Mapping[str, str]
) -> Iterator[Piece]:
    evidence, themes = assessment.evidence, assessment.catalogue
    for note in evidence.notes:
        about, theme = evidence.tool_label(note), themes.theme(note.theme)
        effect = effects.get(note.id)
        yield _of_note(note, about, theme, roots.get(note.id, note.id), effect)
    for view in evidence.views:
        root = roots.get(view.id, view.id)
        yield _of_view(view, root, effects.get(view.id))
    for judged in assessment.judged:
        release = evidence.release_of(judged.claim)
        about = f"{release.model} · {release.vendor}" if release else ""
        theme = themes.theme(judged.claim.theme)
        root = roots.get(judged.claim.id, judged.claim.id)
        yield _of_claim(judged, about, theme, root)


def _of_note(
    note: Note, about: str, theme: Theme, root: str, effect: float | None
) -> Piece:
    return Piece(
        id=note.id,
        root=root,
        kind=PieceKind.NOTE,
        theme=note.theme,
        on=note.tested_on,
        about=about,
        person=note.person,
        words=note.observed,
        signal=theme.signal(note.signal).name if note.signal else "",
        effect=effect,
        tries=note.tries,
        acceptable=note.acceptable,
        verdict=note.verdict.value if note.verdict else None,
    )


def _of_view(view: View, root: str, effect: float | None) -> Piece:
    return Piece(
        id=view.id,
        root=root,
        kind=PieceKind.VIEW,
        theme=view.theme,
        on=view.on,
        person=view.person,
        words=view.reason,
        effect=effect,
        position=view.position,
    )


def _of_claim(judged: JudgedClaim, about: str, theme: Theme, root: str) -> Piece:
    claim = judged.claim
    return Piece(
        id=claim.id,
        root=root,
        kind=PieceKind.CLAIM,
        theme=claim.theme,
        on=judged.on,
        about=about,
        words=claim.text,
        signal=theme.signal(claim.signal).name if claim.signal else "",
        position=claim.claimed_stage.midpoint if claim.claimed_stage else None,
    )
