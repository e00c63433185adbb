"""Work an edition's figures out anew, from the ledger as it was known then."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from themewatch.domain.edition import Constant, Edition, FrozenTheme
from themewatch.domain.evidence import Evidence, standing_evidence
from themewatch.domain.person import Role
from themewatch.domain.recomputed import Agreement, Recomputed
from themewatch.services.assessment import Assessment, assess
from themewatch.services.edition_drafting import current_settings
from themewatch.services.edition_freezing import attributions, freeze_themes
from themewatch.services.rights import needs
from themewatch.storage import editions
from themewatch.storage.engine import Session
from themewatch.storage.evidence import list_everything

SAME_WITHIN = 1e-6


@needs(Role.VIEWER)
def recompute(session: Session, number: int) -> Recomputed:
    """Compare an edition with what its evidence gives by today's method.

    Figures that differ with other settings say that the method changed since; with
    the same settings and the same evidence too: then the program itself computes
    otherwise. With other evidence the ledger differs.

    Raises:
        NotFoundError: There is no such edition.
    """
    edition, ground = (
        editions.get_edition(session, number),
        editions.get_ground(session, number),
    )
    known = standing_evidence(list(list_everything(session)), edition.published_at)
    weighed = _weighed(known, edition)
    largest = _largest_difference(edition.themes, _figures(weighed))
    settings = tuple(_changed(edition.settings, current_settings(weighed)))
    if largest <= SAME_WITHIN:
        return Recomputed(Agreement.SAME, largest, settings)
    then, now = {piece.id for piece in ground.pieces}, _ids(weighed)
    came, went = len(now - then), len(then - now)
    if settings or not came + went:
        return Recomputed(Agreement.METHOD_CHANGED, largest, settings, came, went)
    is_same = not went and _is_same_with_only(then, known, edition)
    return Recomputed(Agreement.LEDGER_DIFFERS, largest, (), came, went, is_same)


def _weighed(known: Evidence, edition: Edition) -> Assessment:
    return assess(known, as_of=edition.as_of, compare=edition.compared_with)


def _figures(weighed: Assessment) -> tuple[FrozenTheme, ...]:
    return freeze_themes(weighed, attributions(weighed))


def _ids(weighed: Assessment) -> set[str]:
    evidence = weighed.evidence
    records = chain(evidence.notes, evidence.views, evidence.claims)
    return {record.id for record in records}


def _is_same_with_only(ids: set[str], known: Evidence, edition: Edition) -> bool:
    """Say whether what the edition knew, and nothing else, gives its figures."""
    kept = replace(
        known,
        notes=tuple(note for note in known.notes if note.id in ids),
        views=tuple(view for view in known.views if view.id in ids),
        claims=tuple(claim for claim in known.claims if claim.id in ids),
    )
    found = _figures(_weighed(kept, edition))
    return _largest_difference(edition.themes, found) <= SAME_WITHIN


def _largest_difference(
    then: Sequence[FrozenTheme], now: Sequence[FrozenTheme]
) -> float:
    """Return how far two figures of the same name lie apart at most.

    A figure that only one of them has is as far apart as can be.
    """
    if [theme.slug for theme in then] != [theme.slug for theme in now]:
        return float("inf")
    pairs = zip(chain(*map(_numbers, then)), chain(*map(_numbers, now)), strict=True)
    return max((_apart(*pair) for pair in pairs), default=0.0)


def _apart(one: float | None, other: float | None) -> float:
    if one is None or other is None:
        return 0.0 if one is other else float("inf")
    return abs(one - other)


def _numbers(theme: FrozenTheme) -> Iterator[float | None]:
    place, moved, claimed = theme.position, theme.movement, theme.claimed
    yield from (place.mean, place.sd, place.low, place.high, *place.chances)
    yield from (moved.amount, moved.sd, moved.is_clear) if moved else (None,) * 3
    yield from (claimed.value, claimed.claims) if claimed else (None,) * 2
    yield from (theme.notes, theme.views, theme.claims, theme.untested_claims)


def _changed(
    then: Sequence[Constant], now: Sequence[Constant]
) -> Iterator[tuple[str, str, str]]:
    was = {constant.name: constant.value for constant in then}
    has = {constant.name: constant.value for constant in now}
    for name in dict.fromkeys([*was, *has]):
        if was.get(name) != has.get(name):
            yield name, was.get(name, ""), has.get(name, "")
