"""Kinds of work for tests: valid by default, one keyword to vary."""

from typing import Any

from tests.standings import a_map, a_standing
from themewatch.domain.bearing import NeedStanding, bearing_on
from themewatch.domain.production import Need, ProductionStage
from themewatch.domain.stage import Stage
from themewatch.domain.standing import MaturityMap


def a_need(theme: str = "consistency", stage: Stage = Stage.MATURING) -> Need:
    return Need(theme, stage, "The same face.", "Else nobody follows.", ("first",))


def a_work(*needs: Need) -> ProductionStage:
    """Return a kind of work with these needs, the heaviest first."""
    return ProductionStage(
        slug="storyboarding",
        name="Storyboards",
        asks="Many quick frames.",
        before="Drawn by hand.",
        now="Described in words.",
        gain="More ideas.",
        needs=needs,
    )


def a_need_standing(stage: Stage = Stage.MATURING, **standing: Any) -> NeedStanding:
    return NeedStanding(a_need(stage=stage), a_standing(**standing))


def a_map_for_work() -> MaturityMap:
    """Return a map on which one need is met by tests, one by nobody, one by claims."""
    standings = (
        a_standing("consistency", mean=2.3, claimed=2.7, moved=0.3),
        a_standing("multimodality", mean=1.4),
        a_standing("longer-video", mean=1.3, claimed=3.0, moved=0.0),
        a_standing("editing-fidelity", mean=1.4, claimed=2.5, moved=0.0, notes=0),
    )
    needs = (
        a_need("longer-video", Stage.MATURING),
        a_need("consistency", Stage.MATURING),
        a_need("editing-fidelity", Stage.MATURE),
    )
    return bearing_on(a_map(*standings), a_work(*needs))
