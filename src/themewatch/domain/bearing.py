"""How far the themes bear a kind of work: what holds it back, and by whose word."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from themewatch.domain.production import Need, ProductionStage
from themewatch.domain.standing import MaturityMap, ThemeStanding


class Ground(StrEnum):
    """By whose word a theme is where the work needs it.

    COURSE: ● is there, but nobody here has tested it, so it rests on the course's
    map. CLAIMS: vendors say so (◇), and ● is not there.
    """

    TESTS = "tests"
    COURSE = "course"
    CLAIMS = "claims"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class NeedStanding:
    """What the work asks of a theme, held against where the theme stands."""

    need: Need
    standing: ThemeStanding

    @property
    def ground(self) -> Ground:
        claimed = self.standing.claimed
        if self.standing.position.stage >= self.need.stage:
            return Ground.COURSE if self.standing.is_untested else Ground.TESTS
        if claimed is not None and claimed.stage >= self.need.stage:
            return Ground.CLAIMS
        return Ground.NOBODY

    @property
    def is_met(self) -> bool:
        return self.ground in (Ground.TESTS, Ground.COURSE)

    @property
    def shortfall(self) -> float:
        """How far ● stands below the stage needed; 0 where it is there."""
        return 0.0 if self.is_met else self.need.stage - self.standing.position.mean


@dataclass(frozen=True, slots=True)
class ProductionStanding:
    """Where a kind of work stands: its needs held against the map, heaviest first."""

    stage: ProductionStage
    needs: tuple[NeedStanding, ...]

    def on(self, ground: Ground) -> tuple[NeedStanding, ...]:
        """Return the needs that rest on that ground."""
        return tuple(need for need in self.needs if need.ground is ground)

    @property
    def unmet(self) -> tuple[NeedStanding, ...]:
        return tuple(need for need in self.needs if not need.is_met)

    @property
    def is_untested(self) -> bool:
        """Whether none of its themes has been tested here."""
        return all(need.standing.is_untested for need in self.needs)

    @property
    def weakest(self) -> NeedStanding | None:
        """What holds it back most: the largest shortfall; of equals, the heaviest."""
        return max(self.unmet, key=lambda need: need.shortfall, default=None)


def production_standing(
    stage: ProductionStage, standings: Iterable[ThemeStanding]
) -> ProductionStanding:
    """Hold a kind of work against where its themes stand."""
    by_theme = {standing.theme.slug: standing for standing in standings}
    needs = (NeedStanding(need, by_theme[need.theme]) for need in stage.needs)
    return ProductionStanding(stage, tuple(needs))


def bearing_on(maturity_map: MaturityMap, stage: ProductionStage) -> MaturityMap:
    """Return the map for a kind of work: the lanes that bear on it, heaviest first."""
    needs = production_standing(stage, maturity_map.themes).needs
    lanes = tuple(need.standing for need in needs)
    return replace(maturity_map, themes=lanes, made=stage)
